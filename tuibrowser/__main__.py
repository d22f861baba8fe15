"""``python -m tuibrowser`` and the installed command."""

from __future__ import annotations

import gc


def main() -> int:
    """Run the command line and return its exit status."""
    # What a command makes it needs to its end. Collecting finds no garbage then, and takes a
    # twentieth of the time; of 400 modules of the browser, 75 of 470 ms to the first screen. What
    # goes on for long turns it on again.
    gc.disable()
    from tuibrowser.cli import main as run  # noqa: PLC0415

    return run()


if __name__ == "__main__":
    raise SystemExit(main())

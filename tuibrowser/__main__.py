"""``python -m tuibrowser`` and the installed command."""

from __future__ import annotations


def main() -> int:
    """Run the command line and return its exit status."""
    from tuibrowser.cli import main as run  # noqa: PLC0415

    return run()


if __name__ == "__main__":
    raise SystemExit(main())

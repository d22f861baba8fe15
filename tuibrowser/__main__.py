"""``python -m tuibrowser`` and the installed command."""

from __future__ import annotations

import gc
from typing import Final

_OBJECTS_BETWEEN_COLLECTIONS: Final = 20_000
"""With Python's own 700 a command looks for garbage every few modules that it loads and every few
passages that it reads, and finds next to none: 5 to 8 % of its time."""


def main() -> int:
    """Run the command line and return its exit status."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 10, 10)
    from tuibrowser.cli import main as run  # noqa: PLC0415

    return run()


if __name__ == "__main__":
    raise SystemExit(main())

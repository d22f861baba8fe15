"""The command line: one-shot commands for quick look-ups, and the way into the browser."""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; see :class:`tuibrowser.cli.outcome.Status`.

    Args:
        argv: The words after the program's name; those of this process if ``None``.
    """
    from tuibrowser.cli.run import run  # noqa: PLC0415  (the package itself loads nothing)

    return run(argv)

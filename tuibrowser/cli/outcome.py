"""How a command ends."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """Exit status, the same for every command."""

    DONE = 0
    LACKING = 1
    """Nothing found, or some files could not be taken in."""
    MISUSED = 2
    """Wrong usage, or a REF that means several reports."""
    UNUSABLE = 3
    """No library, or one that cannot be used."""
    INTERRUPTED = 130
    """Ctrl+C. Another signal that asks for an end is 128 and its number: see ``cli.ending``."""


class Stop(Exception):
    """Ends a command early; ``str()`` is one Chinese sentence that says what to do."""

    def __init__(self, status: Status, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status

"""What a person said or took, which outlives the library that it came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage as it is known outside the program: parsed again, it is found by its offsets."""

    report: str
    """sha256"""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pairing:
    """What a person said of two measures of two reports; which comes first means nothing."""

    first: Stretch
    second: Stretch
    joined: bool
    """Whether they belong in one row, or must never stand in one."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Text taken out of a report to be handed on; ``str()`` is what goes to the clipboard."""

    report: str
    """sha256"""
    start: int
    end: int
    """With ``start``: where the text stands in ``Report.text``."""
    text: str
    """A line a paragraph, the wraps of the source undone."""
    source: str
    """``潭柘寺镇2023年报告，一、“践行枫桥经验…”``"""
    file: str | None = None
    """Where the report was read, if it was in no library."""
    library: str | None = None
    """The library that was open, as far as that is known."""

    def __str__(self) -> str:
        return f"{self.text}\n（{self.source}）"

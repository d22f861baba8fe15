"""Places that a person marked with a letter: one file for all libraries, since a report is its
sha256."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tuibrowser.locations import state_home
from tuibrowser.state import storage

_VERSION = 1


@dataclass(frozen=True, slots=True)
class LetterMark:
    """A passage of a report, in code points of its text."""

    report: str
    """sha256"""
    start: int
    end: int
    words: str
    """Which report that is and how the passage begins, to tell marks apart without reading it."""
    file: str | None = None
    """Where the report was read, if it was in no library."""


def marks_file() -> Path:
    """Where the marks are kept."""
    return state_home() / "marks.json"


def load_marks() -> dict[str, LetterMark]:
    """The marked places by letter.

    Raises:
        StateDamaged: the file is there but cannot be read; it was put aside.
    """
    return storage.load(marks_file(), "字母标记", _from_json, {})


def save_marks(marks: Mapping[str, LetterMark]) -> None:
    """Keep ``marks`` in the place of all that were kept before.

    Raises:
        StateUnsaved: the state folder cannot be written.
    """
    content = {letter: asdict(mark) for letter, mark in sorted(marks.items())}
    storage.save(marks_file(), "字母标记", {"version": _VERSION, "marks": content})


def _from_json(content: dict[str, Any]) -> dict[str, LetterMark]:
    if content["version"] != _VERSION:
        raise ValueError("version")
    marks = {}
    for letter, it in dict(content["marks"]).items():
        # Files of earlier versions do not name one.
        file = it.get("file")
        mark = LetterMark(it["report"], it["start"], it["end"], it["words"], file)
        if not (
            isinstance(mark.report, str)
            and isinstance(mark.words, str)
            and isinstance(mark.file or "", str)
            and isinstance(mark.start, int)
            and isinstance(mark.end, int)
            and 0 <= mark.start <= mark.end
        ):
            raise ValueError("values")
        marks[str(letter)] = mark
    return marks

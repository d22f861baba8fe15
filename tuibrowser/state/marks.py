"""Places that a person marked with a letter: one file for all libraries, since a report is its
sha256."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tuibrowser.locations import state_home
from tuibrowser.state import values
from tuibrowser.state.storage import Say, Stored, unheard


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
    library: str | None = None
    """The library that was open, as far as that is known."""


def marks_file() -> Path:
    """Where the marks are kept."""
    return state_home() / "marks.json"


def load_marks(say: Say = unheard) -> Mapping[str, LetterMark]:
    """Return the marked places by letter; ``say`` is told of what is damaged."""
    return _STORED.read(say)


def keep_mark(letter: str, mark: LetterMark, say: Say = unheard) -> None:
    """Have ``letter`` stand for ``mark``, whatever it stood for before.

    Raises:
        StateUnsaved: it could not be kept.
    """
    _STORED.change(lambda marks: {**marks, letter: mark}, say)


def _understand(content: dict[str, Any]) -> tuple[Mapping[str, LetterMark], int]:
    marks, unfit = values.fitting(values.table(content.get("marks")).items(), _marked)
    return dict(marks), unfit


def _marked(entry: tuple[str, Any]) -> tuple[str, LetterMark]:
    letter, content = entry[0], values.table(entry[1])
    if len(letter) != 1 or not letter.isascii() or not letter.isalpha():
        raise values.UnfitValue(letter)
    return letter, LetterMark(
        values.digest(content.get("report")),
        *values.span(content),
        values.words(content.get("words")),
        # Files of earlier versions name neither.
        values.optional(content.get("file"), values.path),
        values.optional(content.get("library"), values.path),
    )


def _express(marks: Mapping[str, LetterMark]) -> dict[str, Any]:
    return {"marks": {letter: asdict(mark) for letter, mark in sorted(marks.items())}}


_STORED: Stored[Mapping[str, LetterMark]] = Stored(
    marks_file, "字母标记", {}, _understand, _express
)

"""What can be exported, and the collection as one such thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tuibrowser.export import excerpts as collections
from tuibrowser.export.naming import Format
from tuibrowser.export.writing import Exported
from tuibrowser.model.kept import Excerpt
from tuibrowser.store.library import Library

Write = Callable[[Format, Path], Exported]
"""Writes a file, in any thread; raises as :mod:`tuibrowser.export.comparison` says."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to export."""

    what: str
    """In a word, 对照表."""
    words: str
    """To tell it from other offers."""
    formats: tuple[Format, ...]
    """The one to propose first."""
    suggest: Callable[[Format], Path]
    """A name that is free."""
    begin: Callable[[], Write]
    """Works out, in the thread of the screens, what is to be written."""
    marked: bool = False
    """Whether it has marks, which not every format takes along."""


def excerpts_offer(excerpts: Sequence[Excerpt], library: Library) -> Offer:
    """The collection."""
    return Offer(
        "摘录",
        f"摘录 {len(excerpts)} 条",
        ("docx", "html", "md", "text"),
        collections.suggested_path,
        lambda: (
            lambda format_, target: collections.write_excerpts(excerpts, format_, target, library)
        ),
    )

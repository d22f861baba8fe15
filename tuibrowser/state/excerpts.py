"""摘录: paragraphs that a person collected, with the line that says where each stands.

One JSON file a person. The text is kept with its place, so that the collection outlives a library
that changed or went away. The state before the last change is kept, too: what was removed by
mistake comes back, also after a restart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final

from tuibrowser.locations import state_home
from tuibrowser.model.kept import Excerpt
from tuibrowser.state import storage

_VERSION: Final = 1
_WHAT: Final = "摘录"


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file holds."""

    excerpts: tuple[Excerpt, ...] = ()
    before: tuple[Excerpt, ...] = ()
    """As it was before the last change."""


def excerpts_file() -> Path:
    """Where the collection is kept."""
    return state_home() / "excerpts.json"


def collected() -> tuple[Excerpt, ...]:
    """The collection, in the order in which it grew.

    Raises:
        StateDamaged: the file cannot be read; it was put aside and the next call gives nothing.
    """
    return _load().excerpts


def add(excerpt: Excerpt) -> bool:
    """Add ``excerpt`` at the end; ``False`` if it is there already.

    A passage that was read differently by then (other text for the same place) is replaced.

    Raises:
        StateDamaged: as :func:`collected` does; nothing was added.
        StateUnsaved: the state folder cannot be written.
    """
    excerpts = _load().excerpts
    if excerpt in excerpts:
        return False
    others = (each for each in excerpts if _place(each) != _place(excerpt))
    _save((*others, excerpt), excerpts)
    return True


def remove(excerpts: Iterable[Excerpt]) -> int:
    """Take ``excerpts`` out and return how many were there; raises as :func:`add` does."""
    places = {_place(excerpt) for excerpt in excerpts}
    before = _load().excerpts
    rest = tuple(each for each in before if _place(each) not in places)
    if len(rest) < len(before):
        _save(rest, before)
    return len(before) - len(rest)


def clear() -> int:
    """Take out everything and return how much that was; raises as :func:`add` does."""
    return remove(_load().excerpts)


def undo() -> bool:
    """Take back the last change, or take it back again; ``False`` if there was none.

    Raises:
        StateDamaged: as :func:`collected` does.
        StateUnsaved: the state folder cannot be written.
    """
    kept = _load()
    if kept.excerpts == kept.before:
        return False
    _save(kept.before, kept.excerpts)
    return True


def _place(excerpt: Excerpt) -> tuple[str, int, int]:
    return excerpt.report, excerpt.start, excerpt.end


def _load() -> _Kept:
    return storage.load(excerpts_file(), _WHAT, _understand, _Kept())


def _save(excerpts: tuple[Excerpt, ...], before: tuple[Excerpt, ...]) -> None:
    content = {"version": _VERSION, **asdict(_Kept(excerpts, before))}
    storage.save(excerpts_file(), _WHAT, content)


def _understand(content: Any) -> _Kept:
    if content["version"] != _VERSION:
        raise ValueError("version")
    return _Kept(tuple(map(_excerpt, content["excerpts"])), tuple(map(_excerpt, content["before"])))


def _excerpt(content: Any) -> Excerpt:
    # Files of earlier versions do not say it.
    known = {"file": None, **content}
    excerpt = Excerpt(**{field.name: known[field.name] for field in fields(Excerpt)})
    words = (excerpt.report, excerpt.text, excerpt.source, excerpt.file or "")
    if not all(isinstance(word, str) for word in words) or not all(
        type(offset) is int for offset in (excerpt.start, excerpt.end)
    ):
        raise ValueError("values")
    return excerpt

"""摘录: paragraphs that a person collected, with the line that says where each stands.

The text is kept with its place, so that the collection outlives a library that changed or went
away. The state before the last change is kept, too: what was removed by mistake comes back, also
after a restart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tuibrowser.locations import state_home
from tuibrowser.model.kept import Excerpt
from tuibrowser.state import values
from tuibrowser.state.storage import Say, Stored, unheard


@dataclass(frozen=True, slots=True)
class _Collection:
    """What the file holds."""

    excerpts: tuple[Excerpt, ...] = ()
    before: tuple[Excerpt, ...] = ()
    """As it was before the last change."""


def excerpts_file() -> Path:
    """Where the collection is kept."""
    return state_home() / "excerpts.json"


def collected(say: Say = unheard) -> tuple[Excerpt, ...]:
    """Return the collection, in the order in which it grew.

    Args:
        say: Is told of what is damaged, as by all functions of this module.
    """
    return _STORED.read(say).excerpts


def add(excerpt: Excerpt, say: Say = unheard) -> bool:
    """Add ``excerpt`` at the end; return ``False`` if it is there already.

    A passage that was read differently by then (other text for the same place) is replaced.

    Raises:
        StateUnsaved: it could not be kept.
    """

    def grown(now: _Collection) -> _Collection:
        if excerpt in now.excerpts:
            return now
        others = (each for each in now.excerpts if _place(each) != _place(excerpt))
        return _Collection((*others, excerpt), now.excerpts)

    before, after = _STORED.change(grown, say)
    return after is not before


def remove(excerpts: Iterable[Excerpt], say: Say = unheard) -> int:
    """Take ``excerpts`` out, return how many were there; raises :class:`StateUnsaved`."""
    gone = set(excerpts)

    def thinned(now: _Collection) -> _Collection:
        rest = tuple(each for each in now.excerpts if each not in gone)
        return _Collection(rest, now.excerpts) if len(rest) < len(now.excerpts) else now

    before, after = _STORED.change(thinned, say)
    return len(before.excerpts) - len(after.excerpts)


def undo(say: Say = unheard) -> bool:
    """Take back the last change, or take it back again; return ``False`` if there was none.

    Raises:
        StateUnsaved: it could not be kept.
    """

    def undone(now: _Collection) -> _Collection:
        return now if now.excerpts == now.before else _Collection(now.before, now.excerpts)

    before, after = _STORED.change(undone, say)
    return after is not before


def _place(excerpt: Excerpt) -> tuple[str, int, int]:
    return excerpt.report, excerpt.start, excerpt.end


def _understand(content: dict[str, Any]) -> tuple[_Collection, int]:
    excerpts, unfit = values.fitting(values.listing(content.get("excerpts")), _excerpt)
    before, unfit_before = values.fitting(values.listing(content.get("before")), _excerpt)
    return _Collection(tuple(excerpts), tuple(before)), unfit + unfit_before


def _excerpt(value: Any) -> Excerpt:
    content = values.table(value)
    return Excerpt(
        values.digest(content.get("report")),
        *values.span(content),
        values.words(content.get("text")),
        values.words(content.get("source")),
        # Files of earlier versions do not say it.
        values.optional(content.get("file"), values.path),
        values.optional(content.get("library"), values.path),
    )


_STORED = Stored(excerpts_file, "摘录", _Collection(), _understand, asdict)

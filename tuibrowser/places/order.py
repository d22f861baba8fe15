"""The order in which units are listed wherever they are: by the reading of their places and names.

What is unknown comes first. Codes of places, by which official lists go, would have to be asked of
the gazetteer at every start (25 ms), and reports often leave the province open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from tuibrowser.model.report import Place
from tuibrowser.text.fold import fold
from tuibrowser.text.pinyin import syllables_of

T = TypeVar("T")
ListedUnit = tuple[Place, str | None]
"""Where a unit lies, and its name."""


def in_order(items: Iterable[T], unit_of: Callable[[T], ListedUnit]) -> list[T]:
    """``items`` by the units that they are of; those of one unit stay as they were."""
    listed = list(items)
    units = [unit_of(it) for it in listed]
    rank = _ranks(units)
    at = sorted(range(len(listed)), key=[rank[it] for it in units].__getitem__)
    return [listed[it] for it in at]


def _ranks(units: Iterable[ListedUnit]) -> dict[ListedUnit, int]:
    different = list(dict.fromkeys(units))
    spelling = {
        name: fold(name) for place, issuer in different for name in (*place, issuer) if name
    }
    sounds = syllables_of({one for name in spelling.values() for one in name})
    readings: dict[str | None, tuple[str, ...]] = {
        name: (written.translate(sounds), written) for name, written in spelling.items()
    }

    def key(unit: ListedUnit) -> tuple[tuple[str, ...], ...]:
        place, issuer = unit
        return tuple(readings.get(name, ()) for name in (*place, issuer))

    # What differs in its spelling alone is one unit.
    keys = {unit: key(unit) for unit in different}
    rank = {it: at for at, it in enumerate(sorted(set(keys.values())))}
    return {unit: rank[it] for unit, it in keys.items()}

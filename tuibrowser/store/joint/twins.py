"""Of several libraries which reports more than one holds, and which units have one name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tuibrowser.store.answers.held import Held
from tuibrowser.store.answers.read import Reader

if TYPE_CHECKING:
    from tuibrowser.store.rows.namesakes import Namesakes

Readers = dict[int, Reader]
"""Open libraries by their numbers, in order."""


class Twins:
    """The reports of one library that a later one holds, too, from which they are read."""

    def __init__(self, reports: Sequence[Held] = ()) -> None:
        self.reports = reports
        self.shas = frozenset(it.sha256 for it in reports)
        spans = sorted((it.first, it.last) for it in reports)
        self._firsts = [first for first, _ in spans]
        self._lasts = [last for _, last in spans]

    def __bool__(self) -> bool:
        return bool(self.reports)

    def has_passage(self, id_: int) -> bool:
        """Whether the passage with this id is of one of them."""
        at = bisect_right(self._firsts, id_) - 1
        return at >= 0 and id_ <= self._lasts[at]


def twins_of(readers: Readers) -> dict[int, Twins]:
    """The reports of each library that a later one has, too."""
    found: dict[int, Twins] = {}
    later: dict[str, None] = {}
    for number, reader in reversed(readers.items()):
        found[number] = Twins(reader.held(later) if later else ())
        if number != next(iter(readers)):
            later |= dict.fromkeys(reader.sha256s())
    return found


def namesakes_of(readers: Readers) -> Namesakes:
    """The issuers' names that several units of all the libraries have, with the places of each."""
    from tuibrowser.places.units import shared_names  # noqa: PLC0415  (a search makes no reports)

    placed = (it for reader in readers.values() for it in reader.issuers_placed())
    return {issuer: tuple(places) for issuer, places in shared_names(placed).items()}

"""Who else has a wording: the passages of the library, and those of reports not registered yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple, Protocol

from tuibrowser.model.report import Report
from tuibrowser.store.imprints import ROLES
from tuibrowser.store.wordings import HeldPassage, Origin
from tuibrowser.text.winnowing import hashes_of

MOST_HOLDERS: Final = 150
"""Passages with a fingerprint from which on it is what everybody writes: 30 townships with it in
each of five years."""


class Shelf(Protocol):
    """Where passages stand, found by fingerprints."""

    def holders(self, hashes: Iterable[int], most: int) -> dict[int, list[int]]:
        """The ids of the passages with each hash, no more than ``most`` of each."""

    def passages(self, ids: Iterable[int]) -> dict[int, HeldPassage]:
        """Where these passages stand."""

    def texts(self, ids: Iterable[int]) -> dict[int, str]:
        """What these passages say."""


class Loose:
    """A shelf of reports that are at hand and in no table of fingerprints; ids below 0."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._holders: dict[int, list[int]] = defaultdict(list)
        self._passages: dict[int, HeldPassage] = {}
        self._texts: dict[int, str] = {}
        for report in reports:
            origin = Origin(report.sha256, report.issuer, report.year, report.place, report.within)
            for passage in report.passages:
                if passage.role in ROLES:
                    id_ = -1 - len(self._passages)
                    self._passages[id_] = HeldPassage(origin, passage.start, passage.end)
                    self._texts[id_] = text = report.slice(passage)
                    for hash_ in hashes_of(text):
                        self._holders[hash_].append(id_)

    def holders(self, hashes: Iterable[int], most: int) -> dict[int, list[int]]:
        """As of :class:`Shelf`."""
        return {it: self._holders[it][:most] for it in hashes if it in self._holders}

    def passages(self, ids: Iterable[int]) -> dict[int, HeldPassage]:
        """As of :class:`Shelf`."""
        return {id_: self._passages[id_] for id_ in ids if id_ in self._passages}

    def texts(self, ids: Iterable[int]) -> dict[int, str]:
        """As of :class:`Shelf`."""
        return {id_: self._texts[id_] for id_ in ids if id_ in self._texts}


class Evidence(NamedTuple):
    """Who has which fingerprint, on all shelves together."""

    holders: Mapping[int, Sequence[int]]
    passages: Mapping[int, HeldPassage]
    shelves: Sequence[Shelf]

    def is_everybody_s(self, hash_: int) -> bool:
        """Whether so many passages have it that nobody counts them."""
        return len(self.holders.get(hash_, ())) >= MOST_HOLDERS

    def texts(self, ids: Iterable[int]) -> dict[int, str]:
        """What these passages say."""
        wanted = set(ids)
        found: dict[int, str] = {}
        for shelf in self.shelves:
            found |= shelf.texts(wanted)
        return found


def gather(hashes: Iterable[int], shelves: Sequence[Shelf]) -> Evidence:
    """Look the fingerprints up on every shelf."""
    wanted = set(hashes)
    holders: dict[int, list[int]] = defaultdict(list)
    passages: dict[int, HeldPassage] = {}
    for shelf in shelves:
        found = shelf.holders(wanted, MOST_HOLDERS)
        for hash_, ids in found.items():
            holders[hash_] += ids
        passages |= shelf.passages({id_ for ids in found.values() for id_ in ids})
    return Evidence(holders, passages, shelves)

"""Who else has a wording: the passages of the library, or of reports at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from itertools import islice
from operator import add
from typing import Protocol

from tuibrowser.model.report import Report
from tuibrowser.store.answers.wordings import ROLES, HeldPassage, Origin
from tuibrowser.text.shadows import signs_of

Grams = tuple[str, ...]
"""Pairs of neighbouring signs that a passage is to have all of."""


class Shelf(Protocol):
    """Where passages stand, found by what they say."""

    def holders(self, wanted: Iterable[Grams], most: int) -> dict[Grams, list[int]]:
        """The ids of the passages that have all of some pairs, the lowest ``most`` in order."""

    def passages(self, ids: Iterable[int]) -> dict[int, HeldPassage]:
        """Where these passages stand; headings, titles and the like are left out."""

    def texts(self, ids: Iterable[int]) -> dict[int, str]:
        """What these passages say."""


class Loose:
    """A shelf of reports that are at hand and in no library; filled when it is first asked."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = reports
        self._passages: list[HeldPassage] = []
        self._texts: list[str] = []

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """The passages that have each pair, in their order."""
        holders = defaultdict[str, list[int]](list)
        for report in self._reports:
            origin = Origin(report.sha256, report.issuer, report.year, report.place, report.within)
            for passage in report.passages:
                if passage.role in ROLES:
                    id_, text = len(self._passages), report.slice(passage)
                    self._passages.append(HeldPassage(origin, passage.start, passage.end))
                    self._texts.append(text)
                    signs = signs_of(text)
                    for gram in set(map(add, signs, signs[1:])):
                        holders[gram].append(id_)
        return dict(holders)

    def of(self, reports: Collection[str]) -> Shelf:
        """This shelf as if it held no more than the reports of these sha256."""
        return _Some(self, reports)

    def holders(self, wanted: Iterable[Grams], most: int) -> dict[Grams, list[int]]:
        """As of :class:`Shelf`."""
        return {grams: self.of_all(grams)[:most] for grams in wanted}

    def of_all(self, grams: Grams) -> list[int]:
        """The passages that have all of some pairs, in their order."""
        first, *others = (self._holders.get(gram, []) for gram in grams)
        if not others:
            return first
        return sorted(set(first).intersection(*others))

    def report_of(self, id_: int) -> str:
        """The sha256 of a passage's report."""
        return self._passages[id_].origin.report

    def passages(self, ids: Iterable[int]) -> dict[int, HeldPassage]:
        """As of :class:`Shelf`."""
        return {id_: self._passages[id_] for id_ in ids}

    def texts(self, ids: Iterable[int]) -> dict[int, str]:
        """As of :class:`Shelf`."""
        return {id_: self._texts[id_] for id_ in ids}


class _Some:
    """A shelf of some of the reports of another."""

    def __init__(self, whole: Loose, reports: Collection[str]) -> None:
        self._whole = whole
        self._reports = reports

    def holders(self, wanted: Iterable[Grams], most: int) -> dict[Grams, list[int]]:
        """As of :class:`Shelf`."""
        return {
            grams: list(islice(filter(self._has, self._whole.of_all(grams)), most))
            for grams in wanted
        }

    def _has(self, id_: int) -> bool:
        return self._whole.report_of(id_) in self._reports

    def passages(self, ids: Iterable[int]) -> dict[int, HeldPassage]:
        """As of :class:`Shelf`."""
        return self._whole.passages(ids)

    def texts(self, ids: Iterable[int]) -> dict[int, str]:
        """As of :class:`Shelf`."""
        return self._whole.texts(ids)

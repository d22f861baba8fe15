"""Who else has a wording: the passages of the library, or of reports at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from tuibrowser.model.report import Report
from tuibrowser.store.answers.wordings import ROLES, HeldPassage, Origin
from tuibrowser.text.shadows import signs_of

GRAM: Final = 3
"""Signs of the stretches that passages are looked up by."""

Grams = tuple[str, ...]
"""Stretches that a passage is to have all of."""


class Shelf(Protocol):
    """Where passages stand, found by what they say."""

    def holders(self, wanted: Iterable[Grams], most: int) -> dict[Grams, list[int]]:
        """The ids of the passages that may have all of some stretches, no more than ``most``.

        Each of these passages has the stretches' pairs of neighbours.
        """

    def passages(self, ids: Iterable[int]) -> dict[int, HeldPassage]:
        """Where these passages stand; headings, titles and the like are left out."""

    def texts(self, ids: Iterable[int]) -> dict[int, str]:
        """What these passages say."""


class Loose:
    """A shelf of reports that are at hand and in no library."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._passages: list[HeldPassage] = []
        self._texts: list[str] = []
        self._holders: dict[str, list[int]] = defaultdict(list)
        for report in reports:
            origin = Origin(report.sha256, report.issuer, report.year, report.place, report.within)
            for passage in report.passages:
                if passage.role in ROLES:
                    self._put(HeldPassage(origin, passage.start, passage.end), report)

    def _put(self, held: HeldPassage, report: Report) -> None:
        id_, text = len(self._passages), report.text[held.start : held.end]
        self._passages.append(held)
        self._texts.append(text)
        signs = signs_of(text)
        for gram in {signs[at : at + GRAM] for at in range(len(signs) - GRAM + 1)}:
            self._holders[gram].append(id_)

    def holders(self, wanted: Iterable[Grams], most: int) -> dict[Grams, list[int]]:
        """As of :class:`Shelf`."""
        return {grams: self._of_all(grams)[:most] for grams in wanted}

    def _of_all(self, grams: Grams) -> list[int]:
        first, *others = (self._holders.get(gram, []) for gram in grams)
        if not others:
            return first
        return sorted(set(first).intersection(*others))

    def passages(self, ids: Iterable[int]) -> dict[int, HeldPassage]:
        """As of :class:`Shelf`."""
        return {id_: self._passages[id_] for id_ in ids}

    def texts(self, ids: Iterable[int]) -> dict[int, str]:
        """As of :class:`Shelf`."""
        return {id_: self._texts[id_] for id_ in ids}

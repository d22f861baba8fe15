"""Where measures point, over several libraries at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING

from tuibrowser.store.answers.directions import Directions, Meanings
from tuibrowser.store.joint.ids import REPORT_SHIFT, JointIds
from tuibrowser.text.meaning import DIMENSIONS

if TYPE_CHECKING:
    from tuibrowser.store.joint.twins import Readers, Twins


def _renumbered(some: Directions, ids: JointIds) -> Directions:
    reports = [(ids.library << REPORT_SHIFT | it, count) for it, count in some.reports]
    return Directions(reports, some.packed, [ids.joint(max(it, 0)) for it in some.newest])


def _without(some: Directions, twins: Twins) -> Directions:
    """``some`` less the reports that are read from another library."""
    if not twins:
        return some
    ends = [end * DIMENSIONS for end in accumulate(count for _, count in some.reports)]
    kept = [at for at, it in enumerate(some.newest) if it < 0 or not twins.has_passage(it)]
    return Directions(
        [some.reports[at] for at in kept],
        b"".join(
            some.packed[ends[at] - some.reports[at][1] * DIMENSIONS : ends[at]] for at in kept
        ),
        [some.newest[at] for at in kept],
    )


class JointMeanings(Meanings):
    """Answers as :class:`~tuibrowser.store.answers.directions.Meanings` does, which says what."""

    def __init__(
        self, readers: Readers, ids: Mapping[int, JointIds], twins: Mapping[int, Twins]
    ) -> None:
        self._ids = ids
        self._shelves = {number: reader.meanings() for number, reader in readers.items()}
        self._twins = twins
        self.known = any(shelf.known for shelf in self._shelves.values())

    def directions(self, years: tuple[int, int] | None, most: int) -> Iterator[Directions]:
        """As there; each library has its share of ``most``, one's own first."""
        share = most // len(self._shelves)
        for number, shelf in reversed(self._shelves.items()):
            for some in shelf.directions(years, share):
                yield _renumbered(_without(some, self._twins[number]), self._ids[number])

    def measures(self, report: int, count: int) -> list[int]:
        number, own = divmod(report, 1 << REPORT_SHIFT)
        return [self._ids[number].joint(it) for it in self._shelves[number].measures(own, count)]

    def agree(self) -> bool:
        return all(shelf.agree() for shelf in self._shelves.values())

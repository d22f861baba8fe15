"""Which wording stands where, over several libraries at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tuibrowser.store.answers.wordings import HeldPassage, Wordings
from tuibrowser.store.joint.ids import JointIds, by_library

if TYPE_CHECKING:
    from tuibrowser.store.joint.twins import Readers, Twins


class JointWordings(Wordings):
    """Answers as :class:`~tuibrowser.store.answers.wordings.Wordings` does, which says what."""

    def __init__(
        self, readers: Readers, ids: Mapping[int, JointIds], twins: Mapping[int, Twins]
    ) -> None:
        self._ids = ids
        self._shelves = {number: reader.wordings() for number, reader in readers.items()}
        self._twins = twins

    def issuers(self) -> set[tuple[str | None, str | None]]:
        return {it for shelf in self._shelves.values() for it in shelf.issuers()}

    def units(self) -> int:
        return len(self.issuers())

    def holders(
        self, wanted: Iterable[tuple[str, ...]], most: int
    ) -> dict[tuple[str, ...], list[int]]:
        asked = list(wanted)
        found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, shelf in self._shelves.items():
            twins = self._twins[number]
            for stretches, ids in shelf.holders(asked, most).items():
                others = (self._ids[number].joint(it) for it in ids if not twins.has_passage(it))
                found[stretches].extend(others)
        return {stretches: ids[:most] for stretches, ids in found.items()}

    def passages(self, ids: Iterable[int]) -> dict[int, HeldPassage]:
        return {
            its.joint(id_): held
            for its, own in by_library(ids, self._ids)
            for id_, held in self._shelves[its.library].passages(own).items()
        }

    def texts(self, ids: Iterable[int]) -> dict[int, str]:
        return {
            its.joint(id_): text
            for its, own in by_library(ids, self._ids)
            for id_, text in self._shelves[its.library].texts(own).items()
        }

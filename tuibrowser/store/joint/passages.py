"""Passages of several open libraries, newest first over all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from heapq import merge
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tuibrowser.model.search import PassageRecord
from tuibrowser.store.answers.passages import PassageText
from tuibrowser.store.answers.read import Reader
from tuibrowser.store.errors import damaged
from tuibrowser.store.joint.ids import MOST, JointIds, by_library
from tuibrowser.store.joint.twins import Readers, Twins

if TYPE_CHECKING:
    from tuibrowser.model.terms import Role
    from tuibrowser.store.rows.namesakes import Namesakes

Tokens = Sequence[str | tuple[str, ...]]


class JointPassageReader(Reader):
    """What :class:`~tuibrowser.store.joint.reader.JointReader` answers about passages."""

    def __init__(
        self, readers: Readers, twins: Mapping[int, Twins], namesakes: Namesakes | None = None
    ) -> None:
        """Read several libraries at once.

        Args:
            readers: At least one.
            twins: As :func:`~tuibrowser.store.joint.twins.twins_of` tells them.
            namesakes: As :func:`~tuibrowser.store.joint.twins.namesakes_of` tells them, for more
                than one.
        """
        if namesakes is not None:
            for reader in readers.values():
                reader.namesakes = namesakes
        self.namesakes = next(iter(readers.values())).namesakes
        self._readers = readers
        self._twins = twins
        self._ids = {it: JointIds(it, reader.numbering) for it, reader in readers.items()}
        self._all = tuple(readers.values())
        self._own_first = self._all[::-1]

    @property
    def path(self) -> Path:
        return self._all[-1].path

    @property
    def version(self) -> int:
        """As there; also another one where other libraries are read."""
        chosen = sum(1 << number for number in self._readers)
        return sum(reader.version for reader in self._all) << MOST | chosen

    def interrupt(self) -> None:
        for reader in self._all:
            reader.interrupt()

    @property
    def knows_sounds(self) -> bool:
        return any(reader.knows_sounds for reader in self._all)

    @property
    def moves_years(self) -> bool:
        return any(reader.moves_years for reader in self._all)

    def passages(
        self,
        tokens: Tokens,
        *,
        years: tuple[int, int] | None = None,
        before: int | None = None,
        limit: int,
    ) -> list[PassageRecord]:
        return self.records(self.ids(tokens, years=years, before=before, limit=limit))

    def ids(
        self,
        tokens: Tokens,
        *,
        years: tuple[int, int] | None = None,
        before: int | None = None,
        limit: int,
        sounds: bool = False,
    ) -> list[int]:
        found = [
            self._ids_in(number, tokens, years, before, limit, sounds) for number in self._readers
        ]
        return list(islice(merge(*found, reverse=True), limit))

    def records(self, ids: Sequence[int]) -> list[PassageRecord]:
        found = [
            [it._replace(id=its.joint(it.id)) for it in self._readers[its.library].records(own)]
            for its, own in by_library(ids, self._ids)
        ]
        return list(merge(*found, key=lambda it: it.id, reverse=True))

    def roles(self, ids: Sequence[int]) -> dict[int, Role]:
        return {
            its.joint(id_): role
            for its, own in by_library(ids, self._ids)
            for id_, role in self._readers[its.library].roles(own).items()
        }

    def texts(self, ids: Sequence[int]) -> list[PassageText]:
        return self._texts(ids, lambda reader, own: reader.texts(own))

    def issuers(self, ids: Sequence[int]) -> list[PassageText]:
        return self._texts(ids, lambda reader, own: reader.issuers(own))

    def years(self) -> list[int]:
        return sorted({year for reader in self._all for year in reader.years()}, reverse=True)

    def count(
        self,
        tokens: Tokens,
        years: tuple[int, int] | None,
        ceiling: int,
        sounds: bool = False,
    ) -> int:
        total = 0
        for number, reader in self._readers.items():
            if sounds and not reader.knows_sounds:
                continue
            if self._twins[number]:
                # The index cannot count without them.
                total += len(self._ids_in(number, tokens, years, None, ceiling - total, sounds))
            else:
                total += reader.count(tokens, years, ceiling - total, sounds)
            if total >= ceiling:
                break
        return total

    def index_agrees(self) -> bool:
        return all(reader.index_agrees() for reader in self._all)

    def _ids_in(
        self,
        number: int,
        tokens: Tokens,
        years: tuple[int, int] | None,
        before: int | None,
        limit: int,
        sounds: bool,
    ) -> list[int]:
        """The ids of one library, less those of its twins."""
        reader, twins = self._readers[number], self._twins[number]
        if sounds and not reader.knows_sounds:
            return []
        bound = None if before is None else self._ids[number].bound(before)
        found: list[int] = []
        while len(found) < limit:
            some = reader.ids(tokens, years=years, before=bound, limit=limit, sounds=sounds)
            found += [it for it in some if not twins.has_passage(it)] if twins else some
            if len(some) < limit:
                break
            bound = some[-1]
        try:
            return [self._ids[number].joint(it) for it in found[:limit]]
        except ValueError:
            raise damaged(reader.path) from None

    def _texts(
        self, ids: Sequence[int], ask: Callable[[Reader, list[int]], list[PassageText]]
    ) -> list[PassageText]:
        found = [
            [it._replace(id=its.joint(it.id)) for it in ask(self._readers[its.library], own)]
            for its, own in by_library(ids, self._ids)
        ]
        return list(merge(*found, key=lambda it: it.id, reverse=True))

"""Passages that may answer a reading of the query, each fetched once and judged by many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tuibrowser.model.search import PassageRecord
from tuibrowser.search.attempt import Tokens
from tuibrowser.search.stages import FilterScope
from tuibrowser.text.equivalence import equate

if TYPE_CHECKING:
    from tuibrowser.store.library import Reader


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage with the text that is compared."""

    record: PassageRecord
    text: str
    """Squashed."""


class Candidates:
    """What passes the filters and is not known yet, for the length of one query."""

    def __init__(
        self, reader: Reader, scope: FilterScope, excluded: Sequence[str], known: frozenset[int]
    ) -> None:
        """Start with nothing fetched.

        Args:
            reader: An open library.
            scope: What passes the filters.
            excluded: Words that no answer may hold, folded.
            known: Ids of passages that have been found already.
        """
        self.reader = reader
        self._scope = scope
        self._excluded = excluded
        self._known = known
        self._fetched: dict[int, Candidate] = {}
        self._asked: dict[tuple[Tokens, int | None, int, bool], list[int]] = {}

    @property
    def fetched(self) -> int:
        """How many passages have been read: what a query costs, 10 us each."""
        return len(self._fetched)

    def ids(self, tokens: Tokens, before: int | None, limit: int, *, sounds: bool) -> list[int]:
        """The next ids of rows with ``tokens``, newest first. Several readings ask for the same."""
        if self._scope.closed:
            return []
        asked = tokens, before, limit, sounds
        if asked not in self._asked:
            self._asked[asked] = self.reader.ids(
                (*tokens, *self._scope.groups),
                years=self._scope.years,
                before=before,
                limit=limit,
                sounds=sounds,
            )
        return self._asked[asked]

    def count(self, tokens: Tokens, ceiling: int) -> int:
        """How many rows have ``tokens``, filters aside."""
        return self.reader.count(tokens, None, ceiling)

    def of(self, ids: Sequence[int]) -> Iterator[Candidate]:
        """The passages with these ids that may be answers."""
        missing = [id_ for id_ in ids if id_ not in self._fetched and id_ not in self._known]
        if missing:
            for record in self.reader.records(missing):
                self._fetched[record.id] = Candidate(record, equate(record.text))
        for id_ in ids:
            candidate = self._fetched.get(id_)
            if candidate and not any(word in candidate.text for word in self._excluded):
                yield candidate

"""What a library answers about passages where reports were put right beside it."""

from __future__ import annotations

# Most people put nothing right beside a library.
# ruff: noqa: PLC0415
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

from tuibrowser.model.search import UNDATED, PassageRecord
from tuibrowser.store.answers.passages import PassageText
from tuibrowser.store.answers.report_reader import ReportReader
from tuibrowser.store.index.tokens import Token, of_parts, of_reports
from tuibrowser.store.rows.columns import Row

if TYPE_CHECKING:
    from tuibrowser.model.report import Owner
    from tuibrowser.store.answers.beside import PutRight


class CorrectedReader(ReportReader):
    """Answers as those below do, of reports that were put right as they are then."""

    @cached_property
    def _beside(self) -> Sequence[PutRight]:
        """Those that were put right, by the ids of their passages."""
        if not self._put_right:
            return ()
        from tuibrowser.store.answers.beside import put_right_in

        return put_right_in(self._checked, self._number("schema"), self._put_right, self.report)

    @property
    def moves_years(self) -> bool:
        """Whether some reports are of another year than their passages are numbered by."""
        return any(it.before.year != it.now.year for it in self._beside)

    def passages(
        self,
        tokens: Sequence[Token],
        *,
        years: tuple[int, int] | None = None,
        before: int | None = None,
        limit: int,
    ) -> list[PassageRecord]:
        if not self._differs(tokens, years):
            return super().passages(tokens, years=years, before=before, limit=limit)
        return self.records(self.ids(tokens, years=years, before=before, limit=limit))

    def ids(
        self,
        tokens: Sequence[Token],
        *,
        years: tuple[int, int] | None = None,
        before: int | None = None,
        limit: int,
        sounds: bool = False,
    ) -> list[int]:
        if not self._differs(tokens, years):
            return super().ids(tokens, years=years, before=before, limit=limit, sounds=sounds)
        if years is not None:
            years = max(years[0], years != UNDATED), years[1]
        found = [self._of_others(tokens, years, before, limit, sounds)]
        for it in self._beside:
            if (before is None or it.first < before) and it.passes(tokens, years):
                found.append(self._of_one(it, tokens, before, sounds))
        return list(islice(merge(*found, reverse=True), limit))

    def count(
        self,
        tokens: Sequence[Token],
        years: tuple[int, int] | None,
        ceiling: int,
        sounds: bool = False,
    ) -> int:
        if not self._differs(tokens, years):
            return super().count(tokens, years, ceiling, sounds)
        return len(self.ids(tokens, years=years, limit=ceiling, sounds=sounds))

    def years(self) -> list[int]:
        moved = {it.now.year for it in self._beside if it.now.year}
        return sorted({*super().years(), *moved}, reverse=True)

    def _differs(self, tokens: Sequence[Token], years: tuple[int, int] | None) -> bool:
        """Whether the index alone would answer of reports as they were."""
        if not self._put_right:
            return False
        narrowed = years is not None or of_reports(tokens) or of_parts(tokens)
        return bool(narrowed and self._beside)

    def _of_others(
        self,
        tokens: Sequence[Token],
        years: tuple[int, int] | None,
        before: int | None,
        limit: int,
        sounds: bool,
    ) -> list[int]:
        """The ids of passages whose reports nobody put right."""
        found: list[int] = []
        while len(found) < limit:
            some = super().ids(tokens, years=years, before=before, limit=limit, sounds=sounds)
            found += [id_ for id_ in some if self._put_right_at(id_) is None]
            if len(some) < limit:
                break
            before = some[-1]
        return found

    def _of_one(
        self, it: PutRight, tokens: Sequence[Token], before: int | None, sounds: bool
    ) -> list[int]:
        """The ids of passages of one report, which itself passes."""
        settled = of_reports(tokens) if it.parts is None else of_reports(tokens) + of_parts(tokens)
        asked = [token for token in tokens if token not in settled]
        last = it.last if before is None else min(it.last, before - 1)
        ids = self._ids_between(asked, it.first, last, it.last - it.first + 1, sounds)
        return [id_ for id_ in ids if it.has(id_, tokens)]

    def _put_right_at(self, id_: int) -> PutRight | None:
        """The report that was put right and has the passage ``id_``."""
        at = bisect_right(self._firsts, id_) - 1
        return self._beside[at] if at >= 0 and id_ <= self._beside[at].last else None

    @cached_property
    def _firsts(self) -> list[int]:
        return [it.first for it in self._beside]

    def _records(self, found: Sequence[Row]) -> list[PassageRecord]:
        records = super()._records(found)
        if self._put_right.keys().isdisjoint(it.report for it in records):
            return records
        return list(self._as_now(records))

    def _as_now(self, records: Sequence[PassageRecord]) -> Iterator[PassageRecord]:
        from tuibrowser.parsing.corrected.report import corrected_record

        for record in records:
            it = self._put_right_at(record.id)
            if it is None:
                yield record
                continue
            now = corrected_record(record, self._put_right[it.sha256])
            if it.parts is not None:
                now = now._replace(section_kind=it.parts[record.id].kind)
            yield now._replace(within=self._within(it.now))

    def _of_units(self, found: list[PassageText]) -> list[PassageText]:
        told = super()._of_units(found)
        if not self._put_right:
            return told
        return [
            text
            if (it := self._put_right_at(text.id)) is None
            else text._replace(issuer=it.now.issuer, within=self._within(it.now))
            for text in told
        ]

    def _within(self, owner: Owner) -> tuple[str, ...]:
        if owner.issuer is None or owner.issuer not in self.namesakes:
            return ()
        from tuibrowser.places.units import within

        return within(owner.issuer, owner.place, self.namesakes[owner.issuer])

    def _more_unplaced(self, years: tuple[int, int] | None) -> int:
        """How many more reports of ``years`` are of no place than the library has."""

        def counts(owner: Owner) -> bool:
            return owner.is_unplaced and (
                years is None or years[0] <= (owner.year or -1) <= years[1]
            )

        return sum(counts(it.now) - counts(it.before) for it in self._beside if it.is_report)

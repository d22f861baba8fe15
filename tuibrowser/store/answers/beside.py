"""Reports put right beside a library, whose index still has them as they were.

Searching is answered by the index for all other reports, and for these, where it is narrowed, by
what they are now.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from tuibrowser.model.correction import PART_KEYS, Corrections
from tuibrowser.model.report import Owner, Passage, Place, Report
from tuibrowser.parsing.corrected.report import corrected_owner
from tuibrowser.store.index.entry import filter_tokens, report_tokens
from tuibrowser.store.index.tokens import Token, has_each, of_parts, of_reports
from tuibrowser.store.rows import columns
from tuibrowser.store.rows.columns import Row
from tuibrowser.store.rows.extents import ITS_PASSAGES, extents

_REPORTS: Final = """
    SELECT r.sha256, r.is_report, e.first, e.last,
           r.issuer, r.year, r.province, r.city, r.county, r.township
    FROM json_each(?) AS chosen CROSS JOIN report AS r ON r.sha256 = chosen.value
    JOIN {extents} AS e ON e.report = r.id ORDER BY e.first
"""
_REPORT_RULES: Final = (
    columns.sha256,
    columns.boolean,
    columns.whole,
    columns.whole,
    columns.text_or_none,
    columns.year,
    *(columns.text_or_none,) * 4,
)
_PASSAGES: Final = (
    f"SELECT p.id, p.start FROM {{extents}} AS e {ITS_PASSAGES} WHERE e.first = ? ORDER BY p.id"
)

Ask = Callable[..., Sequence[Row]]
"""Asks the library at hand in SQL: rules of the columns, statement, values."""


class PutRight(NamedTuple):
    """A report that was put right beside its library."""

    sha256: str
    is_report: bool
    first: int
    last: int
    """The lowest and the highest id of its passages."""
    before: Owner
    """As the library has it."""
    now: Owner
    tokens: frozenset[str]
    """What all its passages are filtered by now."""
    parts: Mapping[int, Passage] | None
    """By its id what each passage is now; ``None`` where no part of the text was put right."""

    def passes(self, tokens: Sequence[Token], years: tuple[int, int] | None) -> bool:
        """Whether it is of ``years``, and of the places and issuers among ``tokens``."""
        # As the numbers of passages have it: year 0 is the unknown one.
        return (years is None or years[0] <= (self.now.year or 0) <= years[1]) and has_each(
            self.tokens, of_reports(tokens)
        )

    def has(self, id_: int, tokens: Sequence[Token]) -> bool:
        """Whether its passage ``id_`` is of the kinds and themes among ``tokens``."""
        if self.parts is None:
            return True
        return has_each(filter_tokens(self.parts[id_]), of_parts(tokens))


def put_right_in(
    ask: Ask,
    schema: int,
    corrections: Mapping[str, Corrections],
    report: Callable[[str], Report],
) -> list[PutRight]:
    """The reports of a library that were put right, by the ids of their passages.

    Args:
        ask: Gives the rows of an answer.
        schema: Of the library.
        corrections: By the sha256 of their report, of other libraries, too.
        report: Gives a report as it is now.
    """
    sql = _REPORTS.format(extents=extents(schema))
    found: list[PutRight] = []
    for sha256, is_report, first, last, issuer, year, *levels in ask(
        _REPORT_RULES, sql, json.dumps(list(corrections))
    ):
        its = corrections[sha256]
        before = Owner(issuer, year, Place(*levels))
        now = corrected_owner(before, its)
        parts = None
        if any(it.key in PART_KEYS for it in its):
            rules = (columns.whole, columns.offset)
            rows = ask(rules, _PASSAGES.format(extents=extents(schema)), first)
            parts = _parts(rows, report(sha256))
        tokens = report_tokens(now.place, now.issuer)
        found.append(PutRight(sha256, bool(is_report), first, last, before, now, tokens, parts))
    return found


def _parts(rows: Sequence[Row], report: Report) -> dict[int, Passage]:
    """For each stored passage the one that its beginning is in now: headings may have moved."""
    starts = [it.start for it in report.passages]
    return {id_: report.passages[max(bisect_right(starts, start) - 1, 0)] for id_, start in rows}

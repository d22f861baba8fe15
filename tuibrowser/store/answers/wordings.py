"""What a library answers about wordings: which passages may have one, and what they say."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from tuibrowser.model.report import Place
from tuibrowser.model.terms import Role
from tuibrowser.model.units import within
from tuibrowser.store.index.tokens import match_all
from tuibrowser.store.rows import columns
from tuibrowser.store.rows.columns import Row, Rule
from tuibrowser.store.rows.namesakes import Namesakes
from tuibrowser.text.equivalence import equate
from tuibrowser.text.grams import pairs

ROLES: Final[frozenset[Role]] = frozenset({"measure", "lead", "other"})
"""Passages whose wording is somebody's; headings are what all have."""

Ask = Callable[..., list[Row]]
"""Asks the library at hand in SQL: rules of the columns, statement, values."""

_MOST_VALUES: Final = 900
"""In one statement; SQLite before 3.32 takes 999."""

_MOST_KNOWN: Final = 100_000
"""Passages that are remembered, 20 MB."""

# One statement for all: each by itself takes twice as long.
_HOLDERS: Final = """
    SELECT (
        SELECT group_concat(rowid, ' ') FROM (
            SELECT rowid FROM passage_index WHERE passage_index MATCH wanted.value LIMIT ?
        )
    )
    FROM json_each(?) AS wanted ORDER BY wanted.key
"""
_PASSAGES: Final = f"""
    SELECT id, report, start, "end", role IN ({", ".join(f"'{role}'" for role in sorted(ROLES))})
    FROM passage WHERE id IN ({{marks}})
"""
_REPORTS: Final = """
    SELECT id, sha256, issuer, year, province, city, county, township
    FROM report WHERE id IN ({marks})
"""
_TEXTS: Final = "SELECT id, text FROM report WHERE id IN ({marks})"
_PASSAGE_RULES: Final[Sequence[Rule]] = (
    columns.whole,
    columns.whole,
    columns.offset,
    columns.offset,
    columns.boolean,
)
_REPORT_RULES: Final[Sequence[Rule]] = (
    columns.whole,
    columns.sha256,
    columns.text_or_none,
    columns.year,
    *(columns.text_or_none,) * 4,
)


class Origin(NamedTuple):
    """The report that a passage is of."""

    report: str
    """Its sha256."""
    issuer: str | None
    year: int | None
    place: Place
    within: tuple[str, ...] = ()
    """As ``ReportEntry.within``."""

    @property
    def unit(self) -> str | None:
        """The issuer, told from others of the name: ``甲溪县城关镇``."""
        return self.issuer and "".join((*self.within, self.issuer))


class HeldPassage(NamedTuple):
    """Where a passage of the library stands."""

    origin: Origin
    start: int
    end: int


class _Span(NamedTuple):
    """Where a passage stands in the library's own terms."""

    report: int
    start: int
    end: int
    is_worded: bool
    """Whether its wording is somebody's."""


def _tokens(stretches: Iterable[str]) -> Iterator[str]:
    return (pair for stretch in stretches for pair in pairs(equate(stretch)))


class Wordings:
    """The wordings of an open library. Every method raises
    :class:`~tuibrowser.store.errors.LibraryError` as those of ``Reader`` do."""

    def __init__(self, ask: Ask, namesakes: Namesakes = MappingProxyType({})) -> None:
        self._ask = ask
        self._namesakes = namesakes
        self._known: dict[int, _Span] = {}
        self._origins: dict[int, Origin] = {}

    def units(self) -> int:
        """How many issuers the library knows, namesakes of one county taken for one."""
        sql = "SELECT count(*) FROM (SELECT DISTINCT issuer, county FROM report)"
        return int(self._ask((columns.whole,), sql)[0][0])

    def issuers(self) -> set[tuple[str | None, str | None]]:
        """What :meth:`units` counts: issuer and county."""
        sql = "SELECT DISTINCT issuer, county FROM report"
        found = self._ask((columns.text_or_none, columns.text_or_none), sql)
        return {(issuer, county) for issuer, county in found}

    def holders(
        self, wanted: Iterable[tuple[str, ...]], most: int
    ) -> dict[tuple[str, ...], list[int]]:
        """The ids of the passages that have all pairs of neighbouring characters of some stretches.

        Args:
            wanted: Stretches together; each is a part of a text as it stands there.
            most: No more ids than that for each.
        """
        asked = {stretches: match_all(dict.fromkeys(_tokens(stretches))) for stretches in wanted}
        expressions = json.dumps(list(asked.values()))
        rows = self._ask((columns.numbers,), _HOLDERS, most, expressions)
        return {
            stretches: [int(id_) for id_ in (ids or "").split()]
            for stretches, (ids,) in zip(asked, rows, strict=True)
        }

    def passages(self, ids: Iterable[int]) -> dict[int, HeldPassage]:
        """Where the passages with these ids stand, less those that are headings and the like."""
        spans = {id_: span for id_, span in self._spans(ids).items() if span.is_worded}
        self._learn_origins({span.report for span in spans.values()})
        return {
            id_: HeldPassage(self._origins[span.report], span.start, span.end)
            for id_, span in spans.items()
            if span.report in self._origins
        }

    def _learn_origins(self, reports: set[int]) -> None:
        new = reports - self._origins.keys()
        for id_, sha256, issuer, year, *levels in self._in_parts(_REPORT_RULES, _REPORTS, new):
            self._origins[id_] = self._origin(sha256, issuer, year, Place(*levels))

    def _spans(self, ids: Iterable[int]) -> dict[int, _Span]:
        """Where these passages stand. Who asks for one report's asks for much the same for the
        next one's."""
        wanted = frozenset(ids)
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        for id_, *span in self._in_parts(_PASSAGE_RULES, _PASSAGES, wanted - self._known.keys()):
            self._known[id_] = _Span(*span)
        return {id_: self._known[id_] for id_ in wanted if id_ in self._known}

    def _origin(self, sha256: str, issuer: str | None, year: int | None, place: Place) -> Origin:
        places = self._namesakes.get(issuer or "", ())
        return Origin(sha256, issuer, year, place, within(issuer or "", place, places))

    def texts(self, ids: Iterable[int]) -> dict[int, str]:
        """The words of the passages with these ids."""
        # Cutting in SQL would read a report's text once for each of its passages.
        of_reports: dict[int, list[tuple[int, _Span]]] = defaultdict(list)
        for id_, span in self._spans(ids).items():
            of_reports[span.report].append((id_, span))
        return {
            id_: text[span.start : span.end]
            for report, text in self._in_parts((columns.whole, columns.text), _TEXTS, of_reports)
            for id_, span in of_reports[report]
        }

    def _in_parts(self, rules: Sequence[Rule], sql: str, ids: Iterable[int]) -> Iterator[Row]:
        ordered = sorted(ids)
        for first in range(0, len(ordered), _MOST_VALUES):
            part = ordered[first : first + _MOST_VALUES]
            yield from self._ask(rules, sql.format(marks=",".join("?" * len(part))), *part)

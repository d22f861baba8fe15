"""What a library answers about wordings: which passages may have one, and what they say."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from tuibrowser.model.report import Place
from tuibrowser.model.terms import Role
from tuibrowser.places.units import within
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
"""Passages that are remembered, 30 MB."""
_MOST_ANSWERS: Final = 20_000
"""Stretches whose holders are remembered, 17 MB: half of a township's are its neighbours', too."""
_MOST_CHARACTERS: Final = 4_000_000
"""Of the reports that are remembered; those of a county are cut anew for each of its townships."""

# One statement for all: each by itself takes twice as long.
_HOLDERS: Final = """
    SELECT (
        SELECT group_concat(rowid, ' ') FROM (
            SELECT rowid FROM passage_index WHERE passage_index MATCH wanted.value
            ORDER BY rowid LIMIT ?
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


class _Known(NamedTuple):
    """A passage in the library's own terms."""

    report: int
    start: int
    end: int
    held: HeldPassage | None
    """``None`` where its wording is nobody's."""


# The same pairs are asked for alone and together, of one report and the next.
@lru_cache(maxsize=1 << 12)
def _expression(stretch: str) -> str:
    """What asks the index for all pairs of neighbouring characters of ``stretch``."""
    return match_all(dict.fromkeys(pairs(equate(stretch))))


class Wordings:
    """The wordings of an open library. Every method raises
    :class:`~tuibrowser.store.errors.LibraryError` as those of ``Reader`` do."""

    def __init__(self, ask: Ask, namesakes: Namesakes = MappingProxyType({})) -> None:
        self._ask = ask
        self._namesakes = namesakes
        self._known: dict[int, _Known] = {}
        self._origins: dict[int, Origin] = {}
        self._texts: dict[int, str] = {}
        self._room = _MOST_CHARACTERS
        self._answers: dict[int, dict[tuple[str, ...], list[int]]] = defaultdict(dict)

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
            most: No more ids than that for each, the lowest, in order.
        """
        ordered, known = list(wanted), self._answers[most]
        if len(known) > _MOST_ANSWERS:
            known.clear()
        asked = [it for it in dict.fromkeys(ordered) if it not in known]
        expressions = json.dumps([" AND ".join(map(_expression, it)) for it in asked])
        rows = self._ask((columns.numbers,), _HOLDERS, most, expressions) if asked else []
        for stretches, (ids,) in zip(asked, rows, strict=True):
            known[stretches] = list(map(int, (ids or "").split()))
        return {stretches: known[stretches] for stretches in ordered}

    def passages(self, ids: Iterable[int]) -> dict[int, HeldPassage]:
        """Where the passages with these ids stand, less those that are headings and the like."""
        return {id_: it.held for id_, it in self._passages(ids).items() if it.held}

    def _passages(self, ids: Iterable[int]) -> dict[int, _Known]:
        """What these passages are. Who asks for one report's asks for much the same for the next
        one's."""
        wanted = frozenset(ids)
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        if new := wanted - self._known.keys():
            rows = list(self._in_parts(_PASSAGE_RULES, _PASSAGES, new))
            self._learn_origins({report for _, report, *_ in rows})
            for id_, report, start, end, is_worded in rows:
                origin = self._origins.get(report) if is_worded else None
                held = None if origin is None else HeldPassage(origin, start, end)
                self._known[id_] = _Known(report, start, end, held)
        return {id_: self._known[id_] for id_ in wanted if id_ in self._known}

    def _learn_origins(self, reports: set[int]) -> None:
        new = reports - self._origins.keys()
        for id_, sha256, issuer, year, *levels in self._in_parts(_REPORT_RULES, _REPORTS, new):
            self._origins[id_] = self._origin(sha256, issuer, year, Place(*levels))

    def _origin(self, sha256: str, issuer: str | None, year: int | None, place: Place) -> Origin:
        places = self._namesakes.get(issuer or "", ())
        return Origin(sha256, issuer, year, place, within(issuer or "", place, places))

    def texts(self, ids: Iterable[int]) -> dict[int, str]:
        """The words of the passages with these ids."""
        # Cutting in SQL would read a report's text once for each of its passages.
        of_reports: dict[int, list[tuple[int, _Known]]] = defaultdict(list)
        for id_, it in self._passages(ids).items():
            of_reports[it.report].append((id_, it))
        return {
            id_: text[it.start : it.end]
            for report, text in self._whole(of_reports.keys())
            for id_, it in of_reports[report]
        }

    def _whole(self, reports: Set[int]) -> Iterator[tuple[int, str]]:
        """The texts of these reports, in no order."""
        known = {report: self._texts[report] for report in self._texts.keys() & reports}
        yield from known.items()
        new = reports - known.keys()
        for report, text in self._in_parts((columns.whole, columns.text), _TEXTS, new):
            self._room -= len(text)
            if self._room < 0:
                self._texts.clear()
                self._room = _MOST_CHARACTERS - len(text)
            self._texts[report] = text
            yield report, text

    def _in_parts(self, rules: Sequence[Rule], sql: str, ids: Iterable[int]) -> Iterator[Row]:
        ordered = sorted(ids)
        for first in range(0, len(ordered), _MOST_VALUES):
            part = ordered[first : first + _MOST_VALUES]
            yield from self._ask(rules, sql.format(marks=",".join("?" * len(part))), *part)

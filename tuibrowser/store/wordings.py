"""What a library answers about wordings: which passages may have one, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from tuibrowser.model.report import Place
from tuibrowser.model.terms import Role
from tuibrowser.model.units import within
from tuibrowser.store import columns
from tuibrowser.store.columns import Row, Rule
from tuibrowser.store.namesakes import Namesakes
from tuibrowser.store.tokens import match_all
from tuibrowser.text.equivalence import equate
from tuibrowser.text.grams import pairs

ROLES: Final[frozenset[Role]] = frozenset({"measure", "lead", "other"})
"""Passages whose wording is somebody's; headings are what all have."""

Ask = Callable[..., list[Row]]
"""Asks the library at hand in SQL: rules of the columns, statement, values."""

_MOST_VALUES: Final = 900
"""In one statement; SQLite before 3.32 takes 999."""

_HOLDERS: Final = """
    SELECT rowid FROM passage_index WHERE passage_index MATCH ? LIMIT ?
"""
_PASSAGES: Final = f"""
    SELECT p.id, p.report, p.start, p."end" FROM passage AS p
    WHERE p.id IN ({{marks}}) AND p.role IN ({", ".join(f"'{role}'" for role in sorted(ROLES))})
"""
_REPORTS: Final = """
    SELECT id, sha256, issuer, year, province, city, county, township
    FROM report WHERE id IN ({marks})
"""
_TEXTS: Final = """
    SELECT p.id, substr(r.text, p.start + 1, p."end" - p.start)
    FROM passage AS p CROSS JOIN report AS r ON r.id = p.report WHERE p.id IN ({marks})
"""
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


class Wordings:
    """The wordings of an open library. Every method raises
    :class:`~tuibrowser.store.errors.LibraryError` as those of ``Reader`` do."""

    def __init__(self, ask: Ask, namesakes: Namesakes = MappingProxyType({})) -> None:
        self._ask = ask
        self._namesakes = namesakes

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
        rules = (columns.whole,)
        found = {}
        for stretches in wanted:
            tokens = {pair: None for stretch in stretches for pair in pairs(equate(stretch))}
            rows = self._ask(rules, _HOLDERS, match_all(tokens), most)
            found[stretches] = [id_ for (id_,) in rows]
        return found

    def passages(self, ids: Iterable[int]) -> dict[int, HeldPassage]:
        """Where the passages with these ids stand, less those that are headings and the like."""
        rules = (columns.whole, columns.whole, columns.offset, columns.offset)
        rows = list(self._in_parts(rules, _PASSAGES, ids))
        origins = {
            id_: self._origin(sha256, issuer, year, Place(*levels))
            for id_, sha256, issuer, year, *levels in self._in_parts(
                _REPORT_RULES, _REPORTS, {report for _, report, _, _ in rows}
            )
        }
        return {
            id_: HeldPassage(origins[report], start, end)
            for id_, report, start, end in rows
            if report in origins
        }

    def _origin(self, sha256: str, issuer: str | None, year: int | None, place: Place) -> Origin:
        places = self._namesakes.get(issuer or "", ())
        return Origin(sha256, issuer, year, place, within(issuer or "", place, places))

    def texts(self, ids: Iterable[int]) -> dict[int, str]:
        """The words of the passages with these ids."""
        rules = (columns.whole, columns.text)
        return {row[0]: row[1] for row in self._in_parts(rules, _TEXTS, ids)}

    def _in_parts(self, rules: Sequence[Rule], sql: str, ids: Iterable[int]) -> Iterator[Row]:
        ordered = sorted(ids)
        for first in range(0, len(ordered), _MOST_VALUES):
            part = ordered[first : first + _MOST_VALUES]
            yield from self._ask(rules, sql.format(marks=",".join("?" * len(part))), *part)

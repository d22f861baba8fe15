"""What a library answers about wordings: which passages have a fingerprint, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from tuibrowser.model.report import Place
from tuibrowser.model.units import within
from tuibrowser.store import columns
from tuibrowser.store.columns import Row, Rule
from tuibrowser.store.namesakes import Namesakes
from tuibrowser.text.winnowing import winnowing_version

Ask = Callable[..., list[Row]]
"""Asks the library at hand in SQL: rules of the columns, statement, values."""

FIRST_WITH_FINGERPRINTS: Final = 8
"""The schema that brought ``fingerprint``."""

_MOST_VALUES: Final = 900
"""In one statement; SQLite before 3.32 takes 999."""

_HOLDERS: Final = """
    SELECT passage FROM fingerprint WHERE hash = ? LIMIT ?
"""
_PASSAGES: Final = """
    SELECT p.id, p.report, p.start, p."end" FROM passage AS p WHERE p.id IN ({marks})
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
    """The fingerprints of an open library. Every method raises
    :class:`~tuibrowser.store.errors.LibraryError` as those of ``Reader`` do."""

    def __init__(self, ask: Ask, schema: int, namesakes: Namesakes = MappingProxyType({})) -> None:
        self._ask = ask
        self._namesakes = namesakes
        self._is_there = schema >= FIRST_WITH_FINGERPRINTS

    def waiting(self) -> list[str]:
        """The reports that ``index`` has not looked through, in the order of indexing."""
        done = "(SELECT report FROM fingerprinted WHERE rule = ?)" if self._is_there else "(?)"
        sql = f"SELECT sha256 FROM report WHERE id NOT IN {done} ORDER BY id"
        return [row[0] for row in self._ask((columns.sha256,), sql, winnowing_version())]

    def units(self) -> int:
        """How many issuers the library knows, namesakes of one county taken for one."""
        sql = "SELECT count(*) FROM (SELECT DISTINCT issuer, county FROM report)"
        return int(self._ask((columns.whole,), sql)[0][0])

    def issuers(self) -> set[tuple[str | None, str | None]]:
        """What :meth:`units` counts: issuer and county."""
        sql = "SELECT DISTINCT issuer, county FROM report"
        found = self._ask((columns.text_or_none, columns.text_or_none), sql)
        return {(issuer, county) for issuer, county in found}

    def holders(self, hashes: Iterable[int], most: int) -> dict[int, list[int]]:
        """The ids of the passages that have each hash, of each hash no more than ``most``."""
        if not self._is_there or self._is_older():
            return {}
        rules = (columns.whole,)
        found = {hash_: self._ask(rules, _HOLDERS, hash_, most) for hash_ in hashes}
        return {hash_: [id_ for (id_,) in rows] for hash_, rows in found.items()}

    def passages(self, ids: Iterable[int]) -> dict[int, HeldPassage]:
        """Where the passages with these ids stand; those that are not there are left out."""
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

    def _is_older(self) -> bool:
        """Whether the fingerprints were made by another rule."""
        sql = "SELECT 1 FROM fingerprinted WHERE rule <> ? LIMIT 1"
        return bool(self._ask((columns.whole,), sql, winnowing_version()))

    def _in_parts(self, rules: Sequence[Rule], sql: str, ids: Iterable[int]) -> Iterator[Row]:
        ordered = sorted(ids)
        for first in range(0, len(ordered), _MOST_VALUES):
            part = ordered[first : first + _MOST_VALUES]
            yield from self._ask(rules, sql.format(marks=",".join("?" * len(part))), *part)

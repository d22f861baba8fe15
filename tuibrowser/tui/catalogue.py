"""The reports of a library as a list to choose from: by place, newest year first, filtered.

Knows nothing of widgets. A library may hold 100,000 reports: rows are built in one pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from tuibrowser.model import ReportEntry
from tuibrowser.text.fold import fold
from tuibrowser.tui.naming import place_names, report_name


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One line: a report, or the place above those that follow."""

    text: str
    entry: ReportEntry | None


class Catalogue:
    """All reports, ready to be narrowed down."""

    def __init__(self, entries: Iterable[ReportEntry]) -> None:
        """Take reports as :meth:`Reader.entries` gives them, sorted by place and issuer; those
        without a place go to the end."""
        self._entries: list[ReportEntry] = []
        for _, same_issuer in groupby(entries, lambda entry: (entry.place, entry.issuer)):
            self._entries += sorted(same_issuer, key=lambda entry: -(entry.year or 0))
        self._entries.sort(key=lambda entry: not place_names(entry.place))

    def rows(self, typed: str = "") -> list[CatalogueRow]:
        """The rows whose reports hold every word of ``typed`` in place, issuer, year or title."""
        words = fold(typed).split()
        if words:
            wanted: Sequence[ReportEntry] = [
                entry
                for entry, text in zip(self._entries, self._texts, strict=True)
                if all(word in text for word in words)
            ]
        else:
            wanted = self._entries
        rows: list[CatalogueRow] = []
        for place, entries in groupby(wanted, lambda entry: place_names(entry.place)):
            rows.append(CatalogueRow(" › ".join(place) or "未写明地区", None))
            rows += [CatalogueRow(_label(entry), entry) for entry in entries]
        return rows

    @cached_property
    def _texts(self) -> list[str]:
        return [fold(_searchable(entry)) for entry in self._entries]


def _label(entry: ReportEntry) -> str:
    return report_name(entry, entry.number) + ("" if entry.is_report else "（非年度报告）")


def _searchable(entry: ReportEntry) -> str:
    place = entry.place
    parts = (place.province, place.city, place.county, place.township, entry.issuer, entry.title)
    # A line end between them, so that no word is found across two.
    return "\n".join([*filter(None, parts), str(entry.year or ""), entry.file])

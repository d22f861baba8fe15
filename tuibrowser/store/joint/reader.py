"""Several open libraries that answer as one.

The later a library stands, the more it is one's own: what several hold is read from the last of
them, and of a year its texts come first. Nothing above the store need know that there are several.
"""

from __future__ import annotations

# As in ``read``: a search makes no reports.
# ruff: noqa: PLC0415
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tuibrowser.model.search import SynonymGroup
from tuibrowser.store.answers.figures import StoredFigures
from tuibrowser.store.answers.held import Held
from tuibrowser.store.answers.read import Reader, told_apart
from tuibrowser.store.answers.report_reader import StoredText, Versions
from tuibrowser.store.joint.entries import renumbered
from tuibrowser.store.joint.ids import REPORT_SHIFT
from tuibrowser.store.joint.passages import JointPassageReader

if TYPE_CHECKING:
    from tuibrowser.model.correction import Correction
    from tuibrowser.model.report import Doubt, Place, Report, ReportEntry
    from tuibrowser.model.tally import Tally
    from tuibrowser.store.answers.directions import Meanings
    from tuibrowser.store.answers.wordings import Wordings

T = TypeVar("T")


class JointReader(JointPassageReader):
    """Answers as :class:`~tuibrowser.store.answers.read.Reader` does, whose methods say what."""

    # Which reports there are

    def has(self, sha256: str) -> bool:
        return any(reader.has(sha256) for reader in self._all)

    def held(self, sha256s: Iterable[str]) -> list[Held]:
        wanted = list(sha256s)
        return [
            it._replace(first=its.joint(it.first), last=its.joint(it.last))
            for number, its in self._ids.items()
            for it in self._readers[number].held(wanted)
            if it.sha256 not in self._twins[number].shas
        ]

    def home(self, sha256: str) -> Path:
        return self._home(sha256).path

    def homes(self) -> dict[str, Path]:
        return {sha256: it.path for it in self._all for sha256 in it.sha256s()}

    def entries(self) -> list[ReportEntry]:
        from tuibrowser.places.order import in_order

        listed = [
            (number, entry)
            for number, reader in reversed(self._readers.items())
            for entry in reader.entries()
            if entry.sha256 not in self._twins[number].shas
        ]
        # Stable: where nothing else tells them apart, one's own come first, the latest of them.
        listed.sort(key=lambda it: it[1].year or 0)
        listed = in_order(listed, lambda it: (it[1].place, it[1].issuer))
        return told_apart(renumbered(listed, self._gaps()))

    def issuers_placed(self) -> list[tuple[str, Place]]:
        return [it for reader in self._all for it in reader.issuers_placed()]

    def issued(self, sha256: str) -> tuple[str | None, int | None]:
        return self._home(sha256).issued(sha256)

    def alike(self, issuer: str | None, year: int | None) -> list[tuple[int, str, Place]]:
        # Later libraries have higher numbers, as what was put in later has.
        return [
            (number << REPORT_SHIFT | id_, sha256, place)
            for number, reader in self._readers.items()
            for id_, sha256, place in reader.alike(issuer, year)
            if sha256 not in self._twins[number].shas
        ]

    def unplaced(self, years: tuple[int, int] | None = None) -> int:
        twice = sum(
            it.is_unplaced and (years is None or years[0] <= (it.year or -1) <= years[1])
            for twins in self._twins.values()
            for it in twins.reports
        )
        return sum(reader.unplaced(years) for reader in self._all) - twice

    def issuers_beginning(self, beginning: str, place: str | None = None) -> list[str]:
        found = (reader.issuers_beginning(beginning, place) for reader in self._all)
        return sorted(set(chain.from_iterable(found)))

    def texts_by_year(self, issuer: str, place: str | None = None) -> list[tuple[int | None, int]]:
        found: Counter[int | None] = Counter()
        for number, reader in self._readers.items():
            found.update(dict(reader.texts_by_year(issuer, place)))
            twice = (it.year for it in self._twins[number].reports if it.issuer == issuer)
            found.subtract(twice if place is None else ())
        years = sorted(+found, key=lambda year: -1 if year is None else year)
        return [(year, found[year]) for year in years]

    def places_beginning(self, beginning: str) -> list[str]:
        return sorted({it for reader in self._all for it in reader.places_beginning(beginning)})

    def sha256s(self) -> list[str]:
        return list(
            chain.from_iterable(
                (it for it in reader.sha256s() if it not in self._twins[number].shas)
                for number, reader in self._readers.items()
            )
        )

    def names(self) -> list[tuple[int, str]]:
        return [
            (number << REPORT_SHIFT | id_, name)
            for number, reader in self._readers.items()
            for id_, name in reader.names()
            if name not in self._twins[number].shas
        ]

    # What one report says

    def report(self, sha256: str) -> Report:
        return self._home(sha256).report(sha256)

    def figures(self, sha256: str) -> StoredFigures:
        return self._home(sha256).figures(sha256)

    def word_starts(self, sha256: str) -> bytes | None:
        return self._home(sha256).word_starts(sha256)

    def versions(self, sha256: str) -> Versions:
        return self._home(sha256).versions(sha256)

    def stored_text(self, number: int) -> StoredText:
        library, id_ = divmod(number, 1 << REPORT_SHIFT)
        return self._readers[library].stored_text(id_)

    def sources(self, sha256: str) -> list[Path]:
        found = (it for reader in self._own_first for it in reader.sources(sha256))
        return list(dict.fromkeys(found))

    def reports_below(self, folder: Path) -> list[str]:
        found = (it for reader in self._all for it in reader.reports_below(folder))
        return list(dict.fromkeys(found))

    def settled_folders(self) -> dict[str, Place]:
        return {path: it for reader in self._all for path, it in reader.settled_folders().items()}

    def is_source(self, path: Path) -> bool:
        return any(reader.is_source(path) for reader in self._all)

    def corrections(self, sha256: str) -> list[Correction]:
        if self.has(sha256):
            return self._home(sha256).corrections(sha256)
        return next(filter(None, (it.corrections(sha256) for it in self._own_first)), [])

    # What many say

    def all_corrections(self) -> dict[str, list[Correction]]:
        names = (sha256 for reader in self._all for sha256 in reader.all_corrections())
        return {sha256: self.corrections(sha256) for sha256 in dict.fromkeys(names)}

    def doubts(self) -> dict[str, list[tuple[str, Doubt, int | None]]]:
        return self._by_report(lambda reader: reader.doubts())

    def tallies(self, sha256s: Sequence[str]) -> dict[str, Tally]:
        return self._by_report(lambda reader: reader.tallies(sha256s))

    def synonyms(self) -> tuple[SynonymGroup, ...]:
        groups = (group for reader in self._own_first for group in reader.synonyms())
        return tuple(dict.fromkeys(groups))

    def wordings(self) -> Wordings:
        from tuibrowser.store.joint.wordings import JointWordings

        return JointWordings(self._readers, self._ids, self._twins)

    def meanings(self) -> Meanings:
        from tuibrowser.store.joint.directions import JointMeanings

        return JointMeanings(self._readers, self._ids, self._twins)

    def broken(self) -> list[str]:
        return [it for reader in self._all for it in reader.broken()]

    def faults(self) -> list[str]:
        return [it for reader in self._all for it in reader.faults()]

    # Among libraries

    def _home(self, sha256: str) -> Reader:
        """The library that a report is read from; raises ``KeyError`` if none has it."""
        for reader in self._own_first:
            if reader.has(sha256):
                return reader
        raise KeyError(sha256)

    def _by_report(self, ask: Callable[[Reader], Mapping[str, T]]) -> dict[str, T]:
        found: dict[str, T] = {}
        for number, reader in self._readers.items():
            shas = self._twins[number].shas
            found |= {sha256: it for sha256, it in ask(reader).items() if sha256 not in shas}
        return found

    def _gaps(self) -> set[tuple[str | None, int | None]]:
        """Issuer and year of reports that are read from another library, as numbered here."""
        return {(it.issuer, it.year) for twins in self._twins.values() for it in twins.reports}

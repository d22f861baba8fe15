"""One report in several files: as Word document and as PDF, in two encodings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from os.path import commonpath
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from tuibrowser.model.report import Place, Report
from tuibrowser.places.units import places_agree, spelt_or_none

if TYPE_CHECKING:
    from tuibrowser.store.writing.write import Writer

_NAMED: Final = 3
"""Pairs that one run names."""


class _Stored(NamedTuple):
    sha256: str
    file: str
    place: Place


class _Pair(NamedTuple):
    """Two texts of what looks like one unit and year, by sha256, and how they are called."""

    one: str
    other: str
    says: str


@dataclass(slots=True)
class TwinFinder:
    """Looks among the reports of one unit and year; what is no such report has no twins."""

    _known: dict[tuple[str | None, int | None], list[_Stored]] | None = None
    _differing: list[_Pair] = field(default_factory=list)

    def same_text(self, writer: Writer, report: Report, path: Path) -> str | None:
        """The report of the library, by its sha256, whose text is that of ``report``, read at
        ``path``: it differs in white space at most, and another file holds it."""
        others = self._others(writer, report)
        letters = _letters(report.text)
        for other in others:
            if _letters(writer.text(other.sha256).text) != letters:
                continue
            if any(source != path.absolute() for source in writer.sources.of(other.sha256)):
                return other.sha256
        return None

    def note(self, writer: Writer, report: Report, path: Path, is_new: bool) -> None:
        """Hear that ``report``, read at ``path``, was stored beside what was there before."""
        others = self._others(writer, report)
        if is_new and others:
            unit = f"{report.issuer}@{report.year or '?'}"
            names = _told_apart(writer.sources.of(others[-1].sha256), path.absolute())
            says = f"{unit} 的 {' 与 '.join(names or (others[-1].file, report.file))}"
            self._differing.append(_Pair(others[-1].sha256, report.sha256, says))
        if report.is_report and self._known is not None:
            stored = _Stored(report.sha256, report.file, report.place)
            self._known[spelt_or_none(report.issuer), report.year].append(stored)

    def tell_namesakes_apart(self, writer: Writer) -> None:
        """Take no more for one unit what was found to lie in two places since."""
        if self._differing:
            places = {sha256: place for sha256, *_, place in writer.units()}
            self._differing = [
                it
                for it in self._differing
                if places_agree(places.get(it.one, Place()), places.get(it.other, Place()))
            ]

    @property
    def notes(self) -> Iterator[str]:
        """A sentence on the files that should say the same and do not."""
        if found := [it.says for it in self._differing]:
            more = f" 等 {len(found)} 处" if len(found) > _NAMED else ""
            named = "；".join(found[:_NAMED])
            yield f"同一单位同一年的文字不同，两份都保留，请核：{named}{more}"

    def _others(self, writer: Writer, report: Report) -> list[_Stored]:
        if not report.is_report or report.issuer is None:
            return []
        if self._known is None:
            self._known = defaultdict(list)
            for sha256, issuer, year, file, place in writer.units():
                self._known[spelt_or_none(issuer), year].append(_Stored(sha256, file, place))
        return [
            other
            for other in self._known[spelt_or_none(report.issuer), report.year]
            if other.sha256 != report.sha256
            and writer.has(other.sha256)
            and places_agree(other.place, report.place)
        ]


def _told_apart(before: Sequence[Path], path: Path) -> tuple[str, str] | None:
    """The first of ``before`` and ``path`` without the folders that they have in common."""
    if not before:
        return None
    shared = commonpath((before[0].parent, path.parent))
    return str(before[0].relative_to(shared)), str(path.relative_to(shared))


def _letters(text: str) -> str:
    return "".join(text.split())

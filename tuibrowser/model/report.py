"""What was understood of a file, and how a library lists it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal, NamedTuple

from tuibrowser.model.document import Hints, Stated
from tuibrowser.model.terms import (
    FigureRole,
    FigureScope,
    FigureTime,
    IssuerKind,
    LevelState,
    Role,
    SectionKind,
    SectionState,
    YearSource,
)

_NO_HINTS: Final = Hints()
_NOTHING_STATED: Final = Stated()


READING: Literal["reading"] = "reading"
"""The kind of what a reader was not sure of."""
NOT_REPORT: Literal["not_report"] = "not_report"
"""The kind of what says why a text is no report."""


class Doubt(NamedTuple):
    """One thing that reader or parser was not sure of."""

    kind: str
    """:data:`READING`, or what is doubtful: ``issuer``, ``year``, ``headings``, …"""
    says: str
    """A Chinese sentence."""
    start: int | None = None
    """Where in the text it is seen, if in one place."""
    end: int | None = None


class Place(NamedTuple):
    """Administrative division as far as the text states it; short names are completed."""

    province: str | None = None
    city: str | None = None
    county: str | None = None
    township: str | None = None

    @property
    def levels(self) -> tuple[str, ...]:
        """The names that are known, highest first; a municipality stands once."""
        names = [name for name in self if name]
        return tuple(dict.fromkeys(names))


class LevelEvidence(NamedTuple):
    """How a level of a place is known."""

    state: LevelState
    words: str | None
    """The words of the text that showed it."""


class Section(NamedTuple):
    """One heading and what it rules; ``start``/``end`` cover the heading alone."""

    level: int
    title: str
    """Without marker and closing ``。``."""
    marker: str | None
    """Verbatim, such as ``（一）``; ``None`` where the source lost it."""
    kind: SectionKind | None
    themes: tuple[str, ...]
    line: int
    start: int
    end: int


class Passage(NamedTuple):
    """A stretch of text with one role.

    Passages follow the text and never overlap; between two of them there is only white space, so
    every visible character belongs to exactly one.
    """

    role: Role
    start: int
    end: int
    section: int | None
    """Index into ``Report.sections`` of the nearest heading above (for a heading: its own)."""
    kind: SectionKind | None
    themes: tuple[str, ...] = ()


class Figure(NamedTuple):
    """A quantity that reports work; ``start``/``end`` run from hedge to unit.

    A number of several rates (参考率、合格率均为100%) is a figure of each, all of one stretch.
    """

    value: float | int
    """Scaled: ``20万余元`` is 200000, ``100%`` is 100."""
    unit: str
    """Without 万: ``元``."""
    hedge: str | None
    noun: str | None
    period: str | None
    """The scope as written (年内, 截至2023年底), or ``None``."""
    start: int
    end: int
    value_to: float | int | None = None
    """The upper end of an approximate pair, scaled: 3 of 两三个; ``None`` for others."""
    indicator: str | None = None
    """Id of what is counted, as ``lexicon/indicators.toml`` lists them, if it is one of those."""
    role: FigureRole | None = None
    """``None`` where it is not known: in a library of before."""
    scope: FigureScope | None = None
    time: FigureTime | None = None
    """What ``period`` stands for."""
    part_of: int | None = None
    """Index into ``Report.figures`` of the total that a part belongs to."""


@dataclass(frozen=True)
class Report:
    """One understood file. A file that is no report has only ``other`` passages."""

    sha256: str
    file: str
    text: str
    is_report: bool
    title: str | None
    issuer: str | None
    issuer_kind: IssuerKind | None
    year: int | None
    date: str | None
    """成文日期, from the signature, ISO 8601."""
    published: str | None
    """发布日期, from the page, ISO 8601."""
    place: Place
    section_states: Mapping[SectionKind, SectionState]
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...]
    format: str = "txt"
    """Name of the file's format, as ``reading.formats`` lists them."""
    reader: int = 0
    """Version of what read the file; 0 where it is not known."""
    hints: Hints = _NO_HINTS
    stated: Stated = _NOTHING_STATED
    doubts: tuple[Doubt, ...] = ()
    """What reader and parser were not sure of."""
    corrected: tuple[str, ...] = ()
    """Names of what people put right: ``issuer``, ``year``, ``place``, ``kind``, …"""
    place_evidence: Mapping[str, LevelEvidence] = field(default_factory=dict)
    """For each level of ``place`` how it is known."""
    year_source: YearSource | None = None
    """``None`` where the text states the year, or nothing tells it."""
    year_folder: str | None = None
    """Name of the folder that tells the year, where ``year_source`` is one."""
    word_starts: bytes | None = field(default=None, compare=False, repr=False)
    """Where words start, as ``text.words`` reads it; ``None`` while ``index`` has not marked them.
    Known of the text only in some libraries, so no part of what makes reports equal."""
    within: tuple[str, ...] = field(default=(), compare=False)
    """The levels that tell its issuer from others of the name in its library, highest first."""

    @property
    def name(self) -> str:
        """``柳溪镇2023``, ``甲溪县城关镇2023`` where other places have one of the name; the file's
        name where the issuer is unknown or the text is no report."""
        return "".join(self.name_parts)

    @property
    def name_parts(self) -> tuple[str, str]:
        """Whose report it is and of which year; of what has no issuer the file's name alone."""
        return _name_parts(self)

    @cached_property
    def measures(self) -> tuple[Passage, ...]:
        """The passages that each report one action or point, in text order."""
        return tuple(p for p in self.passages if p.role == "measure")

    @cached_property
    def numbers(self) -> tuple[Figure, ...]:
        """The figures as numbers of the text: of those of one stretch the first, in text order."""
        return tuple({it.start: it for it in reversed(self.figures)}.values())[::-1]

    @cached_property
    def parents(self) -> tuple[int, ...]:
        """For each section the index of the nearest heading above that rules it; -1 if none."""
        found: list[int] = []
        ruling: list[int] = []
        for index, section in enumerate(self.sections):
            while ruling and self.sections[ruling[-1]].level >= section.level:
                ruling.pop()
            found.append(ruling[-1] if ruling else -1)
            ruling.append(index)
        return tuple(found)

    def chain(self, section: int) -> Iterator[int]:
        """``section`` and those that rule it, from the nearest up; nothing for -1."""
        while section >= 0:
            yield section
            section = self.parents[section]

    def pages_of(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last page of a stretch of text, from 1; ``None`` where no pages are known."""
        first = self.hints.page(start)
        last = self.hints.page(max(start, end - 1))
        return None if first is None or last is None else (first, last)

    def slice(self, part: Passage | Section | Figure) -> str:
        """The text of ``part``, exactly."""
        return self.text[part.start : part.end]

    def heading_of(self, passage: Passage) -> str | None:
        """Title of the nearest heading above ``passage``, without marker."""
        return None if passage.section is None else self.sections[passage.section].title


def short(sha256: str) -> str:
    """The first characters of ``sha256``, by which JSON and REFs name a report."""
    return sha256[:12]


class Owner(NamedTuple):
    """Whose report it is, of which year, and from where."""

    issuer: str | None
    year: int | None
    place: Place

    @property
    def is_unplaced(self) -> bool:
        """Whether nothing above a township is known of its place."""
        return not any(self.place[:-1])


class ReportEntry(NamedTuple):
    """What a list, a picker or a REF needs to know of a stored report."""

    sha256: str
    issuer: str | None
    issuer_kind: IssuerKind | None
    year: int | None
    title: str | None
    place: Place
    file: str
    is_report: bool
    number: int
    """1 for the report ``issuer@year`` names by itself (the one indexed last), 2 for ``#2``, …"""
    within: tuple[str, ...] = ()
    """The levels that tell its issuer from others of the name in its library, highest first."""

    @property
    def name(self) -> str:
        """``柳溪镇2023``, ``甲溪县城关镇2023`` where other places have one of the name; the file's
        name where the issuer is unknown or the text is no report."""
        return "".join(self.name_parts)

    @property
    def name_parts(self) -> tuple[str, str]:
        """Whose report it is and of which year; of what has no issuer the file's name alone."""
        return _name_parts(self)


def _name_parts(report: Report | ReportEntry) -> tuple[str, str]:
    if report.issuer is None or not report.is_report:
        return report.file, ""
    unit = "".join((*report.within, report.issuer))
    return unit, "（年份不明）" if report.year is None else str(report.year)

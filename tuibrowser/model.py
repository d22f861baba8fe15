"""The records that cross floors.

Every ``start``/``end`` is a half-open range of code points into ``Report.text``, and the text of a
part is exactly ``report.text[start:end]``. Lines are 1-based lines of the source file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

SectionKind = Literal["measures_results", "shortcomings", "leader_duty", "next_plan", "other"]
"""The five items of 督察工作规定 (2019) art. 24, in its order."""

SectionState = Literal["own", "inside", "none", "stated_none", "unclear"]
"""How a report treats one item: a section of its own, said inside another section, no section
found, 写明“无”, or headings not understood."""

IssuerKind = Literal[
    "town", "township", "subdistrict", "county", "city", "province", "department", "other"
]

Role = Literal["title", "heading", "measure", "lead", "other", "furniture", "signature"]
"""What a passage is. ``lead`` opens a report or section without reporting anything itself;
``furniture`` belongs to the web page; ``other`` is the rest."""

How = Literal["literal", "words", "homophone", "pinyin", "initials", "fuzzy", "synonym"]
"""How a hit matched, strictest first."""

Strength = Literal["strong", "possible"]

Change = Literal["new", "kept", "reworded", "numbers_only", "dropped"]
"""What became of a measure from one year's report to the next; a year that only moved on is none
of them but ``kept``."""

By = Literal["section", "theme", "measure"]
"""What reports are laid level on."""

SECTION_KINDS: tuple[SectionKind, ...] = get_args(SectionKind)
ROLES: tuple[Role, ...] = get_args(Role)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """Clean text of one file, before anything is understood of it."""

    text: str
    sha256: str
    """Of the file's bytes, lower-case hex."""
    name: str
    """Base name of the file."""
    encoding: str
    """The Python codec the bytes were decoded with, or the format's own name."""


@dataclass(frozen=True, slots=True)
class Place:
    """Administrative division as far as the text states it; short names are completed."""

    province: str | None = None
    city: str | None = None
    county: str | None = None
    township: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
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


@dataclass(frozen=True, slots=True)
class Passage:
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


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that reports work; ``start``/``end`` run from hedge to unit."""

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
    word_starts: bytes | None = field(default=None, compare=False, repr=False)
    """Where words start, as ``text.words`` reads it; ``None`` while ``index`` has not marked them.
    Known of the text only in some libraries, so no part of what makes reports equal."""

    @cached_property
    def measures(self) -> tuple[Passage, ...]:
        """The passages that each report one action or point, in text order."""
        return tuple(p for p in self.passages if p.role == "measure")

    def slice(self, part: Passage | Section | Figure) -> str:
        """The text of ``part``, exactly."""
        return self.text[part.start : part.end]

    def heading_of(self, passage: Passage) -> str | None:
        """Title of the nearest heading above ``passage``, without marker."""
        return None if passage.section is None else self.sections[passage.section].title


@dataclass(frozen=True, slots=True)
class ReportEntry:
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


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search; an empty tuple does not narrow."""

    years: tuple[int, int] | None = None
    """First and last year, both included."""
    places: tuple[str, ...] = ()
    """Any level, full or short (大兴)."""
    issuers: tuple[str, ...] = ()
    kinds: tuple[SectionKind, ...] = ()
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What the user asked for, parsed; every needle is folded."""

    raw: str
    needles: tuple[str, ...] = ()
    """Each must stand in the passage."""
    excluded: tuple[str, ...] = ()
    filters: Filters = Filters()
    quoted: frozenset[str] = frozenset()
    """The needles that were put in quotes: whoever does that means them to the letter."""


@dataclass(frozen=True, slots=True)
class SynonymGroup:
    """Words that mean the same to a reader of reports."""

    words: tuple[str, ...]
    within: tuple[str, ...] = ()
    """Longer wordings in which one of them is part of something else."""


@dataclass(frozen=True, slots=True)
class PassageRecord:
    """A passage as the library hands it out, with what is needed to judge and show it."""

    id: int
    """Passage id of the library that answered; of no meaning elsewhere."""
    report: str
    """sha256"""
    issuer: str | None
    year: int | None
    title: str | None
    role: Role
    section_kind: SectionKind | None
    heading: str | None
    text: str
    """The whole passage."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that answers a query."""

    passage: PassageRecord
    spans: tuple[Span, ...]
    """Relative to ``passage.text``, in order, not overlapping."""
    how: How
    score: float
    """Higher is better; only comparable within one answer."""
    note: str | None = None
    """Where the query does not stand to the letter, how it matched: 同音（调节→调解）."""
    same: int = 0
    """How many more passages say the same, where they were folded into this one."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer to one query."""

    query: str
    hits: tuple[Hit, ...]
    total: int
    total_exact: bool
    """False where ``total`` is a lower bound."""
    elapsed_ms: float
    near: int = 0
    """How many of the hits, the last ones, do not hold the query to the letter; ``total`` leaves
    them out."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report has to say in one row of an alignment."""

    passages: tuple[int, ...] = ()
    """Indices into ``Report.passages``, in text order; empty where the report says nothing here."""
    state: SectionState | None = None
    """Why the cell is empty, or ``inside`` where its text was fetched from another section."""
    elsewhere: tuple[int, ...] = ()
    """Indices into ``Report.sections`` of the headings under which it stands instead: those that
    text was fetched from, or where a cell without text stays empty, those that speak of it."""


@dataclass(frozen=True, slots=True)
class Also:
    """A measure that says the like of a row, but stands in another row."""

    report: int
    """Index into ``Alignment.reports``."""
    passage: int
    """Index into its ``Report.passages``."""


@dataclass(frozen=True, slots=True)
class Row:
    """Passages of several reports that belong level with each other."""

    section_kind: SectionKind | None
    theme: str | None
    strength: Strength | None
    """``None`` for a row without partner."""
    cells: tuple[Cell, ...]
    """One a report, in the order of ``Alignment.reports``."""
    also: tuple[Also, ...] = ()
    """Further partners, the likest first."""
    changes: tuple[Change | None, ...] = ()
    """Where the reports are years of one township, oldest first: for each report what became of
    the row since the one before it. ``None`` for the first, and where neither has it."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """N reports side by side; every passage of every report stands in exactly one row."""

    reports: tuple[Report, ...]
    rows: tuple[Row, ...]
    by: By | None = None
    """What the rows are; ``None`` where each report keeps its own order."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage as it is known outside the program: parsed again, it is found by its offsets."""

    report: str
    """sha256"""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pairing:
    """What a person said of two measures of two reports; which comes first means nothing."""

    first: Stretch
    second: Stretch
    joined: bool
    """Whether they belong in one row, or must never stand in one."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Text taken out of a report to be handed on; ``str()`` is what goes to the clipboard."""

    report: str
    """sha256"""
    start: int
    end: int
    """With ``start``: where the text stands in ``Report.text``."""
    text: str
    """A line a paragraph, the wraps of the source undone."""
    source: str
    """``潭柘寺镇2023年报告，一、“践行枫桥经验…”``"""

    def __str__(self) -> str:
        return f"{self.text}\n（{self.source}）"

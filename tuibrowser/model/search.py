"""A query and its answer."""

from typing import Final, NamedTuple

from tuibrowser.model.terms import How, Role, SectionKind, Span

UNDATED: Final = (0, 0)
"""As ``Filters.years``: the reports that state no year."""
UNNAMED: Final = ""
"""Among ``Filters.issuers``: the reports that state none."""


class Filters(NamedTuple):
    """What narrows a search; an empty tuple does not narrow."""

    years: tuple[int, int] | None = None
    """First and last year, both included; leaves out reports of unknown year."""
    places: tuple[str, ...] = ()
    """Any level, full or short (大兴)."""
    issuers: tuple[str, ...] = ()
    kinds: tuple[SectionKind, ...] = ()
    themes: tuple[str, ...] = ()


class Query(NamedTuple):
    """What the user asked for, parsed; every needle is folded."""

    raw: str
    needles: tuple[str, ...] = ()
    """Each must stand in the passage."""
    excluded: tuple[str, ...] = ()
    filters: Filters = Filters()
    quoted: frozenset[str] = frozenset()
    """The needles that were put in quotes: whoever does that means them to the letter."""


class SynonymGroup(NamedTuple):
    """Words that mean the same to a reader of reports."""

    words: tuple[str, ...]
    within: tuple[str, ...] = ()
    """Longer wordings in which one of them is part of something else."""


class PassageRecord(NamedTuple):
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
    within: tuple[str, ...] = ()
    """As ``ReportEntry.within``."""

    @property
    def unit(self) -> str | None:
        """Whose report it is in, told from others of the name: ``甲溪县城关镇``."""
        return self.issuer and "".join((*self.within, self.issuer))


class Hit(NamedTuple):
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


class SearchResult(NamedTuple):
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

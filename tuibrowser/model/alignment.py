"""Reports side by side."""

from typing import NamedTuple

from tuibrowser.model.report import Report
from tuibrowser.model.terms import By, Change, Limit, SectionKind, SectionState, Strength


class Cell(NamedTuple):
    """What one report has to say in one row of an alignment."""

    passages: tuple[int, ...] = ()
    """Indices into ``Report.passages``, in text order; empty where the report says nothing here."""
    state: SectionState | None = None
    """Why the cell is empty, or ``inside`` where its text was fetched from another section."""
    elsewhere: tuple[int, ...] = ()
    """Indices into ``Report.sections`` of the headings under which it stands instead: those that
    text was fetched from, or where a cell without text stays empty, those that speak of it."""
    attached: tuple[tuple[int, Strength], ...] = ()
    """Those of ``passages`` that are measures without a partner of their own, put beside the one
    they are likest, and how sure that is; of years, those that another one holds, too."""


class Also(NamedTuple):
    """A measure that says the like of a row, but stands in another row."""

    report: int
    """Index into ``Alignment.reports``."""
    passage: int
    """Index into its ``Report.passages``."""
    strength: Strength
    """How sure it is that it belongs to the row."""


class Earlier(NamedTuple):
    """A measure of the year before."""

    text: str
    start: int
    end: int


class Row(NamedTuple):
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
    numbers: tuple[tuple[tuple[str, str], ...], ...] = ()
    """Like ``changes``: for each report the numbers that changed, as the year before writes
    them and as it does."""
    perhaps: tuple[Earlier | None, ...] = ()
    """Like ``changes``: for each report in which the row is new, what of the year before it may go
    on from."""


class Alignment(NamedTuple):
    """N reports side by side; every passage of every report stands in exactly one row."""

    reports: tuple[Report, ...]
    rows: tuple[Row, ...]
    by: By | None = None
    """What the rows are; ``None`` where each report keeps its own order."""
    limits: tuple[Limit, ...] = ()
    """What kept the comparison from being as thorough as usual."""

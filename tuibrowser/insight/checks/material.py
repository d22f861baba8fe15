"""What the checks of one report look at: the report, its predecessor, its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tuibrowser.insight.checks.prose import Prose, headings, paragraphs
from tuibrowser.insight.checks.told import Told, told_numbers
from tuibrowser.insight.evidence import Loose, Shelf
from tuibrowser.model.report import Report
from tuibrowser.places.units import same_unit


@dataclass(frozen=True)
class Material:
    """A report under review."""

    report: Report
    last: Report | None = None
    """The unit's report of the year before."""
    county: Sequence[Report] = ()
    """Reports of other units that wording and names are looked up in."""
    around: Loose | None = None
    """The wordings of ``county`` and perhaps of more reports: made once for all that are reviewed
    together. Made anew for each of a county's 20 they take more than half of the time."""

    @cached_property
    def paragraphs(self) -> list[Prose]:
        """Its prose, in order."""
        return paragraphs(self.report)

    @cached_property
    def lines(self) -> list[Prose]:
        """Its prose and its headings: what names something may stand there."""
        return [*self.paragraphs, *headings(self.report)]

    @cached_property
    def told(self) -> list[Told]:
        """Its numbers with what they are told of, where that is clear."""
        return list(told_numbers(self.paragraphs))

    @cached_property
    def told_last(self) -> list[Told]:
        """The numbers of last year's report with what they are told of."""
        return [] if self.last is None else list(told_numbers(paragraphs(self.last)))

    @cached_property
    def words(self) -> str:
        """All lines, without quotation marks: what cannot stand there need not be looked for."""
        return "\n".join(it.text for it in self.lines).replace('"', "").replace("'", "")

    @cached_property
    def shelf(self) -> Shelf:
        """Where the wordings of ``county`` stand."""
        if self.around is None:
            return Loose(self.county)
        return self.around.of({it.sha256 for it in self.county})

    @cached_property
    def neighbours(self) -> tuple[str, ...]:
        """The names of the other units, each once."""
        names = (report.issuer for report in self.county)
        return tuple(dict.fromkeys(name for name in names if name and name != self.report.issuer))


def others_than(report: Report, reports: Sequence[Report]) -> list[Report]:
    """Those of ``reports`` that are of other units."""
    return [it for it in reports if it.is_report and not same_unit(it, report)]

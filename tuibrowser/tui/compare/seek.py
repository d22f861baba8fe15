"""查找: where something stands in the open reports, at every keystroke."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tuibrowser.model.report import Report
from tuibrowser.model.terms import Position, ReportSpan, Span
from tuibrowser.text.equivalence import equate_in_place, places_of
from tuibrowser.text.fold import fold
from tuibrowser.tui.compare.comparison import Comparison, Spot
from tuibrowser.tui.compare.highlights import Highlights
from tuibrowser.tui.compare.stops import Stops

_LETTERS = re.compile("[a-zü']{2,}")
"""What may be meant as pinyin or initials, where it does not stand in the text itself."""


class Finder:
    """Looks words up as search does, in what is open; letters may be pinyin or initials."""

    def __init__(self) -> None:
        self._equated: dict[str, str] = {}

    def find(self, typed: str, reports: Iterable[Report]) -> list[ReportSpan]:
        """Every place of ``typed`` in ``reports``, report by report in text order."""
        pattern = places_of(typed)
        if pattern is None:
            return []
        reports = list(reports)
        found = [
            (report.sha256, *match.span())
            for report in reports
            for match in pattern.finditer(self._text(report))
        ]
        letters = "".join(fold(typed).split())
        if not found and _LETTERS.fullmatch(letters):
            found = [(it.sha256, *span) for it in reports for span in self._sounding(letters, it)]
        return found

    def _sounding(self, letters: str, report: Report) -> Iterator[Span]:
        # Not at start: it reads the table of sounds.
        from tuibrowser.text.typed import all_matches  # noqa: PLC0415

        text = self._text(report)
        for passage in report.passages:
            for start, end in all_matches(letters, text[passage.start : passage.end]):
                yield passage.start + start, passage.start + end

    def _text(self, report: Report) -> str:
        """One to one, so that offsets stay."""
        if report.sha256 not in self._equated:
            self._equated[report.sha256] = equate_in_place(report.text)
        return self._equated[report.sha256]


class Seek:
    """What was found in the open reports: looked up there, or opened with them."""

    def __init__(self, comparison: Comparison, highlights: Highlights, stops: Stops) -> None:
        self.typed = ""
        """As it was typed; nothing while nothing is looked up."""
        self._comparison = comparison
        self._highlights = highlights
        self._stops = stops
        self._finder = Finder()
        comparison.opened.watch(self._look_again)

    def find(self, typed: str, since: Spot) -> None:
        """Mark ``typed`` in all open reports and go to the first place of it after ``since``."""
        comparison = self._comparison
        comparison.go(since)
        self.typed = typed
        reports = comparison.opened.reports
        hits = self._finder.find(typed, reports)
        self._highlights.take_hits(hits)
        if hits and not self._stops.go(1):
            # Nothing further down: begin again, in the first report that has it.
            shas = {hit[0] for hit in hits}
            first = next(number for number, it in enumerate(reports) if it.sha256 in shas)
            comparison.step(first - comparison.opened.active)
            comparison.viewport.go_top()
            self._stops.go(1)

    def open(
        self, reports: Sequence[Report], at: Position | None = None, hits: Sequence[ReportSpan] = ()
    ) -> bool:
        """Put ``reports`` side by side with those that are open.

        Args:
            reports: Left to right, right of the active one.
            at: Where to go.
            hits: What was found in them, to stand out instead of what is looked up here. Where
                several reports have some, each goes to its own.

        Returns:
            Whether panes that moved together move each by itself now, for that.
        """
        if hits:
            self.typed = ""
            self._highlights.take_hits(hits)
        spans = [(it.sha256, self._highlights.first_hit(it)) for it in reports if hits]
        first = {sha256: span[0] for sha256, span in spans if span is not None}
        parted = self._comparison.open(reports, at, first)
        if at is not None:
            self._highlights.current = next((hit for hit in hits if hit[:2] == at), None)
        return parted

    def drop(self) -> bool:
        """Unmark what was found; ``False`` if nothing was."""
        self.typed = ""
        return self._highlights.drop_hits()

    def _look_again(self) -> None:
        if self.typed:
            current = self._highlights.current
            self._highlights.take_hits(
                self._finder.find(self.typed, self._comparison.opened.reports)
            )
            self._highlights.current = current

"""查找: where something stands in the open reports, at every keystroke."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tuibrowser.model.report import Report
from tuibrowser.model.terms import ReportSpan, Span
from tuibrowser.text.fold import fold

_LETTERS = re.compile("[a-z]{2,}")
"""What may be meant as initials, where it does not stand in the text itself."""


class Finder:
    """Looks words up as a reader means them: full and half width, capitals, traditional characters
    and the line ends of the source make no difference; letters can be initials (``tj``: 调解)."""

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}

    def find(self, typed: str, reports: Iterable[Report]) -> list[ReportSpan]:
        """Every place of ``typed`` in ``reports``, report by report in text order."""
        # Blanks that were typed stand for any or none: an input method leaves some behind.
        wanted = "".join(fold(typed).split())
        if not wanted:
            return []
        pattern = re.compile(r"\s*".join(map(re.escape, wanted)))
        reports = list(reports)
        found = [
            (report.sha256, *match.span())
            for report in reports
            for match in pattern.finditer(self._text(report))
        ]
        if not found and _LETTERS.fullmatch(wanted):
            found = [(it.sha256, *span) for it in reports for span in self._initials(wanted, it)]
        return found

    def _initials(self, letters: str, report: Report) -> Iterator[Span]:
        # Not at start: it reads the table of sounds.
        from tuibrowser.text.typed import matches_initials  # noqa: PLC0415

        text = self._text(report)
        for passage in report.passages:
            start = passage.start
            while span := matches_initials(letters, text[start : passage.end]):
                yield start + span[0], start + span[1]
                start += span[1]

    def _text(self, report: Report) -> str:
        """Folded one to one, so that offsets stay."""
        if report.sha256 not in self._folded:
            self._folded[report.sha256] = fold(report.text)
        return self._folded[report.sha256]

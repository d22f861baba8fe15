"""Where in the open reports stand parts that somebody put right."""

from __future__ import annotations

from collections.abc import Sequence

from tuibrowser.model.correction import HEADING_KEYS
from tuibrowser.model.report import Report
from tuibrowser.model.terms import Span
from tuibrowser.store.library import Library, LibraryError


class CorrectedParts:
    """Asks the library once for each report as it is; most were never put right."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, tuple[Report, Sequence[Span]]] = {}

    def of(self, report: Report) -> Sequence[Span]:
        """The parts of ``report`` that were put right, in text order."""
        if HEADING_KEYS.isdisjoint(report.corrected):
            return ()
        known = self._known.get(report.sha256)
        if known is None or known[0] is not report:
            known = self._known[report.sha256] = report, self._find(report)
        return known[1]

    def _find(self, report: Report) -> Sequence[Span]:
        from tuibrowser.parsing.corrected.report import touched  # noqa: PLC0415  (few reports need it)

        try:
            with self._library.read() as reader:
                return touched(report, reader.corrections(report.sha256))
        except LibraryError:
            # It was read a moment ago; whoever asks it next says what is wrong.
            return ()

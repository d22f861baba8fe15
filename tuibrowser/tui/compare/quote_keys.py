"""Taking away: copy a paragraph or section, show it outside the app, export what is open."""

from __future__ import annotations

from tuibrowser.export import quoting
from tuibrowser.model.report import Report
from tuibrowser.tui.compare.highlights import Highlights
from tuibrowser.tui.compare.stage import CompareStage
from tuibrowser.tui.compare.stops import Stops


class QuoteKeys:
    """The keys that hand words on."""

    def __init__(self, stage: CompareStage, highlights: Highlights, stops: Stops) -> None:
        self._stage = stage
        self._highlights = highlights
        self._stops = stops

    def action_copy_paragraph(self) -> None:
        """Copy the paragraph that is marked or stands at the top."""
        if (place := self._place_to_quote()) is not None:
            self._stage.host.collect(quoting.paragraph(*place))

    def action_copy_section(self) -> None:
        """Copy the section that is marked or stands at the top."""
        if (place := self._place_to_quote()) is not None:
            self._stage.host.collect(quoting.section(*place))

    def action_plain(self) -> None:
        """Show that section outside the app."""
        if (place := self._place_to_quote()) is not None:
            self._stage.host.show_plain(str(quoting.section(*place)))

    def action_export(self) -> None:
        """Write what is on the screen, all open reports or the collection into a file."""
        from tuibrowser.tui.compare.offers import comparison_offers  # noqa: PLC0415  (not at start)
        from tuibrowser.tui.export.offers import excerpts_offer  # noqa: PLC0415

        session = self._stage.host.session
        offers = comparison_offers(
            self._stage.comparison, self._highlights, session.library, frozenset(session.drafts)
        )
        if excerpts := session.personal.excerpts:
            offers.append(excerpts_offer(excerpts, session.library))
        if offers or self._stage.has_reports():
            self._stage.host.offer(offers)

    def _place_to_quote(self) -> tuple[Report, int] | None:
        report = self._stage.comparison.current
        if report is None:
            self._stage.has_reports()
            return None
        passage = self._stops.passage()
        if passage is None:
            self._stage.host.say("窗口中没有这份报告的文字")
            return None
        return report, passage

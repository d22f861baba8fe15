"""What keys do with the hits: getting about, marking, copying, their other years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from tuibrowser.export import quoting
from tuibrowser.model.kept import Excerpt
from tuibrowser.model.report import Report
from tuibrowser.model.search import Hit
from tuibrowser.tui.find.hit_line import stretches
from tuibrowser.tui.find.hits import HitList
from tuibrowser.tui.find.preview import Preview
from tuibrowser.tui.host import Host
from tuibrowser.tui.messages import OpenReports

ABOUT_HITS: Final = frozenset(
    f"find.{name}"
    for name in (
        *("open", "mark", "next", "previous", "page_down", "page_up", "top", "bottom"),
        *("preview_down", "preview_up", "unfold", "other_years", "copy_paragraph", "copy_section"),
    )
)
"""Commands that are about hits of what was typed."""

_NOTHING_ALIKE: Final = "列出的结果中没有与这一条表述相同的"
_NOBODY_S: Final = "这份报告没有写明单位或年份，不能查其他年份"


class HitKeys:
    """The keys that act on the list of hits, or on the chosen one."""

    def __init__(
        self, host: Host, hits: HitList, preview: Preview, changed: Callable[[], object]
    ) -> None:
        """Act on ``hits``.

        Args:
            host: The app.
            hits: The list.
            preview: The chosen one in its report.
            changed: Called when other hits are marked or listed.
        """
        self._host = host
        self._hits = hits
        self._preview = preview
        self._changed = changed

    def action_mark(self) -> None:
        """Mark the chosen hit, or take its mark away."""
        self._hits.toggle_mark()
        self._changed()

    def action_unmark(self) -> None:
        """Take all marks away."""
        self._hits.clear_marks()
        self._changed()

    def action_move(self, steps: int) -> None:
        """Choose another hit."""
        self._hits.move(steps)

    def action_page(self, pages: int) -> None:
        """Choose another hit, a screen away."""
        self._hits.page(pages)

    def action_top(self) -> None:
        """Choose the first hit."""
        self._hits.choose(0)

    def action_bottom(self) -> None:
        """Choose the last hit listed so far."""
        self._hits.choose(len(self._hits.hits) - 1)

    def action_preview(self, lines: int) -> None:
        """Move the text of the preview."""
        self._preview.move(lines)

    def action_unfold(self) -> None:
        """List what says the same as the chosen hit, or put it away."""
        if self._hits.toggle_fold():
            self._changed()
        else:
            self._host.say(_NOTHING_ALIKE)

    def action_other_years(self) -> None:
        """Look for the same matter in the other years of the township."""
        hit = self._hits.chosen
        if hit is None:
            return
        if hit.passage.issuer is None or hit.passage.year is None:
            self._host.say(_NOBODY_S)
            return
        from tuibrowser.tui.find.other_years import OtherYearsScreen, Years  # noqa: PLC0415

        def take(years: Years | None) -> None:
            if years:
                self._hits.screen.post_message(opening(*years))

        self._hits.app.push_screen(OtherYearsScreen(self._host.session.library, hit), take)

    def action_copy_paragraph(self) -> None:
        """Copy the paragraph of the chosen hit."""
        self._copy(quoting.paragraph)

    def action_copy_section(self) -> None:
        """Copy the section of the chosen hit."""
        self._copy(quoting.section)

    def action_export(self) -> None:
        """Export what was collected."""
        from tuibrowser.tui.export.offers import excerpts_offer  # noqa: PLC0415  (not at start)

        session = self._host.session
        excerpts = session.personal.excerpts
        self._host.offer([excerpts_offer(excerpts, session.library)] if excerpts else [])

    def _copy(self, quote: Callable[[Report, int], Excerpt]) -> None:
        hit = self._hits.chosen
        for report in self._host.session.reports([hit.passage.report]) if hit else ():
            starts = [passage.start for passage in report.passages]
            if hit is not None and hit.passage.start in starts:
                self._host.collect(quote(report, starts.index(hit.passage.start)))


def opening(hits: Sequence[Hit], at: Hit | None = None) -> OpenReports:
    """The request to open the reports of ``hits`` side by side, at one of them or the first."""
    found = [span for hit in hits for span in stretches(hit)]
    sha256, start, _ = stretches(hits[0] if at is None else at)[0]
    shas = tuple(dict.fromkeys(sha256 for sha256, _, _ in found))
    return OpenReports(shas, at=(sha256, start), hits=tuple(found))

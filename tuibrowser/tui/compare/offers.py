"""What the compare screen has to export: what it shows, and all open reports."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from tuibrowser.export import comparison as comparisons
from tuibrowser.export.legend import LOOKS
from tuibrowser.layout.marks import Marks
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.report import Report
from tuibrowser.store.library import Library
from tuibrowser.tui.compare.comparison import Comparison
from tuibrowser.tui.compare.highlights import Highlights
from tuibrowser.tui.export.offers import Offer, Write


def comparison_offers(
    comparison: Comparison, highlights: Highlights, library: Library, drafts: Collection[str]
) -> list[Offer]:
    """What is on the compare screen, as it is shown there, and all open reports if that is more;
    ``drafts`` are called such."""
    shown = comparison.viewport.grid.alignment
    everything = comparison.opened.reports
    if not shown.reports:
        return []
    words = f"屏幕上的 {len(shown.reports)} 份报告"
    offers = [_comparison_offer(words, highlights, shown.reports, lambda: shown, library, drafts)]
    if len(everything) > len(shown.reports):
        words = f"打开的全部 {len(everything)} 份"
        align = comparison.aligned
        offers.append(_comparison_offer(words, highlights, everything, align, library, drafts))
    return offers


def _comparison_offer(
    words: str,
    highlights: Highlights,
    reports: Sequence[Report],
    align: Callable[[], Alignment],
    library: Library,
    drafts: Collection[str],
) -> Offer:
    def begin() -> Write:
        alignment = align()
        # Found here and now: marks that are looked for on demand belong to the screen's thread.
        marks = [
            Marks(
                it
                for it in highlights.marks(report).within(0, len(report.text))
                if it.kind in LOOKS
            )
            for report in alignment.reports
        ]
        return lambda format_, target: comparisons.write_comparison(
            alignment, format_, target, library=library, marks=marks, drafts=drafts
        )

    return Offer(
        "对照表",
        words,
        ("docx", "html", "xlsx", "md", "csv"),
        lambda format_: comparisons.suggested_path(reports, format_),
        begin,
        marked=True,
    )

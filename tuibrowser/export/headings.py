"""What reports and rows of a comparison are called in what is handed on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from tuibrowser.lexicon.labels import KIND_LABELS
from tuibrowser.model.alignment import Alignment, Row
from tuibrowser.model.report import Report
from tuibrowser.model.terms import SECTION_KINDS


def report_names(reports: Sequence[Report], drafts: Collection[str] = ()) -> list[str]:
    """A short name for each, ``柳溪镇2023``; where two would be alike, with what differs.

    Args:
        reports: Those that stand together.
        drafts: sha256 of those that are called drafts, ``柳溪镇2024（草稿）``.
    """
    names = [report.name for report in reports]
    files = [report.file for report in reports]
    digests = [report.sha256[:8] for report in reports]
    for details in (files, digests):
        uses = Counter(names)
        names = [
            f"{name}（{detail}）" if uses[name] > 1 else name
            for name, detail in zip(names, details, strict=True)
        ]
    return [
        f"{name}（草稿）" if report.sha256 in drafts else name
        for name, report in zip(names, reports, strict=True)
    ]


def row_headings(alignment: Alignment) -> list[str]:
    """For each row the heading it belongs under; rows of one heading follow each other."""
    headings: list[str] = []
    for row in alignment.rows:
        if row.section_kind is not None:
            number = SECTION_KINDS.index(row.section_kind) + 1
            headings.append(f"规定内容 {number}/5 {KIND_LABELS[row.section_kind]}")
        elif not headings:
            headings.append("标题和导语")
        elif _is_closing(alignment, row):
            headings.append("落款和正文以外的文字")
        else:
            headings.append("规定内容以外的部分")
    return headings


def _is_closing(alignment: Alignment, row: Row) -> bool:
    return all(
        report.passages[index].role in ("signature", "furniture")
        for report, cell in zip(alignment.reports, row.cells, strict=True)
        for index in cell.passages
    )

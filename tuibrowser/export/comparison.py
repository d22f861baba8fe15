"""One door to a comparison in any format, for the command line and for the compare screen.

What a format needs is imported with it: DOCX takes 50 ms that nobody else should wait for.
"""

from __future__ import annotations

# ruff: noqa: PLC0415
import datetime
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from tuibrowser.export.naming import Format, free_path
from tuibrowser.export.writing import Exported, write
from tuibrowser.layout.marks import Marks
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.report import Report
from tuibrowser.store.library import Library

FORMATS: Final[tuple[Format, ...]] = ("text", "md", "html", "docx", "csv", "xlsx", "json")

_WIDTH: Final = 100
"""Columns of the text, where no terminal says otherwise."""


def write_comparison(
    alignment: Alignment,
    format_: Format,
    target: Path,
    *,
    library: Library | None = None,
    marks: Sequence[Marks] | None = None,
    drafts: Collection[str] = (),
) -> Exported:
    """Write ``alignment`` into ``target``, which is replaced if it exists.

    Args:
        alignment: What is on the screen.
        format_: One of :data:`FORMATS`.
        target: Where to; see :func:`suggested_path`.
        library: The open library, so that neither it nor its sources are overwritten.
        marks: What stands out in each report; its figures if ``None``. Markdown, CSV, Excel, JSON
            and text show no marks.
        drafts: As in :func:`comparison_bytes`.

    Raises:
        ExportRefused: ``target`` is a library or a report.
        OSError: it cannot be written.
        LibraryError: the library cannot be asked.
    """
    content = comparison_bytes(alignment, format_, marks=marks, drafts=drafts)
    return write(content, target, library, alignment.reports)


def comparison_bytes(
    alignment: Alignment,
    format_: Format,
    *,
    marks: Sequence[Marks] | None = None,
    width: int = _WIDTH,
    date: datetime.date | None = None,
    drafts: Collection[str] = (),
) -> bytes:
    """``alignment`` as the content of a file.

    Args:
        alignment: What stands level with what.
        format_: One of :data:`FORMATS`.
        marks: As in :func:`write_comparison`.
        width: Columns of the text.
        date: That the file gives as its own; today if ``None``.
        drafts: sha256 of the reports that are in no library, which tables say of them.
    """
    if format_ == "json":
        from tuibrowser.export.records import comparison_record, write_json

        return f"{write_json(comparison_record(alignment))}\n".encode()
    if format_ == "text":
        from tuibrowser.export.text import comparison_text

        return f"{comparison_text(alignment, width, drafts)}\n".encode()

    from tuibrowser.export.sheet import comparison_sheet

    sheet = comparison_sheet(alignment, marks, date, drafts)
    match format_:
        case "docx":
            from tuibrowser.export.docx import comparison_docx

            return comparison_docx(sheet)
        case "html":
            from tuibrowser.export.html import comparison_html

            return comparison_html(sheet).encode()
        case "csv":
            from tuibrowser.export.spreadsheet import comparison_csv

            return comparison_csv(sheet).encode()
        case "xlsx":
            from tuibrowser.export.spreadsheet import comparison_table
            from tuibrowser.export.workbook import workbook

            return workbook(comparison_table(sheet), sheet.date)
        case _:
            from tuibrowser.export.markdown import comparison_markdown

            return f"{comparison_markdown(sheet)}\n".encode()


def _called(report: Report) -> str:
    return report.name_parts[0] if report.issuer else Path(report.file).stem


def suggested_path(reports: Sequence[Report], format_: Format, folder: Path | None = None) -> Path:
    """Where a comparison of ``reports`` could go: ``对照表_柳溪镇等3份_2023.docx``.

    Args:
        reports: Those on the screen.
        format_: Which the ending says.
        folder: As in :func:`~tuibrowser.export.writing.free_path`.
    """
    names = list(dict.fromkeys(_called(report) for report in reports))
    who = f"{names[0]}等{len(reports)}份" if len(names) > 1 else "".join(names)
    years = sorted({report.year for report in reports if report.year is not None})
    when = "-".join(str(year) for year in dict.fromkeys((years[0], years[-1]))) if years else ""
    return free_path("_".join(filter(None, ("对照表", who, when))), format_, folder)

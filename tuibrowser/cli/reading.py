"""``show``, ``compare`` and ``export``: reports themselves."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from tuibrowser.cli.delivery import Delivery, refuse_ending, refuse_overwriting, tell
from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.references import open_reports, unstored
from tuibrowser.cli.terminal import line_width, remark, say, width
from tuibrowser.compare.align import align
from tuibrowser.export.comparison import FORMATS, comparison_bytes
from tuibrowser.export.naming import Format
from tuibrowser.export.records import report_chunks
from tuibrowser.export.text import report_text
from tuibrowser.export.writing import Exported
from tuibrowser.files import replacing
from tuibrowser.layout.notes import limit_note
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.report import Report
from tuibrowser.model.terms import By
from tuibrowser.places.order import in_order
from tuibrowser.store.library import Library
from tuibrowser.store.refs import series


def show_reports(options: Namespace, library: Library) -> int:
    """Print reports, whole or one section of them."""
    reports = open_reports(options.refs, library)
    if options.format == "json":
        by_year = sorted(reports, key=lambda it: it.year or 0)
        ordered = in_order(by_year, lambda it: (it.place, it.issuer))
        _say_chunks(report_chunks(ordered, options.section))
    else:
        columns = line_width()
        say("\n\n".join(report_text(report, options.section, columns) for report in reports))
    kinds = {passage.kind for report in reports for passage in report.passages}
    if options.section and kinds.isdisjoint(options.section):
        return Status.LACKING
    return Status.DONE


def compare_reports(options: Namespace, library: Library) -> int:
    """Print reports side by side, or write them into a file."""
    delivery = Delivery(options, FORMATS, "对照表")
    reports = open_reports(options.refs, library, every_year=options.years)
    if options.years and len(reports) == 1:
        reports += _year_before(reports[0], library)
    if len(reports) < 2:
        raise Stop(Status.MISUSED, "对照至少要两份报告，请再写一个 REF")
    if len({report.sha256 for report in reports}) < 2 and not options.years:
        raise Stop(Status.MISUSED, "写的是同一份报告，请再写一个 REF")
    alignment = _aligned(reports, options, delivery.format)
    if options.section:
        rows = tuple(row for row in alignment.rows if row.section_kind in options.section)
        alignment = alignment._replace(rows=rows)
    drafts = unstored(reports, library)
    content = comparison_bytes(alignment, delivery.format, width=width(), drafts=drafts)
    delivery.hand_over(content, library, reports)
    if note := limit_note(alignment):
        remark(note)
    return Status.DONE if _has_text(alignment) else Status.LACKING


def _year_before(report: Report, library: Library) -> list[Report]:
    """What a report that is named alone is held against; nothing where it tells no unit or year.

    Raises:
        Stop: the library holds nothing of the year before.
    """
    if report.issuer is None or report.year is None:
        return []
    if library.exists():
        with library.read() as reader:
            if before := series.year_before(report, reader.entries()):
                return [reader.report(before.sha256)]
    what = f"{report.name_parts[0]} {report.year - 1} 年"
    raise Stop(Status.LACKING, f"库中没有{what}的报告可对照，请再写一个 REF")


def _aligned(reports: list[Report], options: Namespace, format_: Format) -> Alignment:
    by: By | None = options.by
    if not options.years:
        return align(reports, by or ("measure" if format_ == "json" else "theme"))
    if by not in (None, "measure"):
        raise Stop(Status.MISUSED, "--years 只按事项对照，请去掉 --by")
    # Needed here alone, like rapidfuzz behind it.
    from tuibrowser.compare.changes import NotYears, align_years, oldest_first  # noqa: PLC0415

    try:
        return align_years(oldest_first(reports))
    except NotYears as error:
        raise Stop(Status.MISUSED, str(error)) from None


def export_reports(options: Namespace, library: Library) -> int:
    """Write every report of the library as JSON."""
    if options.output not in (None, "-"):
        refuse_ending(Path(options.output), ".json")
    with library.read() as reader:
        entries = reader.entries()
        chunks = report_chunks(reader.report(entry.sha256) for entry in entries)
        if options.output in (None, "-"):
            _say_chunks(chunks)
        elif entries:
            target = Path(options.output)
            refuse_overwriting(target, library)
            with replacing(target) as file:
                file.writelines(chunk.encode() for chunk in chunks)
            tell(f" {len(entries)} 份报告", Exported(target.absolute(), target.stat().st_size))
    if not entries:
        raise Stop(Status.LACKING, "报告库中还没有报告，请运行：tuibrowser index 文件夹")
    return Status.DONE


def _say_chunks(chunks: Iterable[str]) -> None:
    for chunk in chunks:
        say(chunk, end="")


def _has_text(alignment: Alignment) -> bool:
    return any(cell.passages for row in alignment.rows for cell in row.cells)

"""``show``, ``compare`` and ``export``: reports themselves."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tuibrowser.cli.files import replacing
from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.references import open_reports
from tuibrowser.cli.terminal import is_terminal, remark, say, width
from tuibrowser.compare.align import align
from tuibrowser.export.markdown import comparison_markdown
from tuibrowser.export.records import (
    comparison_record,
    report_chunks,
    report_order,
    write_json,
)
from tuibrowser.export.text import comparison_text, report_text
from tuibrowser.model import Alignment, By, Report
from tuibrowser.store.library import Library


def show_reports(options: Namespace, library: Library) -> int:
    """Print reports, whole or one section of them."""
    reports = open_reports(options.refs, library)
    if options.format == "json":
        _say_chunks(report_chunks(sorted(reports, key=report_order), options.section))
    else:
        columns = width() if is_terminal(sys.stdout) else None
        say("\n\n".join(report_text(report, options.section, columns) for report in reports))
    kinds = {passage.kind for report in reports for passage in report.passages}
    if options.section and kinds.isdisjoint(options.section):
        return Status.LACKING
    return Status.DONE


def compare_reports(options: Namespace, library: Library) -> int:
    """Print reports side by side."""
    reports = open_reports(options.refs, library)
    if len(reports) < 2:
        raise Stop(Status.MISUSED, "对照至少要两份报告，请再写一个 REF")
    alignment = _aligned(reports, options)
    if options.section:
        rows = tuple(row for row in alignment.rows if row.section_kind in options.section)
        alignment = replace(alignment, rows=rows)
    match options.format:
        case "json":
            say(write_json(comparison_record(alignment)))
        case "md":
            say(comparison_markdown(alignment))
        case _:
            say(comparison_text(alignment, width()))
    return Status.DONE if _has_text(alignment) else Status.LACKING


def _aligned(reports: list[Report], options: Namespace) -> Alignment:
    by: By | None = options.by
    if not options.years:
        return align(reports, by or ("measure" if options.format == "json" else "theme"))
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
    with library.read() as reader:
        entries = sorted(reader.entries(), key=report_order)
        chunks = report_chunks(reader.report(entry.sha256) for entry in entries)
        if options.output in (None, "-"):
            _say_chunks(chunks)
        elif entries:
            target = Path(options.output)
            if target.exists() and library.path.exists() and target.samefile(library.path):
                raise Stop(Status.MISUSED, f"{target} 是报告库本身，请换一个文件名")
            with replacing(target) as file:
                file.writelines(chunks)
            size = target.stat().st_size
            remark(f"已导出 {len(entries)} 份报告：{target.absolute()}（{size:,} 字节）")
    if not entries:
        raise Stop(Status.LACKING, "报告库中还没有报告，请运行：tuibrowser index 文件夹")
    return Status.DONE


def _say_chunks(chunks: Iterable[str]) -> None:
    for chunk in chunks:
        print(chunk, end="")


def _has_text(alignment: Alignment) -> bool:
    return any(cell.passages for row in alignment.rows for cell in row.cells)

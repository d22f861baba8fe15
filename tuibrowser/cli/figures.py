"""``figures``: the numbers of reports as data."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection

from tuibrowser.cli.delivery import Delivery
from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.references import draft_path, names_of, read_draft, resolve_each, with_years
from tuibrowser.cli.terminal import line_width, remark
from tuibrowser.export.datafile import table_bytes
from tuibrowser.export.figures_table import (
    figures_csv,
    figures_of_one,
    figures_record,
    figures_table,
)
from tuibrowser.export.naming import Format
from tuibrowser.export.records import write_json
from tuibrowser.insight.figures import ReportFigures, figure_rows, laid_out
from tuibrowser.lexicon.indicators import Catalogue, catalogue
from tuibrowser.lexicon.own import LexiconError
from tuibrowser.model.report import ReportEntry
from tuibrowser.store.library import Library, Reader

FORMATS: tuple[Format, ...] = ("table", "json", "csv", "xlsx")


def list_figures(options: Namespace, library: Library) -> int:
    """Print the figures of reports, or write them into a file."""
    delivery = Delivery(options, FORMATS, "数据")
    try:
        known = catalogue()
    except LexiconError as error:
        raise Stop(Status.MISUSED, str(error)) from None
    wanted = frozenset(options.indicator) if options.indicator else None
    named, met = _named(options, library)
    reports = [it for it in named if _is_of(it, options.year)]
    rows = figure_rows(reports, known, wanted)
    delivery.hand_over(_content(delivery.format, reports, known, wanted), library)
    if rows and all(row.role is None for row in rows):
        remark("这些报告由旧版本入库，数据尚未归入指标，请重新运行：tuibrowser index 文件夹")
    if not rows:
        remark(_nothing(reports, options, met))
        return Status.LACKING
    return Status.DONE


def _content(
    format_: Format, reports: list[ReportFigures], known: Catalogue, wanted: frozenset[str] | None
) -> bytes:
    match format_:
        case "json":
            return f"{write_json(figures_record(figure_rows(reports, known, wanted)))}\n".encode()
        case "csv":
            # A spreadsheet has no other column that tells two townships of one name apart.
            apart = [it._replace(issuer=it.unit) if it.issuer else it for it in reports]
            return figures_csv(figure_rows(apart, known, wanted))
    places = laid_out(reports, known, wanted)
    is_one = format_ == "table" and len(reports) == 1
    table = figures_of_one(places, known) if is_one else figures_table(places, known)
    return table_bytes(table, format_, line_width())


def _nothing(reports: list[ReportFigures], options: Namespace, met: Collection[int]) -> str:
    if not reports and options.year and met:
        return f"没有这一年份的报告，现有：{'、'.join(map(str, sorted(met)))}"
    if not reports:
        return "没有报告，请先运行：tuibrowser index 文件夹"
    return "这些报告中没有这一指标的数据" if options.indicator else "这些报告中没有数据"


def _is_of(report: ReportFigures, years: tuple[int, int] | None) -> bool:
    return years is None or _is_in(report.year, years)


def _named(options: Namespace, library: Library) -> tuple[list[ReportFigures], Collection[int]]:
    """Those named that are of the years asked for, each once; without a name those of the library,
    the years of a unit in order. And the years of all that are in a library."""
    asked = [name for name in options.refs if draft_path(name) is None]
    drafts = [_draft(name) for name in dict.fromkeys(options.refs) if name not in asked]
    if drafts and not asked:
        return drafts, ()
    with library.read() as reader:
        entries = reader.entries()
        names = dict(zip((it.sha256 for it in entries), names_of(entries), strict=True))
        if asked:
            found = resolve_each([with_years(name, entries) for name in asked], entries)
        else:
            found = [entry for entry in entries if entry.is_report]
        chosen = {entry.sha256: entry for entry in found}
        stored = [
            _stored(reader, entry, names[entry.sha256])
            for entry in chosen.values()
            if options.year is None or _is_in(entry.year, options.year)
        ]
    met = {entry.year for entry in chosen.values() if entry.year is not None}
    return [*drafts, *stored], met


def _is_in(year: int | None, years: tuple[int, int]) -> bool:
    return year is not None and years[0] <= year <= years[1]


def _stored(reader: Reader, entry: ReportEntry, name: str) -> ReportFigures:
    text, figures = reader.figures(entry.sha256)
    return ReportFigures(
        name, entry.name_parts[0], entry.sha256, entry.issuer, entry.year, text, figures
    )


def _draft(name: str) -> ReportFigures:
    path = draft_path(name)
    assert path is not None
    report = read_draft(path)
    unit = report.name_parts[0]
    return ReportFigures(name, unit, None, report.issuer, report.year, report.text, report.figures)

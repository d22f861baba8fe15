"""Figures as JSON, as CSV with the names of the JSON, and as a table of indicators by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from tuibrowser.export.csv_table import csv_table
from tuibrowser.export.datatable import CellSource, Column, DataTable, Datum, Linked, Signed
from tuibrowser.export.records import Record
from tuibrowser.export.sources import clause_at
from tuibrowser.insight.figures import FigureRow, ReportFigures, Seen, SeriesKey, sentence_at
from tuibrowser.lexicon.indicators import Catalogue
from tuibrowser.text.linebreak import one_line

_LEAST: Final = (
    "不少于",
    "不低于",
    "不止",
    "至少",
    "超",
    "逾",
    "突破",
    "以上",
    "余",
    "多",
    "上",
    "几",
)
_MOST: Final = ("不超过", "不高于", "不多于", "不足", "不到", "至多", "以下", "以内")
_ABOUT: Final = ("约", "近", "左右", "上下", "接近", "来", "数")
_UNKNOWN_YEAR: Final = "年份不明"
_SIGNS: Final = (
    "≥ 原文为“余”“超”等，≤ 原文为“不超过”“不足”等，≈ 原文为“约”“近”等；"
    "分项、目标和上年数据不列入，也不相加"
)


def figures_record(rows: Sequence[FigureRow]) -> Record:
    """What ``figures`` prints as JSON."""
    return {"rows": [row._asdict() for row in rows]}


def figures_csv(rows: Sequence[FigureRow]) -> bytes:
    """What ``figures`` prints as CSV, a figure a row."""
    return csv_table([FigureRow._fields, *rows]).encode()


def figures_table(
    laid_out: Mapping[SeriesKey, Mapping[int | None, Sequence[Seen]]], catalogue: Catalogue
) -> DataTable:
    """A line for each indicator and unit, a column for each year.

    Several numbers that stand for the whole are all shown; a hedge is kept as a sign.
    """
    years = sorted({year for cells in laid_out.values() for year in cells}, key=lambda it: it or 0)
    sources: list[CellSource] = []
    rows: list[list[Datum]] = []
    for place, cells in laid_out.items():
        seen = [it for some in cells.values() for it in some]
        units = "／".join(dict.fromkeys(it.figure.unit for it in seen))
        row: list[Datum] = [catalogue.label(place.indicator), units, place.unit]
        for year in years:
            row.append(_cell(cells.get(year, ()), sources))
        rows.append(row)
    columns = [Column("指标"), Column("计量"), Column("单位")]
    columns += [Column(_UNKNOWN_YEAR if it is None else str(it), is_number=True) for it in years]
    return DataTable("数据", columns, rows, sources, [_SIGNS] if rows else [])


def figures_of_one(
    laid_out: Mapping[SeriesKey, Mapping[int | None, Sequence[Seen]]], catalogue: Catalogue
) -> DataTable:
    """The table of a single report: a line for each number, with the words it was read from."""
    sources: list[CellSource] = []
    rows: list[list[Datum]] = []
    head = ""
    for place, cells in laid_out.items():
        for year, several in cells.items():
            head = f"{place.unit}{_UNKNOWN_YEAR if year is None else year}"
            for seen in several:
                sources.append(_source(seen.report, [seen]))
                start, end = clause_at(seen.report.text, seen.figure.start, seen.figure.end)
                rows.append([
                    catalogue.label(place.indicator),
                    seen.figure.unit,
                    Linked(_shown(seen), len(sources) - 1),
                    sources[-1].line,
                    one_line(seen.report.text[start:end]),
                ])  # fmt: skip
    columns = [
        *(Column("指标"), Column("计量"), Column(head, is_number=True)),
        *(Column("行", is_number=True), Column("原文")),
    ]
    return DataTable("数据", columns, rows, sources, [_SIGNS] if rows else [])


def _cell(seen: Sequence[Seen], sources: list[CellSource]) -> Datum:
    if not seen:
        return None
    sources.append(_source(seen[0].report, seen))
    shown = list(dict.fromkeys(_shown(it) for it in seen))
    value = shown[0] if len(shown) == 1 else "；".join(map(str, shown))
    return Linked(value, len(sources) - 1)


def _shown(seen: Seen) -> str | int | float:
    figure = seen.figure
    half = "（半年）" if figure.time == "half_year" else ""
    sign = _sign(figure.hedge or "")
    upper = "" if figure.value_to is None else f"—{figure.value_to}"
    if half or upper:
        return f"{sign}{figure.value}{upper}{half}"
    return Signed(sign, figure.value) if sign else figure.value


def _sign(hedge: str) -> str:
    for sign, words in (("≤", _MOST), ("≥", _LEAST), ("≈", _ABOUT)):
        if any(word in hedge for word in words):
            return sign
    return ""


def _source(report: ReportFigures, seen: Sequence[Seen]) -> CellSource:
    figure = seen[0].figure
    start, end = sentence_at(report.text, figure.start, figure.end)
    line = report.text.count("\n", 0, figure.start) + 1
    return CellSource(report.name, line, report.text[start:end].strip())

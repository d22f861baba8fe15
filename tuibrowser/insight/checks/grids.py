"""Tables whose columns do not add up to the row that gives their sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from tuibrowser.insight.checks.finding import Finding, Quote, quoted
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import shown
from tuibrowser.model.report import Passage, Report
from tuibrowser.parsing.figures.grid import cells_of
from tuibrowser.text.fold import squeeze

# Code, not lexicon: how a table names its sum, and what does not add up, is form.
_SUM: Final = re.compile(r"^(?:合|总|共)\s*计|^总\s*[数量]$")
_PARTIAL: Final = re.compile(r"小\s*计|其中|同比|环比|增[长减幅]|上年|去年|平均")
_NO_SUM: Final = re.compile(
    r"[率%]|比例|比重|占比|平均|人均|得分|分值|排名|名次|序号|编号|年份|日期"
)
_NUMBER: Final = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$")
_LINE: Final = re.compile(
    r"(?P<name>[^\d,。;:]{2,14}):?(?P<count>\d[\d,]*(?:\.\d+)?)[\u4e00-\u9fff]{1,2}[,。;]?"
)
"""A line that only counts one thing: 土地纠纷58件."""
_FEWEST: Final = 2
"""Rows that a sum is of."""
_ROUNDED: Final = 0.05
"""What each part with a decimal point may have lost in rounding."""


class _Row(NamedTuple):
    cells: Sequence[str]
    quote: Quote


def check_tables(material: Material) -> Iterator[Finding]:
    """Yield the columns of tables that add up to something else than their last row says.

    A table whose rows are not all as long, or that has sums of some of its rows, is left alone:
    which number stands in which column, or counts, is not known.
    """
    for rows in _tables(material.report):
        last = rows[-1]
        is_plain = len({len(it.cells) for it in rows}) == 1 and not any(
            _PARTIAL.search(it.cells[0]) for it in rows
        )
        if not is_plain:
            continue
        rightmost = len(last.cells)
        if _SUM.match(rows[0].cells[-1]):
            across = list(_across(rows))
            yield from across
            rightmost -= bool(across)  # one number, one remark
        if _SUM.match(last.cells[0]):
            for at in range(1, rightmost):
                column = [it.cells[at] for it in rows]
                head = "" if _NUMBER.match(column[0]) else column[0]
                yield from _added(head, column[1 if head else 0 :], last.quote)


def _across(rows: Sequence[_Row]) -> Iterator[Finding]:
    """What is wrong with the sums behind rows, if anything: 类别、一季度、二季度、合计."""
    head, *below = rows
    if any(_NO_SUM.search(it) or _PARTIAL.search(it) for it in head.cells[1:]):
        return
    for row in below:
        if not _SUM.match(row.cells[0]):
            yield from _added(row.cells[0], row.cells[1:], row.quote)


def _added(head: str, cells: Sequence[str], quote: Quote) -> Iterator[Finding]:
    """What is wrong with the last of ``cells`` as the sum of the others, if anything."""
    *parts, total = cells
    if (
        len(parts) < _FEWEST
        or _NO_SUM.search(head)
        or _PARTIAL.search(head)
        or not all(map(_NUMBER.match, cells))
    ):
        return
    values = [float(it.replace(",", "")) for it in parts]
    made, stated = sum(values), float(total.replace(",", ""))
    slack = _ROUNDED * len(parts) if any("." in it for it in cells) else 0
    if abs(made - stated) > slack + 1e-9:
        name = f"表中{quoted(head)}：" if head else "表中："
        sums = "＋".join(map(shown, values))
        says = f"{name}{sums}＝{shown(round(made, 2))}，合计写为{shown(stated)}，请核"
        yield Finding("sum", says, (quote,))


def _tables(report: Report) -> Iterator[list[_Row]]:
    """The rows of each table, in order: what stands on lines of cells, one below the other."""
    rows = [_row(report, it) for it in report.passages if not _is_rule(report, it)]
    for is_table, run in groupby(rows, key=lambda row: len(row.cells) > 1):
        if is_table:
            yield list(run)


def _is_rule(report: Report, passage: Passage) -> bool:
    """Whether a line only draws one, between the head of a table and its rows."""
    return not re.search(r"\w", report.slice(passage))


def _row(report: Report, passage: Passage) -> _Row:
    """The cells of a line; none where it is no table's."""
    quote = Quote(report, passage.start, passage.end)
    line = _LINE.fullmatch(squeeze(report.slice(passage))[0])
    if line is not None:
        return _Row(line.group("name", "count"), quote)
    if passage.role != "other":
        return _Row((), quote)
    cells = cells_of(report.text, passage.start, passage.end)
    return _Row([cell.words for cell in cells], quote)

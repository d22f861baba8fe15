"""What was read with doubts, and what was not read at all, as CSV for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tuibrowser.export.csv_table import csv_table
from tuibrowser.model.report import Doubt, ReportEntry


class Doubtful(NamedTuple):
    """A stored report and one doubt about it."""

    entry: ReportEntry
    format: str
    doubt: Doubt
    page: int | None
    """Where it is seen, from 1, if that is in one place and pages are known."""
    file: str = ""
    """The path that it was read from, if that is known."""


_NAMES = ("文件", "单位", "年份", "格式", "类别", "说明", "页码", "sha256")
_REFUSED = "未能入库"
_KINDS = {
    "characters": "文字",
    "furniture": "附属文字",
    "headings": "标题",
    "issuer": "单位",
    "not_report": "不是报告",
    "place": "地区",
    "reading": "读取",
    "year": "年份",
}
"""What is doubtful, as officials call it."""


def doubts_csv(doubtful: Iterable[Doubtful], refused: Iterable[tuple[str, str]] = ()) -> str:
    """A row a doubt; of what was ``refused`` (path and reason) that is its kind."""
    rows = [
        *(
            (it.file or it.entry.file, it.entry.issuer, it.entry.year, it.format,
             _KINDS.get(it.doubt.kind, it.doubt.kind),
             it.doubt.says, it.page, it.entry.sha256)
            for it in doubtful
        ),
        *((path, None, None, None, _REFUSED, reason, None, None) for path, reason in refused),
    ]  # fmt: skip
    return csv_table([_NAMES, *rows])

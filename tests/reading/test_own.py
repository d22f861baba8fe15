"""What the program wrote is told from what a township wrote, in every format that is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from handmade import plain

from tuibrowser.compare.align import align
from tuibrowser.export.comparison import comparison_bytes
from tuibrowser.export.datafile import table_bytes
from tuibrowser.export.datatable import Column, DataTable
from tuibrowser.export.excerpts import excerpts_bytes
from tuibrowser.export.naming import Format
from tuibrowser.export.text import report_text
from tuibrowser.export.writing import headed
from tuibrowser.model.kept import Excerpt
from tuibrowser.reading.read import Refused, read

_SUFFIXES: dict[Format, str] = {"docx": ".docx", "html": ".html", "md": ".md", "text": ".txt"}


def _comparison(format_: Format) -> bytes:
    towns = [plain("柳溪镇"), plain("白石桥镇"), plain("望禾乡"), plain("青山镇")]
    return comparison_bytes(align(towns, "theme"), format_)


def _excerpts(format_: Format) -> bytes:
    excerpt = Excerpt("3f9a17c2", 0, 12, "开展普法宣传12场次。", "柳溪镇2023年报告，一")
    content = excerpts_bytes([excerpt], format_)
    return headed(content, "摘录") if format_ == "text" else content


def _table(format_: Format) -> bytes:
    table = DataTable("核对意见", (Column("报告"), Column("批注")), [["柳溪镇2023", "请核"]])
    return (
        headed(table_bytes(table, "table"), "核对意见")
        if format_ == "text"
        else table_bytes(table, format_)
    )


def _report(_: Format) -> bytes:
    return report_text(plain()).encode()


@pytest.mark.parametrize(
    ("make", "format_"),
    [
        *[(_comparison, it) for it in ("docx", "html", "md", "text")],
        *[(_excerpts, it) for it in ("docx", "html", "md", "text")],
        *[(_table, it) for it in ("docx", "html", "md", "text")],
        (_report, "text"),
    ],
)
def test_what_the_program_wrote_is_no_report(
    tmp_path: Path, make: Callable[[Format], bytes], format_: Format
) -> None:
    path = tmp_path / f"柳溪镇2023{_SUFFIXES[format_]}"
    path.write_bytes(make(format_))
    with pytest.raises(Refused, match=r"^这是本程序.*，不是报告原文.*请"):
        read(path)


@pytest.mark.parametrize(
    "text",
    [
        # Written on from an export, as its sentence says.
        "柳溪镇2023年法治政府建设情况报告\n一、主要举措\n（柳溪镇2022年报告，一）",
        # A title underlined, a table drawn by hand.
        "柳溪镇2023年法治政府建设情况报告\n==========================\n-- 一、主要举措\n普法。",
        # A day of the office's own system, and one amid the text.
        "柳溪镇2023年法治政府建设情况报告\n导出日期：见附件\n一、主要举措",
        "柳溪镇2023年法治政府建设情况报告\n一、主要举措\n导出日期：2024-01-05",
        "柳溪镇2023年法治政府建设情况报告\n文件：《镇法治建设要点》（2023年印发）",
    ],
)
def test_what_a_township_wrote_is_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "柳溪镇2023.txt"
    path.write_text(text, "utf-8")
    assert read(path).text == text

"""A comparison as CSV: what WPS and Excel need, and nothing that they would calculate."""

from __future__ import annotations

import csv
import io

import pytest
from arbitrary_sheets import sheet_of, texts
from handmade import plain
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.compare.align import align
from tuibrowser.export.csv_table import inert
from tuibrowser.export.sheet import Sheet, comparison_sheet
from tuibrowser.export.spreadsheet import comparison_csv
from tuibrowser.model.alignment import Alignment, Cell, Row


def rows_of(sheet: Sheet) -> list[list[str]]:
    text = comparison_csv(sheet)
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_line_is_a_row_and_a_report_a_column() -> None:
    sheet = comparison_sheet(align([plain("甲镇"), plain("乙镇", 2022)], "theme"))
    head, *rows = rows_of(sheet)
    assert head == ["部分", "工作领域", "对应程度", "变化", "甲镇2023", "乙镇2022"]
    (row,) = (row for row in rows if "调解" in row[4])
    assert row[:4] == ["规定内容 1/5 主要举措和成效", "矛盾纠纷化解", "对应", ""]
    assert row[5] == (
        "（二）扎实化解矛盾纠纷\n调解各类矛盾纠纷68件，成功率98.5%。\n"
        "〔乙镇2022年报告，一、（二）“扎实化解矛盾纠纷”〕"
    )


def test_lines_end_as_on_windows() -> None:
    text = comparison_csv(comparison_sheet(align([plain(), plain("乙镇")], "theme")))
    assert text.endswith("\r\n")
    assert "\r\n标题和导语," in text.replace("\ufeff", "\r\n")


def test_changes_are_said_in_a_column_of_their_own() -> None:
    reports = [plain("甲镇", year) for year in (2021, 2022, 2023)]
    cells = (Cell((1,)), Cell((1,)), Cell())
    two = Row(None, None, None, cells[:2], changes=(None, "kept"))
    (_, row) = rows_of(comparison_sheet(Alignment(tuple(reports[:2]), (two,))))
    assert row[3] == "与上年相同"
    three = Row(None, None, None, cells, changes=(None, "reworded", "dropped"))
    (_, row) = rows_of(comparison_sheet(Alignment(tuple(reports), (three,))))
    assert row[3] == "甲镇2022：表述调整；甲镇2023：本年未提及"


@pytest.mark.parametrize("text", ["=1+1", "+86", "-2", "@SUM(A1)", " =1", "\t=1", "＝1", "－1"])
def test_what_a_spreadsheet_would_calculate_is_put_in_front_of_a_quote(text: str) -> None:
    assert inert(text) == f"'{text}"


def test_other_text_is_left_alone() -> None:
    for text in ("", " ", "一是", "100%", "（1）=2", "'=1"):
        assert inert(text) == text


@given(texts, st.lists(texts, max_size=3))
def test_any_text_comes_back_exactly_and_none_is_calculated(
    heading: str, measures: list[str]
) -> None:
    # A name, too, may begin with anything.
    sheet = sheet_of(heading, measures, name=heading)
    head, *rows = rows_of(sheet)
    assert head[4].removeprefix("'") == sheet.columns[0].removeprefix("'")
    lines = [line for part in sheet.parts for line in part.lines]
    for row, line in zip(rows, lines, strict=True):
        for cell, box in zip(row[4:], line.boxes, strict=True):
            words = [entry.text for entry in box.entries]
            expected = "\n".join(words + [box.source] * bool(box.source))
            assert cell in (expected, f"'{expected}")
            assert cell.lstrip()[:1] not in tuple("=+-@＝＋－＠")

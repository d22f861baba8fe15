"""A table of data says the same in every format."""

from __future__ import annotations

import csv
import datetime
import io
from xml.etree import ElementTree

import pytest
from docx import Document
from docx.text.paragraph import Paragraph

from tuibrowser.export.datafile import table_bytes
from tuibrowser.export.datatable import (
    CellSource,
    Column,
    DataTable,
    Datum,
    Linked,
    Marked,
    Share,
    Signed,
)
from tuibrowser.export.naming import Format

TABLE = DataTable(
    "各单位",
    (Column("单位"), Column("件数", is_number=True)),
    (("甲镇", Linked(12, 0)), ("=乙乡\x1b", None)),
    (CellSource("甲镇@2023", 3, "化解纠纷12件。"),),
    ("共 2 个单位",),
)


def test_columns_stand_level_and_numbers_end_level() -> None:
    assert table_bytes(TABLE, "table").decode().splitlines() == [
        "单位    件数",
        "甲镇      12",
        "=乙乡\ufffd",
        "共 2 个单位",
    ]


def test_a_spreadsheet_calculates_nothing() -> None:
    text = table_bytes(TABLE, "csv").decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["单位", "件数"],
        ["甲镇", "12"],
        ["'=乙乡\ufffd", ""],
    ]


def test_a_page_leads_from_a_number_to_its_sentence_and_loads_nothing() -> None:
    text = table_bytes(TABLE, "html", date=datetime.date(2024, 3, 1)).decode()
    body = text[text.index("<body>") :].removesuffix("</html>\n")
    page = ElementTree.fromstring(body)
    link = next(it for it in page.iter("a") if it.get("href"))
    assert (link.text, link.get("href")) == ("12", "#source-1")
    target = next(it for it in page.iter("li") if it.get("id") == "source-1")
    assert target.text == "甲镇@2023 第3行：化解纠纷12件。"
    assert [it.text for it in page.iter("td")] == [*("甲镇", None, "=乙乡\ufffd", None)]
    assert "导出日期：2024-03-01" in text
    assert "共 2 个单位" in text


def test_a_page_never_breaks_a_number_to_make_its_column_narrow() -> None:
    """Unlike ``anywhere``, ``break-word`` counts the whole word where widths are shared out."""
    text = table_bytes(TABLE, "html").decode()
    assert ".data th, .data td { overflow-wrap: break-word; }" in text
    assert '<table class="data">' in text


def test_what_is_short_stands_on_one_line_however_many_columns_there_are() -> None:
    """A browser breaks Chinese anywhere, and would make a column one character wide."""
    told = "与网格员一道走访渔排，逐户讲解禁渔期的规定。"
    columns = [Column("单位"), Column("说明"), *(Column(f"领域{at}") for at in range(12))]
    table = DataTable("覆盖", columns, [("甲镇", told, *["2/3"] * 12)])
    body = table_bytes(table, "html").decode().partition("<body>")[2]
    page = ElementTree.fromstring(f"<body>{body}".removesuffix("</html>\n"))
    looks = {cell.text: cell.get("class") for cell in page.iter("td")}
    assert looks == {"甲镇": "short", told: None, "2/3": "short"}
    (grid,) = page.iter("table")
    assert grid.get("class") == "data wide"


def test_markdown_has_footnotes() -> None:
    text = table_bytes(TABLE, "md", date=datetime.date(2024, 3, 1)).decode()
    assert text.splitlines() == [
        *("# 各单位", "", "导出日期：2024-03-01", "", "| 单位 | 件数 |", "| --- | ---: |"),
        *("| 甲镇 | 12[^1] |", "| =乙乡\ufffd |  |", "", "共 2 个单位", ""),
        "[^1]: 甲镇@2023 第3行：化解纠纷12件。",
    ]


def test_a_document_has_the_table_and_its_sentences() -> None:
    made = Document(io.BytesIO(table_bytes(TABLE, "docx")))
    assert [[cell.text for cell in row.cells] for row in made.tables[0].rows] == [
        ["单位", "件数"],
        ["甲镇", "12〔1〕"],
        ["=乙乡\ufffd", ""],
    ]
    assert [it.text for it in made.paragraphs][-3:] == [
        *("共 2 个单位", "出处", "〔1〕甲镇@2023 第3行：化解纠纷12件。")
    ]


@pytest.mark.parametrize("format_", ["csv", "xlsx", "html", "md", "docx"])
def test_a_table_without_rows_is_one_in_every_format(format_: Format) -> None:
    empty = DataTable("", TABLE.columns, ())
    assert table_bytes(empty, format_)


def test_what_is_no_table_is_not_written_as_something_else() -> None:
    with pytest.raises(ValueError, match="json"):
        table_bytes(TABLE, "json")


@pytest.mark.parametrize("columns", [3, 9, 17])
def test_numbers_and_days_of_a_document_stand_on_one_line(columns: int) -> None:
    """A column takes 0.18 mm to a cell and a point, and what a cell's frame has."""
    told = "与网格员一道走访渔排，逐户讲解禁渔期的规定。" * 4
    numbers = [Column(f"数{at}", is_number=True) for at in range(columns - 2)]
    rows: list[list[Datum]] = [[told, "2024-02-28", *[1234] * (columns - 2)]] * 3
    table = DataTable("覆盖", [Column("说明"), Column("成文日期"), *numbers], rows)
    (grid,) = Document(io.BytesIO(table_bytes(table, "docx"))).tables
    size = 10.5 if columns <= 8 else 9
    widths = [column.width / 36_000 for column in grid.columns]
    assert round(sum(widths)) == 297 - 2 * 15
    assert widths[1] >= 10 * size * 0.17 + 3.8
    assert min(widths[2:]) >= 4 * size * 0.17 + 3.8
    assert widths[0] == max(widths)


def test_what_is_to_be_read_first_stands_above_a_documents_table() -> None:
    """Whoever opens forty rows sees their head; a terminal shows their end."""
    table = TABLE._replace(lead=["未报送：丙镇。"])
    for format_ in ("html", "md"):
        text = table_bytes(table, format_).decode()
        assert text.index("未报送：丙镇。") < text.index("件数") < text.index("共 2 个单位")
    made = Document(io.BytesIO(table_bytes(table, "docx"))).iter_inner_content()
    kinds = [it.text if isinstance(it, Paragraph) else "table" for it in made]
    assert kinds.index("未报送：丙镇。") < kinds.index("table") < kinds.index("共 2 个单位")
    assert table_bytes(table, "table").decode().splitlines()[-2:] == [
        *("未报送：丙镇。", "共 2 个单位"),
    ]
    assert table_bytes(table, "csv").decode().count("未报送") == 0


def test_a_word_alone_is_not_broken_to_give_others_room() -> None:
    """已单列 in each of five columns reads down the page."""
    told = "与网格员一道走访渔排，逐户讲解禁渔期的规定。" * 4
    parts = [Column(it) for it in ("成效", "不足", "负责人", "安排", "其他")]
    columns = [Column("单位"), *parts, *(Column(f"说明{at}") for at in range(6))]
    rows: list[list[Datum]] = [["甲镇", *["已单列"] * 5, *[told] * 6]] * 3
    (grid,) = Document(io.BytesIO(table_bytes(DataTable("", columns, rows), "docx"))).tables
    assert min(column.width / 36_000 for column in list(grid.columns)[1:6]) >= 6 * 9 * 0.17 + 3.8


def test_what_is_read_as_a_percentage_or_with_a_sign_is_so_in_every_text() -> None:
    table = DataTable("甲", [Column("乙"), Column("丙")], [(Share(0.304), Signed("≈", 12.5))])
    for format_ in ("table", "csv", "html", "md"):
        text = table_bytes(table, format_).decode()
        assert "30%" in text
        assert "≈12.5" in text


def test_words_that_stand_elsewhere_too_stand_out_on_a_page_and_are_words_alone_in_a_list() -> None:
    said = Marked((("全年", False), ("先听后议", True), ("。", False)))
    table = DataTable("甲", [Column("乙")], [(said,)])
    page = table_bytes(table, "html").decode()
    assert '<u class="shared">先听后议</u>' in page
    assert "下有点线的是两处相同的文字。" in page
    assert "全年先听后议。" in table_bytes(table, "csv").decode()

"""The DOCX 对照表, reopened: page, fonts, tables, and the text as it was."""

from __future__ import annotations

import io
from typing import Any

from arbitrary_sheets import sheet_of, texts
from docx import Document
from docx.document import Document as DocumentFile
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from handmade import Draft, plain
from hypothesis import given, settings
from hypothesis import strategies as st

from tuibrowser.compare.align import align
from tuibrowser.export.docx import comparison_docx, excerpts_docx
from tuibrowser.export.sheet import Sheet, comparison_sheet
from tuibrowser.model.alignment import Alignment, Cell, Row
from tuibrowser.model.kept import Excerpt
from tuibrowser.model.report import Report

MILLIMETRE = 36_000
"""In the units of python-docx."""


def opened(content: bytes) -> DocumentFile:
    return Document(io.BytesIO(content))


def made(*reports: Report) -> DocumentFile:
    return opened(comparison_docx(comparison_sheet(align(reports, "theme"))))


def has(row: Any, name: str) -> bool:
    return row._tr.trPr is not None and row._tr.trPr.find(qn(name)) is not None


def test_the_page_is_a4_landscape_and_numbered() -> None:
    (page,) = made(plain(), plain("乙镇")).sections
    assert page.orientation == WD_ORIENTATION.LANDSCAPE
    assert page.page_width is not None
    assert page.page_height is not None
    assert round(page.page_width / MILLIMETRE) == 297
    assert round(page.page_height / MILLIMETRE) == 210
    fields = page.footer._element.xpath(".//w:fldSimple/@w:instr")
    assert fields == ["PAGE", "NUMPAGES"]


def test_every_font_is_named_for_chinese_and_latin_and_left_to_no_theme() -> None:
    document = made(plain(), plain("乙镇"))
    used = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    for table in document.tables:
        for cell in table._cells:
            used |= {paragraph.style.name for paragraph in cell.paragraphs if paragraph.style}
    assert {"Title", "Heading 1", "对照表正文", "对照表出处"} <= used
    defaults = document.styles.element.xpath("w:docDefaults//w:rFonts")
    for fonts in (*defaults, *(document.styles[name].element.rPr.rFonts for name in used)):
        assert fonts.get(qn("w:eastAsia")) in ("仿宋", "宋体", "黑体")
        assert fonts.get(qn("w:ascii")) == fonts.get(qn("w:hAnsi")) == "Times New Roman"
        assert not [name for name in fonts.attrib if name.lower().endswith("theme")]


def test_columns_are_as_wide_as_the_page_and_stay_so() -> None:
    document = made(plain(), plain("乙镇"), plain("丙镇"))
    for table in document.tables:
        widths = [column.width for column in table.columns]
        assert round(sum(widths) / MILLIMETRE) == 297 - 2 * 15
        assert len({round(width / MILLIMETRE) for width in widths[1:]}) == 1
        assert table._tbl.tblPr.xpath("w:tblLayout/@w:type") == ["fixed"]
        for row in table.rows:
            assert [cell.width for cell in row.cells] == widths


def test_the_first_row_is_repeated_and_rows_that_fit_stay_whole() -> None:
    long = Draft("丙镇").head("一、", "成效", "measures_results")
    long.measure("普法宣传，" * 500, "publicity")
    document = made(plain(), long.report())
    for table in document.tables:
        assert [cell.text for cell in table.rows[0].cells] == ["工作领域", "甲镇2023", "丙镇2023"]
        assert [has(row, "w:tblHeader") for row in table.rows] == [True] + [False] * (
            len(table.rows) - 1
        )
    whole = {row.cells[0].text: has(row, "w:cantSplit") for row in document.tables[1].rows}
    assert not whole["普法宣传"]
    assert whole["矛盾纠纷化解\n未见对应"]


def test_a_part_has_a_heading_and_more_than_six_reports_a_second_table() -> None:
    sheet = comparison_sheet(align([plain(f"{name}镇") for name in "甲乙丙丁戊己庚"], "theme"))
    document = opened(comparison_docx(sheet))
    headings = [it.text for it in document.paragraphs if it.style and it.style.name == "Heading 1"]
    assert headings == [part.title for part in sheet.parts]
    assert [len(table.columns) for table in document.tables] == [5, 4] * len(sheet.parts)


def test_figures_have_a_style_and_changes_a_sign() -> None:
    document = made(plain(), plain("乙镇"))
    runs = document.element.xpath(".//w:r[w:rPr/w:rStyle]/w:t/text()")
    assert runs[:2] == ["12场次", "12场次"]
    assert document.styles["对照表数据"].font.underline
    row = Row(None, None, None, (Cell((1,)), Cell()), changes=(None, "dropped"))
    years = Alignment((plain("甲镇", 2022), plain("甲镇", 2023)), (row,))
    (table,) = opened(comparison_docx(comparison_sheet(years))).tables
    assert table.rows[1].cells[2].text == "－本年未提及"


@settings(max_examples=30)
@given(texts, st.lists(texts, max_size=3))
def test_any_text_comes_back_exactly(heading: str, measures: list[str]) -> None:
    sheet: Sheet = sheet_of(heading, measures, name=heading)
    document = opened(comparison_docx(sheet))
    lines = [line for part in sheet.parts for line in part.lines]
    rows = [row for table in document.tables for row in table.rows[1:]]
    for row, line in zip(rows, lines, strict=True):
        for cell, box in zip(row.cells[1:], line.boxes, strict=True):
            expected = [entry.text for entry in box.entries] + [box.source] * bool(box.source)
            assert [paragraph.text for paragraph in cell.paragraphs] == (expected or ["—"])


def test_a_title_may_be_longer_than_a_property() -> None:
    document = made(plain("甲" * 300), plain())
    assert document.paragraphs[0].text.startswith("对照表：甲甲")
    assert document.core_properties.title == document.paragraphs[0].text[:255]
    assert document.core_properties.comments == ""


def test_excerpts_are_paragraphs_each_with_its_source() -> None:
    excerpts = [
        Excerpt("a" * 64, 0, 9, "一是普法。\n二是\x0b调解。", "甲镇2023年报告，一、“成效”"),
        Excerpt("b" * 64, 0, 9, "三是执法。", "乙镇\ufffe报告"),
    ]
    document = opened(excerpts_docx("摘录", "2026-11-25", excerpts))
    assert [paragraph.text for paragraph in document.paragraphs] == [
        *("摘录", "导出日期：2026-11-25"),
        *("一是普法。", "二是\ufffd调解。", "（甲镇2023年报告，一、“成效”）"),
        *("三是执法。", "（乙镇\ufffd报告）"),
    ]
    assert document.sections[0].orientation == WD_ORIENTATION.PORTRAIT

"""A spreadsheet holds values, never formulas, and leads from a number to its sentence."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuibrowser.export import workbook
from tuibrowser.export.datafile import table_bytes
from tuibrowser.export.datatable import (
    CellSource,
    Column,
    DataTable,
    Datum,
    Day,
    Linked,
    Share,
    Signed,
)

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
COLUMNS = (Column("单位"), Column("件数", is_number=True))
SOURCES = (CellSource("甲镇@2023", 3, "化解纠纷12件。"), CellSource("甲镇@2023", 9, "=1+1"))


class Book:
    """What a spreadsheet program finds in a file."""

    def __init__(self, table: DataTable) -> None:
        self._file = zipfile.ZipFile(io.BytesIO(table_bytes(table, "xlsx")))
        names = ElementTree.fromstring(self._file.read("xl/workbook.xml"))
        self.names = [sheet.attrib["name"] for sheet in names.iter(f"{MAIN}sheet")]

    def sheet(self, number: int) -> ElementTree.Element:
        return ElementTree.fromstring(self._file.read(f"xl/worksheets/sheet{number}.xml"))

    def forms(self) -> set[str]:
        """How numbers are shown: 0% is the ninth of those that every program knows."""
        styles = ElementTree.fromstring(self._file.read("xl/styles.xml"))
        named = {it.attrib["formatCode"] for it in styles.iter(f"{MAIN}numFmt")}
        known = {it.attrib["numFmtId"] for it in styles.iter(f"{MAIN}xf")}
        return named | ({"0%"} if "9" in known else set())

    def cells(self, number: int = 1) -> dict[str, str | float]:
        found: dict[str, str | float] = {}
        for cell in self.sheet(number).iter(f"{MAIN}c"):
            text = "".join(cell.itertext())
            if text:
                is_text = cell.attrib.get("t") == "inlineStr"
                found[cell.attrib["r"]] = text if is_text else float(text)
        return found


def book(*rows: Sequence[Datum], title: str = "各单位") -> Book:
    return Book(DataTable(title, COLUMNS, rows, SOURCES, ("共 2 个单位",)))


def test_numbers_are_numbers_and_texts_are_texts() -> None:
    found = book(("甲镇", 12), ("乙乡", 0.5), ("丙镇", None), ("丁镇", "—")).cells()
    assert found == {
        **{"A1": "单位", "B1": "件数", "A2": "甲镇", "B2": 12, "A3": "乙乡", "B3": 0.5},
        **{"A4": "丙镇", "A5": "丁镇", "B5": "—", "A7": "共 2 个单位"},
    }


@pytest.mark.parametrize("text", ["=1+1", "{=1}", "+1", "@SUM(A1)", "http://甲.乙", "12", "0012"])
def test_nothing_is_calculated_and_no_text_becomes_something_else(text: str) -> None:
    made = book((text, Linked(text, 0)))
    assert made.cells()["A2"] == made.cells()["B2"] == text
    assert not list(made.sheet(1).iter(f"{MAIN}f"))


def test_a_cell_leads_to_its_sentence_in_the_second_sheet() -> None:
    made = book(("甲镇", Linked(12, 1)), ("乙乡", Linked(None, 0)))
    links = [link.attrib for link in made.sheet(1).iter(f"{MAIN}hyperlink")]
    assert [(link["ref"], link["location"]) for link in links] == [("B2", "'出处'!C3")]
    assert made.cells()["B2"] == 12
    assert made.names == ["各单位", "出处"]
    sources = made.cells(2)
    assert [sources[at] for at in ("A1", "B1", "C1")] == ["报告", "行", "原文"]
    assert [sources[at] for at in ("A3", "B3", "C3")] == ["甲镇@2023", 9, "=1+1"]


def test_head_and_first_column_stay_in_sight_and_every_column_can_be_filtered() -> None:
    sheet = book(("甲镇", 12), ("乙乡", 3)).sheet(1)
    pane = next(sheet.iter(f"{MAIN}pane")).attrib
    assert (pane["xSplit"], pane["ySplit"], pane["state"]) == ("1", "1", "frozen")
    assert next(sheet.iter(f"{MAIN}autoFilter")).attrib["ref"] == "A1:B3"


def test_columns_are_as_wide_as_what_they_hold_within_bounds() -> None:
    sheet = book(("青棠县白石桥镇人民政府" * 9, 12)).sheet(1)
    first, second = (float(column.attrib["width"]) for column in sheet.iter(f"{MAIN}col"))
    assert 60 <= first <= 63
    assert 6 <= second <= 12


@pytest.mark.parametrize("character", ["长", "\U00020bb7"])
def test_a_text_longer_than_a_cell_holds_ends_in_a_sign_of_it(character: str) -> None:
    text = book((character * 40_000, None)).cells()["A2"]
    assert isinstance(text, str)
    assert len(text.encode("utf-16-le")) // 2 in (32_766, 32_767)
    assert text.rstrip("…") == character * (len(text) - 1)


def test_more_rows_or_links_than_a_sheet_takes_lose_no_value(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook, "_MOST_ROWS", 2)
    monkeypatch.setattr(workbook, "_MOST_LINKS", 1)
    rows = tuple((f"{number}镇", Linked(number, number)) for number in range(5))
    sources = tuple(CellSource("甲镇@2023", number + 1, f"{number}件") for number in range(5))
    made = Book(DataTable("各单位", COLUMNS, rows, sources))
    assert made.names == ["各单位", "各单位 2", "各单位 3", "出处", "出处 2", "出处 3"]
    assert [made.cells(sheet).get(at) for sheet in (1, 2, 3) for at in ("B2", "B3")] == [
        *(0, 1, 2, 3, 4, None)
    ]
    links = [
        [it.attrib["location"] for it in made.sheet(n).iter(f"{MAIN}hyperlink")] for n in (1, 2, 3)
    ]
    assert links == [["'出处'!C2"], ["'出处 2'!C2"], ["'出处 3'!C2"]]
    assert made.cells(5)["C2"] == "2件"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40), st.floats() | st.integers())
def test_any_text_makes_a_file_that_opens(title: str, text: str, number: float) -> None:
    made = book((text, number), title=title)
    name = made.names[0]
    assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
    assert not re.search(r"[\[\]:*?/\\]|^'|'$", name)
    assert name != "出处"
    assert made.cells()["A1"] == "单位"


def test_percentages_hedged_numbers_and_days_are_numbers_that_look_like_words() -> None:
    made = book(("甲镇", Share(0.304)), (Day("2025-01-20"), Linked(Signed("≥", 2800), 0)))
    found = made.cells()
    assert (found["B2"], found["A3"], found["B3"]) == (0.304, 45677, 2800)
    forms = made.forms()
    assert {'"≥"General', "yyyy-mm-dd", "0%"} <= forms


def test_a_day_that_excel_cannot_count_stays_as_it_is_written() -> None:
    assert book((Day("1899-01-20"), 1), (Day("不详"), 2)).cells()["A2"] == "1899-01-20"


def test_an_empty_text_is_an_empty_cell() -> None:
    cells = list(book(("", 3)).sheet(1).iter(f"{MAIN}c"))
    assert "A2" not in {cell.attrib["r"] for cell in cells}

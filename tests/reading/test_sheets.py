"""A list that an official keeps in Excel is read however it was saved."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from tuibrowser.reading.sheets import SheetUnread, read_sheets

ROWS = [["单位", "时限"], ["柳溪镇", "2024-03-01"], ["望禾乡", ""]]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("divider", [",", ";", "\t", "，"])
def test_a_text_of_any_encoding_and_divider(tmp_path: Path, codec: str, divider: str) -> None:
    path = tmp_path / "名册.csv"
    path.write_bytes("\r\n".join(divider.join(row) for row in ROWS).encode(codec))
    assert read_sheets(path) == [ROWS]


def test_the_divider_is_that_of_the_lines_below_a_title(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"
    path.write_text("青棠县名册,2023年度\n序号\t单位\n1\t柳溪镇\n", "utf-8")
    assert read_sheets(path) == [[["青棠县名册,2023年度"], ["序号", "单位"], ["1", "柳溪镇"]]]


def test_the_euro_sign_of_windows_costs_no_table(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"
    path.write_bytes("单位,经费\n柳溪镇,".encode("gbk") + b"\x80500\n")
    assert read_sheets(path) == [[["单位", "经费"], ["柳溪镇", "€500"]]]


def test_a_line_that_names_the_divider_is_none_of_the_rows(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"
    path.write_text("sep=;\n单位;县区\n柳溪镇;甲,乙\n", "utf-8")
    assert read_sheets(path) == [[["单位", "县区"], ["柳溪镇", "甲,乙"]]]


def test_a_workbook_gives_its_sheets_with_dates_and_whole_numbers(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"  # by what it is, not by what it is called
    file = io.BytesIO()
    with Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["单位", "时限", "电话"])
        sheet.write_string(2, 0, " 柳溪镇 ")
        sheet.write_number(2, 1, 45352, book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_number(2, 2, 13900000000)
        hidden = book.add_worksheet()
        hidden.write_string(0, 0, "隐藏的")
        hidden.hide()
        book.add_worksheet()
        book.add_worksheet().write_string(0, 0, "别的")
    path.write_bytes(file.getvalue())
    assert read_sheets(path) == [
        [["单位", "时限", "电话"], ["", "", ""], ["柳溪镇", "2024-03-01", "13900000000"]],
        [["别的"]],
        [["隐藏的"]],
    ]


def test_what_is_merged_over_lines_is_of_each_of_them(tmp_path: Path) -> None:
    path = tmp_path / "名册.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 1, "应报单位名册")
        sheet.write_row(1, 0, ["县区", "单位"])
        sheet.merge_range(2, 0, 3, 0, "青棠县")
        sheet.write_column(2, 1, ["柳溪镇", "望禾乡", "城关镇"])
    assert read_sheets(path) == [
        [
            ["应报单位名册", ""],
            ["县区", "单位"],
            ["青棠县", "柳溪镇"],
            ["青棠县", "望禾乡"],
            ["", "城关镇"],
        ]
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04 no workbook", "不是能打开的表格"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 nothing", "不是能打开的表格"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (b"\xef\xbb\xbf<html><table><tr><td>x", "网页格式"),
        (b"a,b\x01c", "不是表格"),
        (b"%PDF-1.7\0\xff\xff\xff", "编码"),
        (b"a,b\0c", "不是表格"),
        (b"\n" * 20_001, "超过 20,000 行"),
        (b"x" * 8_000_001, "超过 8 MB"),
    ],
)
def test_what_is_no_table_is_said(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "名册.csv"
    path.write_bytes(data)
    with pytest.raises(SheetUnread, match=says):
        read_sheets(path)


@pytest.mark.parametrize("data", [b"\0" * 600, b"x\x01\x02y", bytes(range(128, 256)) * 9])
def test_a_workbook_that_is_broken_is_no_csv(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "名册.xlsx"
    path.write_bytes(data)
    with pytest.raises(SheetUnread, match="已损坏"):
        read_sheets(path)


def test_a_csv_that_was_named_as_a_workbook_is_read(tmp_path: Path) -> None:
    path = tmp_path / "名册.xls"
    path.write_text("单位,县区\n柳溪镇,青棠县\n", encoding="gb18030")
    assert read_sheets(path) == [[["单位", "县区"], ["柳溪镇", "青棠县"]]]


def test_a_file_that_is_not_there_and_a_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(SheetUnread, match="文件不存在"):
        read_sheets(tmp_path / "无.csv")
    with pytest.raises(SheetUnread, match="文件夹"):
        read_sheets(tmp_path)

"""Rows of a small table that a person keeps in Excel or WPS: CSV, or sheets of a workbook."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tuibrowser.reading.encoding import EURO
from tuibrowser.reasons import reason_of

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_LARGEST: Final = 8_000_000
_LARGEST_UNPACKED: Final = 100_000_000
"""Bytes of a file, and of what a workbook holds: a list of names takes a thousandth."""
_MOST_ROWS: Final = 20_000
_LOOKED_AT: Final = 20
"""Lines by which the sign between cells is told: a title above them has none."""
_MOST_CELLS: Final = 50
"""Cells of a row; those to the right of them are passed over."""
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""What XLSX, ODS and the Excel files of before 2007 begin with."""
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
"""Within what Office writes where a password was set."""
_OF_WORKBOOKS: Final = frozenset((".xlsx", ".xls", ".xlsm", ".et", ".ett", ".ods"))
_PAGE: Final = re.compile(rb"\s*<(?:!doctype|html|table|\?xml|head|meta|style)", re.IGNORECASE)
"""Programs of offices save a page or Excel's XML of 2003 under the name of a workbook."""
_DIVIDERS: Final = ",\t;，；"
_NO_TEXT: Final = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
_MARKS: Final = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


class SheetUnread(Exception):
    """A file is no table; ``str()`` is a Chinese clause that says why."""


Rows = list[list[str]]


def read_sheets(path: Path) -> list[Rows]:
    """The rows of each sheet of ``path``, as texts without blanks around them; dates are ISO 8601.

    Of a workbook those sheets that hold something, hidden ones last; a CSV is one sheet.

    Raises:
        SheetUnread: it cannot be read, is too large, or is no table.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except FileNotFoundError:
        raise SheetUnread("文件不存在，请检查路径") from None
    except OSError as error:
        raise SheetUnread(reason_of(error)) from None
    if len(data) > _LARGEST:
        raise SheetUnread(f"超过 {_LARGEST // 1_000_000} MB，请只留名册一张表")
    sheets = _of_workbook(data) if data.startswith(_WORKBOOKS) else [_of_text(path, data)]
    if sum(map(len, sheets)) > _MOST_ROWS:
        raise SheetUnread(f"超过 {_MOST_ROWS:,} 行，请只留名册一张表")
    return sheets


def _of_workbook(data: bytes) -> list[Rows]:
    # 20 ms, only where a workbook is read.
    from python_calamine import (  # noqa: PLC0415
        CalamineError,
        SheetTypeEnum,
        SheetVisibleEnum,
        load_workbook,
    )

    if _LOCKED in data:
        raise SheetUnread("设了打开密码，请在 Excel 或 WPS 中取消密码后再试")
    try:
        if data.startswith(_WORKBOOKS[0]):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                if sum(member.file_size for member in archive.infolist()) > _LARGEST_UNPACKED:
                    raise SheetUnread("解压后过大，请只留名册一张表")
        book = load_workbook(io.BytesIO(data))
        listed = [it for it in book.sheets_metadata if it.typ == SheetTypeEnum.WorkSheet]
        listed.sort(key=lambda it: it.visible != SheetVisibleEnum.Visible)
        sheets = [book.get_sheet_by_name(it.name) for it in listed]
        if sum(sheet.total_height for sheet in sheets) > _MOST_ROWS:
            raise SheetUnread(f"超过 {_MOST_ROWS:,} 行，请只留名册一张表")
        found = [_filled(sheet) for sheet in sheets]
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError, IndexError):
        raise SheetUnread("不是能打开的表格，请另存为 .xlsx 或 CSV") from None
    return [[[_text(cell) for cell in row[:_MOST_CELLS]] for row in rows] for rows in found if rows]


def _filled(sheet: CalamineSheet) -> list[list[Any]]:
    """The cells of ``sheet``; what is written once for several lines, which are merged, is of each.

    What is merged across columns, as a title is, stays where it is.
    """
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if left == right and top < len(rows):
            for row in rows[top + 1 : bottom + 1]:
                row[left] = rows[top][left]
    return rows


def _of_text(path: Path, data: bytes) -> Rows:
    """The rows of a CSV, as which some keep a file whose name is a workbook's."""
    if _PAGE.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise SheetUnread("是网页格式的表格，请用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV")
    try:
        text = _decoded(data)
    except SheetUnread:
        if path.suffix.lower() not in _OF_WORKBOOKS:
            raise
        text = "\0"
    if _NO_TEXT.search(text):
        is_workbook = path.suffix.lower() in _OF_WORKBOOKS
        raise SheetUnread(
            "文件已损坏，请用 Excel 或 WPS 打开原件，另存一份再试"
            if is_workbook
            else "不是表格，请另存为 .xlsx 或 CSV"
        )
    first, _, rest = text.lstrip("\r\n").partition("\n")
    lines = text.splitlines()[:_LOOKED_AT]
    divider = max(_DIVIDERS, key=lambda it: (sum(it in line for line in lines), first.count(it)))
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        divider, text = first.strip()[-1], rest
    try:
        found = csv.reader(io.StringIO(text, newline=""), delimiter=divider)
        return [[cell.strip() for cell in row[:_MOST_CELLS]] for row in found]
    except csv.Error:
        raise SheetUnread("不是能看懂的 CSV，请在 Excel 中重新另存") from None


def _decoded(data: bytes) -> str:
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), None)
    for codec in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            return data.decode(codec, EURO if codec == "gb18030" else "strict")
        except UnicodeDecodeError:
            continue
    raise SheetUnread("看不出文字编码，请另存为 UTF-8 的 CSV")


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()

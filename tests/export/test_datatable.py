"""A table of data says the same in every format."""

from __future__ import annotations

import csv
import io

from tuibrowser.export.datatable import Column, DataTable, Linked, Source, table_bytes

TABLE = DataTable(
    "各单位",
    (Column("单位"), Column("件数", is_number=True)),
    (("甲镇", Linked(12, 0)), ("=乙乡\x1b", None)),
    (Source("甲镇@2023", 3, "化解纠纷12件。"),),
    ("共 2 个单位",),
)


def test_columns_stand_level_and_numbers_end_level() -> None:
    assert table_bytes(TABLE, "table").decode().splitlines() == [
        "单位    件数",
        "甲镇      12",
        "=乙乡\ufffd",
        "共 2 个单位",
    ]


def test_a_narrow_terminal_has_its_lines_shortened() -> None:
    assert table_bytes(TABLE, "table", 7).decode().splitlines()[0] == "单位  …"


def test_a_spreadsheet_calculates_nothing() -> None:
    text = table_bytes(TABLE, "csv").decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["单位", "件数"],
        ["甲镇", "12"],
        ["'=乙乡\ufffd", ""],
    ]

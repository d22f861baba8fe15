from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.export.datatable import Column, DataTable, Datum
from tuibrowser.export.datatext import data_text
from tuibrowser.text.cellwidth import cells

COLUMNS = (Column("单位"), Column("件数", is_number=True), Column("原文"), Column("对应表述"))
LONG = "在集市设点宣传民法典，发放宣传册三百份，解答群众提问。"
TABLE = DataTable(
    "数据",
    COLUMNS,
    [
        ["甲镇", 12, LONG, "集市设点普法。"],
        ["甲镇", 12, LONG, "巡回宣讲。"],
        ["乙乡", 3, "入户普法。", ""],
    ],
)


def test_a_pipe_gets_a_row_a_line() -> None:
    lines = data_text(TABLE).splitlines()
    assert len(lines) == 4
    assert lines[1].count(LONG) == lines[2].count(LONG) == 1


def test_sentences_are_broken_within_their_column_and_told_once() -> None:
    assert data_text(TABLE, 52).splitlines() == [
        "单位  件数  原文                      对应表述",
        "甲镇    12  在集市设点宣传民法典，发  集市设点普法。",
        "            放宣传册三百份，解答群众",
        "            提问。",
        "                                      巡回宣讲。",
        "乙乡     3  入户普法。",
    ]


def test_where_no_column_has_room_each_row_is_a_block() -> None:
    assert data_text(TABLE, 30).splitlines() == [
        "甲镇",
        "  件数：12",
        "  原文：在集市设点宣传民法典，",
        "  发放宣传册三百份，解答群众提",
        "  问。",
        "  对应表述：集市设点普法。",
        "  对应表述：巡回宣讲。",
        "乙乡",
        "  件数：3  原文：入户普法。",
    ]


@given(
    st.lists(
        st.tuples(*[st.text("甲乙丙，。a1 ", max_size=60)] * 3, st.integers(0, 10**6)),
        min_size=1,
        max_size=5,
    ),
    st.integers(4, 120),
)
def test_every_line_fits_and_nothing_is_lost(rows: list[tuple[str | int, ...]], width: int) -> None:
    columns = [Column("甲"), Column("乙"), Column("丙"), Column("数", is_number=True)]
    text = data_text(DataTable("数据", columns, rows), width)
    assert all(cells(line) <= width for line in text.splitlines())
    rest = sorted("".join(text.split()))
    for row in (
        *rows[:1],
        *(row for before, row in pairwise(rows) if row[0] != before[0]),
    ):
        for character in "".join("".join(map(str, row)).split()):
            rest.remove(character)


def test_a_cell_without_a_value_is_not_taken_for_the_one_above_it() -> None:
    columns = (Column("本报告表述"), Column("单位"), Column("年份"))
    table = DataTable("同类", columns, [[LONG, "甲镇", 2022], [LONG, None, 2023], [None, None, 1]])
    for width in (46, 24):
        lines = data_text(table, width).splitlines()
        assert [line for line in lines if "2023" in line and "—" in line]
        assert lines[-1].replace(" ", "") in ("——1", "—1", "年份：1")
        assert any(line.startswith("—") for line in lines)


def test_heads_without_rows_are_left_out_and_notes_stay() -> None:
    for width in (None, 40, 10):
        assert data_text(TABLE._replace(rows=[], notes=["没有数据。"]), width) == "没有数据。\n"


def test_without_rows_no_head_stands_alone() -> None:
    """What was not found is said by a sentence beside it."""
    assert data_text(TABLE._replace(rows=[]), 40) == ""


def test_a_narrow_form_is_shown_where_the_whole_has_no_room() -> None:
    narrow = DataTable("", COLUMNS[:2], [["甲镇", 12]], notes=["略有删减。"])
    table = TABLE._replace(rows=[["甲镇", 12, LONG, ""]], narrow=narrow)
    short = ["单位  件数", "甲镇    12", "略有删减。"]
    assert data_text(table, 40).splitlines() == short
    assert data_text(table, 120).splitlines()[0].split() == ["单位", "件数", "原文", "对应表述"]
    assert data_text(table).splitlines()[0].split() == ["单位", "件数", "原文", "对应表述"]


def test_sentences_at_the_end_stand_below_rows_that_have_room() -> None:
    """Numbers of many units are compared down a column, whatever is said of each."""
    heads = (Column("单位"), *(Column(it, is_number=True) for it in ("新增", "相同", "未提")))
    rows: list[list[Datum]] = [["甲镇", 12, 3, 0, LONG], ["乙乡", 1, 0, 4, None]]
    table = DataTable("变化", (*heads, Column("数据")), rows)
    assert data_text(table, 32).splitlines() == [
        "单位  新增  相同  未提",
        "甲镇    12     3     0",
        "  数据：在集市设点宣传民法典，发",
        "  放宣传册三百份，解答群众提问。",
        "乙乡     1     0     4",
    ]


def test_a_sentence_is_not_broken_into_a_ribbon() -> None:
    """Two long sentences side by side are read across the width, one below the other."""
    table = TABLE._replace(rows=[["甲镇", 12, LONG * 3, LONG * 3]])
    assert data_text(table, 70).splitlines()[:2] == ["甲镇", "  件数：12"]
    assert data_text(table, 140).splitlines()[0].split() == ["单位", "件数", "原文", "对应表述"]

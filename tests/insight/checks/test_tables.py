"""Tables whose last row gives the sum of those above."""

from __future__ import annotations

import pytest
from reviewed import found, said

_ROWS = ("活动\t场次\t人次", "宪法宣传\t7\t900", "民法典宣传\t10\t1,250")


def _sums(*rows: str) -> list[str]:
    return said("sum", found("\n".join(rows)))


@pytest.mark.parametrize("parted", ["\t", " ", " | "])
def test_a_column_that_adds_up_to_something_else_is_remarked(parted: str) -> None:
    """However cells are parted; the column beside it adds up."""
    rows = [row.replace("\t", parted) for row in (*_ROWS, "合计\t18\t2,150")]
    assert _sums(*rows) == ["表中“场次”：7＋10＝17，合计写为18，请核"]


def test_a_rule_below_the_head_is_no_row() -> None:
    head, *rows = (f"| {row} |".replace("\t", " | ") for row in (*_ROWS, "合计\t18\t2150"))
    assert _sums(head, "|---|---|---|", *rows) == ["表中“场次”：7＋10＝17，合计写为18，请核"]


def test_the_remark_stands_at_the_row_of_the_sum() -> None:
    (finding,) = (it for it in found("\n".join((*_ROWS, "合计\t17\t2,050"))) if it.kind == "sum")
    assert "".join(finding.quotes[0].text.split()) == "合计172,050"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((*_ROWS, "合计\t17\t2150"), id="adds up"),
        pytest.param(_ROWS, id="without sum"),
        pytest.param((*_ROWS, "小计\t17\t2150", "合计\t20\t2500"), id="with a sum of some"),
        pytest.param((*_ROWS, "其中线上\t2\t100", "合计\t17\t2150"), id="with a part of a part"),
        pytest.param(
            ("村\t化解率\t序号", "东村\t95\t1", "西村\t97\t2", "合计\t96\t9"), id="rates, numbering"
        ),
        pytest.param(("项目\t金额", "劳资\t1.24\t", "借贷\t2.33\t", "合计\t3.6\t"), id="rounded"),
        pytest.param((*_ROWS, "展览\t3", "合计\t18\t2150"), id="a row that lacks a cell"),
    ],
)
def test_a_table_that_may_be_right_is_not(rows: tuple[str, ...]) -> None:
    assert _sums(*rows) == []


_TABLE = "村名\t调解纠纷（件）\n甲村\t12\n乙村\t18\n合计\t30"


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("全年调解纠纷36件。", ["表中“调解纠纷”为30件，文中写为36件，请核"]),
        ("全年调解纠纷30件。", []),
        ("全年调解纠纷30余件。", []),
        ("上半年调解纠纷16件。", []),
        ("全年调解邻里纠纷36件。", []),
        ("去年调解纠纷36件。", []),
        ("力争调解纠纷36件。", []),
        ("甲组调解纠纷16件。乙组调解纠纷14件。", []),
    ],
)
def test_what_a_table_sums_and_a_sentence_tells_otherwise_is_remarked(
    told: str, says: list[str]
) -> None:
    assert said("two_values", found(f"{told}\n{_TABLE}")) == says


_QUARTERS = ("类别\t一季度\t二季度\t合计", "市容\t5\t6\t11", "规划\t3\t4\t7")


def test_a_row_that_adds_up_to_something_else_is_remarked_once() -> None:
    """Though the column of the sums does not add up then, either."""
    head, first, _ = _QUARTERS
    assert _sums(*_QUARTERS) == []
    assert _sums(head, first, "规划\t3\t4\t9", "合计\t8\t10\t18") == [
        "表中“规划”：3＋4＝7，合计写为9，请核"
    ]
    assert _sums(*_QUARTERS, "合计\t8\t10\t19") == ["表中“合计”：11＋7＝18，合计写为19，请核"]


@pytest.mark.parametrize("colon", ["", "："])
def test_lines_that_each_count_one_thing_are_a_table(colon: str) -> None:
    """With or without a colon, whatever stands behind."""
    lines = [f"土地纠纷{colon}58件；", f"邻里纠纷{colon}43件；", f"婚姻家庭{colon}26件；"]
    assert _sums("分类情况：", *lines, f"合计{colon}127件。") == []
    (says,) = _sums("分类情况：", *lines, f"合计{colon}137件。")
    assert says == "表中：58＋43＋26＝127，合计写为137，请核"

"""A roster is understood as officials write it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tuibrowser.insight.roster import RosterUnread, find_roster, plain_name, understand_roster
from tuibrowser.lexicon.own import LexiconError
from tuibrowser.lexicon.rosters import load_roster_words
from tuibrowser.locations import config_home


def test_headings_are_found_below_a_title_and_whatever_more_they_say() -> None:
    roster = understand_roster(
        [
            ["青棠县应报单位名册", "", "", "", ""],
            ["序号", "单位名称（全称）", "所属县区", "应报时间（前）", "联系人及电话"],
            ["1", "柳溪镇人民政府", "青棠县", "2024年2月20日前", "张三"],
            ["2", "望禾乡", "青棠县", "3月5日", ""],
            ["", "", "", "", ""],
            ["合计", "2", "", "", ""],
            ["4", "合计", "", "", ""],
        ]
    )
    assert [(it.name, it.county, it.due, it.contact, it.row) for it in roster.units] == [
        ("柳溪镇人民政府", "青棠县", (2024, 2, 20), "张三", 3),
        ("望禾乡", "青棠县", (None, 3, 5), None, 4),
    ]
    assert roster.notes == ()


@pytest.mark.parametrize("heading", ["单位", "乡镇", "名称", "镇街名称", "应报单位", "unit"])
def test_only_the_unit_is_needed(heading: str) -> None:
    assert [it.name for it in understand_roster([[heading], ["柳溪镇"]]).units] == ["柳溪镇"]


@pytest.mark.parametrize("written", ["2024/3/5", "2024.3.5前", "20240305", "2024年3月5日"])
def test_a_day_is_written_in_many_ways(written: str) -> None:
    roster = understand_roster([["单位", "截止"], ["柳溪镇", written]])
    assert (roster.units[0].due, roster.notes) == ((2024, 3, 5), ())


def test_a_day_whose_cell_lost_its_form_is_counted_from_excels_first() -> None:
    roster = understand_roster([["单位", "截止"], ["柳溪镇", "45342"]])
    assert (roster.units[0].due, roster.notes) == ((2024, 2, 20), ())


def test_a_cell_with_several_townships_is_a_line_for_each() -> None:
    rows = [
        ["所属县区", "应报单位", "应报日期"],
        ["青棠县", "柳溪镇、望禾乡", "3月1日"],
        ["云川县", "（1）石塘乡\n（2）城南街道办事处", ""],
        ["", "中共白河镇委员会、白河镇人民政府", ""],
        ["", "沙洲镇\n人民政府", ""],
    ]
    units = understand_roster(rows).units
    assert [(it.county, plain_name(it.name)) for it in units] == [
        ("青棠县", "柳溪镇"),
        ("青棠县", "望禾乡"),
        ("云川县", "石塘乡"),
        ("云川县", "城南街道"),
        ("云川县", "白河镇"),
        ("云川县", "沙洲镇"),
    ]
    assert units[1].due == (None, 3, 1)


@pytest.mark.parametrize("heading", ["报送主体", "镇（乡）", "街道", "责任部门", "报送对象"])
def test_units_are_headed_by_what_they_are_or_do(heading: str) -> None:
    rows = [["序号", heading, "报送时间"], ["1", "城南街道", "3月1日"]]
    roster = understand_roster(rows)
    assert [(it.name, it.due) for it in roster.units] == [("城南街道", (None, 3, 1))]


def test_the_day_on_which_something_came_or_is_published_is_no_limit() -> None:
    rows = [
        ["单位", "实际报送时间", "公开时限", "应报送时间"],
        ["柳溪镇", "2024-03-09", "2024-04-01", "2024-03-01"],
    ]
    assert understand_roster(rows).units[0].due == (2024, 3, 1)


def test_columns_that_begin_again_to_the_right_are_one_list() -> None:
    rows = [
        ["序号", "单位", "时限", "序号", "单位", "时限"],
        ["1", "柳溪镇", "3月1日", "3", "城关镇", "3月5日"],
        ["2", "望禾乡", "3月1日", "合计：3个", "", ""],
    ]
    roster = understand_roster(rows)
    assert [(it.name, it.due, it.row) for it in roster.units] == [
        ("柳溪镇", (None, 3, 1), 2),
        ("望禾乡", (None, 3, 1), 3),
        ("城关镇", (None, 3, 5), 2),
    ]


@pytest.mark.parametrize(
    "total",
    [
        "合计：2个", "共 2 个单位", "总计2家", "小计", "合  计：2", "总数 2", "—", "/", "无",
        "填表人：张三", "制表：青棠县司法局", "填报日期：2024年2月20日", "联系电话: 0791-8123456",
    ],
)  # fmt: skip
def test_a_sum_and_what_stands_below_a_list_are_no_units(total: str) -> None:
    roster = understand_roster([["单位"], ["柳溪镇"], ["望禾乡"], [total]])
    assert [it.name for it in roster.units] == ["柳溪镇", "望禾乡"]


def test_lines_with_one_unclear_day_are_told_of_once() -> None:
    rows = [
        ["单位", "截止"],
        *([name, "年后"] for name in ("柳溪镇", "望禾乡", "城关镇", "石塘乡")),
    ]
    (note,) = understand_roster(rows).notes
    assert note == "名册第 2、3、4 等 4 行的时限“年后”看不懂，按统一的时限算"


def test_sheets_of_which_each_goes_on_where_the_last_ends_are_one_roster() -> None:
    towns = [["乡镇名单", ""], ["乡镇", "联系人"], ["柳溪镇", "甲"], ["望禾乡", "乙"]]
    streets = [["单位名称", "联络员"], ["梧桐街道", "丙"]]
    telephones = [["单位名称", "联系人"], ["柳溪镇", "丁"], ["青棠县司法局", "戊"]]
    costs = [["单位名称", "时限"], ["县财政局", "3月1日"]]
    roster = find_roster([[["填表说明"]], towns, streets, telephones, costs])
    assert [(it.name, it.line) for it in roster.units] == [
        ("柳溪镇", "第 3 行"),
        ("望禾乡", "第 4 行"),
        ("梧桐街道", "第 2 张表第 2 行"),
    ]
    assert roster.notes == ("名册分在 2 张表中，共 3 个单位，都已计入",)


def test_a_bare_list_of_names_is_a_roster() -> None:
    found = understand_roster([["柳溪镇"], ["望禾乡"]]).units
    assert [it.name for it in found] == ["柳溪镇", "望禾乡"]
    numbered = understand_roster([["1.柳溪镇"], ["2、望禾乡"]]).units
    assert [it.name for it in numbered] == ["柳溪镇", "望禾乡"]
    counted = understand_roster([["1", "柳溪镇"], ["2", "望禾乡"]]).units
    assert [it.name for it in counted] == ["柳溪镇", "望禾乡"]


def test_a_unit_written_twice_counts_once_and_is_said() -> None:
    rows = [["单位", "县区"], ["柳溪镇", "青棠县"], ["柳溪镇人民政府", "青棠"], ["柳溪镇", "乙县"]]
    roster = understand_roster(rows)
    assert [(it.name, it.county) for it in roster.units] == [
        ("柳溪镇", "青棠县"),
        ("柳溪镇", "乙县"),
    ]
    assert roster.notes == ("名册第 2、3 行都是“柳溪镇人民政府”，只算一次",)


@pytest.mark.parametrize(
    "written", ["2月30日", "13-01", "尽快", "2023-02-29", "20241301", "2024030"]
)
def test_a_day_that_is_none_is_said_and_the_usual_one_holds(written: str) -> None:
    roster = understand_roster([["单位", "截止"], ["柳溪镇", written]])
    assert roster.units[0].due is None
    assert roster.notes == (f"名册第 2 行的时限“{written}”看不懂，按统一的时限算",)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["甲", "乙"], ["丙", "丁"]],
        [["单位", "县区"], ["", "甲县"]],
        # A report given in its place.
        [["柳溪镇2023年法治政府建设年度报告"], ["2023年，柳溪镇扎实推进法治政府建设。"]],
    ],
)
def test_what_is_no_roster_is_said(rows: list[list[str]]) -> None:
    with pytest.raises(RosterUnread, match="单位"):
        understand_roster(rows)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("柳溪镇人民政府", "柳溪镇"),
        ("柳溪镇政府", "柳溪镇"),
        ("中共柳溪镇委员会、柳溪镇人民政府", "柳溪镇"),
        ("中共青棠县柳溪镇委员会　柳溪镇人民政府", "青棠县柳溪镇"),
        ("梧桐街道党工委、梧桐街道办事处", "梧桐街道"),
        ("梧桐街道办事处", "梧桐街道"),
        ("柳 溪 镇", "柳溪镇"),
        ("人民政府", "人民政府"),
    ],
)
def test_a_unit_goes_by_one_name(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@pytest.fixture
def own_columns() -> Iterator[Path]:
    path = config_home() / "lexicon" / "rosters.toml"
    path.parent.mkdir(parents=True)
    load_roster_words.cache_clear()
    yield path
    load_roster_words.cache_clear()


def test_a_persons_own_headings_are_tried_first(own_columns: Path) -> None:
    own_columns.write_text('[columns]\nname = ["填报主体", "Reporting Unit"]\n', encoding="utf-8")
    for heading in ("填报主体", "Reporting unit"):
        rows = [[heading, "单位性质"], ["柳溪镇", "镇"]]
        assert [it.name for it in understand_roster(rows).units] == ["柳溪镇"]


def test_a_broken_list_of_headings_is_named_with_the_line(own_columns: Path) -> None:
    own_columns.write_text('[columns]\nname = "单位"\n', encoding="utf-8")
    with pytest.raises(LexiconError, match="第 2 行：“name”应写作列表"):
        understand_roster([["单位"], ["柳溪镇"]])


@pytest.mark.parametrize(
    "lines",
    [
        ["{", '"version": 1,', '"corrections": [', "]", "}"],
        [
            "关于报送情况的通知",
            "各乡镇（街道），各有关部门：",
            "请于三月一日前报送。",
            "附件：名册",
        ],
    ],
)
def test_lines_that_are_no_names_are_no_roster(lines: list[str]) -> None:
    with pytest.raises(RosterUnread, match="看不出哪一列是单位"):
        understand_roster([[line] for line in lines])


def test_a_title_or_an_odd_line_does_not_spoil_a_bare_list() -> None:
    names = ["柳溪镇", "望禾乡人民政府", "县司法局", "城南街道（开发区）", "䓫溪乡", "白河乡"]
    rows = [[name] for name in (*names[:3], "待定？", *names[3:])]
    assert [it.name for it in understand_roster(rows).units if it.name in names] == names


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("青棠县人民政府城南街道办事处", "青棠县城南街道"),
        ("柳溪镇党委、政府", "柳溪镇"),
        ("中共柳溪镇委员会", "柳溪镇"),
        ("柳溪镇党委政府", "柳溪镇"),
        ("城南街道党工委、办事处", "城南街道"),
        ("青棠县人民政府办公室", "青棠县办公室"),
        ("县卫生健康委员会", "县卫生健康委员会"),
    ],
)
def test_a_unit_is_one_by_whichever_of_its_offices(written: str, plain: str) -> None:
    assert plain_name(written) == plain


def test_a_roster_may_stand_behind_a_cover() -> None:
    """Where no sheet is one, what is said is of the first, or of one that has headings."""
    cover = [["填报说明：各单位请如实填写，三月底前报送。"]]
    roster = [["单位", "县区"], ["柳溪镇", "青棠县"]]
    assert [it.name for it in find_roster([cover, roster]).units] == ["柳溪镇"]
    with pytest.raises(RosterUnread, match="看不出哪一列是单位"):
        find_roster([cover, [["县区", "时限"]]])
    with pytest.raises(RosterUnread, match="没有写单位"):
        find_roster([cover, [["单位"]]])
    with pytest.raises(RosterUnread):
        find_roster([])


def test_a_cover_that_looks_like_a_list_of_names_is_passed_over() -> None:
    """Even one that names who drew the roster up."""
    cover, roster = [["青棠县司法局"], ["柳溪镇司法所"]], [["单位", "县区"], ["柳溪镇", "青棠县"]]
    assert [it.name for it in find_roster([cover, roster]).units] == ["柳溪镇"]
    assert len(find_roster([[], cover]).units) == 2


def test_lines_that_head_groups_are_no_units() -> None:
    rows = [
        ["单位", "联系人"],
        ["一、乡镇（街道）（2个）", ""],
        ["柳溪镇", "张三"],
        ["望禾乡", ""],
        ["单位", "联系人"],
        ["（二）县直有关部门：1个", ""],
        ["青棠县司法局", ""],
        ["县级机关", ""],
        ["三、开发区", "李四"],
        ["县直机关工委", ""],
    ]
    names = [it.name for it in understand_roster(rows).units]
    assert names == ["柳溪镇", "望禾乡", "青棠县司法局", "开发区", "县直机关工委"]


def test_a_county_that_is_written_once_is_that_of_the_lines_below() -> None:
    rows = [
        ["县（市、区）", "单位"],
        ["甲县", "城关镇"],
        ["", "东河乡"],
        ["乙县", "城关镇"],
        ["", ""],
    ]
    assert [it.county for it in understand_roster(rows).units] == ["甲县", "甲县", "乙县"]
    own = [["县区", "单位"], ["甲县", "城关镇"], ["甲县", "东河乡"], ["", "市司法局"]]
    assert [it.county for it in understand_roster(own).units] == ["甲县", "甲县", None]
    later = [["县区", "单位"], ["", "市司法局"], ["甲县", "城关镇"], ["", "水务局"]]
    assert [it.county for it in understand_roster(later).units] == [None, "甲县", None]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("柳溪镇（含工业园区）", "柳溪镇"),
        ("柳溪镇人民政府(新设)*", "柳溪镇"),
        ("泽川高新区管委会", "泽川高新区"),
        ("泽川高新区管理委员会", "泽川高新区"),
        ("县管委会办公室", "县管委会办公室"),
    ],
)
def test_what_is_said_of_a_unit_is_no_part_of_its_name(written: str, plain: str) -> None:
    assert plain_name(written) == plain

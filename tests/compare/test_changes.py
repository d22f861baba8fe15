"""What became of each measure from one year to the next."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from handmade import Draft, plain
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.compare.changes import NotYears, align_years, oldest_first
from tuibrowser.lexicon.load import load
from tuibrowser.model.alignment import Row
from tuibrowser.model.document import Document
from tuibrowser.model.report import Place, Report
from tuibrowser.model.terms import Change
from tuibrowser.parsing.parse import parse


def parsed(year: int, *measures: str, plan: tuple[str, ...] = ()) -> Report:
    """A report as the parser reads it, so that figures are what it takes for figures."""
    lines = [f"柳溪镇{year}年法治政府建设年度报告", "一、主要举措和成效", *measures]
    if plan:
        lines += ["二、下一年度主要安排", *plan]
    lines += ["柳溪镇人民政府", f"{year + 1}年1月10日"]
    return parse(Document("\n".join(lines), f"{year:064}", f"{year}.txt", "utf-8"), load())


def rows_of(*reports: Report) -> list[Row]:
    return [row for row in align_years(reports).rows if any(row.changes)]


def changes(old: str, new: str) -> list[Change | None]:
    """What became of each row of two years that say one thing each."""
    return [row.changes[1] for row in rows_of(parsed(2022, old), parsed(2023, new))]


# Written for this test; each old sentence is made into the new one by hand.
PAIRS: list[tuple[str, str, Change]] = [
    (
        "柳溪镇在2022年建成12个公共法律服务站。",
        "柳溪镇在2023年建成12个公共法律服务站。",
        "kept",
    ),
    (
        "一是召开党委会研究法治建设，专题听取司法所汇报；",
        "二是召开党委会研究法治建设，专题听取司法所汇报。",
        "kept",
    ),
    (
        "2022年以来，镇综合执法队坚持每周三联合巡查河道，对乱倒垃圾当场劝导。",
        "2023年以来，镇综合执法队坚持每周三联合巡查河道，对乱倒垃圾当场劝导。",
        "kept",
    ),
    ("对照2021年印发的清单逐项验收。", "对照2021年印发的清单逐项验收。", "kept"),
    ("对照二〇二二年清单逐项验收。", "对照2023年清单逐项验收。", "kept"),
    ("到2025年村村建成法治广场。", "到2030年村村建成法治广场。", "numbers_only"),
    ("承接2016—2018年遗留案卷。", "承接2016—2020年遗留案卷。", "numbers_only"),
    ("“12·4”宪法日进村宣讲。", "“12.4”宪法日进村宣讲。", "kept"),
    ("“3·8”维权周进村宣讲。", "“3·9”维权周进村宣讲。", "numbers_only"),
    ("全年调解纠纷96件，成功率98.5%。", "全年调解纠纷120件，成功率98.5%。", "numbers_only"),
    ("开展宪法宣传十余场。", "开展宪法宣传二十余场。", "numbers_only"),
    ("开展宪法宣传近40场次。", "开展宪法宣传46场次。", "numbers_only"),
    ("“12·4”宪法日进村宣讲近40场次。", "“12·4”宪法日进村宣讲近40场。", "kept"),
    (
        "镇村两级调解组织妥善调处土地、山林、水利等方面的纠纷36件。",
        "镇村两级调解组织妥善调处土地、山林、水利等方面的纠纷36起。",
        "kept",
    ),
    ("镇长办公会听取法律顾问汇报两次。", "镇长办公会听取法律顾问汇报三次。", "numbers_only"),
    ("发放宣传资料1.2万份。", "发放宣传资料8000余份。", "numbers_only"),
    ("年内走访商户三四家，登记诉求。", "年内走访商户3至4家，登记诉求。", "kept"),
    ("年内走访商户3—4家，登记诉求。", "年内走访商户3、4家，登记诉求。", "kept"),
    ("年内走访商户三两家，登记诉求。", "年内走访商户2至3家，登记诉求。", "kept"),
    # A number says the same in either writing, whether or not it is a figure.
    ("网格员每周两次上门，重点帮扶独居老人。", "网格员每周2次上门，重点帮扶独居老人。", "kept"),
    ("健全镇村三级调解网络，层层有人负责。", "健全镇村3级调解网络，层层有人负责。", "kept"),
    ("历时两年完成确权，边界争议清零。", "历时2年完成确权，边界争议清零。", "kept"),
    ("两个月内办结遗留案卷，群众认可。", "2个月内办结遗留案卷，群众认可。", "kept"),
    ("三分之二的村聘有律师，随叫随到。", "2/3的村聘有律师，随叫随到。", "kept"),
    ("差评率降到千分之五，服务更优。", "差评率降到5‰，服务更优。", "kept"),
    ("事项答复率百分百，群众认可。", "事项答复率100%，群众认可。", "kept"),
    ("走访商户一百二十多家，登记诉求。", "走访商户120余家，登记诉求。", "kept"),
    (
        "网格员每周两次上门，重点帮扶独居老人。",
        "网格员每周3次上门，重点帮扶独居老人。",
        "numbers_only",
    ),
    (
        "健全镇村三级调解网络，层层有人负责。",
        "健全镇村两级调解网络，层层有人负责。",
        "numbers_only",
    ),
    ("年内走访商户三四家，登记诉求。", "年内走访商户三五家，登记诉求。", "numbers_only"),
    (
        "在农贸市场设立法律咨询台，每逢集日由律师和司法所干部为群众解答婚姻、土地方面的疑问。",
        "把法律咨询台搬进农贸市场，每逢集日律师都来坐诊，替群众解答婚姻和土地方面的疑问35次。",
        "reworded",
    ),
    (
        "村务公开栏全年公示执法信息52条，严格落实行政执法公示制度。",
        "不折不扣落实行政执法公示制度，把77条执法信息在村务公开栏里全部公示。",
        "reworded",
    ),
    # One word of a long sentence may be the one that counts.
    (
        "镇派出所全年接报刑事警情41起，比上年增长4.2%，辖区各类重点场所检查覆盖率和隐患整改率均为100%。",
        "镇派出所全年接报刑事警情37起，比上年减少9.8%，辖区各类重点场所检查覆盖率和隐患整改率均为100%。",
        "reworded",
    ),
    (
        "对群众反映强烈的采石场扬尘、渣土车夜间噪声等问题挂牌督办，目前均已整改完毕，并由村民代表签字确认。",
        "对群众反映强烈的采石场扬尘、渣土车夜间噪声等问题挂牌督办，目前尚未整改完毕，并由村民代表签字确认。",
        "reworded",
    ),
    (
        "由镇妇联牵头，组织巾帼志愿者走进各村文化礼堂，围绕反家庭暴力、婚姻登记、财产继承等话题线上答疑。",
        "由镇妇联牵头，组织巾帼志愿者走进各村文化礼堂，围绕反家庭暴力、婚姻登记、财产继承等话题线下答疑。",
        "reworded",
    ),
    (
        "组织巾帼志愿者走进各村文化礼堂，围绕反家庭暴力、婚姻登记、财产继承等话题答疑，化解纠纷9起。",
        "组织巾帼志愿者走进各村的文化礼堂，围绕反家庭暴力、婚姻登记和财产继承等话题答疑，化解纠纷9件。",
        "kept",
    ),
    # What is a heading in one year opens the measure of the other.
    ("筑牢法治屏障。镇党委每季度听取信访汇报。", "镇党委每季度听取信访汇报。", "kept"),
    ("司法所走访商户36家。", "护航小微企业。司法所走访商户52家。", "numbers_only"),
]


@pytest.mark.parametrize(("old", "new", "change"), PAIRS)
def test_hand_made_years(old: str, new: str, change: Change) -> None:
    assert changes(old, new) == [change]


def test_another_matter_is_dropped_and_new() -> None:
    found = changes("聘请律师担任法律顾问，审查合同27份。", "组织网格员排查燃气安全隐患。")
    assert sorted(map(str, found)) == ["dropped", "new"]


def test_a_plan_is_not_the_predecessor_of_what_was_done() -> None:
    text = "组建镇级人民调解专家库。"
    before = parsed(2022, "开展宣传3场。", plan=(text,))
    after = parsed(2023, text, "开展宣传3场。")
    found = [(row.section_kind, row.changes[1]) for row in rows_of(before, after)]
    assert found == [
        *(("measures_results", "new"), ("measures_results", "kept")),
        ("next_plan", "dropped"),
    ]


@pytest.mark.parametrize(
    "plan",
    [
        "计划在2024年建成村级法律服务室8个。",
        "拟于2024年建成村级法律服务室8个。",
        "2024年打算明年建成村级法律服务室8个。",
    ],
)
def test_a_plan_among_the_work_is_no_predecessor_either(plan: str) -> None:
    assert sorted(changes(plan, "建成村级法律服务室8个。"), key=str) == ["dropped", "new"]


def test_what_is_only_counted_in_the_plan_of_births_was_done() -> None:
    assert changes("计划生育法宣传进村12次。", "计划生育法宣传进村15次。") == ["numbers_only"]


@pytest.mark.parametrize(
    ("year", "change"),
    [("检查餐馆29家，整改3处。", "kept"), ("检查餐馆31家，整改5处。", "numbers_only")],
)
def test_sentences_only_put_together_are_not_reworded(year: str, change: Change) -> None:
    opener = "执法公示坚持应公开尽公开、谁执法谁公示。"
    old = parsed(2022, f"一是{opener}", "二是检查餐馆29家，整改3处。", "三是修建水渠两条。")
    new = parsed(2023, f"一是{opener}{year}", "二是修建水渠两条。")
    for reports in ((old, new), (replace(new, year=2021), old)):
        found = [row.changes[1] for row in rows_of(*reports)]
        assert sorted(map(str, found)) == sorted([change, "kept"])


def test_short_sentences_that_became_clauses_are_all_in_their_row() -> None:
    old = parsed(2022, "组织法治讲座12场；发放资料3000份；接受咨询450人次。")
    new = parsed(2023, "组织法治讲座12场，发放资料3000份，接受咨询450人次。")
    assert len(old.measures) == 3
    for reports in ((old, new), (replace(new, year=2021), old)):
        assert [row.changes[1] for row in rows_of(*reports)] == ["kept"]


def test_a_short_sentence_that_opens_a_measure_later_is_a_part_of_it() -> None:
    said = ("对噪声扰民当场处置", "对沿街乱挂设置展示架", "对餐厨垃圾逐户收运")
    old = parsed(2022, f"{'；'.join(said)}。")
    new = parsed(2023, f"{'。'.join(said)}。")
    assert len(old.measures) > len(new.measures)
    for reports in ((old, new), (replace(new, year=2021), old)):
        assert {row.changes[1] for row in rows_of(*reports)} == {"kept"}


def test_a_stop_more_or_less_is_no_other_wording() -> None:
    assert changes("修订印章管理办法并公布。", "修订印章管理办法，并公布。") == ["kept"]


@pytest.mark.parametrize("marker", ["{}.", "{})", "（{}）", "{}、"])
def test_what_numbers_a_measure_is_no_number_of_it(marker: str) -> None:
    sentences = ("镇党委每季度听取信访汇报。", "排查河塘隐患12处。", "2022年起，镇长每月接访。")
    old = [f"{marker.format(at)}{it}" for at, it in enumerate(sentences, 1)]
    new = [f"{marker.format(at)}{it}" for at, it in enumerate(sentences[::-1], 1)]
    rows = rows_of(parsed(2022, *old), parsed(2023, *new))
    assert [row.changes[1] for row in rows] == ["kept"] * 3


def test_a_measure_keeps_its_row_through_the_years_wherever_it_stands() -> None:
    a, b, c = "法律顾问审查合同{}份。", "在集市发放宣传册{}册。", "清理违法建设{}平方米。"
    years = [
        parsed(2021, a.format(5), b.format(100), c.format(7)),
        parsed(2022, c.format(9), a.format(5)),
        parsed(2023, b.format(300), c.format(9), a.format(6)),
    ]
    assert [row.changes for row in rows_of(*years)] == [
        (None, "kept", "numbers_only"),
        (None, "dropped", "new"),
        (None, "numbers_only", "kept"),
    ]
    assert [row.strength for row in rows_of(*years)] == ["strong"] * 3


def test_one_of_two_equal_sentences_goes() -> None:
    text = "召开专题会议研究法治建设。"
    years = [parsed(2022, text, "调解纠纷3件。", text), parsed(2023, text, "调解纠纷3件。")]
    assert [row.changes[1] for row in rows_of(*years)] == ["kept", "kept", "dropped"]


SENTENCES = [text for old, new, _ in PAIRS for text in (old, new)]


def points(texts: list[str]) -> list[str]:
    """``texts`` with markers, so that the shortest is no heading to the parser."""
    return [f"{number}是{text}" for number, text in zip("一二三四五六七八", texts, strict=False)]


MANY = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8, unique=True)


@given(texts=MANY, chance=st.randoms(use_true_random=False))
def test_the_same_sentences_in_any_order_are_all_kept(texts: list[str], chance: Random) -> None:
    moved_on = [text.replace("2022年", "2023年") for text in texts]
    chance.shuffle(moved_on)
    before, after = parsed(2022, *points(texts)), parsed(2023, *points(moved_on))
    assert [row.changes[1] for row in rows_of(before, after)] == ["kept"] * len(texts)


@given(years=st.lists(MANY, min_size=2, max_size=4))
def test_every_measure_has_one_row_and_every_change_fits_what_is_there(
    years: list[list[str]],
) -> None:
    reports = [parsed(2020 + at, *points(texts)) for at, texts in enumerate(years)]
    for number, report in enumerate(reports):
        placed = [at for row in align_years(reports).rows for at in row.cells[number].passages]
        assert sorted(placed) == list(range(len(report.passages)))
    for row in rows_of(*reports):
        there = [bool(cell.passages) for cell in row.cells]
        assert row.changes[0] is None
        for at in range(1, len(reports)):
            allowed: dict[tuple[bool, bool], set[Change | None]] = {
                (False, False): {None},
                (False, True): {"new"},
                (True, False): {"dropped"},
                (True, True): {"kept", "reworded", "numbers_only"},
            }
            assert row.changes[at] in allowed[there[at - 1], there[at]]


def test_years_are_put_in_order() -> None:
    reports = [plain("甲镇", 2023), plain("甲镇", 2021), plain("甲镇", 2022)]
    assert [report.year for report in oldest_first(reports)] == [2021, 2022, 2023]


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (plain("乙乡", 2022), "甲镇、乙乡"),
        (plain("甲镇", 2023), "甲镇2023年有两份报告"),
        (replace(plain("甲镇"), year=None), "年份不明"),
        (replace(plain("甲镇"), issuer=None), "报告单位不明"),
        (replace(plain("甲镇", 2022), place=Place("某省", "某市", "别县")), "不同地方的甲镇"),
    ],
)
def test_what_are_no_years_of_one_township_is_said(other: Report, words: str) -> None:
    with pytest.raises(NotYears, match=words):
        oldest_first([plain("甲镇", 2023), other])


def test_a_place_one_year_does_not_state_is_no_other_place() -> None:
    vague = replace(plain("甲镇", 2022), place=Place())
    assert oldest_first([plain("甲镇", 2023), vague])[0] == vague


def test_a_row_of_years_names_no_measure_twice_when_headings_stand_between() -> None:
    draft = Draft("甲镇", 2022).head("一、", "成效", "measures_results").measure("调解9件。")
    later = Draft("甲镇", 2023).head("一、", "成效", "measures_results")
    later.head("（一）", "调解", "measures_results", level=2).measure("调解9件。")
    (row,) = rows_of(draft.report(), later.report())
    assert [len(cell.passages) for cell in row.cells] == [1, 2]


@pytest.mark.parametrize(("count", "change"), [(30, "kept"), (35, "numbers_only")])
def test_what_one_year_names_its_county_is_a_name_of_the_place_in_the_other(
    count: int, change: Change
) -> None:
    old = parsed(2022, "聘请河阴县正言律师事务所驻点，代书文书30份。")
    new = parsed(2023, f"聘请河阴县正言律师事务所驻点，代书文书{count}份。")
    old = replace(old, place=Place(county="河阴县"))
    assert new.place.county is None
    assert [row.changes[1] for row in rows_of(old, new)] == [change]
    assert [row.changes[1] for row in rows_of(replace(old, place=Place()), new)] == [change]

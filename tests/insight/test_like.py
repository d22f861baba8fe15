"""Neighbours' measures on the same subject, the specific ones first, never the unit's own."""

from __future__ import annotations

import pytest
from handmade import Draft

from tuibrowser.insight.like import alike, telling_words
from tuibrowser.model.report import Report
from tuibrowser.text.segment import word_starts


def saying(issuer: str, year: int, *measures: str) -> Report:
    draft = Draft(issuer, year).title(f"{issuer}{year}年法治政府建设报告")
    draft.head("一、", "主要举措和成效", "measures_results")
    for measure in measures:
        draft.measure(measure, "mediation")
    return draft.report()


OWN = saying("甲镇", 2023, "化解矛盾纠纷，调解邻里纠纷。")
PLAIN = saying("乙镇", 2023, "认真做好矛盾纠纷调解化解工作。")
NAMED = saying("丙镇", 2023, "依托“采茶人说事亭”调解化解矛盾纠纷。", "开展行政执法检查。")
LAST = saying("甲镇", 2022, "化解矛盾纠纷，调解邻里纠纷，成功率达到九成以上。")


def found(report: Report) -> list[str]:
    (likes,) = alike(report, [PLAIN, NAMED, LAST], 5)
    return [str(it.report.issuer) for it in likes]


def test_the_specific_stands_before_the_plain_and_ones_own_years_nowhere() -> None:
    assert found(OWN) == ["丙镇", "乙镇"]
    (likes,) = alike(OWN, [NAMED], 5)
    assert [it.why for it in likes] == [("“采茶人说事亭”",)]
    assert all("执法检查" not in it.report.slice(it.measure) for it in likes)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("推行敲门报平安机制，记录老人诉求。", "推行“敲门报平安”机制，上门走访独居户56户。"),
        ("建立老支书说事机制，化解纠纷。", "建立“老支书·说事”机制，化解邻里争执36件。"),
        ("学习乡村振兴促进法，讲解土地条款。", "学习《乡村振兴促进法》，由律师逐条讲解。"),
    ],
)
def test_signs_around_a_name_part_nobody(asked: str, written: str) -> None:
    neighbour = saying("丙镇", 2023, written, "改造老旧路灯。")
    ((like,),) = alike(saying("甲镇", 2023, asked), [neighbour], 5)
    assert like.report.slice(like.measure) == written
    plain = saying(
        "丙镇", 2023, written.translate(str.maketrans("", "", "“”·《》")), "改造老旧路灯。"
    )
    ((bare,),) = alike(saying("甲镇", 2023, asked), [plain], 5)
    assert bare.score <= like.score


def test_no_more_are_given_than_asked_for() -> None:
    (likes,) = alike(OWN, [PLAIN, NAMED], 1)
    assert len(likes) == 1


def test_words_that_others_have_do_not_set_a_report_apart() -> None:
    words = telling_words(NAMED, word_starts(NAMED.text), [OWN, PLAIN, LAST])
    assert "矛盾" not in [it.word for it in words]
    assert all(it.elsewhere <= 1 and it.times for it in words)
    assert words


def test_words_of_any_text_set_no_report_apart() -> None:
    """However rare they are in a library: 首先, 从而; nor what was cut wrongly."""
    own = saying(
        "丙镇",
        2023,
        "首先，组织茶农讲述茶青交易的故事，从而推动议事制度落实，说事亭里人人不用排队。",
        "其次，在说事亭张贴茶青收购的规矩，相关情况及时公布。",
    )
    words = [it.word for it in telling_words(own, word_starts(own.text), [OWN, PLAIN, LAST])]
    assert words[0] in ("茶青", "说事")
    assert not {"首先", "其次", "从而", "不用", "相关", "情况", "及时"} & set(words)


def test_a_vague_measure_stands_behind_a_specific_one_though_it_is_more_alike() -> None:
    """Numbers, a named mechanism and wording of one's own count more than likeness."""
    vague = saying("乙镇", 2023, "认真做好矛盾纠纷排查化解工作，维护社会和谐稳定。")
    telling = saying("丙镇", 2023, "“采茶人说事亭”逢集开张，化解茶青交易矛盾纠纷47件。")
    asked = saying("甲镇", 2023, "认真做好矛盾纠纷排查化解工作，维护社会和谐稳定。")
    (likes,) = alike(asked, [vague, telling], 5)
    assert [it.report.issuer for it in likes] == ["丙镇", "乙镇"]


def test_what_says_hardly_more_than_was_asked_stands_behind_the_specific() -> None:
    vague = saying("乙镇", 2023, "切实加强矛盾纠纷排查调解工作。")
    telling = saying("丙镇", 2023, "“采茶人说事亭”全年调解婚姻、邻里矛盾纠纷73件，调解员12名坐堂。")
    (likes,) = alike(saying("甲镇", 2023, "加强矛盾纠纷排查调解。"), [vague, telling], 5)
    assert [it.report.issuer for it in likes] == ["丙镇", "乙镇"]


def test_a_unit_that_says_the_same_each_year_is_given_once_with_the_latest() -> None:
    years = [saying("乙镇", year, "依托“晒谷场夜话”化解矛盾纠纷。") for year in (2021, 2023, 2022)]
    (likes,) = alike(OWN, years, 5)
    assert [it.report.year for it in likes] == [2023]


def test_a_number_of_several_rates_makes_a_measure_as_specific_as_one() -> None:
    draft = Draft("乙镇", 2023).title("乙镇2023年法治政府建设报告")
    draft.head("一、", "主要举措和成效", "measures_results")
    draft.measure("化解矛盾纠纷，调解率、满意率均为98%。", "mediation")
    draft.figure("98%", 98, "%").figure("98%", 98, "%")
    (likes,) = alike(OWN, [draft.report()], 5)
    assert likes[0].why[0] == "数据 1 处"


def test_what_others_lack_is_no_way_of_doing_it_and_lacks_are_like_lacks() -> None:
    draft = Draft("丁镇", 2023).title("丁镇2023年法治政府建设报告")
    draft.head("一、", "存在的不足和原因", "shortcomings")
    lacking = draft.measure("矛盾纠纷化解力量薄弱，调解员年龄偏大。", "mediation").report()
    assert alike(OWN, [lacking], 5) == [()]
    other = Draft("戊镇", 2023).title("戊镇2023年法治政府建设报告")
    other.head("一、", "存在的不足和原因", "shortcomings")
    asked = other.measure("矛盾纠纷化解力量不足，调解员经验不够。", "mediation").report()
    (likes,) = alike(asked, [lacking, NAMED], 5)
    assert [it.report.issuer for it in likes] == ["丁镇"]


def test_words_that_anybodys_words_make_up_set_no_report_apart() -> None:
    own = saying("丙镇", 2023, "深入学习习近平法治思想，化解矛盾纠纷，听取工作汇报，改造候审亭。")
    words = [it.word for it in telling_words(own, word_starts(own.text), [OWN, PLAIN, LAST])]
    assert not {"习近平", "化解矛盾", "工作汇报"} & set(words)
    assert "候审" in "".join(words)

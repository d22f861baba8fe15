from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Report
from tuibrowser.parsing.themes import (
    ThemedHeading,
    give_themes,
    measure_themes,
    score_measure,
    score_themes,
    score_title,
)
from tuibrowser.text.fold import squash


def first_theme(heading: str, measure: str, lexicon: Lexicon) -> str | None:
    """The first theme of ``measure`` alone below ``heading``."""
    title = score_title(squash(heading), lexicon)
    headed = ThemedHeading(2, False, title, [score_measure(squash(measure), lexicon)])
    ((_, (themes,)),) = give_themes([headed])
    return themes[0] if themes else None


@pytest.mark.parametrize(
    ("title", "themes"),
    [
        ("加强组织领导，压实工作责任", ["leadership"]),
        ("学习宣传贯彻习近平法治思想", ["thought"]),
        ("深入开展法治宣传教育", ["publicity"]),
        ("践行新时代“枫桥经验”，化解矛盾纠纷", ["mediation"]),
        ("严格规范公正文明执法", ["enforcement"]),
        ("优化法治化营商环境", ["business"]),
        ("自觉接受监督，推进政务公开", ["supervision", "openness"]),
        ("主要举措和成效", []),
    ],
)
def test_what_a_heading_names(lexicon: Lexicon, title: str, themes: list[str]) -> None:
    scores = score_title(squash(title), lexicon)
    assert ThemedHeading(2, False, scores, []).is_named is bool(themes)
    assert {theme for theme, score in scores.items() if score >= 3} >= set(themes)


def test_hints_do_not_outweigh_the_word_that_names_a_theme(lexicon: Lexicon) -> None:
    text = squash("坚持把习近平法治思想作为干部学习培训的重要内容，中心组带头学习")
    assert measure_themes([score_themes(text, lexicon)], {})[0][0] == "thought"


@pytest.mark.parametrize(
    ("title", "body", "theme"),
    [
        # The first clause says what is done, the second why.
        ("深入普法，提高法治意识", "组织干部学法用法。开展普法宣传12次。", "publicity"),
        # A heading that only hints is decided by what it rules.
        ("深化改革提升，优化履职效能", "便民服务中心推行一窗受理。开展上门代办300件。", "service"),
        # A heading that says nothing takes the theme of most of what it rules.
        (
            "护江河之清，守一方之绿",
            "夜间巡查64次。查处非法捕捞14起。发放宣传单200份。",
            "enforcement",
        ),
    ],
)
def test_the_primary_theme_of_a_section(
    parsed: Callable[[str], Report], title: str, body: str, theme: str
) -> None:
    report = parsed(
        "柳溪镇2023年法治政府建设情况报告\n一、主要举措和成效\n"
        f"（一）{title}\n{body}\n（二）推进政务公开\n主动公开信息30条。"
    )
    assert report.sections[1].themes[0] == theme


def test_a_measure_leans_towards_its_section_where_it_says_little_itself(
    parsed: Callable[[str], Report],
) -> None:
    report = parsed(
        "柳溪镇2023年法治政府建设情况报告\n一、主要举措和成效\n（一）化解矛盾纠纷\n"
        "全年调解纠纷120件。对重点户逐户走访。开展行政处罚12起，规范执法程序。"
    )
    assert [it.themes[0] for it in report.measures] == ["mediation", "mediation", "enforcement"]


def test_a_heading_above_decides_where_the_measure_only_hints(
    parsed: Callable[[str], Report],
) -> None:
    report = parsed(
        "柳溪镇2023年法治政府建设情况报告\n一、主要举措和成效\n（一）推进综合行政执法\n"
        "1.统筹事项。\n共巡查62处，当场告知110余次。\n（二）其他\n完成上级交办任务。"
    )
    assert [p.themes[:1] for p in report.measures] == [("enforcement",), ()]


def test_most_below_a_heading_is_on_what_it_names(parsed: Callable[[str], Report]) -> None:
    report = parsed(
        "柳溪镇2023年法治政府建设情况报告\n一、主要举措和成效\n（一）加强法治宣传教育\n"
        "组织干部轮训，提高依法行政能力。领导干部带头学法用法，组织集体学法12次。"
        "结合国家宪法日开展普法宣传，发放宣传资料300份。\n（二）推进政务公开\n主动公开信息30条。"
    )
    *study, publicity, openness = ["publicity" in it.themes for it in report.measures]
    assert sum(study) == 1  # the one of them that leans towards it most
    assert publicity
    assert not openness


def test_many_measures_below_a_heading_are_given_themes_in_their_number() -> None:
    measures = [{"duty": 4.0}, {"publicity": 4.0}] * 10_000
    rest = [{"duty": 4.0, "publicity": 1.0}] * 2
    of_home = ["publicity" in it for it in measure_themes([*measures, *rest], {}, home="publicity")]
    assert sum(of_home) == 10_001
    assert of_home[-2:] == [True, False]  # those that lean towards it come first
    mostly = measure_themes([{"duty": 4.0}] * 30_000 + measures, {}, home="publicity")
    assert sum("publicity" in it for it in mostly) == 25_000


@pytest.mark.parametrize(
    ("measure", "theme"),
    [
        # Not the law that is studied,
        ("组织站所干部集体学法4次，领学《行政复议法》和《人民调解法》。", "study"),
        # nor the goal recited,
        ("为打造智能高效的治理格局，化解矛盾纠纷36件。", "mediation"),
        ("聚焦打造一流营商环境，化解劳资纠纷17件。", "mediation"),
        ("着眼政务公开、阳光透明的目标，化解劳资纠纷17件。", "mediation"),
        ("努力实现基层治理现代化，全年行政检查30次。", "enforcement"),
        ("深入学习贯彻习近平法治思想，开展普法宣传12场。", "publicity"),
        # but what the first clause does.
        ("带头学法用法。在处理信访、调解邻里纠纷时，依法办事。", "study"),
    ],
)
def test_the_first_theme_is_what_is_done(lexicon: Lexicon, measure: str, theme: str) -> None:
    assert measure_themes([score_measure(squash(measure), lexicon)], {})[0][0] == theme


@pytest.mark.parametrize(
    ("heading", "measure", "theme"),
    [
        # What was done outweighs what it was done to,
        ("规范行政执法", "组织站所长旁听行政诉讼案件庭审，谈办案得失。", "study"),
        ("优化政务服务", "镇纪委对便民大厅明察暗访4次，通报批评2人。", "supervision"),
        ("优化营商环境", "司法所对招商合同开展合法性审查9份。", "review"),
        # a law that is studied is study,
        ("化解矛盾纠纷", "站所负责人逐条学习《信访工作条例》。", "study"),
        ("化解矛盾纠纷", "班子围绕《信访工作条例》开展专题研讨。", "study"),
        ("规范行政执法", "队员收看《行政处罚法》系列讲座。", "study"),
        ("加强制度建设", "律师领着网格员学《社区矫正法》3次。", "study"),
        ("完善复议应诉机制", "请法官给镇村干部讲解行政诉讼法新规定。", "study"),
        ("规范行政执法", "请检察官为全体站所长讲授行政公益诉讼。", "study"),
        ("加强诉讼应对", "安排新任干部观看征地案件开庭。", "study"),
        # and a section gives nothing to what is on something else,
        ("加强法治宣传", "排查养老院消防隐患11处。", "emergency"),
        ("加强组织领导", "修路选线前发放问卷300份，两套方案经票决选定。", "decision"),
        # but its theme to what says nothing itself.
        ("推进政务公开", "全年共36条。", "openness"),
    ],
)
def test_what_is_done_decides_whatever_the_heading_says(
    lexicon: Lexicon, heading: str, measure: str, theme: str
) -> None:
    assert first_theme(heading, measure, lexicon) == theme


@pytest.mark.parametrize(
    ("measure", "theme"),
    [
        # What is opened, studied or reported on is an object; what is done with it decides,
        ("行政处罚决定七日内上网，供公众查询。", "openness"),
        ("请复议机构的人给站所长上课，剖析败诉案例。", "study"),
        ("把调解、执法、应诉情况折成分值，计入年终绩效。", "leadership"),
        ("书记带头研究信访积案，亲自督办到底。", "duty"),
        # and what it is to bring about, or the occasion, does not.
        ("结合安全生产月，走进工地讲劳动合同法，送读本六百册。", "publicity"),
        ("围绕优化营商环境，组织执法队查处占道经营十二起。", "enforcement"),
        ("邻里为采光争执多年，两次上门说和，助力平安建设。", "mediation"),
    ],
)
def test_other_fields_may_be_named_in_passing(lexicon: Lexicon, measure: str, theme: str) -> None:
    assert measure_themes([score_measure(squash(measure), lexicon)], {})[0][0] == theme


@pytest.mark.parametrize(
    ("heading", "measure", "theme"),
    [
        # Petitions are settled as disputes are, as the catalogue of indicators has it;
        ("加强基层治理", "全年登记信访事项46件，按期答复率100%。", "mediation"),
        ("依法化解矛盾纠纷", "包案走访信访户，促成双方签订调解协议12份。", "mediation"),
        # the hotline is a service,
        ("化解矛盾纠纷", "承办12345派单530件，回访满意率97%。", "service"),
        ("强化社会治理", "接诉即办，受理市民来电2,400件。", "service"),
        ("优化服务平台", "12345平台转来1,260件，办结率99%，满意率97%。", "service"),
        # going through firms is enforcement, what is done for them is not,
        ("主要举措和成效", "“综合查一次”推行以来，入企检查比上年少三成。", "enforcement"),
        ("严格规范公正文明执法", "“双随机”抽查餐馆、旅馆72家，发现问题15个。", "enforcement"),
        ("严格执法", "把全县310家单位按风险分级监管，高风险的每季至少检查一次。", "enforcement"),
        ("优化营商环境", "落实“双随机”抽查，少打扰守信企业。", "business"),
        ("严格执法", "走访企业40家，帮助解决用工、融资难题16个。", "business"),
        # and those who served a sentence are on what the heading is on.
        ("维护社会平安稳定", "安置帮教对象17人全部建档，无重新犯罪。", "governance"),
        ("完善公共法律服务", "对社区矫正对象开展法律帮助和心理辅导。", "legal_services"),
    ],
)
def test_hotlines_serve_and_inspections_enforce(
    lexicon: Lexicon, heading: str, measure: str, theme: str
) -> None:
    assert first_theme(heading, measure, lexicon) == theme


@pytest.mark.parametrize(
    ("heading", "measure", "theme"),
    [
        # Each bureau has words of its own for what all of them do.
        ("规范办学行为", "突查无证学科培训点6处，督促退还预收学费。", "enforcement"),
        ("守护青山绿水", "林业行政案件查结18起，收回林地40亩。", "enforcement"),
        ("保障基本民生", "核查低保户1,900户，退出76户、新纳入64户。", "service"),
        ("规范资金使用", "完成审计项目9个，核减工程造价310万元。", "supervision"),
    ],
)
def test_the_work_of_bureaus(lexicon: Lexicon, heading: str, measure: str, theme: str) -> None:
    assert first_theme(heading, measure, lexicon) == theme


@pytest.mark.parametrize(
    "sentence",
    [
        "编制吃紧，人员偏少。",
        "持续巩固成果，补齐弱项。",
        "没有其他要报告的。",
        "离上级要求尚有差距。",
    ],
)
def test_what_tells_of_no_field_has_no_theme(lexicon: Lexicon, sentence: str) -> None:
    assert first_theme("", sentence, lexicon) is None


def test_what_is_no_field_of_work_has_no_theme_whatever_the_heading(
    parsed: Callable[[str], Report],
) -> None:
    report = parsed(
        "柳溪镇2023年法治政府建设情况报告\n一、主要举措和成效\n（一）健全规章制度\n"
        "1.修订工作制度6项。\n2.硬化村道3公里，新装路灯40盏，栽植树木。\n"
        "3.加强后勤保障。拨付9万元，用于翻新宿舍、添置炉灶。\n"
        "4.充实办公物资。新添传真机2部、保险柜5组。\n"
        "5.备足应急物资。新添排涝泵2台、救生衣50件。\n"
    )
    assert [it.themes[:1] for it in report.measures] == [("norms",), (), (), (), ("emergency",)]


def test_below_a_heading_on_the_leaders_what_they_do_is_their_duty(
    parsed: Callable[[str], Report],
) -> None:
    """It tells who does it; elsewhere what is done decides."""
    report = parsed(
        "柳溪镇2023年法治政府建设情况报告\n一、主要举措和成效\n（一）加强法治宣传\n"
        "镇长到村里讲解民法典，发放宣传册60册。\n二、党政主要负责人履行第一责任人职责情况\n"
        "书记、镇长到村里宣讲3次。书记带队督办案件2件。"
    )
    assert [it.themes[0] for it in report.measures] == ["publicity", "duty", "duty"]


@pytest.mark.parametrize("issuer", ["平安镇", "商河街道", "云网乡", "落水镇", "公平镇"])
def test_the_name_of_who_reports_tells_of_no_field(
    issuer: str, parsed: Callable[[str], Report]
) -> None:
    report = parsed(
        f"{issuer}人民政府2023年法治政府建设年度报告\n一、主要举措和成效\n"
        f"{issuer}办理来访登记9次。\n{issuer}调处林地纠纷16起，调解成功率98%。\n"
    )
    other = parsed(report.text.replace(issuer, "柳溪镇"))
    assert [it.themes for it in report.measures] == [it.themes for it in other.measures]
    assert report.measures[1].themes == ("mediation",)


@pytest.mark.parametrize(
    ("measure", "theme"),
    [
        ("组织执法人员参加处罚文书制作实务培训，考核后上岗。", "enforcement"),
        ("执法人员分批学习新修订的行政处罚法。", "study"),
        ("执法人员业务能力有待提高，案卷质量不齐。", "enforcement"),
        ("对督察反馈的问题建账整改，已全部销号。", "supervision"),
        ("发放优待证900张，落实抚恤补助。", "service"),
        ("挂牌督办重大火灾隐患3家，临时查封2处。", "enforcement"),
        ("接待来访60批，初次信访化解率96%。", "mediation"),
        ("通报系统漏洞40个，开展网络安全攻防演习。", "digital"),
        ("市级行政职权由900项压减至700项。", "functions"),
    ],
)
def test_what_offices_do_beside_the_usual_words(lexicon: Lexicon, measure: str, theme: str) -> None:
    assert first_theme("", measure, lexicon) == theme

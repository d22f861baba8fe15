"""Paragraphs go on across the ends of pages and stray line breaks."""

from __future__ import annotations

import pytest
from cases import for_each

from tuibrowser.reading.clean import clean


@for_each(
    ("torn", "whole"),
    [
        ("全年巡查12次，\n— 3 —\n整改9处。", "全年巡查12次，整改9处。"),
        ("调解率达到98%，群众\n\n第 2 页 共 9 页\n\n满意。", "调解率达到98%，群众满意。"),
        ("二、主要负责人履行第一责\n任人职责情况", "二、主要负责人履行第一责任人职责情况"),
        ("各村每周上报排查\n进度，由专人核对。", "各村每周上报排查进度，由专人核对。"),
        ("强化政治引领，\n压实工作责任", "强化政治引领，压实工作责任"),
        ("执法队全年巡查商铺\n和农贸市场，登记问题。", "执法队全年巡查商铺和农贸市场，登记问题。"),
        ("一、主要举措\n及成效", "一、主要举措及成效"),
        ("开展普法讲座\n等活动12场。", "开展普法讲座等活动12场。"),
        ("印发《执法\n》手册", "印发《执法》手册"),
        ("办好“码头说事点”\n，说和14起\n、回访9户。", "办好“码头说事点”，说和14起、回访9户。"),
        ("把渡口（含渔港）\n\n；汽渡一并纳入巡查。", "把渡口（含渔港）；汽渡一并纳入巡查。"),
        (
            "一是健全制度，每月研究执法、信访\n等方面的难题。",
            "一是健全制度，每月研究执法、信访等方面的难题。",
        ),
        ("司法所对沿街商户开展走访\n并登记造册。", "司法所对沿街商户开展走访并登记造册。"),
        ("为村民讲解法律，并对\n困难户上门服务。", "为村民讲解法律，并对困难户上门服务。"),
        ("全年共调解各类纠纷126\n件，成功率98%。", "全年共调解各类纠纷126件，成功率98%。"),
        ("干部深入村组开展以案\n释法宣讲。", "干部深入村组开展以案释法宣讲。"),
        ("聘请律师担任村居法律顾\n问，随时解答。", "聘请律师担任村居法律顾问，随时解答。"),
        ("宪法宣传周期\n间，发放手册。", "宪法宣传周期间，发放手册。"),
        ("全年办结群众来信\n37件，全部回访。", "全年办结群众来信37件，全部回访。"),
        ("印发《柳溪镇重大事项\n审议规则》，共6章。", "印发《柳溪镇重大事项审议规则》，共6章。"),
        ("知晓率由91%提高\n到97%。", "知晓率由91%提高到97%。"),
        (
            "落实《法治建设规划（2021—\n2025年）》任务。",
            "落实《法治建设规划（2021—2025年）》任务。",
        ),
        ("加大对河道的监督检查力\n度,责令整改。", "加大对河道的监督检查力度,责令整改。"),
        ("建立“日巡查”制度\n,实行销号。", "建立“日巡查”制度,实行销号。"),
        ("对发现的隐患第一时间\n进行整改。", "对发现的隐患第一时间进行整改。"),
        ("履行推进法治建设\n第一责任人职责情况", "履行推进法治建设第一责任人职责情况"),
        ("五、其他\n需要报告的情况", "五、其他需要报告的情况"),
        ("全年巡河60次，清理\f垃圾9吨，全部外运。", "全年巡河60次，清理垃圾9吨，全部外运。"),
        ("在纠纷调解过\n程中，请老党员到场。", "在纠纷调解过程中，请老党员到场。"),
        ("走访商户80家，劝导\n\f占道经营者12人。", "走访商户80家，劝导占道经营者12人。"),
        ("规范文书，复查信访\n\n- 5 -\n\n件16份。", "规范文书，复查信访件16份。"),
        ("规范办案，评查执法案\n卷18份。", "规范办案，评查执法案卷18份。"),
        ("走村入户，安排巡讲\n— 2 —\n38场次，广受好评。", "走村入户，安排巡讲38场次，广受好评。"),
        ("潭溪镇人民政府\n2024年\n1月15日", "潭溪镇人民政府\n2024年1月15日"),
        ("潭溪镇人民政府\n二〇二四年一月\n十五日", "潭溪镇人民政府\n二〇二四年一月十五日"),
    ],
)
def test_what_was_torn_is_whole(torn: str, whole: str) -> None:
    assert clean(torn) == whole


@for_each(
    "text",
    [
        "一、主要做法\n2023年，全镇办案12件。",
        "（一）推进各项工作\n到2025年，建成调解室9间。",
        "强化政治引领，压实工作责任\n目前，全镇有调解员16名。",
        "五、其他需要报告的情况\n无。",
        "存在的不足和原因\n工作力度还需加大，人员能力还需提高。",
        "清河镇人民政府\n2024年1月5日",
        "全年办案12件\n二是加强培训。",
        "建设平安乡村\n和谐稳定的局面得到巩固。",
        "抓好调解\n及时化解纠纷12件。",
        "强化监管\n等级评定12家。",
        "办案12件。\n　　发放资料，份数不详。",
        "强化监督\n检查单位12家。",
        "（五）其他情况\n暂无。",
        "（一）规范执法\n进行专项检查12次。",
        "存在的问题\n3件旧案未结。",
        "工作要有新作为\n走访农户30户。",
        "调解案件12\n件数比上年多。",
        "（二）发动群众参与\n聘请村民监督员9名。",
        "3.推动法律知识普及\n赶集日摆摊讲法12场。",
        "（四）促进邻里关系缓和\n劝和邻里31户。",
        "守护平安常在\n巡逻96次。",
        "推动治理大有可为\n评选示范户31家。",
        "筑牢防汛底线\n汛期，安排值守120人次。",
        "创新工作方法\n春节，巡逻12次。",
        "创新普法形式\n线上，开讲12场；线下，入户300家。",
        "强化源头治理\n平时，网格员每日巡查。",
        "潭溪镇2024年\n1月至6月走访农户30户。",
    ],
)
def test_what_begins_anew_stays_below(text: str) -> None:
    assert clean(text) == text


def test_a_page_that_ends_at_a_paragraphs_end_parts_it() -> None:
    assert clean("办案12件。\n- 1 -\n走访30户。") == "办案12件。\n走访30户。"
    assert clean("（一）规范执法\n- 1 -\n清理主体。") == "（一）规范执法\n清理主体。"
    assert clean("办案12件。\f走访30户。") == "办案12件。\n走访30户。"
    assert clean("（一）规范执法\f清理主体。") == "（一）规范执法\n清理主体。"


@pytest.mark.parametrize("end", ["\f", "\n— 1 —\n", "\n\f"])
@pytest.mark.parametrize("line", ["清河镇2023年法治政府建设年度报告", "2024年1月15日"])
def test_a_title_or_a_day_is_whole_where_its_page_ends(line: str, end: str) -> None:
    below = "在县委领导下，清河镇推进各项工作。"
    assert clean(f"{line}{end}{below}") == f"{line}\n{below}"


def test_running_heads_go_and_the_first_stays() -> None:
    title = "清河镇2023年法治政府建设年度报告"
    page = "全年办案12件，整改9处，\n"
    assert clean(f"{title}\n{page}- 1 -\n{title}\n全部办结。") == (
        f"{title}\n全年办案12件，整改9处，全部办结。"
    )


def test_a_head_beside_the_numbers_of_pages_is_no_text() -> None:
    title, head = "清河镇政府关于2023年法治工作的报告", "清河镇2023年法治政府建设报告"
    body = "一、主要做法\n（一）普法\n全年讲座9场。\n（二）执法\n检查商铺、"
    text = f"{title}\n{body}\n{head}\n第 2 页\n市场和工地30次。\n{head}\n第 3 页\n二、不足"
    assert clean(text) == f"{title}\n{body}市场和工地30次。\n二、不足"


@for_each(
    "number",
    [
        "第三页", "— 三 —", "- 叁 -", "页码：3", "页次 3", "3 | 8", "No.3", "=3=",
        "第二页 共九页", "3／8", "Page 3/8", "共9页 第2页", "第3页/共9页", "第2頁", "4页",
        "P.4", "2 of 9", "— 4", "4 —", "‐ 4 ‐", "*4*", "- ii -",
    ],
)  # fmt: skip
def test_pages_are_numbered_in_many_ways(number: str) -> None:
    assert clean(f"全年深入各村，\n{number}\n开展宣讲26场。") == "全年深入各村，开展宣讲26场。"


def test_bare_numbers_that_count_the_pages_go() -> None:
    lines = [f"第{n}项工作办结。" for n in range(5)]
    text = "\n".join("\n".join([*lines, str(page)]) for page in (1, 2, 3))
    assert clean(text) == "\n".join(lines * 3)


def test_a_bare_number_amid_words_is_a_pages_below_clauses() -> None:
    above, below = (
        "走进集市、学校、工地，送出读本900册，为务工人员讲解工资拖欠",
        "后的办法，人人受益。",
    )
    assert clean(f"{above}\n7\n{below}") == above + below


def test_headings_do_not_make_a_short_text_one_of_wrapped_lines() -> None:
    parts = [
        "一、推进法治政府建设的主要举措和成效", "镇里每月研究一次法治工作。人人都有任务。",
        "二、法治建设中存在的不足和原因", "懂法律的干部不多，办案经验较少。",
        "三、党政主要负责人履行职责的情况", "镇长主持会议5次，带头旁听庭审2次。",
        "四、下一年度法治建设的主要安排", "组织执法人员培训3期，补聘网格员6名。",
        "镇人大代表对执法工作开展评议2次。", "法律顾问审查合同12份，提出意见9条。",
        "在各村开办法治夜校，请律师讲课9场，",
    ]  # fmt: skip
    text = "\n".join(parts)
    assert clean(f"{text}\n到课村民六百八十人次，反响较好。") == (
        f"{text}到课村民六百八十人次，反响较好。"
    )


@for_each(
    ("comma", "number"),
    [("，", "7"), (",", "7"), ("，", "（7）"), ("、", "【7】"), ("，", "[7]"), ("，", "〔 7 〕")],
)
def test_a_bare_number_amid_a_sentence_is_a_pages(comma: str, number: str) -> None:
    text = f"全年深入各村组织法治讲座12场{comma}\n{number}\n发放宣传资料3000份。"
    assert clean(text) == f"全年深入各村组织法治讲座12场{comma}发放宣传资料3000份。"


def test_of_two_numbers_of_pages_the_second_ends_the_text() -> None:
    pages = "一、成效\n办结3件。\n1\n办结5件。\n二、不足\n人手不足。\n{}\n"
    assert clean(pages.format("2")).split() == clean(pages.format("")).replace("1\n", "").split()
    assert "3" in clean(pages.format("3")).split()


@pytest.mark.parametrize(
    "text",
    [
        "全年深入各村组织法治讲座，\n7\n场次比上年增加。",
        "调解纠纷，\n7\n全部办结归档。",
        "全年深入各村组织法治讲座。\n7\n发放宣传资料3000份。",
        "7\n发放宣传资料3000份，全年深入各村组织法治讲座，",
    ],
)
def test_a_bare_number_elsewhere_is_text(text: str) -> None:
    assert "7" in clean(text)

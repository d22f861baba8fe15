"""What is printed around a report's text heads and reports nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.model.report import Report

Parsed = Callable[[str], Report]

TITLE = "清河镇2023年法治政府建设情况报告\n"
LEAD = "2023年，清河镇坚持依法办事，现将情况报告如下：\n"
BODY = "一、主要做法\n（一）抓学习\n镇长讲课3次，村村参加。\n二、存在的不足\n人员偏少，经费不足。\n"
HEADINGS = ["主要做法", "抓学习", "存在的不足"]
MEASURES = ["镇长讲课3次，村村参加。", "人员偏少，经费不足。"]


def _check(report: Report) -> None:
    assert [section.title for section in report.sections] == HEADINGS
    assert [report.slice(measure) for measure in report.measures] == MEASURES


def test_a_page_number_between_paragraphs_is_no_measure(parsed: Parsed) -> None:
    report = parsed(
        "柳溪镇2023年法治政府建设年度报告\n2023年，柳溪镇坚持依法行政。\n一、主要举措\n"
        "（一）规范执法\n评查案卷9件。\n7\n（二）深化普法\n办讲座8场。\n"
    )
    roles = {report.slice(it): it.role for it in report.passages}
    assert roles["7"] == "furniture"
    assert roles["评查案卷9件。"] == "measure"


@pytest.mark.parametrize(
    "contents",
    [
        "目  录\n一、主要做法……………1\n（一）抓学习……………2\n二、存在的不足……………3\n",
        "目录\n一、主要做法\t1\n（一）抓学习\t2\n二、存在的不足\t3\n",
        "【目录】\n一、主要做法\n（一）抓学习\n二、存在的不足\n",
        "一、主要做法 ........ 1\n二、存在的不足 ........ 3\n",
        "目录：\n一、主要做法 1\n（一）抓学习 2\n二、存在的不足 3\n",
        "目　次:\n一、主要做法（1）\n（一）抓学习（2）\n二、存在的不足（3）\n",
        "目录\n一、主要做法……第1页\n（一）抓学习……第2页\n二、存在的不足……第3页\n",
        "目录\n一、主要做法____1-2\n（一）抓学习____2\n二、存在的不足____III\n",
        "CONTENTS\n一、主要做法\t-1-\n（一）抓学习\t-2-\n二、存在的不足\t-3-\n",
        "目录\n一、主要做法（1）\n（一）抓学习（2）\n二、存在的不足（3）\n",
    ],
)
def test_a_table_of_contents(parsed: Parsed, contents: str) -> None:
    report = parsed(TITLE + contents + LEAD + BODY)
    _check(report)
    assert report.slice(next(p for p in report.passages if p.role == "lead")) == LEAD.strip()


def test_a_table_of_contents_right_above_the_title(parsed: Parsed) -> None:
    contents = "目录\n一、主要做法…………1\n二、存在的不足…………3\n"
    report = parsed(contents + TITLE + LEAD + BODY)
    assert report.title == TITLE.strip()
    _check(report)


@pytest.mark.parametrize(
    "above",
    [
        "依申请公开\n县司法局\n",
        "——2024年1月6日在清河镇第五届人民代表大会第三次会议上\n清河镇镇长 何某\n",
        "锚定目标不松劲 奋楫扬帆开新局\n",
        "（二〇二四年一月）\n",
        "关于2023年法治政府建设情况的报告\n",
    ],
)
def test_lines_above_the_opening_paragraph(parsed: Parsed, above: str) -> None:
    _check(parsed(TITLE + above + LEAD + BODY))
    # An opening that speaks of what was achieved is no heading of that part.
    achieved = "2023年，清河镇扎实推进法治政府建设，取得明显成效，现将情况报告如下。\n"
    _check(parsed(TITLE + above + achieved + BODY))


@pytest.mark.parametrize("divider", ["=====", "——————", "* * * * *", "-----"])
def test_a_divider_is_no_text(parsed: Parsed, divider: str) -> None:
    _check(parsed(TITLE + LEAD + BODY.replace("\n二、", f"\n{divider}\n二、")))
    _check(parsed(TITLE + LEAD + BODY.replace("做法\n", f"做法\n{divider}\n")))


@pytest.mark.parametrize(
    "table",
    [
        "| 事项 | 数量 |\n|---|---|\n| 讲座 | 12场 |\n| 调解 | 30件 |\n",
        "附表：普法活动统计表\n事项\t数量\n讲座\t12场\n调解\t30件\n",
        "表1 全年普法活动一览\n序号\t活动\t场次\n1\t讲座\t12\n2\t展览\t3\n",
        "序号 活动 场次\n甲 讲座 十二\n乙 展览 三\n",
    ],
)
def test_a_table_with_its_name(parsed: Parsed, table: str) -> None:
    _check(parsed(TITLE + LEAD + BODY.replace("二、", table + "二、")))


def test_sentences_with_narrow_commas_and_spaced_numbers_are_no_rows(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}{LEAD}一、主要做法\n1.张贴标语,设置展板,共 60 余条,接受咨询 200 多人次.\n"
        "2.组织干部,网格员学法 12 次,参加考试 68 人,合格率 100 %.\n二、存在的不足\n人手偏少.\n"
    )
    assert len(report.measures) == 3


def test_a_table_belongs_to_the_heading_above_it(parsed: Parsed) -> None:
    table = "序号 活动 场次\n甲 讲座 十二\n乙 展览 三\n"
    tail = "清河镇人民政府\n2024年1月6日\n"
    report = parsed(TITLE + LEAD + BODY.replace("二、", table + "二、") + table + tail)
    _check(report)
    rows = [it for it in report.passages if report.slice(it) == "甲 讲座 十二"]
    assert [(it.role, it.section, it.kind) for it in rows] == [
        ("other", 1, "measures_results"),
        ("other", 2, "shortcomings"),
    ]


@pytest.mark.parametrize(
    "listed",
    [
        "附件：1.普法台账\n　　　2.调解台账",
        "附件：一、普法台账\n二、调解台账\n三、法律顾问名单",
        "附件：（一）普法台账\n（二）调解台账",
        "附：普法台账\n　　调解台账",
    ],
)
def test_an_attachments_list_of_several_lines(parsed: Parsed, listed: str) -> None:
    tail = f"特此报告。\n{listed}\n清河镇人民政府\n2024年1月6日\n"
    report = parsed(TITLE + LEAD + BODY + tail)
    _check(report)
    assert report.date == "2024-01-06"


def test_a_section_whose_text_is_one_line_keeps_it(parsed: Parsed) -> None:
    report = parsed(
        f"{TITLE}一、主要做法\n{LEAD}二、存在的不足\n镇里人手不够，忙时顾不过来。\n"
        "三、下一步打算\n招录专业人员，实行分片包干。\n四、其他需要报告的情况\n无。\n"
    )
    assert [section.title for section in report.sections][1:] == [
        "存在的不足", "下一步打算", "其他需要报告的情况",
    ]  # fmt: skip
    assert report.section_states["other"] == "stated_none"


@pytest.mark.parametrize("nothing", [" 无。", "：无", "。暂无。", " 没有。", "无。"])
def test_nothing_to_report_on_the_headings_own_line(parsed: Parsed, nothing: str) -> None:
    report = parsed(TITLE + LEAD + BODY + f"三、其他需要报告的情况{nothing}\n")
    assert report.sections[-1].title == "其他需要报告的情况"
    assert report.section_states["other"] == "stated_none"


def test_a_part_is_missing_only_where_the_headings_were_understood(parsed: Parsed) -> None:
    whole = parsed(TITLE + LEAD + BODY)
    assert whole.section_states["next_plan"] == "none"
    assert [it for it in whole.doubts if it.kind == "headings"] == []
    torn = parsed(TITLE + LEAD + BODY + "五、其他需要报告的情况\n无。\n")
    assert torn.section_states["next_plan"] == torn.section_states["leader_duty"] == "unclear"
    assert [(d.kind, torn.text[d.start : d.end]) for d in torn.doubts if d.kind == "headings"] == [
        ("headings", "五、其他需要报告的情况")
    ]
    assert any("2 个" in d.says for d in torn.doubts)


def test_a_theme_of_the_leaders_duty_is_inside(parsed: Parsed) -> None:
    report = parsed(TITLE + LEAD + BODY.replace("抓学习", "扛牢第一责任"))
    assert report.section_states["leader_duty"] == "inside"


def test_a_draft_without_title_that_names_thought_and_duty_is_a_report(parsed: Parsed) -> None:
    report = parsed(
        "2023年，全镇上下同心协力，各项目标较好完成。\n筑牢思想根基\n深学细悟习近平法治思想，领学6次。\n"
        "压紧第一责任\n书记、镇长当好法治建设第一责任人，下村督办5件。\n"
    )
    assert report.is_report
    assert report.year == 2023


def test_rows_that_a_page_tells_of_itself(parsed: Parsed) -> None:
    rows = "公开事项：法治政府建设年度报告\n关键词：法治\n更新：2024.2.7\n"
    for report in (parsed(rows + TITLE + LEAD + BODY), parsed(TITLE + rows + LEAD + BODY)):
        assert (report.title, report.published) == (TITLE.strip(), "2024-02-07")
        _check(report)


def test_the_year_of_a_cover_is_no_part_of_the_title(parsed: Parsed) -> None:
    assert parsed("2023年度\n" + TITLE + LEAD + BODY).title == TITLE.strip()


@pytest.mark.parametrize("attached", ["附件\n", "附件：\n", ""])
def test_the_title_below_a_covering_letter_is_no_heading_however_it_is_broken(
    attached: str, parsed: Parsed
) -> None:
    report = parsed(
        "2024年青田县水利局法治政府建设情况报告\n青田县法治政府建设工作领导小组办公室：\n"
        "根据法治政府建设有关工作要求，我局拟就了《青田县水利局2024年度法治政府建设情况的报告》"
        "（见附件），经局党组会审议通过，现呈上，请审阅。\n特此报告。\n"
        "附件：青田县水利局2024年度法治政府建设情况的报告\n青田县水利局\n2025年1月15日\n"
        f"{attached}青田县水利局\n2024年度法治政府建设情况的报告\n"
        f"2024年，我局坚持依法治水。\n{BODY}"
    )
    _check(report)
    assert (report.issuer, report.date) == ("青田县水利局", "2025-01-15")


def test_a_day_beside_the_name_of_its_site_is_the_pages(parsed: Parsed) -> None:
    report = parsed("柳溪镇2023年法治政府建设年度报告\n2024-01-19　　本网　　【打印本页】\n" + BODY)
    assert report.published == "2024-01-19"


@pytest.mark.parametrize(
    "title",
    [
        "石桥街道法治政府建设报告（2024）",
        "石桥街道法治政府建设年度报告\n（2024年度）",
        "石桥街道法治政府建设年度报告\n2024年",
        "石桥街道法治政府建设年度报告\n（二〇二四年度）",
    ],
)
def test_the_year_behind_or_below_a_title_is_the_reports(parsed: Parsed, title: str) -> None:
    report = parsed(f"{title}\n石桥街道依法办事。\n一、主要举措和成效\n走访群众9户。\n")
    assert (report.year, report.issuer) == (2024, "石桥街道")
    assert report.title == "".join(title.split())

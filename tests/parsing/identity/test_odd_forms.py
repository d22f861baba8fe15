"""Mastheads that are forms, covering papers, or speak of two who report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.model.report import Report

Parsed = Callable[[str], Report]

BODY = (
    "\n一、主要举措和成效\n（一）加强组织领导。全年召开专题会议3次，研究法治工作。\n"
    "二、存在的不足\n人手偏少。\n"
)
TITLE = "2023年法治政府建设年度报告"


@pytest.mark.parametrize("paper", ["函", "通知", "请示"])
def test_the_title_of_what_a_report_is_sent_with_says_who_reports(
    parsed: Parsed, paper: str
) -> None:
    report = parsed(f"关于报送澜江县民政局{TITLE}的{paper}{BODY}")
    assert (report.issuer, report.year) == ("澜江县民政局", 2023)


def test_the_reports_own_title_goes_before_that_of_its_covering_paper(parsed: Parsed) -> None:
    report = parsed(f"关于报送望江镇{TITLE}的函\n望江镇{TITLE}\n2023年，望江镇依法办事。{BODY}")
    assert report.title == f"望江镇{TITLE}"


@pytest.mark.parametrize("tag", ["【2023年】", "[2023年度]", "【2023】", "（2023年）"])
def test_a_year_in_brackets_before_a_title(parsed: Parsed, tag: str) -> None:
    report = parsed(f"{tag}望江镇法治政府建设情况报告{BODY}")
    assert (report.issuer, report.year) == ("望江镇", 2023)


@pytest.mark.parametrize(
    ("above", "issuer"),
    [
        ("澜江县综合行政执法局（城市管理局）", "澜江县综合行政执法局"),
        ("新疆生产建设兵团第四师", "第四师"),
    ],
)
def test_an_office_above_its_title(parsed: Parsed, above: str, issuer: str) -> None:
    assert parsed(f"{above}\n关于2023年度法治政府建设情况的报告{BODY}").issuer == issuer


@pytest.mark.parametrize(
    "issuer",
    ["三十四团", "184团", "第一百八十四团", "第九师", "南京海关", "宁波海事局", "长沙师范学院"],
)
def test_a_name_without_a_level_acts(parsed: Parsed, issuer: str) -> None:
    opening = f"2023年，在上级领导下，{issuer}深入学习贯彻习近平法治思想，推进法治政府建设。"
    assert parsed(f"{opening}现报告如下：{BODY}").issuer == issuer


@pytest.mark.parametrize("office", ["平安办公室", "振兴办公室", "合作中心"])
def test_an_office_that_begins_with_a_word_like_a_place_names_nobody(
    parsed: Parsed, office: str
) -> None:
    assert parsed(f"2023年，{office}深入推进法治政府建设，现报告如下：{BODY}").issuer is None


def test_a_city_before_the_business_of_government_is_one(parsed: Parsed) -> None:
    office = "澜江市政务服务和数据管理局"
    assert parsed(f"2023年，{office}坚持依法办事。{BODY}").issuer == office


@pytest.mark.parametrize("signed", ["澜江县应急管理局（地震局）", "澜江州", "澜江州人民政府"])
def test_who_signs_with_a_second_name_or_for_a_prefecture(parsed: Parsed, signed: str) -> None:
    report = parsed(f"2023年度法治政府建设情况报告{BODY}{signed}\n2024年1月12日\n")
    assert report.issuer == signed.removesuffix("人民政府").partition("（")[0]
    assert report.date == "2024-01-12"


def test_of_two_who_report_together_the_first(parsed: Parsed) -> None:
    title = "澜江县司法局 澜江县普法工作领导小组办公室关于2023年法治政府建设情况的报告"
    assert parsed(f"{title}{BODY}").issuer == "澜江县司法局"


@pytest.mark.parametrize(
    "text",
    [
        f"原望江乡（现望江镇）{TITLE}",
        "望江乡撤乡设镇后更名为望江镇。2023年，望江镇深入推进法治政府建设。",
        "2023年，望江镇（撤乡设镇前为望江乡）深入推进法治政府建设。",
    ],
)
def test_a_township_that_became_a_town(parsed: Parsed, text: str) -> None:
    assert parsed(f"{text}{BODY}").issuer == "望江镇"


@pytest.mark.parametrize(
    "document", ["关于报送2023年度法治政府建设情况的通知", "澜江县2023年法治政府建设工作要点"]
)
def test_the_year_of_the_paper_that_asks_for_the_report(parsed: Parsed, document: str) -> None:
    assert parsed(f"按照《{document}》，现将我镇法治工作情况报告如下：{BODY}").year == 2023


def test_a_paper_that_is_only_cited_has_another_year(parsed: Parsed) -> None:
    assert parsed(f"认真学习《2021年行政审判白皮书》，推进法治工作。{BODY}").year is None


def test_a_form_with_rows_of_particulars(parsed: Parsed) -> None:
    report = parsed(
        "| 序号 | 项目 | 内容 |\n| 1 | 单位 | 澜江县水务局 |\n| 2 | 年度 | 2023 |\n"
        "| 3 | 主要举措和成效 | 学法4次。修订制度2项。 |\n| 4 | 存在的不足 | 人手偏少。 |\n"
    )
    assert (report.issuer, report.year) == ("澜江县水务局", 2023)
    assert [it.title for it in report.sections] == ["主要举措和成效", "存在的不足"]
    measures = ["学法4次。", "修订制度2项。", "人手偏少。"]
    assert [report.slice(it) for it in report.measures] == measures


def test_a_table_without_a_part_of_the_report_stays_one(parsed: Parsed) -> None:
    report = parsed(
        f"望江镇{TITLE}{BODY}| 事项 | 说明 |\n| 低保 | 全年受理12件。已办结。 |\n| 高龄 | 无。 |\n"
    )
    assert [it.title for it in report.sections] == ["主要举措和成效", "加强组织领导", "存在的不足"]


@pytest.mark.parametrize("sign", ["\t", "：", " | ", "　"])
@pytest.mark.parametrize(
    "form",
    [
        "单位名称{0}望江镇人民政府\n报告年度{0}2023年\n报告名称{0}法治政府建设年度报告",
        "报送单位{0}望江镇\n年度{0}2023\n材料名称{0}法治政府建设工作总结",
        "法治政府建设情况报告\n单位名称{0}望江镇\n填报年度{0}2023年度\n联系人{0}李某",
    ],
)
def test_a_form_above_the_report_says_who_and_which_year(
    form: str, sign: str, parsed: Parsed
) -> None:
    report = parsed(f"{form.format(sign)}\n一年来，我镇依法办事。{BODY}")
    assert (report.issuer, report.year) == ("望江镇", 2023)
    assert str(report.title).startswith("法治政府建设")
    assert [it.title for it in report.sections][:1] == ["主要举措和成效"]


@pytest.mark.parametrize(
    "line",
    [
        "望江镇人民政府　2024年1月9日", "望江镇 2024年1月9日", "2024年1月9日　望江镇人民政府",
        "（望江镇人民政府 2024年1月9日）", "（2024年1月9日 望江镇）",
        "望江镇人民政府（2024年1月9日）", "望江镇人民政府\n2024年1月9日",
    ],
)  # fmt: skip
def test_who_reports_stands_with_the_day_below_a_title_without_a_name(
    parsed: Parsed, line: str
) -> None:
    report = parsed(f"{TITLE}\n{line}\n一年来，我镇依法办事。{BODY}")
    assert (report.issuer, report.date) == ("望江镇", "2024-01-09")


@pytest.mark.parametrize(
    ("line", "date", "published"),
    [
        ("公文日期：2024-01-09", "2024-01-09", None),
        ("撰写日期：2024年1月9日", "2024-01-09", None),
        ("填报单位：望江镇　填报日期：2024年1月9日", "2024-01-09", None),
        ("日期：20240109", None, "2024-01-09"),
        ("望江镇司法所 2024-01-09", None, "2024-01-09"),
        ("望江镇司法所 | 2024/1/9 08:30", None, "2024-01-09"),
        ("来源：司法所（2024-01-09）", None, "2024-01-09"),
        ("2024-01-09 17:26:10　字体：【大】【中】【小】　来源：办公室", None, "2024-01-09"),
        ("成文日期： 公开日期：2024-01-09", None, "2024-01-09"),
        ("公开日期\t2024-01-09", None, "2024-01-09"),
        ("【发布单位】望江镇\n2024-01-09", None, "2024-01-09"),
        ("A- A A+ 2024-01-09", None, "2024-01-09"),
        ("2024-01-11\n2024-01-09", "2024-01-09", "2024-01-11"),
        ("2024-01-09\n2024-01-11", "2024-01-09", "2024-01-11"),
    ],
)
def test_a_day_above_the_body(
    parsed: Parsed, line: str, date: str | None, published: str | None
) -> None:
    report = parsed(f"望江镇{TITLE}\n{line}\n2023年，望江镇依法办事。{BODY}")
    assert (report.date, report.published) == (date, published)
    assert [it.title for it in report.sections][:1] == ["主要举措和成效"]


def test_who_signs_beside_a_day_with_dashes_signs(parsed: Parsed) -> None:
    report = parsed(f"望江镇{TITLE}\n2023年，望江镇依法办事。{BODY}望江镇人民政府 2024-01-09\n")
    assert (report.date, report.published) == ("2024-01-09", None)


@pytest.mark.parametrize(
    "title",
    [
        "望江镇2023年法治政府建设工作小结",
        "望江镇2023年法治政府建设汇报材料",
        "望江镇2023年法治政府建设工作总结及2024年工作打算",
        "望江镇2023年法治政府建设情况报告和2024年工作安排",
    ],
)
def test_what_else_a_report_is_called(parsed: Parsed, title: str) -> None:
    report = parsed(f"{title}\n（二）严管渔船\n登检渔船40艘。{BODY}")
    assert (report.title, report.issuer, report.year) == (title, "望江镇", 2023)


def test_what_is_counted_in_sets_is_told_and_heads_nothing(parsed: Parsed) -> None:
    report = parsed(
        f"望江镇{TITLE}\n2023年，望江镇依法办事。\n一、主要举措和成效\n（一）应急管理\n"
        "1.编制方案14套，分区编号，用时缩短25分钟。\n2.组织演练，全员参加。\n二、存在的不足\n人少。\n"
    )
    assert [it.title for it in report.sections] == ["主要举措和成效", "应急管理", "存在的不足"]


@pytest.mark.parametrize(
    "title",
    [
        "望江镇2023年度法治政府建设工作情况\n报　告",
        "望江镇人民政府2023年法治政府建设情况\n的报告",
        "望江镇\n2023年度依法行政工作\n总结",
        "关于\n望江镇2023年度法治政府建设情况的\n报告",
    ],
)
def test_the_first_or_last_word_of_a_title_on_a_line_of_its_own(parsed: Parsed, title: str) -> None:
    report = parsed(f"{title}\n2023年，望江镇依法办事。{BODY}")
    assert report.title == "".join(title.split())
    assert (report.issuer, report.sections[0].title) == ("望江镇", "主要举措和成效")


@pytest.mark.parametrize(
    "again", ["二〇二三年法治政府建设年度报告", "2023年推进法治政府建设年度报告"]
)
def test_a_title_is_repeated_in_other_numerals_or_words(parsed: Parsed, again: str) -> None:
    report = parsed(f"望江镇{TITLE}\n望江镇人民政府\n{again}\n2023年，望江镇依法办事。{BODY}")
    assert report.sections[0].title == "主要举措和成效"


@pytest.mark.parametrize("row", ["| {} | {} |", "{}\t{}"])
def test_rows_of_a_form_are_parts_though_one_says_there_is_nothing(
    parsed: Parsed, row: str
) -> None:
    rows = [
        ("主要举措和成效", "开展普法活动8场。化解纠纷9件。"),
        ("存在的不足和原因", "人手偏少，只有3人。"),
        ("其他需要报告的情况", "无"),
    ]
    table = "\n".join(row.format(*it) for it in rows)
    people = "责任人\t江某\t联系电话\t0000-7654321\n" if "\t" in row else ""
    report = parsed(f"望江镇2023年度法治政府建设情况报告表\n{people}{table}\n")
    assert report.title == "望江镇2023年度法治政府建设情况报告表"
    assert [it.kind for it in report.sections] == ["measures_results", "shortcomings", "other"]
    assert report.section_states["other"] == "stated_none"
    assert len(report.measures) == 3

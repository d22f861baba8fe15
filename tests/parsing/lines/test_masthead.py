"""Head and tail of pages as they are found; every page here is made up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from cases import for_each

from tuibrowser.model.report import Place, Report

Parsed = Callable[[str], Report]

BODY = (
    "\n一、主要举措和成效\n（一）加强组织领导，压实工作责任\n"
    "镇党委会全年研究法治议题4次，建立任务清单。\n二、存在的不足和原因\n一是力量不足。\n"
)
LEAD = "2023年，柳溪镇坚持依法行政，现将2023年度法治政府建设情况报告如下："


def test_furniture_is_told_from_content(parsed: Parsed) -> None:
    report = parsed(
        "泽川市人民政府 2018年6月5日星期二\n首页 > 政务公开 > 柳溪镇\n"
        "柳溪镇2023年法治政府建设情况报告\n来源：柳溪镇 发布时间：2024-03-28 09:18 浏览次数：12\n"
        f"{LEAD}{BODY}责任编辑：李某\n上一篇：关于停水的通知\n"
    )
    furniture = [report.slice(p) for p in report.passages if p.role == "furniture"]
    assert [words[:5] for words in furniture] == [
        "泽川市人民",
        "首页 > ",
        "来源：柳溪",
        "责任编辑：",
        "上一篇：关",
    ]
    assert report.published == "2024-03-28"
    assert report.title == "柳溪镇2023年法治政府建设情况报告"
    assert report.date is None


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("柳溪镇2023\n年法治政府建设情况报告\n", "柳溪镇2023年法治政府建设情况报告"),
        (
            "柳溪镇人民政府\n关于\n报送2023年度法治政府建设情况的报告\n",
            "柳溪镇人民政府关于报送2023年度法治政府建设情况的报告",
        ),
        ("柳溪镇2023年法治政府建设\n情况报告\n", "柳溪镇2023年法治政府建设情况报告"),
        (
            "柳溪镇人民政府\n2023年法治政府建设年度报告\n",
            "柳溪镇人民政府2023年法治政府建设年度报告",
        ),
        (
            "2023年度柳溪镇人民政府\n法治政府建设情况报告\n",
            "2023年度柳溪镇人民政府法治政府建设情况报告",
        ),
        (
            "泽川市柳溪镇\n人民政府2023年\n法治政府建设年度报告\n",
            "泽川市柳溪镇人民政府2023年法治政府建设年度报告",
        ),
        ("柳溪镇 2023 年度法治政府建设工作总结\n", "柳溪镇2023年度法治政府建设工作总结"),
        (
            "柳溪镇人民政府关于2023年法治政府建设情况的报告\n柳溪镇人民政府\n关于2023年法治政府建设情况的报告\n",
            "柳溪镇人民政府关于2023年法治政府建设情况的报告",
        ),
    ],
)
def test_titles(parsed: Parsed, head: str, title: str) -> None:
    report = parsed(f"{head}\n县委、县政府：\n{LEAD}{BODY}")
    assert report.title == title
    assert (report.issuer, report.issuer_kind, report.year) == ("柳溪镇", "town", 2023)
    lines = head.strip().split("\n")
    titled = [report.slice(p) for p in report.passages if p.role == "title"]
    assert "".join(titled).replace("\n", "") == "".join(lines)
    # A wrapped title is one passage, so that it is found and copied whole.
    assert "".join(titled[0].split()) == report.title


@pytest.mark.parametrize(
    ("above", "below", "issuer"),
    [
        ("泽川市公安局", "临溪区分局关于2023年法治政府建设情况的报告", "临溪区分局"),
        ("泽川高新", "技术产业开发区2023年法治政府建设年度报告", "泽川高新技术产业开发区"),
    ],
)
def test_a_title_whose_name_is_broken(parsed: Parsed, above: str, below: str, issuer: str) -> None:
    report = parsed(f"{above}\n{below}\n{LEAD}{BODY}")
    assert (report.title, report.issuer) == (above + below, issuer)


@pytest.mark.parametrize(
    "before",
    [
        "〔年报〕 ",
        "『公开』",
        "【信息公开】",
        "[要闻] 【转载】",
        "★",
        "◎",
        "[2024-01-30]",
        "公示｜",
        "图解：",
        "公文标题：",
        "文章标题 | ",
        "文件名称：",
    ],
)
def test_what_a_site_hangs_before_a_title_is_none_of_it(parsed: Parsed, before: str) -> None:
    report = parsed(f"{before}柳溪镇2023年法治政府建设年度报告\n{LEAD}{BODY}")
    assert (report.title, report.issuer) == ("柳溪镇2023年法治政府建设年度报告", "柳溪镇")


def test_without_a_title_the_opening_says_who_and_when(parsed: Parsed) -> None:
    report = parsed(
        "中共青棠县委、青棠县人民政府：\n近年来，各级高度重视。现将望禾乡2022年度法治政府建设情况报告如下："
        + BODY
    )
    assert report.title is None
    assert (report.issuer, report.issuer_kind, report.year) == ("望禾乡", "township", 2022)
    assert report.place == Place(None, None, "青棠县", "望禾乡")


def test_the_signature_names_the_issuer_and_dates_the_report(parsed: Parsed) -> None:
    report = parsed(
        "关于2023年度法治政府建设工作的报告\n区委、区政府：\n我镇工作情况如下："
        + BODY
        + "特此报告。\n中共柳溪镇委员会 柳溪镇人民政府\n二〇二四年一月五日\n"
        + "附件：1.统计表\n（联系人：王某）"
    )
    assert (report.issuer, report.year, report.date) == ("柳溪镇", 2023, "2024-01-05")
    roles = [p.role for p in report.passages][-5:]
    assert roles == ["signature", "signature", "signature", "furniture", "furniture"]


@pytest.mark.parametrize(
    "footer",
    [
        "技术支持：某公司", "地址：某路1号 邮编：100000", "下载 WORD 下载 PDF", "热门文章", "×",
        "0人点赞", "附件：\n1.台账\n2.名册", "柳溪镇党政办 2024年1月5日印发",
        "声明：本网站所载内容仅供参考，请以正式文件为准。",
    ],
)  # fmt: skip
def test_whatever_stands_below_a_dated_signature_is_not_the_report(
    parsed: Parsed, footer: str
) -> None:
    page = f"柳溪镇2023年法治政府建设情况报告\n{LEAD}{BODY}五、其他需要报告的情况\n无。\n"
    report = parsed(f"{page}柳溪镇人民政府\n2024年1月8日\n{footer}\n")
    assert report.date == "2024-01-08"
    assert report.section_states["other"] == "stated_none"
    below = report.text.index(footer)
    assert {p.role for p in report.passages if p.start >= below} <= {"furniture", "signature"}


@pytest.mark.parametrize(
    "closing",
    [
        "谢谢大家！", "汇报完毕。", "以上是我镇依法行政情况，请予审议。",
        "注：以上数据截至2023年12月底。",
        "附件：1.台账\n2.名册", "附件：\n普法台账", "（公章）", "是否公开：是", "共印15份",
        "柳溪镇党政办公室 2024年1月9日印发", "柳溪镇2023年报告.docx", "审核人：何某 签发人：王某",
    ],
)  # fmt: skip
@for_each("signed", ["", "柳溪镇人民政府\n2024年1月8日", "柳溪镇人民政府 2024年1月8日"])
def test_what_closes_a_report_is_no_measure(parsed: Parsed, closing: str, signed: str) -> None:
    page = f"柳溪镇2023年法治政府建设情况报告\n{LEAD}{BODY}五、下一步打算\n继续抓好培训。\n"
    report = parsed(f"{page}{closing}\n{signed}")
    assert report.date == ("2024-01-08" if signed else None)
    assert report.slice(report.measures[-1]) == "继续抓好培训。"
    assert report.sections[-1].title == "下一步打算"


def test_superiors_address_is_not_the_issuer(parsed: Parsed) -> None:
    report = parsed(f"青棠县人民政府：\n2023年，白石桥镇党委政府认真履职。{BODY}白石桥镇人民政府")
    assert report.issuer == "白石桥镇"
    assert report.place.county == "青棠县"


@pytest.mark.parametrize(
    ("opening", "year"),
    [
        ("我镇贯彻《法治政府建设实施纲要（2021—2025年）》，现将2022年度情况报告如下：", 2022),
        ("按照青府办〔2024〕3号文件，2023年，我镇狠抓落实。", 2023),
        ("二〇二一年，我镇依法行政。", 2021),
        ("今年以来，我镇依法行政。", None),
    ],
)
def test_the_year_is_stated_or_unknown(parsed: Parsed, opening: str, year: int | None) -> None:
    report = parsed(
        f"来源：柳溪镇 发布时间：2024-02-01\n{opening}{BODY}三、2025年工作安排\n继续努力。\n"
    )
    assert report.year == year


def test_a_short_province_is_completed_and_a_municipality_is_its_own_city(parsed: Parsed) -> None:
    report = parsed("北京大兴区柳溪镇2023年法治政府建设情况报告\n" + LEAD + BODY)
    assert report.place == Place("北京市", "北京市", "大兴区", "柳溪镇")


def test_a_page_in_traditional_characters_with_readings(parsed: Parsed) -> None:
    report = parsed(
        "柳溪鎮2023年法治政府建設(shè)情況報(bào)告\n2023年，柳溪鎮堅持依法行政。\n"
        "一、推進(jìn)法治政府建設(shè)的主要舉措和成效\n1.強(qiáng)化領(lǐng)導(dǎo)。召開會議4次。\n"
        "二、存在的不足\n隊伍建設(shè)有待加強。"
    )
    assert (report.issuer, report.year) == ("柳溪鎮", 2023)
    assert [s.kind for s in report.sections] == ["measures_results"] * 2 + ["shortcomings"]


@pytest.mark.parametrize(
    "text",
    [
        "红烧肉的做法\n一、准备材料\n五花肉500克，冰糖30克。\n二、步骤\n先焯水，再炒糖色，最后收汁。",
        "关于召开安全生产会议的通知\n各村：\n定于1月5日召开会议，请准时参加。",
        "安全生产年度总结\n一、主要工作\n开展检查40次，整改隐患12处。\n二、存在问题\n人手不足。\n三、下一步打算\n继续努力。",
    ],
)
def test_what_is_no_report_is_kept_as_it_is(parsed: Parsed, text: str) -> None:
    report = parsed(text)
    assert not report.is_report
    assert {p.role for p in report.passages} == {"other"}
    assert (report.issuer, report.year, report.title) == (None, None, None)


@pytest.mark.parametrize("zero", "〇○零0oＯО")
def test_a_zero_however_it_is_written(parsed: Parsed, zero: str) -> None:
    title = f"柳溪镇二{zero}二{zero}年法治政府建设情况报告"
    report = parsed(f"{title}\n{LEAD}{BODY}柳溪镇人民政府\n二{zero}二一年一月八日\n")
    assert (report.title, report.issuer, report.year) == (title, "柳溪镇", 2020)
    assert report.date == "2021-01-08"


@pytest.mark.parametrize(
    "signature",
    [
        "柳溪镇人民政府（印章）\n2024年1月8日",
        "（柳溪镇人民政府）\n2024年1月8日",
        "柳溪镇党委、政府\n2024年1月8日",
        "落款：柳溪镇人民政府 2024年1月8日",
        "柳溪镇人民政府\n日期：2024年1月8日",
        "柳溪镇人民政府\n2024年1月8日印发",
        "报送单位：柳溪镇人民政府\n2024年1月8日",
    ],
)
def test_forms_of_a_signature(parsed: Parsed, signature: str) -> None:
    page = f"2023年法治政府建设情况报告\n我镇情况如下。{BODY}五、下一步打算\n继续抓好培训。\n"
    report = parsed(f"{page}{signature}\n")
    assert (report.issuer, report.date) == ("柳溪镇", "2024-01-08")
    assert report.published is None
    assert report.slice(report.measures[-1]) == "继续抓好培训。"


@pytest.mark.parametrize("dashes", ["——", "—", "--"])
def test_who_reports_stands_behind_dashes_below_the_title(parsed: Parsed, dashes: str) -> None:
    report = parsed(
        f"2023年法治政府建设年度报告\n{dashes}青棠县柳溪镇人民政府\n2023年，我镇依法办事。{BODY}"
    )
    assert (report.issuer, report.place.county) == ("柳溪镇", "青棠县")


@pytest.mark.parametrize(
    "row",
    [
        "填报单位：青棠县财政局　填报人：李某　填报日期：2024年1月9日",
        "编制单位：青棠县财政局　审核人：张某　编制时间：2024年1月",
        "报送单位（盖章）：青棠县财政局 | 报送时间：2024年1月9日 | 联系人：李某",
        "编报单位：|青棠县财政局|",
        "上报单位|青棠县财政局|经办人|李某",
        "单位名称（公章）：青棠县财政局　　上报年度：2023年",
        "部门：青棠县财政局",
        "呈报单位\n青棠县财政局\n呈报时间\n2024年1月9日",
    ],
)
@pytest.mark.parametrize("is_above", [True, False])
def test_a_row_names_who_reports_before_its_other_keys(
    parsed: Parsed, row: str, is_above: bool
) -> None:
    title = "2023年法治政府建设年度报告"
    head = (row, title) if is_above else (title, row)
    report = parsed("\n".join((*head, f"2023年，我局依法办事。{BODY}")))
    assert (report.issuer, report.title, report.year) == ("青棠县财政局", title, 2023)


def test_the_year_behind_its_key_is_a_titles_beginning(parsed: Parsed) -> None:
    report = parsed(
        "报告单位\n柳溪镇人民政府\n报告年度\n2023年\n法治政府建设年度报告\n我镇依法办事。" + BODY
    )
    assert (report.issuer, report.year) == ("柳溪镇", 2023)


@pytest.mark.parametrize("unit", ["万元", "件、人次", "份"])
def test_what_a_table_counts_in_is_not_who_reports(parsed: Parsed, unit: str) -> None:
    report = parsed(f"2023年法治政府建设年度报告\n单位：{unit}\n2023年，我镇依法办事。{BODY}")
    assert report.issuer is None


@pytest.mark.parametrize(
    ("above", "county"),
    [("临湖区人民政府", "临湖区"), ("青棠县", "青棠县"), ("潭州市人民政府", "潭州市")],
)
def test_a_name_signed_on_two_lines_is_of_the_lower(
    parsed: Parsed, above: str, county: str
) -> None:
    report = parsed(
        f"2023年法治政府建设年度报告\n2023年，我街道依法办事。{BODY}"
        f"{above}\n柳前街道办事处\n2024年1月8日\n"
    )
    assert (report.issuer, report.place.county) == ("柳前街道", county)


@pytest.mark.parametrize("notice", ["公示", "的公告", "的通告"])
def test_a_notice_of_a_report_is_its_title_where_there_is_no_other(
    parsed: Parsed, notice: str
) -> None:
    title = f"关于柳溪镇2023年法治政府建设年度报告{notice}"
    assert parsed(f"{title}\n2023年，我镇依法办事。{BODY}").issuer == "柳溪镇"
    own = "柳溪镇2023年法治政府建设年度报告"
    report = parsed(f"{title}\n发布时间：2024-01-20\n{own}\n2023年，我镇依法办事。{BODY}")
    assert (report.title, report.sections[0].title) == (own, "主要举措和成效")


def test_cells_that_became_lines_name_the_publisher(parsed: Parsed) -> None:
    report = parsed(
        "索引号\nqt-2024-0018\n发布机构\n青棠县教育局\n发布日期\n2024-02-20\n标题\n"
        f"2023年法治政府建设年度报告\n2023年，我局依法办事。{BODY}"
    )
    assert (report.issuer, report.published) == ("青棠县教育局", "2024-02-20")


@pytest.mark.parametrize(("itself", "issuer"), [("我局", "青棠县教育局"), ("我镇", None)])
def test_the_office_that_heads_a_page_published_it_if_the_text_calls_itself_so(
    parsed: Parsed, itself: str, issuer: str | None
) -> None:
    report = parsed(
        "青棠县教育局\n首页 | 机构职能 | 信息公开\n2023年法治政府建设年度报告\n"
        f"发布时间：2024-02-20 浏览次数：12\n2023年，{itself}依法办事。{BODY}"
    )
    assert (report.issuer, report.published) == (issuer, "2024-02-20")


def test_the_last_room_of_a_path_may_be_called_as_any(parsed: Parsed) -> None:
    report = parsed(
        "您当前的位置：首页 > 政务公开 > 青棠县水务局 青棠县水务局2023年法治政府建设年度报告 "
        "来源：青棠县水务局 发布时间：2024-01-31 2023年，我局依法办事。 一、主要举措和成效 "
        "1.强化学习。全年学习6次。 2.规范执法。办理案件12件。 二、存在的不足和原因 人手不足。"
    )
    assert (report.issuer, report.year, report.published) == ("青棠县水务局", 2023, "2024-01-31")


@pytest.mark.parametrize("lead", ["兹将青棠县水务局2023年度", "现将青棠县水务局二〇二三年度"])
def test_who_is_presented_by_older_words_for_it(parsed: Parsed, lead: str) -> None:
    report = parsed(f"{lead}法治工作情况报告如下：{BODY}")
    assert (report.issuer, report.year) == ("青棠县水务局", 2023)


def test_who_signs_may_stand_behind_a_key(parsed: Parsed) -> None:
    report = parsed(
        f"关于2023年度法治政府建设情况的报告\n2023年，我局依法办事。{BODY}"
        "单位：青棠县水务局\n日期：2024年1月8日\n"
    )
    assert (report.issuer, report.date) == ("青棠县水务局", "2024-01-08")


def test_an_office_that_calls_itself_by_one_character_published_the_page(parsed: Parsed) -> None:
    report = parsed(
        "发文机关：\n青棠县人民政府办公室\n成文日期：\n2024年1月22日\n"
        f"2023年法治政府建设年度报告\n2023年，我办依法办事。{BODY}"
    )
    assert (report.issuer, report.date) == ("青棠县人民政府办公室", "2024-01-22")


@pytest.mark.parametrize("sign", [" → ", " / ", ">", "»"])
def test_steps_of_a_path_are_parted_by_many_signs(parsed: Parsed, sign: str) -> None:
    path = sign.join(["首页", "政务公开", "青棠县教育局", "法治建设"])
    report = parsed(f"{path}\n2023年法治政府建设年度报告\n2023年，我局依法办事。{BODY}")
    assert report.issuer == "青棠县教育局"


def test_who_is_bidden_to_report_says_no_title(parsed: Parsed) -> None:
    report = parsed(
        "关于柳溪镇2023年法治政府建设情况的报告\n——在柳溪镇第九届人大第四次会议上\n各位代表：\n"
        f"受镇人民政府委托，现报告2023年法治政府建设情况。{BODY}"
    )
    assert (report.title, report.issuer) == ("关于柳溪镇2023年法治政府建设情况的报告", "柳溪镇")


def test_a_day_without_a_key_parts_title_and_text_of_one_line(parsed: Parsed) -> None:
    report = parsed(
        "首页 > 政务公开 > 青棠县商务局 青棠县商务局关于2023年法治政府建设情况的报告 2024-02-01 "
        "来源：青棠县商务局 2023年，我局依法办事。 一、主要举措和成效 （一）强化学习。学习6次。 "
        "（二）规范执法。办理案件12件。 二、存在的不足和原因 人手不足。"
    )
    assert (report.issuer, report.published) == ("青棠县商务局", "2024-02-01")
    assert report.sections[0].title == "主要举措和成效"


def test_a_key_above_its_value_may_be_of_several_words(parsed: Parsed) -> None:
    report = parsed(
        "信息来源\n青棠县气象局\n发布时间\n2024-01-31 10:02\n2023年法治政府建设年度报告\n"
        f"2023年，我局依法办事。{BODY}"
    )
    assert (report.issuer, report.published) == ("青棠县气象局", "2024-01-31")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (
            "青政发〔2024〕3号青棠县2023年法治政府建设年度报告",
            "青棠县2023年法治政府建设年度报告",
        ),
        (
            "柳溪镇〔2024〕3号关于2023年法治政府建设情况的报告",
            "柳溪镇〔2024〕3号关于2023年法治政府建设情况的报告",
        ),
        (
            "关于落实青政发〔2023〕5号文件推进法治政府建设的报告",
            "关于落实青政发〔2023〕5号文件推进法治政府建设的报告",
        ),
    ],
)
def test_a_number_of_the_document_is_no_part_of_its_title(
    parsed: Parsed, written: str, title: str
) -> None:
    assert parsed(f"{written}\n2023年，我县依法办事。{BODY}").title == title

"""Who opens a report: with organs, brackets or any verb behind the name, and below a title."""

from __future__ import annotations

from collections.abc import Callable

from cases import for_each

from tuibrowser.model.report import Report

Parsed = Callable[[str], Report]

BODY = "\n一、工作成效\n（一）抓学习。镇长讲课3次，村村参加。\n二、存在的不足\n人手偏少。\n"
NAMELESS = "2023年度法治政府建设情况报告"


@for_each(
    ("opening", "issuer"),
    [
        ("榆川县委、县政府高度重视", "榆川县"),
        ("榆川县县委县政府抢抓机遇", "榆川县"),
        ("市中区区委、区政府带头学法", "市中区"),
        ("阿瓦提县委和县人民政府坚持依法办事", "阿瓦提县"),
        ("古镇镇委、镇政府坚持依法办事", "古镇镇"),
        ("古镇镇政府坚持依法办事", "古镇镇"),
        ("榆川县委宣传部谋篇布局", "榆川县委宣传部"),
    ],
)
def test_party_and_government_of_one_place_are_that_place(
    parsed: Parsed, opening: str, issuer: str
) -> None:
    text = f"2023年，{opening}，推进法治政府建设，现报告如下：{BODY}"
    assert parsed(text).issuer == issuer


def test_party_and_government_in_a_title(parsed: Parsed) -> None:
    title = "榆川县委、县人民政府关于2023年度法治政府建设情况的报告"
    assert parsed(f"{title}{BODY}").issuer == "榆川县"


@for_each("gloss", ["（以下简称“本局”）", "（县粮食和物资储备局）", "（下称县局）", "【简称“局”】"])
@for_each(
    "name", ["榆川县发展改革局", "榆川县", "望江镇", "榆川市临空经济区", "榆川县供销合作社联合社"]
)
def test_whatever_is_done_behind_brackets(parsed: Parsed, name: str, gloss: str) -> None:
    assert parsed(f"2023年，{name}{gloss}谋定后动，推进法治政府建设。{BODY}").issuer == name


@for_each(
    "office", ["城市更新局", "综合行政执法局", "综合行政执法大队", "供销合作社联合社", "供销合作社"]
)
def test_an_office_that_holds_what_may_be_a_verb(parsed: Parsed, office: str) -> None:
    opening = f"2023年，在上级指导下，榆川县{office}久久为功，推进法治政府建设。"
    assert parsed(f"{opening}{BODY}").issuer == f"榆川县{office}"


def test_what_the_reporter_is_comes_before_its_name(parsed: Parsed) -> None:
    opening = "作为全县安全生产的守夜人，榆川县应急管理局不等不靠，推进法治政府建设。"
    assert parsed(f"{opening}现将2023年情况报告如下：{BODY}").issuer == "榆川县应急管理局"


def test_a_people_that_is_called_like_a_township(parsed: Parsed) -> None:
    name = "榆川保安族东乡族撒拉族自治县"
    assert parsed(f"2023年，{name}坚持依法办事，推进法治政府建设。{BODY}").issuer == name


@for_each("office", ["审计局", "发展改革委", "河湖管理处", "人民政府办公室"])
def test_below_a_title_that_names_nobody_stands_who_reports(parsed: Parsed, office: str) -> None:
    report = parsed(f"{NAMELESS}\n榆川县{office}\n2023年，各项工作有序推进。{BODY}")
    assert report.issuer == f"榆川县{office}"
    assert report.sections[0].title == "工作成效"


@for_each("addressed", ["县司法局", "榆川县委", "榆川县委依法治县办"])
def test_below_it_stands_who_is_addressed_as_well(parsed: Parsed, addressed: str) -> None:
    text = f"{NAMELESS}\n{addressed}\n2023年，望江镇坚持依法办事。{BODY}"
    assert parsed(text).issuer == "望江镇"


@for_each("office", ["河湖管理处", "渔业渔政管理处"])
def test_a_division_titles_and_signs(parsed: Parsed, office: str) -> None:
    name = f"榆川县{office}"
    assert parsed(f"{name}\n关于{NAMELESS}{BODY}").issuer == name
    assert parsed(f"{NAMELESS}{BODY}{name}\n2024年1月9日\n").issuer == name


def test_the_committee_of_a_sumu_signs(parsed: Parsed) -> None:
    signed = "中共红柳苏木委员会\n红柳苏木人民政府\n2024年1月9日\n"
    assert parsed(f"{NAMELESS}{BODY}{signed}").issuer == "红柳苏木"


@for_each("county", ["禾州县", "禾州旗", "禾州区"])
def test_a_county_whose_name_ends_like_a_prefectures(parsed: Parsed, county: str) -> None:
    place = parsed(f"榆川市{county}税务局{NAMELESS}{BODY}").place
    assert (place.city, place.county) == ("榆川市", county)


def test_a_column_of_the_site_before_a_title(parsed: Parsed) -> None:
    assert parsed(f"法治建设 | 榆川县{NAMELESS}{BODY}").title == f"榆川县{NAMELESS}"
    assert parsed(f"榆川县|{NAMELESS}{BODY}").issuer == "榆川县"


@for_each(
    "line", ["榆川县政府网 2024-03-05", "榆川县人民政府网站　2024年3月5日 09:15", "| 2024-03-05 |"]
)
def test_the_day_of_a_page_beside_its_name_or_between_bars(parsed: Parsed, line: str) -> None:
    text = f"望江镇{NAMELESS}\n{line}\n2023年，望江镇坚持依法办事。{BODY}"
    assert parsed(text).published == "2024-03-05"


def test_a_title_that_is_repeated_with_an_organ_and_broken(parsed: Parsed) -> None:
    again = "望江街道办事处2023年法制政府\n建设情况报告"
    report = parsed(f"望江街道{NAMELESS}\n{again}\n2023年，街道坚持依法办事。{BODY}")
    assert report.sections[0].title == "工作成效"


@for_each(
    ("opening", "issuer"),
    [
        ("受榆川县人民政府委托，现就2023年度法治政府建设情况报告如下：", "榆川县"),
        ("我代表望江镇人民政府，向大会报告2023年法治政府建设情况。", "望江镇"),
        ("受县人民政府委托，现就2023年度法治政府建设情况报告如下：", None),
        ("受理榆川县司法局委托事项9件，法治政府建设有进步，现报告如下：", None),
    ],
)
def test_on_whose_behalf_somebody_speaks(parsed: Parsed, opening: str, issuer: str | None) -> None:
    assert parsed(f"{opening}{BODY}").issuer == issuer


@for_each(
    "tag",
    [
        "年度报告丨", "权威发布：", "政务公开·", "★法治建设★", "#法治建设#", "《热点》",
        "法治建设——", "◆",
    ],
)  # fmt: skip
def test_what_a_site_hangs_before_a_title(parsed: Parsed, tag: str) -> None:
    report = parsed(f"{tag}榆川县财政局{NAMELESS}{BODY}")
    assert report.issuer == "榆川县财政局"
    assert report.title == f"榆川县财政局{NAMELESS}"


@for_each("key", ["主题：", "文件名：", "公开事项："])
def test_rows_that_hold_a_title(parsed: Parsed, key: str) -> None:
    report = parsed(f"{key}榆川县财政局{NAMELESS}\n2023年，各项工作有序推进。{BODY}")
    assert (report.issuer, report.title) == ("榆川县财政局", f"榆川县财政局{NAMELESS}")


@for_each(
    "line",
    [
        "〖2024-03-05〗", "※ 2024-03-05 ※", "2024-03-05T10:22", "2024-03-05 司法所",
        "2024-03-05 10:22 责编：江某", "<2024-03-05>",
    ],
)  # fmt: skip
def test_the_day_of_a_page_in_other_signs(parsed: Parsed, line: str) -> None:
    text = f"望江镇{NAMELESS}\n{line}\n2023年，望江镇坚持依法办事。{BODY}"
    assert parsed(text).published == "2024-03-05"


@for_each(
    "line",
    [
        "成文日期 2024年3月5日", "成 文 日 期 ： 2024-03-05", "成稿时间：2024-03-05",
        "制文日期：2024-03-05", "签发时间：2024-03-05", "公文生成时间：2024-03-05",
        "成文日期\n2024年3月5日",
    ],
)  # fmt: skip
def test_the_day_that_a_paper_was_made_is_no_day_of_the_page(parsed: Parsed, line: str) -> None:
    report = parsed(f"{line}\n望江镇{NAMELESS}\n2023年，望江镇坚持依法办事。{BODY}")
    assert (report.date, report.published) == ("2024-03-05", None)


def test_a_title_that_is_repeated_as_another_paper(parsed: Parsed) -> None:
    again = "榆川县财政局\n2023年法治政府建设工作总结"
    report = parsed(f"榆川县财政局{NAMELESS}\n{again}\n2023年，我局依法理财。{BODY}")
    assert report.sections[0].title == "工作成效"


@for_each("deed", ["紧跟", "响应", "恪守", "依靠"])
@for_each("level", ["县", "旗", "州", "市"])
def test_what_is_done_to_a_superior_names_none(parsed: Parsed, deed: str, level: str) -> None:
    report = parsed(f"2023年，{deed}{level}委部署，我局推进法治政府建设，现报告如下：{BODY}")
    assert (report.issuer, report.place.city, report.place.county) == (None, None, None)


@for_each("level", ["县", "旗", "州", "市", "区"])
def test_both_organs_of_the_place_at_hand_name_nobody(parsed: Parsed, level: str) -> None:
    opening = f"受{level}委{level}政府委托，现将{level}委{level}政府2023年法治建设情况报告如下："
    report = parsed(f"{opening}{BODY}")
    assert (report.issuer, report.place.city, report.place.county) == (None, None, None)


@for_each("office", ["贸促会", "侨联", "委党校", "科学技术馆", "国有林场总场", "总商会", "文化宫"])
def test_offices_of_other_kinds(parsed: Parsed, office: str) -> None:
    name = f"榆川县{office}"
    assert parsed(f"{name}{NAMELESS}{BODY}").issuer == name
    assert parsed(f"2023年，{name}谋定后动，推进法治政府建设。{BODY}").issuer == name


@for_each("above", ["榆川区", "榆川区人民政府", "北京市榆川区人民政府"])
def test_an_area_below_a_district_is_like_a_subdistrict(parsed: Parsed, above: str) -> None:
    report = parsed(f"{above}望江地区办事处{NAMELESS}{BODY}")
    assert (report.issuer, report.issuer_kind) == ("望江地区", "subdistrict")
    assert (report.place.county, report.place.township) == ("榆川区", "望江地区")


@for_each("heading", ["不足之处", "存在的不足之处", "工作难处"])
def test_a_heading_that_ends_as_an_office_does_signs_nothing(parsed: Parsed, heading: str) -> None:
    done = "工作成效\n1.抓学习。镇长讲课3次。\n2.抓普法。宣讲9场。"
    text = f"望江镇{NAMELESS}\n{done}\n{heading}\n人手偏少。"
    assert parsed(text).sections[-1].title == heading

"""Who reports, in every form of title, signature and opening."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from cases import for_each

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.document import Document, Stated
from tuibrowser.model.report import Report
from tuibrowser.parsing.parse import parse

Parsed = Callable[[str], Report]

BODY = (
    "\n一、主要举措和成效\n（一）加强组织领导。全年召开专题会议3次，研究法治工作。\n"
    "二、存在的不足\n"
)
TITLE = "2023年法治政府建设年度报告"


@for_each(
    ("named", "issuer", "kind"),
    [
        ("澜江市卫生健康委员会", "澜江市卫生健康委员会", "department"),
        ("澜江市城市管理委员会", "澜江市城市管理委员会", "department"),
        ("澜江县住房和城乡建设局", "澜江县住房和城乡建设局", "department"),
        ("澜江市公安局交通警察支队", "澜江市公安局交通警察支队", "department"),
        ("云溪市自然资源和规划局高新区分局", "云溪市自然资源和规划局高新区分局", "department"),
        ("云崖市公安局滨湖区分局", "滨湖区分局", "department"),
        ("云崖市公安局交警支队滨湖区大队", "云崖市公安局交警支队滨湖区大队", "department"),
        ("澜江县委社会工作部", "澜江县委社会工作部", "department"),
        ("中共澜江县委依法治县办公室", "中共澜江县委依法治县办公室", "department"),
        ("澜江县人民政府办公室", "澜江县人民政府办公室", "department"),
        ("澜江县望江镇人民政府办公室", "望江镇", "town"),
        ("柳前镇财政所", "柳前镇财政所", "department"),
        ("南屏新区管理委员会", "南屏新区", "other"),
        ("新乡高新技术产业开发区管委会", "新乡高新技术产业开发区", "other"),
        ("镇江新区", "镇江新区", "other"),
        ("景德镇陶瓷工业园区管委会", "景德镇陶瓷工业园区", "other"),
        ("萍乡经济技术开发区应急管理局", "萍乡经济技术开发区应急管理局", "department"),
        ("东湖国家级旅游度假区管委会", "东湖国家级旅游度假区", "other"),
        ("澜江综合保税区", "澜江综合保税区", "other"),
        ("澜江临港经济区管委会", "澜江临港经济区", "other"),
        ("澜江综合改革实验区", "澜江综合改革实验区", "other"),
        ("望湖文化旅游区管理委员会", "望湖文化旅游区", "other"),
        ("澜江保税港区", "澜江保税港区", "other"),
        ("澜江航空港区管理委员会", "澜江航空港区", "other"),
        ("青岩山旅游景区", "青岩山旅游景区", "other"),
        ("中国人民银行澜江市分行", "中国人民银行澜江市分行", "department"),
        ("澜江县林业局", "澜江县林业局", "department"),
        ("澜江市经济开发区", "澜江市经济开发区", "other"),
        ("第十二师一〇四团", "一〇四团", "other"),
        ("新疆生产建设兵团第三师图木舒克市", "第三师图木舒克市", "other"),
        ("中共望江镇委员会、望江镇人民政府", "望江镇", "town"),
        ("中国共产党望江镇委员会", "望江镇", "town"),
        ("桥头街道党工委、办事处", "桥头街道", "subdistrict"),
        ("澜江市望江街", "望江街", "subdistrict"),
        ("㵲江镇人民政府", "㵲江镇", "town"),
        ("\U000f0123溪镇人民政府", "\U000f0123溪镇", "town"),
        ("〇五镇", "〇五镇", "town"),
        ("\ue123头镇人民政府", "\ue123头镇", "town"),
        ("呼河旗人民政府", "呼河旗", "county"),
        ("云崖傣族景颇族自治县", "云崖傣族景颇族自治县", "county"),
        ("澜江地区行政公署", "澜江地区", "city"),
        ("云崖州人民政府", "云崖州", "city"),
    ],
)  # fmt: skip
def test_a_title_names_whoever_reports(parsed: Parsed, named: str, issuer: str, kind: str) -> None:
    for title in (
        f"{named}{TITLE}",
        f"{named}关于2023年度法治政府建设情况的报告",
        f"关于{named}2023年度法治政府建设情况的报告",
        f"{named}\n关于2023年度法治政府建设情况的报告",
        f"[年度报告]{named}{TITLE}",
        f"标题：{named}{TITLE}\n索引号：0021\n2023年，工作扎实推进。",
    ):
        report = parsed(title + BODY)
        assert (report.issuer, report.issuer_kind) == (issuer, kind), title
        assert report.year == 2023


@for_each(
    ("opening", "issuer"),
    [
        ("2023年，在县委、县政府坚强领导下，澜江县民政局紧紧围绕中心工作。", "澜江县民政局"),
        ("2023年，澜江新区（以下简称“新区”）始终坚持依法行政。", "澜江新区"),
        ("2023年是规划实施的关键一年，清和镇在县委领导下推进法治政府建设。", "清和镇"),
        ("2023年，张家乡继续推进法治政府建设。", "张家乡"),
        ("结合街道实际，望江街道扎实开展法治政府建设。", "望江街道"),
        ("2023年，景县坚持依法行政，推进法治政府建设。", "景县"),
        ("2023年，澜江县政府和县委坚持依法行政。", "澜江县"),
        ("2023年，望湖度假区社会事务局坚持依法行政。", "望湖度假区社会事务局"),
        ("现将澜江县财政局2023年法治政府建设情况报告如下：", "澜江县财政局"),
        ("2023年，水土与林草保护部以改革为动力，推进法治政府建设。", "水土与林草保护部"),
        ("一年来，在县政府和县委的领导下，我乡推进法治政府建设。", None),
        ("2023年，按照省政府办公厅要求，经县人大审议，我县推进法治政府建设。", None),
        ("2023年，紧扣全县中心，撬动乡镇站所，推动街道改革，法治政府建设提速。", None),
        ("2023年，望江街道抢抓街道改革机遇，推进法治政府建设。", "望江街道"),
        ("2023年，梧桐乡带动乡镇干部转作风，推进法治政府建设。", "梧桐乡"),
        ("2023年，澜江科学城（下称“新城”）推进法治政府建设。", "澜江科学城"),
        ("2023年，澜江县图书馆坚持依法行政。", "澜江县图书馆"),
        ("2023年，澜江县供销合作社持续推进法治政府建设。", "澜江县供销合作社"),
        ("2023年，澜江县残联持续推进法治政府建设。", "澜江县残联"),
        ("2023年，第六师六十九团执法大队坚持依法行政。", "第六师六十九团执法大队"),
        ("一年来，第六师民政局扎实推进法治政府建设。", "第六师民政局"),
        ("2023年，第十师北屯市183团社保所坚持依法行政。", "第十师北屯市183团社保所"),
        ("2023年，面对繁重任务，望江镇干部职工齐心协力。", "望江镇"),
        ("2023年是奋进的一年，望江镇人大、政府同向发力。", "望江镇"),
        ("2023年，省市县乡四级贯通，法治政府建设提速。", None),
        ("2023年，提请区人大常委会审议，紧扣区情推进法治政府建设。", None),
        ("依托街道资源，健全街道清单，推进法治政府建设。", None),
        ("会同街道司法所，配合街道执法队，我们推进法治政府建设。", None),
        ("2023年，望江镇【以下简称“我镇”】坚持依法行政。", "望江镇"),
        ("2023年，望江镇累计承办活动6场，推进法治政府建设。", "望江镇"),
        ("2023年，在县司法局的悉心指导下，望江镇干部职工分片包联。", "望江镇"),
        ("2023年，指挥部以改革为动力，宣传部和武装部推进法治政府建设。", None),
        ("一年来，紧扣省委省政府、州委州政府要求，我镇推进法治政府建设。", None),
        ("2023年，我局在市委、市政府领导下推进法治政府建设。现将我局情况报告如下：", None),
        ("2023年，在市委市政府的坚强领导下，各乡镇深入推进法治政府建设。", None),
        ("2023年，县农业农村局贯彻落实县委部署，推进法治政府建设。", None),
        ("认真落实《澜江县法治政府建设方案》，全年推进法治政府建设。", None),
        ("一年来，本中心先后到高新区、柳溪镇学习，推进法治政府建设。", None),
        ("2023年，全县社区和园区坚持法治引领，推进法治政府建设。", None),
    ],
)  # fmt: skip
def test_an_opening_names_who_acts_and_nobody_else(
    parsed: Parsed, opening: str, issuer: str | None
) -> None:
    assert parsed(f"{opening}{BODY}").issuer == issuer


@pytest.mark.parametrize(
    "opening",
    [
        "2023年，梧桐街道以创建全市法治街区示范点为牵引，抓规范执法。",
        "梧桐街道把争当全省法治先行区作为目标，抓规范执法。",
        "今年以来，梧桐街道围绕建设法治样板县要求，抓规范执法。",
        "2023年，梧桐街道有序推进执法改革。",
        "2023年，梧桐街道有力化解纠纷。",
    ],
)
def test_a_name_ends_before_what_is_done_with_what(parsed: Parsed, opening: str) -> None:
    assert parsed(f"{TITLE}\n{opening}{BODY}").issuer == "梧桐街道"


@pytest.mark.parametrize(
    "county", ["积石山保安族东乡族撒拉族自治县", "孟村回族自治县", "镇康县", "街津口赫哲族乡"]
)
def test_a_name_of_the_gazetteer_is_not_cut_at_a_level_that_it_holds(
    parsed: Parsed, county: str
) -> None:
    assert parsed(f"{TITLE}\n2023年，{county}锚定目标，抓规范执法。{BODY}").issuer == county


def test_a_covering_letter_is_signed_by_who_reports(parsed: Parsed) -> None:
    report = parsed(
        "关于报送法治政府建设情况的函\n县司法局：\n现将我镇报告送上，请查收。\n望江镇人民政府\n2024年1月5日\n\n"
        f"2023年法治政府建设情况报告\n今年以来，我镇推进法治政府建设。{BODY}"
    )
    assert (report.issuer, report.date, report.published) == ("望江镇", "2024-01-05", None)


@pytest.mark.parametrize(
    ("lines", "date", "published"),
    [
        ("• 2024-01-30 20:57", None, "2024-01-30"),
        ("2024.03.05", None, "2024-03-05"),
        ("● 2024年1月30日", None, "2024-01-30"),
        ("▪2024-01-30", None, "2024-01-30"),
        ("2024年1月30日 11时21分", None, "2024-01-30"),
        ("发布：2024-01-30 11:21", None, "2024-01-30"),
        ("2024-01-30 | 望江镇", None, "2024-01-30"),
        ("周二 2024-01-30", None, "2024-01-30"),
        ("— 2024年1月30日发布 —", None, "2024-01-30"),
        ("2024年1月30日 上午 11:21 星期二", None, "2024-01-30"),
        ("成文日期：| 2024-02-14 | 分类：| 其他 |", "2024-02-14", None),
        ("生成日期：2024-02-14\n发布日期：2024-02-16", "2024-02-14", "2024-02-16"),
    ],
)
def test_days_of_the_page_are_what_it_says_they_are(
    parsed: Parsed, lines: str, date: str | None, published: str | None
) -> None:
    report = parsed(f"望江镇{TITLE}\n{lines}\n2023年，望江镇推进法治政府建设。{BODY}")
    assert (report.date, report.published) == (date, published)


@pytest.mark.parametrize(
    ("named", "city", "county"),
    [
        ("国家税务总局澜州市望江区税务局", "澜州市", "望江区"),
        ("澜州市公安局交警支队望江区大队", "澜州市", "望江区"),
        ("澜州市烟草专卖局望江县分公司", "澜州市", "望江县"),
        ("澜州市公安局望江区分局河口派出所", "澜州市", "望江区"),
        ("澜州市城市管理局望江县支队", "澜州市", "望江县"),
        ("澜州市婚姻登记中心望江县分中心", "澜州市", "望江县"),
    ],
)
def test_a_branch_lies_where_its_name_says(
    parsed: Parsed, named: str, city: str, county: str
) -> None:
    place = parsed(f"{named}{TITLE}{BODY}").place
    assert (place.city, place.county) == (city, county)


def test_what_is_said_of_all_prefectures_is_no_place(parsed: Parsed) -> None:
    place = parsed(f"望江镇{TITLE}\n2023年，望江镇落实自治区、自治州有关规定。{BODY}").place
    assert (place.city, place.county) == (None, None)


@pytest.mark.parametrize(
    "row",
    [
        "索引号：0011-2024-3  名称：望江镇2023年法治政府建设年度报告  发布日期：2024-02-03",
        "| 标题 | 望江镇2023年法治政府建设年度报告 |\n| 索引号 | 0011-2024-3 |",
    ],
)
def test_a_row_that_gives_the_title_among_others(parsed: Parsed, row: str) -> None:
    report = parsed(f"{row}\n2023年，我镇推进法治政府建设。{BODY}")
    assert (report.issuer, report.title) == ("望江镇", "望江镇2023年法治政府建设年度报告")


def test_addressees_speakers_and_words_of_the_page_are_no_headings(parsed: Parsed) -> None:
    report = parsed(
        f"望江区人民政府{TITLE}\n——2024年5月8日在望江区人大常委会第五次会议上\n望江区副区长 李某\n"
        f"主动公开\n区司法局\n2023年，望江区推进法治政府建设。{BODY}"
    )
    assert [section.marker for section in report.sections] == ["一、", "（一）", "二、"]


def test_a_files_name_and_particulars_are_asked_last_and_said_to_be_in_doubt(
    lexicon: Lexicon,
) -> None:
    text = f"我镇推进法治政府建设，现将情况报告如下：{BODY}"
    by_name = parse(Document(text, "0" * 64, f"望江镇{TITLE}.txt", "utf-8"), lexicon)
    assert (by_name.issuer, by_name.year) == ("望江镇", 2023)
    assert {it.says for it in by_name.doubts} >= {"发文单位取自文件名", "年度取自文件名"}
    stated = Stated(issuer="澜江县财政局", published="2024-03-28 10:15")
    page = parse(Document(text, "0" * 64, "甲.html", "utf-8", stated=stated), lexicon)
    assert (page.issuer, page.year, page.published) == ("澜江县财政局", None, "2024-03-28")
    said = parse(Document(f"石桥乡{TITLE}{BODY}", "0" * 64, "望江镇.txt", "utf-8"), lexicon)
    assert (said.issuer, [it.kind for it in said.doubts]) == ("石桥乡", ["place"])


@pytest.mark.parametrize(
    "title",
    [
        f"【望江镇】{TITLE}",
        f"（望江镇）{TITLE}",
        f"望江镇｜{TITLE}",
        f"望江镇丨{TITLE}",
        f"望江镇：{TITLE}",
        f"望江镇人民政府——{TITLE}",
        f"望江镇_{TITLE}",
        f"{TITLE}——望江镇",
        f"{TITLE}_望江镇人民政府",
        f"【公示】望江镇{TITLE}",
        f"3.望江镇{TITLE}",
    ],
)
def test_a_sign_parts_the_name_from_the_rest_of_the_title(parsed: Parsed, title: str) -> None:
    report = parsed(f"{title}\n2023年，我镇推进法治政府建设。{BODY}")
    assert (report.issuer, report.issuer_kind) == ("望江镇", "town")


@pytest.mark.parametrize(
    ("opening", "issuer"),
    [
        ("2023年，抢抓国家级新区建设机遇，我单位推进法治政府建设。", None),
        ("2023年，服务保障自贸试验区建设，扎实推进法治政府建设。", None),
        ("2023年，实施开发区体制机制改革，扎实推进法治政府建设。", None),
        ("代表乡人民政府，现将法治政府建设情况报告如下。", None),
        ("2023年，依据省委依法治省办通知，扎实推进法治政府建设。", None),
        ("2023年，望湖现代服务业集聚区坚持依法行政。", "望湖现代服务业集聚区"),
        ("2023年，望湖第二中学坚持依法治校。", None),
        ("2023年，澜江县第二中学坚持依法治校。", "澜江县第二中学"),
    ],
)
def test_a_deed_done_for_a_zone_or_office_is_nobody(
    parsed: Parsed, opening: str, issuer: str | None
) -> None:
    assert parsed(f"{opening}{BODY}").issuer == issuer


@pytest.mark.parametrize("signer", ["澜江县供销合作社", "望江镇综合行政执法队", "澜江县第二中学"])
def test_offices_of_rarer_kinds_sign_and_stand_above_titles(parsed: Parsed, signer: str) -> None:
    lead = "2023年，我单位推进法治政府建设。"
    assert parsed(f"{lead}{BODY}人手不足。\n{signer}\n2024年1月8日\n").issuer == signer
    assert parsed(f"{signer}\n{TITLE}\n{lead}{BODY}").issuer == signer


@pytest.mark.parametrize("where", ["在全县法治建设工作会议上的", "在市委全会上关于法治建设的"])
def test_who_speaks_at_a_meeting_is_not_who_holds_it(parsed: Parsed, where: str) -> None:
    report = parsed(f"{where}报告\n现将望江镇2023年法治政府建设情况汇报如下：{BODY}")
    assert (report.issuer, report.place.county) == ("望江镇", None)


def test_who_reports_stands_between_title_and_address(parsed: Parsed) -> None:
    addressed = "主任、各位副主任、各位委员：\n现将2023年法治政府建设情况报告如下："
    report = parsed(f"关于2023年法治政府建设情况的报告\n澜江县人民政府\n{addressed}{BODY}")
    assert report.issuer == "澜江县"
    report = parsed(f"望江镇{TITLE}\n澜江县人民政府\n2023年，望江镇推进法治政府建设。{BODY}")
    assert (report.issuer, report.place.county) == ("望江镇", "澜江县")


@pytest.mark.parametrize("tag", ["【法治建设】", "[图文]", "【县水利局】", "（定稿）"])
def test_a_tag_that_names_nobody_is_none(parsed: Parsed, tag: str) -> None:
    assert parsed(f"{tag}{TITLE}\n2023年，我镇推进法治政府建设。{BODY}").issuer is None


@pytest.mark.parametrize(
    ("name", "issuer"),
    [
        ("望江镇2023", "望江镇"),
        ("2023-望江镇", "望江镇"),
        ("07望江镇", "望江镇"),
        ("望江镇（2023）终稿", "望江镇"),
        ("望江镇_总结", "望江镇"),
        ("（澜江县）望江镇", "望江镇"),
        ("扫描件-澜江县水利局", "澜江县水利局"),
        ("2、澜江县水利局法治政府建设报告", "澜江县水利局"),
        ("望江镇20240110", "望江镇"),
        ("县水利局2023", None),
        ("各镇汇总", None),
        ("文件中心", None),
        ("年度报告终稿", None),
    ],
)
def test_files_are_called_after_who_reports(
    lexicon: Lexicon, name: str, issuer: str | None
) -> None:
    text = f"我单位推进法治政府建设，现将情况报告如下：{BODY}"
    report = parse(Document(text, "0" * 64, f"{name}.txt", "utf-8"), lexicon)
    assert report.issuer == issuer
    assert report.year == (2023 if "2023" in name else None)


@pytest.mark.parametrize(
    "deed",
    [
        "依托镇综治中心", "发挥镇矛调中心", "整合镇司法所", "运用市大数据局", "联动县公安局",
        "设立镇退役军人服务站", "盘活乡农技站", "优化区不动产登记中心", "用好镇图书馆",
        "激活村镇服务站", "压实街道城管办",
    ],
)  # fmt: skip
def test_an_office_that_something_is_done_with_reports_nothing(parsed: Parsed, deed: str) -> None:
    for opening in (f"2023年，{deed}工作，扎实", f"2023年，在上级领导下，{deed}开展工作，"):
        assert parsed(f"{opening}推进法治政府建设。{BODY}").issuer is None


def test_long_lines_take_no_longer_for_each_character(parsed: Parsed) -> None:
    # Nothing to compare with a clock: what is quadratic would not come to an end here.
    lines = ("镇县市区" * 12_000, "在县委、县政府领导下，" * 5_000, "《县" * 25_000)
    for line in (*lines, "赴嘉鱼县" * 12_000, "位于嘉鱼县，" * 8_000, "云川市" * 15_000):
        assert parsed(f"望江镇{TITLE}\n{line}\n{BODY}").issuer == "望江镇"
        assert parsed(f"2023年，{line}法治政府建设{BODY}").is_report in {True, False}


def test_long_lines_of_blanks_and_of_numbers_neither(parsed: Parsed) -> None:
    for line in ("法" + " " * 80_000 + "治", "(1件" * 5_000, "排查3件(其中1件" * 5_000):
        assert parsed(f"望江镇{TITLE}\n{line}\n{BODY}").issuer == "望江镇"


@pytest.mark.parametrize(
    "title",
    [
        "望江镇法治政府建设工作情况",
        "桥头街道办事处法治建设工作开展情况",
        "澜江县民政局依法行政工作情况",
        "桥头街道\n法治政府建设工作情况",
    ],
)
def test_a_title_without_a_year_is_one_if_it_names_who_reports(parsed: Parsed, title: str) -> None:
    report = parsed(f"{title}\n2023年，全年工作有序推进。{BODY}2024年1月20日\n")
    assert report.title == title.replace("\n", "")
    assert next(it.title for it in report.sections) == "主要举措和成效"


@pytest.mark.parametrize("heading", ["法治政府建设工作情况", "2023年推进依法行政工作情况"])
def test_a_heading_names_nobody_and_is_no_title(parsed: Parsed, heading: str) -> None:
    report = parsed(f"望江镇2023年法治政府建设年度报告\n{heading}\n全年工作有序推进。{BODY}")
    assert report.title == "望江镇2023年法治政府建设年度报告"


@pytest.mark.parametrize(
    "number", ["[澜政发〔2024〕5号]", "澜政发〔2024〕5号 ", "（澜政〔2024〕12号）"]
)
def test_a_documents_number_before_a_title_is_no_part_of_it(parsed: Parsed, number: str) -> None:
    report = parsed(f"{number}望江镇{TITLE}{BODY}")
    assert (report.title, report.issuer) == (f"望江镇{TITLE}", "望江镇")


def test_what_stands_above_the_pages_day_is_the_title(parsed: Parsed) -> None:
    named_nobody = "2024年度法治政府建设工作情况"
    report = parsed(
        f"{named_nobody}\n发布日期：2024年12月05日\n我镇各项工作有序推进，群众满意，现将情况报告如下。{BODY}"
    )
    assert report.title == named_nobody
    assert next(it.title for it in report.sections) == "主要举措和成效"


@pytest.mark.parametrize("zone", ["镇江新区", "镇海经济开发区", "新乡高新技术产业开发区"])
def test_a_zone_called_after_a_city_with_a_level_in_its_name_acts(
    parsed: Parsed, zone: str
) -> None:
    assert parsed(f"2023年，{zone}坚持依法办事，全年执法检查12次。{BODY}").issuer == zone

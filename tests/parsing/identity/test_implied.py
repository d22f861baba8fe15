"""Issuers that a report names by their level alone, or only in documents of their own."""

from __future__ import annotations

import pytest

from benchmarks.openings import understood
from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Report

BODY = """
一、主要举措和成效
（一）压实责任。全年专题研究法治工作三次。
{more}
二、存在的不足
力量不足。
"""


def report(opening: str, lexicon: Lexicon, more: str = "") -> Report:
    return understood(opening + BODY.format(more=more), lexicon)


@pytest.mark.parametrize(
    ("opening", "more", "issuer", "kind"),
    [
        (
            "2023年，县司法局紧扣中心工作，推进依法行政。",
            "印发《青田县法治政府建设工作要点》。",
            "青田县司法局",
            "department",
        ),
        # The gazetteer does not hold every county.
        (
            "2023年，县司法局推进依法行政。",
            "落实《青棠县法治政府建设方案》。",
            "青棠县司法局",
            "department",
        ),
        (
            "2024年以来，区城市管理局坚持为民管城。现将情况报告如下：",
            "完善《涪陵区户外广告管理办法》，在涪陵区率先公开清单。",
            "涪陵区城市管理局",
            "department",
        ),
        ("2024年，省人社厅学习有关精神。", "请湖北省博物馆授课。", "湖北省人社厅", "department"),
        (
            "2024年，县公安局交警大队坚持依法履职。",
            "在嘉鱼县全域开展整治。",
            "嘉鱼县公安局交警大队",
            "department",
        ),
        ("2023年，区农业农村局照着部署抓落实。", "汉南区45个村", "汉南区农业农村局", "department"),
        (
            "2022年，市应急管理局在市委领导下，全面建设法治丽水。",
            "",
            "丽水市应急管理局",
            "department",
        ),
        ("2025年，县委、县政府坚持依法治县。", "制定《洱源县述法办法》。", "洱源县", "county"),
        ("2023年，高新区坚持依法行政，推进平安珠海建设。", "", "珠海市高新区", "other"),
        (
            "2023年，高新区坚持依法行政，推进平安珠海建设。唐家湾镇人民调解委员会获评先进。",
            "",
            "珠海市高新区",
            "other",
        ),
        (
            "2025年，自治区教育厅学习有关精神。",
            "落实对内蒙古的重要指示。",
            "内蒙古自治区教育厅",
            "department",
        ),
    ],
)
def test_the_level_and_the_place_spoken_of_make_the_name(
    opening: str, more: str, issuer: str, kind: str, lexicon: Lexicon
) -> None:
    found = report(opening, lexicon, more)
    assert (found.issuer, found.issuer_kind) == (issuer, kind)
    assert [it.kind for it in found.doubts if it.kind == "issuer"] == ["issuer"]
    assert any("合成" in it.says for it in found.doubts)
    assert found.place.county or found.place.city or found.place.province


@pytest.mark.parametrize(
    ("opening", "more", "issuer"),
    [
        (
            "现将我局法治政府建设工作情况报告如下：",
            "制定《2024年度霍邱县应急管理局学法计划》。",
            "霍邱县应急管理局",
        ),
        ("2024年，我局坚持依法行政。", "成立中山市生态环境局普法领导小组。", "中山市生态环境局"),
        (
            "2022年，我委坚持依法行政。",
            "印发《周口市民族宗教事务委员会执法公示办法》。",
            "周口市民族宗教事务委员会",
        ),
        ("2021年，我县坚持依法行政。", "修订《通城县人民政府重大行政决策规定》。", "通城县"),
        ("2024年，我镇坚持依法行政。", "出台《水口镇2024年依法治镇工作要点》。", "水口镇"),
        (
            "2024年，我局围绕中心工作，坚持依法行政。",
            "“嘉鱼县住建局”公众号推文30篇。",
            "嘉鱼县住建局",
        ),
        # A bureau, too, says 我区.
        (
            "2023年，登记服务更加便捷，首张执照在我区发出。",
            "出台《红桥区市场监督管理局免罚操作指引》，在本局公众号刊发案例26篇。",
            "红桥区市场监督管理局",
        ),
        (
            "2023年，我市交通更加便捷，全市未发生较大事故。",
            "我局抓好学法用法，印发《常熟市交通运输局普法清单》。",
            "常熟市交通运输局",
        ),
    ],
)
def test_a_document_of_its_own_names_who_says_only_we(
    opening: str, more: str, issuer: str, lexicon: Lexicon
) -> None:
    found = report(opening, lexicon, more)
    assert found.issuer == issuer
    assert any(issuer in it.says for it in found.doubts if it.kind == "issuer")


@pytest.mark.parametrize(
    ("opening", "more"),
    [
        # Its superior acts; who reports is another.
        ("2023年，区政府高度重视，我街道坚持依法行政。", "落实《铜梁区法治政府建设方案》。"),
        ("2023年，我街道在县司法局指导下推进工作。", "落实《青田县司法局普法计划》。"),
        # Who acts in passing is no more the one that reports.
        ("2021年，我局学习有关精神。市司法局采纳案例2篇。", "落实《中山市普法工作要点》。"),
        # A bureau, too, says 我县, and carries out what its county's government issues.
        ("2021年，我县推进依法行政。局党组专题研究。", "落实《通城县人民政府重大行政决策规定》。"),
        # Two counties are named as often.
        ("2023年，县司法局推进依法行政。", "青田县、庆元县联合执法。"),
        # The superior's plan is not of one's own.
        ("2023年，我县推进依法行政。", "落实《丽水市法治政府建设工作要点》。"),
        ("2024年，得益于县委的坚强领导和县委全面依法治县委员会的引领，我乡积极作为。", ""),
    ],
)
def test_nobody_is_put_together_where_the_text_leaves_it_open(
    opening: str, more: str, lexicon: Lexicon
) -> None:
    assert report(opening, lexicon, more).issuer is None


def test_an_announcement_that_lost_its_stop_presents_the_issuer(lexicon: Lexicon) -> None:
    found = report("现将石景山区人民政府2023年法治政府建设情况报告如下", lexicon)
    assert (found.issuer, found.year) == ("石景山区", 2023)
    assert found.passages[0].role == "lead"


def test_a_full_name_that_says_so_goes_first(lexicon: Lexicon) -> None:
    found = report(
        "青田县司法局2023年法治政府建设报告\n2023年，县司法局紧扣中心。",
        lexicon,
        "落实《丽水市法治政府建设方案》。",
    )
    assert found.issuer == "青田县司法局"
    assert not [it for it in found.doubts if it.kind == "issuer"]


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        # 梅县 is not 梅县区.
        (
            "2023年，我局落实《梅县区2023年全面依法治区工作要点》。",
            ("广东省", "梅州市", "梅县区"),
        ),
        # The one province that is named tells which of the namesakes is meant.
        ("2024年，鼓楼区文体局落实《福建省法治政府建设方案》。", ("福建省", "福州市", "鼓楼区")),
        (
            "2021年，白云区政府坚持依法行政，广州民营科技园获评先进。",
            ("广东省", "广州市", "白云区"),
        ),
        # A branch is called after the county it works in.
        (
            "安康市生态环境局汉阴分局2024年度法治政府建设报告\n2024年，我局依法履职。",
            ("陕西省", "安康市", "汉阴县"),
        ),
        (
            "中共重庆市荣昌区广顺街道工作委员会\n关于2025年度法治政府建设情况的报告",
            ("重庆市", "重庆市", "荣昌区"),
        ),
        (
            "发布机构屏边县新华乡人民政府\n新华乡2025年法治政府建设报告",
            ("云南省", "红河哈尼族彝族自治州", "屏边苗族自治县"),
        ),
        (
            "县供销社2025年法治建设总结\n2025年，县供销社以“法治庆云”建设为统领。",
            ("山东省", "德州市", "庆云县"),
        ),
        (
            "2022年，滦州经济开发区认真落实河北省开发区条例。",
            ("河北省", "唐山市", "滦州市"),
        ),
        (
            "北京经济技术开发区2021年法治政府建设报告\n2021年，开发区依法行政。",
            ("北京市", "北京市", None),
        ),
        # All that is named lies in one city, or in one county of it.
        (
            "2020年，我局治理钟山县、昭平县的矿区，贺州市城区空气好转。",
            ("广西壮族自治区", "贺州市", None),
        ),
        ("2025年，我局把法治始兴建设引向深入。", ("广东省", "韶关市", "始兴县")),
        (
            "中共淄博市公安局交通警察支队淄川大队总支部委员会关于2023年法治政府建设工作情况的报告",
            ("山东省", "淄博市", "淄川区"),
        ),
        # An adviser's firm and a zone's namesake say nothing.
        ("2023年，城郊街道落实区委部署。法律顾问由上海市某律师事务所担任。", (None, None, None)),
        ("云溪风景名胜区管理委员会2023年法治政府建设报告", (None, None, None)),
    ],
)
def test_places_follow_from_what_is_said_in_passing(
    opening: str, place: tuple[str | None, ...], lexicon: Lexicon
) -> None:
    assert report(opening, lexicon).place[:3] == place


@pytest.mark.parametrize(
    ("head", "date", "published"),
    [
        ("石桥街道2024年法治政府建设报告 2024-12-12", None, "2024-12-12"),
        (
            "石桥街道2024年法治政府建设报告\n芷江侗族自治县人民政府 发布时间: 2025-03-03 09:36",
            None,
            "2025-03-03",
        ),
        ("公开目录 其他 发布日期 2025-03-13\n石桥街道2024年法治政府建设报告", None, "2025-03-13"),
        ("[2025-01-21]石桥街道2024年法治政府建设报告", None, "2025-01-21"),
        (
            "石桥街道2024年法治政府建设报告\n发布日期:2025-01-1416:08访问次数:字号:[大中小]",
            None,
            "2025-01-14",
        ),
        (
            "- 成文日期:\n- 2025-01-10\n- 文号:\n石桥街道2024年法治政府建设报告",
            "2025-01-10",
            None,
        ),
        (
            "石桥街道2024年法治政府建设报告\n索 引 号: 011396186/2025-42400 主题分类: 其他 "
            "发布机构: 石桥街道办事处 文  号: 无 效力状态: 有效 发布日期: 2025年2月16日 10:23:58 "
            "名  称: 石桥街道2024年法治政府建设报告",
            None,
            "2025-02-16",
        ),
        # The page's day and the paper's own, both alone below the title.
        (
            "石桥街道2024年法治政府建设报告\n（2025-02-20）\n2025年1月15日",
            "2025-01-15",
            "2025-02-20",
        ),
        (
            "石桥街道2024年法治政府建设报告\n2025年1月15日\n发布时间：2025-02-20 10:11",
            "2025-01-15",
            "2025-02-20",
        ),
        # Keys in brackets, without colons, in one row.
        (
            "[ 索引号 ]1150/2025-07 [ 发文字号 ] [ 发布机构 ]石桥街道 [ 主题分类 ]其他 "
            "[ 体裁分类 ]报告 [ 公开方式 ]主动公开 [ 成文日期 ]2025-01-11 "
            "[ 发布日期 ]2025-01-21 [ 有效性 ]\n"
            "石桥街道2024年法治政府建设报告",
            "2025-01-11",
            "2025-01-21",
        ),
        ("石桥街道2024年法治政府建设报告\n2025-01-12 | 来源：石桥街道", None, "2025-01-12"),
    ],
)
def test_days_of_a_page_are_read_wherever_its_rows_put_them(
    head: str, date: str | None, published: str | None, lexicon: Lexicon
) -> None:
    found = report(f"{head}\n2024年，石桥街道坚持依法行政。", lexicon)
    assert (found.date, found.published) == (date, published)
    assert found.issuer == "石桥街道"
    assert all("石桥街道2024" not in section.title for section in found.sections)


@pytest.mark.parametrize("day", ["报告日期：2025年1月19日", "日期：2025年1月19日", "2025年1月19日"])
def test_a_day_below_the_body_is_of_writing_though_nobody_signs(day: str, lexicon: Lexicon) -> None:
    text = "石桥街道2024年法治政府建设报告" + BODY.format(more="") + day
    found = understood(text, lexicon)
    assert (found.date, found.published) == ("2025-01-19", None)


@pytest.mark.parametrize(
    ("told", "year"),
    [
        ("2022年调整许可29项，2022年10月开展宣讲，较2021年增加3场。", 2022),
        ("2022年调整许可29项，2021年开展宣讲。", None),
        ("落实《2022年工作要点》。", None),
    ],
)
def test_a_year_told_only_in_the_body_holds_where_no_other_comes_near(
    told: str, year: int | None, lexicon: Lexicon
) -> None:
    found = report("石桥街道法治政府建设报告\n石桥街道坚持依法行政。", lexicon, told)
    assert found.year == year
    assert [it.says for it in found.doubts if it.kind == "year"] == [
        "年度取自正文中说得最多的年份" if year else "文中没有写明是哪一年度的报告"
    ]

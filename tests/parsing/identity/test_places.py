"""Where a report is from: what it states, what follows from that, and what stays open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.document import Document, Stated
from tuibrowser.model.report import LevelEvidence, Place, Report
from tuibrowser.parsing.parse import parse

Parsed = Callable[[str], Report]

BODY = "\n一、主要举措和成效\n（一）加强组织领导。全年召开专题会议3次，研究法治工作。\n"
TITLE = "2023年法治政府建设年度报告"


@pytest.mark.parametrize(
    "before",
    ["雷州市", "2023年,雷州市", "2023年，", "雷州市2023年，临港开发区", "《", "广东省湛江市雷州市"],
)
def test_what_can_be_no_chain_of_names_is_left_out_only(
    parsed: Parsed, before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"东里镇{TITLE}{BODY}{before}东里镇共排查隐患12处，{before}东里镇修渠3条。"
    place = parsed(text).place
    monkeypatch.setattr("tuibrowser.parsing.identity.stated_places._may_name", lambda *_: True)
    assert parsed(text).place == place


def test_what_is_above_a_county_of_one_name_follows(parsed: Parsed) -> None:
    report = parsed(f"嘉鱼县司法局{TITLE}{BODY}")
    assert report.place == Place("湖北省", "咸宁市", "嘉鱼县")
    states = {level: known.state for level, known in report.place_evidence.items()}
    assert states == {
        "province": "inferred", "city": "inferred", "county": "stated", "township": "unknown",
    }  # fmt: skip
    assert report.place_evidence["county"].words == "嘉鱼县司法局"
    assert report.place_evidence["city"].words == "嘉鱼县"


def test_a_name_that_several_places_bear_gives_its_own_level(parsed: Parsed) -> None:
    assert parsed(f"鼓楼区{TITLE}{BODY}").place == Place(county="鼓楼区")
    assert parsed(f"南京市鼓楼区{TITLE}{BODY}").place == Place("江苏省", "南京市", "鼓楼区")


@pytest.mark.parametrize(
    ("said", "county"),
    [
        ("", None),
        ("依托“法治淄川”公众号发布普法信息。", "淄川区"),
        ("在“淄川普法”公众号发布信息。", "淄川区"),
        ("新建“淄川司法”短视频账号。", "淄川区"),
        ("在莱芜区司法局指导下，全年开展普法活动。", "莱芜区"),
        ("淄川区与莱芜区结成对子。", None),
    ],
)
def test_namesakes_are_told_apart_by_what_the_text_says(
    parsed: Parsed, said: str, county: str | None
) -> None:
    report = parsed(f"寨里镇{TITLE}\n2023年，寨里镇推进法治政府建设。{BODY}{said}\n")
    assert report.place.county == county
    assert report.place_evidence["county"].state == ("inferred" if county else "unknown")
    assert any(doubt.kind == "place" for doubt in report.doubts) is (county is None)


def test_a_bare_name_decides_nothing_though_it_is_one_of_a_kind(parsed: Parsed) -> None:
    report = parsed(f"潘家湾镇{TITLE}{BODY}")
    assert report.place == Place(township="潘家湾镇")
    (doubt,) = report.doubts
    assert doubt.says == "文中没有写明所属地区，可能是湖北省咸宁市嘉鱼县潘家湾镇"


@pytest.mark.parametrize(
    ("name", "stated", "county", "words"),
    [
        (
            "2023年淄博市淄川区寨里镇法治政府建设年度报告.txt",
            Stated(),
            "淄川区",
            "文件名：淄博市淄川区寨里镇",
        ),
        ("山东省淄川区寨里镇.txt", Stated(), "淄川区", "文件名：山东省淄川区寨里镇"),
        (
            "1.txt",
            Stated(title="淄川区寨里镇2023年报告"),
            "淄川区",
            "网页或文件的属性：淄川区寨里镇",
        ),
        ("1.txt", Stated(site="淄川区人民政府网站"), "淄川区", "网站：淄川区"),
        ("1.txt", Stated(title="年度报告-淄博市人民政府"), "淄川区", "网站：淄博市"),
        ("1.txt", Stated(site="嘉鱼县人民政府"), None, None),
        ("淄川区-寨里镇.txt", Stated(), "淄川区", "文件名：淄川区-寨里镇"),
        ("寨里镇（淄川区）终稿.txt", Stated(), "淄川区", "文件名：寨里镇（淄川区）终稿"),
        ("淄川区寨里镇2023.txt", Stated(), "淄川区", "文件名：淄川区寨里镇"),
        ("淄川区官庄镇2023年报告.txt", Stated(), None, None),
        ("淄川区-官庄镇.txt", Stated(), None, None),
        ("汇总.txt", Stated(), None, None),
    ],
)
def test_a_name_outside_the_text_tells_where_a_township_lies(
    lexicon: Lexicon, name: str, stated: Stated, county: str | None, words: str | None
) -> None:
    text = f"寨里镇{TITLE}\n2023年，寨里镇推进法治政府建设。{BODY}"
    report = parse(Document(text, "0" * 64, name, "utf-8", stated=stated), lexicon)
    assert (report.place.county, report.place.township) == (county, "寨里镇")
    assert report.place.province == ("山东省" if county else None)
    assert report.place_evidence["county"] == LevelEvidence(
        "inferred" if county else "unknown", words
    )


def test_a_superiors_document_names_the_place_and_a_place_visited_does_not(
    parsed: Parsed,
) -> None:
    carried_out = parsed(f"按照《青棠县法治政府建设方案》要求，我局推进法治政府建设。{BODY}")
    assert carried_out.place == Place(county="青棠县")
    visited = parsed(f"2023年，我局赴临湖区学习，推进法治政府建设。{BODY}")
    assert visited.place == Place()


def test_a_document_of_a_county_without_such_a_township_is_anothers(parsed: Parsed) -> None:
    studied = "\n一、主要举措\n（一）学法。学习《{}平安建设经验》4次，参训90人。"
    assert parsed(f"寨里镇{TITLE}{studied.format('嘉鱼县')}").place == Place(township="寨里镇")
    assert parsed(f"寨里镇{TITLE}{studied.format('光泽县')}").place.county == "光泽县"


@pytest.mark.parametrize(
    "said",
    [
        "完成县委部署任务", "召开县委常委会", "响应县委号召", "形成县乡村三级机制",
        "建成县级示范点",
        "创建示范县", "建设平安县", "振兴县域经济", "改造老城区", "整治江北区域", "规范大同市场",
        "应县委要求", "发展新兴县域经济", "巡查桥东区域",
    ],
)  # fmt: skip
def test_words_that_hold_a_countys_name_are_no_county(parsed: Parsed, said: str) -> None:
    report = parsed(f"我单位推进法治政府建设，现将2023年情况报告如下：{BODY}{said}，办结事项9件。")
    assert report.place == Place()


@pytest.mark.parametrize(
    ("said", "county"),
    [
        ("在成县开展宣传", "成县"),
        ("陇南市成县司法局前来指导", "成县"),
        ("老城区司法局前来指导", "老城区"),
        ("洛阳市老城区法院前来授课", "老城区"),
    ],
)
def test_a_countys_name_where_one_begins_is_its(parsed: Parsed, said: str, county: str) -> None:
    report = parsed(f"我单位推进法治政府建设，现将2023年情况报告如下：{BODY}{said}9次。")
    assert report.place.county == county


@pytest.mark.parametrize("said", ["中央及市委、县委", "上级党委", "区委、区政府", "国家和省市"])
def test_common_words_are_no_county(parsed: Parsed, said: str) -> None:
    report = parsed(f"望江镇{TITLE}\n2023年，望江镇认真落实{said}部署，推进法治政府建设。{BODY}")
    assert report.place == Place(township="望江镇")


def test_a_made_up_prefecture_above_a_county_is_no_county(parsed: Parsed) -> None:
    report = parsed(
        f"泽川市公安局滨湖分局{TITLE}\n滨湖区人民政府：\n2023年，分局推进法治政府建设。{BODY}"
    )
    assert report.place == Place(city="泽川市", county="滨湖区")


def test_a_made_up_city_above_a_district_is_a_prefecture(parsed: Parsed) -> None:
    report = parsed(f"{TITLE}\n2023年，泽川市石桥镇在东浦区委领导下推进法治政府建设。{BODY}")
    assert report.place == Place(None, "泽川市", "东浦区", "石桥镇")


def test_traditional_names_are_looked_up_and_shown_as_written(parsed: Parsed) -> None:
    assert parsed(f"嘉魚縣司法局{TITLE}{BODY}").place == Place("湖北省", "咸宁市", "嘉魚縣")


def test_who_names_nobody_is_in_doubt(parsed: Parsed) -> None:
    report = parsed(f"我局推进法治政府建设，现将情况报告如下：{BODY}2024年1月5日\n")
    assert [doubt.kind for doubt in report.doubts] == ["issuer", "year"]


@pytest.mark.parametrize(
    ("said", "county"),
    [
        ("与向阳镇、洞河镇签订联防协议16份", "紫阳县"),
        ("与相邻的洄水镇、毛坝镇、蒿坪镇联合巡查24次", "紫阳县"),
        # One alone may be anywhere, and so may two of many counties.
        ("与洞河镇签订联防协议16份", None),
        ("与向阳镇、新华镇签订联防协议16份", None),
        # A county without such a township is another's.
        ("考察大洋街道、古城街道，学习经验3条", None),
    ],
)
def test_the_townships_beside_it_tell_the_county(
    said: str, county: str | None, parsed: Parsed
) -> None:
    report = parsed(f"城关镇{TITLE}{BODY}（二）联防联治。{said}。\n")
    assert report.place.county == county
    assert report.place_evidence["county"].state == ("inferred" if county else "unknown")
    if county:
        assert "镇、" in (report.place_evidence["county"].words or "")


@pytest.mark.parametrize(
    ("issuer", "said", "city"),
    [
        ("鼓楼区司法局", "与相邻的台江区、晋安区签订联动协议3份", "福州市"),
        ("白云区水务局", "与花都区签订流域协议2份", "广州市"),
        ("城关区应急管理局", "与皋兰县开展联合执法5次", "兰州市"),
        # Others that are visited or far away tell nothing.
        ("鼓楼区司法局", "赴台江区考察学习2次", None),
        ("鼓楼区司法局", "与相邻各街道联合执法3次，赴台江区考察学习2次", None),
        ("鼓楼区司法局", "与台江区、玄武区共享案例3件", None),
    ],
)
def test_another_county_of_the_city_tells_namesakes_apart(
    issuer: str, said: str, city: str | None, parsed: Parsed
) -> None:
    report = parsed(f"{issuer}{TITLE}{BODY}（二）联防联治。{said}。\n")
    assert report.place.city == city


@pytest.mark.parametrize(
    ("zone", "place"),
    [
        ("长沙经济技术开发区", Place("湖南省", "长沙市")),  # 长沙县 lies in 长沙市
        ("新乡高新技术产业开发区", Place("河南省", "新乡市")),
        ("朝阳经济技术开发区", Place()),  # a city, two districts and a county
        ("清澜经济技术开发区", Place()),
        ("长沙风景旅游度假区", Place()),
    ],
)
def test_zones_of_the_state_are_called_after_their_cities(
    parsed: Parsed, zone: str, place: Place
) -> None:
    assert parsed(f"{zone}管委会{TITLE}{BODY}").place == place
    assert parsed(f"{zone}应急管理局{TITLE}{BODY}").place == place


def test_a_county_is_told_from_its_namesakes_by_townships_of_its_own(parsed: Parsed) -> None:
    named = parsed(f"通州区{TITLE}{BODY}在石港镇、二甲镇修建法治公园2个。")
    assert named.place == Place("江苏省", "南通市", "通州区")
    assert named.place_evidence["city"] == LevelEvidence("inferred", "二甲镇、石港镇")
    assert parsed(f"通州区{TITLE}{BODY}在石港镇修建法治公园2个。").place == Place(county="通州区")


def test_a_word_that_joins_is_of_no_name(parsed: Parsed) -> None:
    report = parsed(f"沛县长安镇{TITLE}{BODY}今年，与东莞市长安镇结为友好镇，互访2次。")
    assert report.place == Place("江苏省", "徐州市", "沛县", "长安镇")


def test_a_whole_province_lies_in_no_county_that_it_names(parsed: Parsed) -> None:
    worked = "在都昌县蔡岭镇、湖口县开展执法检查3次。"
    report = parsed(f"江西省水利厅{TITLE}\n2023年，我厅依法办事。{BODY}{worked}\n")
    assert (report.issuer, report.place) == ("江西省水利厅", Place(province="江西省"))
    report = parsed(f"江西省人民政府{TITLE}\n2023年，全省依法办事。{BODY}{worked}\n")
    assert report.place == Place(province="江西省")

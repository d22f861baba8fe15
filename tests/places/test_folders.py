"""What a folder's name says of where the reports in it are from, and when it is not believed."""

from __future__ import annotations

import pytest

from tuibrowser.model.report import Place
from tuibrowser.places.folders import (
    is_like_county,
    may_lie_in,
    place_of_folder,
    place_of_neighbours,
    within,
)

JIAYU = Place("湖北省", "咸宁市", "嘉鱼县")


@pytest.mark.parametrize(
    ("folders", "place"),
    [
        (["报送", "嘉鱼县", "2023"], JIAYU),
        (["湖北省咸宁市嘉鱼县2023年度报告"], JIAYU),
        (["01嘉鱼县（已审）"], JIAYU),
        (["泽川市", "青棠县"], Place(county="青棠县")),
        (["报送", "鼓楼区"], Place(county="鼓楼区")),
        (["南京市", "鼓楼区"], Place("江苏省", "南京市", "鼓楼区")),
        (["南京市鼓楼区"], Place("江苏省", "南京市", "鼓楼区")),
        (["咸宁市", "2023"], Place("湖北省", "咸宁市")),
        (["湖北省咸宁市"], Place("湖北省", "咸宁市")),
        (["湖北省", "各县"], Place("湖北省")),
        (["省厅通报"], None),
        (["嘉鱼县和通山县"], None),
        (["嘉鱼县", "嘉鱼县和通山县"], None),
        # As people call it, and by itself no word that may mean a place.
        (["恩施州", "2023"], Place("湖北省", "恩施土家族苗族自治州")),
        (["来凤县", "恩施州宣恩县"], Place("湖北省", "恩施土家族苗族自治州", "宣恩县")),
        (["湖北", "嘉鱼（已交）"], JIAYU),
        (["咸宁市2023", "各县", "02嘉鱼"], JIAYU),
        (["嘉鱼"], None),
        (["四川", "嘉鱼"], None),
        # Parts of every town, and words that hold a name by chance.
        (["城区"], None),
        (["主城区", "郊区"], None),
        (["晋城市", "2023", "城区"], Place("山西省", "晋城市", "城区")),
        (["东区"], None),
        (["示范县"], None),
        (["论文县"], None),
        (["南部县区"], None),
        (["03成县"], Place("甘肃省", "陇南市", "成县")),
        (["公安县2023"], Place("湖北省", "荆州市", "公安县")),
        (["开发区", "各乡镇", "县区报告"], None),
        (["报送", "乙河县", "2023"], None),
        ([], None),
    ],
)
def test_a_folder_is_called_after_a_county(folders: list[str], place: Place | None) -> None:
    found = place_of_folder(folders, {"青棠县"})
    assert (found and found[0]) == place


def test_neighbours_tell_only_with_one_voice() -> None:
    one, other = JIAYU._replace(township="甲镇"), JIAYU._replace(township="乙镇")
    assert place_of_neighbours([one, other]) == JIAYU
    assert place_of_neighbours([one]) is None
    assert place_of_neighbours([one, Place(county="通山县", township="丙镇")]) is None


@pytest.mark.parametrize(
    ("issuer", "folder", "county"),
    [
        # Of three 寨里镇 one lies in 福建省, two in 山东省.
        ("寨里镇", Place("福建省", "南平市"), "光泽县"),
        ("寨里镇", Place("福建省"), "光泽县"),
        ("寨里镇", Place("山东省"), None),
        ("某某新镇", Place("福建省"), None),
        ("水利局", Place("福建省", "南平市"), None),
        (None, Place("福建省"), None),
    ],
)
def test_a_folder_of_a_city_or_province_tells_the_county_of_a_township(
    issuer: str | None, folder: Place, county: str | None
) -> None:
    place = within(issuer, Place(), folder)
    assert (place.province, place.county, place.township) == (folder.province, county, None)


@pytest.mark.parametrize(
    ("issuer", "own", "believed"),
    [
        ("潘家湾镇", Place(township="潘家湾镇"), True),
        ("寨里镇", Place(township="寨里镇"), False),
        ("某某新镇", Place(township="某某新镇"), True),
        ("某某新镇", Place("湖南省", township="某某新镇"), False),
        ("财政局", Place(city="武汉市"), False),
        (None, Place(), True),
    ],
)
def test_a_folder_that_contradicts_is_not_believed(
    issuer: str | None, own: Place, believed: bool
) -> None:
    assert may_lie_in(issuer, own, JIAYU) is believed


def test_a_township_lies_in_no_city_that_has_none_of_its_name() -> None:
    assert may_lie_in("寨里镇", Place(), Place("福建省", "南平市"))
    assert not may_lie_in("寨里镇", Place(), Place("湖北省", "咸宁市"))


@pytest.mark.parametrize(
    "folder",
    [
        "各区县",
        "周边县",
        "乙河县报告",
        "东部新区",
        "县",
        "外县",
        "示范县",
        "受检县",
        "未报县",
        "结对帮扶县",
    ],
)
def test_a_folder_may_be_called_like_a_county_and_mean_none(folder: str) -> None:
    assert is_like_county("乙河县")
    assert not is_like_county(folder)

"""Where a unit lies by a roster."""

from __future__ import annotations

import pytest

from tuibrowser.model.report import Place
from tuibrowser.places.rosters import ListedUnit, located

TIANSHUI = Place("甘肃省", "天水市", "秦安县")


@pytest.mark.parametrize(
    ("name", "county"),
    [
        ("兴国镇", "秦安县"),
        ("兴国镇", "秦安"),
        ("兴国镇", "甘肃省天水市秦安县"),
        ("秦安县兴国镇", ""),
        ("天水市秦安县兴国镇", ""),
    ],
)
def test_counties_are_written_in_many_ways(name: str, county: str) -> None:
    unit = located(ListedUnit(name, county))
    assert unit is not None
    assert (unit.issuer, unit.place) == ("兴国镇", TIANSHUI)
    assert unit.words.startswith("兴国镇，")


@pytest.mark.parametrize(
    ("name", "county", "place"),
    [
        # A county's name that several cities have is told by the township, or stays alone.
        ("鼓西街道", "鼓楼区", Place("福建省", "福州市", "鼓楼区")),
        ("水务局", "鼓楼区", Place(county="鼓楼区")),
        # A city without counties.
        ("长安镇", "东莞市", Place("广东省", "东莞市")),
        ("钟多街道", "酉阳县", Place("重庆市", "重庆市", "酉阳土家族苗族自治县")),
        # Made up, or newer than the list.
        ("柳溪镇", "青棠县", Place(county="青棠县")),
        ("柳溪镇", "秦安县", TIANSHUI),
    ],
)
def test_the_rest_of_the_place_follows_where_it_can(name: str, county: str, place: Place) -> None:
    unit = located(ListedUnit(name, county))
    assert unit is not None
    assert unit.place == place


@pytest.mark.parametrize(("name", "county"), [("兴国镇", ""), ("", "秦安县"), ("兴国镇", "本县")])
def test_a_line_without_a_county_tells_nothing(name: str, county: str) -> None:
    assert located(ListedUnit(name, county)) is None

"""The order in which units are listed."""

from __future__ import annotations

from tuibrowser.model.report import Place
from tuibrowser.places.order import in_order


def _names(*units: tuple[Place, str | None]) -> list[str | None]:
    return [issuer for _, issuer in in_order(units, lambda it: it)]


def _of(county: Place, *townships: str) -> list[tuple[Place, str | None]]:
    return [(county._replace(township=it), it) for it in townships]


def test_townships_that_have_codes_are_in_the_order_of_these() -> None:
    """Streets, towns and townships, as official lists are; what has no code follows by reading."""
    county = Place("福建省", "南平市", "光泽县")
    units = _of(county, "华桥乡", "朝阳镇", "杭川镇", "寨里镇", "安泰镇", "止马镇")
    assert _names(*units) == ["杭川镇", "寨里镇", "止马镇", "华桥乡", "安泰镇", "朝阳镇"]


def test_counties_and_cities_go_by_their_codes() -> None:
    """By code 上海 (31) precedes 福建 (35) precedes 四川 (51); by reading it would not."""
    places = [
        Place("四川省"),
        Place("福建省", "厦门市"),
        Place("福建省", "福州市"),
        Place("上海市"),
    ]
    listed = in_order([(it, "司法局") for it in places], lambda it: it)
    assert [place for place, _ in listed] == [places[3], places[2], places[1], places[0]]


def test_places_that_nobody_knows_go_by_their_reading() -> None:
    """Not by code point, which has 望, 柳, 白; a county in no province is none that is known."""
    county = Place("晋原省", None, "青棠县")
    units = _of(county, "望禾乡", "柳溪镇", "白石桥镇", "安和镇", "柳林镇")
    assert _names(*units) == ["安和镇", "白石桥镇", "柳林镇", "柳溪镇", "望禾乡"]
    apart = [(Place(county="清河县"), "甲镇"), (Place(county="安县"), "乙镇")]
    assert _names(*apart) == ["乙镇", "甲镇"]


def test_what_is_unknown_comes_first_and_items_of_one_unit_stay_as_they_were() -> None:
    place = Place(county="青棠县", township="柳溪镇")
    items = [(place, "柳溪镇", 2021), (Place(), None, 0), (place, "柳溪镇", 2020)]
    assert [year for *_, year in in_order(items, lambda it: it[:2])] == [0, 2021, 2020]

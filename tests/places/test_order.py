"""The order in which units are listed."""

from __future__ import annotations

from tuibrowser.model.report import Place
from tuibrowser.places.order import in_order


def _names(*units: tuple[Place, str | None]) -> list[str | None]:
    return [issuer for _, issuer in in_order(units, lambda it: it)]


def _of(county: Place, *townships: str) -> list[tuple[Place, str | None]]:
    return [(county._replace(township=it), it) for it in townships]


def test_units_are_in_the_order_of_their_reading() -> None:
    """Not of code points, which have 望, 柳, 白."""
    county = Place("晋原省", None, "青棠县")
    units = _of(county, "望禾乡", "柳溪镇", "白石桥镇", "安和镇", "柳林镇")
    assert _names(*units) == ["安和镇", "白石桥镇", "柳林镇", "柳溪镇", "望禾乡"]
    apart = [(Place(county="清河县"), "甲镇"), (Place(county="安县"), "乙镇")]
    assert _names(*apart) == ["乙镇", "甲镇"]


def test_what_is_unknown_comes_first_and_items_of_one_unit_stay_as_they_were() -> None:
    place = Place(county="青棠县", township="柳溪镇")
    items = [(place, "柳溪镇", 2021), (Place(), None, 0), (place, "柳溪镇", 2020)]
    assert [year for *_, year in in_order(items, lambda it: it[:2])] == [0, 2021, 2020]


def test_one_unit_in_two_spellings_stays_together() -> None:
    old, new = Place(county="青棠縣"), Place(county="青棠县")
    units = [(new, "云川镇"), (old, "云川镇"), (new, "雲川鎮"), (new, "匀川镇")]
    assert _names(*units) == ["云川镇", "云川镇", "雲川鎮", "匀川镇"]

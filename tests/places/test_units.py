"""One unit across its years."""

from __future__ import annotations

from dataclasses import dataclass

from tuibrowser.model.report import Place
from tuibrowser.places.units import name_end, places_agree, same_unit, shared_places

YUNTAI = Place(None, "临江市", "云台县", "城关镇")
QINGHE = Place(None, "临江市", "清河县", "城关镇")
BARE = Place(township="城关镇")


@dataclass
class Issued:
    issuer: str | None
    place: Place


def test_one_name_and_places_that_agree_are_one_unit() -> None:
    assert same_unit(Issued("城关镇", YUNTAI), Issued("城关镇", BARE))
    assert not same_unit(Issued("城关镇", YUNTAI), Issued("城关镇", QINGHE))
    assert not same_unit(Issued("城关镇", YUNTAI), Issued("石桥乡", YUNTAI))
    assert not same_unit(Issued(None, YUNTAI), Issued(None, YUNTAI))
    assert places_agree(Place(county="禄丰县"), Place(county="禄丰市"))


def test_an_office_is_one_unit_named_with_its_place_or_without() -> None:
    county = Place(None, "临江市", "云台县", None)
    full, short = Issued("云台县农业农村局", county), Issued("农业农村局", county)
    assert same_unit(full, short)
    assert same_unit(Issued("临江市云台县农业农村局", county), short)
    relative = Issued("县农业农村局", county)
    assert same_unit(full, relative)
    assert same_unit(relative, short)
    assert not same_unit(full, Issued("县农业农村局", Place(county="清河县")))
    assert not same_unit(Issued("市农业农村局", Place(city="临江市")), short)
    # Of another county's, or of one that nobody knows, nothing is known.
    assert not same_unit(full, Issued("农业农村局", Place(county="清河县")))
    assert not same_unit(full, Issued("农业农村局", Place()))
    assert not same_unit(Issued("云台县公安局清河分局", county), Issued("清河分局", county))


def test_what_one_year_states_holds_for_the_others() -> None:
    city = Place(None, "临江市", None, "柳溪镇")
    whole = Place(None, "临江市", "云台县", "柳溪镇")
    told = shared_places({1: ("柳溪镇", whole), 2: ("柳溪镇", city), 3: ("石桥乡", BARE)})
    assert told == {2: (whole, 1)}


def test_namesakes_teach_nothing_to_who_could_be_either() -> None:
    assert shared_places({1: ("城关镇", YUNTAI), 2: ("城关镇", QINGHE), 3: ("城关镇", BARE)}) == {}
    county = Place(county="清河县", township="城关镇")
    assert shared_places({1: ("城关镇", YUNTAI), 2: ("城关镇", QINGHE), 3: ("城关镇", county)}) == {
        3: (QINGHE, 2)
    }


def test_a_unit_is_the_same_in_traditional_characters() -> None:
    county = Place(None, "临江市", "云台县", "城关镇")
    other = Place(None, "臨江市", "雲臺縣", "城關鎮")
    assert places_agree(county, other)
    assert same_unit(Issued("城关镇", county), Issued("城關鎮", other))
    assert same_unit(Issued("城關鎮", BARE), Issued("城关镇", county))
    assert not same_unit(Issued("城關鎮", other), Issued("城关镇", QINGHE))
    assert same_unit(Issued("雲臺縣農業農村局", Place()), Issued("农业农村局", other))
    assert name_end("望禾鄉") == name_end("望禾乡")


def test_what_one_year_states_holds_for_a_year_in_traditional_characters() -> None:
    told = shared_places({1: ("城关镇", YUNTAI), 2: ("城關鎮", Place(township="城關鎮"))})
    assert told == {2: (YUNTAI._replace(township="城關鎮"), 1)}

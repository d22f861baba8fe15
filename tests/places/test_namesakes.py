"""Units of one name, and the levels that tell them apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.model.report import Place
from tuibrowser.places.units import places_agree, shared_names, within

ONE = Place("晋原省", "临江市", "云台县", "城关镇")
OTHER = Place("晋原省", "临江市", "清河县", "城关镇")
FAR = Place("晋原省", "滨海市", "云台县", "城关镇")


def test_a_name_is_shared_where_places_differ() -> None:
    assert shared_names([("城关镇", ONE), ("城关镇", Place()), ("石门乡", ONE)]) == {}
    assert shared_names([("城关镇", ONE), ("城关镇", OTHER), (None, ONE)]) == {
        "城关镇": [ONE, OTHER]
    }


def test_the_county_is_enough_unless_another_of_the_name_has_such_a_unit() -> None:
    assert within("城关镇", ONE, [ONE, OTHER]) == ("云台县",)
    assert within("城关镇", ONE, [ONE, OTHER, FAR]) == ("临江市", "云台县")
    assert within("城关镇", ONE, [ONE]) == within("城关镇", Place(), [ONE, OTHER]) == ()
    # A district is told by what is above it.
    north, south = Place("甲省", "甲市", "新城区"), Place("乙省", "乙市", "新城区")
    assert within("新城区", north, [north, south]) == ("甲市",)


levels = st.sampled_from([None, "甲", "乙", "丙"])
places = st.builds(Place, levels, levels, levels)


@given(st.lists(places, max_size=5), places)
def test_what_tells_apart_is_of_the_place_and_of_no_rival(
    others: list[Place], place: Place
) -> None:
    chosen = within("某镇", place, others)
    rivals = [it for it in others if not places_agree(place, it)]
    assert set(chosen) <= set(filter(None, place))
    assert not chosen or rivals
    if chosen and len(chosen) < len(set(filter(None, place[:-1]))):
        assert not any(set(chosen) <= set(filter(None, it)) for it in rivals)


def test_namesakes_are_told_apart_however_they_write_their_names() -> None:
    here, there = Place(county="青棠县"), Place(county="清河縣")
    shared = shared_names([("柳溪镇", here), ("柳溪鎮", there), ("望禾鄉", here), ("望禾乡", here)])
    assert shared == {"柳溪镇": [here, there], "柳溪鎮": [here, there]}
    assert within("柳溪鎮", there, shared["柳溪鎮"]) == ("清河縣",)

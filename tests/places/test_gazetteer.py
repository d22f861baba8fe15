"""Divisions by name and by code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.lexicon.load import load
from tuibrowser.model.report import Place
from tuibrowser.places.gazetteer import Gazetteer, gazetteer
from tuibrowser.places.resolve import Mentions, is_possible, resolve
from tuibrowser.text.placename import stem


@pytest.fixture(name="book")
def _book() -> Gazetteer:
    return gazetteer()


def test_names_lead_to_their_divisions_and_to_those_above(book: Gazetteer) -> None:
    (unit,) = book.townships("潭柘寺镇")
    assert book.place(unit) == Place("北京市", "北京市", "门头沟区", "潭柘寺镇")
    assert [it.name for it in book.above(unit)] == ["北京市", "门头沟区"]
    assert len(book.townships("城关镇")) > 70
    assert {it.code for it in book.superiors("鼓楼区")} >= {"320106", "410204"}
    assert [it.name for it in book.superiors_called("恩施")] == ["恩施土家族苗族自治州", "恩施市"]
    assert book.townships("没有这个镇") == book.superiors("没有这个县") == ()


def test_a_bare_street_is_the_subdistrict_of_that_name(book: Gazetteer) -> None:
    assert book.townships("洛浦街") == book.townships("洛浦街道") != ()
    assert book.townships("没有这条街") == ()


def test_names_of_before_are_marked(book: Gazetteer) -> None:
    assert all(it.is_former for it in book.townships("旧宫地区"))
    assert not any(it.is_former for it in book.townships("旧宫镇"))


def test_every_name_is_found_again_and_in_order(book: Gazetteer) -> None:
    units = list(book.townships_beginning(""))
    assert sum(not unit.is_former for unit in units) == 38_723
    names = list(dict.fromkeys(unit.name for unit in units))
    assert names == sorted(names, key=str.encode)
    for name in [names[0], names[-1], *names[:: len(names) // 300]]:
        found = book.townships(name)
        assert found
        assert {unit.name for unit in found} == {name}
        assert found[0] in book.townships_beginning(name[:2])


@given(st.text(alphabet="城关镇东街道\t\n 09", max_size=8))
def test_what_is_no_name_is_not_found(text: str) -> None:
    assert all(unit.name in {text, f"{text}道"} for unit in gazetteer().townships(text))


def test_counties_of_before_are_known_and_marked(book: Gazetteer) -> None:
    (unit,) = book.superiors("禄丰县")
    assert unit.is_former
    assert book.place(unit) == Place("云南省", "楚雄彝族自治州", "禄丰县")
    assert [(it.code[:2], it.is_former) for it in book.superiors("江北区")] == [
        ("33", False), ("50", True),
    ]  # fmt: skip
    assert not any(it.is_former for it in book.inside(""))
    assert resolve(Place(county="江北区")).place == Place(county="江北区")
    resolved = resolve(Place(county="禄丰县", township="勤丰镇")).place
    assert resolved == Place("云南省", "楚雄彝族自治州", "禄丰县", "勤丰镇")


def test_short_names_are_those_of_the_text_room(book: Gazetteer) -> None:
    for unit in book.inside(""):
        assert unit in book.superiors_called(stem(unit.name))


def test_autonomous_divisions_have_names_that_people_say(book: Gazetteer) -> None:
    assert [it.name for it in book.superiors_abbreviated("甘孜州")] == ["甘孜藏族自治州"]
    assert [it.name for it in book.superiors_abbreviated("酉阳县")] == ["酉阳土家族苗族自治县"]
    assert book.superiors_abbreviated("嘉鱼县") == ()


@pytest.mark.parametrize(
    ("place", "possible"),
    [
        (Place("湖北省", "咸宁市", "嘉鱼县"), True),
        (Place("湖南省", "咸宁市", "嘉鱼县"), False),
        (Place(None, "武汉市", "嘉鱼县"), False),
        (Place("湖南省", "咸宁市"), False),
        (Place("北京市", "北京市", "大兴区"), True),
        (Place("湖北省", "泽川市", "青棠县"), True),
        (Place(None, "南京市", "鼓楼区"), True),
        (Place(None, "咸宁市", "鼓楼区"), False),
        (Place(), True),
    ],
)
def test_levels_lie_in_each_other_or_they_do_not(place: Place, possible: bool) -> None:
    assert is_possible(place) is possible


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("全年在嘉鱼县司法局指导下开展培训。", "嘉鱼县"),
        ("对口帮扶嘉鱼县有关乡镇。", None),
        ("组织干部赴嘉鱼县考察，收获很大。", None),
        ("与相邻的嘉鱼县建立联调机制。", None),
        ("组织干部外出考察。在嘉鱼县委领导下推进工作。", "嘉鱼县"),
    ],
)
def test_who_is_visited_or_helped_is_somewhere_else(said: str, place: str | None) -> None:
    assert resolve(Place(township="潘家湾镇"), Mentions([said], load())).place.county == place


def test_a_county_of_before_is_told_from_its_namesake_by_a_township_that_left_it() -> None:
    """大石坝街道 is of 两江新区 since the end of 2025, 庄桥街道 of 宁波市."""
    stated = Place(county="江北区")
    assert resolve(stated._replace(township="大石坝街道")).place.province == "重庆市"
    assert resolve(stated._replace(township="庄桥街道")).place.province == "浙江省"
    assert resolve(stated._replace(township="甲岭街道")).place.province is None
    assert resolve(stated).place == stated


def test_what_is_stated_is_never_changed() -> None:
    made_up = Place("青州省", "泽川市", "青棠县", "柳溪镇")
    assert resolve(made_up, Mentions(["嘉鱼县"], load())).place == made_up
    assert resolve(Place(county="江夏县", township="城关镇")).place.county == "江夏县"
    assert resolve(Place(), Mentions(["嘉鱼县"], load())).place == Place()

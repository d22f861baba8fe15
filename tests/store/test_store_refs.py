"""REFs: what a person may type for a report, and what is said when it does not fit."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.model.report import Place, ReportEntry
from tuibrowser.store.refs.resolve import AmbiguousRef, RefError, UnknownRef, name, resolve
from tuibrowser.store.refs.series import others

JIZHOU = Place("天津市", "天津市", "蓟州区")
MENTOUGOU = Place("北京市", "北京市", "门头沟区")
JINGHAI = Place("天津市", "天津市", "静海区")


def entry(
    issuer: str | None, year: int | None, place: Place = MENTOUGOU, number: int = 1
) -> ReportEntry:
    """What the library lists of a report."""
    sha256 = hashlib.sha256(f"{issuer}{year}{place}{number}".encode()).hexdigest()
    return ReportEntry(sha256, issuer, "town", year, None, place, "a.txt", True, number)


LISTED = (
    entry("潭柘寺镇", 2021),
    entry("潭柘寺镇", 2022),
    entry("潭柘寺镇", 2023),
    entry("潭柘寺镇", 2023, number=2),
    entry("斋堂镇", None),
    entry("上仓镇", 2023, JIZHOU),
    entry("下营镇", 2022, JIZHOU),
    entry("下营镇", 2023, JIZHOU),
    entry("蓟州区", 2023, JIZHOU),
    entry("静海区", 2023, JINGHAI),
    entry("静海镇", 2023, JINGHAI),
    entry(None, None, Place()),
)


def names(ref: str, listed: Sequence[ReportEntry] = LISTED) -> list[str]:
    return [name(found) for found in resolve(ref, listed)]


@pytest.mark.parametrize(
    ("ref", "found"),
    [
        ("潭柘寺镇@2023", "潭柘寺镇@2023"),
        ("潭柘寺镇＠２０２３", "潭柘寺镇@2023"),
        ("潭柘寺鎮@2023年", "潭柘寺镇@2023"),
        (" 潭柘寺镇 @ 2023 ", "潭柘寺镇@2023"),
        ("潭柘寺@2022", "潭柘寺镇@2022"),
        ("《潭柘寺镇人民政府2022年法治政府建设年度报告》", "潭柘寺镇@2022"),
        ("关于潭柘寺镇2022年度推进法治政府建设情况的报告", "潭柘寺镇@2022"),
        ("2022年度门头沟区潭柘寺镇法治政府建设工作报告", "潭柘寺镇@2022"),
        ("潭柘寺镇-2022", "潭柘寺镇@2022"),
        ("潭柘寺镇（2022年）", "潭柘寺镇@2022"),
        ("“潭柘寺镇@2022年度”", "潭柘寺镇@2022"),
        ("门头沟潭柘寺@2022", "潭柘寺镇@2022"),
        ("潭柘寺镇2022", "潭柘寺镇@2022"),
        ("门头沟/潭柘寺2023年", "潭柘寺镇@2023"),
        ("寺镇@2023", "潭柘寺镇@2023"),
        ("潭柘寺镇@2023#2", "潭柘寺镇@2023#2"),
        ("潭柘寺镇@2023＃１", "潭柘寺镇@2023"),
        ("斋堂镇", "斋堂镇@?"),
        ("斋堂镇@？", "斋堂镇@?"),
        ("上仓", "上仓镇@2023"),
        ("上仓镇人民政府@2023", "上仓镇@2023"),
        ("蓟州区上仓镇@2023", "上仓镇@2023"),
        ("天津市蓟州区上仓镇人民政府@2023", "上仓镇@2023"),
        ("蓟州区人民政府@2023", "蓟州区@2023"),
        ("潭柘寺镇@二〇二二", "潭柘寺镇@2022"),
        ("潭柘寺镇@二○二二年", "潭柘寺镇@2022"),
        ("静海镇@2023", "静海镇@2023"),
        ("静海区", "静海区@2023"),
        ("蓟州区@2023", "蓟州区@2023"),
        ("蓟州区/下营镇@2023", "下营镇@2023"),
        ("天津/蓟州/下营@2022", "下营镇@2022"),
    ],
)
def test_a_name_means_one_report(ref: str, found: str) -> None:
    assert names(ref) == [found]


@pytest.mark.parametrize(
    ("ref", "found"),
    [
        ("蓟州区/*@2023", ["上仓镇@2023", "下营镇@2023"]),
        ("蓟州／＊＠２０２３", ["上仓镇@2023", "下营镇@2023"]),
        ("天津市/蓟州区/*@2022", ["下营镇@2022"]),
        ("静海/*", ["静海镇@2023"]),
        ("潭柘寺镇@2021..2023", ["潭柘寺镇@2021", "潭柘寺镇@2022", "潭柘寺镇@2023"]),
        ("潭柘寺镇@２０２１。。２０２２", ["潭柘寺镇@2021", "潭柘寺镇@2022"]),
        ("潭柘寺镇@2022..2021", ["潭柘寺镇@2021", "潭柘寺镇@2022"]),
        ("潭柘寺镇@2022..", ["潭柘寺镇@2022", "潭柘寺镇@2023"]),
        ("潭柘寺镇@..2021", ["潭柘寺镇@2021"]),
        ("潭柘寺镇@2021-2022", ["潭柘寺镇@2021", "潭柘寺镇@2022"]),
        ("*@2022", ["潭柘寺镇@2022", "下营镇@2022"]),
    ],
)
def test_a_set_means_the_latest_text_of_each(ref: str, found: list[str]) -> None:
    assert names(ref) == found


def test_everything_leaves_out_earlier_texts_alone() -> None:
    assert Counter(resolve("*", LISTED)) == Counter(e for e in LISTED if e.number == 1)
    assert names("*#2") == ["潭柘寺镇@2023#2"]


def test_the_beginning_of_a_sha256_means_its_report() -> None:
    for listed in LISTED:
        assert resolve(listed.sha256[:8], LISTED) == (listed,)
        assert resolve(listed.sha256.upper(), LISTED) == (listed,)
    with pytest.raises(UnknownRef):
        resolve(LISTED[0].sha256[:3], LISTED)


def test_several_of_one_beginning_are_listed() -> None:
    twins = [entry("甲镇", 2020 + n) for n in range(2000)]
    shared = next(
        start for start, count in Counter(e.sha256[:4] for e in twins).items() if count > 1
    )
    with pytest.raises(AmbiguousRef) as error:
        resolve(shared, twins)
    assert all(candidate.sha256.startswith(shared) for candidate in error.value.candidates)


def test_without_a_year_several_years_are_listed() -> None:
    with pytest.raises(AmbiguousRef) as error:
        resolve("潭柘寺镇", LISTED)
    assert [name(e) for e in error.value.candidates] == [
        "潭柘寺镇@2021",
        "潭柘寺镇@2022",
        "潭柘寺镇@2023",
    ]
    assert str(error.value) == (
        "“潭柘寺镇”可指 3 份报告：潭柘寺镇@2021、潭柘寺镇@2022、潭柘寺镇@2023，请写全"
    )


def test_years_come_in_order_whatever_is_known_of_the_place() -> None:
    listed = [entry("柳溪镇", 2022, Place()), entry("柳溪镇", 2021), entry("柳溪镇", 2023)]
    assert names("柳溪镇@2021..", listed) == ["柳溪镇@2021", "柳溪镇@2022", "柳溪镇@2023"]
    with pytest.raises(AmbiguousRef, match="柳溪镇@2021、柳溪镇@2022、柳溪镇@2023"):
        resolve("柳溪镇", listed)


def test_a_part_of_several_issuers_is_listed() -> None:
    with pytest.raises(AmbiguousRef) as error:
        resolve("静海@2023", LISTED)
    assert {e.issuer for e in error.value.candidates} == {"静海区", "静海镇"}


def test_a_set_of_several_places_is_told_with_all_that_it_may_name() -> None:
    here = [entry(name, 2023, Place("某省", "甲市", "河东区")) for name in ("柳镇", "杨镇")]
    there = [entry(name, 2023, Place("某省", "乙市", "河东区")) for name in ("松镇", "柏镇")]
    with pytest.raises(AmbiguousRef, match="地名可指：某省/甲市/河东区、某省/乙市/河东区") as error:
        resolve("河东区/*", [*here, *there])
    assert len(error.value.candidates) == 2
    assert error.value.every == (*here, *there)


def test_a_place_in_traditional_characters_is_the_same_place() -> None:
    plain = entry("双柳镇", 2023, Place(None, None, "臨溪縣"))
    listed = [entry("石桥镇", 2023, Place(None, None, "临溪县")), plain]
    for ref in ("临溪县/*@2023", "臨溪縣/*@2023", "临溪/*"):
        assert resolve(ref, listed) == tuple(listed)


def test_an_issuers_own_name_goes_before_names_it_is_part_of() -> None:
    listed = [entry("中山市", 2023), entry("中山镇", 2023), entry("中山镇司法所", 2023)]
    assert names("中山镇", listed) == ["中山镇@2023"]
    assert names("中山镇司法", listed) == ["中山镇司法所@2023"]
    with pytest.raises(AmbiguousRef):
        resolve("中山", listed)


def test_one_name_in_two_counties_is_called_by_its_county() -> None:
    here = entry("城关镇", 2023, Place("某省", "甲市", "东县"))
    there = entry("城关镇", 2023, Place("某省", "乙市", "西县"), number=2)
    unknown = entry("城关镇", 2022, Place())
    listed = [here, there, unknown]
    with pytest.raises(AmbiguousRef) as error:
        resolve("城关镇@2023", listed)
    assert error.value.candidates == (here, there)
    assert "东县/城关镇@2023" in str(error.value)
    assert resolve("西县/城关镇@2023", listed) == (there,)
    assert name(here, listed) == "东县/城关镇@2023"
    assert name(there, listed) == "城关镇@2023#2"
    assert name(unknown, listed) == "城关镇@2022"
    with pytest.raises(AmbiguousRef):
        resolve("城关镇@2022..2023", listed)


def test_one_place_name_in_two_cities_is_listed_with_its_city() -> None:
    listed = [
        entry("甲街道", 2023, Place("江苏省", "南京市", "鼓楼区")),
        entry("乙街道", 2023, Place("江苏省", "徐州市", "鼓楼区")),
        entry("丙街道", 2023, Place(None, None, "鼓楼区")),
    ]
    with pytest.raises(AmbiguousRef) as error:
        resolve("鼓楼区/*", listed)
    assert "江苏省/南京市/鼓楼区、江苏省/徐州市/鼓楼区" in str(error.value)
    assert names("徐州/鼓楼/*", listed) == ["乙街道@2023"]
    assert names("鼓楼区/*", [listed[0], listed[2]]) == ["甲街道@2023", "丙街道@2023"]


def test_a_mistyped_name_gets_suggestions_of_the_same_year() -> None:
    with pytest.raises(UnknownRef) as error:
        resolve("潭拓寺镇@2022", LISTED)
    assert [name(e) for e in error.value.suggestions] == ["潭柘寺镇@2022"]
    assert str(error.value) == "报告库中没有“潭拓寺镇@2022”，是否指：潭柘寺镇@2022"
    with pytest.raises(UnknownRef, match="tuibrowser list") as error:
        resolve("完全不同的名字", LISTED)
    assert error.value.suggestions == ()


def test_a_year_there_is_not_lists_those_there_are() -> None:
    with pytest.raises(UnknownRef) as error:
        resolve("静海镇@2020", LISTED)
    assert str(error.value) == "“静海镇@2020”没有这个年份的报告，现有：静海镇@2023"
    with pytest.raises(UnknownRef, match=r"没有第 3 份报告，现有：潭柘寺镇@2023、潭柘寺镇@2023#2$"):
        resolve("潭柘寺镇@2023#3", LISTED)
    with pytest.raises(UnknownRef):
        resolve("火星/*", LISTED)
    with pytest.raises(UnknownRef, match="index"):
        resolve("潭柘寺镇", [])


@pytest.mark.parametrize(
    "ref", ["", "@", "@2023", "镇@", "镇@23", "镇@20232024", "镇@?#0", "镇#x", "a/"]
)
def test_what_is_no_ref_is_said_to_be_none(ref: str) -> None:
    with pytest.raises(UnknownRef, match="看不懂"):
        resolve(ref, LISTED)


def test_others_are_the_earlier_texts() -> None:
    latest, earlier = LISTED[2:4]
    assert others(latest, LISTED) == (earlier,)
    assert others(earlier, LISTED) == (latest,)
    assert others(LISTED[0], LISTED) == ()
    assert others(LISTED[-1], LISTED) == ()


@given(st.text())
def test_any_text_is_a_ref_or_a_sentence(text: str) -> None:
    answer: object
    try:
        answer = resolve(text, LISTED)
    except RefError as error:
        # Whatever was typed, line ends and escapes: one line that a terminal can be shown.
        answer = str(error)
        assert not set(answer) & set("\n\r\x1b\x07\u2028")
    assert answer


def test_a_line_end_that_was_typed_makes_no_second_line() -> None:
    with pytest.raises(UnknownRef) as raised:
        resolve("石桥镇\n@\x1b[2J", LISTED)
    assert len(str(raised.value).splitlines()) == 1


_PLACES = st.builds(
    Place,
    st.sampled_from([None, "甲省"]),
    st.sampled_from([None, "乙市", "丙市"]),
    st.sampled_from([None, "东县", "西县", "城关镇"]),
    st.none(),
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["城关镇", "城关", "静海镇", "静海区", "abcd", "甲/乙", "*", "", None]),
            st.sampled_from([None, 2022, 2023]),
            _PLACES,
        ),
        max_size=8,
    )
)
def test_the_name_of_a_report_leads_back_to_it(
    drawn: list[tuple[str | None, int | None, Place]],
) -> None:
    numbers: Counter[tuple[str | None, int | None]] = Counter()
    listed = []
    for issuer, year, place in drawn:
        numbers[issuer, year] += 1
        listed.append(entry(issuer, year, place, numbers[issuer, year]))
    for known in listed:
        assert resolve(name(known, listed), listed) == (known,)


def test_a_year_alone_suggests_everything_of_it() -> None:
    with pytest.raises(UnknownRef, match=r"是否指：\*@2023$"):
        resolve("2023", LISTED)


def test_a_place_with_a_year_suggests_its_set_of_that_year() -> None:
    with pytest.raises(UnknownRef, match=r"是否指：门头沟区/\*@2022$"):
        resolve("门头沟区2022年", LISTED)


def test_pinyin_with_a_year_behind_it_suggests_the_name() -> None:
    with pytest.raises(UnknownRef, match="是否指：下营镇@2023"):
        resolve("xiaying 2023", LISTED)


def test_of_namesakes_all_are_suggested_those_of_the_named_place_first() -> None:
    east, west = Place("某省", "甲市", "东山县"), Place("某省", "甲市", "西山县")
    listed = [
        entry("城关镇", 2023, east)._replace(within=("东山县",)),
        entry("城关镇", 2023, west)._replace(within=("西山县",)),
    ]
    with pytest.raises(UnknownRef, match=r"是否指：西山县/城关镇@2023、东山县/城关镇@2023$"):
        resolve("西山城官镇@2023", listed)


def test_a_pasted_page_is_not_repeated_whole() -> None:
    with pytest.raises(UnknownRef) as error:
        resolve("镇里的话" * 500, LISTED)
    assert len(str(error.value)) < 100


def test_the_years_of_a_unit_come_in_their_order_however_it_is_written() -> None:
    listed = [entry("雲川鎮", 2021), entry("云川镇", 2022), entry("雲川鎮", 2023)]
    assert names("云川镇@2021..2023", listed) == ["雲川鎮@2021", "云川镇@2022", "雲川鎮@2023"]
    assert names("雲川鎮@2022", listed) == ["云川镇@2022"]

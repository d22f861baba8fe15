from __future__ import annotations

import pytest
from cases import for_each
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.fold import fold
from tuibrowser.text.pinyin import initials, readings, spoken
from tuibrowser.text.typed import matches, matches_initials

ANY_TEXT = st.text(st.characters(exclude_categories=()))
NAMES = st.text(st.sampled_from("潭柘寺镇重庆长安洪洞厦门六女2街a"), min_size=1, max_size=8)


@for_each(
    ("query", "name", "highlighted"),
    [
        ("潭柘", "潭柘寺镇", ["潭柘"]),
        ("tanzhesi", "潭柘寺镇", ["潭柘寺"]),
        ("tanzhesizhen", "潭柘寺镇", ["潭柘寺镇"]),
        ("tzs", "门头沟区潭柘寺镇", ["潭柘寺"]),
        ("tzhs", "潭柘寺镇", ["潭柘寺"]),
        ("tanzhes", "潭柘寺镇", ["潭柘寺"]),
        ("tanzh", "潭柘寺镇", ["潭柘"]),
        ("panjiaw", "潘家务乡", ["潘家务"]),
        ("tan柘s", "潭柘寺镇", ["潭柘寺"]),
        ("谭哲寺", "潭柘寺镇", ["潭柘寺"]),
        ("ＴＺＳ", "潭柘寺镇", ["潭柘寺"]),
        ("潭柘寺鎮", "潭柘寺镇", ["潭柘寺镇"]),
        ("xi'an", "西安街道", ["西安"]),
        ("xi’a", "西安街道", ["西安"]),
        ("cq", "重庆市", ["重庆"]),
        ("chongq", "重庆市", ["重庆"]),
        ("xiamen", "厦门市", ["厦门"]),
        ("luan", "六安市", ["六安"]),
        ("hongtong", "洪洞县", ["洪洞"]),
        ("ht", "洪洞县", ["洪洞"]),
        ("chiping", "治平乡", ["治平"]),
        ("nvzhuang", "女庄镇", ["女庄"]),
        ("nüz", "女庄镇", ["女庄"]),
        ("zhen tzs", "潭柘寺镇", ["潭柘寺", "镇"]),
        ("tzs zhesi", "潭柘寺镇", ["潭柘寺"]),
        ("tzs2023", "潭柘寺2023年", ["潭柘寺2023"]),
        ("", "潭柘寺镇", []),
    ],
)
def test_a_name_is_found_however_it_is_typed(query: str, name: str, highlighted: list[str]) -> None:
    spans = matches(query, name)
    assert spans is not None
    assert [name[start:end] for start, end in spans] == highlighted


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("tzx", "潭柘寺镇"),
        ("tasi", "潭柘寺镇"),
        ("tanzesi", "潭柘寺镇"),
        ("ts", "潭柘寺镇"),
        ("tzs pan", "潭柘寺镇"),
        ("寺潭", "潭柘寺镇"),
        # An archaic reading of 治 has to be typed in full.
        ("cp", "治平乡"),
        ("tzs", "潭\n柘寺"),
        ("tzs", ""),
        ("tan" * 3000, "潭柘寺镇"),
    ],
)
def test_what_is_not_in_the_name_is_not_found(query: str, name: str) -> None:
    assert matches(query, name) is None


def test_the_words_as_written_go_before_what_sounds_so() -> None:
    assert matches("四", "石四镇") == ((1, 2),)
    assert matches("寺", "四寺镇") == ((1, 2),)


@given(NAMES, st.data())
def test_any_mixture_of_ways_finds_the_name(name: str, data: st.DataObject) -> None:
    typed = ""
    for character in name:
        syllables = readings(character)
        starts = [s[0] for s in spoken(character)]
        typed += data.draw(st.sampled_from([character, *syllables, *starts]))
    spans = matches(typed, name)
    assert spans is not None
    assert all(0 <= start < end <= len(name) for start, end in spans)


def _ways(name: str) -> set[str]:
    """All that may be typed, in letters, for ``name`` as a whole; by hand and slowly."""
    typed = {""}
    for character in name[:-1]:
        typed = {before + way for before in typed for way in _ways_of(character)}
    ends = {s[:n] for s in spoken(name[-1]) for n in range(1, len(s) + 1)}
    return {before + way for before in typed for way in _ways_of(name[-1]) | ends}


def _ways_of(character: str) -> set[str]:
    begun = {s[:n] for s in spoken(character) for n in (1, 2) if n == 1 or s[1:2] == "h"}
    return {*readings(character), *begun} or {character}


@given(
    st.text(st.sampled_from("潭长安洪厦六治2a"), min_size=1, max_size=4),
    st.text(st.sampled_from("tanchgsixmlu2"), min_size=1, max_size=4),
    st.data(),
)
def test_a_name_is_found_with_nothing_else(name: str, noise: str, data: st.DataObject) -> None:
    starts = range(len(name))
    every = {way for i in starts for j in starts[i:] for way in _ways(name[i : j + 1])}
    typed = data.draw(st.sampled_from(sorted(every)) | st.just(noise))
    assert (matches(typed, name) is not None) == (typed in every)


@given(ANY_TEXT | st.text(st.sampled_from("tzs潭' 1")), ANY_TEXT | NAMES)
def test_any_query_gets_an_answer(query: str, name: str) -> None:
    spans = matches(query, name)
    ends = [end for span in spans or () for end in span]
    assert ends == sorted(ends)
    if fold(query) in fold(name):
        assert spans is not None


@pytest.mark.parametrize(
    ("letters", "text", "span"),
    [
        ("tjmdjf", "依法调解矛盾纠纷8件", (2, 8)),
        ("dc", "开展调查", (2, 4)),
        ("tc", "开展调查", (2, 4)),
        ("yh", "农商银行", (2, 4)),
        ("yx", "农商银行", (2, 4)),
        ("8j", "调解纠纷8件", (4, 6)),
        ("led", "安装led屏", (2, 5)),
        ("tj", "调,解", None),
        ("pf", "", None),
        ("", "普法", None),
        ("chz", "法治", None),
    ],
)
def test_initials_count_every_common_reading(
    letters: str, text: str, span: tuple[int, int] | None
) -> None:
    assert matches_initials(letters, text) == span


@given(st.text(st.sampled_from("普法宣传调解矛盾纠纷行长,2a"), min_size=1), st.data())
def test_the_initials_of_any_stretch_are_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    letters = initials(text[start:end])
    found = matches_initials(letters, text)
    if " " in letters:
        assert found is None
    else:
        assert found is not None
        assert found[0] <= start
        assert found[1] - found[0] == end - start

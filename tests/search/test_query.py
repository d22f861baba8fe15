from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.model.search import Filters
from tuibrowser.search.query import as_typed, kinds, parse, themes, years

ANY_TEXT = st.text(st.characters(exclude_categories=()))
OPERATORS = st.text(
    st.sampled_from('年地镇部分领域:：20123-—.不足普法大兴"“”－ 　\n,、\x00\ud800🙂*'), max_size=20
)
FIELDS = st.lists(
    st.sampled_from(
        ("年:", "部分：", "领域:普", "镇：旧", "地:“大", "-年:2023", "2021-", "..", "\x00")
    ),
    max_size=6,
).map("".join)


def test_words_are_folded_and_each_must_stand() -> None:
    query = parse("　調解  ＡＢＣ\n普法 调解")
    assert query.needles == ("调解", "abc", "普法")
    assert query.filters == Filters()
    assert query.excluded == ()


@pytest.mark.parametrize("raw", ['"依法 行政"', "“依法 行政”", "＂依法 行政＂", '"依法 行政'])
def test_a_phrase_is_one_needle_in_any_quotes_even_unfinished(raw: str) -> None:
    assert parse(raw).needles == ("依法行政",)


def test_quotes_around_what_was_pasted_are_none_of_it() -> None:
    assert parse("“健全公示、\n记录制度”").needles == ("健全公示、", "记录制度")
    assert as_typed("“健全公示、\n记录制度”") == "健全公示、\n记录制度"
    assert as_typed("“健全公示”") == "“健全公示”"
    assert parse("“八五”普法\n开展“送法”").needles == ('"八五"普法', '开展"送法"')


def test_a_quote_inside_a_word_is_text() -> None:
    assert parse("开展“八五”普法").needles == ('开展"八五"普法',)
    assert parse("“八五”普法").needles == ("八五", "普法")


@pytest.mark.parametrize(
    "raw",
    [
        '"开展“八五”普法"',
        "“开展“八五”普法”",
        '"开展「八五」普法" 镇:',
        "＂开展“八五”普法＂",
        "“开展‘八五’普法”",
        "“开展「八五」普法”",
    ],
)
def test_quotes_within_quotes_are_of_the_phrase(raw: str) -> None:
    query = parse(raw)
    assert query.needles == ('开展"八五"普法',)
    assert query.quoted == {'开展"八五"普法'}


def test_single_quotes_are_quotes_and_an_apostrophe_is_none() -> None:
    assert parse("‘八五’普法").needles == ("八五", "普法")
    assert parse("-‘八五’ 普法").excluded == ("八五",)
    assert parse("镇:‘旧宫’").filters.issuers == ("旧宫",)
    assert parse("xi’an").needles == ("xi'an",)


def test_quotes_beside_each_other_are_two_phrases() -> None:
    assert parse("“依法行政” “八五”").needles == ("依法行政", "八五")
    assert parse('"依法行政" “八五” "普法"').needles == ("依法行政", "八五", "普法")


@pytest.mark.parametrize("raw", ["调解 -诉讼", "调解 －诉讼", '调解 -"诉 讼"'])
def test_a_minus_before_a_word_excludes_it(raw: str) -> None:
    query = parse(raw)
    assert query.needles == ("调解",)
    assert query.excluded == ("诉讼",)


def test_a_hyphen_inside_a_word_is_text() -> None:
    assert parse("2021-2025年").needles == ("2021-2025年",)


@pytest.mark.parametrize("raw", ["", "   ", "-", '""', "年:", "部分：", "调解 -", "调解 领域:"])
def test_what_is_still_being_typed_asks_for_nothing(raw: str) -> None:
    query = parse(raw)
    assert query.needles == (("调解",) if "调解" in raw else ())
    assert query.excluded == ()
    assert query.filters == Filters()


def test_fields_narrow_in_half_and_full_width() -> None:
    query = parse("调解 年：2021—2024 地:大兴 镇:旧宫 部分：不足 领域:普法")
    assert query.needles == ("调解",)
    assert query.filters == Filters(
        years=(2021, 2024),
        places=("大兴",),
        issuers=("旧宫",),
        kinds=("shortcomings",),
        themes=("publicity",),
    )


def test_several_values_of_a_field_are_alternatives() -> None:
    query = parse("部分:不足、安排, 地:大兴 地:静海 年:2021 年:2023")
    assert query.filters == Filters(
        years=(2021, 2023), places=("大兴", "静海"), kinds=("shortcomings", "next_plan")
    )


@pytest.mark.parametrize(
    "raw", ["年:去年", "部分:甲乙丙", "领域:★", "地:★", "镇:*", "年:2021年2023"]
)
def test_a_field_without_a_known_value_is_text(raw: str) -> None:
    query = parse(raw)
    assert query.needles == (raw,)
    assert query.filters == Filters()


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("年度：2021-2022", "年:2021-2022"),
        ("年份:2021", "年:2021"),
        ("单位:旧宫镇", "镇:旧宫镇"),
        ("街道:玉泉街道办事处", "镇:玉泉街道"),
        ("镇:旧宫镇人民政府", "镇:旧宫镇"),
        ("县:大兴、密云", "地:大兴、密云"),
        ("主题:普法", "领域:普法"),
        ("年:2021、2022", "年:2021-2022"),
        ("年:2021,2019", "年:2019-2021"),
    ],
)
def test_a_field_may_be_called_and_filled_otherwise(raw: str, plain: str) -> None:
    assert parse(f"{raw} 调解").filters == parse(f"{plain} 调解").filters != Filters()


@pytest.mark.parametrize(
    ("raw", "filters", "needles"),
    [
        ("镇: 旧宫 调解", Filters(issuers=("旧宫",)), ("调解",)),
        ("年份：　2021-2022 调解", Filters(years=(2021, 2022)), ("调解",)),
        ('调解 部分: "不足"', Filters(kinds=("shortcomings",)), ("调解",)),
        ("年: 调解", Filters(), ("调解",)),
        ("调解 镇: ", Filters(), ("调解",)),
        ("调解 -镇: 旧宫", Filters(), ("调解",)),
    ],
)
def test_a_blank_may_stand_before_the_value_of_a_field(
    raw: str, filters: Filters, needles: tuple[str, ...]
) -> None:
    query = parse(raw)
    assert (query.filters, query.needles) == (filters, needles)


def test_a_field_name_alone_is_a_word() -> None:
    assert parse("地址:北京 部分 时间:2023").needles == ("地址:北京", "部分", "时间:2023")


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ("2023", (2023, 2023)),
        ("２０２３年", (2023, 2023)),
        ("2021-2024", (2021, 2024)),
        ("2021—2024", (2021, 2024)),
        ("2021——2024年", (2021, 2024)),
        ("2021年至2024年", (2021, 2024)),
        ("2021～2024", (2021, 2024)),
        ("2021..", (2021, 9999)),
        ("..2023", (0, 2023)),
        ("2024-2021", (2021, 2024)),
        ("21-23", (2021, 2023)),
        ("20", (2000, 2099)),
        ("202", (2020, 2029)),
        ("2022-202", (2020, 2029)),
        ("", None),
        ("..", None),
        ("年", None),
        ("20233", None),
        ("二〇二三", (2023, 2023)),
        ("二○二一年至二零二三年", (2021, 2023)),
        ("二〇二", None),
    ],
)
def test_years(value: str, span: tuple[int, int] | None) -> None:
    assert years(value) == span


def test_section_kinds_by_id_word_or_part_of_the_label() -> None:
    assert kinds("不足") == kinds("shortcomings") == kinds("存在的不足和原因") == ("shortcomings",)
    assert kinds("举措") == ("measures_results",)
    assert kinds("情况") == ("leader_duty", "other")
    assert kinds("甲乙丙") == kinds("") == ()


def test_themes_by_id_or_part_of_the_label() -> None:
    assert themes("普法") == themes("publicity") == ("publicity",)
    assert themes("述法") == ("duty",)
    assert themes("复议") == ("litigation",)
    assert themes("甲乙丙") == themes("") == ()


@given(ANY_TEXT | OPERATORS | FIELDS)
def test_any_string_is_a_query(raw: str) -> None:
    query = parse(raw)
    assert query.raw == raw
    for needle in query.needles + query.excluded:
        assert needle
        assert not any(c.isspace() for c in needle)
    assert len(set(query.needles)) == len(query.needles)


@pytest.mark.parametrize("unit", [" ", '"', "-", "年:", "法 ", '-"', "2021-", "、", "　法"])
def test_long_queries_are_read_too(unit: str) -> None:
    assert parse(unit * 10_000).raw == unit * 10_000

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search_corpus import Part, make_report, scan, store

from tuibrowser.model.search import Filters
from tuibrowser.search.find import search
from tuibrowser.search.query import parse
from tuibrowser.search.stages import CHUNK, FilterScope, plan, scope
from tuibrowser.store.library import Interrupted, Reader
from tuibrowser.text.equivalence import equate


def test_a_word_is_one_stage_and_words_are_asked_for_side_by_side_first() -> None:
    (literal,) = plan(parse("调解"), Filters())
    assert (literal.how, literal.needles, literal.whole) == ("literal", ("调解",), True)
    literal, swapped, words = plan(parse("调解 普法"), Filters())
    assert (swapped.how, swapped.needles) == ("words", ("普法调解",))
    assert (literal.how, literal.needles) == ("literal", ("调解普法",))
    assert (words.how, words.needles, words.whole) == ("words", ("调解", "普法"), False)
    assert words.contains(literal)
    assert not literal.contains(words)
    # With four words there would be 24 orders.
    assert len(plan(parse("一 二 三"), Filters())) == 1 + 5 + 1
    assert len(plan(parse("一 二 三 四"), Filters())) == 2


def test_the_query_as_typed_is_not_filtered_by_its_own_fields() -> None:
    literal, asked = plan(parse("调解 年:2023"), Filters(kinds=("other",)))
    assert literal.needles == ("调解年:2023",)
    assert literal.scope == scope(Filters(kinds=("other",)))
    assert asked.needles == ("调解",)
    assert asked.scope.years == (2023, 2023)
    assert not asked.contains(literal)


def test_nothing_asked_is_no_stage() -> None:
    assert plan(parse(" "), Filters()) == ()
    (listing,) = plan(parse(" "), Filters(years=(2023, 2023)))
    assert listing.needles == ()


def test_pairs_stand_for_characters_and_long_needles_are_sampled() -> None:
    (stage,) = plan(parse("普法，我镇"), Filters())
    assert stage.tokens == ("普法", "法，", "，我", "我镇")
    (stage,) = plan(parse("法"), Filters())
    assert stage.tokens == ("法",)
    (stage,) = plan(parse("，。"), Filters())
    assert stage.tokens == ("，。",)
    (stage,) = plan(parse("".join(map(chr, range(0x4E00, 0x5E00)))), Filters())
    assert 16 <= len(stage.tokens) <= 32


def test_two_scopes_both_hold() -> None:
    both = scope(Filters(years=(2020, 2023), places=("大兴",)), Filters(years=(2022, 2025)))
    assert both.years == (2022, 2023)
    assert len(both.groups) == 1
    assert not both.closed
    assert scope(Filters(years=(2020, 2021)), Filters(years=(2023, 2024))).closed
    assert scope(Filters(places=("★",))).closed
    assert scope(Filters(places=("★", "大兴"))).groups == scope(Filters(places=("大兴",))).groups
    assert scope(Filters()) == FilterScope()


def test_years_without_end_leave_out_reports_without_year() -> None:
    assert scope(Filters(years=(0, 10**30))).years == (1, 9999)


def test_more_candidates_than_a_chunk_in_several_roles(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    parts = [
        Part(f"普法宣传第{i}次。", "measure" if i % 3 else "heading") for i in range(3 * CHUNK + 5)
    ]
    folder = tmp_path_factory.mktemp("chunks")
    library = store(folder / "library.sqlite3", [make_report(parts, "甲镇", 2023)])
    with library.read() as reader:
        for needle in ("普法宣传", "普法 宣传", "第", "次。", "法宣"):
            result = search(reader, needle, limit=1000)
            assert len(result.hits) == len(parts)
            assert [hit.passage.role for hit in result.hits[:5]] == ["measure"] * 5
            assert search(reader, needle, limit=7).hits == result.hits[:7]
        assert search(reader, "法宣传第", compared=50).total <= len(parts)


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    passages=st.lists(
        st.text(st.sampled_from("法治普法调解調解12１２场，。“”：- \n　ａＡ★"), min_size=1).filter(
            lambda text: bool(text.strip())
        ),
        min_size=1,
        max_size=12,
    ),
    queries=st.lists(
        st.text(st.sampled_from("法治普调解1２场，“-  aＡ★"), min_size=1), max_size=12
    ),
)
def test_hits_are_those_of_a_scan(
    tmp_path_factory: pytest.TempPathFactory, passages: Sequence[str], queries: Sequence[str]
) -> None:
    report = make_report([Part(text) for text in passages], "甲镇", 2023)
    library = store(tmp_path_factory.mktemp("scan") / "library.sqlite3", [report])
    with library.read() as reader:
        for query in (*queries, *passages):
            literal = {
                hit.passage.id
                for hit in search(reader, query, limit=1000).hits
                if hit.how == "literal" and equate(query) in equate(hit.passage.text)
            }
            assert literal == (scan(reader, query) if equate(query) else set())


def test_words_are_those_of_a_scan(reader: Reader) -> None:
    for words in (["普法", "开展"], ["场", "开展", "宣传"], ["旧宫", "镇"], ["，", "普"]):
        expected = set.intersection(*(scan(reader, word) for word in words))
        assert {hit.passage.id for hit in search(reader, " ".join(words)).hits} == expected


@pytest.mark.parametrize("calls", [0, 1, 2])
def test_an_interrupted_search_ends_with_the_interruption(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    answers = iter(range(calls))
    ids = reader.ids

    def interrupted_after_some(tokens: Sequence[str], **rest: Any) -> list[int]:
        if next(answers, None) is None:
            stopper = threading.Thread(target=reader.interrupt)
            stopper.start()
            stopper.join()
        return ids(tokens, **rest)

    monkeypatch.setattr(reader, "ids", interrupted_after_some)
    with pytest.raises(Interrupted):
        search(reader, "普法 宣传")

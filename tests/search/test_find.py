from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search_corpus import Part, every_passage, make_report, scan, store

from tuibrowser.model.search import Filters, Hit, SearchResult
from tuibrowser.search.find import search
from tuibrowser.store.library import Reader
from tuibrowser.text.equivalence import equate

# The library is only read, so examples may share it.
many = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def texts(result: SearchResult) -> list[str]:
    return [hit.passage.text for hit in result.hits]


def highlighted(hit: Hit) -> list[str]:
    return [hit.passage.text[start:end] for start, end in hit.spans]


def test_measures_come_first_then_headings_then_the_page_itself(reader: Reader) -> None:
    result = search(reader, "普法宣传")
    assert texts(result) == [
        "一是开展普法宣传12场；",
        "普法宣传形式单一。",
        "下一步加强普法宣传。",
        "一、普法宣传",
        "会议通知：普法宣传材料请于周五前上报。",
        "来源：司法所 浏览：普法宣传",
    ]
    assert {hit.how for hit in result.hits} == {"literal"}
    assert (result.total, result.total_exact) == (6, True)
    assert result.query == "普法宣传"
    assert result.elapsed_ms > 0


def test_a_limit_keeps_the_best_and_counts_the_rest(reader: Reader) -> None:
    everything = search(reader, "普法宣传")
    for limit in range(len(everything.hits) + 1):
        some = search(reader, "普法宣传", limit=limit)
        assert some.hits == everything.hits[:limit]
        assert (some.total, some.total_exact) == (6, True)


def test_counting_may_stop_early_and_says_so(reader: Reader) -> None:
    result = search(reader, "普法宣传", limit=1, compared=3)
    assert not result.total_exact
    assert 1 <= result.total <= 6


def test_what_stood_in_the_query_is_highlighted_as_written(reader: Reader) -> None:
    (hit,) = search(reader, "調解糾紛36").hits
    assert highlighted(hit) == ["调\n解纠纷３６"]
    assert hit.passage.heading == "一、主要举措和成效"
    assert (hit.passage.issuer, hit.passage.year) == ("旧宫镇", 2022)


def test_words_stand_in_any_order_after_the_query_as_it_is(reader: Reader) -> None:
    result = search(reader, "普法 宣传")
    assert [hit.how for hit in result.hits] == ["literal"] * 6 + ["words"] * 2
    assert texts(result)[6:] == ["结合“八五”普法，开展宣传 20 场。", "调解员开展宣传，普法到户。"]
    assert highlighted(result.hits[7]) == ["宣传", "普法"]
    assert (result.total, result.total_exact) == (8, True)


def test_a_phrase_stands_as_one(reader: Reader) -> None:
    assert texts(search(reader, "“八五”普法")) == ["结合“八五”普法，开展宣传 20 场。"]
    assert texts(search(reader, '"开展 宣传"')) == texts(search(reader, "开展宣传"))
    assert search(reader, '"宣传普法"').hits == ()


def test_excluded_words_leave_out(reader: Reader) -> None:
    result = search(reader, "普法宣传 -形式 －来源")
    assert result.total == 4
    assert not any("形式" in text or "来源" in text for text in texts(result))


def test_excluding_alone_asks_for_nothing(reader: Reader) -> None:
    assert search(reader, "-普法").hits == ()
    assert search(reader, "-普法", Filters(kinds=("shortcomings",))).total == 1


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("年：2021-2024", "年：2021-2024，部分：不足 -★-"),
        ("部分:不足 -★-", "年：2021-2024，部分：不足 -★-"),
        ("“八五”", "结合“八五”普法，开展宣传 20 场。"),
    ],
)
def test_what_could_be_operators_is_found_as_it_stands(reader: Reader, raw: str, text: str) -> None:
    first = search(reader, raw).hits[0]
    assert first.passage.text == text
    assert first.how == "literal"
    assert equate(highlighted(first)[0]) == equate(raw)


def test_punctuation_alone_is_found(reader: Reader) -> None:
    assert texts(search(reader, "★")) == ["年：2021-2024，部分：不足 -★-"]
    assert search(reader, "；").total == 1
    assert search(reader, "🙂").hits == ()


@pytest.mark.parametrize(
    ("raw", "filters", "expected"),
    [
        ("普法 年:2021", Filters(), 2),
        ("普法 年：2022-", Filters(), 5),
        ("普法 年:..2022", Filters(), 4),
        ("普法 地:大兴", Filters(), 5),
        ("普法 地:静海区", Filters(), 2),
        ("普法 地:北京、天津", Filters(), 7),
        ("普法 镇:旧宫", Filters(), 5),
        ("普法 部分:不足", Filters(), 1),
        ("普法 部分:不足,安排", Filters(), 2),
        ("普法 领域:普法 领域:纠纷", Filters(), 6),
        ("普法 地:" + "、".join(map(chr, range(0x4E00, 0x5600))) + "、大兴", Filters(), 5),
        ("普法 地:大兴 地:旧宫", Filters(), 5),
        ("普法 地:大兴", Filters(places=("静海",)), 0),
        ("普法", Filters(years=(2021, 2022), places=("静海",)), 2),
        ("普法 年:2022", Filters(years=(2023, 2024)), 0),
        ("普法 地:火星", Filters(), 0),
        ("普法", Filters(places=("★",)), 0),
        ("普法", Filters(issuers=("旧宫镇",), themes=("legal_services",)), 0),
    ],
)
def test_filters(reader: Reader, raw: str, filters: Filters, expected: int) -> None:
    result = search(reader, raw, filters)
    assert (len(result.hits), result.total, result.total_exact) == (expected, expected, True)


def test_filters_alone_list_what_passes_newest_first_and_as_it_stands(reader: Reader) -> None:
    result = search(reader, "地:大兴 部分:成效,不足")
    assert texts(result) == [
        "一、普法宣传",
        "结合“八五”普法，开展宣传 20 场。",
        "一、主要举措和成效",
        "一是开展普法宣传12场；",
        "二是人民调\n解纠纷３６件。",
        "二、存在的不足",
        "普法宣传形式单一。",
    ]
    assert all(hit.spans == () for hit in result.hits)
    assert search(reader, "", Filters(years=(2021, 2021))).total == 4
    assert search(reader, "年:2021", limit=2).total == 4


def test_white_space_asks_for_nothing(reader: Reader) -> None:
    for raw in ("", " ", "　\n\t"):
        result = search(reader, raw)
        assert (result.hits, result.total, result.total_exact) == ((), 0, True)


@pytest.mark.parametrize(
    "raw",
    ["普法宣传 年:2023", "普法 宣传", "宣传 -形式", "的", "“八五”普法", "调解 普法", "年:2022"],
)
def test_scores_fall_and_no_passage_comes_twice(reader: Reader, raw: str) -> None:
    hits = search(reader, raw, limit=100).hits
    assert all(better.score > worse.score for better, worse in pairwise(hits))
    assert len({hit.passage.id for hit in hits}) == len(hits)


@many
@given(data=st.data())
def test_every_part_of_every_passage_finds_it(reader: Reader, data: st.DataObject) -> None:
    record = data.draw(st.sampled_from(list(every_passage(reader))))
    start = data.draw(st.integers(0, len(record.text) - 1))
    end = data.draw(st.integers(start + 1, len(record.text)))
    needle = record.text[start:end]
    if not equate(needle):
        return
    result = search(reader, needle, limit=1000)
    literal = {hit.passage.id for hit in result.hits if hit.spans and hit.how == "literal"}
    assert record.id in literal
    assert scan(reader, needle) <= {hit.passage.id for hit in result.hits}
    assert (result.total, result.total_exact) == (len(result.hits), True)


@many
@given(
    raw=st.text(st.characters(exclude_categories=()))
    | st.text(st.sampled_from("普法宣传年:：部分不足“\"-－*()^+ AND NEAR{}\x00\ud800\ue000🙂　'%_"))
)
def test_any_string_is_answered(reader: Reader, raw: str) -> None:
    result = search(reader, raw, limit=1000)
    assert result.query == raw
    found = {hit.passage.id for hit in result.hits}
    if equate(raw):
        assert scan(reader, raw) <= found
    assert result.total == len(found)
    for hit in result.hits:
        assert all(0 <= start < end <= len(hit.passage.text) for start, end in hit.spans)


@pytest.mark.parametrize(
    "unit", ["法", "普法", "普 ", '"', "-", "年:2021 ", "★", "地:大兴 ", "\x00"]
)
def test_long_queries_are_answered(reader: Reader, unit: str) -> None:
    result = search(reader, unit * 5_000)
    assert result.total_exact


def test_words_that_stand_together_come_before_scattered_ones(tmp_path: Path) -> None:
    far = "纠纷" + "由" * 30 + "调解"
    parts = [
        [Part(f"{far}甲。"), Part("调解各类纠纷。"), Part("纠纷调解。", "heading")],
        [Part("纠纷调解旧。"), Part(f"{far}旧。")],
    ]
    reports = [
        make_report(some, "旧宫镇", year) for some, year in zip(parts, (2023, 2019), strict=True)
    ]
    with store(tmp_path / "library.sqlite3", reports).read() as reader:
        found = texts(search(reader, "调解 纠纷"))
    assert found == ["纠纷调解旧。", "纠纷调解。", "调解各类纠纷。", f"{far}甲。", f"{far}旧。"]

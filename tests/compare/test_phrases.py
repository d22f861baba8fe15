"""The indexes of what cells say, beside looking through the text itself."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.compare import phrases
from tuibrowser.compare.phrases import SHORTEST_SHARED, Said, common, without
from tuibrowser.compare.wording import STOP, Wording
from tuibrowser.model.terms import Span

# Few characters, so that pairs and phrases recur.
TEXTS = st.text("调解纠纷法#\U00020000\U00020bb7" + STOP, max_size=60)


def wording_of(text: str) -> Wording:
    return Wording(text, False, bytes([1]) * len(text), [0], [0], {})


@given(TEXTS, st.text("调解纠纷法\U00020000\U00020bb7", min_size=1, max_size=4))
def test_a_cell_knows_what_stands_in_it(text: str, word: str) -> None:
    said = Said(wording_of(text), [(0, len(text))])
    assert (word in said) == (word in text)
    for at in range(len(word) - 1):
        pair = word[at : at + 2]
        assert said.has_pair(pair) == (pair in text)


@given(TEXTS, st.lists(st.text("调解纠纷法\U00020000", min_size=1, max_size=8), min_size=1))
def test_a_cell_that_was_read_often_answers_from_an_index(text: str, words: list[str]) -> None:
    said = Said(wording_of(text), [(0, len(text))])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(phrases, "_MOST_SCANS", 0)
        assert [word in said for word in words] == [word in text for word in words]


def test_of_a_very_long_word_all_stretches_must_stand_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(phrases, "_MOST_SCANS", 0)
    said = Said(wording_of("调解纠纷，依法调解矛盾纠纷"), [(0, 13)])
    assert "依法调解矛盾纠纷" in said
    assert "法调解矛盾纠纷调解纠纷" not in said


SPANS = st.lists(st.integers(0, 40), max_size=10, unique=True).map(
    lambda ends: list(zip(*[iter(sorted(ends))] * 2, strict=False))
)


def covered(spans: Iterable[Span]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


@given(SPANS, SPANS)
def test_what_two_lists_of_spans_share(first: list[Span], second: list[Span]) -> None:
    found = list(common(first, second))
    assert covered(found) == covered(first) & covered(second)
    assert found == sorted(found)


@given(st.integers(0, 40), st.integers(0, 20), SPANS)
def test_what_spans_leave_of_one(start: int, size: int, taken: list[Span]) -> None:
    found = list(without((start, start + size), taken))
    assert covered(found) == set(range(start, start + size)) - covered(taken)
    assert all(low < high for low, high in found)


@given(TEXTS, TEXTS, TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_phrases_are_found_wherever_they_stand(
    before: str, shared: str, after: str, cut: int, start: int
) -> None:
    mine, its = before + shared + after, after + shared + before
    cut, start = len(before) + cut, len(after) + start
    parts = [(0, min(cut, len(mine))), (min(cut, len(mine)), len(mine))]
    said = Said(wording_of(mine), parts)
    first = its[start : start + SHORTEST_SHARED]
    sentence = its.find(STOP, start)
    end = len(its) if sentence < 0 else sentence
    if start + SHORTEST_SHARED > end:
        return
    stop = said.match(first, its, start, end)
    pieces = [mine[low:high] for low, high in parts]
    assert (stop > start) == any(first in piece for piece in pieces)
    if stop > start:
        assert stop - start >= SHORTEST_SHARED
        assert any(its[start:stop] in piece for piece in pieces)

"""The packed indexes of what cells say, beside looking through the text itself."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.compare.phrases import SHORTEST_SHARED, Said
from tuibrowser.compare.wording import STOP, Wording

# Few characters, so that pairs and phrases recur; two of them take two units of UTF-16.
TEXTS = st.text("调解纠纷法#\U00020000\U00020bb7" + STOP, max_size=60)


def wording_of(text: str) -> Wording:
    return Wording(text, False, bytes([1]) * len(text), array("i", [0]), array("i", [0]), {})


@given(TEXTS, st.text("调解纠纷法\U00020000\U00020bb7", min_size=1, max_size=4))
def test_a_cell_knows_what_stands_in_it(text: str, word: str) -> None:
    said = Said(wording_of(text), [(0, len(text))])
    assert (word in said) == (word in text)
    for at in range(len(word) - 1):
        pair = word[at : at + 2]
        assert said.has_pair(pair) == (pair in text)


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

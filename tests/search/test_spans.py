from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.search.spans import locate
from tuibrowser.text.fold import squash

TEXT = st.text(st.sampled_from("法治调解 　\n，“２a"), max_size=30)


def test_offsets_are_those_of_the_text_as_written() -> None:
    text = "　开展调\n解１２场，人民 调解"
    spans = locate(["调解", "12"], text)
    assert [text[start:end] for start, end in spans] == ["调\n解", "１２", "调解"]


def test_occurrences_that_share_characters_become_one_span() -> None:
    assert locate(["依法", "法治", "行政"], "依法治理行政") == ((0, 3), (4, 6))
    assert locate(["法法"], "法法法") == ((0, 3),)
    assert locate(["法"], "法法") == ((0, 1), (1, 2))


def test_nothing_found_is_no_span() -> None:
    assert locate(["调解"], "普法") == ()
    assert locate([], "普法") == ()


@given(TEXT, st.data())
def test_every_occurrence_is_covered_and_nothing_else(text: str, data: st.DataObject) -> None:
    squeezed = squash(text)
    needles = [
        squeezed[start : start + data.draw(st.integers(1, 4))]
        for start in data.draw(st.lists(st.integers(0, max(0, len(squeezed) - 1)), max_size=3))
    ]
    needles = [needle for needle in needles if needle]
    spans = locate(needles, text)
    assert all(a_end <= b_start for (_, a_end), (b_start, _) in pairwise(spans))
    marked = [any(start <= i < end for start, end in spans) for i in range(len(text))]
    ink = [i for i, c in enumerate(text) if not c.isspace()]
    expected = {
        k
        for needle in needles
        for at in range(len(squeezed))
        if squeezed.startswith(needle, at)
        for k in range(at, at + len(needle))
    }
    assert {k for k, i in enumerate(ink) if marked[i]} == expected
    assert all(not text[start].isspace() and not text[end - 1].isspace() for start, end in spans)

from __future__ import annotations

from itertools import accumulate, pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from search_corpus import Part, make_report, store

from tuibrowser.search.find import search
from tuibrowser.search.spans import locate
from tuibrowser.text.equivalence import equate

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
    squeezed = equate(text)
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


def test_what_only_resembles_the_query_is_marked_by_whole_words(tmp_path: Path) -> None:
    words = ["标题", "\n", "化解", "矛盾纠纷", "九件", "。", "\n"]
    report = make_report([Part("标题", "title"), Part("".join(words[2:-1]))], "柳溪镇", 2023)
    assert report.text == "".join(words)
    library = store(tmp_path / "library.sqlite3", [report])

    def marked(query: str) -> list[str]:
        with library.read() as reader:
            (hit,) = search(reader, query, forgiving=True).hits
        return [hit.passage.text[start:end] for start, end in hit.spans]

    assert marked("解矛顿纠") == ["解矛盾纠"]
    with library.write() as writer:
        bits = sum(1 << start for start in accumulate(map(len, words[:-1]), initial=0))
        writer.upkeep.set_word_starts(report.sha256, bits.to_bytes(2, "little"))
    assert marked("解矛顿纠") == ["化解矛盾纠纷"]
    # To the letter, what was typed is what is marked.
    assert marked("解矛盾纠") == ["解矛盾纠"]

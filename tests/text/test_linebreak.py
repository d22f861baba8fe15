"""Lines of Chinese text: nothing lost, nothing too wide, no mark where it must not stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuibrowser.text.cellwidth import cells
from tuibrowser.text.linebreak import CLOSERS, OPENERS, Paragraph, join_wraps

BLANKS = " \n\t\u3000"
ACCENT = "\u0301"
ALPHABET = "我镇开展普法宣传，。、；：！？（）《》“”〔〕—…12309.%aB \n\u3000\t[/]é\u0301"
prose = st.text(st.sampled_from(ALPHABET), max_size=200)
widths = st.integers(4, 60)


def drawn(text: str, width: int, indent: int = 0) -> list[str]:
    paragraph = Paragraph(text)
    return [
        paragraph.shown[start:end].replace("\n", "")
        for start, end in paragraph.lines(width, indent)
    ]


def visible(text: str) -> str:
    return "".join(text.split())


@given(prose, widths, st.integers(0, 4))
def test_no_character_is_lost_or_doubled(text: str, width: int, indent: int) -> None:
    assert visible("".join(drawn(text, width, indent))) == visible(text)
    spans = Paragraph(text).lines(width, indent)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(prose, st.integers(1, 60), st.integers(0, 4))
def test_no_line_is_wider_than_the_page(text: str, width: int, indent: int) -> None:
    for number, line in enumerate(drawn(text, width, indent)):
        room = width - indent if number == 0 else width
        assert cells(line) <= max(room, 1) or len(line.rstrip("\u0301")) == 1


@given(prose, widths)
def test_marks_stand_where_they_may_wherever_that_is_possible(text: str, width: int) -> None:
    paragraph = Paragraph(text)
    spans = paragraph.lines(width)
    shown = paragraph.shown

    def allowed(at: int) -> bool:
        before, after = shown[:at].rstrip(BLANKS + ACCENT), shown[at:].lstrip(BLANKS)
        accent = shown[at] == ACCENT and shown[at - 1] not in BLANKS
        return after[0] not in CLOSERS and before[-1:] not in OPENERS and not accent

    for (start, _), (following, _) in pairwise(spans):
        if not allowed(following):
            assert not any(allowed(at) for at in range(start + 1, following + 1))


@pytest.mark.parametrize("width", [24, 30, 37, 38, 76])
@pytest.mark.parametrize(
    "number", ["23.7", "100%", "1,234", "2021—2025", "12·4", "１００％", "37.5℃", "COVID-19"]
)
def test_numbers_and_words_stay_whole(number: str, width: int) -> None:
    text = "".join(f"第{'条' * count}共{number}余件，" for count in range(40))
    lines = drawn(text, width)
    assert sum(line.count(number) for line in lines) == 40


@given(prose, widths, widths)
def test_breaking_again_at_another_width_is_breaking_afresh(
    text: str, width: int, other: int
) -> None:
    paragraph = Paragraph(text)
    paragraph.lines(width)
    assert paragraph.lines(other) == Paragraph(text).lines(other)


@settings(max_examples=20)
@given(st.integers(4, 80))
def test_marks_in_plain_prose_never_start_or_end_a_line_wrongly(width: int) -> None:
    text = "我镇深入学习《法治政府建设实施纲要（2021—2025年）》，开展“八五”普法；" * 20
    for line in drawn(text, max(width, 8)):
        assert line[0] not in CLOSERS
        assert line[-1] not in OPENERS


def test_hard_wraps_of_the_source_do_not_show() -> None:
    assert drawn("    海河流域\n    治理长度2\n3.7公里。\n", 40) == ["海河流域治理长度23.7公里。"]
    assert drawn("Rule of\nLaw", 40) == ["Rule of Law"]
    assert drawn("\n \u3000\n", 40) == []


@given(prose)
def test_joining_keeps_every_offset(text: str) -> None:
    joined = join_wraps(text)
    assert len(joined) == len(text)
    assert all(
        after == before or (after in " \n" and before.isspace())
        for before, after in zip(text, joined, strict=True)
    )


def test_indent_leaves_room_on_the_first_line_only() -> None:
    assert drawn("一二三四五六七八", 8, indent=4) == ["一二", "三四五六", "七八"]


def test_a_word_longer_than_the_line_is_cut_and_goes_on() -> None:
    address = "http://www.example.gov.cn/zwgk/fzzf/2023/report_000012345.html"
    lines = drawn(address, 20)
    assert "".join(lines) == address
    assert len(lines) == 4


def test_nothing_that_steers_a_terminal_is_drawn() -> None:
    assert drawn("报告\x1b[31m红\x07\u202e", 40) == ["报告\ufffd[31m红\ufffd\ufffd"]

"""Lines of Chinese text: nothing lost, nothing too wide, no mark where it must not stand."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuibrowser.text.cellwidth import cells
from tuibrowser.text.linebreak import CLOSERS, OPENERS, MeasuredParagraph, join_wraps

BLANKS = " \n\t\u3000"
ACCENT = "\u0301"
ALPHABET = "我镇开展普法宣传，。、；：！？（）《》“”〔〕—…12309.%aB \n\u3000\t[/]é\u0301"
prose = st.text(st.sampled_from(ALPHABET), max_size=200)
widths = st.integers(4, 60)


def bitmap(starts: Iterable[int], size: int) -> bytes:
    made = bytearray((size + 7) // 8)
    for at in starts:
        made[at >> 3] |= 1 << (at & 7)
    return bytes(made)


@st.composite
def with_words(draw: st.DrawFn) -> tuple[str, bytes | None]:
    """Prose, and where its words start if anybody knows; the words are any."""
    text = draw(prose)
    if not text or draw(st.booleans()):
        return text, None
    return text, bitmap(draw(st.sets(st.integers(0, len(text) - 1))), len(text))


def drawn(text: str, width: int, indent: int = 0, words: bytes | None = None) -> list[str]:
    paragraph = MeasuredParagraph(text, words=words)
    return [
        paragraph.shown[start:end].replace("\n", "")
        for start, end in paragraph.lines(width, indent)
    ]


def visible(text: str) -> str:
    return "".join(text.split())


@given(with_words(), widths, st.integers(0, 4))
def test_no_character_is_lost_or_doubled(
    known: tuple[str, bytes | None], width: int, indent: int
) -> None:
    text, words = known
    assert visible("".join(drawn(text, width, indent, words))) == visible(text)
    spans = MeasuredParagraph(text, words=words).lines(width, indent)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(with_words(), st.integers(1, 60), st.integers(0, 4))
def test_no_line_is_wider_than_the_page(
    known: tuple[str, bytes | None], width: int, indent: int
) -> None:
    for number, line in enumerate(drawn(known[0], width, indent, known[1])):
        room = width - indent if number == 0 else width
        assert cells(line) <= max(room, 1) or len(line.rstrip("\u0301")) == 1


@given(with_words(), widths)
def test_marks_stand_where_they_may_wherever_that_is_possible(
    known: tuple[str, bytes | None], width: int
) -> None:
    text, words = known
    paragraph = MeasuredParagraph(text, words=words)
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


@pytest.mark.parametrize("width", range(30, 80))
@pytest.mark.parametrize("words", [False, True])
def test_a_number_stays_with_what_it_counts(width: int, words: bool) -> None:
    pieces = [
        f"全镇{'各' * count}村共有调解员{number}名、"
        for count in range(9)
        for number in ("7", "５")
    ]
    text = "".join(pieces)
    starts = bitmap(range(len(text)), len(text)) if words else None
    assert all(line[-1] not in "7５" for line in drawn(text, width, words=starts))


@pytest.mark.parametrize("width", range(24, 60))
def test_an_old_number_stays_with_the_new_one(width: int) -> None:
    text = "".join(f"调解纠纷{'类' * count}：6→9；" for count in range(12))
    for line in drawn(text, width):
        assert not line.startswith("→")
        assert not line.endswith("→")


@pytest.mark.parametrize("width", range(36, 60))
def test_a_change_stays_whole_with_what_it_counts(width: int) -> None:
    changes = ("4次→5次", "97%→99%", *(("3.8万元→12.5万元", "3481件→4479件") if width > 54 else ()))
    text = "".join(f"{'各' * count}变化：{it}；" for count in range(12) for it in changes)
    lines = drawn(text, width)
    for change in changes:
        assert (
            sum(line.count(f"：{change}；") for line in lines)
            + sum(
                before.endswith("：") and line.startswith(f"{change}；")
                for before, line in pairwise(lines)
            )
            == 12
        )


def test_no_room_is_lost_for_a_long_number() -> None:
    # Six cells may stay empty of 37, and no more.
    assert drawn("一" * 15 + "1234567件", 37)[0] == "一" * 15 + "1234567"
    assert drawn("一" * 16 + "12345件", 37)[0] == "一" * 16


@given(prose, widths, widths)
def test_breaking_again_at_another_width_is_breaking_afresh(
    text: str, width: int, other: int
) -> None:
    paragraph = MeasuredParagraph(text)
    paragraph.lines(width)
    assert paragraph.lines(other) == MeasuredParagraph(text).lines(other)


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


def words_of(*words: str) -> tuple[str, bytes]:
    text = "".join(words)
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word)
    return text, bitmap(starts, len(text))


def test_a_line_ends_between_words_where_that_is_known() -> None:
    text, words = words_of("我镇", "全力", "化解", "各类", "矛盾", "纠纷", "和", "信访", "事项")
    assert drawn(text, 14, words=None) == ["我镇全力化解各", "类矛盾纠纷和信", "访事项"]
    assert drawn(text, 14, words=words) == ["我镇全力化解", "各类矛盾纠纷和", "信访事项"]


def test_a_long_word_is_cut_rather_than_leaving_the_line_ragged() -> None:
    text, words = words_of("学习", "中华人民共和国", "宪法")
    assert drawn(text, 14, words=words) == ["学习中华人民共", "和国宪法"]


def test_marks_and_numbers_go_before_words() -> None:
    text, words = words_of("调解", "纠纷", "1234", "件", "，", "完成", "任务")
    # Before 件 a word starts, but a comma must not begin the line after it.
    assert drawn(text, 13, words=words) == ["调解纠纷1234", "件，完成任务"]
    assert drawn(text, 11, words=words) == ["调解纠纷", "1234件，完", "成任务"]


def test_words_of_a_paragraph_are_those_of_its_place_in_the_text() -> None:
    text, words = words_of("标题", "\n", "我镇", "全力", "化解", "纠纷")
    paragraph = MeasuredParagraph(text[3:], words=words, origin=3)
    assert [text[3:][start:end] for start, end in paragraph.lines(14)] == ["我镇全力化解", "纠纷"]


def test_a_long_run_of_blanks_is_read_once() -> None:
    # Read anew from each of its places it would take hours.
    run = "\u3000" * 300_000
    assert join_wraps(f"甲{run}乙\n丙") == f"甲{run}乙\n丙"
    assert MeasuredParagraph(f"甲{run}乙").lines(10)[-1][1] == len(run) + 2

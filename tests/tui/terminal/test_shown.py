"""A terminal that is sent only what changes shows what one that is sent everything does."""

from __future__ import annotations

import pytest
from emulators import AS_COUNTED, Emulator
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tuibrowser.tui.terminal.shown import Shown

COLUMNS, LINES = 24, 4
Segment = tuple[int, int, list[tuple[str, str]]]
STYLES = ("", "\x1b[1m", "\x1b[38;5;253;48;5;17m", "\x1b[48;5;17m")
ODD = "\ue000\U0001f44d“e\u0301\u3164"


def frames_of(letters: str) -> st.SearchStrategy[list[list[Segment]]]:
    """Frames, each with segments of styled text anywhere, over each other, too."""
    text = st.text(st.sampled_from(letters), min_size=1, max_size=9)
    parts = st.lists(st.tuples(st.sampled_from(STYLES), text), min_size=1, max_size=3)
    segment = st.tuples(st.integers(1, LINES), st.integers(1, COLUMNS - 4), parts)
    return st.lists(st.lists(segment, min_size=1, max_size=6), min_size=1, max_size=6)


def drawn(row: int, column: int, parts: list[tuple[str, str]]) -> str:
    """A segment as Textual writes it, cut at the edge of the screen."""
    room, text = COLUMNS + 1 - column, ""
    for style, words in parts:
        kept = ""
        for character in words:
            if cell_len(kept + character) > room:
                break
            kept += character
        room -= cell_len(kept)
        if kept:
            text += f"{style}{kept}\x1b[0m" if style else kept
    return f"\x1b[{row};{column}H{text}"


def emulator() -> Emulator:
    """One whose lines do not wrap, as while Textual draws."""
    made = Emulator(COLUMNS, LINES, AS_COUNTED)
    made.feed(b"\x1b[?7l")
    return made


def whole(terminal: Emulator) -> list[list[tuple[str, object]]]:
    """Every cell with its looks."""
    return [
        [(terminal.at(column, line), terminal.look(column, line)) for column in range(COLUMNS)]
        for line in range(LINES)
    ]


@given(
    frames_of("调解 a") | frames_of(f"调解 ab1（│{ODD}"), st.booleans(), st.lists(st.integers(0, 5))
)
def test_nothing_is_missing_whatever_was_drawn_before(
    pictures: list[list[Segment]], known: bool, resized: list[int]
) -> None:
    shown, all_of_it, changes = Shown(), emulator(), emulator()
    for number, picture in enumerate(pictures):
        frame = "".join(drawn(*segment) for segment in picture) + "\x1b[1;1H"
        if number in resized:
            shown.forget()
        all_of_it.feed(frame.encode())
        changes.feed(shown.changes(frame, 1.0 + number, known).encode())
        assert whole(changes) == whole(all_of_it)


def frame(*lines: str) -> str:
    return "".join(f"\x1b[{row};1H\x1b[1m{line}\x1b[0m\r\n" for row, line in enumerate(lines, 1))


def test_the_same_once_more_is_not_written() -> None:
    shown = Shown()
    picture = frame("一、主要举措和成效", "开展宣传40场次") + "\x1b[2;5H"
    assert len(shown.changes(picture, 1.0, True)) >= len(picture) - 8
    assert shown.changes(picture, 1.1, True) == "\x1b[2;5H"
    other = frame("一、主要举措和成效", "开展宣传41场次") + "\x1b[2;5H"
    assert shown.changes(other, 1.2, True) == "\x1b[2;10H\x1b[1m1\x1b[0m\x1b[2;5H"


@pytest.mark.parametrize(
    "between", ["\x1b[?1049h", "\x1b[2J", "另一程序", "\x1b[6n", "\x1b[1;1H\x1b[K"]
)
def test_after_what_is_not_understood_everything_is_drawn_anew(between: str) -> None:
    shown = Shown()
    picture = frame("一、主要举措", "二、不足")
    shown.changes(picture, 1.0, True)
    assert shown.changes(between, 1.1, True) == between
    assert "主要举措" in shown.changes(picture, 1.2, True)


def test_what_takes_no_cell_is_written_as_it_came() -> None:
    """Behind a filler of Hangul nobody knows which cell is which."""
    shown = Shown()
    picture = frame("甲\u3164乙丙丁")
    shown.changes(picture, 1.0, True)
    assert "甲\u3164乙丙丁" in shown.changes(frame("甲\u3164乙丙丁"), 1.1, True)


def test_what_is_forgotten_while_a_row_is_taken_apart_is_drawn_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A signal comes between any two steps."""
    shown = Shown()
    picture = frame("一、主要举措")

    def interrupted(text: str) -> int:
        shown.forget()
        return cell_len(text)

    monkeypatch.setattr("tuibrowser.tui.terminal.shown.cell_len", interrupted)
    shown.changes(picture, 1.0, True)
    monkeypatch.undo()
    assert "主要举措" in shown.changes(picture, 1.1, True)


def test_after_a_while_everything_is_drawn_anew() -> None:
    """Somebody may have written across the screen (wall, write)."""
    shown = Shown()
    picture = frame("一、主要举措")
    shown.changes(picture, 1.0, True)
    assert "主要举措" not in shown.changes(picture, 3.0, True)
    assert "主要举措" in shown.changes(picture, 60.0, True)


def test_what_begins_and_ends_frames_is_written_and_makes_no_difference() -> None:
    shown = Shown()
    picture = frame("一、主要举措")
    shown.changes(picture, 1.0, True)
    for quiet in ("\x1b[?2026h", "\x1b[?2026l", "\x1b[?25l", "\x1b]22;default\x07"):
        assert shown.changes(quiet, 1.1, True) == quiet
    assert "主要举措" not in shown.changes(picture, 1.2, True)

"""Nothing moves because a terminal draws a character wider or narrower than it was counted."""

from __future__ import annotations

import pytest
from emulators import WIDTHS, Emulator, Widths
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tuibrowser.tui.terminal.pinning import pinned

ODD = (
    "\u2764\ufe0f\U0001f44d\U0001f3fd\U0002ebf0\U00031350\U000323b0\ue000\U000f0000"
    "e\u0301☎①“…é\u200d\U0001f469"
)

lines = st.lists(
    st.tuples(st.text(st.sampled_from(f"调解abc 12{ODD}"), max_size=12), st.booleans()), max_size=6
)


def drawn(pieces: list[tuple[str, bool]]) -> str:
    """A frame with one line: the pieces, some of them bold, then two edges."""
    text = "".join(f"\x1b[1m{text}\x1b[0m" if bold else text for text, bold in pieces)
    return f"\x1b[2;3H{text}|甲|\x1b[1;1H"


@given(lines, st.sampled_from(sorted(WIDTHS)), st.booleans())
def test_what_stands_right_of_any_text_stands_where_it_was_counted(
    pieces: list[tuple[str, bool]], name: str, known: bool
) -> None:
    # Ambiguous characters are known only where the terminal draws them as counted.
    known = known and name != "ambiguous characters are wide, too"
    terminal = Emulator(200, 3, WIDTHS[name])
    # Marks break what is joined across pieces, which Textual counts one by one; one at the end
    # alone may be joined itself, by what the next piece begins with.
    marked = [(f".{text}." if text else "", bold) for text, bold in pieces]
    terminal.feed(pinned(drawn(marked), known).encode())
    edge = 2 + sum(cell_len(text) for text, _ in marked)
    assert [terminal.at(edge + shift, 1) for shift in (0, 1, 3)] == ["|", "甲", "|"]


@pytest.mark.parametrize("widths", WIDTHS.values(), ids=WIDTHS)
def test_no_older_character_shows_where_less_is_drawn(widths: Widths) -> None:
    terminal = Emulator(40, 3, widths)
    terminal.feed(b"\x1b[2;1Hxxxxxxxxxxxx")
    terminal.feed(pinned("\x1b[2;1H\U0001f44d\ue000\U00031350|", False).encode())
    assert "x" not in "".join(terminal.at(column, 1) for column in range(5))
    assert terminal.at(5, 1) == "|"


@given(st.text(st.sampled_from("调解，（）《》、。：；abc 12%％Ａé“…①│")))
def test_what_all_terminals_draw_alike_is_written_as_it_is(text: str) -> None:
    frame = f"\x1b[2;3H\x1b[1m{text}\x1b[0m\n"
    assert pinned(frame, True) == frame


def test_what_does_not_say_where_it_goes_is_written_as_it_is() -> None:
    for data in ("\ue000“", "\x1b[2;2H\x1b[6n\ue000"):
        assert pinned(data, False) == data


def test_an_accent_comes_together_with_its_letter() -> None:
    assert "e\u0301" in pinned("\x1b[1;1Hcafe\u0301s", True)


def test_joined_pictures_are_drawn_as_the_first_one() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001f44d\U0001f3fd"
    shown = pinned(f"\x1b[1;1H{family}。", True)
    assert [it for it in shown if it > "\u3002"] == ["\U0001f468", "\U0001f44d"]

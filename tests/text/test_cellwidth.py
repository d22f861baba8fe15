"""Cell widths agree with what draws them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from tuibrowser.text.cellwidth import cell_widths, cells, fill, prefix_sums, shorten

chinese = st.text(
    st.sampled_from("我镇开展“八五”普法12场，①—…《条例》23.7％ab\u3000（一）é\u0301𠮷")
)


def test_every_assigned_character_is_as_wide_as_rich_draws_it() -> None:
    table = cell_widths()
    differing = [
        hex(code)
        for code in range(0x20, 0x110000)
        if unicodedata.category(chr(code)) not in ("Cs", "Cn")
        and table[chr(code)] != get_character_cell_size(chr(code))
    ]
    assert differing == []


@pytest.mark.parametrize("character", "“”‘’—…·①℃×★│")
def test_ambiguous_characters_take_what_the_terminal_says(character: str) -> None:
    assert cells(character) == 1
    assert cells(character, ambiguous=2) == 2


@pytest.mark.parametrize("ambiguous", [1, 2])
def test_unmistakable_characters_do_not_change(ambiguous: int) -> None:
    assert cells("镇，《》（）\u3000", 2 if ambiguous == 2 else 1) == 14
    assert cells("ab 12%") == 6


@given(st.text())
def test_never_narrower_than_rich(text: str) -> None:
    drawn = "".join(" " if character == "\t" else character for character in text)
    known = "".join(
        character for character in drawn if unicodedata.category(character) not in ("Cs", "Cn")
    )
    assert cells(known) >= cell_len(known)


@given(chinese)
def test_prefix_sums_are_the_cells_of_every_prefix(text: str) -> None:
    sums = prefix_sums(text)
    assert len(sums) == len(text) + 1
    assert [cell_len(text[:end]) for end in range(len(text) + 1)] == list(sums)


@given(chinese, st.integers(0, 40))
def test_fill_gives_the_width_exactly(text: str, width: int) -> None:
    assert cells(fill(text, width)) == width


def test_shortening_shows_that_something_is_missing() -> None:
    assert shorten("潭柘寺镇人民政府", 9) == "潭柘寺镇…"
    assert shorten("潭柘寺镇", 8) == "潭柘寺镇"
    assert shorten("潭柘寺镇", 0) == ""


def test_the_sign_that_something_is_missing_is_as_wide_as_the_terminal_draws_it() -> None:
    assert shorten("潭柘寺镇人民政府", 9, 2) == "潭柘寺…"
    assert shorten("潭柘寺镇人民政府", 10, 2) == "潭柘寺镇…"

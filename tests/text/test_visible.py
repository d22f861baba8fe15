"""No text leaves that would steer a terminal."""

from __future__ import annotations

import re
import sys

from hostile import HOSTILE, steering
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.reading.clean import clean
from tuibrowser.text.linebreak import join_wraps
from tuibrowser.text.visible import STEERING, visible, visible_lines

anything = st.text(
    st.characters() | st.sampled_from(HOSTILE + "\ud800\t\n") | st.characters(categories=["Cs"])
)


@given(anything)
def test_nothing_steers_and_nothing_moves(text: str) -> None:
    for shown in (visible(text), visible_lines(text), join_wraps(text)):
        assert len(shown) == len(text)
        assert steering(shown) == []
    assert "\n" not in visible(text)
    assert visible_lines(text).count("\n") == text.count("\n")


def test_whatever_steers_is_looked_for() -> None:
    """Text that Python calls printable is not looked through."""
    characters = "".join(map(chr, range(sys.maxunicode + 1)))
    found = re.findall(f"[{STEERING}]", characters)
    assert len(found) > len(steering(HOSTILE))
    assert not any(map(str.isprintable, found))


@given(anything)
def test_reading_leaves_nothing_to_make_visible(text: str) -> None:
    cleaned = clean(text)
    assert visible_lines(cleaned) == cleaned.replace("\t", " ")


def test_what_every_language_needs_stays() -> None:
    text = "法治12.4％é 👍🏽 𠮷\ue000 العربية"
    assert visible(text) == text

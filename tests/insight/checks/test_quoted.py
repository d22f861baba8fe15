"""Words of a report within a sentence about it."""

from __future__ import annotations

import pytest

from tuibrowser.insight.checks.finding import quoted


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("调解", "“调解”"),
        ("“八五”普法", "“‘八五’普法”"),
        ("“八五”", "“八五”"),
        ('九五"普法', "“九五普法”"),
        ('"八五"', "“八五”"),
    ],
)
def test_marks_within_are_single_ones_and_straight_ones_go(words: str, said: str) -> None:
    """A folded text has straight ones, and a match may begin between two."""
    assert quoted(words) == said

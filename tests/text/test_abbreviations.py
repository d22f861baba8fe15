from __future__ import annotations

import pytest

from tuibrowser.text.abbreviations import mixtures


@pytest.mark.parametrize(
    ("letters", "units"),
    [
        ("cwgongkai", ("c", "w", "gong", "kai")),
        ("cunwgk", ("cun", "w", "g", "k")),
        ("zhcunwu", ("zh", "cun", "wu")),
        ("chwgk", ("ch", "w", "g", "k")),
        ("shzhch", ("sh", "zh", "ch")),
    ],
)
def test_initials_and_syllables_stand_beside_each_other(
    letters: str, units: tuple[str, ...]
) -> None:
    assert units in [way.units for way in mixtures(letters)]


@pytest.mark.parametrize("letters", ["", "cw", "cwgk", "a" * 41])
def test_what_is_no_mixture_has_none(letters: str) -> None:
    assert mixtures(letters) == ()

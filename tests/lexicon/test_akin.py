"""Which units count the same, in every table that says so."""

from __future__ import annotations

from itertools import combinations

import pytest

from tuibrowser.lexicon.akin import families


@pytest.mark.parametrize("table", ["akin", "indicators"])
def test_words_for_one_another_are_in_the_same_families(table: str) -> None:
    known = getattr(families(), table)
    for word, unit in families().same.items():
        assert [word in units for units in known.values()] == [
            unit in units for units in known.values()
        ], (word, unit)


@pytest.mark.parametrize("table", ["akin", "indicators"])
def test_no_unit_is_of_two_families(table: str) -> None:
    for one, other in combinations(getattr(families(), table).values(), 2):
        assert not set(one) & set(other)


def test_a_word_for_another_unit_has_none_for_itself() -> None:
    assert not families().same.keys() & set(families().same.values())


def test_people_and_their_visits_are_akin_and_do_not_add_up() -> None:
    assert {"人", "名", "人次"} <= families().akin["people"]
    assert "人次" not in families().same
    assert families().same["名"] == "人"

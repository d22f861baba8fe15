"""What usually stands around the numbers of an indicator tells it; the table is whole."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.lexicon import leanings
from tuibrowser.lexicon.indicators import catalogue
from tuibrowser.lexicon.leanings import (
    NONE,
    OFFSET,
    SCALE,
    NumberContext,
    keys_around,
    keys_of,
    leanings_of,
    length,
)

FOLDER = Path(leanings.__file__).parent


def _told(noun: str, unit: str, heading: str = "", lead: str = "") -> NumberContext:
    family = catalogue().family(unit)
    return NumberContext(noun, (lead, ""), lead, heading, unit, family, None)


def _lean(told: NumberContext) -> Mapping[str, float]:
    """How much a number leans towards each indicator of the table."""
    ids = (FOLDER / "leanings.txt").read_text("utf-8").splitlines()[1].split()
    return leanings_of(told, ids)


@pytest.mark.parametrize(
    ("told", "indicator"),
    [
        (_told("皮影戏巡演", "场", "普法宣传接地气"), "publicity_events"),
        (_told("队里有队员", "人", "应急处突"), "emergency_team_members"),
        (_told("栽种柳树", "株", "绿化"), NONE),
    ],
)
def test_words_that_no_pattern_knows_lean_towards_what_they_are_of(
    told: NumberContext, indicator: str
) -> None:
    leanings = _lean(told)
    assert max(leanings, key=leanings.__getitem__) == indicator


def test_a_heading_leans_its_numbers_towards_its_field() -> None:
    beside, below = (_lean(_told("露天放映", "场", it)) for it in ("矛盾化解", "普法宣传教育"))
    assert below["publicity_events"] > beside["publicity_events"]


@given(st.text("法治普调解纠纷审查，3a\ud800𠀀", max_size=60), st.sampled_from("件次%"))
def test_any_words_lean_some_way_towards_every_indicator(text: str, unit: str) -> None:
    leanings = _lean(_told(text, unit, text, text))
    assert set(leanings) == {*catalogue().indicators, NONE}
    assert all(abs(it) < 5 for it in leanings.values())


def test_the_table_has_a_row_for_each_key() -> None:
    _, ids, *keys = (FOLDER / "leanings.txt").read_text("utf-8").splitlines()
    assert set(ids.split()) == {*catalogue().indicators, NONE}
    assert len(set(keys)) == len(keys)
    rows = (FOLDER / "leanings.bin").read_bytes()
    at = 0
    for _ in keys:
        assert all(it < len(ids.split()) for it in rows[at + 1 : at + 1 + 2 * rows[at] : 2])
        at += 1 + 2 * rows[at]
    assert at == len(rows) < 300_000


@cache
def _weights() -> dict[str, dict[str, int]]:
    """For each key of the table what it weighs for each indicator that it has a weight for."""
    _, ids, *keys = (FOLDER / "leanings.txt").read_text("utf-8").splitlines()
    rows, at, found = (FOLDER / "leanings.bin").read_bytes(), 0, {}
    for key in keys:
        row = rows[at + 1 : at + 1 + 2 * rows[at]]
        of = map(ids.split().__getitem__, row[::2])
        found[key] = {it: weight - OFFSET for it, weight in zip(of, row[1::2], strict=True)}
        at += 1 + len(row)
    return found


@given(st.text("化解矛盾纠纷，法治", max_size=9), st.text("开展普法宣传", max_size=12))
def test_numbers_lean_by_the_keys_that_the_table_was_learnt_from(noun: str, around: str) -> None:
    told = _told(noun, "件", around, f"{around},{noun}")
    keys = (keys_of(told), keys_around(told))
    groups = [group for it in keys for group in it.groups]
    for indicator, leaning in _lean(told).items():
        summed = sum(
            weight * _weights().get(key, {}).get(indicator, 0)
            for weight, group in groups
            for key in group
        )
        assert leaning == pytest.approx(summed / length(keys) / SCALE)

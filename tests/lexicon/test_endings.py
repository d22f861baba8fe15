"""The table of what speaks for a heading's end is whole."""

from __future__ import annotations

import pytest

from tuibrowser.lexicon import endings
from tuibrowser.lexicon.endings import DOUBLE, SINGLE, TABLE, weigh


def test_each_sign_weighs_something_and_stands_once() -> None:
    lines = TABLE.read_text("utf-8").splitlines()[1:]
    signs = [sign for line in lines for sign, _ in endings._signs(line)]
    assert len(set(signs)) == len(signs) > 3_000
    assert all(weigh({sign: 1.0}) for sign in signs)
    assert TABLE.stat().st_size < 100_000


def test_signs_of_characters_have_as_many_as_their_kind() -> None:
    for line in TABLE.read_text("utf-8").splitlines()[1:]:
        kind, _, keys = line.split(" ", 2)
        if kind in DOUBLE:
            assert len(keys) % 2 == 0
        if kind in (*SINGLE, *DOUBLE):
            assert not set(keys) & set("。;!?:")


def test_signs_count_as_often_as_they_are_there() -> None:
    one, twice = (weigh({"ends 情况": times, "opens 我镇": 1.0}) for times in (1.0, 2.0))
    assert twice - one == pytest.approx(weigh({"ends 情况": 1.0}))
    assert weigh({"ends 情况": 1.0}) > 0
    assert weigh({"ends 𠀀𠀀": 1.0}) == weigh({}) == 0

"""The table of what speaks for a heading's end is whole."""

from __future__ import annotations

import pytest

from tuibrowser.lexicon.endings import TABLE, weigh


def test_each_sign_weighs_something_and_stands_once() -> None:
    signs = [
        f"{kind} {key}"
        for _, kind, _, *keys in map(str.split, TABLE.read_text("utf-8").splitlines()[1:])
        for key in keys
    ]
    assert len(set(signs)) == len(signs) > 3_000
    assert all(weigh({sign: 1.0}) for sign in signs)
    assert TABLE.stat().st_size < 100_000


def test_no_character_beside_the_place_ends_a_sentence() -> None:
    beside = {"last", "last_stop", "next", "ends", "opens", "follows"}
    for line in TABLE.read_text("utf-8").splitlines()[1:]:
        _, kind, _, *keys = line.split(" ")
        assert kind not in beside or not set("。;!?:") & set("".join(keys))


def test_signs_count_as_often_as_they_are_there() -> None:
    one, twice = (weigh({"ends 情况": times, "opens 我镇": 1.0}) for times in (1.0, 2.0))
    assert twice - one == pytest.approx(weigh({"ends 情况": 1.0}))
    assert weigh({"ends 情况": 1.0}) > 0
    assert weigh({"ends 𠀀𠀀": 1.0}) == weigh({}) == 0

"""What was said of pairs of measures: the last word counts."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuibrowser.model.kept import Pairing, Stretch
from tuibrowser.state.pairings import keep_pairings, load_pairings, pairings_file

PAIRING = Pairing(Stretch("a" * 64, 1, 5), Stretch("b" * 64, 2, 9), True)
STRETCHES = st.builds(
    Stretch, st.sampled_from(["a" * 64, "b" * 64]), st.integers(0, 2), st.integers(3, 4)
)


@pytest.mark.parametrize(
    "damaged",
    [
        *(1, None, [], {}),
        {"first": [1], "second": {}, "joined": True},
        {"first": {"report": "a", "start": 1, "end": 5}, "second": None, "joined": True},
    ],
)
def test_a_damaged_one_is_put_aside_and_the_others_are_used(damaged: object) -> None:
    keep_pairings([PAIRING])
    content = json.loads(pairings_file().read_text("utf-8"))
    content["pairings"] += [damaged, content["pairings"][0] | {"joined": 1}]
    pairings_file().write_text(json.dumps(content), "utf-8")
    said: list[str] = []
    assert load_pairings(said.append) == load_pairings(said.append) == (PAIRING,)
    kept = pairings_file().with_name("pairings.json.bak")
    assert said == [f"人工配对中有 2 条无法识别，已略过，原文件另存为 {kept}"]
    assert json.loads(kept.read_text("utf-8")) == content


@settings(max_examples=25)
@given(st.lists(st.lists(st.builds(Pairing, STRETCHES, STRETCHES, st.booleans()), max_size=3)))
def test_of_each_two_measures_only_the_last_word_is_kept(sayings: list[list[Pairing]]) -> None:
    last: dict[frozenset[Stretch], bool] = {}
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(Path(folder)))
        for said in sayings:
            keep_pairings(said)
            last |= {frozenset((it.first, it.second)): it.joined for it in said}
        pairings = load_pairings()
    assert {frozenset((it.first, it.second)): it.joined for it in pairings} == last
    assert len(pairings) == len(last)

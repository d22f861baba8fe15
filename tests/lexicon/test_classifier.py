"""What a measure is like tells its theme where no word of a list does; the table is whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.lexicon import classifier
from tuibrowser.lexicon.classifier import NO_FIELD, classify
from tuibrowser.lexicon.load import load

FOLDER = Path(classifier.__file__).parent
LEARNT = Path(__file__).resolve().parents[2] / "fixtures/themes.jsonl"


@pytest.mark.parametrize(
    ("measure", "theme"),
    [
        ("夜里水涨得急,干部挨户敲门把老人背到高处", "emergency"),
        ("两兄弟为老屋的滴水沟翻了脸,请来长辈坐下说开", "mediation"),
        ("贴出每笔开销,谁都能来查", "openness"),
        ("新修水渠两公里,栽种果树八百株", NO_FIELD),
    ],
)
def test_what_no_word_names_is_told_by_what_it_is_like(measure: str, theme: str) -> None:
    leanings = classify(measure, measure.split(",", maxsplit=1)[0])
    assert max(leanings, key=leanings.__getitem__) == theme


def test_the_lead_counts_twice() -> None:
    text = "开展消防演练,开展普法宣传"
    first, second = (classify(text, lead) for lead in text.split(","))
    assert first["emergency"] > second["emergency"]
    assert first["publicity"] < second["publicity"]


@given(st.text("法治普调解纠纷审查，3a\ud800𠀀", max_size=60))
def test_any_text_leans_some_way_towards_every_theme(text: str) -> None:
    leanings = classify(text, text[:5])
    assert set(leanings) == {*_themes(), NO_FIELD}
    assert all(abs(it) < 20 for it in leanings.values())


def test_a_long_text_overflows_nothing() -> None:
    short, long = (classify("排查调解矛盾纠纷" * times, "") for times in (1, 5_000))
    assert max(short, key=short.__getitem__) == max(long, key=long.__getitem__) == "mediation"


def test_the_table_has_a_row_for_each_key() -> None:
    _, themes, single, double = (FOLDER / "classifier.txt").read_text("utf-8").splitlines()
    keys = [*single, *(one + other for one, other in zip(double[::2], double[1::2], strict=True))]
    assert len(set(keys)) == len(keys)
    size = len(keys) * len(themes.split())
    assert (FOLDER / "classifier.bin").stat().st_size == size < 250_000


def test_what_it_learnt_from_is_labelled_with_themes_there_are() -> None:
    labels = [json.loads(line) for line in LEARNT.read_text("utf-8").splitlines()]
    assert len({it["text"] for it in labels}) == len(labels)
    assert {theme for it in labels for theme in it["themes"]} == _themes()


def _themes() -> set[str]:
    return {theme for weights in load().theme_words.values() for theme, _ in weights}

"""What people call the acts of township work when they ask."""

from __future__ import annotations

import pytest

from tuibrowser.lexicon.acts import NAMES, load_acts, load_everyday, load_names
from tuibrowser.text.equivalence import equate


def test_every_word_stands_for_an_act_that_no_other_word_tells() -> None:
    standing = [one for words in load_everyday().words.values() for one in words]
    assert {act for _, acts in standing for act in acts} <= set(load_names())
    known = load_acts().in_text
    told = [word for word, acts in standing if any(known(word).get(it, 0) >= NAMES for it in acts)]
    assert told == []


def test_words_are_found_in_queries_as_these_are_read() -> None:
    words = [word for words in load_everyday().words.values() for word, _ in words]
    assert [word for word in words if len(word) < 2 or equate(word) != word] == []


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("烧稻草冒黑烟", "environment"),
        ("跑断腿也没盖上章", "service_counter"),
        ("电话里骗走三万", "fraud"),
        ("刑满放出来的人", "corrections"),
    ],
)
def test_they_say_what_no_report_says(said: str, act: str) -> None:
    assert act in load_everyday().in_text(said)
    assert act not in load_acts().in_text(said)

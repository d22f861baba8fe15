from __future__ import annotations

import pytest

from tuibrowser.lexicon.verbal import LIKELY, score_verb


@pytest.mark.parametrize("word", ["追发", "拖移", "停供", "查实", "移送", "确权", "训诫"])
def test_verbs_are_known_by_their_characters(word: str) -> None:
    assert score_verb(word) >= LIKELY


@pytest.mark.parametrize("word", ["商铺", "土地", "村民", "刑事", "女性", "省级", "议题"])
def test_and_so_are_names_of_things(word: str) -> None:
    assert score_verb(word) < LIKELY


def test_characters_that_no_word_tells_of_say_nothing() -> None:
    assert score_verb("\ue002\ue002") == 0

"""What was meant by a name that nothing has."""

from __future__ import annotations

import pytest

from tuibrowser.search.suggest import nearest, nearest_themes


def test_of_a_place_with_all_above_it_the_last_is_meant() -> None:
    places = ["云州市", "双渡县", "石门镇"]
    assert nearest("云州市双渡县", places)[0] == "双渡县"
    assert nearest("双渡县石门镇", places)[0] == "石门镇"


@pytest.mark.parametrize(
    ("word", "theme"),
    [("庭审", "复议应诉"), ("接访", "矛盾纠纷化解"), ("火灾", "应急与突发事件")],
)
def test_a_word_of_measures_suggests_the_themes_that_speak_of_it(word: str, theme: str) -> None:
    assert theme in nearest_themes(word)


@pytest.mark.parametrize("word", ["天文", "火", "kk"])
def test_a_word_of_none_suggests_no_theme(word: str) -> None:
    assert nearest_themes(word) == ()

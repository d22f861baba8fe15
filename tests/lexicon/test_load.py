from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tuibrowser.lexicon.labels import KIND_LABELS, KIND_WORDS, THEME_LABELS
from tuibrowser.lexicon.load import LexiconError, load
from tuibrowser.locations import config_home
from tuibrowser.model.terms import SECTION_KINDS


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    load.cache_clear()
    yield
    load.cache_clear()


def _own(name: str, text: str) -> Path:
    path = config_home() / "lexicon" / f"{name}.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_kind_and_theme_has_wordings_and_labels() -> None:
    lexicon = load()
    assert set(lexicon.headings) == set(KIND_LABELS) == set(KIND_WORDS) == set(SECTION_KINDS)
    named = {theme for entries in lexicon.theme_words.values() for theme, _ in entries}
    assert named == set(THEME_LABELS)


def test_a_persons_own_words_are_added_and_change_the_version() -> None:
    shipped = load()
    load.cache_clear()
    _own("themes", '[theme.mediation]\nname = ["说事会"]\n')
    own = load()
    assert own.theme_words["说事会"] == (("mediation", 3),)
    assert own.theme_words["矛盾纠纷"] == shipped.theme_words["矛盾纠纷"]
    assert own.version != shipped.version


def test_a_persons_own_heading_pattern_is_added_to_its_kind() -> None:
    _own("kinds", '[[kind]]\nid = "shortcomings"\nheading = ["有待提升之处"]\n')
    lexicon = load()
    assert lexicon.headings["shortcomings"].search("有待提升之处")
    assert lexicon.headings["shortcomings"].search("存在的不足和原因")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("not toml at all [", "第 1 行第 5 列"),
        ("kind = [", "文件末尾不完整"),
        ('[[kind]]\nid = "shortcomings"\nheading = ["("]\n', "“(”不是有效的正则表达式"),
        ("kind = 3\n", "有一项的写法与自带词表不同"),
    ],
)
def test_a_broken_file_is_named_in_one_sentence(text: str, fault: str) -> None:
    _own("kinds", text)
    with pytest.raises(LexiconError, match="自备词表") as broken:
        load()
    assert f"（{fault}）" in str(broken.value)


def test_an_unknown_theme_and_another_encoding_are_named() -> None:
    own = _own("themes", '[theme.gardens]\nname = ["园林"]\nhint = []\n')
    with pytest.raises(LexiconError, match="“gardens”一项多余或缺少"):
        load()
    own.write_bytes("法".encode("gbk"))
    with pytest.raises(LexiconError, match="第 1 个字节起不是 UTF-8"):
        load()

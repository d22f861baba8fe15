from __future__ import annotations

from pathlib import Path

import pytest

from tuibrowser.lexicon.labels import KIND_LABELS, KIND_WORDS, THEME_LABELS
from tuibrowser.lexicon.load import LexiconError, load
from tuibrowser.locations import config_home
from tuibrowser.model import SECTION_KINDS


@pytest.fixture(autouse=True)
def _fresh() -> None:
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
    "text", ["not toml at all [", '[[kind]]\nid = "shortcomings"\nheading = ["("]\n']
)
def test_a_broken_file_is_named_in_one_sentence(text: str) -> None:
    _own("kinds", text)
    with pytest.raises(LexiconError, match="自备词表"):
        load()

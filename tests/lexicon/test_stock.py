"""Stock phrases: ours, and a person's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tuibrowser.compare.wording import SIGNS, reword
from tuibrowser.lexicon.stock import commonplaces, stock_phrases, usual_words
from tuibrowser.text.shadows import shadow


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where a person's lists are looked for, read anew in each test."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "tuibrowser" / "lexicon"
    folder.mkdir(parents=True)
    for listed in (stock_phrases, commonplaces, usual_words):
        listed.cache_clear()
    yield folder
    for listed in (stock_phrases, commonplaces, usual_words):
        listed.cache_clear()


def test_every_phrase_has_something_to_go_by() -> None:
    phrases = stock_phrases()
    assert len(phrases) > 80
    assert len(set(phrases)) == len(phrases)
    for phrase in phrases:
        pieces = [reword(piece) for piece in phrase.split("…")]
        # Enough to be no mere term, within one sentence, and not beginning with just anything.
        assert len("".join(pieces)) >= 4, phrase
        assert not SIGNS & set("".join(pieces)), phrase
        assert pieces[0], phrase


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_person_adds_phrases(own_folder: Path, encoding: str) -> None:
    (own_folder / "stock.txt").write_bytes("# 我县\n法治青棠建设\n\n".encode(encoding))
    assert stock_phrases()[-1] == "法治青棠建设"


def test_a_folder_in_its_place_is_no_list(own_folder: Path) -> None:
    (own_folder / "stock.txt").mkdir()
    assert len(stock_phrases()) > 80


def test_commonplaces_are_long_enough_to_be_told_and_listed_once() -> None:
    listed = commonplaces()
    assert len(listed) > 500
    assert len(set(listed)) == len(listed)
    assert not set(listed) & set(stock_phrases())
    assert [it for it in listed if len(shadow(it).signs) < 4] == []


def test_usual_words_are_words() -> None:
    words = usual_words()
    assert len(words) > 800
    assert [it for it in words if not it.isalnum() or len(it) > 12] == []


def test_a_person_adds_commonplaces_and_usual_words(own_folder: Path) -> None:
    (own_folder / "commonplaces.txt").write_text("一张蓝图绘到底\n", encoding="utf-8")
    (own_folder / "usual.txt").write_text("# 我县\n湖长 林长\n", encoding="utf-8")
    assert commonplaces()[-1] == "一张蓝图绘到底"
    assert {"湖长", "林长"} <= usual_words()

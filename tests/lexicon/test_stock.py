"""Stock phrases: ours, and a person's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tuibrowser.compare.wording import SIGNS, reword
from tuibrowser.lexicon.stock import stock_phrases


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where a person's lists are looked for, read anew in each test."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "tuibrowser" / "lexicon"
    folder.mkdir(parents=True)
    stock_phrases.cache_clear()
    yield folder
    stock_phrases.cache_clear()


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

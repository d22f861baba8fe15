from __future__ import annotations

from pathlib import Path

import pytest

from tuibrowser.lexicon.load import load
from tuibrowser.lexicon.own import LexiconError
from tuibrowser.lexicon.synonyms import load_synonyms
from tuibrowser.locations import config_home
from tuibrowser.store.rows.synonyms import pack, unpack


@pytest.fixture(autouse=True)
def _fresh() -> None:
    load_synonyms.cache_clear()
    load.cache_clear()


def _own(data: bytes) -> Path:
    path = config_home() / "lexicon" / "synonyms.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    return path


def test_shipped_words_are_folded_and_in_one_group_only() -> None:
    groups = load_synonyms()
    assert unpack(pack(groups)) == groups
    words = [word for group in groups for word in group.words]
    assert len(words) == len(set(words))
    assert {"举措", "措施", "做法"} <= set(words)


def test_what_stands_within_a_longer_wording_holds_a_word_of_its_group() -> None:
    for group in load_synonyms():
        assert all(any(word in longer for word in group.words) for longer in group.within)


def test_a_persons_own_groups_come_first_and_change_no_report() -> None:
    version = load().version
    load.cache_clear()
    load_synonyms.cache_clear()
    _own('[[group]]\nwords = ["说事會", "議事会 "]\n'.encode())
    own = load_synonyms()
    assert own[0].words == ("说事會", "議事会 ")
    assert unpack(pack(own))[0].words == ("说事会", "议事会")
    assert load().version == version


@pytest.mark.parametrize(
    "data",
    [
        b"not toml [",
        b"\xff\xfe",
        b"words = 1",
        b"group = 1",
        b'[[group]]\nwords = "\xe4\xb8\xbe\xe6\x8e\xaa"',
        b"[[group]]\nwords = [1]",
    ],
)
def test_a_broken_file_is_named_in_one_sentence(data: bytes) -> None:
    path = _own(data)
    with pytest.raises(LexiconError) as error:
        load_synonyms()
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_groups_that_say_nothing_are_left_out() -> None:
    _own('[[group]]\nwords = ["只有一个"]\n[[group]]\nwords = ["，", "a|b"]\n'.encode())
    assert unpack(pack(load_synonyms()))[0].words == ("举措", "措施", "做法")
    assert unpack("") == ()

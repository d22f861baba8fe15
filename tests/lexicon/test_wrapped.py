"""No line of the lexicon is longer than a screen is wide, as ``make format`` breaks them."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makers.wordlists import FOLDER, LONGEST, wrapped
from tuibrowser.lexicon import edges, endings, trust

_WORD = st.text("法治政府ab ,\"\\[]#'|", min_size=1, max_size=60)
_LISTS = tuple(FOLDER / it for it in ("shortwords.txt", "verbal.txt"))


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda it: it.stem)
def test_every_list_is_wrapped(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert wrapped(text) == text, "make format"
    # Only a pattern that is longer by itself has a longer line, of its own.
    assert [it for it in text.splitlines() if len(it) > LONGEST and '", "' in it] == []


@pytest.mark.parametrize(
    "path", [edges.TABLE, endings.TABLE, trust.TABLE, *_LISTS], ids=lambda it: it.stem
)
def test_every_table_of_signs_is_wrapped(path: Path) -> None:
    assert max(map(len, path.read_text(encoding="utf-8").splitlines())) <= LONGEST


@given(st.lists(_WORD, max_size=20))
def test_a_list_in_one_line_says_the_same_in_several(words: list[str]) -> None:
    text = f"words = {json.dumps(words, ensure_ascii=False)}\n"
    broken = wrapped(text)
    assert tomllib.loads(broken)["words"] == words
    assert wrapped(broken) == broken


def test_a_line_of_a_list_that_grew_is_broken_between_its_words() -> None:
    words = ", ".join([f'"{"词" * 30}"'] * 4)
    broken = wrapped(f"words = [\n    {words},\n]\n")
    assert [line.count("词") for line in broken.splitlines()] == [0, 60, 60, 0]


def test_a_comment_that_grew_is_broken_between_its_words() -> None:
    broken = wrapped("# " + "long " * 30 + "\nword = 1\n")
    assert [line[:2] for line in broken.splitlines()] == ["# ", "# ", "wo"]

"""Mastheads in the manner of real ones: who reports, from where, on which year, with which days."""

from __future__ import annotations

from typing import Any, Final

import pytest

from benchmarks.evaluate import FIXTURES
from benchmarks.openings import judge, read_openings, understand
from tuibrowser.lexicon.load import Lexicon

OPENINGS: Final = read_openings(FIXTURES / "openings.jsonl")


@pytest.mark.parametrize("label", OPENINGS, ids=range(1, len(OPENINGS) + 1))
def test_an_opening_says_what_its_reader_marked(lexicon: Lexicon, label: dict[str, Any]) -> None:
    report = understand(label["text"], lexicon)
    missed = [(it.part, it.wanted, it.found) for it in judge(label, report) if not it.right]
    assert missed == []

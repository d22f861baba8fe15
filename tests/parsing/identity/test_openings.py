"""Mastheads in the manner of real ones: who reports, from where, on which year, with which days."""

from __future__ import annotations

from typing import Any, Final

from cases import for_each

from benchmarks.evaluate import FIXTURES
from benchmarks.openings import judge, read_openings, understood
from tuibrowser.lexicon.load import Lexicon

OPENINGS: Final = read_openings(FIXTURES / "openings.jsonl")


@for_each("label", OPENINGS)
def test_an_opening_says_what_its_reader_marked(lexicon: Lexicon, label: dict[str, Any]) -> None:
    report = understood(label["text"], lexicon)
    missed = [(it.part, it.wanted, it.found) for it in judge(label, report) if not it.right]
    assert missed == []

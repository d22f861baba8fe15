"""A paper that was issued, before what was done by it: 印发《清单》|细化年度任务.

Offsets are into a folded line, veiled as that of ``objects``.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.parsing.nouns.agents import SOFT
from tuibrowser.parsing.nouns.whole import VEIL

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_ISSUED: Final = re.compile(
    f"[^,、{VEIL}]{{0,4}}(?:印发|出台|制定|制订|修订|编制|编印|下发|制发|发布|汇编|起草){VEIL}{{4,}}"
)
_CHANGES: Final = re.compile("[简细优量]化")
_SHORT: Final = 5
"""Characters of a verb and what it was done to."""


def behind_paper(text: str, words: Counting, start: int, end: int) -> int:
    """Where the act stands behind a paper at ``start``; ``start`` where none was issued."""
    if text.find(VEIL, start, end) < 0:  # a match costs ten times as much
        return start
    issued = _ISSUED.match(text, start, end)
    at = issued.end() if issued else end
    # 印发《复议法》宣传手册: an act that is a noun as often goes on the name.
    if end - at < _SHORT or SOFT.match(text, at):
        return start
    verbs = (_CHANGES, words.predicates, words.acts)
    return at if any(it.match(text, at, end) for it in verbs) else start

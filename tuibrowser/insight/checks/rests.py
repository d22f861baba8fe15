"""Lists that 其余 closes, whatever became of the others: 就地化解81起，移送法院9起，其余6起跟进."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.insight.checks.lists import FEWEST, NumberList
from tuibrowser.insight.checks.prose import Number, Prose
from tuibrowser.lexicon.checks import load_check_words

# Code, not lexicon: what is left has few words, and what a list may not hold is grammar.
_LEFT: Final = re.compile("(?:其余|剩余|余下)[^,。;\\d]{0,4}")
_OF_OTHERS: Final = re.compile("其中|[比较]|同比|每|平均|新增")
_PLAIN: Final = ("total", "part")
_NEARLY: Final = 0.15
"""Share by which a sum may be wrong; what differs by more is no sum."""


def closed_by_rest(prose: Prose) -> Iterator[NumberList]:
    """Yield the lists of a paragraph, each with the number before it that it comes near to."""
    for rest in prose.numbers:
        begin = prose.clause_start(rest.start)
        if not _LEFT.fullmatch(prose.text, begin, rest.start):
            continue
        start, _ = prose.sentence_at(rest.start)
        known = [it for it in prose.numbers_in(start, begin) if it.family == rest.family]
        words = prose.text[start:begin]
        is_plain = all(it.figure.role in _PLAIN and it.is_exact for it in known)
        if not is_plain or load_check_words().carried.search(words) or _OF_OTHERS.search(words):
            continue
        lists = [
            (of, (*known[at + 1 :], rest)) for at, of in enumerate(known[:-FEWEST]) if of.value > 0
        ]
        off = [abs(sum(it.value for it in some) / of.value - 1) for of, some in lists]
        if off and 0 < min(off) <= _NEARLY and not _is_left_of_last(known, rest):
            whole, members = lists[off.index(min(off))]
            yield NumberList((whole,), members, True, is_among=False)


def _is_left_of_last(known: Sequence[Number], rest: Number) -> bool:
    """Whether 其余 is of the last two alone: 检查90处，发现隐患30处，整改28处，其余2处."""
    *_, of, done = known
    return of.value == done.value + rest.value

"""What a catalogue lists that is named before a number: 《重大行政决策事项目录》列入6项.

What stands right before the number are but examples: 编制决策事项目录,纳入公园建设等5项. Answers
are spans of the folded line, in which titles are not veiled.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.parsing.nouns.akin import MATTERS
from tuibrowser.parsing.nouns.records import Counted
from tuibrowser.parsing.nouns.whole import Noun

# Code, not lexicon: the order of a clause that counts.
_FAR: Final = 60
"""Characters before a number in which its catalogue is named."""
_BREAKS: Final = "。;!?"
_DIGIT: Final = re.compile(r"(?<!20)(?<!20\d)(?<!20\d\d)(?!20\d\d年)\d")
_LISTS: Final = re.compile(
    r"(?P<it>[^,。;《》]{2,24}?)目录》?,?"
    r"(?:列入|纳入|收录|共列|[将把]?[^。;《》\d]{2,40}?(?:列入|纳入))"
)
"""A catalogue and the verb that puts things into it."""
_WHOSE: Final = re.compile(
    "^.*(?:年度?|(?<![城乡])镇(?!级)|[乡县区市州局办](?!级)|街道|编制|公布|制定|制订|出台|印发|发布|完善|健全|动态调整|的)(?=..)"
)
"""Whose it is and of which year, what was done to it."""
_UNITS: Final = (MATTERS - {"条"}) | {"个"}


def catalogued(text: str, number: Counted) -> Noun:
    """What the catalogue lists of which ``number`` counts the entries; nothing without one."""
    if number.unit not in _UNITS:
        return ()
    first = max(0, number.start - _FAR)
    if text.find("目录", first, number.start) < 0:
        return ()
    begin = max(first, *(text.rfind(it, first, number.start) + 1 for it in _BREAKS))
    last = next(reversed([*_LISTS.finditer(text, begin, number.start)]), None)
    if last is None or _DIGIT.search(text, last.end(), number.start):
        return ()
    start, end = last.span("it")
    whose = _WHOSE.match(last["it"])
    return ((start + (whose.end() if whose else 0), end),)

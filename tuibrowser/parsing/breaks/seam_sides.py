"""What speaks for a heading that ends at a place in words that nothing parts, and for a sentence
that begins there: the two sides of a seam.

Before it stands a word that headings end in, or a second clause as long as the first; after it a
word that sentences begin with.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.seams import Seams, load_seams
from tuibrowser.parsing.breaks.page_words import PageWords

# Code, not lexicon: how numbers and marks part a text; the words at the seams are in seams.toml.
_QUOTED: Final = re.compile('"[^"]*"')
_REMARK: Final = re.compile(r"\([^()]*\)$")
_PREPOSITIONS: Final = frozenset("由对将把从向在为以按经因就被")
_TAKES_VERB: Final = frozenset("把将")
QUOTES: Final = re.compile("[\"'《》()]")
SHORTEST: Final = 3
_LONGEST_END: Final = 4
_SHORTEST_ITEM: Final = 4
_LONGEST_ITEM: Final = 36
_LONGEST_FIRST: Final = 24
LONGEST_LOWER: Final = 14

_NAMES_ITEM: Final = 5.0
_ITEM: Final = 6.5
"""Of a heading that is one of a required item from its first word on."""
_ENDS: Final = 1.5
_ALIKE: Final = 2.0
"""Of two clauses of one length."""
_POINTS: Final = 5.0
OPENS: Final = 3.0
_SURELY: Final = 1.5
"""What it adds that a heading hardly holds such words."""
ACTS: Final = 2.0
_SUBJECT: Final = 0.4
_QUOTES_SOMETHING: Final = 1.0
_OPENING: Final = frozenset('"《')
_BEYOND_ITEM: Final = 3.0
"""What a heading loses that goes on behind the words of an item's."""
_COUNTS: Final = 2.0
_NUMBER: Final = re.compile(r"(?<!\d)(?!20\d\d年)\d+(?![\d+]|分钟)")
_LONGEST_TAIL: Final = 20
_LENGTHS: Final = {
    3: -0.4, 4: 0.4, 6: 0.8, 7: 0.3, 8: 0.6, 9: 0.2, 10: 0.4, 12: -0.4, 13: -0.4, 14: -0.6,
}  # fmt: skip
"""Characters that headings of one clause like to have, of 380 counted."""
_SLOPE: Final = 0.3
"""What a second clause loses for each character that it is longer than the first."""


def opens_sentence(words: str, page: PageWords) -> bool:
    """Whether ``words`` begin as sentences do and headings do not."""
    named = bool(page.unit) and words.startswith(page.unit)
    return named or words[0] in _PREPOSITIONS or bool(load_seams().opens.match(words))


def begins_words(words: str) -> bool:
    """Whether ``words`` begin as sentences and headings do."""
    table = load_seams()
    return bool(table.opens.match(words) or table.acts.match(words))


def ends_heading(words: str) -> bool:
    """Whether ``words`` end as headings do."""
    return _ends_in(words, load_seams().ends)


def names_item(words: str) -> bool:
    """Whether ``words`` end as headings of the required items do."""
    return bool(load_seams().items.search(words))


def item_length(words: str) -> int:
    """How long the heading of a required item is that ``words`` begin with; 0 without one."""
    item = load_seams().item.match(words)
    return item.end() if item and item.end() >= _SHORTEST_ITEM else 0


def weigh(words: str, at: int, page: PageWords) -> tuple[float, float]:
    """What speaks for a heading that ends at ``at``, and for a sentence that begins there."""
    before, _ = before_seam(words[:at], item_length(words), False, load_seams())
    after = after_seam(words, at, load_seams(), page)
    return before, after + page.parts(words[at - 2 : at], words[at : at + 2])


def after_seam(words: str, at: int, table: Seams, page: PageWords) -> float:
    """What speaks for a sentence that begins at ``at``."""
    weight = -1.0
    if table.points.match(words, at):
        return _POINTS
    if table.opens.match(words, at) or (page.unit and words.startswith(page.unit, at)):
        weight = OPENS + _SURELY * bool(table.opens_surely.match(words, at))
    elif words[at] in _OPENING:
        weight = _QUOTES_SOMETHING
    elif words[at] == "与":
        weight = 0.0 if _ends_in(words[:at], table.ends) else -ACTS
    elif table.acts.match(words, at) or _is_of_unit(words, at, page.unit):
        weight = ACTS - 0.7 * (words[at : at + 2] in table.names)
    elif table.subjects.match(words, at):
        weight = _SUBJECT
    return weight - 2 if words[at - 1 : at + 1] in table.words else weight  # 面|向


def _is_of_unit(words: str, at: int, unit: str) -> bool:
    """Whether 镇综合执法队 or 街道调委会 may begin at ``at``, as the page's own unit is one."""
    kind = "街道" if unit.endswith("街道") else unit[-1:]
    follows = words[at + len(kind) : at + len(kind) + 1]
    return bool(kind) and words.startswith(kind, at) and follows not in {*"村域风情"}


def before_seam(head: str, item: int, is_first_level: bool, table: Seams) -> tuple[float, bool]:
    """What speaks for ``head`` being a heading to its end, and whether it is one of an item.

    ``item`` is the length of the item's heading that it begins with.
    """
    if item == len(head):
        return (_ITEM if is_first_level else _NAMES_ITEM - 1), True
    tail = head[-_LONGEST_TAIL:]
    if tail.endswith(")"):
        tail = _REMARK.sub("", head[-40:])
    has_comma = "," in head
    named = not has_comma and bool(table.items.search(tail))
    weight = _NAMES_ITEM if named and is_first_level else _end(head, tail, table)
    if item:
        weight -= _BEYOND_ITEM
    if _NUMBER.search(_QUOTED.sub("", head)):
        weight -= _COUNTS
    if has_comma:
        return weight + _likeness(head), named
    if head[0] in _TAKES_VERB:
        weight -= _COUNTS  # 把经费|纳入预算
    if not named:
        weight += _LENGTHS.get(len(head), 0.0)
    longest = _LONGEST_ITEM if named else _LONGEST_FIRST if is_first_level else LONGEST_LOWER
    return weight - 0.2 * max(0, len(head) - longest), named


def _end(head: str, tail: str, table: Seams) -> float:
    """What speaks for the last words of ``head``, which are those of ``tail`` but for a remark."""
    if _ends_in(tail, table.adverbs):
        return -_ENDS
    if _ends_in(tail, table.ends) or table.items.search(tail):
        return _ENDS
    # 推行|矛盾纠纷…, 成立由|书记…
    if head[-2:] in table.verbs or head[-1] in _PREPOSITIONS:
        return -_ENDS
    return -_SUBJECT if table.subjects.search(tail[-2:]) else 0.0


def _likeness(head: str) -> float:
    """How well two clauses answer each other in length."""
    one, _, other = (QUOTES.sub("", it) for it in head.partition(","))
    longer = len(other) - len(one)
    if not longer:
        return _ALIKE
    if len(other) < SHORTEST:
        return -_ALIKE
    slope = _SLOPE if longer > 0 else 0.75 if len(other) < 5 else 0.4
    return max(1.5 - slope * abs(longer), -1.5)


def _ends_in(words: str, ends: frozenset[str]) -> bool:
    return any(words[-length:] in ends for length in range(1, _LONGEST_END + 1))

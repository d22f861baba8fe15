"""Where a heading ends that runs into its text with nothing between: 落实集体学法镇党委举办讲座…

Each place is weighed by what stands before it (a word that headings end in, a second clause as long
as the first) and after it (a word that sentences begin with). The page itself tells, too: which
words begin and end its clauses, and which belong together wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tuibrowser.lexicon.seams import Seams, load_seams
from tuibrowser.parsing.breaks.page_words import PageWords

LONGEST: Final = 48
"""Characters of a heading that nothing parts from its text."""
_SHORTEST: Final = 3
_STOPS: Final = frozenset("。;!?:")
# Code, not lexicon: how numbers, marks and line ends part a text; the words at the seams are in
# seams.toml.
_GOES_ON: Final = frozenset(",、。;:!?和的及了着)》·")
_QUOTED: Final = re.compile('"[^"]*"')
_REMARK: Final = re.compile(r"\([^()]*\)$")
_PREPOSITIONS: Final = frozenset("由对将把从向在为以按经因就被")
_TAKES_VERB: Final = frozenset("把将")
_QUOTES: Final = re.compile("[\"'《》()]")
_YEARS: Final = re.compile(r"20\d\d年")
_NUMERALS: Final = frozenset("一二三四五六七八九十百千")
_LONGEST_END: Final = 4
_SHORTEST_ITEM: Final = 4
_SHORTEST_CLAUSE: Final = 5
_LONGEST_WHOLE: Final = 36
_LONGEST_ITEM: Final = 36
_LONGEST_FIRST: Final = 24
_LONGEST_LOWER: Final = 14

_NAMES_ITEM: Final = 5.0
_ITEM: Final = 6.5
"""Of a heading that is one of a required item from its first word on."""
_ENDS: Final = 1.5
_ALIKE: Final = 2.0
"""Of two clauses of one length."""
_POINTS: Final = 5.0
_OPENS: Final = 3.0
_SURELY: Final = 1.5
"""What it adds that a heading hardly holds such words."""
_ACTS: Final = 2.0
_SUBJECT: Final = 0.4
_QUOTES_SOMETHING: Final = 1.0
_OPENING: Final = frozenset('"《')
CLOSERS: Final = {'"': '"', "《": "》", "(": ")"}
"""What closes a quotation, a name or a bracket, by what opens it."""
_BEYOND_ITEM: Final = 3.0
"""What a heading loses that goes on behind the words of an item's."""
_COUNTS: Final = 2.0
_NUMBER: Final = re.compile(r"(?<!\d)(?!20\d\d年)\d+(?![\d+]|分钟)")
_LONGEST_TAIL: Final = 20
_LENGTHS: Final = {
    3: -0.4, 4: 0.4, 6: 0.8, 7: 0.3, 8: 0.6, 9: 0.2, 10: 0.4, 12: -0.4, 13: -0.4, 14: -0.6,
}  # fmt: skip
"""Characters that headings of one clause like to have, of 380 counted."""
_TORN: Final = 1.5
"""What it costs to begin the text with so short a clause: 抓普法|宣传,涵养法治文化."""
_TWICE: Final = 2.0
"""Of a word that is said twice running, as no phrase does."""
_PASSED: Final = 0.7
_PASSED_ACT: Final = 0.2
"""What a heading loses for each place in it at which a sentence might begin."""
_SLOPE: Final = 0.3
"""What a second clause loses for each character that it is longer than the first."""
_WHOLE: Final = 3.0
"""What a full stop weighs: as much as a word that only sentences begin with."""
_SHORT: Final = 1.5
_SHORT_WHOLE: Final = 16
"""Characters up to which a full stop is likelier the heading's than that of its first sentence."""
_LONG: Final = 0.2
_LONG_WHOLE: Final = 24

Form = tuple[int, ...]
"""How long the clauses of a heading are, and last whether a stop ends it."""
AT_STOP: Final = 1


class Seam(NamedTuple):
    """A place in the words that begin with a heading, and what speaks for it on either side."""

    at: int
    before: float
    after: float
    names_item: bool
    """Whether the words before it end as headings of the required items do."""
    form: Form

    @property
    def is_stop(self) -> bool:
        """Whether a stop ends the heading."""
        return self.form[-1] == AT_STOP

    @property
    def weight(self) -> float:
        """What speaks for it."""
        return self.before + self.after


def opens_sentence(words: str, page: PageWords) -> bool:
    """Whether ``words`` begin as sentences do and headings do not."""
    named = bool(page.unit) and words.startswith(page.unit)
    return named or words[0] in _PREPOSITIONS or bool(load_seams().opens.match(words))


def item_end(words: str, page: PageWords) -> int | None:
    """Where a required item's heading ends in ``words`` without a stop, if a sentence follows."""
    found = [it for it in seams(words, True, page) if it.names_item and it.after >= _OPENS]
    return max(found, key=lambda it: it.weight).at if found else None


def item_length(words: str) -> int:
    """How long the heading of a required item is that ``words`` begin with; 0 without one."""
    item = load_seams().item.match(words)
    return item.end() if item and item.end() >= _SHORTEST_ITEM else 0


def weigh(words: str, at: int, page: PageWords) -> tuple[float, float]:
    """What speaks for a heading that ends at ``at``, and for a sentence that begins there."""
    before, _ = _before(words[:at], item_length(words), False, load_seams())
    after = _after(words, at, load_seams(), page)
    return before, after + page.parts(words[at - 2 : at], words[at : at + 2])


def names_item(words: str) -> bool:
    """Whether ``words`` end as headings of the required items do."""
    return bool(load_seams().items.search(words))


def ends_heading(words: str) -> bool:
    """Whether ``words`` end as headings do."""
    return _ends_in(words, load_seams().ends)


def _ends_in(words: str, ends: frozenset[str]) -> bool:
    return any(words[-length:] in ends for length in range(1, _LONGEST_END + 1))


def begins_words(words: str) -> bool:
    """Whether ``words`` begin as sentences and headings do."""
    table = load_seams()
    return bool(table.opens.match(words) or table.acts.match(words))


def seams(words: str, is_first_level: bool, page: PageWords) -> Iterator[Seam]:
    """The places at which a heading that ``words`` begin with may end.

    The stop that ends the first sentence is one where that sentence may be a heading whole.
    """
    table, stop, item = load_seams(), _stop(words), item_length(words)
    comma = words.find(",", 0, stop)
    passed = 0.0
    for at in _places(words, stop, item, table):
        before, named = _before(words[:at], item, is_first_level, table)
        after = _after(words, at, table, page)
        together = page.parts(words[at - 2 : at], words[at : at + 2])
        if after >= _OPENS:
            together = max(together, 0.0)
        if words[at - 2 : at] == words[at : at + 2]:
            together = _TWICE  # 看好老粮仓|粮仓修缮资金…
        if 0 < comma - at < _SHORTEST_CLAUSE:
            together -= _TORN
        likely = max(after, 0.0) if named and (is_first_level or at == item) else after
        yield Seam(at, before - passed, likely + together, named, form(words[:at]))
        if at < (item or LONGEST):
            passed += _PASSED * (after >= _OPENS) + _PASSED_ACT * (_ACTS <= after < _OPENS)
    if _SHORTEST <= stop < len(words) and _ends_heading(words[:stop], words[stop]):
        before, named = _before(words[:stop], item, is_first_level, table)
        whole = _WHOLE + _SHORT * (stop <= _SHORT_WHOLE) - _LONG * max(0, stop - _LONG_WHOLE)
        # 规范执法责任单位:… has no heading with a colon.
        before -= passed if words[stop] == ":" else 0.0
        yield Seam(stop, before, whole, named, form(words[:stop], AT_STOP))


def _places(words: str, stop: int, item: int, table: Seams) -> Iterator[int]:
    """Where ``words`` may part before their first ``stop`` or second comma."""
    closer, commas = "", 0
    for at in range(min(stop, LONGEST)):
        shortest = at >= _SHORTEST or (at == _SHORTEST - 1 and table.points.match(words, at))
        if (at and at == item) or (shortest and not closer and _may_part(words, at, stop)):
            yield at
        if not closer:
            closer = CLOSERS.get(words[at], "")
        elif words[at] == closer:
            closer = ""
        commas += words[at] == ","
        if commas > 1:
            return


def form(heading: str, stop: int = 0) -> Form:
    """That of a heading."""
    return (*map(len, _QUOTES.sub("", heading).split(",")), stop)


def _ends_heading(sentence: str, stop: str) -> bool:
    if stop == ":":
        return len(sentence) <= _LONGEST_LOWER and "," not in sentence
    return stop != ";" and _may_be_whole(sentence)


def _stop(words: str) -> int:
    return next((at for at, character in enumerate(words) if character in _STOPS), len(words))


def _may_part(words: str, at: int, stop: int) -> bool:
    return (
        at < stop - 1
        and words[at - 1] not in ",、和与及的各每"
        and words[at] not in _GOES_ON
        and not (words[at - 1] in _NUMERALS and words[at] in _NUMERALS)
    )


def _after(words: str, at: int, table: Seams, page: PageWords) -> float:
    """What speaks for a sentence that begins at ``at``."""
    weight = -1.0
    if table.points.match(words, at):
        return _POINTS
    if table.opens.match(words, at) or (page.unit and words.startswith(page.unit, at)):
        weight = _OPENS + _SURELY * bool(table.opens_surely.match(words, at))
    elif words[at] in _OPENING:
        weight = _QUOTES_SOMETHING
    elif words[at] == "与":
        weight = 0.0 if _ends_in(words[:at], table.ends) else -_ACTS
    elif table.acts.match(words, at) or _is_of_unit(words, at, page.unit):
        weight = _ACTS - 0.7 * (words[at : at + 2] in table.names)
    elif table.subjects.match(words, at):
        weight = _SUBJECT
    return weight - 2 if words[at - 1 : at + 1] in table.words else weight  # 面|向


def _is_of_unit(words: str, at: int, unit: str) -> bool:
    """Whether 镇综合执法队 or 街道调委会 may begin at ``at``, as the page's own unit is one."""
    kind = "街道" if unit.endswith("街道") else unit[-1:]
    follows = words[at + len(kind) : at + len(kind) + 1]
    return bool(kind) and words.startswith(kind, at) and follows not in {*"村域风情"}


def _before(head: str, item: int, is_first_level: bool, table: Seams) -> tuple[float, bool]:
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
    longest = _LONGEST_ITEM if named else _LONGEST_FIRST if is_first_level else _LONGEST_LOWER
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
    one, _, other = (_QUOTES.sub("", it) for it in head.partition(","))
    longer = len(other) - len(one)
    if not longer:
        return _ALIKE
    if len(other) < _SHORTEST:
        return -_ALIKE
    slope = _SLOPE if longer > 0 else 0.75 if len(other) < 5 else 0.4
    return max(1.5 - slope * abs(longer), -1.5)


def _may_be_whole(sentence: str) -> bool:
    """Whether nothing in a sentence rules out that it is a heading."""
    return (
        sentence.count(",") <= 1
        and len(sentence) <= _LONGEST_WHOLE
        and not re.search(r"\d", _YEARS.sub("", sentence))
    )

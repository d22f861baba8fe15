"""Where the name of what is counted begins and ends, as labelled sentences taught.

调解员驻点|化解邻里纠纷9起, 参考率|连续保持100%, 57座小型水库|“把脉问诊”: no list has all that
stands around a name. Learnt weights (:mod:`tuibrowser.lexicon.edges`) compare the places within
what the grammar found; a name is only ever shortened, and only where they are sure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.lexicon.edges import Edge, short_words, weigh
from tuibrowser.lexicon.verbal import SURE, score_verb
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.akin import TIMES
from tuibrowser.parsing.nouns.doers import BODY, PERSON
from tuibrowser.parsing.nouns.names import goes_on
from tuibrowser.parsing.nouns.records import Counted
from tuibrowser.parsing.nouns.sessions import find_session
from tuibrowser.parsing.nouns.whole import VEIL, Noun

BREAK: Final = re.compile("[,。;:!?]")
"""What ends a clause."""
FARTHEST: Final = 34
"""Characters before its end among which a name begins."""
NEAR: Final = 8
"""Characters before its number among which a name ends."""
LONGEST_BEHIND: Final = 18
SHORTEST: Final = 2
_SURE: Final[dict[Edge, float]] = {"begin": 0.6, "end": 0.6, "behind": 2.0}
"""By how much a place must be likelier than that of the grammar. Of 5,747 names on even lines, from
which nothing was learnt, 4,916 are right with these and ``_MORE_SURE``, 4,901 with 1 for two."""
_FEW: Final = 4
"""Characters up to which it takes ``_MORE_SURE`` to leave them out: they are as often a kind of the
thing (镇级调处纠纷)."""
_MORE_SURE: Final = 1.5
_LISTING: Final = frozenset("、和及与")
"""Behind these a name does not begin: 光伏、风电项目 is one name."""
_WITHIN: Final = re.compile(
    r"\d|[不未免拒]|研究|审议|听取|讨论|部署|传达|学习(?!教育|班)|[去上前往明来]年|同期|(?:公共|重大)$"
)
"""What is never left out before a name: 不予|处罚 is another number than 处罚, as is one of another
year; what was discussed is told with that. Other periods are left out elsewhere."""
_ACTS: Final = ("应诉", "调解", "化解", "复议", "旁听")
"""Acts that say which number it is: 应诉|行政案件."""
_NEGATED: Final = re.compile("[不未免拒]")
_NAMED: Final = re.compile(
    "(?:行动|活动|工作|会议?|专班|培训|考试|考核|测试|竞赛|演练|服务|决定|公约|中心"
    "|负责(?:人|同志)|领导(?:干部)?|书记|主任)$"
)
"""What ends the name of a thing behind a verb: 普法骨干|结业考试, 从轻处罚|决定, 分管|负责同志."""
_END: Final = "$"
"""Stands behind the last character of a line."""
_BUCKET: Final = 3
_MOST: Final = 3


class Edges:
    """The names in one line."""

    def __init__(self, text: str, shadow: str, words: Counting) -> None:
        """Take ``shadow``, folded, and ``text``, of which quotes and brackets are veiled."""
        self._text = text
        self._shadow = shadow
        self._words = words

    def trim(self, number: Counted, noun: Noun) -> Noun:
        """``noun``, which ``number`` counts, without what stands around its name."""
        if len(noun) != 1:
            return noun
        start, end = noun[0]
        if start == number.end:
            return ((start, self._end_behind(number, noun[0])),)
        if start and _NEGATED.match(self._text, start - 1):
            start -= 1  # 不|予处罚
        if not number.start - NEAR <= end <= number.start or end - start <= SHORTEST:
            return noun
        if BREAK.search(self._shadow, start, number.start):
            return noun
        if number.unit in TIMES and find_session(self._text, start, end):
            return noun
        end = self._end(number, (start, end))
        return ((self._begin(number, (start, end)), end),)

    def _begin(self, number: Counted, noun: Span) -> int:
        start, end = noun
        clause = clause_of(self._shadow, end)
        listed = self._shadow.find("、", start, end)

        def may_be(at: int) -> bool:
            return (
                self._shadow[at - 1] not in _LISTING
                and not self._is_amid(at)
                and self._is_apart(start, at)
                and (at < listed or listed < 0 or self._is_of_many(number, start, at))
            )

        def signs(at: int) -> Iterator[str]:
            return begin_signs(self._shadow, clause, at, end)

        return _best("begin", start, range(start + 1, end - SHORTEST + 1), signs, may_be)

    def _end(self, number: Counted, noun: Span) -> int:
        start, end = noun
        listed = self._shadow.rfind("、", start, end)
        first = max(start, listed + 1, number.start - NEAR - SHORTEST) + SHORTEST

        def may_be(at: int) -> bool:
            return not (
                self._is_amid(at)
                or self._is_act(start, at)
                or self._words.acts.fullmatch(self._text, at, end)
                or _NEGATED.search(self._text, at, end)
            )

        def signs(at: int) -> Iterator[str]:
            return end_signs(self._shadow, at, number.start, self._words)

        return _best("end", end, range(first, end), signs, may_be)

    def _end_behind(self, number: Counted, noun: Span) -> int:
        start, end = noun

        def may_be(at: int) -> bool:
            return self._is_deed(at, end) and not self._is_amid(at)

        def signs(at: int) -> Iterator[str]:
            return behind_signs(self._shadow, start, at, number.unit, self._words)

        last = min(end - 1, start + LONGEST_BEHIND + 1)
        return _best("behind", end, range(start + SHORTEST, last), signs, may_be)

    def _is_apart(self, start: int, at: int) -> bool:
        """Whether what stands there may be none of the name: it is more than its verb, and nothing
        that the name says something else without."""
        if self._is_act(start, at) or _WITHIN.search(self._text, start, at):
            return False
        return not self._text.endswith(_ACTS, start, at)

    def _is_of_many(self, number: Counted, start: int, at: int) -> bool:
        """Whether a list there is of those who did it: 村“两委”干部、网格员|集中轮训."""
        return not number.is_rate and self._words.actors.search(self._text, start, at) is not None

    def _is_act(self, start: int, end: int) -> bool:
        """Whether nothing but a verb stands there, which is told with what it was done to."""
        is_known = self._words.verbs.fullmatch(self._text, start, end) is not None
        return is_known or (end - start == 2 and score_verb(self._text[start:end]) >= SURE)

    def _is_deed(self, at: int, end: int) -> bool:
        """Whether what stands there may only tell of a thing before it: 社区|联网运行, no 决定."""
        if self._text.find("的", at, end) >= 0 or self._text[at] in _LISTING:
            return False
        if goes_on(self._text, at):
            return False  # 县(市、区)|司法局
        ends = (self._words.heads, _NAMED)
        return not any(it.search(self._text, at, end) for it in ends)

    def _is_amid(self, at: int) -> bool:
        """Whether ``at`` stands within quotes or brackets."""
        return self._text[at - 1] == VEIL == self._text[at]


def _best(
    edge: Edge,
    given: int,
    places: range,
    signs: Callable[[int], Iterable[str]],
    may_be: Callable[[int], bool],
) -> int:
    """The likeliest of ``places`` that ``may_be``; ``given`` unless one is likelier enough."""
    if not places:
        return given
    best, whole = given, weigh(edge, signs(given))
    least = whole + _SURE[edge]
    for at in places:
        found = weigh(edge, signs(at))
        is_sure = found >= least and (abs(at - given) > _FEW or found >= whole + _MORE_SURE)
        if is_sure and may_be(at):
            best, least = at, found
    return best


def clause_of(shadow: str, end: int) -> int:
    """Where the clause begins whose name ends at ``end``, as far as places are compared."""
    first = max(0, end - FARTHEST)
    return max((it.end() for it in BREAK.finditer(shadow, first, end)), default=first)


def begin_signs(shadow: str, clause: int, at: int, end: int) -> Iterator[str]:
    """What tells whether a name that ends at ``end`` begins at ``at``.

    Args:
        shadow: The folded line.
        clause: Where the clause begins.
        at: The place.
        end: Where the name ends.
    """
    before, name = shadow[clause:at], shadow[at:end]
    yield f"length {min(len(name), 12)}"
    yield f"next {name[0]}"
    yield f"next2 {name[:2]}"
    yield f"next3 {name[:3]}"
    yield f"verb {_bucket(name[:2])}"
    if not before:
        yield "opens ^"
        yield f"opens {name[0]}"
        return
    yield f"last {before[-1]}"
    yield f"last2 {before[-2:]}"
    yield f"joint {before[-1]}{name[0]}"
    yield f"far {min(len(before), 9)}"
    yield f"after_verb {_bucket(before[-2:])}"
    if len(before) > 2:
        yield f"last3 {before[-3:]}"
    if len(before) <= 5:
        yield f"lead {before}"
    yield f"word {_word(before[-2:])}{_word(name[:2])}"
    yield from _torn(before[-2:], name[:2])
    if "、" in name:
        yield "has list"


def end_signs(shadow: str, at: int, number: int, words: Counting) -> Iterator[str]:
    """What tells whether a name ends at ``at``, before a number at ``number``."""
    name, rest = shadow[max(0, at - 4) : at], shadow[at:number]
    yield f"rest {len(rest)}"
    yield f"last {name[-1]}"
    yield f"last2 {name[-2:]}"
    yield f"after_verb {_bucket(name[-2:])}"
    whole = "0" if not rest else "1"
    if words.heads.search(name):
        yield f"head {whole}"
    if PERSON.search(name):
        yield f"person {whole}"
    if not rest:
        return
    yield f"next {rest[0]}"
    yield f"next2 {rest[:2]}"
    yield f"joint {name[-1]}{rest[0]}"
    yield f"tail {rest}"
    yield f"ends {rest[-2:]}"
    yield f"verb {_bucket(rest[:2])}"
    yield f"word {_word(name[-2:])}{_word(rest[:2])}"
    yield from _torn(name[-2:], rest[:2])


def behind_signs(shadow: str, start: int, at: int, unit: str, words: Counting) -> Iterator[str]:
    """What tells whether a name from ``start``, behind a number in ``unit``, ends at ``at``."""
    name, rest = shadow[start:at], shadow[at : at + 6] or _END
    yield f"length {min(len(name), 12)}"
    yield f"last {name[-1]}"
    yield f"last2 {name[-2:]}"
    yield f"joint {name[-1]}{rest[0]}"
    yield f"next {rest[0]}"
    yield f"next2 {rest[:2]}"
    yield f"unit {unit[-1:]}{name[-1]}"
    yield f"verb {_bucket(rest[:2])}"
    yield f"after_verb {_bucket(name[-2:])}"
    if words.verbs.match(rest):
        yield "known verb"
    for kind, pattern in (("head", words.heads), ("person", PERSON), ("body", BODY)):
        if pattern.search(name):
            yield f"{kind} 1"
    yield f"word {_word(name[-2:])}{_word(rest[:2])}"
    yield from _torn(name[-2:], rest[:2])


def _word(characters: str) -> int:
    """Whether ``characters`` are a word, as 0 or 1."""
    return int(characters in short_words())


def _torn(before: str, behind: str) -> Iterator[str]:
    """Whether a word stands on both sides of the place between ``before`` and ``behind``."""
    words = short_words()
    if before[-1] + behind[0] in words:
        yield "torn 2"
    if before + behind[0] in words or before[-1] + behind in words:
        yield "torn 3"
    if score_verb(before[-1] + behind[0]) > _BUCKET:
        yield "torn verb"


def _bucket(word: str) -> int:
    """How surely ``word`` is a verb, from -3 to 3; -4 where it is none of two characters."""
    if len(word) < SHORTEST:
        return -_MOST - 1
    return max(-_MOST, min(_MOST, score_verb(word) // _BUCKET))

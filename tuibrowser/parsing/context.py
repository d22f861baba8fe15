"""What a number takes from its sentence: its part of the clause, and a noun if it has none there.

合计13件 counts what a colon opened the list of, 2件中止审理 the cases of the number before, and one
in a bracket what stands before that.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.lexicon.verbal import LIKELY, score_verb
from tuibrowser.model.terms import Span
from tuibrowser.parsing.akin import PEOPLE, TIMES, are_akin
from tuibrowser.parsing.nouns import VEIL, Noun
from tuibrowser.parsing.objects import LONG, LONGEST_CLAUSE, Objects, Part
from tuibrowser.parsing.said import Counted, Earlier

_SENTENCE_BREAKS: Final = "。!?"
# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_CLOSED: Final = re.compile(r"\)(?:共计?|合计|总计|累计)?$")
_NEAR: Final = 3
"""Characters of the longest word behind a bracket, and the bracket."""
_DIGIT: Final = re.compile(r"\d")
_SHORT_ACT: Final = 6
_SHORT_LEAD: Final = 10
_LONGEST_LIST: Final = 90
_SUM: Final = re.compile("[合共总]计")
_PREDICATE: Final = re.compile("经(?![营济费])|由|按|因|已|均|尚|未|拟|仍|获|转[为由入交]")


class Context:
    """The sentences of one line, up to a number."""

    def __init__(self, text: str, words: Counting, left: Objects, earlier: Earlier) -> None:
        """Take ``text``, folded and veiled, and what is known of it."""
        self._text = text
        self._words = words
        self._left = left
        self._earlier = earlier
        self.end = 0
        """Where the number before ends."""

    def ends_sentence(self, start: int, end: int) -> bool:
        """Whether a sentence ends between two offsets."""
        return any(self._text.find(mark, start, end) >= 0 for mark in _SENTENCE_BREAKS)

    def _aside(self, at: int) -> int | None:
        """Where a bracket opens that holds the last number and closes before ``at``.

        纠纷(含上年8件)60件: what is counted stands before the bracket, if no other number does.
        """
        closed = _CLOSED.search(self._text, max(0, at - _NEAR), at)
        if not self._earlier.last or not closed:
            return None
        opening = self._text.rfind("(", max(0, at - LONGEST_CLAUSE), closed.start())
        if not 0 < opening < self._earlier.last.number.start:
            return None
        outside = self._text[self._left.clause(opening)[0] : opening]
        return None if _DIGIT.search(outside) or len(outside) < 2 else opening

    def before(self, at: int) -> Part:
        """What stands before ``at`` in its clause, behind the number before."""
        start, bracket = self._left.clause(at)
        if (opening := self._aside(at)) is not None:
            return self.before(opening)
        last = self._earlier.last
        if last and start < last.number.end <= at:
            # Of 1支60人的队伍 both numbers count what stands behind the second.
            start = last.end if last.end <= at else last.number.end
            bracket = None
        if start < self.end <= at:
            start, bracket = self.end, None
        return self._left.trimmed(start, at, bracket)

    def list_of(self, number: Counted, part: Part) -> Span | None:
        """What a list that a colon opens is of: 受理投诉:食品类9件、药品类4件,合计13件."""
        is_kind = self._text.endswith("类", part.start, part.end)
        is_sum = part.start == part.end and _SUM.search(self._text, self.end, number.start)
        return self._lead(number.start) if is_kind or is_sum else None

    def _lead(self, at: int) -> Span | None:
        colon = self._text.rfind(":", max(0, at - _LONGEST_LIST), at)
        if colon < 0 or self.ends_sentence(colon, at):
            return None
        begin = self._left.clause(colon)[0]
        lead = self._left.trimmed(begin, colon)
        if not 2 <= lead.end - lead.start <= _SHORT_LEAD or _DIGIT.search(self._text[begin:colon]):
            return None
        return self._left.object(lead.start, lead.end)

    def fate_behind(self, number: Counted, right: Span) -> Noun:
        """What a verb behind a number did to what was counted before: 案件5件,2件中止审理."""
        akin = self._earlier.find_akin(number.unit)
        begin, end = right
        verb = self._text[begin : begin + 2]
        if akin is None or number.unit in TIMES | PEOPLE or VEIL in verb:
            return ()
        thing = self._earlier.find_thing(akin)
        same = (thing,) if thing else akin.noun
        if _PREDICATE.match(self._text, begin, end) or self._text.startswith("在", end):
            return same
        is_act = verb not in self._words.no_fates and score_verb(verb) >= LIKELY
        if not is_act or self._words.heads.search(self._text, *right):
            return ()
        is_short = end - begin <= _SHORT_ACT
        return self._earlier.done_to_the_same(number, right) if is_short else same

    def inherited(self, number: Counted, part: Part) -> Noun:
        """What the number before counts, what a bracket explains, the object of the last clause."""
        if part.bracket is not None:
            outside = self.before(part.bracket)
            if outside.end - outside.start >= 2:
                return (self._left.object(outside.start, outside.end),)
        if last := self._earlier.before(number.start):
            if last.number.unit == "元" and number.unit in PEOPLE:
                return ()  # 追回欠薪126万元,惠及83人
            is_other = not number.is_rate and not are_akin(last.number.unit, number.unit)
            if is_other and len(last.noun) > 1:
                return last.noun[:1]  # 复垦图斑9个、20亩
            if len(last.noun) > 1 and self._text[number.end : number.end + 1].isalpha():
                akin = are_akin(last.number.unit, number.unit)
                return last.noun[1:] if akin and not number.is_rate else last.noun
            return last.noun
        begin = self._left.clause(number.start)[0]
        if begin < 2 or self._text[begin - 1] not in ",;(":
            return ()
        earlier = self.before(begin - 1)
        if not 2 <= earlier.end - earlier.start <= LONG:
            return ()
        return (self._left.object(earlier.start, earlier.end),)

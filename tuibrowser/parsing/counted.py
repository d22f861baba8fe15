"""What a number counts, by a small grammar of its clause.

A clause is ``[adverbial] [subject] [verb] [object] [introducer] number unit [noun] [predicate]``.
What stands right behind the unit is counted where the clause has no object before the number
(41名执法人员); else the object is (发放宣传册300份). A verb that only introduces its object
(发放, 开展) is left out, one that says what was done to it (调解, 查处) stays. Where a number has
neither (总数达到31名, 同比下降12%), the number before it in the sentence says what is counted.

Answers are spans of the folded text without white space that was searched.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tuibrowser.lexicon.load import Counting
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns import Noun, find_head, qualify, trim

_BREAKS: Final = ",。;:!?"
_SENTENCE_BREAKS: Final = "。!?"
# A line may be a whole page: what stands further away is not looked at.
_LONGEST_CLAUSE: Final = 120
_LONGEST_RIGHT: Final = 40
_LONG: Final = 30
"""Characters from which an object is cut at the last verb in it."""
_RATES: Final = frozenset({"%", "百分点", "倍", "成"})
_FAMILIES: Final = (
    frozenset({"件", "起", "例", "宗", "桩", "条", "件次"}),
    frozenset({"人", "名", "位", "人次"}),
    frozenset({"户", "家", "户次", "家次"}),
    frozenset({"次", "场", "期", "场次", "轮", "批", "批次"}),
)
_VISITED: Final = _FAMILIES[1] | _FAMILIES[2]
_TIMES: Final = _FAMILIES[3]
"""Of people and houses said before, these count how often something was done to them."""
_VEIL: Final = "\ue002"
_VEILED: Final = re.compile(r'《[^《》]{1,60}》|"[^"]{1,40}"|\([^()\d]{1,30}\)')
_OPEN_MARKS: Final = re.compile(r"^(?:[、,)的;]|和(?![解谐平睦事])|及(?![格时])|与(?!会))+")
_POINT: Final = re.compile(
    r"[一二三四五六七八九十]{1,3}[是要]|(?:首先|其次|再次|最后),?|"
    r"\(?[一二三四五六七八九十\d]{1,3}[)、.]"
)
_NOUN_TAIL: Final = re.compile(r"(?<=..)(?:期间|[中和及与等的内上里])+$")
_NUMBER_OF: Final = re.compile(r"[\d一二两三四五六七八九十百千]+[余多]?[^\d,。、的]{1,3}的")
_OF_EACH: Final = re.compile("单[条场次期个件]|[人户村]均|平均")
_CLOSED: Final = re.compile(r"\)(?:共计?|合计|总计|累计)?$")
_DONE: Final = re.compile(r"[出了到](?:各[类种项式])?")
_KINDS: Final = re.compile(r"各[类种项式](?:各样)?(?=..)")
_DIGIT: Final = re.compile(r"\d")
_BY: Final = "被由经"
_TOWARDS: Final = "向与对为"
"""A clause that begins so was trimmed by that, and its verb stands behind whom it is done to."""
_PLACE_TAIL: Final = re.compile(r"(?:[内外中里上间]|以下|以上)$")


class Counted(NamedTuple):
    """A number with its unit, where it stands."""

    start: int
    end: int
    unit: str

    @property
    def is_rate(self) -> bool:
        """Whether it is a share or a change, of which the noun stands before."""
        return self.unit in _RATES


class _Said(NamedTuple):
    number: Counted
    noun: Noun

    @property
    def end(self) -> int:
        """Where the number ends, or its noun if that stands behind it."""
        return max(self.number.end, *(end for _, end in self.noun), 0)


class _Part(NamedTuple):
    """What stands between a clause's beginning, or an earlier number, and a number."""

    start: int
    end: int
    has_total: bool
    """Whether 共 or 等 closes it, so that it lists what the number sums up."""
    bracket: int | None
    """Offset of the bracket that holds the number and opens the clause."""


class Clauses:
    """The clauses of one line, asked number by number from left to right."""

    def __init__(self, shadow: str, words: Counting) -> None:
        self._text = _VEILED.sub(lambda it: _VEIL * len(it[0]), shadow)
        self._shadow = shadow
        self._words = words
        self._last: _Said | None = None
        self._whole: _Said | None = None
        """What the numbers of a list are parts of: 46件(其中…38件、…8件)."""

    def find_noun(self, number: Counted) -> Noun:
        """What ``number`` counts; numbers must be asked in the order of the text."""
        if self._last and self._ends_sentence(self._last.number.end, number.start):
            self._last = self._whole = None
        noun = self._find(number)
        is_said = self._last is not None and noun == self._last.noun
        noun = trim(self._shadow, noun, number.unit)
        noun = self._with_head(number, noun)
        if noun:
            self._last = _Said(number, noun)
        return qualify(
            self._text,
            noun,
            number.start,
            is_points=number.unit.endswith("百分点"),
            is_said=is_said,
        )

    def _with_head(self, number: Counted, noun: Noun) -> Noun:
        """A part of what was counted before with the head of that: 其中简易程序38件 are 案件."""
        last = self._last
        if last is None or not _are_akin(last.number.unit, number.unit):
            self._whole = None
            return noun
        between = self._text[last.number.end : number.start]
        if "其中" in between or between.startswith("("):
            self._whole = last
        elif ")" in between:
            self._whole = None
        if self._whole is None or not noun or noun[-1][1] > number.start:
            return noun
        if noun[-1][0] < self._whole.number.end or self._words.bare.match(self._text, *noun[0]):
            return noun
        head = find_head(self._text, self._whole.noun, self._words)
        if head is None or self._words.heads.search(self._text, *noun[-1]):
            return noun
        return *noun, head

    def _find(self, number: Counted) -> Noun:  # noqa: PLR0911 — one case of the grammar a line
        part = self._before(number.start)
        right = None if number.is_rate else self._right(number.end)
        if right and number.unit == "元" and not self._is_money(right):
            right = None
        if part.bracket is not None and _OF_EACH.match(self._text, part.start, part.end):
            return *self._inherited(number, part), (part.start, part.end)
        if part.start >= part.end:
            right = right or self._behind(number)
            return (right,) if right else self._inherited(number, part)
        left = self._text[part.start : part.end]
        if right and left.endswith("的"):  # 督查发现的14个问题
            return (right,)
        stem = self._without_closing_verb(left)
        is_list = part.has_total and not right
        if len(stem) < len(left):  # 聘请5名调解员, 宣传资料发放3000份
            if right:
                return (right,)
            if len(stem) >= 2:
                return (self._object(part.start, part.start + len(stem)),)
            if number.unit == "元" and len(left) >= 2:  # 投资20万元
                return ((part.start, part.end),)
            return self._inherited(number, part)
        verb = self._words.verbs.search(left)
        if right and (part.has_total or not verb or _PLACE_TAIL.search(left)):
            return (right,)
        if self._words.bare.fullmatch(left) or self._is_passive(part):
            if right:  # 督导14个村 counts what was done to them
                return (self._object(part.start, part.end), right)
            return self._done_to_the_same(number, part)
        if len(left) < 2 and not is_list:
            return (right,) if right else self._inherited(number, part)
        return (self._object(part.start, part.end),)

    def _is_passive(self, part: _Part) -> bool:
        """Whether an act ends it that was done by somebody: 信息48篇,被省级媒体采用15篇."""
        if self._text[part.start - 1 : part.start] not in {*_BY}:
            return False
        acts = [it.end() for it in self._words.acts.finditer(self._text, part.start, part.end)]
        return acts[-1:] == [part.end]

    # --- left of the number --------------------------------------------------------------------

    def _ends_sentence(self, start: int, end: int) -> bool:
        return any(self._text.find(mark, start, end) >= 0 for mark in _SENTENCE_BREAKS)

    def _clause(self, at: int) -> tuple[int, int | None]:
        """Where the clause of ``at`` begins, and the bracket that does so."""
        text, first = self._text, max(0, at - _LONGEST_CLAUSE)
        begin = max(first, *(text.rfind(mark, first, at) + 1 for mark in _BREAKS))
        opening, closing = text.rfind("(", first, at), text.rfind(")", first, at)
        if opening > closing and opening >= begin:
            return opening + 1, opening
        if closing >= begin > opening:  # the break stands in a bracket that is closed again
            return self._clause(opening)[0] if opening >= first else closing + 1, None
        return begin, None

    def _aside(self, at: int) -> int | None:
        """Where a bracket opens that holds the last number and closes before ``at``.

        纠纷(含上年8件)60件: what is counted stands before the bracket, if no other number does.
        """
        closed = _CLOSED.search(self._text, 0, at)
        if not self._last or not closed:
            return None
        opening = self._text.rfind("(", 0, closed.start())
        if not 0 < opening < self._last.number.start:
            return None
        outside = self._text[self._clause(opening)[0] : opening]
        return None if _DIGIT.search(outside) or len(outside) < 2 else opening

    def _before(self, at: int) -> _Part:
        start, bracket = self._clause(at)
        if (opening := self._aside(at)) is not None:
            return self._before(opening)
        if self._last and start < self._last.number.end <= at:
            # Of 1支60人的队伍 both numbers count what stands behind the second.
            start = self._last.end if self._last.end <= at else self._last.number.end
            bracket = None
        return self._trimmed(start, at, bracket)

    def _trimmed(self, start: int, end: int, bracket: int | None = None) -> _Part:
        words, text = self._words, self._text
        if marks := _OPEN_MARKS.match(text[start:end]):
            start += marks.end()
        for pattern in (_POINT, words.leading):
            if found := pattern.match(text, start, end):
                start = found.end()
        tail = words.trailing.search(text[start:end])
        has_total = bool(tail and words.totals.search(tail[0]))
        if tail:
            end = start + tail.start()
        return _Part(start, end, has_total, bracket)

    def _without_closing_verb(self, left: str) -> str:
        closing = self._words.closing.search(left)
        return left[: closing.start()] if closing else left

    def _object(self, start: int, end: int) -> Span:
        """The object in what stands before a number, without the verb that introduces it."""
        words, text = self._words, self._text
        begin = start
        for verb in words.introducing.finditer(text, start, end):
            if end - verb.end() >= 2:
                begin = verb.end()
        turns = [it.end() for it in words.prepositions.finditer(text, begin, end)]
        if begin == start and text[start - 1 : start] in {*_TOWARDS}:
            turns.insert(0, start)
        if turns or end - begin > _LONG:
            after = turns[-1] if turns else begin
            acts = [it.start() for it in words.acts.finditer(text, after, end)]
            acts = [it for it in acts if end - it > 3]
            if acts:
                begin = acts[0] if turns else acts[-1]
            elif turns and begin == start and turns[0] - start <= 2:
                begin = turns[0]
        if kinds := _KINDS.match(text, begin, end):
            begin = kinds.end()
        if adverb := words.adverbs.match(text, begin, end):
            begin = adverb.end() if end - adverb.end() >= 2 else begin
        if tail := _NOUN_TAIL.search(text[begin:end]):
            end = begin + tail.start()
        return begin, end

    # --- right of the number -------------------------------------------------------------------

    def _right(self, end: int) -> Span | None:
        """Up to the next clause, number or predicate: 41名行政执法人员参加…"""
        text, words = self._text, self._words
        if text.startswith("的", end):
            end += 1
        if other := _NUMBER_OF.match(text, end):  # 1支60人的队伍
            end = other.end()
        last = min(len(text), end + _LONGEST_RIGHT)
        stop = min(
            (at for mark in _BREAKS + "、()" if (at := text.find(mark, end, last)) >= 0),
            default=last,
        )
        if predicate := words.predicates.search(text, end, stop):
            stop = predicate.start()
        if manner := words.manners.search(text, end + 2, stop):
            stop = manner.start()
        if tail := _NOUN_TAIL.search(text[end:stop]):
            stop = end + tail.start()
        if stop <= end or (not text[end].isalpha() and text[end] != _VEIL):
            return None
        return end, stop

    def _behind(self, number: Counted) -> Span | None:
        """What a share is of (97%的村), the object of what was done so often (3次召开专题会)."""
        end = number.end
        if number.is_rate:
            return self._right(end) if self._text.startswith("的", end) else None
        verb = self._words.introducing.match(self._text, end) if number.unit in _TIMES else None
        return self._right(verb.end()) if verb else None

    def _is_money(self, noun: Span) -> bool:
        return self._text.endswith(self._words.moneys, *noun)

    # --- from what was said before -------------------------------------------------------------

    def _inherited(self, number: Counted, part: _Part) -> Noun:
        """What the number before counts, what a bracket explains, the object of the last clause."""
        if part.bracket is not None:
            outside = self._before(part.bracket)
            if outside.end - outside.start >= 2:
                return (self._object(outside.start, outside.end),)
        if self._last:
            return self._last.noun
        begin = self._clause(number.start)[0]
        if begin < 2 or self._text[begin - 1] not in ",;(":
            return ()
        earlier = self._before(begin - 1)
        if not 2 <= earlier.end - earlier.start <= _LONG:
            return ()
        return (self._object(earlier.start, earlier.end),)

    def _done_to_the_same(self, number: Counted, part: _Part) -> Noun:
        """排查纠纷40件,成功化解38件: the second counts 成功化解 of 纠纷."""
        act = (part.start, part.end)
        if not self._last:
            return (act,)
        if not _are_akin(self._last.number.unit, number.unit) and not (
            self._last.number.unit in _VISITED and number.unit in _TIMES
        ):
            return (act,)
        whole = self._whole or self._last
        start, end = whole.noun[-1]
        if self._words.bare.fullmatch(self._text, start, end):
            return (act,)
        if done := self._words.bare.match(self._text, start, end):
            start = done.end() if end - done.end() >= 2 else start
            if verb_end := _DONE.match(self._text, start, max(start, end - 2)):
                start = verb_end.end()
        return act, (start, end)


def _are_akin(one: str, other: str) -> bool:
    return one == other or any(one in family and other in family for family in _FAMILIES)

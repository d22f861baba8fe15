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
from tuibrowser.parsing.behind import TIMES, Behind
from tuibrowser.parsing.nouns import AVERAGE_ONLY, VEIL, Noun, find_head, qualify, share_out, trim
from tuibrowser.parsing.objects import LONG, Objects, Part

_SENTENCE_BREAKS: Final = "。!?"
_RATES: Final = frozenset({"%", "百分点", "千分点", "倍", "成"})
_FAMILIES: Final = (
    frozenset({"件", "起", "例", "宗", "桩", "条", "件次"}),
    frozenset({"人", "名", "位", "人次"}),
    frozenset({"户", "家", "户次", "家次"}),
    TIMES,
)
_VISITED: Final = _FAMILIES[1] | _FAMILIES[2]
_VEILED: Final = re.compile(r'《[^《》]{1,60}》|"[^"]{1,40}"|\([^()\d]{1,30}\)')
_OF_EACH: Final = re.compile("单[条场次期个件]|[人户村]均|平均")
_CLOSED: Final = re.compile(r"\)(?:共计?|合计|总计|累计)?$")
_DONE: Final = re.compile(r"[出了到](?:各[类种项式])?")
_DIGIT: Final = re.compile(r"\d")
_NEAR: Final = 8
_BY: Final = "被由经"
_PLACE_TAIL: Final = re.compile(
    r"(?:[内外中里上间]|以下|以上|大厅|中心|[镇乡村县区]|街道|社区|服务站|工作站|司法所|派出所|[大中支]队|学校|公司|法庭)$"
)
_PERSON: Final = re.compile("[员师者官长民生工众]$")
_REST: Final = re.compile(r"(?:其[他它余]|剩余|另外)$")
# 公众号推送, 自助终端办理: what it was done with names nothing without the verb.
_MEANS: Final = re.compile(
    r"(?:终端|平台|公众号|视频号|系统|网站|程序|热线|专线|大厅|窗口|微信|线上|网上|掌上|中心|服务站|[Aa][Pp][Pp])$"
)
# 占全镇总户数的: of what it is a share says nothing of whose.
_SHARE: Final = re.compile(r"约?占[^,;:。]{0,16}$")


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


class Clauses:
    """The clauses of one line, asked number by number from left to right."""

    def __init__(self, shadow: str, words: Counting) -> None:
        self._text = _VEILED.sub(lambda it: VEIL * len(it[0]), shadow)
        self._shadow = shadow
        self._words = words
        self._left = Objects(self._text, words)
        self._right = Behind(self._text, words)
        self._last: _Said | None = None
        self._end = 0
        """Where the number before ends."""
        self._whole: _Said | None = None
        """What the numbers of a list are parts of: 46件(其中…38件、…8件)."""
        self._shares: list[Noun] = []
        """Nouns of the numbers to come: 参考率、合格率分别为100%、98%."""

    def find_noun(self, number: Counted) -> Noun:
        """What ``number`` counts; numbers must be asked in the order of the text."""
        if self._last and self._ends_sentence(self._last.number.end, number.start):
            self._last = self._whole = None
        noun = self._shared(number) or self._find(number)
        is_said = self._last is not None and noun == self._last.noun
        noun = trim(self._shadow, noun, number.unit)
        if is_said and noun and number.unit == "人次" and self._text.endswith("训", *noun[-1]):
            noun = (*noun, (number.end - len(number.unit), number.end))  # 培训2期90人次
        noun = self._with_head(number, noun)
        if noun:
            self._last = _Said(number, noun)
        self._end = number.end
        return qualify(
            self._text,
            noun,
            number.start,
            is_points=number.unit.endswith("百分点"),
            is_said=is_said,
        )

    def _shared(self, number: Counted) -> Noun:
        """The noun of a number that several share out among them, in their order."""
        last = self._last
        if self._shares and last and number.start - last.number.end <= 4:
            return self._shares.pop(0)
        self._shares = []
        if "分别" not in self._text[max(0, number.start - _NEAR) : number.start]:
            return ()
        part = self._before(number.start)
        if "分别" in self._text[part.end : number.start]:
            self._shares = share_out(self._text, part[:2], number.end, self._words)
        return self._shares.pop(0) if self._shares else ()

    def _with_head(self, number: Counted, noun: Noun) -> Noun:
        """A part of what was counted before with the head of that: 其中简易程序38件 are 案件."""
        last = self._last
        if last is None or not _are_akin(last.number.unit, number.unit):
            self._whole = None
            return noun
        between = self._text[last.number.end : number.start]
        is_rest = bool(noun) and _REST.match(self._text, *noun[-1])
        if "其中" in between or between.startswith("(") or (is_rest and not self._whole):
            self._whole = last
        elif ")" in between:
            self._whole = None
        if self._whole is None or not noun or noun[-1][1] > number.start:
            return noun
        is_person = number.unit in _FAMILIES[1]
        is_act = self._words.bare.fullmatch if is_person else self._words.bare.match
        if noun[-1][0] < self._whole.number.end or is_act(self._text, *noun[0]):
            return noun
        thing = self._thing(self._whole.noun[-1])
        head = find_head(self._text, (thing,), self._words) if thing else None
        if head is None or self._names_itself(noun[-1], head, number.unit):
            return noun
        return *noun, head

    def _names_itself(self, part: Span, head: Span, unit: str) -> bool:
        """Whether a part of a list says what it counts: 协管员七八名, but not 其中行政处罚113项."""
        if unit in _FAMILIES[1] and _PERSON.search(self._text, *part):
            return True
        own = self._words.heads.search(self._text, *part)
        return own is not None and not self._text.startswith("事项", head[0])

    def _find(self, number: Counted) -> Noun:  # noqa: PLR0911 — one case of the grammar a line
        part = self._before(number.start)
        right = None if number.is_rate else self._right.noun(number.end, number.unit)
        left = self._text[part.start : part.end]
        if part.bracket is not None and _OF_EACH.match(left):
            return *self._inherited(number, part), (part.start, part.end)
        if not left or left == "分":  # 分3批
            right = right or self._behind(number)
            return (right,) if right else self._inherited(number, part)
        if AVERAGE_ONLY.fullmatch(left) or (number.is_rate and _SHARE.fullmatch(left)):
            return (right,) if right else self._inherited(number, part)
        if right and left.endswith("的"):  # 督查发现的14个问题
            return (right,)
        is_act = self._words.bare.fullmatch(left) is not None
        stem = self._without_closing_verb(left)
        if len(stem) < len(left) and (right or not is_act):
            return (right,) if right else self._closed_by_verb(number, part, stem)
        if right and (
            part.has_total or not self._words.verbs.search(left) or _PLACE_TAIL.search(left)
        ):
            return (right,)
        if is_act or self._is_passive(part):
            if right:  # 督导14个村 counts what was done to them
                return (self._left.object(part.start, part.end), right)
            return self._done_to_the_same(number, part)
        if len(left) < 2 and (right or not part.has_total):
            return (right,) if right else self._inherited(number, part)
        return (self._left.object(part.start, part.end),)

    def _closed_by_verb(self, number: Counted, part: Part, stem: str) -> Noun:
        """What a verb right before a number has as its object: 宣传资料发放3000份."""
        if self._text[part.start - 1 : part.start] in {"向", "对"}:  # 向社会公布1件
            return self._done_to_the_same(number, part._replace(start=part.start + len(stem)))
        # 公众号推送, 自助终端办理; 预警信息发布12次
        if _MEANS.search(stem) or (number.unit in TIMES and len(stem) >= 2):
            return (self._left.object(part.start, part.end),)
        if len(stem) >= 2:
            return (self._left.object(part.start, part.start + len(stem)),)
        if number.unit == "元" and part.end - part.start >= 2:  # 投资20万元
            return ((part.start, part.end),)
        return self._inherited(number, part)

    def _is_passive(self, part: Part) -> bool:
        """Whether an act ends it that was done by somebody: 信息48篇,被省级媒体采用15篇."""
        if self._text[part.start - 1 : part.start] not in {*_BY}:
            return False
        acts = [it.end() for it in self._words.acts.finditer(self._text, part.start, part.end)]
        return acts[-1:] == [part.end]

    # --- left of the number --------------------------------------------------------------------

    def _ends_sentence(self, start: int, end: int) -> bool:
        return any(self._text.find(mark, start, end) >= 0 for mark in _SENTENCE_BREAKS)

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
        outside = self._text[self._left.clause(opening)[0] : opening]
        return None if _DIGIT.search(outside) or len(outside) < 2 else opening

    def _before(self, at: int) -> Part:
        start, bracket = self._left.clause(at)
        if (opening := self._aside(at)) is not None:
            return self._before(opening)
        if self._last and start < self._last.number.end <= at:
            # Of 1支60人的队伍 both numbers count what stands behind the second.
            start = self._last.end if self._last.end <= at else self._last.number.end
            bracket = None
        if start < self._end <= at:
            start, bracket = self._end, None
        return self._left.trimmed(start, at, bracket)

    def _without_closing_verb(self, left: str) -> str:
        closing = self._words.closing.search(left)
        return left[: closing.start()] if closing else left

    def _behind(self, number: Counted) -> Span | None:
        """What a share is of (97%的村), the object of what was done so often (3次召开专题会)."""
        if number.is_rate:
            is_of = self._text.startswith("的", number.end)
            return self._right.noun(number.end) if is_of else None
        return self._right.object(number.end) if number.unit in TIMES else None

    # --- from what was said before -------------------------------------------------------------

    def _inherited(self, number: Counted, part: Part) -> Noun:
        """What the number before counts, what a bracket explains, the object of the last clause."""
        if part.bracket is not None:
            outside = self._before(part.bracket)
            if outside.end - outside.start >= 2:
                return (self._left.object(outside.start, outside.end),)
        if self._last:
            return self._last.noun
        begin = self._left.clause(number.start)[0]
        if begin < 2 or self._text[begin - 1] not in ",;(":
            return ()
        earlier = self._before(begin - 1)
        if not 2 <= earlier.end - earlier.start <= LONG:
            return ()
        return (self._left.object(earlier.start, earlier.end),)

    def _done_to_the_same(self, number: Counted, part: Part) -> Noun:
        """排查纠纷40件,成功化解38件: the second counts 成功化解 of 纠纷."""
        act = (part.start, part.end)
        if not self._last:
            return (act,)
        if not _are_akin(self._last.number.unit, number.unit) and not (
            self._last.number.unit in _VISITED and number.unit in TIMES
        ):
            return (act,)
        whole = self._whole or self._last
        thing = self._thing(whole.noun[-1])
        return (act, thing) if thing else (act,)

    def _thing(self, noun: Span) -> Span | None:
        """What an act was done to, without the act: 纠纷 of 排查出各类纠纷, 合同 of 合同审查."""
        start, end = noun
        if self._words.bare.fullmatch(self._text, start, end):
            return None
        for done in self._words.acts.finditer(self._text, start, end):
            if end - done.end() >= 2:
                start = done.end()
            elif done.end() == end and done.start() - start >= 2:
                end = done.start()
        if verb_end := _DONE.match(self._text, start, max(start, end - 2)):
            start = verb_end.end()
        return start, end


def _are_akin(one: str, other: str) -> bool:
    return one == other or any(one in family and other in family for family in _FAMILIES)

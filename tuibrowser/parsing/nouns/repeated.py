"""What is counted twice in a sentence and told with what was done to it.

受理纠纷60件,调解成功58件: the first are 受理纠纷, though 受理 only introduces them.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.verbal import SURE, score_verb
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.akin import PEOPLE, are_akin
from tuibrowser.parsing.nouns.context import LineSoFar
from tuibrowser.parsing.nouns.deeds import find_sent, is_fate_of
from tuibrowser.parsing.nouns.doers import PERSON
from tuibrowser.parsing.nouns.records import Counted
from tuibrowser.parsing.nouns.whole import Noun

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_VERB: Final = 4
"""Characters of the longest verb that introduces an object."""
_AHEAD: Final = 60
TOUCHES: Final = frozenset({"涉及", "惠及", "覆盖"})
"""Verbs that do nothing to their object."""
_REACHES: Final = frozenset({"惠及", "覆盖", "接待", "参与"})
"""Verbs that tell which of all people are counted."""
_HOW: Final = ("现场", "上门", "协调")
"""Before such a verb, how it was done."""
_REVIEW: Final = re.compile("合法性审[查核]|审[查核]|评查|评估")
"""Acts that end in opinions."""
_GROUP: Final = re.compile("领导小组|工作专班|工作小组|协调小组")
"""Who has members."""
_MEASURES: Final = frozenset({"批次", "人次", "件数", "起数", "户数", "人数"})
_GENERAL: Final = frozenset({"问题", "信息", "数据", "资金", "事项", "业务", "咨询", "报装"})
"""Things of every kind."""
_VERBS: Final = re.compile("(?:[^,、]{2}、)*(?P<last>[^,、]{2})")
"""One verb or several before a list: 新建、修订|台账、印章等制度."""
_OTHERS: Final = re.compile(
    r"[,;、(]([^,;、()。!?\d]{2,10}?)[约近超达共为]?\d[\d.,]*[万亿]?余?多?([^\d,;、。]{1,2})"
)
"""The numbers behind one, what stands before them and their units."""


class Repeated:
    """The nouns of one line that are counted again."""

    def __init__(self, line: LineSoFar) -> None:
        """Take what is known of the line."""
        self._text, self._words, _, self._earlier, self._context = line

    def with_verb(self, number: Counted, noun: Noun) -> Noun:
        """受理纠纷60件,调解成功58件: what is counted twice is told with what was done to it."""
        if len(noun) != 1 or noun[0][1] > number.start:
            return noun
        start, end = noun[0]
        if self._text[start - 1] == "的":
            return self._with_first_verb(number, noun[0])
        lead = start - 2 * self._text.startswith("各类", start - 2)
        for begin in range(lead - 2, max(0, lead - _VERB) - 1, -1):
            verb = self._text[begin:lead]
            if verb in self._words.giving and self._says_too_little(verb, noun[0], number.unit):
                first = begin - 2 * self._text.endswith(_HOW, 0, begin)
                return ((first, end),) if lead == start else ((first, lead), (start, end))
            if verb in self._words.giving and verb not in TOUCHES:
                if not self._is_again(number, noun[0]) and not self._earlier.has(noun[0], number):
                    break
                return ((begin, end),) if lead == start else ((begin, lead), (start, end))
        return self._with_verb_of_list(number, noun[0])

    def _with_verb_of_list(self, number: Counted, thing: Span) -> Noun:
        """``thing`` with the verb before a list that 等 sums up: 发现立卷不齐等瑕疵9处,纠正9处."""
        if self._text[thing[0] - 1] != "等":
            return (thing,)
        begin = self._context.before(thing[0]).start
        verbs = _VERBS.match(self._text, begin, thing[0])
        is_known = verbs and self._words.verbs.fullmatch(self._text, *verbs.span("last"))
        if not verbs or not is_known or not self._is_again(number, thing):
            return (thing,)
        return verbs.span(), thing

    def of_others(self, number: Counted, noun: Noun) -> Noun:
        """``noun`` with what stands before it in the sentence that it says nothing without."""
        if number.is_rate:
            return self.of_success(noun)
        return self.of_group(number, self.with_act(noun))

    def with_act(self, noun: Noun) -> Noun:
        """审查合同60份,提出意见90条: the second are 审查意见."""
        if len(noun) != 1 or self._text[slice(*noun[0])] != "意见":
            return noun
        verb = (noun[0][0] - 2, noun[0][0])
        if self._text[slice(*verb)] in {"吸收", "采纳"}:
            return ((verb[0], noun[0][1]),)
        acts = (
            _REVIEW.match(self._text, *it.noun[0]) for it in reversed(self._earlier.latest_of_all())
        )
        act = next((it.span() for it in acts if it), None)
        return (act, *noun) if act else noun

    def of_group(self, number: Counted, noun: Noun) -> Noun:
        """调整领导小组,成员21名: the second are 领导小组成员; so are those of 领导小组,共21人."""
        if len(noun) != 1 or number.unit not in PEOPLE:
            return noun
        begin = max(0, number.start - _AHEAD, self._text.rfind("。", 0, number.start))
        if self._text[slice(*noun[0])] == "成员":
            group = next(reversed([*_GROUP.finditer(self._text, begin, noun[0][0])]), None)
            return (group.span(), *noun) if group else noun
        member = self._text.find("成员的", begin, noun[0][0])
        is_group = member >= 0 and _GROUP.search(self._text, noun[0][1] - 4, noun[0][1])
        return (*noun, (member, member + 2)) if is_group else noun

    def of_success(self, noun: Noun) -> Noun:
        """调解案件90件,成功率98%: success without an act is that of the act before."""
        if len(noun) != 1 or self._text[slice(*noun[0])] != "成功率":
            return noun
        acts = (it.noun[0] for it in reversed(self._earlier.latest_of_all()))
        act = next((it for it in acts if self._text.startswith("调解", it[0])), None)
        return ((act[0], act[0] + 2), *noun) if act else noun

    def measured(self, noun: Noun) -> Noun:
        """来访30批90人次,批次下降9%: a bare measure is that of the last number that has it."""
        measure = self._text[slice(*noun[0])] if len(noun) == 1 else ""
        if measure not in _MEASURES:
            return noun
        for said in reversed(self._earlier.latest_of_all()):
            if said.number.unit.startswith(measure[0]):
                is_named = self._text.endswith(measure, *said.noun[-1])
                return said.noun if is_named else (*said.noun, *noun)
        return noun

    def _says_too_little(self, verb: str, noun: Span, unit: str) -> bool:
        """Whether what was done tells more than the thing: 覆盖群众, 解决问题, 办理事项."""
        thing = self._text[slice(*noun)]
        if verb in _REACHES and PERSON.search(thing):
            return True
        if verb == "参与" and unit == "人次":
            return True  # 参与普法90人次
        return thing in _GENERAL or (unit == "件" and thing.endswith("事项"))

    def _with_first_verb(self, number: Counted, thing: Span) -> Noun:
        """``thing`` with the verb that begins its clause, before words that say of what kind it is:
        删除与法律不符的条款."""
        begin = self._context.before(thing[0]).start
        verb = self._text[begin : begin + 2]
        if score_verb(verb) < SURE or not self._is_again(number, thing):
            return (thing,)
        return (begin, begin + 2), thing

    def _is_again(self, number: Counted, thing: Span) -> bool:
        """Whether a number behind it counts what else was done to ``thing``."""
        for other in _OTHERS.finditer(self._text, number.end, number.end + _AHEAD):
            unit = other[2]
            if not (unit.startswith(number.unit) or are_akin(unit[0], number.unit)):
                continue
            if is_fate_of(other[1], self._words, unit) or find_sent(other[1], 0, len(other[1])):
                return True
            it = self._text[slice(*thing)]
            if other[1] != it and other[1].endswith(it) and not other[1].startswith("其中"):
                return True
        return False

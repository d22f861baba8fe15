"""What a list before a number is told as: 查出用电、用气等问题9个 are 查出问题.

Answers are offsets into a folded line without white space, of which quotes and short brackets are
veiled.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.agents import SOFT
from tuibrowser.parsing.nouns.whole import Noun

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_SUMS_UP: Final = re.compile("(?<=..)等(?:多[个项部]|方面的?|[^,、等]{2,6}的)?$")
_JOINT: Final = re.compile("(?!联合)[^,]*(?:查|整治|执法|行动|巡逻)")
"""What joint work is called by: 联合检查, but no 联合讲座."""
_SHORTEST: Final = 2
_GENERAL: Final = frozenset({"问题", "案件", "事项", "纠纷"})
"""What a list is summed up as that is known by what was done."""
_ACTS: Final = re.compile("(?:专题|系列|主题)?(?:活动|工作|措施|方式|形式|任务|服务|会议)")
"""What sums up acts, each of which is one: 旁听庭审、宪法宣誓等活动."""
_DECIDED: Final = re.compile(
    "[^,的]{2,16}会议?(?:专题|集体)*(?=(?:研究|审议|讨论|决策|决定|审定)[^,]{0,8}(?:议题|事项|问题)$)"
)
"""The meeting at which so many things were decided on."""

_WHOSE: Final = re.compile(
    "(?P<act>审[查核]|清理|评估|评查)(?:(?:[省市县区镇乡]|本级)(?:人民)?政府|[市县区]委)(?:及其?(?:所属|各)?部门)?(?=[^办,、]{3})"
)
"""An act and whose the papers are it was done to: 审查区政府重大决策."""


class Lists:
    """The lists of one line."""

    def __init__(self, text: str, words: Counting) -> None:
        """Take ``text``, folded and veiled."""
        self._text = text
        self._words = words

    def act_of_list(self, start: int, thing: Span) -> Span | None:
        """What was done to a list that 等 sums up as ``thing``: 学习 of 学习宪法、民法典等法律."""
        if not _SUMS_UP.search(self._text, start, thing[0]) or _ACTS.fullmatch(self._text, *thing):
            return None
        acts = self._words.acts.finditer(self._text, start, thing[0] - 2)
        return next((it.span() for it in acts if self._text[it.end() - 1] not in "、和等"), None)

    def joined(self, start: int, thing: Span) -> Span | None:
        """With whom it was done, which says how: 联合应急、住建等部门|检查."""
        with_whom = self._words.partners.match(self._text, start, thing[1])
        is_joint = with_whom and with_whom["how"] == "联合" and _JOINT.fullmatch(self._text, *thing)
        return with_whom.span("how") if with_whom and is_joint else None

    def _last_deed(self, thing: Span) -> Span:
        """The last of several deeds, each with its object: 听取汇报、会商难题."""
        start, end = thing
        if self._words.totals.match(self._text, end):
            return thing  # 检查清单、整改清单共30份
        mark = self._text.rfind("、", start, end)
        deeds = [(start, self._text.find("、", start, end)), (mark + 1, end)] if mark > 0 else []
        is_each = [self._is_deed(*it) for it in deeds]
        return deeds[-1] if is_each and all(is_each) else thing

    def _is_deed(self, start: int, end: int) -> bool:
        verb = self._words.verbs.match(self._text, start, end)
        if verb is None or SOFT.match(self._text, start):  # 宣传标语、宣传横幅
            return False
        return end - verb.end() >= _SHORTEST

    def _each_object(self, start: int, thing: Span) -> Noun:
        """What several deeds were done to that a number sums up: 悬挂|横幅、张贴|标语共90条."""
        if not self._words.totals.match(self._text, thing[1]):
            return ()
        objects: list[Span] = []
        at = start
        while at < thing[1]:
            mark = self._text.find("、", at, thing[1])
            end = mark if mark > 0 else thing[1]
            verb = self._words.introducing.match(self._text, at, end)
            if verb is None or end - verb.end() < _SHORTEST:
                return ()
            objects += [(verb.end(), end), (end, end + 1)]
            at = end + 1
        return tuple(objects[:-1]) if len(objects) > _SHORTEST else ()

    def told(self, start: int, thing: Span) -> Noun:
        """``thing`` as it is told of: 协调问题 of 协调用水、用地等问题; without who decided."""
        if objects := self._each_object(start, thing):
            return objects
        act, thing = None, self._last_deed(thing)
        if self._text[slice(*thing)] in _GENERAL:
            act = self.act_of_list(start, thing)
        if whose := _WHOSE.match(self._text, *thing):
            act, thing = whose.span("act"), (whose.end(), thing[1])
        is_topic = self._text.endswith(("议题", "事项", "问题"), *thing)
        if is_topic and (met := _DECIDED.match(self._text, *thing)):
            thing = met.end(), thing[1]
        return (act, thing) if act else (thing,)

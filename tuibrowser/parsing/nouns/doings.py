"""What those who are counted, or told of, did: came to something, heard it, said it to somebody.

考试应参加41人,实参40人; 向区委报告9次; 负责人100%出庭应诉. Whom it was done for is no part of it.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.akin import PEOPLE
from tuibrowser.parsing.nouns.context import LineSoFar
from tuibrowser.parsing.nouns.doers import PERSON
from tuibrowser.parsing.nouns.objects import LeftSide
from tuibrowser.parsing.nouns.records import Counted
from tuibrowser.parsing.nouns.sessions import find_session
from tuibrowser.parsing.nouns.whole import Noun

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_TOWARDS: Final = re.compile("面向|向(?!上)|对(?![象接口外账标])|为(?![期民了])|给(?!予)")
_BY_WHOM: Final = re.compile("(?P<who>[^,、向]{2,10})向(?!上)")
"""Who told it to whom: 局长向县人大报告工作."""
_TELLS: Final = re.compile(
    "(?:[上讲授作做](?P<course>(?!课$)[^,、上讲授作做]{0,10}(?:课|讲座|报告|辅导))$)|"
    "(?:专题|集中|当面|书面|及时|定期|上门|现场|系统|开展)*"
    "(?:(?:报告|汇报|通报)(?:[^,、向]{0,8}(?:工作|情况|事项))?|请示|反馈|述[法职]|宣讲|[授讲上]课|普法|培训|辅导|服务|讲解|咨询)$"
)
"""What is done towards somebody and has no other object: 向县委报告, 面向职工宣讲."""
_GATHERED: Final = ("会", "会议", "班子", "成员", "组织")
_DONE_FOR: Final = re.compile("[为给](?P<whom>[^,、]{2,8})[做作](?P<it>[^,、]{2,8})")
_DOES: Final = re.compile("(?:免费|上门|集中)?[做作]了?(?P<it>[^,。;、()]{2,10}?)(?=[,。;、()]|$)")
_INSTRUCTS: Final = re.compile("(?P<who>[^,、对]{2,12})对(?P<it>[^,、对]{2,10}(?:批示|指示))")
"""Who told others what to do with something: 负责人对法治工作批示."""
_MET: Final = re.compile("(?P<who>[^,、]{2,16}?)(?:定期|多次|先后|及时|共)*召开(?P<it>会议?)")
"""Whose meetings say nothing else: 领导小组定期召开会议."""
_TOOK_PART: Final = re.compile("[^,、]{0,8}(?:顾问|律师|专家)参与[^,]{2,24}")
_WHOM: Final = 2
"""Characters of whom it is done to, at the least."""
_ATTENDS: Final = re.compile(
    "(?P<act>(?:应当?|实际?)(?:参加|参与|出席|报名|参[考训学]|到[会场]?))$"
)
"""Who should have come and who came: 应参加, 实到."""
_EVENT: Final = re.compile(
    "(?:考试|测[试评]|培训|学习|讲座|竞赛|答题|演练|旁听|庭审|活动|会议?|大会|述法|测验)$"
)
_CAME: Final = re.compile(
    "(?:实际)?参(?:考|测|训|赛|会|评|演|学)|应试|(?:考试|测试)?(?:合格|及格|优秀|通过)"
)
_OURS: Final = re.compile("(?:(?<=..)[我本全][局委办院厅镇乡县区市校站所]|机关|系统|单位)+$")
_SPENT: Final = re.compile("用于(?P<on>[^,、]{2,12})的(?P<what>开支|支出|经费|资金|费用|投入)$")
_EARLY: Final = re.compile("(?:平均)?提前$")
_SEEN: Final = re.compile(
    "(?:单日|当日|累计|日均)*(?P<it>总?(?:播放|观看|点击|浏览|阅读|转发|点赞|收看|收听))"
)
_SCORED: Final = re.compile("(?P<it>[^,]{2,}?)在[^,]{2,12}(?:评查|考核|测评|评比|考评)中?[获得取]*")
_SHOWN: Final = re.compile("(?<!发)(?:[片频剧集歌曲]|栏目|节目|微课|直播|文章|推文)$")
_MADE: Final = frozenset({"条", "部", "期", "集", "篇", "则", "首", "支"})
"""Units of what is seen or heard."""
_DONE_BY_ALL: Final = re.compile("(?P<it>[\u4e00-\u9fff\ue002]{2,12})(?=[,。;、)]|$)")


class Doings:
    """What was done in one line."""

    def __init__(self, line: LineSoFar) -> None:
        """Take what is known of the line."""
        self._text, self._words, self._left, self._earlier, _ = line

    def act_before(self, part: LeftSide) -> Span | None:
        """What was done to what stands behind the number: 党委会听取3次汇报."""
        acts = self._words.acts.finditer(self._text, part.start, part.end)
        act = next((it.span() for it in acts if it.end() == part.end), None)
        if act is None:
            return None
        rest = self._text[part.start : act[0]]
        if self._words.introducing.fullmatch(rest):
            return act
        if len(rest) == _WHOM:
            return part[:2]  # 通报批评9家, 逐条梳理9项
        is_told = rest.endswith(_GATHERED)
        return act if is_told or self._is_somebody(part.start, act[0]) else None

    def attending(self, number: Counted, part: LeftSide) -> Noun:
        """Who should have come to what, or came: 考试应参加90人,实际参加88人."""
        attends = _ATTENDS.search(self._text, *part[:2]) if number.unit in PEOPLE else None
        if attends is None:
            return ()
        ours = _OURS.search(self._text, part.start, attends.start())
        end = ours.start() if ours else attends.start()
        if _EVENT.search(self._text, part.start, end):
            return attends.span(), self._left.object(part.start, end)
        said = self._earlier.last_noun
        return (attends.span(), *said[1:]) if len(said) > 1 else (attends.span(),)

    def came_to(self, number: Counted, act: Span) -> Noun:
        """What those came to, or passed, who did nothing else: 组织线上考试,参考90人、合格88人."""
        if number.unit not in PEOPLE - {"人次"} or _CAME.fullmatch(self._text, *act) is None:
            return ()
        last = self._earlier.last
        if last is None:
            begin = self._left.clause(number.start)[0]
            event = self._left.trimmed(self._left.clause(begin - 1)[0], begin - 1)[:2]
            event = self._left.object(*event) if event[1] - event[0] > 1 else event
        else:
            event = last.noun[0] if last.number.unit in PEOPLE else last.noun[-1]
        return (event, act) if _EVENT.search(self._text, *event) else ()

    def scored(self, number: Counted, part: LeftSide) -> Noun:
        """What got marks, without where: 处罚案卷|在评查中获92分."""
        scored = _SCORED.fullmatch(self._text, *part[:2]) if number.unit == "分" else None
        return (scored.span("it"),) if scored else ()

    def spent(self, number: Counted, part: LeftSide) -> Noun:
        """On what money was spent, told before it: 用于宣传的|开支."""
        begin = self._left.clause(number.start)[0]
        spent = _SPENT.search(self._text, begin, part.end) if number.unit == "元" else None
        return (spent.span("on"), spent.span("what")) if spent else ()

    def earlier_by(self, number: Counted, part: LeftSide) -> Noun:
        """By how long something was done earlier: 平均提前90天落地."""
        is_time = number.unit in {"天", "小时", "分钟", "个工作日", "个月"}
        early = _EARLY.search(self._text, part.start, number.start) if is_time else None
        return (early.span(),) if early and early.start() == part.start else ()

    def seen(self, number: Counted, part: LeftSide) -> Noun:
        """How often what was made was seen or heard: 短片9条,累计播放90万次."""
        seen = _SEEN.fullmatch(self._text, *part[:2]) if number.unit in {"次", "人次"} else None
        if seen is None:
            return ()
        it, last = seen.span("it"), self._earlier.last
        thing = last and last.number.unit in _MADE and self._earlier.find_thing(last)
        is_shown = thing and _SHOWN.search(self._text, *thing)
        return (thing, it) if thing and is_shown else (it,)

    def done_by_all(self, number: Counted, part: LeftSide) -> Noun:
        """What all of them did, told behind a hundred per cent: 负责人100%出庭应诉."""
        if number.unit != "%" or number.value != 100:
            return ()
        did = _DONE_BY_ALL.match(self._text, number.end)
        if did is None:
            return ()
        thing = self._left.object(part.start, part.end)
        return (thing,) if did["it"] in {"完成", "到位"} else (thing, did.span("it"))

    def done_for(self, part: LeftSide) -> Noun:
        """What was done for those who are counted: 为商户做体检90家."""
        done = _DONE_FOR.fullmatch(self._text, *part[:2])
        return (done.span("it"), done.span("whom")) if done else ()

    def done_for_those(self, number: Counted, right: Span) -> Noun:
        """What was done for those whom ``number`` counts behind 为: 为90家企业做法治体检."""
        if self._text[number.start - 1 : number.start] not in {"为", "给"}:
            return ()
        does = _DOES.match(self._text, right[1])
        return (does.span("it"), right) if does else ()

    def took_part(self, part: LeftSide) -> Noun:
        """What advisers took part in, so often: 法律顾问参与合同审查9次."""
        took = _TOOK_PART.match(self._text, *part[:2])
        return (took.span(),) if took else ()

    def told_to(self, part: LeftSide) -> Noun:
        """What was taken up by a body, or done towards somebody, who is no part: 向县委报告9次."""
        if met := find_session(self._text, *part[:2]):
            return (met,)
        told = _INSTRUCTS.fullmatch(self._text, *part[:2]) or _MET.fullmatch(self._text, *part[:2])
        if told and self._is_somebody(*told.span("who")):
            is_met = told.re is _MET
            return (told.span("who"), told.span("it")) if is_met else (told.span("it"),)
        towards = _TOWARDS.match(self._text, *part[:2])
        if towards is None and (by := _BY_WHOM.match(self._text, *part[:2])):
            towards = by if self._is_somebody(*by.span("who")) else None
        if towards is None and self._text[part.start - 1 : part.start] not in {"向", "对"}:
            return ()
        begin = towards.end() if towards else part.start
        for at in range(begin + _WHOM, part.end - 1):
            tells = _TELLS.match(self._text, at, part.end)
            if tells and self._is_somebody(begin, at):
                return (tells.span("course") if tells["course"] else tells.span(),)
        return ()

    def _is_somebody(self, begin: int, end: int) -> bool:
        is_person = PERSON.search(self._text, begin, end) or self._text[end - 1] == "户"
        return bool(is_person) or self._left.agents.is_one(begin, end)

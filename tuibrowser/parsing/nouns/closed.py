"""What a verb right before a number has as its object: 宣传资料发放3000份, 实际参加88人."""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.affinities import Affinities
from tuibrowser.parsing.nouns.akin import MATTERS, PEOPLE, TIMES, VISITED
from tuibrowser.parsing.nouns.context import LineSoFar
from tuibrowser.parsing.nouns.deeds import ALONE
from tuibrowser.parsing.nouns.doers import PERSON
from tuibrowser.parsing.nouns.doings import Doings
from tuibrowser.parsing.nouns.objects import LeftSide
from tuibrowser.parsing.nouns.outcomes import Outcomes
from tuibrowser.parsing.nouns.people import People
from tuibrowser.parsing.nouns.records import Counted
from tuibrowser.parsing.nouns.repeated import TOUCHES
from tuibrowser.parsing.nouns.whole import AVERAGE_ONLY, VEIL, Noun

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_SUMMED: Final = re.compile("(?<=..)(?<!公)(?:共|累计|总计|合计)$")
_HELD: Final = re.compile("(?:召开|举办|举行|开展|进行|播[出放]|刊[出播]|演出|上演)了?$")
_WHEN: Final = re.compile("[去前今上本往]年(?:度|同期)?|同期|[上下]半年|[一二三四]季度")
"""When it was done, and nothing else."""
_LONG_THING: Final = 8
"""Characters from which a thing is not repeated before whom it touched."""
_FAR: Final = 8
"""How many numbers back the object of a verb alone is looked for."""
# 公众号推送, 自助终端办理: what it was done with names nothing without the verb.
_MEANS: Final = re.compile(
    r"(?:电话|媒体|客户端|专栏|广播|终端|平台|公众号|视频号|系统|网站|程序|热线|专线|大厅|窗口|专窗|直播|微信|线上|网上|掌上|异地|跨域|远程|就近|容缺|并案|中心|服务站|app)$"
)


_MEETS: Final = frozenset({"接待", "访谈", "接访"})
"""Verbs of meeting people, who are not what a number before counts."""
_SET: Final = ("确定", "明确", "做到", "落实", "达成")
"""Verbs before a rate that is set, which is what stands before them."""
_NAMED_DEEDS: Final = ("推送", "观看", "办理", "接待", "受理")
"""What was done under a name: “审管互动”推送."""
_SYSTEM: Final = re.compile("(?:体系|机制|模式)$")
"""What handled things, and is none."""
_HANDLES: Final = frozenset({"办理", "受理", "办结"})
_TOLD_OF: Final = frozenset({"通报", "表彰", "警示", "点名", "约谈"})
"""Verbs that another follows with the same object: 通报曝光9人."""
_UNABLE: Final = frozenset({"无法", "不能", "未能", "拒绝", "无须", "无需"})
"""What says that something was not done, with its verb."""
_SENT_OUT: Final = ("出动", "派出", "抽调")
"""What bodies do with people, who are not the bodies."""
_BY_THEM: Final = ("参与", "介入")
"""Without these nothing but who did it would be told: 法律顾问参与9件."""


class Closed:
    """The numbers of one line that a verb stands right before."""

    def __init__(self, line: LineSoFar, outcomes: Outcomes, doings: Doings, people: People) -> None:
        """Take what is known of the line, and of what was done in it."""
        self._text, self._words, self._left, self._earlier, self._context = line
        self._outcomes = outcomes
        self._doings = doings
        self._people = people
        self._affinities = Affinities(line)

    def by_verb(self, number: Counted, part: LeftSide, stem: str) -> Noun:
        """What a verb right before a number has as its object: 宣传资料发放3000份."""
        is_when = _WHEN.fullmatch(stem) is not None  # 去年受理9件
        if is_when:
            part, stem = part._replace(start=part.start + len(stem)), ""
        if AVERAGE_ONLY.fullmatch(stem) or self._words.adverb.fullmatch(stem):
            stem = ""  # 月均接待30人次, 正在办理9件
        # 选派8人参加培训
        is_sent = stem == "" and number.unit in PEOPLE
        sent = self._people.sent(number) if is_sent else ()
        if attending := self._doings.attending(number, part) or sent:
            return attending
        if summed := _SUMMED.search(stem):  # 信访件共受理9件, 司法所共受理9件
            start = part.start + len(stem)
            if self._left.agents.is_one(part.start, part.start + summed.start()):
                return self._of_verb(number, part._replace(start=start))
            stem = stem[: summed.start()]
        is_set = self._text.endswith(_SET, *part[:2])
        if number.unit == "%" and len(stem) >= 2 and not is_set:  # 普法覆盖90%
            return (self._left.object(part.start, part.end),)
        is_held = len(stem) >= 2 and _HELD.search(self._text, *part[:2])
        is_named = stem.endswith(VEIL) and self._text.endswith(_NAMED_DEEDS, *part[:2])
        is_twice = stem in _TOLD_OF
        if is_named or is_twice or stem in _UNABLE:
            return (part[:2],)  # “审管互动”推送9条, 通报曝光9人, 无法提供3件
        if is_held or stem.endswith(VEIL):  # 议事会召开9次, “红黑榜”公布两期
            return (self._left.object(part.start, part.start + len(stem)),)
        # 公众号推送, 自助终端办理; 预警信息发布12次
        if _MEANS.search(stem) or (number.unit in TIMES and len(stem) >= 2):
            return (self._left.object(part.start, part.end),)
        if len(stem) >= 2:
            return (self._by_whom(part, part.start + len(stem)),)
        if number.unit == "元":  # 投资20万元
            return ((part.start, part.end),)
        return self._of_verb(number, part)

    def _by_whom(self, part: LeftSide, verb: int) -> Span:
        """What the words before ``verb`` name, or what was done where they name who did it."""
        who = (part.start, verb)
        is_theirs = self._text.endswith(_SENT_OUT, *part[:2]) and self._left.agents.is_one(*who)
        if is_theirs or (
            _SYSTEM.search(self._text, *who) and self._text[verb : part.end] in _HANDLES
        ):
            return verb, part.end  # 执法大队出动90人次, 三级体系受理9件
        if self._text.endswith(_BY_THEM, *part[:2]) and PERSON.search(self._text, *who):
            return part[:2]
        return self._left.object(*who)

    def _of_verb(self, number: Counted, part: LeftSide) -> Noun:
        """What a verb alone did to what was counted so before: 播放节目30分钟,…村,播放90小时."""
        if ALONE.fullmatch(self._text, *part[:2]):
            return (part[:2],)  # 加强巡查,出动90人次
        adverb = self._words.adverb.match(self._text, part.start, part.end)
        verb = self._text[adverb.end() if adverb else part.start : part.end]  # 新接收9人
        last = self._earlier.last
        if number.unit in PEOPLE and last and last.number.unit in MATTERS:
            return (part[:2],)  # 认领90项指标,抽调26人
        is_met = verb in _MEETS and number.unit in VISITED
        if is_met and (not last or not PERSON.search(self._text, *last.noun[-1])):
            return (part[:2],)  # 成立调解室,共接待90人次; 决策2项,访谈90户
        akin = self._earlier.find_akin(number.unit, far=_FAR)
        akin = akin or (last if verb in TOUCHES else None)
        thing = self._earlier.find_thing(akin) if akin else None
        named = self._affinities.find(number, part[:2])
        is_alone = akin is None and last and (verb in _HANDLES or last.number.is_rate)
        if named or is_alone:  # 主题上线52个,累计办理9000单
            return (part[:2], named) if named else (part[:2],)
        if thing is None or verb in TOUCHES:
            told = self._context.inherited(number, part)
            is_theirs = bool(told) and told[-1][1] <= part.start and number.unit in VISITED
            if is_theirs and last and last.number.unit in TIMES and verb in TOUCHES:
                return *last.noun, part[:2]  # 培训8场,覆盖400人次
            if thing and thing[1] - thing[0] > _LONG_THING and verb in TOUCHES:
                return (part[:2],)
            if thing and is_theirs and verb in TOUCHES:
                return thing, part[:2]  # 补偿纠纷1件,涉及28户
            return told or (part[:2],)
        return part[:2], self._earlier.as_case(part[:2], thing)

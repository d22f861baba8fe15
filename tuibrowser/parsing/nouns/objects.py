"""What stands left of a number in its clause: the object that it counts, without what leads to it.

Answers are offsets into a folded line without white space, of which quotes and short brackets are
veiled, so that no break is looked for in them.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tuibrowser.lexicon.counting import Counting
from tuibrowser.lexicon.verbal import SURE, score_verb
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.agents import SOFT, Agents
from tuibrowser.parsing.nouns.leads import LEADS
from tuibrowser.parsing.nouns.papers import behind_paper
from tuibrowser.parsing.nouns.subjects import NAMED_BY_VERB, Subjects
from tuibrowser.parsing.nouns.summed import is_kind
from tuibrowser.parsing.nouns.unread import without_unread
from tuibrowser.parsing.nouns.whole import VEIL

BREAKS: Final = ",。;:!?"
LONG: Final = 30
"""Characters from which an object is cut at the last verb in it."""
# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
NOUN_TAIL: Final = re.compile(
    r"(?<=..)(?:自[^,、]{1,14}(?:以来|至今)|期间|方面|[中和及等里]|(?<!参)与|(?<!以)[内上]|(?<!(?<!达)标)(?<!目)的)+$|(?<=[村镇乡县户])中$"
)
LONGEST_CLAUSE: Final = 120
"""A line may be a whole page: what stands further away is not looked at."""
_OPEN_MARKS: Final = re.compile(
    r"^(?:[、,)的;]|和(?![解谐平睦事])|及(?![格时])|与(?!会))+|中,?(?![心小学央国医药级型层期午秋])"
)
_POINT: Final = re.compile(
    r"[一二三四五六七八九十]{1,3}[是要]|(?:首先|其次|再次|最后),?|"
    r"\(?[一二三四五六七八九十\d]{1,3}[)、.]"
)
_KINDS: Final = re.compile(r"(?:各[类种项式级](?:各样)?|[二两三四五六七八九十几]大?[类种])(?=..)")
_SUM: Final = re.compile("[共计]")
_TOWARDS: Final = "向与对为"
"""A clause that begins so was trimmed by that, and its verb stands behind whom it is done to."""
_OF_VERB: Final = re.compile("人数|人次|次数|数量|总数|金额")
"""What says nothing without its verb: 参与人数."""
_DONE_ENDS: Final = ("完毕", "完成", "毕的", "成的")
_FINISHED: Final = re.compile("(?<=...)(?:重新|全部)?[^,、的]{2}(?:完毕|完成)的?$")
"""What was done to what is named before it: 协议审查完毕, 公约重新修订完毕."""
_WHOSE: Final = re.compile(
    "[全本我](?:市(?![场政民])|县(?![域城级])|区(?![域间])|[镇乡](?!域)|局(?![面长部])|系统|街道)(?=..)"
)
"""Behind a verb, whose they are: 组织全局干部参加考试."""
_GIVEN_TO: Final = re.compile(
    "[给为帮替][^,、]{1,8}?[人众民生户工员童者家业](?=[装换送修配补][^,、]{3})"
)
"""Those for whom something was done, before it: 给独居老人|装报警器."""
_TO_BODY: Final = re.compile(
    "[省市县区镇乡]{0,2}(?:政府|党委|人大(?:常委会)?|政协|纪委|[市县区]委)(?=(?:专报|报告|报送|呈报))"
)
"""To whom something was written: 向|县政府|专报9篇."""
_FOR: Final = frozenset("给为帮替")
_EVENTS: Final = ("测评", "评查", "考核", "考评", "评比", "竞赛", "大赛", "比赛", "评估")
_GIVEN: Final = ("发言", "报告", "讲座", "辅导", "讲话", "讲解", "说明", "点评", "交流")
_GIVES: Final = re.compile(
    r"(?<![合制运操写动协])(?<!(?<!职)工)[作做]了?(?P<it>[^,、\d]{0,8}(?:发言|报告|讲座|辅导|讲话|讲解|说明|点评|交流))$"
)
"""What somebody gave on what, or to whom: 围绕安全生产作交流发言."""
_OF_RATE: Final = re.compile("[^,、的]{2}率")
"""Behind a verb the rate of what was done: 解决采纳率."""
_HELPS: Final = ("帮助", "协助", "督促", "指导", "引导")
"""Verbs behind which somebody stands who did it."""
_PUT_ON: Final = ("列入", "纳入", "移出", "录入", "移入")
_ROLLS: Final = ("名录", "名单", "目录", "名册", "黑榜", "红榜", "范围", "库")
"""Verbs and what somebody is put on or taken off, which says nothing alone: 列入异常名录."""
_REFUSED: Final = ("不予", "免予", "暂缓", "暂不")
"""What says that something was not done."""
_RATE_OF_MANNER: Final = re.compile("(?:及时|成功|有效|全部|一次性)[^,、]{1,6}率(?![^、和与])")
"""Rates that are of the manner, too: 及时受理率."""
_GOES: Final = ("赴", "深入", "走进")
_WENT: Final = re.compile(
    "(?:[^,]{2,14}?[队员团组社])?(?:赴|深入|走进)[^,]{2,18}?(?=(?:演出|巡演|巡讲|宣讲|放映|展演|开展|举办|播放)[^,、]{2})"
)
"""Who went where, before what they did there: 宣讲队赴牧户家中、集市|演出节目."""
_GOES_TO: Final = re.compile(
    "[^,、的]{2,8}?(?=(?:调研|督[导查察]|检查|走访|排查|宣讲|指导|摸排|化解|了解|征求)[^,、]{2})"
)
"""Where somebody went into (深入), before what they did there."""
_CHANGED: Final = re.compile("精简|压[减缩]|[简细]化|完善|健全|下放|划转|整合|归并|充实|更[新换]")
_WITH: Final = frozenset("与和同")
_TOGETHER: Final = ("会同", "协同", "配合")
"""How a partner is named, before or at the beginning of a clause."""
_SET_UP: Final = re.compile("(?<![建假])设(?![备施计点卡立置])")
"""Behind where something was set up: 在客运站|设|普法点."""
_JOINT_SHARE: Final = re.compile("联合[^,、]{2,4}(?:率|占比|比[例重])$")
"""A share of what was done together: 涉企联合检查比例."""

_JOINT_DEED: Final = re.compile(
    "(?<=、)联合[^,、]{2,4}(?=、|$)|联合(?:执法|整治|行动|[^,、]查)(?=、)"
)
"""One of several deeds: 夜查、联合巡查."""


class LeftSide(NamedTuple):
    """What stands between a clause's beginning, or an earlier number, and a number."""

    start: int
    end: int
    has_total: bool
    """Whether 共 or 等 closes it, so that it lists what the number sums up."""
    bracket: int | None
    """Offset of the bracket that holds the number and opens the clause."""


class Objects:
    """The left sides of the numbers of one line."""

    def __init__(self, text: str, words: Counting) -> None:
        """Take ``text``, folded and veiled."""
        self._text = text
        self._words = words
        self.agents = Agents(text, words)
        self._subjects = Subjects(text, words, self.agents)

    def clause(self, at: int) -> tuple[int, int | None]:
        """Where the clause of ``at`` begins, and the bracket that does so."""
        text, first = self._text, max(0, at - LONGEST_CLAUSE)
        begin = max(first, *(text.rfind(mark, first, at) + 1 for mark in BREAKS))
        opening, closing = text.rfind("(", first, at), text.rfind(")", first, at)
        if opening > closing and opening >= begin:
            return opening + 1, opening
        if closing >= begin > opening:  # the break stands in a bracket that is closed again
            return self.clause(opening)[0] if opening >= first else closing + 1, None
        return begin, None

    def trimmed(self, start: int, end: int, bracket: int | None = None) -> LeftSide:
        """The part without what introduces it and what stands between it and its number."""
        words, text = self._words, self._text
        if marks := _OPEN_MARKS.match(text[start:end]):
            start += marks.end()
        patterns = [_POINT, words.leading]
        if _SUM.search(text, start, end):
            patterns += [words.summed, words.leading]
        for pattern in patterns:
            if found := pattern.match(text, start, end):
                start = found.end()
        if end - start == 1 and text[start - 1] == "在":
            start -= 1  # 在矫19人
        start, end = without_unread(text, start, end)
        if text[end - 1] == "了" and end - start > 3 and self._is_verb(end - 3):
            end -= 1  # 讲座举办了9场, but 律师|配了9名
        if text[end - 1] == "出" and end - start > 2 and self._is_verb(end - 3):
            end -= 1  # 培育出9个示范村
        tail = words.trailing.search(text[start:end])
        end -= tail is None and text.endswith("、", start + 1, end)  # 服务队6支、|84人
        has_total = bool(tail and words.totals.search(tail[0]))
        if tail:
            end = start + tail.start()
        joint = text.rfind("并", start + 2, end - 1) + 1
        if joint and text[joint - 2] not in "合兼" and self._is_done(start, joint, end):
            start = joint  # 检查并立案9起; 发现异常并移交线索90条
        return LeftSide(start, end, has_total, bracket)

    def _is_done(self, start: int, joint: int, end: int) -> bool:
        """Whether another act stands behind 并, alone or with what it was done to."""
        if self._words.fates.fullmatch(self._text, joint, end):
            return True
        is_apart = joint - start > 2 * 2 and end - joint > 2 * 2 - 1
        verb = self._words.fates.match(self._text, joint, end) if is_apart else None
        return verb is not None and end - verb.end() > 1

    def _is_verb(self, at: int) -> bool:
        """Whether a verb of two characters stands there."""
        words, verb = self._words, self._text[at : at + 2]
        return words.verbs.fullmatch(verb) is not None or (
            VEIL not in verb and score_verb(verb) >= SURE
        )

    def object(self, start: int, end: int) -> Span:
        """The object in what stands before a number, without the verb that introduces it."""
        words, text = self._words, self._text
        is_done = text.endswith(_DONE_ENDS, start, end)  # a search costs ten times as much
        if is_done and (done := _FINISHED.search(text, start, end)):
            end = done.start()
        start = behind_paper(text, words, start, end)
        with_whom = self._partners(start, end)
        start = self._behind_whom(with_whom.end() if with_whom else start, end)
        begin = self._behind_verb(start, end)
        if not with_whom or with_whom["how"]:  # 与海警|联合巡航
            begin = self._behind_turn(start, begin, end)
        if begin > start and text.endswith(_HELPS, start, begin):
            begin = self.agents.behind_helped(begin, end)  # 帮助农民工|讨回工资
        if begin > start:
            begin = self.agents.behind_occasion(begin, end)
        if begin > start and (whose := _WHOSE.match(text, begin, end)):
            begin = whose.end()
        acted = self._subjects.without(begin, end)
        if acted > begin and (lead := words.leading.match(text, acted, end)):
            acted = lead.end()  # 调委会每月排查纠纷
        begin = acted
        for lead in LEADS.finditer(text, begin, end - 2):
            rest = lead.end()
            is_kept = _OF_VERB.fullmatch(text, rest, end) or is_kind(
                text, words, (start, begin), lead.span(), end
            )
            begin = begin if is_kept else rest
        if begin > acted:
            begin = self.agents.behind(begin, end)  # 骑手等新就业群体设调解点
        begin = self.agents.behind_places(begin, end)
        goes = any(text.find(it, begin, end) >= 0 for it in _GOES)
        if goes and (went := _WENT.match(text, begin, end)):
            begin = went.end()
        if kinds := _KINDS.match(text, begin, end):
            begin = kinds.end()
        adverb = words.adverbs.match(text, begin, end)
        if adverb and not _RATE_OF_MANNER.match(text, begin, end):
            begin = adverb.end() if end - adverb.end() >= 2 else begin
        if tail := NOUN_TAIL.search(text[begin:end]):
            end = begin + tail.start()
        return begin, end

    def _partners(self, start: int, end: int) -> re.Match[str] | None:
        """With whom something was done, named first."""
        text = self._text
        # A search costs ten times as much as a look at the words that can begin one.
        is_with = text[start - 1 : start] in _WITH or text.find("联合", start, end) >= 0
        is_with = is_with or text.startswith(_TOGETHER, start)
        return self._words.partners.match(text, start, end) if is_with else None

    def _behind_whom(self, start: int, end: int) -> int:
        """Where what was written to a body begins, or what was given to people."""
        text = self._text
        if text[start - 1 : start] == "向":
            whom = _TO_BODY.match(text, start, end)
        else:  # 给老人|装报警器
            whom = _GIVEN_TO.match(text, start, end) if text[start : start + 1] in _FOR else None
        return whom.end() if whom else start

    def _behind_turn(self, start: int, begin: int, end: int) -> int:
        """Where the act begins that a preposition leads to: 依托平台|解答咨询."""
        words, text = self._words, self._text
        found = words.prepositions.finditer(text, begin, end)
        turns = [it.end() for it in found if not _JOINT_DEED.match(text, it.start(), end)]
        if turns and _JOINT_SHARE.search(text, begin, end):
            return begin
        if begin == start and text[start - 1 : start] in {*_TOWARDS}:
            turns.insert(0, start)
        if turns or end - begin > LONG:
            after = turns[-1] if turns else begin
            acts = [it.start() for it in words.acts.finditer(text, after, end)]
            acts = [it for it in acts if end - it > 3 and text[it - 1] not in "不未"]
            set_up = _SET_UP.search(text, after + 2, end - 1) if turns else None
            if acts and turns and SOFT.match(text, acts[0]):
                # 结合活动|更新普法宣传内容: 宣传 is but of what kind they are.
                does = self.agents.behind_whom(turns[0], end)
                begin = does if turns[0] < does < acts[0] else acts[0]
            elif acts:
                begin = acts[0] if turns else acts[-1]
            elif set_up:
                begin = set_up.end()
            elif turns and (changed := _CHANGED.search(text, after + 2, end - 2)):
                begin = changed.start()  # 结合窗口改革|精简审批事项
            elif turns and begin == start and turns[0] - start <= 2:
                # 在全省满意度测评中得分 tells of the 测评, at which nobody does anything.
                is_event = text.endswith(_EVENTS, begin, end)
                begin = turns[0] if is_event else self.agents.behind_whom(turns[0], end)
        return begin

    def _behind_verb(self, start: int, end: int) -> int:
        """Where what the last introducing verb introduces begins."""
        text, words = self._text, self._words
        is_given = text.endswith(_GIVEN, start, end)  # a search costs ten times as much
        if is_given and (given := _GIVES.search(text, start, end)):
            return given.start("it")
        begin = start
        is_done = words.acts.match(text, start, end) is not None
        for verb in words.introducing.finditer(text, start, end):
            if end - verb.end() < 2 or text[verb.end()] in "、和及与等":
                continue
            if text[end - 1] == "率" and _OF_RATE.fullmatch(text, verb.end(), end):
                continue
            if verb.start() - begin >= 2 and NAMED_BY_VERB.fullmatch(text, verb.start(), end):
                continue
            if is_done and text[verb.end() : end] in words.nominal:
                continue  # 核查资金使用申请
            if verb[0].startswith(_PUT_ON) and text.endswith(_ROLLS, verb.end(), end):
                continue
            if text.endswith(_REFUSED, begin, verb.start()):
                continue  # 不予实施强制措施
            if not _OF_VERB.fullmatch(text, verb.end(), end):
                went = _GOES_TO.match(text, verb.end(), end) if verb[0] == "深入" else None
                begin = went.end() if went else verb.end()
        return begin

    def without_actor(self, begin: int, end: int) -> int:
        """Where the object begins that is not who did it."""
        return self._subjects.without(begin, end)

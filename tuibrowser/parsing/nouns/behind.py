"""What stands behind a number: the noun up to the next clause, number or verb.

41名|行政执法人员|参加培训; answers are spans of a folded line, veiled as that of ``objects``.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.lexicon.verbal import LIKELY, SURE, score_verb
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.akin import BODIES, PEOPLE, TIMES
from tuibrowser.parsing.nouns.attributes import Attributes, behind_lack
from tuibrowser.parsing.nouns.doers import Doers
from tuibrowser.parsing.nouns.names import is_place
from tuibrowser.parsing.nouns.objects import BREAKS
from tuibrowser.parsing.nouns.tails import before_rate, trim_tail
from tuibrowser.parsing.nouns.whole import VEIL

_LONGEST: Final = 40
_NEAR: Final = 2
HEARS: Final = re.compile("(?:听取|研究|部署|传达|学习)+(?![、和及])")
"""What is done so often to what stands behind it, and told with it."""
_MEETING: Final = re.compile(
    "(?P<it>[^,、的]*?会议?)(?:专题|集中|集体|及时)*(?:听取|研究|部署|传达|学习|审议|讨论|通报)."
)
"""A meeting, and what was done there: 3次常务会议研究法治工作."""
_WHERE_TO: Final = "到至给"
# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_MANNER: Final = re.compile("依法(?![治行])|当场|限期|按期|就地")
_BECOMES: Final = re.compile(
    r"([^,。;、()\d]{0,8})(?:至|到|为|(?<![完达形组促建养生])成)[约近超逾]?\d"
)
"""What a number was and what it came to: 由320个规范为256个."""
_CHANGED: Final = re.compile("(?:优化|调整|整合|规范|提升|扩充|精简)$")
_NOUN_ENDS: Final = re.compile("[,。;:!?、()中的]|$")
_ASIDE: Final = re.compile(r"\([^()]{1,2}\)")
_REFUSED: Final = re.compile(
    r"(?:不予|免予|准予)[^,。;、()\d的]{2,6}(?=[、,。;和与均]|$)|"
    r"[^,。;、()\d]{0,4}[不未][^,。;、()\d]{1,5}者"
)
"""What an adverb is part of: 9件不予处罚决定, 5名成绩不达标者."""
_OF_IT: Final = re.compile("的(?=[\u4e00-\u9fff]{2})")
_ENDS: Final = re.compile(f"[{BREAKS}、()]|以及")
_NEXT: Final = re.compile("和(?![谐平睦解美])|以?及(?!时)|与(?!会|[^,。;、()]{2,12}[相有]关)")
"""Begins the next member of a list, but none in 5名与会代表 and 12件与民生相关的实事."""
_AMONG: Final = re.compile(
    "中(?![心小学央国医药级型层期午秋队介外止断标奖途毒考转]|专(?!职)),?|(?:一.)[一必](?!律|致|般|体).|有(?:所|明显|较大)"
)
"""Behind those of which the next number is a part, or as many of which there are."""
_OF_THEM: Final = re.compile(r"(?<![集其当])中(?=专职|兼职|仅|只有|[^,。;、\d]{2,12}\d)")
"""Behind those of whom more is told: 90项处罚权|中常用的只有9项."""
_LEAD: Final = re.compile("的|来自[^,。;]{2,30}?的")
"""What is no part of a noun behind a number."""
_LENGTHS: Final = frozenset({"半天", "工作日", "季度", "小时", "晚上"})
"""What is counted by 个 and is no thing: 律师坐堂96个半天."""
_HOW: Final = frozenset({"顺利", "网上", "线上", "在线", "主动", "自愿"})
"""Besides adverbs, what only leads to what was done: 9人顺利|通过."""
_CALLED: Final = re.compile('"[^"]{1,10}[人员者官长师]"')
"""How people are called."""
_DONE_TO: Final = re.compile("对[^,。;]{2,40}?(?:进行|开展|实施)了?")
"""To what something was done so often: 两次对在建工地开展检查."""
_TOWARDS: Final = frozenset("对将把在给为向于从")
"""Before a number these lead to what was done to those that it counts: 对6个路口安装…."""
_PEOPLE_DID: Final = re.compile(
    r"[约近超共]?\d[\d,]*[余多]?[人名位][^,。;、()\d]{1,16}?(?:参加|参与|接受|观看|旁听)了?(?P<it>[^,。;、()\d]{2,14})"
)
"""What people took part in so often: 3批240名干部参加专题学习."""
_DIGITS: Final = re.compile(r"[\d了]")
_HAS_DONE: Final = re.compile("(?P<verb>[\u4e00-\u9fff]{2})(?<![做办建设开搞送聘配签])了(?!解)")
"""What was done with those that are counted: 9份公约|增补了条款."""
_WENT: Final = re.compile(r"(?:深入|[到赴])[^,。;、()的\d]{1,6}?(?=[督检调走排巡宣研视查]..)")
"""Where somebody went so often, before what he did there."""
_CHAIRED: Final = re.compile(
    "主持(?:召开)?(?P<it>[^,。;的]*?会议?(?:专题|集中|集体)*(?:听取|研究|部署|传达|学习|审议|讨论)[^,。;]{2,16})"
)
"""What was done at a meeting that somebody chaired so often."""


class Behind:
    """The right sides of the numbers of one line."""

    def __init__(self, text: str, shadow: str, words: Counting) -> None:
        """Take ``shadow``, folded, and ``text``, of which quotes and brackets are veiled."""
        self._text = text
        self._shadow = shadow
        self._words = words
        self._doers = Doers(text, shadow, words)
        self._attributes = Attributes(text, words, self._whole_stop)

    def noun(self, end: int, unit: str = "", before: str = "") -> Span | None:
        """What a number that ends at ``end`` counts, if that stands right behind it.

        Args:
            end: Where the unit ends.
            unit: What the number counts in.
            before: The character before the number.
        """
        text = self._text
        if becomes := _BECOMES.match(text, end):
            # 7张清单并为3张, but 由90个归并为62个
            is_verb = _CHANGED.search(becomes[1]) or score_verb(becomes[1][-2:].rjust(2)) >= LIKELY
            stop = becomes.end(1) - 1 - bool(is_verb)
            return (end, stop) if stop - end >= 2 else None
        if _NEXT.match(text, end) or _AMONG.match(text, end):
            return None  # 调解室5个及普法视频32条
        if text.startswith(VEIL, end) and (aside := _ASIDE.match(self._shadow, end)):
            end = aside.end()  # 9头(只)
        if lead := _LEAD.match(text, end):
            end = lead.end()
        if unit not in TIMES and _MANNER.match(text, end):  # 拒不拆除的4户依法强制执行
            return None
        if unit in TIMES and (did := _PEOPLE_DID.match(text, end)):
            return did.span("it")
        if refused := _REFUSED.match(text, end):
            return refused.span()
        end = self._attributes.behind(end, unit)
        stop = self._stop_of_thing(end, unit, before)
        if unit in TIMES and (met := self._at_meeting(end, stop)):
            return met
        if (unit in BODIES or unit == "家次") and (of := self._of_bodies(end, stop)):
            stop = of
        if unit not in PEOPLE and self._text.find("、", end, stop) > 0:
            summed = self._text.rfind("等", end, stop - _NEAR)
            end = max(end, summed + 1)  # 广场、长廊等|阵地
        return (end, stop) if self._names(end, stop, unit) else None

    def _stop_of_thing(self, end: int, unit: str, before: str) -> int:
        """Where the thing ends, without what was done to it, and its rate: 9台电梯|投保率93%."""
        text, stop = self._text, self._whole_stop(end, unit)
        among = text.find("中", end + _NEAR, stop) if before == "从" else -1
        stop = among if among > 0 else stop  # 从9个部门中遴选
        if before in _TOWARDS and unit not in TIMES:
            stop = self._doers.before_act(end, stop, unit)
        stop = self._doers.before_theirs(end, stop, unit)
        return trim_tail(text, end, before_rate(text, end, stop), unit)

    def _at_meeting(self, end: int, stop: int) -> Span | None:
        """What was done so often at a meeting, or the meeting: 3次主持常务会议研究工作."""
        if chaired := _CHAIRED.match(self._text, end):
            return chaired.span("it")
        if HEARS.fullmatch(self._text, end, stop):
            return self.object(end)
        met = _MEETING.match(self._text, end, stop)
        return met.span("it") if met else None

    def _of_bodies(self, end: int, stop: int) -> int | None:
        """Where bodies end whose things the next number counts: 9家执法单位|案卷90本."""
        if not self._text[stop : stop + 1].isdigit():
            return None
        ends = range(end + _NEAR, stop - 1)
        heads, doers = self._words.heads, self._words.doers
        found = (
            at
            for at in ends
            if doers.search(self._text, end, at) and heads.fullmatch(self._text, at, stop)
        )
        return next(found, None)

    def _names(self, end: int, stop: int, unit: str) -> bool:
        """Whether a thing that is counted in ``unit`` stands there."""
        text, words = self._text, self._words
        if (
            text[end:stop] in _LENGTHS
            or (text[end:stop] in _HOW or self._is_how(end, stop))
            or stop - end < 2 - text.startswith(words.things, end)
            or (not text[end].isalpha() and text[end] != VEIL)
        ):
            return False
        if unit == "元":
            return text.endswith(words.moneys, end, stop)
        is_moved = text[stop : stop + 1] in {*_WHERE_TO} and words.fates.fullmatch(text, end, stop)
        return unit in TIMES or not is_moved  # 社保等38项下放到村

    def _is_how(self, end: int, stop: int) -> bool:
        """Whether an adverb stands there and no level or thing: 9人现场|接受教育, 9条建议."""
        is_thing = self._text[stop - 1] == "级" or self._text[end:stop] in self._words.no_verbs
        return not is_thing and bool(self._words.adverb.fullmatch(self._text, end, stop))

    def _stop(self, end: int, unit: str) -> int:
        """Where a noun that begins at ``end`` meets another clause, a verb or a deed."""
        text, words = self._text, self._words
        last = min(len(text), end + _LONGEST)
        ends = _ENDS.search(text, end, last)
        stop = ends.start() if ends else last
        clause = stop
        first = behind_lack(text, end, stop)
        for predicate in words.predicates.finditer(text, first, stop):
            # 9件复议申请中: at the end of a noun a verb is one as well.
            if predicate[0] in words.nominal and _NOUN_ENDS.match(text, predicate.end()):
                continue
            if _OF_IT.match(text, predicate.end(), stop):
                continue  # 6部现行有效的规章, 9名参训的学员
            stop = predicate.start()
            break
        if unit in PEOPLE and text.startswith(VEIL, end) and (named := self._called_so(end, stop)):
            return named
        among = text.find("中", end + 2, stop) > 0 and _OF_THEM.search(text, end + 2, stop + 1)
        stop = among.start() if among else stop
        manners = words.manners.finditer(text, max(first, end + 1), stop)
        stop = next((it.start() for it in manners if not is_place(text, end, it.start())), stop)
        # A search costs ten times as much as a look at what ends it.
        has_done = text.find("了", end + 2, stop) > 0 and _HAS_DONE.search(text, end + 2, stop)
        if has_done:
            stop = has_done.start() if score_verb(has_done["verb"]) >= LIKELY else stop
        if unit in PEOPLE and (called := _CALLED.match(self._shadow, end, stop)):
            return called.end()  # 90名"明白人"培训
        if unit in PEOPLE or unit in BODIES:
            bare = end + len(text[end:stop].rstrip(VEIL))
            if self._shadow[bare : bare + 1] == '"' and words.doers.search(text, end, bare):
                stop = bare  # 9家企业"回头看"
        if unit not in TIMES:
            stop = self._doers.before_deed(end, stop, clause, unit)
        return stop

    def _called_so(self, end: int, stop: int) -> int | None:
        """Where a name in quotes ends that a verb follows: 9名“管家”|服务企业."""
        named = end + len(self._text[end:stop]) - len(self._text[end:stop].lstrip(VEIL))
        verb = self._text[named : named + 2]
        is_verb = self._words.verbs.match(self._text, named) or score_verb(verb.ljust(2)) >= SURE
        is_name = len(verb) < _NEAR or self._text[named + 2 : named + 3] in {*"员者队组人站室点师"}
        return named if is_verb and not is_name else None

    def _whole_stop(self, end: int, unit: str) -> int:
        """Where the noun behind a number ends, of a list of persons or bodies the last one:
        30名骑手、司机."""
        stop = self._stop(end, unit)
        if unit not in PEOPLE and unit not in BODIES:
            return self._list_stop(stop, unit)
        of = self._text.find("的", end + 1, stop)
        if of > 0 and self._doers.is_whose(end, of, unit):
            return of  # 21个村的公约, 6名成员的学法情况
        if unit in BODIES and not self._doers.is_one(end, stop, unit):
            return self._list_stop(stop, unit)
        while self._text[stop : stop + 1] == "、":
            more = self._stop(stop + 1, unit)
            summed = self._text.find("等", stop + 2, more)
            more = summed if summed > 0 else more  # 90名老人、残疾人等特殊群体
            if more - stop <= 2 or not self._doers.is_one(stop + 1, more, unit):
                break
            if self._text[more : more + 1].isdigit():
                break  # 9家单位、执法人员90名
            stop = more
        return stop

    def _list_stop(self, stop: int, unit: str) -> int:
        """Where a list of things ends whose first member ends at ``stop``: 邻里|、婚姻家庭纠纷."""
        while self._text[stop : stop + 1] == "、":
            more = self._stop(stop + 1, unit)
            if more - stop <= _NEAR or self._text[more : more + 1].isdigit():
                break  # 9份合同、协议12份
            fate = self._words.fates.match(self._text, stop + 1, more)
            # 合同、结算单: of one character, it begins a word as well.
            is_deed = fate is not None and (fate.end() == more or len(fate[0]) > 1)
            if is_deed and not self._words.heads.search(self._text, stop + 1, more):
                break  # 12处隐患、整改到位
            stop = more
        return stop

    def is_what(self, end: int, unit: str) -> Span | None:
        """What those are that a number counts, told behind 为: 其中5次为专题学习."""
        if not self._text.startswith(("为", "是", "系"), end):
            return None
        begin = end + 1
        last = min(len(self._text), begin + _LONGEST)
        ends = _ENDS.search(self._text, begin, last)
        stop = ends.start() if ends else last
        is_plain = (
            unit not in PEOPLE
            and stop - begin > _NEAR
            and not _DIGITS.search(self._text, begin, stop)
        )
        return (begin, stop) if is_plain else None

    def object(self, end: int) -> Span | None:
        """The object of what was done as often as says a number that ends at ``end``."""
        if heard := HEARS.match(self._text, end):
            thing = self.noun(heard.end())
            return (end, thing[1]) if thing else None  # 四次听取执法工作汇报
        verb = self._words.introducing.match(self._text, end) or _DONE_TO.match(self._text, end)
        if verb is None and (went := _WENT.match(self._text, end)):
            act = self._words.acts.match(self._text, went.end())
            thing = self.noun(act.end()) if act else None
            return (went.end(), thing[1]) if thing else None  # 3次到村督查法治工作
        return self.noun(verb.end()) if verb else None

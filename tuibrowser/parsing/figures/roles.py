"""What a number is in its sentence: a total, a part of one, a share, a change, last year's, a goal.

Which total a part is of is told by ``parts``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from tuibrowser.lexicon.moves import MOVED
from tuibrowser.model.terms import FigureRole, FigureTime
from tuibrowser.parsing.figures.goals import is_beyond_goal, is_goal
from tuibrowser.parsing.figures.parts import REACH, FigurePlace, Parts, Read
from tuibrowser.parsing.figures.previous import (
    YEAR_BEFORE,
    is_before,
    is_previous,
    leads_to_now,
    year_of,
)
from tuibrowser.parsing.figures.said import NumberInLine
from tuibrowser.parsing.figures.subsets import Subsets
from tuibrowser.parsing.figures.whose import scope_of

_SENTENCE: Final = re.compile(r"[。!?]")
# Code, not lexicon: how Chinese compares, sums and plans is grammar; each exception has a test.
_RISE: Final = (
    rf"净?(?:{MOVED}|提速|(?<!新)增|(?<!下)降|升"
    r"|(?<![不核])减|[高超]出|多出?|少|下滑|回落|翻)(?:了|幅)?"
)
_BASES: Final = "要求|标准|规定|目标|任务|计划|定额|以往|此前|年初|同期|上[期次轮]|均值|水平"
"""What else a number is compared with: 较制度要求多学3次."""
_CHANGE: Final = re.compile(
    rf"(?:{_RISE}(?:约|近|达|超过?|率)?|(?:增长|下降|上升|增减)(?:率|幅度)(?:为|达到?|约)*"
    r"|(?:增幅|降幅|增速)(?:为|达到?|约)*|(?<!环)(?:同比|环比)[+-]?"
    rf"|(?:[较比](?:{YEAR_BEFORE}|[^,;:。\d]{{0,6}}(?:{_BASES}))|同比)"
    r"(?:多|少|高|低|增加|减少|压减)[^,;:。\d]{0,8}|超出[^,;:。\d]{1,10}$"
    r"|(?:^|(?<=[,;。]))(?:累计|共|有效)?(?:减少|压减|缩减)(?![^,;:。、\d]{0,6}[到至])[^,;:。、\d]{1,8})$"
)
_TWIN: Final = re.compile(r"[、和与](?:[多少][^,;:。、\d]{1,8})?")
_NO_CHANGE: Final = re.compile(r"(?:不|不得|不能|不低于|至)少$|(?:许|更|众|大|最|不|较|很|诸)多$")
_UPGRADED: Final = re.compile(r"(?:^|[,;:、])(?:改造|升级|巩固|规范|优化)?提升$")
_BUILT: Final = frozenset("个处座间条所块家")
"""What is upgraded: 新建宣传栏9个、提升4个."""
_FLOOR_WORDS: Final = ("不少于", "不低于", "至少", "最少", "不得少于", "不得低于")
_ABOUT: Final = ("约", "大约", "近", "将近")
"""What a rule does not say: 每个网格覆盖居民约200户."""
_FLOOR: Final = re.compile(
    rf"(?:{'|'.join(_FLOOR_WORDS)})[^,;:。、\d]{{0,10}}$"
    r"|(?<!平均)每(?:个|一)?(?:行政)?(?:村|社区|居|网格)(?:\([^()]{1,4}\)|、社区|居|社区)?"
    r"(?:均|都|各|至少)?[^,;:。\d]{0,10}$"
)
_LEAST: Final = ("以上", "及以上")
_RULE: Final = re.compile(
    r"每(?:个|一)?(?:季度?|月|周|旬|半?年|[人名位])(?!均)[^,;:。\d]{0,12}$"
    r"|(?:要求|确保|保证|规定|明确|必须|应当?)(?![了为])[^;:。\d]{0,20}$"
)
"""每季度学法2次以上, 确保学时达到60学时以上: the least that is to be done."""
_BASE: Final = re.compile(r"[^,;:。]{0,8}基础之?上")
"""在化解112件的基础上: a plan starts from what was done."""
_HAD: Final = re.compile(r"(?:目前|现有|现已|已[有建配培选聘])[^,;:。\d]*$")
_SHARES: Final = {"%", "百分点"}
_RULED: Final = re.compile(r"(?:高于|低于|超[过出]|达到|多于)[^,;:。\d]{0,6}规定的$")
_HALF: Final = re.compile(r"半年|季度|\d{1,2}月份|[一二三四]季")
_MONTHS: Final = re.compile(
    r"(?P<first>\d{1,2})(?:月(?:\d{1,2}日|份)?)?[至到—~-]+(?:20\d\d年)?(?P<last>\d{1,2})[月日]"
)
_UNTIL: Final = re.compile(r"截[至止]|目前|自.*(?:以来|至今)|年底|年末|近.年")
_YEAR: Final = re.compile(r"年")
_STATED_YEAR: Final = re.compile(r"(20\d\d)年")
_CLAUSE: Final = re.compile("[,;:]")
_CLAUSE_OR_BRACKET: Final = re.compile("[,;:(]")
_THIS_YEAR: Final = re.compile(r"今年(?!初)|一年(?:以)?来|本年(?!初)|全年|年内")


class NumbersOfLine:
    """The numbers of one line, to be told apart."""

    def __init__(
        self,
        shadow: str,
        said: Sequence[NumberInLine],
        values: Sequence[float],
        hedges: Sequence[str | None],
        family: Callable[[str], str],
    ) -> None:
        """Read the numbers of ``shadow``, in order; ``family`` tells which units compare."""
        self._shadow = shadow
        self._family = family
        ends = [match.end() for match in _SENTENCE.finditer(shadow)]
        self._read: list[Read] = []
        sentence, begin, last = 0, 0, 0
        for it, value, hedge in zip(said, values, hedges, strict=True):
            while sentence < len(ends) and ends[sentence] <= it.start:
                begin = ends[sentence]
                sentence += 1
            first = max(begin, last, it.start - REACH)
            self._read.append(
                Read(
                    it, value, hedge or "", shadow[first : it.start],
                    shadow[it.end : it.end + 12], sentence,
                )
            )  # fmt: skip
            last = it.end

    def places(
        self, periods: Sequence[str | None], year: int | None, *, is_plan: bool
    ) -> list[FigurePlace]:
        """What each number is.

        Args:
            periods: the scope words of each.
            year: the one reported on, if it is known.
            is_plan: whether the line says what is to be done.
        """
        roles = [
            self._role(read, period, year, is_plan=is_plan)
            for read, period in zip(self._read, periods, strict=True)
        ]
        for at in range(1, len(roles)):
            # 分别下降20%和31%, 多受理8件、多办结3件
            before, it = self._read[at - 1], self._read[at]
            units = {it.said.unit, before.said.unit}
            is_twin = _TWIN.fullmatch(it.before) and (len(units) == 1 or units == _SHARES)
            roles[at] = "change" if is_twin and roles[at - 1] == "change" else roles[at]
            is_from = is_twin and leads_to_now(it)
            if is_from and roles[at - 1] == "previous":
                roles[at] = "previous"  # 从11件、8件减至3件
            # 2021年、2022年分别办理9件、12件: each of a year of its own
            is_shared = is_twin and periods[at] != periods[at - 1]
            if is_shared and is_before(periods[at], year):
                roles[at] = "previous"
        places = [
            FigurePlace(
                role, scope_of(self._shadow, read.said.start), self._time(read, period, role)
            )
            for read, period, role in zip(self._read, periods, roles, strict=True)
        ]
        parts = Parts(self._shadow, self._read, self._family)
        parts.find(places)
        Subsets(self._shadow, self._read, places, parts.is_akin).find()
        _widen(places)
        return places

    def _role(
        self, read: Read, period: str | None, year: int | None, *, is_plan: bool
    ) -> FigureRole:
        before, clause = read.before, _CLAUSE_OR_BRACKET.split(read.before)[-1]
        if self._shadow[read.said.start] in "+-":
            return "change"  # 较上年-9%
        if is_previous(self._shadow, read, clause, period, year):
            return "previous"
        is_planned = is_plan and not _is_done(read, period, year)
        is_now = _THIS_YEAR.search(clause) is not None
        is_future = _is_future(period, year) and not is_now
        if is_planned or is_future or is_goal(self._shadow, read, clause):
            return "target"
        if is_beyond_goal(read) or read.said.unit in {"百分点", "千分点"} or _is_change(read):
            return "change"
        is_rule = not read.hedge.startswith(_ABOUT) and _FLOOR.search(before)
        is_least = read.hedge.endswith(_LEAST) and read.said.unit != "%" and _RULE.search(before)
        if is_rule or is_least or read.hedge.startswith(_FLOOR_WORDS) or _RULED.search(before):
            return "floor"
        return "rate" if read.said.unit == "%" else "total"

    def _time(self, read: Read, period: str | None, role: FigureRole) -> FigureTime | None:
        if role in {"previous", "target"}:
            return None  # the period reported on is not theirs
        clause = _CLAUSE.split(read.before)[-1]
        if _THIS_YEAR.search(clause):
            return "year"
        if period:
            return time_of(period)
        first = max(0, read.said.start - 2 * REACH)
        begin = max(first, *(self._shadow.rfind(it, first, read.said.start) + 1 for it in "。!?"))
        return "year" if _THIS_YEAR.search(self._shadow, begin, read.said.start) else None


def _widen(places: Sequence[FigurePlace]) -> None:
    """A total is with villages where a part of it is theirs: 260件，其中各村178件."""
    for place in places:
        it = place
        while it.scope == "with_villages" and it.part_of is not None:
            it = places[it.part_of]
            if it.scope == "with_villages":
                break
            it.scope = "with_villages"


def time_of(period: str | None) -> FigureTime | None:
    """What a scope word, folded, stands for: 全年, 上半年, 截至目前."""
    if not period:
        return None
    if months := _MONTHS.search(period):
        return "year" if (months["first"], months["last"]) == ("1", "12") else "half_year"
    if _HALF.search(period):
        return "half_year"
    if _UNTIL.search(period):
        return "until"
    if _YEAR.search(period):
        return "year"
    return "until" if period.endswith(("以来", "至今")) else None  # “十四五”以来


def _is_change(read: Read) -> bool:
    if read.said.unit == "倍":
        return True
    if read.said.unit in _BUILT and _UPGRADED.search(read.before):
        return False
    return bool(_CHANGE.search(read.before)) and not _NO_CHANGE.search(read.before)


def _is_done(read: Read, period: str | None, year: int | None) -> bool:
    """Whether a number in a plan tells what was reached before it."""
    stated = year_of(period)
    was_said = stated is not None and year is not None and stated <= year
    return was_said or bool(_BASE.match(read.after) or _HAD.search(read.before))


def _is_future(period: str | None, year: int | None) -> bool:
    stated = _STATED_YEAR.match(period or "")
    return bool(stated and year and int(stated[1]) > year)

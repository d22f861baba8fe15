"""What a number is in its sentence: a total, a part of one, a share, a change, last year's, a goal.

``其中``, a bracket, a colon and ``分别为`` open a list whose numbers are parts of the total before
it; ``合计`` closes one. Numbers that follow a total and sum up to it are its parts, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from tuibrowser.model.terms import FigureRole, FigureScope, FigureTime
from tuibrowser.parsing.indicators import Said

_SENTENCE: Final = re.compile(r"[。!?]")
_MOST_PARTS: Final = 40
"""Parts of one total; a line that is a table of thousands of numbers is no list of them."""
_REACH: Final = 60
"""Characters before a number that are looked at; a line may be a whole page."""
_LAST_YEAR: Final = r"(?:上一?年度?|去年|前年|往年|上年度?)(?:同期)?"
_RISE: Final = (
    r"(?:净)?(?:增长|增加|上升|提高|提升|下降|减少|降低|压减|压缩|缩短|(?<!新)增|(?<!下)降|升"
    r"|(?<!不)减|多|少|下滑|回落|翻)(?:了|幅)?"
)
_CHANGE: Final = re.compile(
    rf"(?:{_RISE}(?:约|近|达|超过?|率)?|(?:增长|下降|上升|增减)(?:率|幅度)(?:为|达到?|约)*"
    r"|(?:增幅|降幅|增速)(?:为|达到?|约)*|(?<!环)(?:同比|环比)[+-]?"
    r"|[较比](?:上年|去年)(?:同期)?(?:多|少)[^,;:。\d]{0,8})$"
)
_NO_CHANGE: Final = re.compile(r"(?:不|不得|不能|不低于|至)少$|(?:许|更|众|大|最|不|较|很|诸)多$")
_PREVIOUS: Final = re.compile(
    rf"{_LAST_YEAR}(?:的|为|是|有|共|仅|仅为|只有|全年|底|末|约)*$"
    r"|(?<!较)(?<!比)(?:原来|原先|原有|之前|此前|年初)的?(?:为|是)?$"
)
_PREVIOUS_CLAUSE: Final = re.compile(rf"^(?:而|其中)?{_LAST_YEAR}(?!以来|[底末]以来)[^,;:]*$")
_COMPARED: Final = re.compile(r"较|比|相比")
_FROM: Final = re.compile(r"(?:由|从)[^,;:。]{0,10}?(?:的|约|近)*$")
_TO_NOW: Final = re.compile(
    r"[^,。;]{0,6}?,?(?:增|升|提|上升|下降|降|减|压|扩|精简|优化|发展|整合|调整|缩|跃|变|到|至)"
    r"[^,。;\d]{0,4}(?:至|到|为|成)?(?:约|近|超过?)?(?=[\d一二两三四五六七八九十百])"
)
_FLOOR_WORDS: Final = ("不少于", "不低于", "至少", "最少", "不得少于", "不得低于")
_FLOOR: Final = re.compile(
    rf"(?:{'|'.join(_FLOOR_WORDS)})(?:有|配备|开展|组织|培养|达到?|完成)?$"
    r"|(?<!平均)每(?:个|一)?(?:行政)?(?:村|社区|居|网格)(?:\([^()]{1,4}\)|、社区|居|社区)?"
    r"(?:均|都|各|至少)?[^,;:。\d]{0,10}$"
)
_GOAL: Final = re.compile(
    r"力争|预计|(?:^|(?<=[,;:。年季镇乡街将拟内还]))计划(?=[^,。;、的《>\d份项个书表内外])(?!生育)|明年|下一?(?:个)?年度?|(?<![模虚比])拟(?![定订稿])|目标(?:为|是)|争取"
    r"(?:达到|实现|在)|20\d\d年,?(?:我[镇乡街县区]道?)?(?:将|要|确保|力争|计划)|到20\d\d年底?前?,?(?:力争|实现|达到)"
)
_SURE_TO: Final = re.compile(r"确保(?!了)[^,;:。]{0,16}$")
_DONE: Final = re.compile(r"实际|已(?!经?纳入计划)|完成(?:了|年度|全年)|超额")
_OPENS: Final = re.compile(
    r"其中|包括|包含|涵盖|(?<![包饱])含|分别(?:为|是|有)|具体为|:|即(?=[^,。]{1,12}$)"
)
_CLOSES: Final = re.compile(
    r"(?:合计|总计|共计|共|累计|总共|总数(?:为|达)?|一共)(?:为|达到?|有)?[^,;:。\d]{0,12}$"
)
_SUMS_SURELY: Final = re.compile(r"合计|总计|总共|一共|总数")
_NEW_ACT: Final = re.compile(
    r"^[,、;]?(?:并|还|共|累计|另|同时|全年|已)*"
    r"(?:开展|组织|召开|举办|发放|走访|出动|印发|接待|制作|张贴|悬挂|推送|培训|签订|达成|聘请|建立|投入|涉及|涉案|挽回)"
    r"|^,(?:已|均|全部)*(?:成功|有效|妥善|就地)*(?:调解|化解|调处|办结|整改|结案)"
)
_OUTCOME: Final = re.compile(
    r"^[,;、]?(?:按期|按时|及时|已|全部|均|成功|有效|妥善|就地|当场|共|并)*"
    r"(?P<act>办结|化解|调解|调处|整改|处置|答复|回复|办理|解决|结案|销号)(?:成功|完成|完毕|到位)?$"
)
_VILLAGES: Final = re.compile(
    r"镇村两级|镇、村|乡村两级|镇村(?!干部|建)|全[镇乡街][^,。;]{0,4}各(?:行政)?(?:村|社区)"
    r"|(?<!深入)(?<!走进)各(?:行政)?(?:村|社区|居)|村(?:\([^()]{1,4}\)|居|社区)?(?:两级|级)"
)
_HALF: Final = re.compile(r"半年|季度|\d{1,2}月份|[一二三四]季")
_UNTIL: Final = re.compile(r"截[至止]|目前|自.*以来|年底|年末|近.年")
_YEAR: Final = re.compile(r"年")
_THIS_YEAR: Final = re.compile(r"今年(?!初)|一年(?:以)?来|本年(?!初)|全年|年内")


@dataclass(slots=True)
class Place:
    """What a number is."""

    role: FigureRole
    scope: FigureScope
    time: FigureTime | None
    part_of: int | None = None
    """Number of its total in the same line."""


@dataclass(slots=True)
class _Read:
    said: Said
    value: float
    hedge: str
    before: str
    """From the number before it or the sentence's beginning."""
    after: str
    sentence: int


class Line:
    """The numbers of one line, to be told apart."""

    def __init__(
        self,
        shadow: str,
        said: Sequence[Said],
        values: Sequence[float],
        hedges: Sequence[str | None],
        family: Callable[[str], str],
    ) -> None:
        """Read the numbers of ``shadow``, in order; ``family`` tells which units compare."""
        self._shadow = shadow
        self._family = family
        ends = [match.end() for match in _SENTENCE.finditer(shadow)]
        self._read: list[_Read] = []
        sentence, begin, last = 0, 0, 0
        for it, value, hedge in zip(said, values, hedges, strict=True):
            while sentence < len(ends) and ends[sentence] <= it.start:
                begin = ends[sentence]
                sentence += 1
            first = max(begin, last, it.start - _REACH)
            self._read.append(
                _Read(
                    it, value, hedge or "", shadow[first : it.start],
                    shadow[it.end : it.end + 12], sentence,
                )
            )  # fmt: skip
            last = it.end

    def places(
        self, periods: Sequence[str | None], year: int | None, *, is_plan: bool
    ) -> list[Place]:
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
        places = [
            Place(role, self._scope(read), self._time(read, period, role))
            for read, period, role in zip(self._read, periods, roles, strict=True)
        ]
        self._find_parts(places)
        self._find_sums(places)
        return places

    def _role(
        self, read: _Read, period: str | None, year: int | None, *, is_plan: bool
    ) -> FigureRole:
        before, clause = read.before, re.split(r"[,;:(]", read.before)[-1]
        if _is_previous(read, clause, period, year):
            return "previous"
        is_rate = read.said.unit == "%"
        is_goal = self._is_goal(read) or (is_rate and _SURE_TO.search(clause) is not None)
        if is_plan or is_goal or _is_future(period, year):
            return "target"
        if read.said.unit in {"百分点", "千分点"} or _is_change(read):
            return "change"
        if read.hedge.startswith(_FLOOR_WORDS) or _FLOOR.search(before):
            return "floor"
        return "rate" if read.said.unit in {"%", "成"} else "total"

    def _is_goal(self, read: _Read) -> bool:
        """Whether a word for what is to come stands before a number in its sentence."""
        first = max(0, read.said.start - _REACH)
        begin = max(first, *(self._shadow.rfind(it, first, read.said.start) + 1 for it in "。!?"))
        goal = _GOAL.search(self._shadow, begin, read.said.start)
        return goal is not None and not _DONE.search(self._shadow, goal.end(), read.said.start)

    def _scope(self, read: _Read) -> FigureScope:
        first = max(0, read.said.start - _REACH)
        begin = max(first, *(self._shadow.rfind(it, first, read.said.start) + 1 for it in "。;"))
        words = self._shadow[begin : read.said.start]
        return "with_villages" if _VILLAGES.search(words) else "township"

    def _time(self, read: _Read, period: str | None, role: FigureRole) -> FigureTime | None:
        if role in {"previous", "target"}:
            return None  # the period reported on is not theirs
        clause = re.split(r"[,;:]", read.before)[-1]
        if _THIS_YEAR.search(clause):
            return "year"
        if period:
            return time_of(period)
        first = max(0, read.said.start - 2 * _REACH)
        begin = max(first, *(self._shadow.rfind(it, first, read.said.start) + 1 for it in "。!?"))
        return "year" if _THIS_YEAR.search(self._shadow, begin, read.said.start) else None

    # --- parts ---------------------------------------------------------------------------------

    def _find_parts(self, places: list[Place]) -> None:
        total: int | None = None
        is_bracket = False
        members = 0
        for at in range(len(self._read)):
            between = self._between(at)
            opened = self._opened(at, between, places)
            if (is_bracket and ")" in between) or (
                not is_bracket and total is not None and self._left(at, total, between, members)
            ):
                total = None
            if opened is not None:
                total, is_bracket, members = opened, "(" in between, 0
            if total is None:
                continue
            if self._is_akin(at, total) and places[at].role in {"total", "target"}:
                places[at].role, places[at].part_of = "part", total
                members += 1
            elif not is_bracket and places[at].role == "total" and members:
                total = None

    def _between(self, at: int) -> str:
        read = self._read[at]
        last = self._read[at - 1].said.end if at else 0
        return self._shadow[max(last, read.said.start - _REACH) : read.said.start]

    def _opened(self, at: int, between: str, places: list[Place]) -> int | None:
        """The total of the list that opens before a number, if one does."""
        bracket = between.rfind("(")
        opens = list(_OPENS.finditer(between))
        is_bracket = bracket >= 0 and ")" not in between[bracket:]
        if not at or not (opens or is_bracket):
            return None
        if opens and opens[-1][0] == ":" and not self._lists(at, between, opens[-1].start()):
            return None
        for earlier in range(at - 1, -1, -1):
            it = self._read[earlier]
            if self._read[at].sentence - it.sentence > (1 if "其中" in between[:14] else 0):
                return None
            if places[earlier].role in {"total", "target", "floor"} and self._is_akin(at, earlier):
                return self._whole_of(at, earlier, places)
        return None

    def _whole_of(self, at: int, outcome: int, places: list[Place]) -> int:
        """What a list behind 受理94件,办结94件 divides: what came in, unless it says 办结, too."""
        done = _OUTCOME.match(self._read[outcome].before)
        if done is None or done["act"] in self._between(at):
            return outcome
        for earlier in range(outcome - 1, -1, -1):
            it = self._read[earlier]
            if it.sentence != self._read[outcome].sentence:
                break
            if places[earlier].role == "total" and self._is_akin(outcome, earlier):
                more = it.value - self._read[outcome].value
                return outcome if more < 0 or (more and self._adds_up(at, outcome)) else earlier
        return outcome

    def _adds_up(self, at: int, total: int) -> bool:
        """Whether the numbers from ``at`` on make ``total``."""
        amount: float = 0
        for it in self._read[at : at + _MOST_PARTS]:
            amount += it.value
            if amount >= self._read[total].value:
                break
        return amount == self._read[total].value

    def _lists(self, at: int, between: str, colon: int) -> bool:
        """Whether a colon stands in the clause of the number before, and so explains it."""
        return not re.search(r"[。;]", between[:colon]) and colon <= 12 and at > 0

    def _left(self, at: int, total: int, between: str, members: int) -> bool:
        """Whether a list that was open ends before this number."""
        if self._read[at].sentence != self._read[at - 1].sentence:
            return True
        return bool(
            members
            and (
                _NEW_ACT.search(between)
                or self._read[at].value > self._read[total].value
                or (";" in between and ";" not in self._between(at - 1) and members > 1)
            )
        )

    def _is_akin(self, one: int, other: int) -> bool:
        units = self._read[one].said.unit, self._read[other].said.unit
        families = [self._family(unit) for unit in units]
        counts = {"times", "events", "sessions"}
        return families[0] == families[1] or counts.issuperset(families)

    # --- sums ----------------------------------------------------------------------------------

    def _find_sums(self, places: list[Place]) -> None:
        for at, read in enumerate(self._read):
            if places[at].role != "total":
                continue
            group: list[int] = []
            amount: float = 0
            # The rest of a run says nothing once it is more than the whole.
            for it in self._run(at, places):
                group.append(it)
                amount += self._read[it].value
                if amount >= read.value > 0 or len(group) == _MOST_PARTS:
                    break
            if len(group) > 1 and amount == read.value:
                self._mark(group, at, places)
            closes = _CLOSES.search(read.before)
            if not closes:
                continue
            earlier = list(islice(self._run(at, places, backwards=True), _MOST_PARTS))
            if len(earlier) > 1:
                amount = sum(self._read[it].value for it in earlier)
                if amount == read.value or _SUMS_SURELY.search(closes[0]):
                    self._mark(earlier, at, places)

    def _run(self, at: int, places: list[Place], *, backwards: bool = False) -> Iterator[int]:
        """The totals of the same units next to a number, in its sentence."""
        steps = range(at - 1, -1, -1) if backwards else range(at + 1, len(self._read))
        for it in steps:
            is_same = self._read[it].sentence == self._read[at].sentence and self._is_akin(it, at)
            if not is_same or places[it].role != "total":
                return
            yield it

    def _mark(self, parts: Sequence[int], total: int, places: list[Place]) -> None:
        for it in parts:
            places[it].role, places[it].part_of = "part", total


def time_of(period: str | None) -> FigureTime | None:
    """What a scope word, folded, stands for: 全年, 上半年, 截至目前."""
    if not period:
        return None
    if _HALF.search(period):
        return "half_year"
    if _UNTIL.search(period):
        return "until"
    return "year" if _YEAR.search(period) else None


def _is_change(read: _Read) -> bool:
    if read.said.unit == "倍":
        return True
    return bool(_CHANGE.search(read.before)) and not _NO_CHANGE.search(read.before)


def _is_previous(read: _Read, clause: str, period: str | None, year: int | None) -> bool:
    if _PREVIOUS.search(read.before):
        return True
    if _FROM.search(read.before) and _TO_NOW.match(read.after):
        return True
    if _PREVIOUS_CLAUSE.search(clause) and not _COMPARED.search(clause):
        return True
    stated = re.fullmatch(r"(20\d\d)年度?(?:全年)?", period or "")
    return bool(stated and year and int(stated[1]) < year and stated[0] in clause)


def _is_future(period: str | None, year: int | None) -> bool:
    stated = re.match(r"(20\d\d)年", period or "")
    return bool(stated and year and int(stated[1]) > year)

"""Which numbers of a line are parts of which: lists that open behind a total or close with it.

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
from tuibrowser.parsing.figures.said import NumberInLine

REACH: Final = 60
"""Characters before a number that are looked at; a line may be a whole page."""
_FEW: Final = 10
"""Totals below it are the sum of what follows by chance: 讲座4次，培训3次，考试1次."""
_SHORT_LEAD: Final = 4
_PAIR: Final = 2
_MOST_PARTS: Final = 40
"""Parts of one total; a line that is a table of thousands of numbers is no list of them."""
_FURTHEST: Final = 80
"""Numbers between a list and its total, its own total's parts among them."""
# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_OPENS: Final = re.compile(
    r"其中|主要(?:为|是|有)|包括|包含|涵盖|(?<![包饱])含|分别(?:为|是|有)|具体为|:|即(?=[^,。]{1,12}$)"
    r"|(?:^|(?<=[,;。(]))(?:按|从)[^,;:。\d]{1,8}(?:划?分|统计|来?看),?"
    r"|^[^,;:。、\d]{1,16}(?<![其程作动集年])中,"
)
_OF_ONE: Final = re.compile(r"(?:每|平均|人均|户均|案均|件均)[^,;:。\d]{0,8}$")
"""每百户纠纷2.9件 is no total of what follows."""
_NEXT_SENTENCE: Final = re.compile(
    r".{0,12}?(?:其中|。(?:按|从)[^,;:。\d]{1,8}(?:划?分|统计|来?看))|[^。]{0,40}。其中"
)
"""What opens a list that divides a total of the sentence before."""
_CLOSES: Final = re.compile(
    r"(?:合计|总计|共计|共|累计|总共|总数(?:为|达)?|一共)(?:为|达到?|有)?[^,;:。\d]{0,12}$"
    r"|(?:总(?:人数|[量额]|面积|[件户场次]数)|人数)(?:合计|共计?|为|达到?)*$"
)
_SUMS_SURELY: Final = re.compile(r"合计|总计|总共|一共")
_NEW_ACT: Final = re.compile(
    r"^[,、;]?(?:并|还|共|累计|另|同时|全年|已)*"
    r"(?:开展|组织|召开|举办|发放|走访|出动|印发|接待|制作|张贴|悬挂|推送|培训|签订|达成|聘请|聘用|选聘|聘任|建立|投入|涉及|涉案|挽回|追回|作出罚款|处以罚款)"
    r"|^[,;](?:本年|今年|年内|当年|全年)?新增|^,(?:已|均|全部)*(?:成功|有效|妥善|就地)*(?:(?:调解|化解|调处)(?![类员室]|协议|培训|组织)|办结|整改|结案)"
)
_BEGINS: Final = re.compile(
    r"^[^;]{0,4};(开展|组织|办理|受理|查处|处理|审查|审核|评查|检查|巡查|排查|整改|化解|调解|清理|拆除|制定|修订"
    r"|印发|召开|举办|建成|配备|培训|公开|走访|收集|接待|承接)"
)
"""What is told next, unless the members of the list are told so, too."""
_COUNTS: Final = frozenset({"total", "target", "part"})
"""Roles of numbers that may be parts of one another; changes and rates are none."""
_SHARE: Final = re.compile(r"[,;(]?约?(?:占比?|比[重例])[^,;:。\d]{0,8}$")
"""Before the share of a member of a list that goes on: 其中邻里31件,占67.4%,婚姻15件."""
_NEXT_POINT: Final = re.compile(r"[;,]\(?[一二三四五六七八九十]是")
_OUTCOME: Final = re.compile(
    r"^[,;、]?(?:按期|按时|及时|已|全部|均|成功|有效|妥善|就地|当场|共|并)*"
    r"(?P<act>办结|化解|调解|调处|整改|处置|答复|回复|办理|解决|结案|销号)(?:成功|完成|完毕|到位)?$"
)


@dataclass(slots=True)
class FigurePlace:
    """What a number is among those of its line."""

    role: FigureRole
    scope: FigureScope
    time: FigureTime | None
    part_of: int | None = None
    """Number of its total in the same line."""


@dataclass(slots=True)
class Read:
    said: NumberInLine
    value: float
    hedge: str
    before: str
    """From the number before it or the sentence's beginning."""
    after: str
    sentence: int


class Parts:
    """The lists of a line."""

    def __init__(self, shadow: str, read: Sequence[Read], family: Callable[[str], str]) -> None:
        """Take the numbers ``read`` of ``shadow``; ``family`` tells which units compare."""
        self._shadow = shadow
        self._read = read
        self._family = family

    def find(self, places: list[FigurePlace]) -> None:
        """Mark in ``places`` what is a part, and of which total."""
        self._find_parts(places)
        self._find_sums(places)

    def _find_parts(self, places: list[FigurePlace]) -> None:
        total: int | None = None
        around: tuple[int, int] | None = None
        """The total and the members of the list in which a bracket stands."""
        is_bracket = False
        members = last = 0
        for at in range(len(self._read)):
            if (beside := self._beside_total(at, places)) is not None:
                places[at].role, places[at].part_of = "part", beside
                continue
            between = self._between(at)
            if places[at].role == "rate" and _SHARE.match(between):
                continue
            opened = self._opened(at, between, places)
            if is_bracket and ")" in between:
                total, members = around or (None, 0)
                around, is_bracket = None, False
            if (
                not is_bracket
                and total is not None
                and self._left(at, total, between, members, last)
            ):
                total = None
            if opened is not None:
                if "(" in between and total is not None and not is_bracket:
                    around = total, members
                total, is_bracket, members = opened, _is_open(between), 0
            if total is None:
                continue
            role = places[at].role
            may_be = role == "total" or role == places[total].role == "target"
            if may_be and self.is_akin(at, total):
                places[at].role, places[at].part_of = "part", total
                members, last = members + 1, at
            elif not is_bracket and places[at].role == "total" and members:
                total = None

    def _beside_total(self, at: int, places: list[FigurePlace]) -> int | None:
        """The total of a number that stands behind a part as its total does behind that one's:
        4期210人次,其中村干部2期96人次; 罚款92件,金额8万元。其中简易程序57件,金额1万元."""
        total = places[at - 1].part_of if at else None
        if total is None or not total + 1 < at - 1:
            return None
        if not _COUNTS.issuperset(places[it].role for it in (at, total + 1)):
            return None  # 接警90起,同比下降9%,其中诈骗30起,同比下降12%
        leads = {self._between(it).lstrip(",、") for it in (at, total + 1)}
        return total + 1 if len(leads) == 1 and self.is_akin(at, total + 1) else None

    def _between(self, at: int) -> str:
        read = self._read[at]
        last = self._read[at - 1].said.end if at else 0
        return self._shadow[max(last, read.said.start - REACH) : read.said.start]

    def _opened(self, at: int, between: str, places: list[FigurePlace]) -> int | None:
        """The total of the list that opens before a number, if one does."""
        opens = list(_OPENS.finditer(between))
        if len(opens) > 1 and opens[-1][0] == ":" and opens[-2].end() == opens[-1].start():
            del opens[-1]  # 。其中:婚姻48件
        if not at or not (opens or _is_open(between)):
            return None
        if opens and opens[-1][0] == ":" and not self._lists(at, between, opens[-1].start()):
            return None
        for earlier in range(at - 1, max(at - 1 - _FURTHEST, -1), -1):
            it = self._read[earlier]
            if self._read[at].sentence - it.sentence > bool(_NEXT_SENTENCE.match(between)):
                return None
            is_beside = earlier == at - 1 and between.startswith("(")
            if not self.is_akin(at, earlier) or _OF_ONE.search(it.before):
                continue
            if self._read[at].sentence > it.sentence and self._read[at].value > it.value:
                continue  # 立案148件,移送4件。其中食品92件
            if places[earlier].role in {"total", "target", "floor"}:
                return self._whole_of(at, earlier, places)
            if places[earlier].role == "part" and is_beside:
                return earlier
        return None

    def _whole_of(self, at: int, outcome: int, places: list[FigurePlace]) -> int:
        """What a list behind 受理94件,办结94件 divides: what came in, unless it says 办结, too."""
        done = _OUTCOME.match(self._read[outcome].before)
        if done is None or done["act"] in self._between(at):
            return outcome
        for earlier in range(outcome - 1, max(outcome - 1 - _FURTHEST, -1), -1):
            it = self._read[earlier]
            if it.sentence != self._read[outcome].sentence:
                break
            if places[earlier].role == "total" and self.is_akin(outcome, earlier):
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

    def _left(self, at: int, total: int, between: str, members: int, last: int) -> bool:
        """Whether a list that was open ends before this number; ``last`` is its last member."""
        if self._read[at].sentence != self._read[at - 1].sentence:
            return True
        lead = self._between(last)
        begins = _BEGINS.match(between)
        return bool(
            members
            and (
                _NEW_ACT.search(between)
                or _NEXT_POINT.search(between)
                or self._read[at].value > self._read[total].value
                or self._is_otherwise_counted(at, total, between, last)
                or (begins is not None and begins[1] not in lead)
                or (";" in between and ";" not in lead and members > 1)
            )
        )

    def _is_otherwise_counted(self, at: int, total: int, between: str, last: int) -> bool:
        """Whether a number behind a list has another unit than its total and its members:
        事项237项,其中镇级162项、村级75项,|自助机铺设到12个村."""
        unit, others = self._read[at].said.unit, {self._read[it].said.unit for it in (total, last)}
        return between.startswith((",", ";")) and len(others) == 1 and unit not in others

    def is_akin(self, one: int, other: int) -> bool:
        """Whether two numbers are counted in units that compare."""
        units = self._read[one].said.unit, self._read[other].said.unit
        families = [self._family(unit) for unit in units]
        counts = {"times", "events", "sessions"}
        return families[0] == families[1] or counts.issuperset(families)

    def _find_sums(self, places: list[FigurePlace]) -> None:
        for at, read in enumerate(self._read):
            if places[at].role != "total":
                continue
            group: list[int] = []
            amount: float = 0
            # The rest of a run says nothing once it is more than the whole.
            for it in self._run(at, places):
                if not group and self._read[it].value == read.value:
                    continue  # 应诉13件,负责人出庭13件,驳回9件、撤诉4件
                group.append(it)
                amount += self._read[it].value
                if amount >= read.value > 0 or len(group) == _MOST_PARTS:
                    break
            if len(group) > 1 and amount == read.value and self._may_divide(at, group):
                self._mark(group, at, places)
            closes = _CLOSES.search(read.before)
            if not closes:
                continue
            earlier = list(islice(self._run(at, places, backwards=True), _MOST_PARTS))
            if len(earlier) > 1:
                amount = sum(self._read[it].value for it in earlier)
                if amount == read.value or _SUMS_SURELY.search(closes[0]):
                    self._mark(earlier, at, places)

    def _may_divide(self, total: int, group: Sequence[int]) -> bool:
        """Whether numbers that make a total by sum are no members of the list that it stands in."""
        if self._between(group[0]).startswith(("、", "和", "及")):
            return False
        leads = [self._between(it).lstrip(",、;和及") for it in group]
        is_shared_out = "分别" in leads[0]
        is_much = self._read[total].value >= _FEW
        is_list = len(group) > _PAIR and all(self._between(it).startswith("、") for it in group[1:])
        return is_much or is_shared_out or is_list or all(len(it) <= _SHORT_LEAD for it in leads)

    def _run(self, at: int, places: list[FigurePlace], *, backwards: bool = False) -> Iterator[int]:
        """The totals of the same units next to a number, in its sentence; rates between them, and
        what it comes to otherwise (图斑57宗、138亩), are none of them."""
        steps = range(at - 1, -1, -1) if backwards else range(at + 1, len(self._read))
        for it in steps:
            if self._read[it].sentence != self._read[at].sentence:
                return
            if places[it].role == "rate" or (it == at + 1 and self._is_double(at)):
                continue
            if not self.is_akin(it, at) or places[it].role != "total":
                return
            yield it

    def _is_double(self, at: int) -> bool:
        """Whether a number and the next count one thing in two units."""
        return self._read[at + 1].before in {"", "、"} and not self.is_akin(at, at + 1)

    def _mark(self, parts: Sequence[int], total: int, places: list[FigurePlace]) -> None:
        for it in parts:
            places[it].role, places[it].part_of = "part", total


def _is_open(between: str) -> bool:
    """Whether a bracket that opens in ``between`` closes behind it."""
    bracket = between.rfind("(")
    return bracket >= 0 and ")" not in between[bracket:]

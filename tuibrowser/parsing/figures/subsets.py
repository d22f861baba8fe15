"""Which numbers are some of a number before them though no list opens: 卷宗12卷中3卷优秀,
缺席的2人, 除1处外均已整改, 剩余4处.

What became of a whole (办结, 采纳) is no such number: it is told by its act alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from tuibrowser.parsing.figures.parts import FigurePlace, Read

_FURTHEST: Final = 12
"""Numbers between some of a whole and the whole."""
_WHOLES: Final = frozenset({"total", "target", "floor"})
# Code, not lexicon: how Chinese takes some out of a number is grammar; each exception has a test.
_AMONG: Final = re.compile(
    r"[^,;:。、()\d在]{0,16}?(?:[当之]中|(?<![其程作动集年会期途空])中(?![小学心央队介层共型等标])"
    r"|(?<![村镇乡县区市局家这那夜])里),?[^,;:。、()\d]{0,14}|[^,;:。、()\d]{1,12}(?:已|仍|尚|还|只|仅)有"
)
"""Between a number and some of it: 12卷中评为优秀的3卷, 6台记录仪已有4台."""
_OUT_OF: Final = re.compile(r"[从自在]$")
"""从40名党员中选聘网格员8名: those are counted as what they became."""
_SUCH: Final = re.compile(
    r"(?:(?<=[,;、])|^)(?!尚|仍|正)[^,;:。、()\d]{2,}(?<![标年月时度])(?<!规定)(?<!要求)(?<!计划)的(?:[只仅]?有|仅|占|达|共)?$|[,、;](?:[^,;:。、()\d]{2,})?占[了去到]?$"
)
_ACT: Final = re.compile("..的(?=[只仅有占达共]{0,2}$)")
_ENDS: Final = re.compile(r"$|[,。;、)]|优先|被|均|全部|已|由|拟|予以|一律|限期")
_BARE: Final = re.compile(r"[,;][只仅]?有?$")
_PREDICATE: Final = re.compile(
    r"为|系|是|属于|获|被|已|因|当[场年月日天]|经|通过|入选|列入|纳入|来自|出自|由|未|尚|正在|仍|转|移|均|全部|同志"
)
"""Behind a number that stands for what was counted before: 9条当年见效."""
_REST: Final = re.compile(r"(?:^|[,;])(?:另外|(?:剩余|余下|其余|剩下)的?)[^,;:。、\d]{0,4}$")
_EXCEPT: Final = re.compile(r"(?<![清扣拆解消排免删铲破废根])除[了去掉]?[^,;:。\d]{0,8}$")
_EXCEPTED: Final = re.compile(r"[^,;。\d]{0,16}外(?![地来出]),?")


class Subsets:
    """The numbers of a line, as they were read and placed so far."""

    def __init__(
        self,
        shadow: str,
        read: Sequence[Read],
        places: Sequence[FigurePlace],
        is_akin: Callable[[int, int], bool],
    ) -> None:
        self._shadow = shadow
        self._read = read
        self._places = places
        self._is_akin = is_akin

    def find(self) -> None:
        """Mark what is some of a number before it."""
        for at in range(1, len(self._read)):
            if self._places[at].role == "total" and self._is_some(at):
                self._places[at].role = "part"

    def _is_some(self, at: int) -> bool:
        """Whether a number is some of another, which it is then told to be part of."""
        if _REST.search(self._lead(at)):
            return self._is_rest(at)
        whole = self._whole(at)
        if whole is not None:
            self._places[at].part_of = whole
        return whole is not None

    def _whole(self, at: int) -> int | None:
        it, lead = self._read[at], self._lead(at)
        if _AMONG.fullmatch(lead):
            before = at - 1
            is_apart = _OUT_OF.search(self._read[before].before)
            return None if is_apart or not self._holds(before, at) else before
        if self._is_such(at) or (_EXCEPT.search(lead) and _EXCEPTED.match(it.after)):
            return self._nearest(at, is_same_unit=False)
        if _BARE.search(lead) and _PREDICATE.match(it.after):
            return self._nearest(at, is_same_unit=True)
        return None

    def _is_such(self, at: int) -> bool:
        """Whether a number counts such as are told before it: 未到场的2人."""
        is_such = _SUCH.search(self._lead(at)) is not None
        return is_such and _ENDS.match(self._read[at].after) is not None

    def _nearest(self, at: int, *, is_same_unit: bool) -> int | None:
        """The last number of the sentence that may hold the one ``at``; what is some of a number
        itself stands for that."""
        before = self._before(at)
        if any(self._stands_beside(it, at) for it in before):
            return None
        for earlier in before:
            it = self._places[earlier]
            if is_same_unit and self._read[earlier].said.unit != self._read[at].said.unit:
                continue
            whole = it.part_of if it.role == "part" else earlier
            if whole is not None and whole < at and self._holds(whole, at):
                return whole
        return None

    def _stands_beside(self, one: int, at: int) -> bool:
        """Whether two numbers are of equals: 人大交办的19件已办18件,群众反映的7件;
        部门制发的文件12件,乡镇制发的9件."""
        act = _ACT.search(self._lead(at))
        is_alike = act is not None and act[0] in self._lead(one)
        return self._places[one].role == "total" and (is_alike or self._is_such(one))

    def _is_rest(self, at: int) -> bool:
        """Whether what is left is of a number before it, which may be untold: 已修114处,剩余6处."""
        told: float = 0
        is_left = False
        for earlier in self._before(at):
            if not self._is_akin(at, earlier) or self._places[earlier].role != "total":
                continue
            value = self._read[earlier].value
            if told and value == told + self._read[at].value:
                self._places[at].part_of = earlier
                return True
            told += value
            is_left = is_left or value >= self._read[at].value
        return is_left and "另" not in self._lead(at)

    def _before(self, at: int) -> Sequence[int]:
        """The numbers before one in its sentence, up to a semicolon, the last first."""
        found: list[int] = []
        start = self._read[at].said.start
        for earlier in range(at - 1, max(at - 1 - _FURTHEST, -1), -1):
            it = self._read[earlier]
            if it.sentence != self._read[at].sentence or ";" in self._shadow[it.said.end : start]:
                break
            found.append(earlier)
        return found

    def _holds(self, whole: int, at: int) -> bool:
        one, other = self._read[whole], self._read[at]
        return (
            one.sentence == other.sentence
            and one.value >= other.value
            and self._places[whole].role in _WHOLES | {"part"}
            and self._is_akin(whole, at)
        )

    def _lead(self, at: int) -> str:
        """What stands before a number, from the one before it."""
        return self._read[at].before

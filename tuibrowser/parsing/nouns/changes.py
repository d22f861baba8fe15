"""How what is counted changed: of 登记商户930户,同比增长9% the share is their 同比增长.

Answers are spans of the folded text, read behind what is counted.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tuibrowser.parsing.nouns.records import Counted
from tuibrowser.parsing.nouns.whole import Noun

# Code, not lexicon: how Chinese compares is grammar, as in ``figures.roles``.
_NEAR: Final = 32
"""Characters before a number in which the words for its change stand."""
_BEGIN: Final = frozenset("增减升降提缩压涨跌落速简翻扩调出")
"""One of these stands right before the number, or before what follows the word."""
_MOVES: Final = (
    "(?:净?(?:(?:(?<!新)[增减升降提缩压扩涨跌][加长多少低高大升降短减缩幅前速]|[上下]升|下[降跌滑调]|上[涨调]|精简"
    "|回[落升]|高出|翻)|净[增减])(?:(?:率|比例?|幅度?)为?)?)"
)
"""By how much more or less; of 比上年多9件 the thing alone says it."""
_CHANGE: Final = re.compile(
    r"(?P<since>(?:同比|环比)?)"
    r"(?P<than>(?:相比|(?:较|(?<![人占评对分攀])比(?![重例率]))[^,。;\d]{0,6}?(?:20\d\d年?[^,。;\d]{0,5}?)?,?)?)"
    rf"(?:分别|平均|大幅度?|明显|显著|双双|[均各])*(?P<moves>{_MOVES})"
    r"(?:不少于|超过|[近约逾达]|分别|率?达到?|了|\d[\d.]*%?[、和])*$"
)
_SHARE: Final = re.compile(
    r"(?P<it>占比)[约近超达逾为到]*$|占[^,。;、占\d]{1,16}(?P<of>比[例重])[约近超达逾为到]*$"
)
"""How much it is of something: 非现场检查占比30%."""
_OF_ALL: Final = re.compile(
    r"(?<![乱侵抢霸强挤])(?<!得分)(?<!成绩)[只仅约各均]?占(?![比地用道])[^,。;、占比\d]{0,16}$|中[^,。;、中\d]{2,12}的(?:只有?|仅有?|不足|不到|有|[约近超])*$"
)
"""What makes a percentage a share of something: 女性占35%, 队员中持证的不足三成."""
_TWINS: Final = frozenset("、和与及")
_SHORTENED: Final = frozenset("限间节料程数度")
"""Behind these a number of days or papers tells by how much less it was: 审批时限压缩9天."""


class Named(NamedTuple):
    """What a number counts, and how that changed where it tells no more than that."""

    thing: Noun
    change: Noun
    is_share: bool = False
    """Whether it is the share of the thing in something: 女性占35%."""


class Changes:
    """The changes that the numbers of one line tell, asked from left to right."""

    def __init__(self, text: str) -> None:
        """Take ``text``, folded and veiled."""
        self._text = text
        self._end = 0
        self._last: Noun = ()

    def find(self, number: Counted, *, is_said: bool) -> Noun:
        """How the thing changed that ``number`` is told of; nothing where it counts the thing.

        Args:
            number: Asked in the order of the text.
            is_said: Whether the number before counts the thing, so that a change needs no 同比.
        """
        is_twin = self._text[self._end : number.start] in _TWINS
        change = self._last if is_twin and self._last else self._told(number, is_said=is_said)
        self._end, self._last = number.end, change
        return change

    def is_share(self, number: Counted) -> bool:
        """Whether ``number`` tells how much of something its thing is, and nothing else says so."""
        near = max(0, number.start - _NEAR)
        may_be = number.unit == "%" and (
            self._text.find("占", near, number.start) >= 0
            or self._text.find("的", near, number.start) >= 0
        )
        return may_be and _OF_ALL.search(self._text, near, number.start) is not None

    def without_share(self, start: int, end: int) -> int:
        """Where what has a share ends, before it is said of what: 电子送达|占全部送达."""
        share = _OF_ALL.search(self._text, start + 2, end)
        is_said = share is not None and "占" in share[0][:2]
        return share.start() if share and is_said else end

    def _told(self, number: Counted, *, is_said: bool) -> Noun:
        near = max(0, number.start - _NEAR)
        is_share = number.unit == "%" and self._text.find("占", near, number.start) >= 0
        if is_share and (share := _SHARE.search(self._text, near, number.start)):
            return (share.span("it" if share["it"] else "of"),)
        if _BEGIN.isdisjoint(self._text[max(near, number.start - 8) : number.start]):
            return ()
        found = _CHANGE.search(self._text, near, number.start)
        if found is None:
            return ()
        before = self._text[found.start() - 1 : found.start()]
        is_dated = not number.unit.endswith("点") and "20" in found["than"]
        opened = self._text.rfind("(", near, found.start())
        is_remark = opened > self._text.rfind(")", near, found.start())
        if is_remark or is_dated:
            # 警情(同比下降9%), 警情(90件,同比下降9%), 较2023年增长9%: an explanation of the thing
            return ()
        is_compared = found["since"] or found["than"] or found.start() == self._end
        is_alone = is_said or before in _SHORTENED
        if not (number.is_rate or is_compared or is_alone):
            return ()
        return tuple(found.span(it) for it in ("since", "moves") if found[it])


def name(thing: Noun, change: Noun) -> Named:
    """``thing`` with as much of ``change`` as stands behind it."""
    end = thing[-1][1] if thing else 0
    return Named(thing, tuple(it for it in change if thing and it[0] >= end))

"""One thing told again with another value: most often in the part on the leader.

A leader takes part in some of what was done, and a body of the township does some of it: their
number may be smaller, but not larger, unless they say that it is all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from tuibrowser.insight.checks.agreement import are_apart, contradiction, may_be_one
from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.told import Told
from tuibrowser.lexicon.checks import CheckWords, load_check_words

_SHORTEST: Final = 2
_SHORTEST_RATE: Final = 3
_MOST_TOLD: Final = 40
"""Times that one thing is told; who tells it more often writes a list, and each is laid beside each
other."""
_SHORTEST_OF_LEADER: Final = 8
"""Characters of a clause from which it is one deed of one leader: 镇长主持召开法治工作会议."""
_SHORTEST_OF_INDICATOR: Final = 4
_VISITS: Final = frozenset({"户次", "家次"})
_LARGE: Final = 100
"""From here on a number of anything is seldom one of several."""
# Code, not lexicon: words of the period.
_MADE: Final = re.compile("新|建[成立]|组建|设立|打造|聘|培育|配备")
"""What was made this year may be some of what there is."""
_ABOVE: Final = re.compile("[省市州县区旗]")
_OF_THIS_YEAR: Final = re.compile("今年|年内|本年|全年")


def check_retold(material: Material) -> Iterator[Finding]:
    """Yield what two paragraphs tell of one thing with values that do not agree."""
    words = load_check_words()
    told: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for it in material.told:
        if not it.is_of_part:
            told[*it.thing[1:-1], _counted_in(it)].append(it)
    for them in told.values():
        yield from _differing(them[:_MOST_TOLD], words)


def _counted_in(told: Told) -> str:
    """The unit that values compare in: 检查企业145家次 are visits to 86家."""
    unit = told.number.figure.unit
    return unit if unit in _VISITS else told.number.family


def _differing(them: list[Told], words: CheckWords) -> Iterator[Finding]:
    """The first two that contradict each other, those told in the same words before others."""
    found: tuple[Told, Told] | None = None
    for at, other in enumerate(them):
        for one in them[:at]:
            if _are_apart(one, other) and _contradict(one, other, words):
                if _said(one) == _said(other):
                    yield contradiction(one, other)
                    return
                found = found or (one, other)
    if found:
        yield contradiction(*found)


def _said(told: Told) -> str | None:
    return told.number.figure.noun


def _are_apart(one: Told, other: Told) -> bool:
    """Whether they are told in two sentences, or how many there are is told in one again."""
    is_stock = other.is_stock and not _MADE.search(one.clause)
    if one.is_there or other.is_there or is_stock:
        start, _ = other.prose.sentence_at(other.number.start)
        return one.prose is not other.prose or start <= one.number.end or are_apart(one, other)
    return are_apart(one, other)


def _contradict(one: Told, other: Told, words: CheckWords) -> bool:
    if may_be_one(one.number, other.number) or _is_some_of(one, other, words):
        return False
    # Of 检查 nobody can tell, but of 执法队开展检查.
    is_named = bool(one.thing.bodies) and one.thing.bodies == other.thing.bodies
    is_common = not is_named and len(words.common.sub("", one.thing.what)) < _SHORTEST
    if {one.is_stock, other.is_stock} == {True, False}:
        flow, stock = (other, one) if one.is_stock else (one, other)
        if _OF_THIS_YEAR.search(flow.clause) and not _OF_THIS_YEAR.search(stock.clause):
            return False  # 今年培育12名 are some of 全镇58名
    if one.is_some or other.is_some:
        some, whole = (one, other) if one.is_some else (other, one)
        return not whole.is_some and _has_more(some, whole, is_common=is_common)
    if one.is_led == other.is_led:
        return _of_one_doer(one, other, is_common=is_common)
    whole, led = (other, one) if one.is_led else (one, other)
    if led.number.is_percent:
        return len(led.thing.what) >= _SHORTEST_RATE and _of_one_body(whole, led)
    if led.is_all and whole.is_all and len(led.thing.what) >= _SHORTEST_OF_INDICATOR:
        return _of_one_body(whole, led) or not (is_common or _doers(whole))
    if led.number.value > whole.number.value:
        is_sure = not is_common or (led.is_all and led.says_leads)
        return is_sure and led.thing.bodies >= whole.thing.bodies
    return led.is_all and not is_common and _of_one_body(whole, led)


def _is_some_of(one: Told, other: Told, words: CheckWords) -> bool:
    """Whether a word tells that one is some of the other, and it is no more: 主动公开200条 of
    公开214条."""
    first, second = (frozenset(words.narrower.findall(it.clause)) for it in (one, other))
    if first == second:
        return False
    some, whole = (one, other) if first > second else (other, one)
    is_nested = first < second or first > second
    return some.number.is_percent or not is_nested or some.number.value <= whole.number.value


def _has_more(some: Told, whole: Told, *, is_common: bool) -> bool:
    """Whether something is told of more than there are: 座谈法律顾问11名 of 9名."""
    return (
        whole.is_all
        and not is_common
        and some.number.value > whole.number.value
        and len(some.thing.what) >= _SHORTEST_OF_INDICATOR
    )


def _of_one_doer(one: Told, other: Told, *, is_common: bool) -> bool:
    """Whether two that both are, or are not, of a leader must be one number."""
    if one.is_led:
        is_same = bool(one.leaders) and one.clause == other.clause
        return is_same and len(one.clause) >= _SHORTEST_OF_LEADER
    if one.thing.bodies != other.thing.bodies and _doers(one) != _doers(other):
        if any(_ABOVE.match(it) for it in one.thing.bodies ^ other.thing.bodies):
            return False  # what 县司法局 did is no part of what the township did
        # 全年出具意见31份, 法律顾问全年出具意见13份; two bodies have a number each.
        is_known = not is_common and len(one.thing.what) >= _SHORTEST_OF_INDICATOR
        return is_known and one.is_all and other.is_all and not (_doers(one) and _doers(other))
    if one.number.is_percent:
        shortest = _SHORTEST_RATE if one.thing.acts else _SHORTEST_OF_INDICATOR  # 纠纷化解率
        return len(one.thing.what) >= shortest and _doers(one) == _doers(other)
    if one.frame != other.frame:
        return False  # 全年出动执法人员520人次; 开展治超行动,出动执法人员86人次
    is_plain = _is_plainly_one(one, other)
    if is_common and one.is_all != other.is_all:
        some, whole = (other, one) if one.is_all else (one, other)
        is_one = (is_plain and whole.number.value >= _LARGE) or _is_called_alike(one, other)
        return is_one and some.number.value > whole.number.value
    if is_common:
        return is_plain and one.is_all and other.is_all
    if one.is_all != other.is_all:
        some, whole = (other, one) if one.is_all else (one, other)
        return _doers(some) <= _doers(whole)  # 各网格员上门服务,化解纠纷153起 are their own
    return one.is_all or is_plain


def _doers(told: Told) -> frozenset[str]:
    return told.thing.bodies | told.around


def _is_plainly_one(one: Told, other: Told) -> bool:
    """Whether neither the catalogue nor a doer tells one from the other."""
    indicators = {it.number.figure.indicator for it in (one, other)}
    return (
        len(indicators) == 1
        and _doers(one) == _doers(other)
        and len(one.thing.what) >= _SHORTEST_OF_INDICATOR
    )


def _is_called_alike(one: Told, other: Told) -> bool:
    """Whether both are of what has one full name, 法治讲座: the whole year has no fewer of it."""
    name = _said(one)
    is_full = name is not None and len(name) >= _SHORTEST_OF_INDICATOR
    return is_full and name == _said(other) and _doers(one) == _doers(other)


def _of_one_body(whole: Told, led: Told) -> bool:
    """Whether both are of one body; what only one of them names must stand around the other."""
    start, end = whole.prose.sentence_at(whole.number.start)
    sentence = whole.prose.text[start:end]
    own, others = whole.thing.bodies, led.thing.bodies
    return others >= own and all(it in sentence for it in others - own)

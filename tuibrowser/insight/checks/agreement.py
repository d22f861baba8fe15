"""Whether numbers agree: a rate with the two that make it, two values of one thing with each other.

With the remarks where they do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, Protocol

from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.prose import Number, Prose, shown, start_of
from tuibrowser.lexicon.checks import load_check_words

_TOLERANCE: Final = 1e-6
_MARK: Final = re.compile(r"[,、;。()\d]")
_ALL: Final = 100
_OPPOSITE: Final = re.compile("[败未不负失退差撤驳][\u4e00-\u9fff]{0,4}[率比]|流失|空置")
"""A rate of those that the number beside it is not of: 52件中胜诉47件，败诉率9.6%."""
_NEARLY: Final = 1.15
"""By which factor a number may differ from one that is said less exactly."""


class Statement(Protocol):
    """A number in the paragraph that tells it."""

    @property
    def prose(self) -> Prose: ...

    @property
    def number(self) -> Number: ...


def is_made(part: Number, numbers: Sequence[Number], rate: Number) -> bool:
    """Whether two of ``numbers`` make the rate; a hundred per cent only ``part`` and another, since
    any number that is said twice makes it."""
    parts = [part] if rate.value == _ALL else numbers
    return any(
        whole.family == it.family
        and whole.value
        and agrees(it.value / whole.value * 100, rate.value, rate.digits)
        for it in parts
        for whole in numbers
        if it is not whole and not it.is_percent
    )


def sum_makes(parts: Sequence[Number], whole: Number, rate: Number) -> bool:
    """Whether the first of ``parts`` make the rate together: 满意498份、基本满意18份."""
    sums = list(accumulate(it.value for it in parts))
    return bool(whole.value) and any(
        agrees(it / whole.value * 100, rate.value, rate.digits) for it in sums
    )


def mismatch(prose: Prose, part: Number, whole: Number, rate: Number) -> Iterator[Finding]:
    """The remark that ``part`` of ``whole`` is not the stated rate, if it is not."""
    if not (part.is_exact and whole.is_exact and whole.value):
        return
    made = part.value / whole.value * 100
    if (
        _may_be(part, whole, rate)
        or agrees(made, rate.value, rate.digits)
        or (rate.is_floor and made >= rate.value - _TOLERANCE)
        or _is_of_the_rest(prose, part, whole, rate)
        or (_OPPOSITE.search(_told(prose, rate)) and agrees(_ALL - made, rate.value))
    ):
        return
    if not rate.is_exact and not rate.is_floor and abs(made - rate.value) < 1:
        return  # 约98%
    says = f"{part.shown}÷{whole.shown}＝{as_told(made, rate)}%，写为{rate.shown}%，请核"
    first, _, last = sorted((part, whole, rate), key=start_of)
    yield Finding("rate_mismatch", says, (prose.quote_clauses(first.start, last.end),))


def _told(prose: Prose, number: Number) -> str:
    return prose.text[prose.clause_start(number.start) : number.start]


def _is_of_the_rest(prose: Prose, part: Number, whole: Number, rate: Number) -> bool:
    """Whether a rate is of the whole less what is set aside beside it: 退单9件, 撤回2件."""
    words = load_check_words().set_aside
    _, end = prose.sentence_at(max(whole.start, rate.start))
    aside, before = [], whole.end
    for it in prose.numbers_in(whole.end, end):
        told = prose.text[before : it.start] + _MARK.split(prose.text[it.end : end])[0]
        if it is not part and it.family == whole.family and words.search(told):
            aside.append(it.value)
        before = it.end
    rests = {whole.value - some for some in (*aside, sum(aside))} - {whole.value}
    return any(
        rest > 0 and agrees(part.value / rest * 100, rate.value, rate.digits) for rest in rests
    )


def _may_be(part: Number, whole: Number, rate: Number) -> bool:
    """Whether what was rounded to 万 may make the rate: 4.19万 of 4.2万 are 99.5% to 100%."""
    if not (part.slack or whole.slack):
        return False
    low = (part.value - part.slack) / (whole.value + whole.slack) * 100
    high = (part.value + part.slack) / max(whole.value - whole.slack, 1) * 100
    return low <= rate.value <= high


def as_told(made: float, rate: Number) -> str:
    """What a rate should be, to the digits that ``rate`` is told to, one at least."""
    return shown(round(made, max(1, rate.digits)), rate.digits)


def agrees(made: float, stated: float, digits: int = 0) -> bool:
    """Whether ``stated`` is ``made``, rounded or cut off to the digits that it shows, ``digits`` at
    least."""
    digits = len(shown(abs(stated), digits).partition(".")[2])
    # 98% may stand for 98.2%; 100% stands for nothing less.
    unit = 10.0**-digits
    if abs(stated) == _ALL:
        return abs(made - stated) < 0.05 + _TOLERANCE
    return abs(made - stated) < unit - _TOLERANCE


def may_be_one(one: Number, other: Number) -> bool:
    """Whether both may be one value, said less exactly by one: 120余 and 126, 约2万 and 19800."""
    if one.is_exact and other.is_exact:
        return abs(one.value - other.value) <= max(one.slack, other.slack)  # 4.2万, 42105
    low, high = sorted((one, other), key=lambda it: it.value)
    is_open = low.is_floor and not high.is_exact
    return low.value == high.value or is_open or high.value < low.value * _NEARLY


def are_apart(one: Statement, other: Statement) -> bool:
    """Whether ``one`` stands in a sentence before; two of one sentence tell of parts, as a rule."""
    start, _ = other.prose.sentence_at(other.number.start)
    return one.prose is not other.prose or one.number.end < start


def contradiction(one: Statement, other: Statement) -> Finding:
    """The remark that one thing is told with two values."""
    values = f"{one.number.with_unit}和{other.number.with_unit}"
    quotes = tuple(it.prose.quote_clauses(it.number.start, it.number.end) for it in (one, other))
    return Finding("two_values", f"同一事项前后写为{values}，请核", quotes)

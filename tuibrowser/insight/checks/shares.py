"""Shares of a whole in per cent (占, 占比): what each is made of, and what a row of them comes to.

Together they are a hundred at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.insight.checks.agreement import is_made, mismatch
from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Number, Prose, shown

# Code, not lexicon: how a share is told of its whole, and how a row of them goes on, is grammar.
_TWO: Final = 2
_SOME_OF: Final = re.compile(
    r"[^,。;:、(]{0,12}?(?<![其集年])中,?[^,。;:、\d]{0,14}|,(?!较|比|同比)[^,。;:、\d]{1,14}的有?"
)
_OF_WHOLE: Final = re.compile(
    r"约?(?:占|覆盖)[^,;。\d]{0,12}\d[\d.万]*[^,;。\d]{1,6}的(?:比例为?)?约?"
)
_OF_ALL: Final = re.compile(
    r"\(?(?:约?占比?)(?:[^,。;\d]{0,8}(?:总数|总量|总人数|总户数)|全部|全镇|全年)?的?(?:达|为)?"
)
_FRACTION: Final = re.compile(
    r"\((?P<part>\d{1,6})[^\d()]{0,2}?[/／÷](?P<whole>\d{1,6})[^\d()]{0,2}\)"
)
"""化解率98.7%(76/77)."""
_SHARE: Final = re.compile(r"占比?(?:分别)?(?:[为达]|约)?$")
_FOLLOWS: Final = re.compile(r"(?:[、,;和及与]|以及)+")
_REST: Final = re.compile("其[他它余]|剩余")
_TWICE: Final = re.compile("党员|女|男|民族|学历|本科|专科|岁|青年|骨干|代表|率|度")
_ALL: Final = 100
_MOST: Final = 150
"""Per cent; what comes to more are shares of several things."""
_LONGEST_GAP: Final = 16
_FEWEST: Final = 3
_ROUNDED: Final = 0.5
_OF_EACH: Final = re.compile("[日周月年人户村场次]均|平均|每")
"""What is no number of the whole."""


def check_shares(material: Material) -> Iterator[Finding]:
    """Yield the shares that their two numbers do not make."""
    for prose in material.paragraphs:
        for number in prose.numbers:
            if number.figure.unit == "%":
                yield from _in_bracket(prose, number)
                yield from _of_number_before(prose, number)


def _in_bracket(prose: Prose, rate: Number) -> Iterator[Finding]:
    """备案率为85.7%(7件中备案6件)."""
    if not prose.text.startswith("(", rate.end):
        return
    if told := _FRACTION.match(prose.text, rate.end):
        part, whole = (_bare(rate, told, name) for name in ("part", "whole"))
        yield from mismatch(prose, part, whole, rate)
        return
    end = prose.text.find(")", rate.end)
    numbers = prose.numbers_in(rate.end, max(end, rate.end))
    if len(numbers) != _TWO or numbers[0].family != numbers[1].family:
        return
    between = prose.text[numbers[0].end : numbers[1].start]
    if "中" in between or between == "/":
        part, whole = sorted(numbers, key=lambda it: it.value)
        yield from mismatch(prose, part, whole, rate)


def _bare(rate: Number, told: re.Match[str], name: str) -> Number:
    """A number of a fraction, which has no unit."""
    figure = rate.figure._replace(value=int(told[name]), unit="", hedge=None, value_to=None)
    return Number(figure, *told.span(name))


def _of_number_before(prose: Prose, rate: Number) -> Iterator[Finding]:
    """其中邻里纠纷48件，占35.3%; 体检110户，占全镇企业137户的80.3%."""
    start, _ = prose.sentence_at(rate.start)
    numbers = [it for it in prose.numbers_in(start, rate.start) if not it.is_percent]
    before = prose.text[prose.clause_start(rate.start) : rate.start]
    if len(numbers) > 1 and _OF_WHOLE.fullmatch(before):
        part, whole = numbers[-2:]
        is_apart = part.end < prose.clause_start(rate.start)
        if part.family == whole.family and is_apart and not is_made(part, numbers, rate):
            yield from mismatch(prose, part, whole, rate)
        return
    if not numbers or not _OF_ALL.fullmatch(before):
        return
    part = numbers[-1]
    if is_among(prose, numbers) or _are_both(prose, numbers, rate):
        yield from mismatch(prose, part, numbers[-2], rate)
        return
    at = prose.text.rfind("其中", start, part.start)
    wholes = [
        it
        for it in numbers
        if it.end <= at
        and it.family == part.family
        and not _OF_EACH.search(prose.text, prose.clause_start(it.start), it.start)
    ]
    if at >= 0 and wholes and len({it.value for it in wholes}) == 1:
        yield from mismatch(prose, part, wholes[-1], rate)


def _are_both(prose: Prose, numbers: Sequence[Number], rate: Number) -> bool:
    """Whether the rate stands behind two numbers of a kind: 许可54项，“一次办”49项，占比95.7%."""
    if len(numbers) != _TWO or numbers[0].family != numbers[1].family:
        return False
    between = prose.text[numbers[0].end : rate.start]
    is_one = between.count(",") == _TWO and not re.search("[;、]", between)
    return is_one and numbers[1].value < numbers[0].value and "较" not in between


def is_among(prose: Prose, numbers: Sequence[Number]) -> bool:
    """Whether the last number is some of the one before: 52名中…39名, 8件，提出意见的3件."""
    if len(numbers) < _TWO or numbers[-1].family != numbers[-2].family:
        return False
    between = prose.text[numbers[-2].end : numbers[-1].start]
    if between.endswith("的") and prose.text[numbers[-2].start - 1] == "的":
        return False  # 当场答复的271件，转办的73件
    return _SOME_OF.fullmatch(between) is not None and numbers[-1].value < numbers[-2].value


def check_shares_together(material: Material) -> Iterator[Finding]:
    """Yield shares that come to more than all, or with the rest to less."""
    for prose in material.paragraphs:
        for shares in _rows(prose):
            yield from _judge_row(prose, shares)


def _rows(prose: Prose) -> Iterator[list[Number]]:
    row: list[Number] = []
    for number in prose.numbers:
        if not number.is_percent:
            continue
        if row and not _goes_on(prose.text[row[-1].end : number.start]):
            yield row
            row = []
        if row or _SHARE.search(prose.text[prose.clause_start(number.start) : number.start]):
            row.append(number)
    yield row


def _goes_on(gap: str) -> bool:
    joined = _FOLLOWS.match(gap)
    named = gap[joined.end() :] if joined else ""
    return (
        joined is not None
        and len(gap) <= _LONGEST_GAP
        and not re.search("[,。;、]", named)
        and (not named or _SHARE.search(named) is not None or len(named) <= _LONGEST_GAP // 2)
    )


def _judge_row(prose: Prose, shares: list[Number]) -> Iterator[Finding]:
    if len(shares) < _FEWEST or not all(it.is_exact for it in shares):
        return
    start = prose.clause_start(shares[0].start)
    words = prose.text[start : shares[-1].start]
    total = round(sum(it.value for it in shares), 6)
    slack = _ROUNDED * len(shares)
    has_rest = _REST.search(prose.text, shares[-2].end, shares[-1].start) is not None
    is_off = total > _ALL + slack or (has_rest and total < _ALL - slack)
    if is_off and total <= _MOST and not _TWICE.search(words):
        terms = "＋".join(f"{it.shown}%" for it in shares)
        says = f"{terms}＝{shown(total)}%，不是100%，请核"
        yield Finding("sum", says, (prose.quote(start, shares[-1].end),))

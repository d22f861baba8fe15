"""What a report says of the year before, beside what that year's own report says.

同比增长12% is held against last year's number of the same thing, told in the same words; so is
上年为110件. Numbers that did not move are remarked where the sentence around them is a new one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from tuibrowser.insight.checks.agreement import agrees, as_told
from tuibrowser.insight.checks.finding import Finding, Quote
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Number, shown
from tuibrowser.insight.checks.told import Told
from tuibrowser.lexicon.checks import load_check_words
from tuibrowser.lexicon.moves import FALLEN, LAST_YEAR, RISEN

_Key = tuple[object, ...]

# Code, not lexicon: how Chinese compares with the year before is closed.
_SINCE: Final = f"(?:{LAST_YEAR})(?:同期)?(?:全年)?"
_COMPARES: Final = re.compile(rf"同比|[较比与](?:{_SINCE})(?:相比)?")
_MOVES: Final = re.compile(f"(?P<up>{RISEN}|多|增)|{FALLEN}|少|减|降")
_LED_BEHIND: Final = re.compile(rf"[,(]?(?:而|同比)?[较比与]?{_SINCE}的?(?:为|是|共)?")
_LED_ON: Final = re.compile(r"[^,。;\d]{0,2},?[^,。;\d]{0,6}[至到为]")
_BREAKS: Final = re.compile("[;。]")
_NEAR: Final = 16
"""Characters between a number and by how much it moved."""
_ANY: Final = 30
"""From here on even a number of meetings is seldom the same two years running."""


def check_predecessor(material: Material) -> Iterator[Finding]:
    """Yield growths and last year's numbers that last year's own report does not make."""
    last, report = material.last, material.report
    if last is None or (report.year and last.year and last.year != report.year - 1):
        return
    then_of = told_once(material)
    for told in material.told:
        then = then_of.get(_key(told))
        if then is None or told.is_of_part or not told.number.is_exact:
            continue
        if not (then.number.is_exact and then.number.value > 0):
            continue
        if stated := _stated(told):
            yield from _restated(told, stated, then)
        elif moved := _moved(told):
            yield from _grown(told, moved, then)


def told_once(material: Material) -> Mapping[_Key, Told]:
    """What last year's report tells of a whole year with one value, by what is told of."""
    found: dict[_Key, list[Told]] = defaultdict(list)
    for it in material.told_last:
        if not it.is_of_part:
            found[_key(it)].append(it)
    return {
        key: them[0] for key, them in found.items() if len({it.number.value for it in them}) == 1
    }


def standing(material: Material) -> Iterator[tuple[Told, Told]]:
    """What both reports tell in the same words with the same value."""
    common = load_check_words().common
    then_of = {(_key_of_any(it), _value(it)): it for it in material.told_last if not it.is_of_part}
    for told in material.told:
        then = then_of.get((_key_of_any(told), _value(told)))
        if then is None or told.is_of_part:
            continue
        if common.sub("", told.thing.what) or told.number.value >= _ANY:
            yield told, then


def _key(told: Told) -> _Key:
    return *_key_of_any(told), told.thing.bodies


def _key_of_any(told: Told) -> _Key:
    """What is told of, whoever did it."""
    return told.thing.letters, told.thing.acts, told.thing.base, told.number.family


def _value(told: Told) -> tuple[float, str | None]:
    return told.number.value, told.number.figure.hedge


def _stated(told: Told) -> Number | None:
    """What the sentence says it was: 上年为110件, 由上年的98件降至71件."""
    numbers = told.prose.numbers
    at = numbers.index(told.number)
    for it in numbers[max(0, at - 1) : at + 2]:
        if it.figure.role != "previous" or it.family != told.number.family or not it.is_exact:
            continue
        if it.start > told.number.end:
            is_led = _LED_BEHIND.fullmatch(told.prose.text, told.number.end, it.start)
        else:
            is_led = _LED_ON.fullmatch(told.prose.text, it.end, told.number.start)
        if is_led and it.figure.period in (None, told.number.figure.period):
            return it
    return None


def _moved(told: Told) -> Number | None:
    """By how much the sentence says that it moved since last year: 同比增长12%, 较上年增加10场."""
    numbers = told.prose.numbers
    behind = numbers[numbers.index(told.number) + 1 :][:1]
    for it in behind:
        between = told.prose.text[told.number.end : it.start]
        if len(between) > _NEAR or _BREAKS.search(between) or not _COMPARES.search(between):
            continue
        is_share = it.figure.unit == "%" and it.figure.role == "change"
        if is_share or (it.figure.role == "change" and it.family == told.number.family):
            return it
    return None


def _restated(told: Told, stated: Number, then: Told) -> Iterator[Finding]:
    if abs(stated.value - then.number.value) <= max(stated.slack, then.number.slack):
        return
    says = f"上年数写为{stated.with_unit}，上年报告为{then.number.with_unit}，请核"
    yield Finding("two_values", says, _quotes(told, stated, then))


def _grown(told: Told, moved: Number, then: Told) -> Iterator[Finding]:
    """The remark that ``moved`` is not what lies between ``then`` and ``told``."""
    between = told.prose.text[told.number.end : moved.start]
    direction = _MOVES.search(between)
    if direction is None or not moved.is_reached:
        return
    now, before = told.number, then.number
    sign = 1 if direction["up"] else -1
    verb = direction[0]
    slack = now.slack + before.slack
    if moved.is_percent:
        made = (now.value - before.value) / before.value * 100
        slack = slack / before.value * 200
        sums = f"（{now.shown}－{before.shown}）÷{before.shown}＝{as_told(made, moved)}%"
        is_right = (
            agrees(made, sign * moved.value, moved.digits)
            or abs(made - sign * moved.value) <= slack
        )
    else:
        made = round(now.value - before.value, 6)
        sums = f"{now.shown}－{before.shown}＝{shown(made)}"
        is_right = abs(made - sign * moved.value) <= slack
    if is_right or (moved.is_floor and made * sign >= moved.value):
        return
    written = f"{verb}{moved.with_unit}"
    says = f"上年报告为{before.with_unit}，{sums}，写为{written}，请核"
    yield Finding("rate_mismatch", says, _quotes(told, moved, then))


def _quotes(told: Told, other: Number, then: Told) -> tuple[Quote, ...]:
    start, end = min(told.number.start, other.start), max(told.number.end, other.end)
    before = then.prose.quote_clauses(then.number.start, then.number.end)
    return told.prose.quote_clauses(start, end), before

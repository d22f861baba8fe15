"""The number now, the number then, and by how many per cent it grew, in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.insight.checks.agreement import agrees, as_told
from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Number, Prose, shown
from tuibrowser.lexicon.moves import EARLIER, FALLEN, LAST_YEAR, RISEN

# Code, not lexicon: how Chinese compares with an earlier time is closed.
_EARLIER: Final = re.compile(
    rf"(?:{EARLIER}|20\d\d年度?)(?:同期)?(?:全年)?的?[^,。;、\d]{{0,8}}$|[由从][^,。;\d]{{0,8}}$"
)
_MOVES: Final = re.compile(f"(?P<up>{RISEN}|增)|(?:{FALLEN}|减)")
_OF_MOVES: Final = re.compile(
    rf"[较比](?:{LAST_YEAR}|同期)*|同比|环比|上年|去年|同期|[了达约近为率(]|幅度?|分别"
)
_TO: Final = re.compile("[至到]")
_BEHIND: Final = re.compile(
    rf"(?:[,(](?:{LAST_YEAR})|\(20\d\d年度?)(?:同期)?(?:全年)?[^,。;\d]{{0,6}}"
)
_NOW: Final = re.compile(",(?:现?为|达到?|[降减]至|[增升]至|[降减]为|今年为|全年为|共)")
_SUBJECT: Final = re.compile(r"^([\u4e00-\u9fff]{2,10}?)(?:[较比](?!例)|同比|与去年|与上年|由|从)")
_SIZE: Final = re.compile("(?:总?[数量]|[件人]数|总[次批]数)$")
_TELLING: Final = 2
"""Last characters of what is compared that tell it from another number of its kind."""
_TWO: Final = 2
_NEAR: Final = 16
"""Characters between what is compared and by how much it grew."""
_SHORT: Final = 3
"""Characters of a clause besides those of the comparison that name no thing of their own."""


def check_growth(material: Material) -> Iterator[Finding]:
    """Yield the growths that their two numbers do not make."""
    for prose in material.paragraphs:
        for number in prose.numbers:
            if number.figure.unit == "%":
                yield from _growth(prose, number)


def _growth(prose: Prose, rate: Number) -> Iterator[Finding]:
    clause = prose.text[prose.clause_start(rate.start) : rate.start]
    moves = _MOVES.search(clause[-8:])
    inner = prose.numbers_in(prose.clause_start(rate.start), rate.start)
    if not inner and len(_OF_MOVES.sub("", _MOVES.sub("", clause))) > _SHORT:
        return  # 审批时限压减68% is of another thing
    if clause.endswith(("到", "至")):
        return  # 持证率由83%提升到100%
    compared = _compared(prose, rate)
    if moves is None or compared is None:
        return
    then, now, last = compared
    start, _ = prose.sentence_at(rate.start)
    before = then.value
    if moved := _MOVES.search(prose.text[max(start, then.start - 6) : then.start]):
        # 较上年增加35件 tells by how much, not what it was.
        before = now.value - then.value if moved["up"] else now.value + then.value
        if before <= 0:
            return
    grew = (now.value - before) / before * 100
    stated = rate.value if moves["up"] else -rate.value
    slack = (now.slack + then.slack) / before * 200
    if agrees(grew, stated, rate.digits) or abs(grew - stated) <= slack:
        return
    if not _grew_else(prose, start, then, stated):
        says = (
            f"（{now.shown}－{shown(before)}）÷{shown(before)}＝{as_told(grew, rate)}%，"
            f"写为{'增长' if moves['up'] else '下降'}{rate.shown}%，请核"
        )
        first = min(then.start, now.start)
        yield Finding("rate_mismatch", says, (prose.quote_clauses(first, last.end),))


def _compared(prose: Prose, rate: Number) -> tuple[Number, Number, Number] | None:
    """What it was, what it is, and the last number of the comparison; ``None`` where that is not
    clear."""
    start, _ = prose.sentence_at(rate.start)
    numbers = [it for it in prose.numbers_in(start, rate.start) if not it.is_percent]
    numbers = _of_one_thing(prose, _without_change(numbers))
    if (behind := _earlier_behind(prose, rate)) or (behind := _now_behind(prose, rate)):
        numbers = [*numbers[-1:], behind]
    if len(numbers) < _TWO or numbers[0].family != numbers[1].family:
        return None
    earlier = _earlier(prose, start, numbers)
    if sum(earlier) != 1 or not all(it.is_exact and it.value > 0 for it in (*numbers, rate)):
        return None
    between = prose.text[numbers[0 if behind else 1].end : rate.start]
    if re.search(r"[;。]", between) or len(between) > _NEAR:
        return None
    if ";" in prose.text[numbers[0].end : numbers[1].start]:
        return None
    then, now = numbers if earlier[0] else numbers[::-1]
    return then, now, behind or rate


def _of_one_thing(prose: Prose, numbers: list[Number]) -> list[Number]:
    """The last number and the one that is compared with it, as the words between name it.

    受理信访126件，办结118件，受理量较上年的140件下降10% compares 126.
    """
    if not numbers:
        return []
    *before, last = numbers
    subject = _SUBJECT.search(prose.text[prose.clause_start(last.start) : last.start])
    told = _SIZE.sub("", subject[1]) if subject else ""
    named = [
        it
        for it in before
        if len(told) > 1 and it.family == last.family and told[-_TELLING:] in _lead(prose, it)
    ]
    return [*named[-1:], last] if named else numbers[-2:]


def _lead(prose: Prose, number: Number) -> str:
    """What stands before a number in its clause, from the number before on."""
    start = prose.clause_start(number.start)
    inner = prose.numbers_in(start, number.start)
    return prose.text[inner[-1].end if inner else start : number.start]


def _grew_else(prose: Prose, start: int, then: Number, stated: float) -> bool:
    """Whether another number of the sentence grew so since ``then``: which one is meant is not
    told."""
    return any(
        agrees((it.value - then.value) / then.value * 100, stated)
        for it in prose.numbers_in(start, then.start)
        if it.family == then.family
    )


def _earlier(prose: Prose, start: int, numbers: list[Number]) -> list[bool]:
    """Which of two numbers is of the earlier time, or tells by how much it moved since."""
    earlier = [
        bool(_EARLIER.search(prose.text[max(start, it.start - 16) : it.start])) for it in numbers
    ]
    if all(earlier) and _TO.search(prose.text[numbers[0].end : numbers[1].start]):
        return [True, False]  # 由2023年的268件下降至2024年的201件
    if not any(earlier) and numbers[1].figure.role == "change":
        return [False, True]  # 2起，同比减少3起
    return earlier


def _without_change(numbers: list[Number]) -> list[Number]:
    """``numbers`` less how much it moved, where what it is and was stand before."""
    last = numbers[-3:]
    if len(last) > 2 and last[-1].figure.role == "change" and len({it.family for it in last}) == 1:
        return numbers[:-1]
    return numbers


def _now_behind(prose: Prose, rate: Number) -> Number | None:
    """What it is, told behind the growth: 接访量较去年的86批次减少25%，为62批次."""
    follows = prose.numbers_in(rate.end, prose.sentence_at(rate.start)[1])[:1]
    if follows and _NOW.fullmatch(prose.text, rate.end, follows[0].start):
        return follows[0]
    return None


def _earlier_behind(prose: Prose, rate: Number) -> Number | None:
    """What it was, told behind the growth: 86件，同比下降15.7%，上年同期为102件."""
    follows = prose.numbers_in(rate.end, prose.sentence_at(rate.start)[1])[:1]
    if follows and _BEHIND.fullmatch(prose.text, rate.end, follows[0].start):
        return follows[0]
    return None

"""The number then, the number now, and by how much it moved, in one sentence.

由30家增加到45家，增加12家: 30 and 12 make 42.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, Literal

from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Number, Prose, shown
from tuibrowser.lexicon.moves import EARLIER, FALLEN, MOVED, RISEN
from tuibrowser.model.terms import FigureRole

# Code, not lexicon: how Chinese compares is grammar.
_UP: Final = re.compile(rf"(?:{RISEN}|新增|净?增|多)[^,;:。\d]{{0,4}}$")
_DOWN: Final = re.compile(rf"(?:{FALLEN}|净?减|少)[^,;:。\d]{{0,4}}$")
_MOVED: Final = re.compile(f",?(?:{MOVED}|新增|净增|净减)了?")
_COMPARES: Final = re.compile(
    rf"[较比]|同比|环比|{EARLIER}|20\d\d年度?|全年|今年|本年|{MOVED}|新增|净增|净减"
    "|达到?|[增减多少升降至到为了的由从]|个?百分点"
)
_SHORT: Final = 3
"""Characters besides those of the comparison that name no thing of their own."""
_NEAR: Final = 24
"""Characters between two of the numbers."""
_ROLES: Final = {"previous", "total", "change"}


def check_moves(material: Material) -> Iterator[Finding]:
    """Yield where what it was and by how much it moved do not make what it is."""
    for prose in material.paragraphs:
        for three in _threes(prose.numbers):
            roles = {_role(prose, it, at and three[at - 1]): it for at, it in enumerate(three)}
            if set(roles) == _ROLES and _belong(prose, three):
                yield from _moved(prose, three, roles)


def _threes(numbers: Sequence[Number]) -> Iterator[tuple[Number, Number, Number]]:
    """Neighbours of one family, whatever else is counted between."""
    families: dict[str, list[Number]] = defaultdict(list)
    for number in numbers:
        families["%" if number.is_percent else number.family].append(number)
    for them in families.values():
        yield from zip(them, them[1:], them[2:], strict=False)


def _role(prose: Prose, number: Number, before: Number | Literal[0]) -> FigureRole | None:
    """The role of a number; a rate is a total, and what follows 新增 alone a change."""
    role = number.figure.role
    lead = prose.text[before.end : number.start] if before else ""
    if role in ("total", "part") and _MOVED.fullmatch(lead):
        return "change"
    return "total" if role == "rate" else role


def _belong(prose: Prose, three: tuple[Number, Number, Number]) -> bool:
    gaps = [prose.text[before.end : it.start] for before, it in pairwise(three)]
    return (
        (len({it.family for it in three}) == 1 or all(it.is_percent for it in three))
        and all(it.is_exact for it in three)
        and all(len(gap) <= _NEAR and not re.search("[。;]", gap) for gap in gaps)
        and not any(_names_other(gap) for gap in gaps)
    )


def _names_other(gap: str) -> bool:
    """Whether a clause of its own tells of another thing: 重复投诉同比减少31%."""
    *_, clause = gap.split(",")
    return "," in gap and len(_COMPARES.sub("", clause)) > _SHORT


def _moved(
    prose: Prose, three: tuple[Number, Number, Number], roles: Mapping[FigureRole | None, Number]
) -> Iterator[Finding]:
    then, change, now = roles["previous"], roles["change"], roles["total"]
    words = prose.text[prose.clause_start(change.start) : change.start]
    is_down = _DOWN.search(words) is not None
    if not is_down and not _UP.search(words):
        return
    made = round(then.value + (-change.value if is_down else change.value), 6)
    start, _ = prose.sentence_at(then.start)
    told = [it for it in prose.numbers_in(start, then.start) if it.family == now.family]
    if made not in (now.value, round(sum(it.value for it in told), 6)):  # 上半年15场，下半年17场
        says = (
            f"{then.shown}{'－' if is_down else '＋'}{change.shown}＝{shown(made)}，"
            f"写为{now.with_unit}，请核"
        )
        quote = prose.quote_clauses(three[0].start, three[2].end)
        yield Finding("rate_mismatch" if now.is_percent else "sum", says, (quote,))

"""What was left over, came in, was settled and is left, in one sentence.

年初积案28件，新增9件，化解25件，剩余12件: each follows from the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Number, Prose, shown, start_of

# Code, not lexicon: the terms of the one equation have few words each; 合计 closes a list.
_TERMS: Final = (
    ("left", re.compile(r"(?:年末|年底|剩余|尚[有余]|期末)[^,。;\d]{0,8}$")),
    (
        "before",
        re.compile(r"(?:年初|期初|(?:上年|去年)度?(?:结[转存]|遗留|跨年))[^,。;\d]{0,8}$"),
    ),
    ("in", re.compile(r"(?:新增|新收|新受理|新接收|新发生)[^,。;\d]{0,8}$")),
    ("all", re.compile(r"(?:应办|应结|在管)[^,。;\d]{0,8}$")),
    ("out", re.compile(r"(?:化解|办结|销号|解除|调结|结案|清零)[^,。;\d]{0,8}$")),
)
_FEWEST: Final = 3


def check_stocks(material: Material) -> Iterator[Finding]:
    """Yield where what was and came in is not what there was in all, or what is left."""
    for prose in material.paragraphs:
        for start, end in prose.sentences():
            numbers = prose.numbers_in(start, end)
            if len(numbers) >= _FEWEST:
                yield from _judged(prose, numbers)


def _judged(prose: Prose, numbers: Sequence[Number]) -> Iterator[Finding]:
    terms: dict[str, Number] = {}
    for number in numbers:
        clause = prose.text[prose.clause_start(number.start) : number.start]
        name = next((name for name, words in _TERMS if words.search(clause)), None)
        if name is not None and terms.setdefault(name, number) is not number:
            return  # of two things
    known = [*terms.values()]
    if len({it.family for it in known}) != 1 or not all(it.is_exact for it in known):
        return
    if {"before", "in"} - terms.keys():
        return
    before, came = terms["before"], terms["in"]
    made = round(before.value + came.value, 6)
    if "all" in terms and made != terms["all"].value:
        yield _finding(prose, (before, came), terms["all"], f"{before.shown}＋{came.shown}", made)
    elif "out" in terms and "left" in terms:
        made = round(made - terms["out"].value, 6)
        sums = f"{before.shown}＋{came.shown}－{terms['out'].shown}"
        if made != terms["left"].value:
            yield _finding(prose, (before, came, terms["out"]), terms["left"], sums, made)


def _finding(
    prose: Prose, terms: Sequence[Number], stated: Number, sums: str, made: float
) -> Finding:
    first, last = min((*terms, stated), key=start_of), max((*terms, stated), key=start_of)
    says = f"{sums}＝{shown(made)}，写为{stated.with_unit}，请核"
    return Finding("sum", says, (prose.quote_clauses(first.start, last.end),))

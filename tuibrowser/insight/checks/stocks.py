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
from tuibrowser.lexicon.moves import LAST_YEAR

# Code, not lexicon: the terms of the one equation have few words each; 合计 closes a list.
_EARLIER: Final = f"(?:{LAST_YEAR}|往年|历年|以前年度)度?"
_SETTLED: Final = (
    "化解|办[结复]|销号|解除|调[结处]|[结审执]结|结案|清零|消化|办理完毕|答复|了结|整改"
)
_TERMS: Final = (
    (
        "before",
        re.compile(
            rf"(?:[年期]初(?!步)|{_EARLIER}末?(?:结[转存余]|存量|遗留|跨年|未[结办化]|[留转积]存?|在办|积案|移?转入)"
            rf"|(?:结转|跨年度?)(?:自?{_EARLIER}))[^,。;\d]{{0,8}}$"
        ),
    ),
    (
        "left",
        re.compile(
            r"(?:年[末底]|剩余|其余|尚[有余存未在]|期末|(?<!超期)(?<!逾期)未[办审执]?结|结转(?:[至到]?(?:下|次|明)[一年]|跨年)?|跨年结转)[^,。;\d]{0,8}$"
        ),
    ),
    (
        "in",
        re.compile(
            r"(?:新[增收接]|新(?:受理|接收|发生|登记|立案?)|(?:[本今当]年|全年|年内|年度内)度?[共新]?(?:受理|收[案到]|立案|接[收到]|登记|发生|排查))[^,。;\d]{0,8}$"
        ),
    ),
    (
        "all",
        re.compile(
            r"(?:应办|应结|在管|^(?:全年|一?共计?|合计|总计|累计|二者)+(?:[应需在]?办理?|受理|处理|为)?)[^,。;\d]{0,8}$"
        ),
    ),
    ("out", re.compile(rf"(?:{_SETTLED})[^,。;\d]{{0,8}}$")),
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

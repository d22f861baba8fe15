"""Laws, regulations and plans that were no longer in force in the year reported on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from tuibrowser.insight.checks.finding import Finding, day_words, quoted
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Prose
from tuibrowser.insight.checks.years import believed_year
from tuibrowser.lexicon.laws import Law, load_laws

# Code, not lexicon: how a sentence says that something is past.
_OF_THE_PAST: Final = re.compile(
    r"原(?![则因告件料始本籍])|废止|失效|并入|编入|不再|停止[施适]|改为|改称|更名|[当其]时(?:有效|适用|的|《)|新旧|旧(?:法|合同|约|案|规)|对比|变化|区别|过时|取代|代替|替代|总结|基础上|成果|收官|终期|验收|回顾|五\"?(?:普法|规划)?(?:期间|时期)|以来|圆满|修订前|衔接|同时(?:废止|失效)|表彰|先进"
)
_JOINED: Final = re.compile(r"[》《、\"和与及以]{1,4}(?:中华人民共和国)?")


class _Cited(NamedTuple):
    law: Law
    start: int
    end: int


def check_laws(material: Material) -> Iterator[Finding]:
    """Yield what is cited as in force and was not; what is told of the past is no remark."""
    year = believed_year(material.report)
    if year is None:
        return
    begun = date(year, 1, 1)
    ceased = [
        (law, pattern)
        for law in load_laws()
        if law.until <= begun and (pattern := law.pattern_for(material.words))
    ]
    for prose in material.lines:
        cited: list[_Cited] = []
        for law, pattern in ceased:
            for found in pattern.finditer(prose.text):
                start, end = found.span()
                clause = prose.text[prose.clause_start(start) : prose.clause_end(end)]
                is_told = any(a < end and start < b for _, a, b in cited)
                is_cleared = "清理" in prose.text[prose.clause_start(start) : start]
                if not (is_told or is_cleared or _OF_THE_PAST.search(clause)):
                    cited.append(_Cited(law, start, end))
        for together in _side_by_side(prose, sorted(cited, key=lambda it: it.start)):
            yield _finding(prose, together)


def _side_by_side(prose: Prose, cited: list[_Cited]) -> Iterator[list[_Cited]]:
    """``cited`` in runs of what one sentence names together and what ended together."""
    run: list[_Cited] = []
    for it in cited:
        if run and not (
            (it.law.until, it.law.instead) == (run[-1].law.until, run[-1].law.instead)
            and _JOINED.fullmatch(prose.text, run[-1].end, it.start)
        ):
            yield run
            run = []
        run.append(it)
    if run:
        yield run


def _finding(prose: Prose, cited: list[_Cited]) -> Finding:
    quotes = tuple(prose.quote(it.start, it.end) for it in cited)
    law = cited[0].law
    names = "、".join(quoted(quote.text) for quote in quotes)
    instead = f"，现为{law.instead}" if law.instead else ""
    says = f"{names}自{day_words(law.until.isoformat())}起已不适用{instead}，请核"
    return Finding("outdated_law", says, quotes)

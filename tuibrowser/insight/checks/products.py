"""How many, how much each, and how much in all: 进驻18个村，村均服务12次，总计261次."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Number, Prose, shown

# Code, not lexicon: 每, 均 and 平均 are all.
_EACH: Final = re.compile(r"[村户人家场次月年均]均[^,。;]{0,8}$|平均[^。;]{0,8}$")
_EACH_OF: Final = re.compile(r"[,;(]?每[村户人家场个次期月支队组站所班批轮][^。;]{0,10}$")
_TOTAL_OF_EACH: Final = re.compile(
    r"[^,。;\d]{0,12}(?:,(?:全年|年内)?[^,。;\d]{0,4})?(?:合计|共计|总计|总共|共|累计)[^,。;\d]{0,6}"
)
_AGAIN: Final = re.compile("[,]([\u4e00-\u9fff]{2})")
_LONGEST_GAP: Final = 40


def check_products(material: Material) -> Iterator[Finding]:
    """Yield where so many times so much each is not what is said in all."""
    for prose in material.paragraphs:
        yield from _products(prose)


def _products(prose: Prose) -> Iterator[Finding]:
    """进驻18个村，村均服务12次，总计261次."""
    for many, each, whole in zip(prose.numbers, prose.numbers[1:], prose.numbers[2:], strict=False):
        lead = prose.text[many.end : each.start]
        total = prose.text[each.end : whole.start]
        product = round(many.value * each.value, 6)
        if (
            _family(each) == _family(whole) != _family(many)
            and len(lead) <= _LONGEST_GAP
            and "。" not in lead
            and (_EACH.search(lead) or _EACH_OF.search(lead))
            and (_TOTAL_OF_EACH.fullmatch(total) or _does_again(prose, many, total))
            and all(it.is_exact for it in (many, each, whole))
            and product != whole.value
        ):
            says = f"{many.shown}×{each.shown}＝{shown(product)}，合计写为{whole.with_unit}，请核"
            yield Finding("sum", says, (prose.quote_clauses(many.start, whole.end),))


def _does_again(prose: Prose, many: Number, total: str) -> bool:
    """Whether the total is told by the verb of the first clause: 培训5期，每期40人，培训200人次."""
    told = _AGAIN.fullmatch(total)
    return told is not None and told[1] in prose.text[prose.clause_start(many.start) : many.start]


def _family(number: Number) -> str:
    """每期30人，共120人次: who comes again is counted again."""
    return "人" if number.family == "人次" else number.family

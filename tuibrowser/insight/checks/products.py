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
_EACH_THING: Final = re.compile(
    r"[^,。;\d]{0,4}[,;]每[个名支处户家场期]?(?P<what>[^,。;\d]{1,4}?)(?:各?配[备有]|有|设|各)?"
)
_TOTAL_OF_EACH: Final = re.compile(
    r"[^,。;\d]{0,12}(?:,(?:全年|年内)?[^,。;\d]{0,4})?(?:合计|共计|总计|总共|共|累计)[^,。;\d]{0,12}"
)
_AGAIN: Final = re.compile("[,]([\u4e00-\u9fff]{2})")
_LONGEST_GAP: Final = 40


def check_products(material: Material) -> Iterator[Finding]:
    """Yield where so many times so much each is not what is said in all."""
    for prose in material.paragraphs:
        yield from _products(prose)


def _products(prose: Prose) -> Iterator[Finding]:
    """进驻18个村，村均服务12次，总计261次."""
    numbers = prose.numbers
    for first, second, third in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if _is_each_before(prose, first, second, third):
            many, each, whole = first, second, third
        elif _is_each_behind(prose, first, second, third):
            many, whole, each = first, second, third
        else:
            continue
        product = round(many.value * each.value, 6)
        if all(it.is_exact for it in (many, each, whole)) and product != whole.value:
            says = f"{many.shown}×{each.shown}＝{shown(product)}，合计写为{whole.with_unit}，请核"
            yield Finding("sum", says, (prose.quote_clauses(many.start, third.end),))


def _is_each_before(prose: Prose, many: Number, each: Number, whole: Number) -> bool:
    """进驻18个村，村均服务12次，总计216次."""
    lead = prose.text[many.end : each.start]
    total = prose.text[each.end : whole.start]
    return (
        _family(each) == _family(whole) != _family(many)
        and len(lead) <= _LONGEST_GAP
        and "。" not in lead
        and bool(_EACH.search(lead) or _EACH_OF.search(lead))
        and bool(_TOTAL_OF_EACH.fullmatch(total) or _does_again(prose, many, total))
    )


def _is_each_behind(prose: Prose, many: Number, whole: Number, each: Number) -> bool:
    """划分网格18个，配备网格员36名，每个网格2名."""
    lead = prose.text[many.end : whole.start]
    told = _EACH_THING.fullmatch(prose.text, whole.end, each.start)
    return (
        _family(each) == _family(whole) != _family(many)
        and told is not None
        and told["what"] in prose.text[prose.clause_start(many.start) : whole.start]
        and len(lead) <= _LONGEST_GAP
        and not re.search("[。;]", lead)
    )


def _does_again(prose: Prose, many: Number, total: str) -> bool:
    """Whether the total is told by the verb of the first clause: 培训5期，每期40人，培训200人次."""
    told = _AGAIN.fullmatch(total)
    return told is not None and told[1] in prose.text[prose.clause_start(many.start) : many.start]


def _family(number: Number) -> str:
    """每期30人，共120人次: who comes again is counted again."""
    return "人" if number.family == "人次" else number.family

"""How many villages and communities a township has: said with two values, or exceeded.

全镇18个行政村, 已有20个村建成服务站: of the villages that there are, no more can have something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Number, Prose

# Code, not lexicon: what a township is divided into is closed, and so are the words for all.
_KIND: Final = re.compile(
    r"(?P<kind>村\(社区\)|村\(居\)|社区\(村\)|村居|村社|村委会"
    r"|(?:行政|建制)?村(?![民小组庄屯级规务委集道干校医史落寨居社(]|示范|试点)"
    r"|社区(?![(村]|矫正|警务|工作|服务|网格|民警))"
)
_ALL_BEFORE: Final = re.compile(
    r"(?:全[镇乡]|全街道|[我本][镇乡]|我街道|下辖|所辖|管辖|辖区?|共有|现有|所有)[^,。;\d]{0,3}$"
)
_ALL_BEHIND: Final = re.compile(r"[^,。;、\d]{0,24}(?:全覆盖|全部|均[已有建设]|全面[完建])")
_SOME: Final = re.compile(
    r"其中|其余|剩余|试点|示范|先行|率先|重点|首批|选取|选定|部分|周边|相邻|邻近|兄弟|全[县市区省]|[外邻]县|联合|跨|原"
)
_REORGANISED: Final = re.compile(r"撤|并|合并|调整|新增|增设")


class _Count(NamedTuple):
    prose: Prose
    number: Number
    kind: str
    is_all: bool


def check_villages(material: Material) -> Iterator[Finding]:
    """Yield two numbers of all villages, and what more of them have than there are."""
    if any(_REORGANISED.search(it.text) and "行政区划" in it.text for it in material.paragraphs):
        return
    counts = [it for prose in material.paragraphs for it in _counts(prose)]
    for kind in dict.fromkeys(it.kind for it in counts):
        alike = [it for it in counts if it.kind == kind]
        whole = next((it for it in alike if it.is_all), None)
        if whole is not None:
            yield from _contradicting(whole, [it for it in alike if it is not whole])


def _contradicting(whole: _Count, others: list[_Count]) -> Iterator[Finding]:
    most = whole.number.value
    for other in others:
        quotes = tuple(
            it.prose.quote_clauses(it.number.start, it.number.end + len(it.kind))
            for it in sorted((whole, other), key=lambda it: it.number.figure.start)
        )
        one, two = (f"{it.number.shown}个" for it in (whole, other))
        if other.is_all and other.number.value != most:
            yield Finding("two_values", f"{whole.kind}前后写为{one}和{two}，请核", quotes)
        elif other.number.value > most:
            says = f"有关{whole.kind}写为{two}，大于总数{one}，请核"
            yield Finding("part_exceeds", says, quotes)


def _counts(prose: Prose) -> Iterator[_Count]:
    for number in prose.numbers:
        kind = _KIND.match(prose.text, number.end) if number.figure.unit == "个" else None
        if kind is None or not number.is_exact or number.figure.role not in ("total", "part"):
            continue
        start, _ = prose.sentence_at(number.start)
        before = prose.text[max(start, number.start - 24) : number.start]
        clause = prose.text[prose.clause_start(number.start) : prose.clause_end(number.end)]
        if prose.kind_at(number.start) == "next_plan" or _SOME.search(before + clause):
            continue
        is_all = _ALL_BEFORE.search(before) or _ALL_BEHIND.match(prose.text, kind.end())
        word = kind["kind"].removeprefix("行政").removeprefix("建制").removesuffix("委会")
        yield _Count(prose, number, word, bool(is_all))

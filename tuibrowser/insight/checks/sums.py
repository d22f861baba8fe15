"""Parts and their whole within a sentence: what a list adds up to, and what exceeds its whole.

What adds up to more than the whole never agrees, but for people, who may be counted twice (党员,
女性).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from tuibrowser.insight.checks.bare import with_bare
from tuibrowser.insight.checks.breakdowns import breakdowns
from tuibrowser.insight.checks.closed import closed_lists
from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.lists import FEWEST, UNCLEAR, NumberList, opened_lists
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Number, Prose, shown, start_of
from tuibrowser.insight.checks.rests import closed_by_rest

# Code, not lexicon: who may be counted twice follows from what people are, not from how reports
# word it.
_TWICE: Final = re.compile(
    r"党员|女|男|少数民族|学历|本科|专科|持证|退休|岁|青年|骨干|代表|签订|签约|就业|帮扶|参加|接受|享受"
)
_SEVERAL_WAYS: Final = re.compile("[马网就一掌]上?[一近次]?办|即办|全程网办|跨省通办|最多跑一次")
"""How one matter may be handled in several ways: 马上办74项、网上办91项 of 116."""
_EACH_TIME: Final = re.compile("每(?:个?半?[年季月周日天]|村|人|名|户)|至少|不少于")
"""Of what is due each time a list is no part."""
_LITTLE_MORE: Final = 1.05
_NEARLY: Final = 0.7
"""Share of a whole from which a list in a bracket is meant to be all of it."""


def check_sums(material: Material) -> Iterator[Finding]:
    """Yield the lists that do not add up, and the parts that exceed their whole."""
    for prose in map(with_bare, material.paragraphs):
        seen: set[tuple[int, ...]] = set()
        told: dict[int, frozenset[int]] = {}
        yield from _echoes(prose)
        for found in (
            *opened_lists(prose),
            *closed_by_rest(prose),
            *closed_lists(prose),
            *breakdowns(prose),
        ):
            key = (found.claims_whole, *(number.start for number in found.members))
            # 15万元，财政9万元，村级4万元，捐助3万元: 9 is no whole of the two behind it.
            members = frozenset(key[1:])
            if key in seen or members <= told.get(key[1], frozenset()):
                continue
            seen.add(key)
            findings = list(_judged(prose, found))
            is_settled = findings or (found.claims_whole and len(members) > FEWEST)
            told.update(dict.fromkeys(members, members) if is_settled else {})
            yield from findings


def _echoes(prose: Prose) -> Iterator[Finding]:
    """涉及金额113万元，其中劳资纠纷9起，涉及金额167万元: said of the part as of the whole."""
    for start, end in prose.sentences():
        at = prose.text.find("其中", start, end)
        wholes = {
            (prose.text[prose.clause_start(it.start) : it.start], it.family): it
            for it in prose.numbers_in(start, max(start, at))
            if it.is_exact and not it.is_percent
        }
        for part in prose.numbers_in(at, end) if wholes else ():
            words = prose.text[prose.clause_start(part.start) : part.start]
            whole = wholes.get((words, part.family))
            if whole and words and part.is_reached and part.value > whole.value:
                one, other = (prose.text[it.start : it.end] for it in (part, whole))
                says = f"其中一项为{one}，大于合计{other}，请核"
                quote = prose.quote_clauses(whole.start, part.end)
                yield Finding("part_exceeds", says, (quote,))


def _judged(prose: Prose, found: NumberList) -> Iterator[Finding]:
    whole, members = found.wholes[0], found.members
    if any(UNCLEAR.search(_words_before(prose, it)[-10:]) for it in members):
        return
    if not all(it.is_exact for it in found.wholes):
        return
    first, last = sorted((whole, members[0], members[-1]), key=start_of)[::2]
    quote = prose.quote_clauses(first.start, _tail(prose, last))
    is_claimed = found.claims_whole and all(it.is_exact for it in members)
    if _are_together(prose, found.wholes):
        return  # 建议12件、提案7件；其中已解决13件: of both
    most = max(it.value + it.slack for it in found.wholes)
    too_large = [it for it in members if it.is_reached and it.value > most]
    if too_large and not (is_claimed and len(members) >= FEWEST):
        part = too_large[0]
        says = f"其中一项为{part.with_unit}，大于总数{whole.with_unit}，请核"
        yield Finding("part_exceeds", says, (quote,))
        return
    if len(members) < FEWEST:
        return
    total = round(sum(it.value for it in members), 6)
    if _adds_up_before_its_end(prose, found) or _EACH_TIME.search(_words_before(prose, whole)):
        return  # 口头263件、书面149件 are 412件 already; 司法确认12件 is another division
    if found.is_nearly and total < whole.value * _NEARLY:
        return
    agrees = any(abs(total - it.value) <= _slack(it, members) for it in found.wholes)
    if agrees if is_claimed else not _is_too_much(prose, found, total):
        return
    terms = "＋".join(it.shown for it in members)
    # Of 受理166件，成功调解163件 the parts are of the one that they come near to.
    whole = min(found.wholes, key=lambda it: abs(total - it.value))
    says = f"{terms}＝{shown(total)}，合计写为{whole.with_unit}，请核"
    yield Finding("sum", says, (quote,))


def _are_together(prose: Prose, wholes: Sequence[Number]) -> bool:
    """Whether the nearest two numbers that members may be of stand in one row."""
    if len(wholes) < FEWEST:
        return False
    between = prose.text[wholes[1].end : wholes[0].start]
    return "、" in between and not re.search("[,;:(]", between)


def _adds_up_before_its_end(prose: Prose, found: NumberList) -> bool:
    """Whether the first members come to the whole, so that what follows is of another kind.

    Where the list claims to be whole, only behind a comma: 合格161家、不合格23家，撤销登记5家.
    """
    sums = [round(it, 6) for it in accumulate(it.value for it in found.members)]
    wholes = {it.value for it in found.wholes}
    return any(
        sums[at] in wholes
        and (not found.claims_whole or prose.text.startswith((",", ";"), found.members[at].end))
        for at in range(1, len(sums) - 1)
    )


def _is_too_much(prose: Prose, found: NumberList, total: float) -> bool:
    """Whether members that do not claim to be all come to more than all."""
    whole, members = found.wholes[0], found.members
    names = prose.text[whole.start : members[-1].start]
    may_be_twice = whole.family in ("人", "人次") and not found.claims_whole
    if len(_SEVERAL_WAYS.findall(names)) >= FEWEST:
        return False
    return (
        all(it.is_reached for it in members)
        and all(total > it.value + _slack(it, members) for it in found.wholes)
        and not (may_be_twice and _TWICE.search(names) and not _is_row(found, total))
    )


def _is_row(found: NumberList, total: float) -> bool:
    """Whether three or more come to a little more than all, which people told twice seldom do."""
    return len(found.members) > FEWEST and total <= found.wholes[0].value * _LITTLE_MORE


def _words_before(prose: Prose, number: Number) -> str:
    begin = max(prose.text.rfind(mark, 0, number.start) + 1 for mark in ",;、")
    return prose.text[begin : number.start]


def _slack(whole: Number, members: Sequence[Number]) -> float:
    """By how much a whole that was rounded may differ from members that were not."""
    return 0 if any(it.slack for it in members) else whole.slack


def _tail(prose: Prose, last: Number) -> int:
    """Where a quote ends that ends with ``last``: with the noun behind it."""
    end = last.end
    while end < len(prose.text) and prose.text[end] not in ",。;、:()!?":
        end += 1
    return min(end, last.end + 12)

"""Parts and their whole within a sentence: what a list adds up to, and what exceeds its whole.

A list after 其中 need not be whole: that it adds up to less is no fault unless it says 其他 at its
end, or 分别. What adds up to more than the whole never agrees, but for people, who may be counted
twice (党员, 女性).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tuibrowser.insight.checks.divided import are_all_ends, are_halves, exclude_each_other
from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Number, Prose, shown

_OPENS: Final = re.compile(
    r"[^,。;:()其]{0,10}?[,;(:]*(?P<how>其中|包括|包含|分别[为是有]?|分为|:|\()"
)
_LONGEST_GAP: Final = 40
_REST: Final = re.compile(r"其[他它余]|剩余")
_MORE: Final = re.compile(r"(?:[,、;]|以?及|[和与])+")
_NO_MEMBER: Final = re.compile(
    r"成功|化解|调[解处](?!书|协议)|办结|结案|达成|受理|排查|处理|处置|解决|移送|整改|回复|答复|涉及|合计|共计?|总计"
    r"|累计|全部|均|较|比|同比|去年|上年|增|减|每|各|平均|发放|开展|组织|召开|同时|其中|提升|完成|实现"
)
_UNCLEAR: Final = re.compile(r"各$|每|平均|较|比上|同比|去年|上年|增加|减少|至少|计划")
_TWICE: Final = re.compile(r"党员|女|男|少数民族|学历|本科|专科|持证|退休|岁|青年|骨干|代表")
_TOTAL: Final = re.compile(
    r"(?:合计|共计|总计|总共|总数)[为达有]*$|(?<=[,、;])(?:累计|共)[为达有]*$"
)
_OF_YEAR: Final = re.compile(r"全年(?:共计?|累计|合计|总计)[^,;:。\d]{0,12}$")
"""A total of the year behind its two halves."""
_FEWEST: Final = 2
_SHORT_LEAD: Final = 8
"""Characters that name what became of a thing: ，其余正在整改."""


class _List(NamedTuple):
    wholes: tuple[Number, ...]
    """What the members may be parts of, the nearest first."""
    members: tuple[Number, ...]
    claims_whole: bool
    is_closed: bool
    """Whether the whole stands behind its members."""


def check_sums(material: Material) -> Iterator[Finding]:
    """Yield the lists that do not add up, and the parts that exceed their whole."""
    for prose in material.paragraphs:
        seen: set[tuple[int, ...]] = set()
        yield from _echoes(prose)
        for found in (*_opened(prose), *_ends(prose), *_closed(prose)):
            key = tuple(number.start for number in found.members)
            if key not in seen:
                seen.add(key)
                yield from _judged(prose, found)


def _opened(prose: Prose) -> Iterator[_List]:
    """Lists that stand behind their whole."""
    numbers = prose.numbers
    for at, before in enumerate(numbers[:-1]):
        follows = prose.text[before.end : numbers[at + 1].start][:_LONGEST_GAP]
        opens = _OPENS.match(follows)
        if opens is None or (opens["how"] == ":" and opens.end() > 2):
            continue
        how = opens["how"]
        if how in "(:" and (inner := re.match("其中|包括", follows[opens.end() :])):
            how = inner[0]
        first = before.end + opens.end()
        for family in _families(numbers, at + 1):
            yield from _members_of(prose, at, first, family, how)


def _families(numbers: Sequence[Number], at: int) -> Iterator[str]:
    """What a list that begins with the number at ``at`` counts: 2支60人 counts both."""
    yield numbers[at].family
    beside = numbers[at + 1] if at + 1 < len(numbers) else None
    if beside and beside.start == numbers[at].end and beside.family != numbers[at].family:
        yield beside.family


def _members_of(prose: Prose, at: int, first: int, family: str, how: str) -> Iterator[_List]:
    """The list of what counts ``family`` that opens behind the number at ``at``."""
    before = prose.numbers[at]
    members = _members(prose, at + 1, first, family)
    # A sum of money may stand between the whole and its parts, but not before a bracket.
    start, _ = prose.sentence_at(max(0, before.start))
    wholes = [it for it in prose.numbers_in(start, before.end) if it.family == family]
    is_near = bool(wholes) and (wholes[-1] is before or wholes[-1].end == before.start)
    if not members or not wholes or (how in "(:" and not is_near):
        return
    leads = [_lead(prose, it, first) for it in members]
    claims = len(members) >= _FEWEST and (
        how.startswith("分")
        or how in (":", "(")
        or bool(_REST.search(leads[-1]))
        or (len(members) == _FEWEST and are_halves(*leads))
        or are_all_ends(leads)
    )
    yield _List(tuple(wholes[::-1]), members, claims, is_closed=False)


def _ends(prose: Prose) -> Iterator[_List]:
    """Lists of what became of the whole, without 其中: 清理30件，保留18件、修改6件、废止8件."""
    numbers = prose.numbers
    for at, whole in enumerate(numbers[:-_FEWEST]):
        if whole.figure.role == "part":
            continue
        start, end = prose.sentence_at(whole.start)
        own = prose.text[max(start, prose.clause_start(whole.start)) : whole.start]
        members: list[Number] = []
        leads: list[str] = []
        for number in numbers[at + 1 :]:
            lead = prose.text[(members[-1] if members else whole).end : number.start]
            words = lead.lstrip(",、;") + prose.text[number.end : number.end + 4]
            if number.start >= end or number.family != whole.family or len(lead) > _SHORT_LEAD:
                break
            if not exclude_each_other([*leads, words]):
                break
            members.append(number)
            leads.append(words)
        if len(members) >= _FEWEST:
            if exclude_each_other([own, *leads]):
                continue  # 限期整改10处，其余2处正在整改 are no parts of 立即整改110处
            claims = are_all_ends(leads) or bool(_REST.search(leads[-1]))
            yield _List((whole,), tuple(members), claims, is_closed=False)


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
            if whole and words and _at_least(part) and part.value > whole.value:
                one, other = (prose.text[it.start : it.end] for it in (part, whole))
                says = f"其中一项为{one}，大于合计{other}，请核"
                quote = prose.quote(prose.clause_start(whole.start), part.end)
                yield Finding("part_exceeds", says, (quote,))


def _closed(prose: Prose) -> Iterator[_List]:
    """Lists that stand before their whole: 邻里48件、婚姻39件，合计87件."""
    for at, whole in enumerate(prose.numbers):
        start, _ = prose.sentence_at(whole.start)
        clause = prose.text[max(start, whole.start - 16) : whole.start]
        is_year = _OF_YEAR.search(clause) is not None
        if whole.is_percent or not (is_year or _TOTAL.search(clause)):
            continue
        members: list[Number] = []
        for number in reversed(prose.numbers[:at]):
            if number.start < start or number.family != whole.family:
                break
            gap = prose.text[number.end : members[-1].start] if members else ""
            if gap and not _is_gap(gap, is_closed=True):
                break
            members.append(number)
        members = members[:_FEWEST] if is_year else members
        if is_year and not _are_half_years(prose, members):
            continue
        if len(members) >= _FEWEST:
            lead = prose.text[start : members[-1].start]
            between = prose.text[members[-1].end : members[0].start]
            if any(verb not in lead for verb in _NO_MEMBER.findall(between)):
                continue
            if "其中" not in lead and not _UNCLEAR.search(lead[-12:]):
                yield _List((whole,), tuple(members[::-1]), True, is_closed=True)


def _are_half_years(prose: Prose, members: Sequence[Number]) -> bool:
    leads = [prose.text[prose.clause_start(it.start) : it.start] for it in members]
    return len(leads) == _FEWEST and "下半年" in leads[0] and "上半年" in leads[1]


def _members(prose: Prose, index: int, first: int, family: str) -> tuple[Number, ...]:
    """The members of a list that begins at ``first`` with the number at ``index``."""
    found: list[Number] = []
    depth = 0
    at = first
    for beside, number in enumerate(prose.numbers[index:], index + 1):
        gap = prose.text[at : number.start]
        if len(gap) > _LONGEST_GAP or "。" in gap[: -1 or None]:
            break
        depth += gap.count("(") - gap.count(")")
        if depth < 0:
            break
        if depth > 0:  # parts of a part
            at = number.end
            continue
        if number.is_percent and found:
            continue
        if number.family != family:
            # 镇级2支60人、村级10支190人
            follows = prose.numbers[beside] if beside < len(prose.numbers) else None
            is_led = follows and follows.start == number.end and follows.family == family
            if number.start != at and not is_led:
                break
            at = number.end
            continue
        if found:
            between = _without_shares(prose.text[found[-1].end : number.start])
            leads = [_lead(prose, it, first) for it in (*found, number)]
            if not _is_gap(between) and not exclude_each_other(leads):
                break
        elif _UNCLEAR.search(gap) or (_NO_MEMBER.search(gap[:-1]) and "涉及" not in gap):
            break
        found.append(number)
        at = number.end
    return tuple(found)


def _without_shares(gap: str) -> str:
    gap = re.sub(r"\([^()]*\)", "", gap)
    return re.sub(r"^,?(?:占比?|约占)[^,;、]*", "", gap)


def _is_gap(gap: str, *, is_closed: bool = False) -> bool:
    """Whether what stands between two numbers only names the next member; where the list is closed
    by its sum, the verb of the first may do so, too."""
    if len(gap) > _LONGEST_GAP or "。" in gap or ":" in gap:
        return False
    more = _MORE.search(gap)
    if more is None:
        return False
    behind, named = gap[: more.start()], gap[more.end() :]
    # 农用地、宅基地纠纷 is one name; a clause of its own is none.
    if re.search(r"[,;]", named):
        return False
    if is_closed:
        return len(behind) <= 10
    return len(behind) <= 10 and not _NO_MEMBER.search(named) and not _NO_MEMBER.search(behind)


def _lead(prose: Prose, number: Number, first: int) -> str:
    """What names a member."""
    begin = max(first, *(prose.text.rfind(mark, first, number.start) + 1 for mark in ",;、"))
    return prose.text[begin : number.start]


def _judged(prose: Prose, found: _List) -> Iterator[Finding]:
    whole, members = found.wholes[0], found.members
    names = prose.text[whole.start : members[-1].start]
    if any(_UNCLEAR.search(_lead(prose, it, 0)[-10:]) for it in members):
        return
    first, last = sorted((whole, members[0], members[-1]), key=_start)[::2]
    quote = prose.quote(prose.clause_start(first.start), _tail(prose, last))
    unit = whole.figure.unit
    too_large = [it for it in members if _at_least(it) and it.value > _most(found.wholes)]
    if not all(it.is_exact for it in found.wholes):
        return
    if too_large and not found.is_closed:
        part = too_large[0]
        says = f"其中一项为{part.shown}{part.figure.unit}，大于总数{whole.shown}{unit}，请核"
        yield Finding("part_exceeds", says, (quote,))
        return
    if len(members) < _FEWEST:
        return
    total = round(sum(it.value for it in members), 6)
    terms = "＋".join(it.shown for it in members)
    if found.claims_whole and all(it.is_exact for it in members):
        if any(total == it.value for it in found.wholes):
            return
    elif not (
        all(map(_at_least, members))
        and total > _most(found.wholes)
        and not (whole.family in ("人", "人次") and not found.claims_whole and _TWICE.search(names))
    ):
        return
    says = f"{terms}＝{shown(total)}，合计写为{whole.shown}{unit}，请核"
    yield Finding("sum", says, (quote,))


def _start(number: Number) -> int:
    return number.start


def _at_least(number: Number) -> bool:
    return number.is_exact or number.is_floor


def _most(wholes: Sequence[Number]) -> float:
    return max(it.value for it in wholes)


def _tail(prose: Prose, last: Number) -> int:
    """Where a quote ends that ends with ``last``: with the noun behind it."""
    end = last.end
    while end < len(prose.text) and prose.text[end] not in ",。;、:()!?":
        end += 1
    return min(end, last.end + 12)

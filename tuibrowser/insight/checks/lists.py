"""Lists of numbers that may be parts of one number: which they are, and what they claim.

A list after 其中 need not be whole: that it adds up to less is no fault unless it says 其他 at its
end, or 分别.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from tuibrowser.insight.checks.divided import (
    are_all_ends,
    are_halves,
    exclude_each_other,
)
from tuibrowser.insight.checks.prose import Number, Prose
from tuibrowser.lexicon.checks import load_check_words

# Code, not lexicon: what opens a list is grammar; by what a whole is divided are words.
_LONGEST_GAP: Final = 40
REST: Final = re.compile(r"其[他它余]|剩余")
_MORE: Final = re.compile(r"(?:[,、;]|以?及|[和与])+")
UNCLEAR: Final = re.compile(
    r"各$|各(?=[建设配有派选聘培])|每|平均|较(?![大重高低轻小严])|比上|同比|去年|上年|增加|减少|至少|计划"
)
_EARLIER: Final = re.compile(r"(?:20\d\d年|上年|去年|前年|同期)")
_OF_TIME: Final = re.compile("[上下]半年|第?[一二三四1-4]季度|[1-9]月|1[0-2]月")
_ROW: Final = re.compile(r"[^,。;:、()\d]{0,8}[、和及与](?P<lead>[^,。;:、()\d]{0,8})")
"""Between two of one row: 投诉34件、举报21件."""
FEWEST: Final = 2


class NumberList(NamedTuple):
    """Members and what they may be of."""

    wholes: tuple[Number, ...]
    """What the members may be parts of, the nearest first."""
    members: tuple[Number, ...]
    claims_whole: bool
    is_among: bool
    """Whether it is led in by words such as 其中, so that each member is within the whole."""
    is_nearly: bool = False
    """Whether it claims to be whole only if it comes near: (满分214人，补考18人) of 3820."""


@cache
def _opens() -> re.Pattern[str]:
    aspects = load_check_words().aspects.pattern
    return re.compile(
        # 其中 may begin a sentence of its own.
        r"\)?[^,。;:()其]{0,10}?(?:[,;(:]*|。(?=其中))[^,。;:()其\d]{0,8}?"
        r"(?P<how>其中|包括|包含|由|主要[为是有]|以(?=[^,。;\d]{1,12}为主)|含|用于|(?<![立当随])即(?![时办刻日知将可使便到期达付])[为是]?|涉及|涵盖|(?:仅|光|单是?)(?=[^,。;\d]{1,10}就)|分别[为是有]?|[分划]为|具体[为是]:?"
        rf"|(?:{aspects})(?:分别|主要)?[为是有]:?|按[^,。;:\d]{{1,6}}[分看计][,:]?|(?<![集年])中,|:|\()"
    )


def row_value(prose: Prose, number: Number, until: Number, beside: float) -> float:
    """What ``number`` comes to at most, with its row before ``until``: 一审41件、二审18件.

    What was settled already (排查52件、化解40件) is no more of it; ``beside`` is what else is known
    to be counted with it, of which the row may tell as well.
    """
    own = number.value + number.slack
    if until.start < number.start:
        return own + beside  # 持证61人(共64人)
    start, _ = prose.sentence_at(number.start)
    numbers = prose.numbers_in(start, until.start)
    at, settled = numbers.index(number), load_check_words().settled

    def among(row: Sequence[Number]) -> float:
        total, last = 0.0, number
        for it in row:
            first, second = (last, it) if last.end <= it.start else (it, last)
            joined = _ROW.fullmatch(prose.text, first.end, second.start)
            if it.family != number.family or not joined or settled.search(joined["lead"]):
                break
            total, last = total + it.value, it
        return total

    return own + max(beside, among(numbers[at + 1 :]) + among(numbers[:at][::-1]))


def opened_lists(prose: Prose) -> Iterator[NumberList]:
    """Yield the lists of a paragraph that words such as 其中 open; one may come twice."""
    numbers = prose.numbers
    for at, before in enumerate(numbers[:-1]):
        follows = prose.text[before.end : numbers[at + 1].start][:_LONGEST_GAP]
        opens = _opens().match(follows)
        if opens is None or (opens["how"] == ":" and opens.end() > 2):
            continue
        if opens["how"] == "(" and re.match("[^,。;)]{0,4}[共总应]", follows[opens.end() :]):
            continue  # 持证61人(共64人)
        if opens["how"] == "(" and _EARLIER.match(follows, opens.end()):
            continue  # 新收14件(2023年为19件)
        how = opens["how"]
        if how[0] == "分" and ";" in opens[0]:
            continue  # 一季度分别为…；二季度分别为…
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


def _members_of(prose: Prose, at: int, first: int, family: str, how: str) -> Iterator[NumberList]:
    """The list of what counts ``family`` that opens behind the number at ``at``."""
    before = prose.numbers[at]
    members = _members(prose, at + 1, first, family)
    # A sum of money may stand between the whole and its parts, but not before a bracket.
    start, _ = prose.sentence_at(max(0, before.start))
    wholes = [
        it
        for it in prose.numbers_in(start, before.end)
        if it.family == family and it.figure.role not in ("change", "previous")
    ]
    if how[0] == "其" and _is_part_alone(prose, wholes):
        wholes = wholes[-1:]  # 受理120件，其中来信50件，其中初信30件: of 50
    is_near = bool(wholes) and (wholes[-1] is before or wholes[-1].end == before.start)
    is_some = how[0] in "其包由主以含用仅光单中涉涵"
    if (
        not members
        or not wholes
        or members[0].is_percent
        or ((not is_some or how[0] == "涉") and how[0] != "分" and not is_near)
    ):
        return
    if how[0] == "中" and len(members) < FEWEST:
        return  # 136家中，签订的有131家 is an outcome
    leads = [_lead(prose, it, first) for it in members]
    claims = len(members) >= FEWEST and (
        not is_some
        or bool(REST.search(leads[-1]))
        or (len(members) == FEWEST and are_halves(*leads))
        or are_all_ends(leads)
        or _are_doers(prose, wholes[-1], leads)
    )
    yield NumberList(tuple(wholes[::-1]), members, claims, is_some, is_nearly=how == "(")


def _are_doers(prose: Prose, whole: Number, leads: Sequence[str]) -> bool:
    """Whether the members are those whom the whole is said of: 书记、镇长共研究14次，其中书记…."""
    who = re.match(r"[^,。;\d]*?(?=共)", prose.text[prose.clause_start(whole.start) : whole.start])
    names = [lead.removeprefix("其中") for lead in leads]
    return who is not None and all(name and name in who[0] for name in names)


def _is_part_alone(prose: Prose, wholes: Sequence[Number]) -> bool:
    """Whether the last of ``wholes`` is itself the only part of the one before."""
    if len(wholes) < FEWEST:
        return False
    between = prose.text[wholes[-2].end : wholes[-1].start]
    return re.fullmatch(r"[,(]?其中,?[^,。;、\d]{1,12}", between) is not None


def _members(prose: Prose, index: int, first: int, family: str) -> tuple[Number, ...]:
    """The members of a list that begins at ``first`` with the number at ``index``."""
    found: list[Number] = []
    depth = 0
    at = first
    own = prose.text[prose.sentence_at(first)[0] : first]
    for place in range(index, len(prose.numbers)):
        number = prose.numbers[place]
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
        if number.figure.role in ("previous", "change", "target"):
            break  # 由120件降至100件
        if number.family != family:
            # 镇级2支60人、村级10支190人
            follows = prose.numbers[place + 1] if place + 1 < len(prose.numbers) else None
            is_led = follows and follows.start == number.end and follows.family == family
            if number.start != at and not is_led:
                break
            at = number.end
            continue
        if found:
            between = _without_shares(prose.text[found[-1].end : number.start])
            leads = [_lead(prose, it, first) for it in (*found, number)]
            if _OF_TIME.match(leads[-1]) and not _OF_TIME.match(leads[0]):
                break  # 其中彩钢房17处；上半年拆违21处 is another division
            if not is_gap(between, own) and not exclude_each_other(leads):
                break
        elif UNCLEAR.search(gap) or not (_is_outcome(gap) or _may_lead(gap)):
            break
        found.append(number)
        at = number.end
    return tuple(found)


def _may_lead(gap: str) -> bool:
    """Whether words name the first member; an act of its own makes it another thing's."""
    if "涉及" in gap or gap.endswith("的"):
        return True
    return all(it.end() == len(gap) for it in load_check_words().no_member.finditer(gap))


def _is_outcome(words: str) -> bool:
    """Whether words say what became of the whole and name no thing: 其中移送公安机关5人."""
    lists = load_check_words()
    return not lists.filling.sub("", lists.ended.sub("", words))


def _without_shares(gap: str) -> str:
    gap = re.sub(r"\([^()]*\)", "", gap)
    return re.sub(r"^,?(?:占比?|约占)[^,;、\d]{0,12}\d[\d.]*%", "", gap)  # not 占道


def is_gap(gap: str, own: str = "", *, is_closed: bool = False) -> bool:
    """Whether what stands between two numbers only names the next member; where the list is closed
    by its sum, the verb of the first may do so, too."""
    if len(gap) > _LONGEST_GAP or re.search("[。:]|其中", gap):
        return False
    more = _MORE.search(gap)
    if more is None:
        return False
    behind, named = gap[: more.start()], gap[more.end() :]
    if "," not in more[0]:
        # 群众举报31件、部门移送15件 are of one row, whatever its verbs; behind ; another begins.
        own = "" if ";" in more[0] else gap
    # 农用地、宅基地纠纷 is one name; a clause of its own is none.
    if re.search(r"[,;]", named):
        return False
    if is_closed:
        return len(behind) <= 10
    return len(behind) <= 10 and not does_else(named, own) and not does_else(behind, own)


def names_none(words: str) -> bool:
    """Whether words tell an act, a sum or a time, so that they name no member of a list."""
    return load_check_words().no_member.search(words) is not None


def does_else(words: str, own: str) -> bool:
    """Whether words name an act that is not the whole's: 调解236件，镇调解58件 is one act."""
    return any(verb not in own for verb in load_check_words().no_member.findall(words))


def _lead(prose: Prose, number: Number, first: int) -> str:
    """What names a member."""
    begin = max(first, *(prose.text.rfind(mark, first, number.start) + 1 for mark in ",;、"))
    return prose.text[begin : number.start]

"""Lists behind their whole that no word opens: 划分网格98个，城区网格22个，农村网格68个.

What became of the whole, kinds of it that name it again, and members of one division.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.insight.checks.divided import (
    are_all_ends,
    are_done_and_left,
    are_halves,
    are_opposites,
    exclude_each_other,
    without_halves,
)
from tuibrowser.insight.checks.lists import FEWEST, REST, NumberList, names_none
from tuibrowser.insight.checks.prose import Number, Prose, shown
from tuibrowser.lexicon.checks import load_check_words
from tuibrowser.lexicon.verbal import LIKELY, score_verb

# Code, not lexicon: what stands around a list is grammar; by what a whole is divided are words.
_SHORT_LEAD: Final = 8
"""Characters that name what became of a thing: ，其余正在整改."""
_GRADE: Final = re.compile("(?<!不)(?:优秀|优良|良好|合格|及格|称职|达标)")
_OF_ANOTHER: Final = re.compile(r"\d[^,。;]{1,4}中,|其中")
_MADE: Final = re.compile("(?:制定|出台|印发|新建)[^,。;\\d]*$")
_CAME_IN: Final = re.compile("新增|新收|新受理|结转")
_COMPARES: Final = re.compile("[,(](?:[比较]|同比|环比|增|减)")
_ALL_OF_IT: Final = re.compile(r"^,?(?:均|已|全部)[^,。;\d]{1,6}(?=,)")
_SIBLING: Final = re.compile(
    r"(?:[^,。;\d]{2,8})?[,、:;](?:[^,。;:、\d\u3000]{1,4})[片级类区组档线队季标段]"
)
"""What names one of a division before its number."""
_PART_OF_ROW: Final = re.compile(r"[,、:]([^,。;:、()\d]{1,8})")
_JOINED: Final = re.compile(r"[^,。;、\d]{0,8}[、和及与][^,。;、\d]{0,4}")
_THEIR_NOUN: Final = re.compile(r"^[^,。;、\d]{1,10}(?=,)")
"""What is counted or done to it, behind the number: 8个问题逐项整改，已完成7个."""
_RATES: Final = re.compile(r",[^,。;\d]{1,8}\d[\d.]*%")
_AMONG: Final = re.compile(r"^[^,。;:、()\d]{0,8}(?<![集年])中(?=,)")
_FEWEST_DIGITS: Final = 3
"""Digits of a sum of which one may be wrong; of 17 and 19 that says nothing."""
_DOES: Final = re.compile(r"[,、;][^,。;:、()\d]{3,10}")
_FEWEST_REPEATED: Final = 20
_NEARLY: Final = 0.15
"""Share by which a sum may be wrong; what differs by more is no sum."""
_LITTLE: Final = 0.1
"""Share by which a row of short names may be more than its whole and is meant to be all of it."""
_OFFICE: Final = re.compile(r"[,、:;][^,。;:、\d]{1,6}[队所站办科院校]")
"""A body that has some of them: 执法队19名、派驻所15名."""
_MOST_SIBLINGS: Final = 8
_ALL_THERE: Final = re.compile("[共现][有设]|划分|[设建][有立]")
_LONGEST_KIND: Final = 12
_NOUN: Final = 2
"""Characters that a noun is told by."""


def breakdowns(prose: Prose) -> Iterator[NumberList]:
    """Yield the lists of a paragraph that follow their whole by themselves; one may come twice."""
    yield from _ends(prose)
    yield from _kinds(prose)
    yield from _siblings(prose)
    yield from _nearly(prose)
    yield from _repeats(prose)


def _ends(prose: Prose) -> Iterator[NumberList]:
    """Lists of what became of the whole, without 其中: 清理30件，保留18件、修改6件、废止8件."""
    numbers, words = prose.numbers, load_check_words()
    for at, whole in enumerate(numbers[:-FEWEST]):
        if whole.figure.role == "part":
            continue
        start, end = prose.sentence_at(whole.start)
        if _MADE.search(prose.text, max(start, whole.start - _SHORT_LEAD * 2), whole.start):
            continue  # 制定文件1件，废止2件，继续有效9件
        own = prose.text[prose.clause_start(whole.start) : whole.start]
        own += _behind(prose, whole)
        before = prose.numbers_in(start, whole.start)
        is_carried = _CAME_IN.search(own) or words.carried.search(prose.text, start, whole.start)
        if is_carried and any(it.family == whole.family for it in before):
            continue  # 年初积案28件，新增9件，化解25件，剩余12件
        members, leads, goes_on = _members(prose, at, end)
        if not re.search("[,;:(、]", prose.text[whole.end : members[0].start if members else 0]):
            continue  # 12个村设调解室12个
        if len(members) < FEWEST or exclude_each_other([own, *leads]):
            continue  # 限期整改10处，其余2处正在整改 are no parts of 立即整改110处
        if len(members) == FEWEST and all(map(_GRADE.search, leads)):
            continue  # 抽查30卷，合格30卷，优秀12卷: what is 优秀 is 合格, too
        is_rest = len(members) == FEWEST and are_done_and_left(*leads)
        are_two = len(members) == FEWEST and are_halves(*leads)
        if are_two and not is_rest and goes_on:
            continue  # 镇级林长64人次，村级林长486人次，护林员830人次
        is_plain = is_rest or (are_two and are_opposites(*leads))
        if are_two and not is_plain and any(_names_other(it, own) for it in leads):
            continue  # 排查50处，上半年整改20处、下半年整改25处
        claims = is_rest or are_two or are_all_ends(leads) or bool(REST.search(leads[-1]))
        yield NumberList((_row(prose, at),), tuple(members), claims, is_among=False)


def _row(prose: Prose, at: int) -> Number:
    """The number at ``at``, with those that stand in one row with it: 评议16个村、2个社区和8个站所
    is of 26."""
    whole = last = prose.numbers[at]
    for number in map(prose.numbers.__getitem__, range(at - 1, -1, -1)):
        between = prose.text[number.end : last.start]
        if number.family != whole.family or not _JOINED.fullmatch(between):
            break
        figure = whole.figure._replace(value=round(whole.value + number.value, 6))
        whole, last = whole._replace(figure=figure), number
    return whole


def _members(prose: Prose, at: int, end: int) -> tuple[list[Number], list[str], bool]:
    """Members behind the number at ``at``, what names each, and whether others follow them."""
    numbers, whole = prose.numbers, prose.numbers[at]
    members: list[Number] = []
    leads: list[str] = []
    last_end = whole.end
    for number in map(numbers.__getitem__, range(at + 1, len(numbers))):
        if members and number.is_percent:
            continue  # 整改到位99个，整改率94%，其余6个落实管控措施
        lead = prose.text[last_end : number.start]
        last_end = number.end
        if not members and "、" in lead:
            break  # 县级9个、乡级21个、村级236个 are of one row
        if not members:
            if number.family == whole.family and _COMPARES.match(lead):
                continue  # 214件，比上年多26件，口头调解150件
            lead = _THEIR_NOUN.sub("", _ALL_OF_IT.sub("", lead))  # 92人全部参训，考核优秀31人
        lead = _RATES.sub("", lead)
        words = lead.lstrip(",、;") + _behind(prose, number)
        if number.start >= end or number.family != whole.family or len(lead) > _SHORT_LEAD:
            break
        is_more = len(members) >= FEWEST and lead.startswith("、")
        if members and not (is_more or exclude_each_other([*leads, words])):
            return members, leads, lead.startswith((",", "、")) and not names_none(words)
        members.append(number)
        leads.append(words)
    return members, leads, False


def _kinds(prose: Prose) -> Iterator[NumberList]:
    """Lists that name their whole again: 划分网格96个，城区网格22个，农村网格68个."""
    numbers = prose.numbers
    for at, whole in enumerate(numbers[:-FEWEST]):
        _, end = prose.sentence_at(whole.start)
        own = prose.text[prose.clause_start(whole.start) : whole.start]
        is_all = load_check_words().whole.search(own) or _ALL_THERE.search(own)
        if whole.figure.role == "part" or not is_all or prose.text[whole.end] not in ",:":
            continue
        members: list[Number] = []
        for number in map(numbers.__getitem__, range(at + 1, len(numbers))):
            lead = prose.text[(members[-1] if members else whole).end : number.start]
            words = lead.lstrip(",、;:")
            if number.start >= end or number.family != whole.family or len(lead) > _LONGEST_KIND:
                break
            is_more = lead.startswith("、") and members and not names_none(words)
            if not (is_more or _names_again(words, own)):
                break
            members.append(number)
        if len(members) >= FEWEST and all(it.value <= whole.value for it in members):
            yield NumberList((whole,), tuple(members), False, is_among=False)


def _siblings(prose: Prose) -> Iterator[NumberList]:
    """Lists whose members are of one division: 召开93场，东片31场、西片28场、中片34场."""
    numbers = prose.numbers
    for at, whole in enumerate(numbers[:-FEWEST]):
        follows = [
            it for it in numbers[at + 1 : at + 1 + _MOST_SIBLINGS] if it.family == whole.family
        ]
        leads: list[str] = []
        members: list[Number] = []
        for number in follows:
            lead = prose.text[(members[-1] if members else whole).end : number.start]
            are_units = _OFFICE.fullmatch(lead) and all(map(_OFFICE.fullmatch, leads))
            is_sibling = _SIBLING.fullmatch(lead) and (not leads or lead[-1] == leads[-1][-1])
            if not (are_units or is_sibling) or (not leads and lead.startswith("、")):
                break  # 国家级示范村1个、省级4个、市级13个 are of one row
            members.append(number)
            leads.append(lead)
        is_own = bool(leads) and prose.text[: whole.start].endswith(leads[0][-1])
        if len(members) >= FEWEST and whole.figure.role != "part" and not is_own:
            # 其中咨询类320件，求助类410件 need not be all.
            is_some = "其中" in leads[0] or _OFFICE.fullmatch(leads[0])
            claims = len(members) > FEWEST and not is_some
            yield NumberList((whole,), tuple(members), claims, is_among=False)


def _nearly(prose: Prose) -> Iterator[NumberList]:
    """Lists that come to their whole but for one digit: 740人次，佛教310人次，基督教470人次."""
    numbers = prose.numbers
    for at, whole in enumerate(numbers[:-FEWEST]):
        members: list[Number] = []
        for number in numbers[at + 1 : at + 1 + _MOST_SIBLINGS]:
            lead = prose.text[(members[-1] if members else whole).end : number.start]
            lead = lead if members else _AMONG.sub("", lead)
            named = _PART_OF_ROW.fullmatch(lead)
            if named is None or number.family != whole.family or names_none(named[1]):
                break
            members.append(number)
        start, end = prose.sentence_at(whole.start)
        if _OF_ANOTHER.search(prose.text, start, whole.start):
            continue  # 在册276人中，签订协议272人，接受培训89人
        if load_check_words().carried.search(prose.text, start, end):
            continue  # 上年结转6件，全年新收112件，调结114件，结转下年4件: ``stocks`` reads it
        total = sum(it.value for it in members)
        is_row = len(members) >= FEWEST and whole.figure.role not in ("part", "previous", "change")
        is_off = _differ_in_a_digit(whole.value, total) or _is_little_more(prose, members, whole)
        if is_row and is_off:
            yield NumberList((whole,), tuple(members), True, is_among=False)


def _repeats(prose: Prose) -> Iterator[NumberList]:
    """Lists whose members do what their whole did: 审查87份，法律顾问审查52份，司法所审查45份."""
    numbers, settled = prose.numbers, load_check_words().settled
    for at, whole in enumerate(numbers[:-FEWEST]):
        _, end = prose.sentence_at(whole.start)
        own = prose.text[prose.clause_start(whole.start) : whole.start]
        verb = own[-_NOUN:]
        if whole.value < _FEWEST_REPEATED or whole.figure.role != "total" or len(verb) < _NOUN:
            continue
        if not (own == verb or settled.fullmatch(verb) or score_verb(verb) > LIKELY + 1):
            continue  # 邻里纠纷82件、土地纠纷45件 have but a noun in common
        members: list[Number] = []
        for place in range(at + 1, min(at + 1 + _MOST_SIBLINGS, len(numbers))):
            number = numbers[place]
            lead = prose.text[numbers[place - 1].end : number.start]
            if number.start >= end or "其中" in lead or (not members and lead.startswith("、")):
                break  # 执法办立案20件、司法所立案12件、市监所立案9件 are of one row
            if number.family != whole.family and not members:
                continue
            if (
                number.family != whole.family
                or not _DOES.fullmatch(lead)
                or not lead.endswith(verb)
            ):
                break
            members.append(number)
        total = sum(it.value for it in members)
        if len(members) >= FEWEST and abs(total / whole.value - 1) <= _NEARLY:
            yield NumberList((whole,), tuple(members), False, is_among=False)


def _is_little_more(prose: Prose, members: list[Number], whole: Number) -> bool:
    """Whether members of one row come to a little more: 45件，民事32件、刑事9件、行政6件."""
    row = prose.text[members[0].end : members[-1].start] if members else ""
    is_one_row = len(members) > FEWEST and row.count("、") == len(members) - 1
    excess = sum(it.value for it in members) - whole.value
    return is_one_row and "," not in row and 0 < excess <= whole.value * _LITTLE


def _differ_in_a_digit(one: float, other: float) -> bool:
    first, second = shown(one), shown(round(other, 6))
    differing = sum(a != b for a, b in zip(first, second, strict=False))
    return len(first) == len(second) >= _FEWEST_DIGITS and differing == 1


def _names_again(words: str, own: str) -> bool:
    """Whether ``words`` are a kind of what ``own`` names: both end in the same noun."""
    noun = own[-_NOUN:]
    is_kind = words.endswith(noun) and len(words) > _NOUN
    return is_kind and len(noun) == _NOUN and not names_none(words)


def _behind(prose: Prose, number: Number) -> str:
    return re.split(r"[,;。、()\d]", prose.text[number.end : number.end + 4])[0]


def _names_other(words: str, own: str) -> bool:
    """Whether a member has words of its own besides those by which it is told from the other."""
    plain = load_check_words().filling.sub("", without_halves(words))
    return len(plain) > 1 and not any(plain[at : at + 2] in own for at in range(len(plain) - 1))

"""What each number of a report is told of: the thing, who did it, and whether that is all of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from tuibrowser.insight.checks.prose import Number, Prose
from tuibrowser.insight.checks.scopes import (
    BASES,
    OF_PERIOD,
    describes,
    frame_of,
    is_limited,
    is_of_period,
    looks_back,
)
from tuibrowser.lexicon.checks import CheckWords, load_check_words
from tuibrowser.text.fold import squash

_SHORTEST: Final = 2
_LONGEST: Final = 24
# Code, not lexicon: how a noun ends; who tells is in checks.toml.
_OWN_DEEDS: Final = re.compile("落实|安排|审核|审定|推进")
_RATE: Final = re.compile("[率度]$|比例$")
_STANDS_FOR: Final = re.compile("调(?![解委研查])")
"""The word that the lexicon has for 化解, 调解 and their like."""
_MARKS: Final = re.compile(r"[\"'()|、]")
_LEADER: Final = re.compile("书记|[镇乡]长|主任")
_LEVELS: Final = re.compile("[镇乡]村(?:两级|组三级)?|两级|三级|[镇乡]级?财政")
"""What both the township and its villages did."""
_ALL_OF: Final = re.compile(
    "(?![在于从选择挑])[^,。;]{0,4}(?:全(?:镇|乡|街道)|辖区|[共现]有|拥有|配备)[共现]?有?"
)
_CHOSEN: Final = re.compile("^[在于从]|[选挑抽]")
"""Where something was done, which may be some of all: 在全镇5个行政村试行."""
_ALL_ARE: Final = re.compile(r"均|全部|都|全员|(?<![其集年])中(?:,|有)?(?=[^,。;\d]{0,4}\d)")
_HAS: Final = re.compile("[现共已建设]有|配备|拥有|下辖|[已累计]建成")
_STANDING: Final = frozenset("个名支所家座间台辆套处")
"""Units of what there is, rather than of what was done."""
_TAKE_PART: Final = re.compile(
    "(?:参加|参与|参训|参考|分?赴|前往|接受|完成|通过|深入|走访|进驻|到)[^,。;]"
)
_NAMED_AFTER: Final = re.compile("(?:工作)?(?:室|站|队伍?|协会|联盟|课堂|学校|广场|公园)")
"""What is called by those who use it: 法律明白人工作室."""
_PERSONS: Final = "人"
_MAKES: Final = re.compile("(?:建立|组建|建成|设立|打造|聘请|选聘|培育|配备)了?$")
_THOSE_MADE: Final = re.compile(r"[^,。;新今\d]{0,4}(?:聘请|聘任|选聘|配备)的")
"""街道聘请的2名法律顾问 are all that there are."""
_PART_OF_YEAR: Final = re.compile(
    r"[上下]半年|第?[一二三四1-4]季度|(?<!\d)1[-—~至到](?:[2-9]|1[01])月|截至?(?:20\d\d年)?(?:[1-9]|1[01])月(?:底|末|\d+日)?|(?<!\d)(?:[1-9]|1[0-2])月份?(?![底末])"
)
_UNTIL: Final = re.compile(r"截至?(?:20\d\d年)?(?:[1-9]|1[01])月(?:底|末|\d+日)?,$")
_WHOLE_YEAR: Final = re.compile("全年|年内|一年来")
_BASE: Final = re.compile("(?:镇|乡|街道)?本级|镇级|各村|村级|镇村")
_LOOK_BACK: Final = 100


class Thing(NamedTuple):
    what: str
    letters: frozenset[str]
    """Its characters: 12345热线受理工单 is 受理12345热线工单."""
    acts: frozenset[str]
    """What was done to it, in the words that stand for all of their kind."""
    base: str
    """Whose it is: the township's own, the villages', or not said."""
    bodies: frozenset[str]
    """Who did it."""


class Told(NamedTuple):
    prose: Prose
    number: Number
    thing: Thing
    is_led: bool
    """Whether it is what a leader did with the thing: by the part it stands in, or by a word."""
    says_leads: bool
    """Whether a word says so."""
    is_all: bool
    """Whether it says that this is all of it."""
    around: frozenset[str]
    """Who is named before it in the paragraph, near by: what follows may be their doing."""
    leaders: tuple[str, ...]
    """Which leaders its clause names."""
    clause: str
    """What stands before it in its clause, to the letter."""
    is_stock: bool
    """Whether it says what there is, the number first: 全镇58名法律明白人."""
    is_some: bool
    """Whether it may be of some, and nothing says that it is of all: 与11名法律顾问座谈."""
    frame: str
    """What was done before in its sentence that it may belong to: 开展治超行动, 与检察院联动."""
    is_of_part: bool
    """Whether it is of a part of the year: 上半年."""
    is_there: bool
    """Whether it says how many there are by now: 已建成便民服务站21个."""


def told_numbers(paragraphs: Iterable[Prose]) -> Iterator[Told]:
    """Yield each number of which it is clear what it is told of, in the order of the text."""
    words = load_check_words()
    for prose in paragraphs:
        for number in prose.numbers:
            if (it := _told(prose, number, words)) is not None:
                yield it


def _told(prose: Prose, number: Number, words: CheckWords) -> Told | None:
    """What a number is told of; ``None`` where it may be of a part, a time or a plan."""
    kind = prose.kind_at(number.start)
    is_of_work = number.figure.role in ("total", "rate") and kind != "next_plan"
    if describes(prose, number) or not (is_of_work or looks_back(prose, number)):
        return None
    start, _ = prose.sentence_at(number.start)
    clause = prose.clause_start(number.start)
    inner = prose.numbers_in(clause, number.start)
    before = prose.text[inner[-1].end if inner else clause : number.start]
    is_of_part = bool(_PART_OF_YEAR.search(before) or _UNTIL.search(prose.text, start, clause))
    if _is_of_part_or_time(prose, number, before, is_timed=is_of_part):
        return None
    before = _PART_OF_YEAR.sub("", before if is_of_work else before.removeprefix("在")).replace(
        prose.report.issuer or "　", ""
    )
    noun = squash(number.figure.noun or "")
    is_first = bool(noun) and prose.words_behind(number).startswith(noun)
    is_there = number.figure.unit in _STANDING and _HAS.search(before) is not None
    are_all = _ALL_ARE.match(prose.text, number.end) is not None
    behind = "" if is_there else prose.words_behind(number)  # 已建成服务站21个并全部投用
    thing = _thing(*(("", noun) if is_first else (before, behind)), words)
    if thing is None or (number.is_percent and not _RATE.search(thing.what)):
        return None
    if are_all and number.family == _PERSONS:
        thing = thing._replace(acts=frozenset())  # 执法人员11名均持证 are all there are
    beside = before + ("" if is_first else prose.text[number.end : prose.clause_end(number.end)])
    are_those_made = is_first and _THOSE_MADE.fullmatch(before) is not None
    is_chosen = is_first and _CHOSEN.search(before) is not None
    says_all = not is_chosen and words.whole.search(beside) is not None
    is_all = are_all or is_there or are_those_made or says_all
    has_all = is_first and not is_chosen and _are_all(prose, number.end + len(noun), before)
    is_stock = are_those_made or has_all
    if kind == "shortcomings" and not (is_all or is_stock):
        return None  # what is told there is what is left
    # 落实经费12万元 is nobody's lead where what was done is told.
    led = _OWN_DEEDS.sub("", before) if kind == "measures_results" else before
    leads = words.leading.search(led) is not None
    nearby = unified(prose.text[max(0, clause - _LOOK_BACK) : clause], words)
    return Told(
        prose=prose,
        number=number,
        thing=thing,
        is_led=kind == "leader_duty" or leads,
        says_leads=leads,
        is_all=is_all,
        around=frozenset(words.bodies.findall(nearby)),
        leaders=tuple(_LEADER.findall(before)),
        clause=before,
        is_stock=is_stock,
        is_some=not is_stock and not is_all and _are_some(prose, number, before, is_first=is_first),
        frame=frame_of(prose, number),
        is_of_part=is_of_part,
        is_there=is_there,
    )


def _are_all(prose: Prose, behind: int, before: str) -> bool:
    """Whether all that there are are counted: 全镇58名法律明白人, 58名法律明白人均持证."""
    return bool(_ALL_ARE.match(prose.text, behind) or _ALL_OF.fullmatch(before))


def take_part(prose: Prose, number: Number) -> bool:
    """Whether a number is told of persons who did something: 执法人员9名参加集训."""
    return number.family == _PERSONS and _TAKE_PART.match(prose.text, number.end) is not None


def _are_some(prose: Prose, number: Number, before: str, *, is_first: bool) -> bool:
    """Whether they may be some of all: 与11名法律顾问座谈, 执法人员9名参加集训."""
    if is_first:
        return not _MAKES.search(before)
    return take_part(prose, number)


def _is_of_part_or_time(prose: Prose, number: Number, before: str, *, is_timed: bool) -> bool:
    """Whether a number is some of another one, or of a time that ``before`` does not name."""
    if is_limited(prose, number, before):
        return True
    if is_timed or (_WHOLE_YEAR.search(before) and not OF_PERIOD.search(before)):
        return False  # 上半年58次，全年43次
    return is_of_period(prose, number)


def _thing(before: str, after: str, words: CheckWords) -> Thing | None:
    """What is counted, without who did it and how it is said."""
    before, after = _MARKS.sub("", before), _MARKS.sub("", after)
    is_bare = not words.filling.sub("", words.plain.sub("", words.ended.sub("", after)))
    before, after = unified(before, words), unified(after, words)
    of_all = _LEVELS.sub("", before)
    base = next((name for name, it in BASES if it.search(of_all or _LEVELS.sub("", after))), "")
    # 专职网格员34名 counts them.
    doers = [
        it
        for it in words.bodies.finditer(of_all)
        if it.end() < len(of_all) and not _NAMED_AFTER.match(of_all, it.end())
    ]
    bodies = frozenset(it[0] for it in doers)
    said = of_all
    for it in doers[::-1]:
        said = said[: it.start()] + said[it.end() :]
    said = _BASE.sub("", said)
    for what in (said, before, said + after):
        # 矛盾纠纷126件全部化解 is 化解矛盾纠纷126件.
        plain = plain_of(what + after if is_bare else what, words)
        if len(plain) >= _SHORTEST:
            own = bodies if what != before else frozenset()  # 聘请法律顾问3名 counts them
            acts = frozenset(words.settled.findall(plain)) | set(_STANDS_FOR.findall(plain))
            rest = _STANDS_FOR.sub("", words.settled.sub("", plain))
            if len(rest) <= _LONGEST:
                return Thing(rest, frozenset(rest), acts, base, own)
    return None


def plain_of(said: str, words: CheckWords) -> str:
    """``said`` without who leads and words that do not tell one thing from another."""
    return words.plain.sub("", words.leading.sub("", words.came.sub("", said))).lstrip("镇乡")


def unified(said: str, words: CheckWords) -> str:
    """``said`` with one word for all that say the same."""
    for pattern, word in words.same:
        said = pattern.sub(word, said)
    return said

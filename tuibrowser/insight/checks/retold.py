"""One thing told again with another value: most often in the part on the leader.

A leader takes part in some of what was done, and a body of the township does some of it: their
number may be smaller, but not larger, unless they say that it is all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Number, Prose
from tuibrowser.insight.checks.values import BASES, EARLIER, OF_CLAUSE, OF_PERIOD, covers
from tuibrowser.lexicon.checks import CheckWords, load_check_words
from tuibrowser.text.fold import squash

_SHORTEST: Final = 2
_LONGEST: Final = 24
_REACH: Final = 24
"""Characters before a clause that may say of which time it is."""
_SHORTEST_RATE: Final = 3
_MOST_TOLD: Final = 40
"""Times that one thing is told; who tells it more often writes a list, and each is laid beside each
other."""
# Code, not lexicon: how a noun ends; who tells is in checks.toml.
_RATE: Final = re.compile("[率度]$|比例$")
_STANDS_FOR: Final = re.compile("调(?![解委研查])")
"""The word that the lexicon has for 化解, 调解 and their like."""
_MARKS: Final = re.compile(r"[\"'()|、]")
_LEADER: Final = re.compile("书记|[镇乡]长|主任")
_LEVELS: Final = re.compile("[镇乡]村(?:两级|组三级)?|两级|三级")
"""What both the township and its villages did."""
_SHORTEST_OF_LEADER: Final = 8
"""Characters of a clause from which it is one deed of one leader: 镇长主持召开法治工作会议."""
_SHORTEST_OF_INDICATOR: Final = 4
_ALL_OF: Final = re.compile("[^,。;]{0,4}(?:全(?:镇|乡|街道)|辖区|[共现]有|拥有|配备)[共现]?有?")
_OF_THIS_YEAR: Final = re.compile("今年|年内|本年|全年")
_LOOK_BACK: Final = 100


class _Thing(NamedTuple):
    what: str
    letters: frozenset[str]
    """Its characters: 12345热线受理工单 is 受理12345热线工单."""
    acts: frozenset[str]
    """What was done to it, in the words that stand for all of their kind."""
    base: str
    """Whose it is: the township's own, the villages', or not said."""
    bodies: frozenset[str]
    """Who did it."""


class _Told(NamedTuple):
    prose: Prose
    number: Number
    thing: _Thing
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
    """Whether the number stands first and nothing says that it is all: 与11名法律顾问座谈."""


def check_retold(material: Material) -> Iterator[Finding]:
    """Yield what two paragraphs tell of one thing with values that do not agree."""
    words = load_check_words()
    told: dict[tuple[object, ...], list[_Told]] = defaultdict(list)
    for prose in material.paragraphs:
        for number in prose.numbers:
            if (it := _told(prose, number, words)) is not None:
                told[*it.thing[1:-1], number.family].append(it)
    for them in told.values():
        yield from _differing(them[:_MOST_TOLD], words)


def _differing(them: list[_Told], words: CheckWords) -> Iterator[Finding]:
    for at, other in enumerate(them):
        for one in them[:at]:
            if one.prose is not other.prose and _contradict(one, other, words):
                values = (f"{it.number.shown}{it.number.figure.unit}" for it in (one, other))
                says = "同一事项前后写为{}和{}，请核".format(*values)
                quotes = tuple(
                    it.prose.quote(it.prose.clause_start(it.number.start), it.number.end)
                    for it in (one, other)
                )
                yield Finding("two_values", says, quotes)
                return


def _contradict(one: _Told, other: _Told, words: CheckWords) -> bool:
    if one.number.value == other.number.value or covers(one.number, other.number):
        return False
    is_common = len(words.common.sub("", one.thing.what)) < _SHORTEST
    if {one.is_stock, other.is_stock} == {True, False}:
        flow = other if one.is_stock else one
        if _OF_THIS_YEAR.search(flow.clause):
            return False  # 今年培育12名 are some of 全镇58名
    if one.is_some or other.is_some:
        some, whole = (one, other) if one.is_some else (other, one)
        return not whole.is_some and _has_more(some, whole, is_common=is_common)
    if one.is_led == other.is_led:
        return not one.number.is_percent and _of_one_doer(one, other, is_common=is_common)
    whole, led = (other, one) if one.is_led else (one, other)
    if led.number.is_percent:
        return len(led.thing.what) >= _SHORTEST_RATE and _of_one_body(whole, led)
    if led.number.value > whole.number.value:
        is_sure = not is_common or (led.is_all and led.says_leads)
        return is_sure and led.thing.bodies >= whole.thing.bodies
    return led.is_all and not is_common and _of_one_body(whole, led)


def _has_more(some: _Told, whole: _Told, *, is_common: bool) -> bool:
    """Whether something is told of more than there are: 座谈法律顾问11名 of 9名."""
    return (
        whole.is_all
        and not is_common
        and some.number.value > whole.number.value
        and len(some.thing.what) >= _SHORTEST_OF_INDICATOR
    )


def _of_one_doer(one: _Told, other: _Told, *, is_common: bool) -> bool:
    """Whether two that both are, or are not, of a leader must be one number."""
    if one.is_led:
        is_same = bool(one.leaders) and one.clause == other.clause
        return is_same and len(one.clause) >= _SHORTEST_OF_LEADER
    if one.thing.bodies != other.thing.bodies and _doers(one) != _doers(other):
        return False
    is_plain = _is_plainly_one(one, other)
    if is_common:
        return is_plain and one.is_all and other.is_all
    if one.is_all != other.is_all:
        some, whole = (other, one) if one.is_all else (one, other)
        return _doers(some) <= _doers(whole)  # 各网格员上门服务,化解纠纷153起 are their own
    return one.is_all or is_plain


def _doers(told: _Told) -> frozenset[str]:
    return told.thing.bodies | told.around


def _is_plainly_one(one: _Told, other: _Told) -> bool:
    """Whether the catalogue knows one thing in both, and nobody is named who may have done one."""
    indicators = {it.number.figure.indicator for it in (one, other)}
    return (
        len(indicators) == 1
        and None not in indicators
        and _doers(one) == _doers(other)
        and len(one.thing.what) >= _SHORTEST_OF_INDICATOR
    )


def _of_one_body(whole: _Told, led: _Told) -> bool:
    """Whether both are of one body; what only one of them names must stand around the other."""
    start, end = whole.prose.sentence_at(whole.number.start)
    sentence = whole.prose.text[start:end]
    own, others = whole.thing.bodies, led.thing.bodies
    return others >= own and all(it in sentence for it in others - own)


def _told(prose: Prose, number: Number, words: CheckWords) -> _Told | None:
    """What a number is told of; ``None`` where it may be of a part, a time or a plan."""
    kind = prose.kind_at(number.start)
    if number.figure.role not in ("total", "rate") or kind == "next_plan":
        return None
    start, _ = prose.sentence_at(number.start)
    clause = max(start, prose.clause_start(number.start))
    inner = prose.numbers_in(clause, number.start)
    before = prose.text[inner[-1].end if inner else clause : number.start]
    lately = EARLIER.sub("", prose.text[max(start, clause - _REACH) : number.start])
    is_part = "其中" in prose.text[start : number.start] or OF_CLAUSE.search(before)
    if is_part or OF_PERIOD.search(lately):
        return None
    after = prose.text[number.end : min(prose.clause_end(number.end), number.end + _REACH // 2)]
    after = re.split(r"[、\d和及]", after)[0]
    noun = squash(number.figure.noun or "")
    is_first = bool(noun) and after.startswith(noun)
    is_stock = is_first and _ALL_OF.fullmatch(before) is not None
    is_some = is_first and not is_stock
    thing = _thing(*(("", noun) if is_first else (before, after)), words)
    if thing is None or (number.is_percent and not _RATE.search(thing.what)):
        return None
    leads = words.leading.search(before) is not None
    beside = before + ("" if is_first else prose.text[number.end : prose.clause_end(number.end)])
    is_all = words.whole.search(beside) is not None
    if kind == "shortcomings" and not is_all:
        return None  # 其中…尚未办结: what is told there is what is left
    nearby = _unified(prose.text[max(0, clause - _LOOK_BACK) : clause], words)
    around = frozenset(words.bodies.findall(nearby))
    led = kind == "leader_duty" or leads
    leaders = tuple(_LEADER.findall(before))
    return _Told(
        prose, number, thing, led, leads, is_all, around, leaders, before, is_stock, is_some
    )


def _thing(before: str, after: str, words: CheckWords) -> _Thing | None:
    """What is counted, without who did it and how it is said."""
    before, after = _MARKS.sub("", before), _MARKS.sub("", after)
    is_bare = not words.filling.sub("", words.plain.sub("", words.ended.sub("", after)))
    before, after = _unified(before, words), _unified(after, words)
    of_all = _LEVELS.sub("", before)
    base = next((name for name, pattern in BASES if pattern.search(of_all)), "")
    # 专职网格员34名 counts them.
    doers = [it for it in words.bodies.finditer(of_all) if it.end() < len(of_all)]
    bodies = frozenset(it[0] for it in doers)
    said = of_all
    for it in doers[::-1]:
        said = said[: it.start()] + said[it.end() :]
    for what in (said, before, said + after):
        # 矛盾纠纷126件全部化解 is 化解矛盾纠纷126件.
        plain = _plain(what + after if is_bare else what, words)
        if len(plain) >= _SHORTEST:
            own = bodies if what != before else frozenset()  # 聘请法律顾问3名 counts them
            acts = frozenset(words.settled.findall(plain)) | set(_STANDS_FOR.findall(plain))
            rest = _STANDS_FOR.sub("", words.settled.sub("", plain))
            if len(rest) <= _LONGEST:
                return _Thing(rest, frozenset(rest), acts, base, own)
    return None


def _plain(said: str, words: CheckWords) -> str:
    return words.plain.sub("", words.leading.sub("", words.came.sub("", said))).lstrip("镇乡")


def _unified(said: str, words: CheckWords) -> str:
    """``said`` with one word for all that say the same."""
    for pattern, word in words.same:
        said = pattern.sub(word, said)
    return said

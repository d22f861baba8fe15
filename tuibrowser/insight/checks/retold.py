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

_SHORTEST: Final = 2
_LONGEST: Final = 24
_REACH: Final = 24
"""Characters before a clause that may say of which time it is."""
_MARKS: Final = re.compile(r"[\"'()|、]")


class _Told(NamedTuple):
    prose: Prose
    number: Number
    thing: str
    bodies: frozenset[str]
    is_led: bool
    """Whether it is what a leader did with the thing: by the part it stands in, or by a word."""
    says_leads: bool
    """Whether a word says so."""
    is_all: bool
    """Whether it says that this is all of it."""


def check_retold(material: Material) -> Iterator[Finding]:
    """Yield what two paragraphs tell of one thing with values that do not agree."""
    words = load_check_words()
    told: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for prose in material.paragraphs:
        for number in prose.numbers:
            if (it := _told(prose, number, words)) is not None:
                told[it.thing, number.family].append(it)
    for them in told.values():
        yield from _differing(them, words)


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
    is_common = len(words.common.sub("", one.thing)) < _SHORTEST
    if one.is_led == other.is_led:
        is_sure = one.is_all or other.is_all
        return is_sure and not one.is_led and not is_common and one.bodies == other.bodies
    whole, led = (other, one) if one.is_led else (one, other)
    if led.number.value > whole.number.value:
        is_sure = not is_common or (led.is_all and led.says_leads)
        return is_sure and led.bodies >= whole.bodies
    return led.is_all and not is_common and _of_one_body(whole, led)


def _of_one_body(whole: _Told, led: _Told) -> bool:
    """Whether both are of one body; what only one of them names must stand around the other."""
    start, end = whole.prose.sentence_at(whole.number.start)
    sentence = whole.prose.text[start:end]
    return led.bodies >= whole.bodies and all(it in sentence for it in led.bodies - whole.bodies)


def _told(prose: Prose, number: Number, words: CheckWords) -> _Told | None:
    """What a number is told of; ``None`` where it may be of a part, a time or a plan."""
    kind = prose.kind_at(number.start)
    if number.is_percent or number.figure.role != "total":
        return None
    if kind in ("next_plan", "shortcomings"):
        return None
    start, _ = prose.sentence_at(number.start)
    clause = max(start, prose.clause_start(number.start))
    inner = prose.numbers_in(clause, number.start)
    before = prose.text[inner[-1].end if inner else clause : number.start]
    lately = EARLIER.sub("", prose.text[max(start, clause - _REACH) : number.start])
    if "其中" in prose.text[start : number.start] or OF_CLAUSE.search(before):
        return None
    if OF_PERIOD.search(lately) or any(it.search(before) for _, it in BASES):
        return None
    after = prose.text[number.end : min(prose.clause_end(number.end), number.end + _REACH // 2)]
    thing, bodies = _thing(before, words)
    if len(thing) < _SHORTEST:
        thing, bodies = _thing(before + re.split(r"[、\d和及]", after)[0], words)
    if not _SHORTEST <= len(thing) <= _LONGEST:
        return None
    leads = words.leading.search(before) is not None
    beside = before + prose.text[number.end : prose.clause_end(number.end)]
    is_all = words.whole.search(beside) is not None
    return _Told(prose, number, thing, bodies, kind == "leader_duty" or leads, leads, is_all)


def _thing(said: str, words: CheckWords) -> tuple[str, frozenset[str]]:
    """What is counted, without who did it and how it is said, and the bodies that did."""
    said = _MARKS.sub("", said)
    bodies = frozenset(words.bodies.findall(said))
    thing = _plain(words.bodies.sub("", said), words)
    if bodies and len(thing) < _SHORTEST:
        return _plain(said, words), frozenset()  # 聘请法律顾问3名 counts them
    return thing, bodies


def _plain(said: str, words: CheckWords) -> str:
    plain = words.plain.sub("", words.leading.sub("", said))
    for pattern, word in words.same:
        plain = pattern.sub(word, plain)
    return plain.lstrip("镇乡")

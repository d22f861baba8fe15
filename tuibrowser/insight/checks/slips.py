"""Numbers that differ as a slip of the pen makes them differ: 236 and 263.

Two numbers of one report are seldom so by chance, so that less has to be said alike around them
than around any two: the same noun, or two pairs of characters that tell one thing from another.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from tuibrowser.insight.checks.agreement import are_apart, contradiction
from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Number, Prose, shown
from tuibrowser.insight.checks.scopes import (
    deed_of,
    describes,
    is_limited,
    is_of_period,
    looks_back,
)
from tuibrowser.insight.checks.told import plain_of, take_part, unified
from tuibrowser.lexicon.checks import CheckWords, load_check_words
from tuibrowser.text.fold import squash
from tuibrowser.text.likeness import pairs

_FEWEST_DIGITS: Final = 2
_REACH: Final = 24
"""Characters before a number that tell what it counts."""
_BEHIND: Final = 10
_FEWEST_SHARED: Final = 2
"""Pairs of characters that both have."""
_MOST: Final = 40
"""Numbers of the same digits that are laid beside each other."""
_MOST_TOLD: Final = 6
"""Times that a report tells of one thing; what it tells more often is a list."""
_SCALED: Final = 10_000
# Code, not lexicon: marks end what a number is told of.
_MARKS: Final = re.compile(r"[\"'()|、,;:《》]")
_TOTAL: Final = re.compile(
    "(?:[两三]者|全[镇乡]|全街道|全年|一)?(?:合计|共计|总计|总共|共|累计)[为达有]?"
)
_PLACES: Final = re.compile(r"[\u4e00-\u9fff]{1,3}(?<![个各全本政镇乡两每])(?:村|社区)(?![级居民])")


class _StatedNumber(NamedTuple):
    prose: Prose
    number: Number
    noun: str
    words: frozenset[str]
    """Pairs of characters around it, less words that do not tell one thing from another."""
    acts: frozenset[str]
    """What was done."""
    limits: frozenset[str]
    """Who did it, of which kind and which half it is: 律师, 涉企, 专职."""


def check_slips(material: Material) -> Iterator[Finding]:
    """Yield what two sentences tell alike with the same digits in another order."""
    words = load_check_words()
    told = Counter[tuple[str, frozenset[str]]]()
    alike: dict[tuple[str, str], list[_StatedNumber]] = defaultdict(list)
    for prose in material.paragraphs:
        for number in prose.numbers:
            digits = _digits(number.value)
            if len(digits) >= _FEWEST_DIGITS and (it := _said(prose, number, words)) is not None:
                alike[number.family, "".join(sorted(digits))].append(it)
                told[number.family, it.words] += 1
    for (family, _), them in alike.items():
        seldom = [it for it in them if told[family, it.words] <= _MOST_TOLD]
        yield from _differing(seldom[:_MOST])


def _differing(them: list[_StatedNumber]) -> Iterator[Finding]:
    for at, other in enumerate(them):
        one = next((it for it in them[:at] if _is_one(it, other)), None)
        if one is not None:
            yield contradiction(one, other)


def _is_one(one: _StatedNumber, other: _StatedNumber) -> bool:
    if not are_apart(one, other) or one.number.value == other.number.value:
        return False
    if len(shown(one.number.value)) != len(shown(other.number.value)):
        return False  # 12, 210
    if one.limits != other.limits or (one.acts and other.acts and not one.acts & other.acts):
        return False  # 受理142件, 办结124件; 律师接待32人, 接待23人
    is_same_noun = len(one.noun) >= _FEWEST_DIGITS and one.noun == other.noun
    return is_same_noun or len(one.words & other.words) >= _FEWEST_SHARED


def _said(prose: Prose, number: Number, words: CheckWords) -> _StatedNumber | None:
    """What is told around a number; ``None`` where it is of a part, another time or a plan."""
    is_of_work = number.figure.role in ("total", "rate") and (
        prose.kind_at(number.start) != "next_plan"
    )
    if not number.is_exact or not (is_of_work or looks_back(prose, number)):
        return None
    sentence, _ = prose.sentence_at(number.start)
    clause = prose.clause_start(number.start)
    inner = prose.numbers_in(sentence, number.start)
    first = max(inner[-1].end if inner else sentence, number.start - _REACH)
    own = prose.text[max(first, clause) : number.start]
    if is_limited(prose, number, own) or is_of_period(prose, number):
        return None
    if inner and _TOTAL.fullmatch(own):
        return _said_of_list(prose, number, sentence, words)
    clause_end = prose.clause_end(number.end)
    after = prose.text[number.end : min(clause_end, number.end + _BEHIND)]
    around = prose.text[first : number.start] + re.split(r"[、\d]", after)[0]
    plain = plain_of(unified(_MARKS.sub("", around), words), words)
    done = words.leading.sub("", own)
    acts = frozenset(words.ended.findall(done)) | frozenset(words.found.findall(done))
    last = min(clause_end, number.end + len(_noun(number)))
    limits = frozenset(
        found[0]
        for pattern in (words.bodies, words.kinds, _PLACES, *chain(*words.halves))
        for found in pattern.finditer(prose.text, sentence, last)
        if found.start() >= clause or pattern is words.bodies
    )
    limits |= frozenset(_also(prose, number))
    noun = unified(_MARKS.sub("", _noun(number)), words)
    return _StatedNumber(prose, number, noun, frozenset(pairs(plain)), acts, limits)


def _also(prose: Prose, number: Number) -> Iterator[str]:
    """What else it is of: some who took part, a thing that has it (流转2300亩的大户), a deed."""
    if take_part(prose, number):
        yield "参加"
    if describes(prose, number):
        yield "的"
    if deed := deed_of(prose, number):
        yield deed


def _said_of_list(prose: Prose, number: Number, start: int, words: CheckWords) -> _StatedNumber:
    """What a sum behind a list is told of: what its members are, whoever did each."""
    told = re.sub(r"\d[\d.,]*", "", prose.text[start : number.start])
    plain = plain_of(unified(_MARKS.sub("", told), words), words)
    acts = frozenset(words.ended.findall(told)) | frozenset(words.found.findall(told))
    return _StatedNumber(prose, number, "", frozenset(pairs(plain)), acts, frozenset())


def _noun(number: Number) -> str:
    return squash(number.figure.noun or "")


def _digits(value: float) -> str:
    """The digits of a number, without the zeros of 万: 18 of 1.8万."""
    digits = shown(value).replace(".", "")
    return digits.rstrip("0") if value >= _SCALED else digits

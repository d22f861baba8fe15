"""How neighbours write on the same subject, the most specific first; what words set a report apart.

What two measures have in common is judged as when reports are compared. Among those that are like
enough it counts how specific a measure is: numbers, mechanisms with a name, wording of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import pairwise
from math import log
from operator import add
from typing import Final, NamedTuple

from tuibrowser.compare.effort import Effort
from tuibrowser.compare.similarity import likeness, profiles
from tuibrowser.lexicon.stock import stock_phrases
from tuibrowser.model.report import Passage, Report
from tuibrowser.model.units import same_unit
from tuibrowser.text.numerals import NUMERAL
from tuibrowser.text.words import starts_in

_WEIGHED: Final = 8
"""Measures of a report that are weighed for each one asked about, of which one is given."""
_FIGURE: Final = 0.12
_MOST_FIGURES: Final = 3
_MECHANISM: Final = 0.25
_OWN: Final = 0.2
"""What a number (of three at most), a named mechanism, and wording that is all its own add to a
measure's likeness, as shares of it."""

_NAMED: Final = re.compile('[“"「]([^“”"「」]{2,16})[”"」]')
"""A mechanism's own name (“采茶人说事亭”); what is longer is quoted."""
# Code, not lexicon: campaigns of the whole country, to which few are added in a decade.
_RULE: Final = re.compile("普法|八五|七五|九五|双随机|一规划|枫桥|放管服|谁执法")
"""Names between quotation marks that everybody has."""
_WORD: Final = re.compile("[\u3400-\u9fff]{2,8}")
_NUMBER: Final = re.compile(f"[{NUMERAL}]")
_MOST_WORDS: Final = 30


class Like(NamedTuple):
    """A measure of a neighbour on the same subject."""

    report: Report
    measure: Passage
    score: float
    why: tuple[str, ...]
    """Chinese words: what makes it specific."""


class Telling(NamedTuple):
    """A word that a report has more of than others."""

    word: str
    times: int
    """How often it stands in the report."""
    elsewhere: int
    """How many of the other reports have it."""


def alike(
    report: Report, others: Sequence[Report], limit: int, effort: Effort | None = None
) -> list[tuple[Like, ...]]:
    """For each of ``report.measures`` the measures of other units on its subject, best first.

    Args:
        report: Of a library or not.
        others: Those of its own unit are passed over.
        limit: How many for each measure; of one report one alone.
        effort: Counts the work, and notes where it was bounded.
    """
    own = profiles(report)
    found: list[list[Like]] = [[] for _ in own]
    for other in others:
        if other.sha256 == report.sha256 or same_unit(other, report):
            continue
        # A measure may be like several, and is as specific to each.
        specific = cache(partial(_specific, other))
        alike_in = likeness(own, profiles(other), effort=effort, most=_WEIGHED)
        for into, scores in zip(found, alike_in, strict=True):
            ranked = [
                _like(other, index, score, *specific(index)) for index, score in scores.items()
            ]
            into.extend(sorted(ranked, key=_rank)[:1])
    return [tuple(sorted(each, key=_rank)[:limit]) for each in found]


def telling_words(report: Report, starts: bytes, others: Sequence[Report]) -> tuple[Telling, ...]:
    """The words that ``report`` has and few of ``others`` have, the most telling first.

    Args:
        report: The report at hand.
        starts: Where its words start, as ``text.segment.word_starts`` gives it.
        others: Of other units; their texts are looked through.
    """
    counts: dict[str, int] = {}
    for word in _words(report, starts):
        counts[word] = counts.get(word, 0) + 1
    texts = [it.text for it in others if not same_unit(it, report)]
    names = "".join(filter(None, (report.issuer, *report.place)))
    words = [word for word in counts if word not in names]
    found = [
        Telling(word, counts[word], elsewhere)
        for word, elsewhere in zip(words, _holders(words, texts), strict=True)
    ]
    # One in a hundred texts, twice here, tells more than one in ten, thrice here.
    found.sort(key=lambda it: (-it.times * log((len(texts) + 1) / (it.elsewhere + 0.5)), it.word))
    return tuple(it for it in found if it.elsewhere * 3 <= len(texts))[:_MOST_WORDS]


def _holders(words: Sequence[str], texts: Iterable[str]) -> Iterator[int]:
    """How many of ``texts`` have each of ``words``.

    Most are passed over by a word's first two characters, at half the price of looking through.
    """
    beginning: dict[str, list[str]] = {word[:2]: [] for word in words}
    for text in texts:
        for pair in beginning.keys() & set(map(add, text, text[1:])):
            beginning[pair].append(text)
    for word in words:
        near = beginning[word[:2]]
        yield len(near) if len(word) == 2 else sum(word in text for text in near)


def _words(report: Report, starts: bytes) -> Iterator[str]:
    bounds = [*starts_in(starts), len(report.text)]
    inside = {at for it in report.measures for at in range(it.start, it.end)}
    for start, end in pairwise(bounds):
        word = report.text[start:end]
        if start in inside and _WORD.fullmatch(word) and not _NUMBER.search(word):
            yield word


def _like(report: Report, index: int, score: float, worth: float, why: tuple[str, ...]) -> Like:
    return Like(report, report.measures[index], round(score * worth, 4), why)


def _specific(report: Report, index: int) -> tuple[float, tuple[str, ...]]:
    """How much more a measure is worth for being specific, and what makes it so."""
    measure = report.measures[index]
    text = report.slice(measure)
    figures = sum(measure.start <= it.start < measure.end for it in report.numbers)
    names = [name for name in _NAMED.findall(text) if not _RULE.search(name)]
    own = 1 - min(1.0, sum(len(it) for it in stock_phrases() if it in text) / max(1, len(text)))
    worth = 1 + _FIGURE * min(figures, _MOST_FIGURES) + _MECHANISM * bool(names) + _OWN * own
    why = (
        *((f"数据 {figures} 处",) if figures else ()),
        *(f"“{name}”" for name in names[:2]),
    )
    return worth, why


def _rank(found: Like) -> tuple[float, str, int]:
    return -found.score, found.report.sha256, found.measure.start

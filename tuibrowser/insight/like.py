"""How neighbours write on the same subject, the most specific first; what words set a report apart.

What two measures have in common is judged as when reports are compared. Among those that are like
enough it counts most how specific a measure is: numbers, named mechanisms, wording of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, pairwise
from math import log
from operator import add
from typing import Final, NamedTuple

from tuibrowser.compare.similarity import Profile, likeness, profiles
from tuibrowser.insight.boilerplate import unit_of, weights
from tuibrowser.lexicon.stock import plain_words, usual_words
from tuibrowser.model.report import Passage, Report
from tuibrowser.places.units import same_unit
from tuibrowser.text.numerals import NUMERAL
from tuibrowser.text.shadows import shadow
from tuibrowser.text.words import starts_in

_WEIGHED: Final = 16
"""Measures of a unit, of all its years, that are weighed for each one asked about, of which one is
given. Of 115 that were given when so many of each year were, 98 are given."""
_READ: Final = 4
"""Times as many as are wanted, whose wording is weighed; 0.2 ms each."""
_FIGURE: Final = 0.15
_MOST_FIGURES: Final = 4
_MECHANISM: Final = 0.4
_MOST_MECHANISMS: Final = 2
_OWN: Final = 0.8
"""What a number, a named mechanism, and wording that is all its own add to a measure's worth."""
_ALIKE: Final = 0.6
"""Likeness that is enough: what says hardly more than what was asked is no better than that."""
_LIKENESS: Final = 0.5
"""To which power likeness counts beside that: all of them are on the subject."""

_NAMED: Final = re.compile('[“"「]([^“”"「」]{2,16})[”"」]')
"""A mechanism's own name (“采茶人说事亭”); what is longer is quoted."""
# Code, not lexicon: campaigns of the whole country, to which few are added in a decade.
_RULE: Final = re.compile("普法|八五|七五|九五|双随机|一规划|枫桥|放管服|谁执法")
"""Names between quotation marks that everybody has."""
_LACKS: Final = re.compile(
    "不足|问题|短板|薄弱|差距|困难|欠缺|缺[乏少]|[不未]够|不[高强深细严实到]|滞后|单一"
)
_WORD: Final = re.compile("[\u3400-\u9fff]{2,8}")
# Code, not lexicon: what no noun begins or ends with, as where a word was cut wrongly (余人, 发到).
_PIECE: Final = re.compile(
    "^[不没各每该其之所名余内此某本再将把被让向从对为与和及或并均都已也就更最很]|^[办抓做走送发贴写摆][进到出成好]"
    "|[的地得了着到在于以及等是有为和与]$"
)
_NUMBER: Final = re.compile(f"[{NUMERAL}]")
_MOST_WORDS: Final = 30


class Like(NamedTuple):
    """A measure of a neighbour on the same subject."""

    report: Report
    measure: Passage
    score: float
    why: tuple[str, ...]
    """Chinese words: what makes it specific."""


class Near(NamedTuple):
    """A measure on the subject, before its wording was looked at."""

    report: Report
    at: int
    """Which of its measures."""
    likeness: float
    specific: tuple[float, tuple[str, ...]]
    """What numbers and names add, and which."""

    @property
    def text(self) -> str:
        return self.report.slice(self.report.measures[self.at])

    @property
    def score(self) -> float:
        return self.likeness * (1 + self.specific[0])


Nearby = list[dict[object, Near]]
"""For each measure of a report the nearest one of each unit."""


class Telling(NamedTuple):
    """A word that a report has more of than others."""

    word: str
    times: int
    """How often it stands in the report."""
    elsewhere: int
    """How many of the other reports have it."""


def alike(report: Report, others: Sequence[Report], limit: int) -> list[tuple[Like, ...]]:
    """For each of ``report.measures`` the measures of other units on its subject, best first.

    Args:
        report: Of a library or not.
        others: Those of its own unit are passed over.
        limit: How many for each measure; of one unit one alone, since it says the same each year.
    """
    return most_specific([nearby(report, others)], limit)


def nearby(report: Report, others: Sequence[Report]) -> Nearby:
    """For each of ``report.measures`` the nearest of each unit, 4 ms for each of ``others``."""
    own = profiles(report)
    found: Nearby = [{} for _ in own]
    told = [_may_be_lacking(report, it) for it in own]
    for unit, theirs in _by_unit(report, others).items():
        for may_be, into, near in zip(told, found, _near(own, theirs), strict=True):
            if fitting := [it for it, is_lack in near if is_lack in may_be]:
                into[unit] = min(fitting, key=_rank)
    return found


def _may_be_lacking(report: Report, asked: Profile) -> Collection[bool]:
    """Whether what is like a measure may tell of something as lacking: that is no way of doing it,
    nor does whoever types what is to be done look for it."""
    if report.is_report:
        return (_is_lack(asked),)
    return (False, True) if _LACKS.search(report.text) else (False,)


def _near(own: Sequence[Profile], reports: Sequence[Report]) -> Iterator[list[tuple[Near, bool]]]:
    """For each of ``own`` what ``reports`` say like it, and whether they tell of it as lacking."""
    places = [(it, at) for it in reports for at in range(len(it.measures))]
    measures = list(chain.from_iterable(map(profiles, reports)))
    # A measure may be like several, and is as specific to each.
    specific = cache(lambda index: _specific(*places[index]))
    for scores in likeness(own, measures, most=_WEIGHED):
        yield [
            (
                Near(*places[index], min(score, _ALIKE) ** _LIKENESS, specific(index)),
                _is_lack(measures[index]),
            )
            for index, score in scores.items()
        ]


def _by_unit(report: Report, others: Iterable[Report]) -> dict[object, list[Report]]:
    """Those of ``others`` that are not of the unit of ``report``."""
    found: dict[object, list[Report]] = defaultdict(list)
    for it in others:
        if it.sha256 != report.sha256 and not same_unit(it, report):
            found[unit_of(it.issuer, it.place.county, it.sha256)].append(it)
    return found


def _is_lack(profile: Profile) -> bool:
    return profile.said_as == "shortcomings"


def most_specific(found: Iterable[Nearby], limit: int) -> list[tuple[Like, ...]]:
    """The best of what :func:`nearby` found among some reports and among others."""
    read = cache(_own_wording)  # the same measure is like several
    best = []
    for each in zip(*found, strict=True):
        by_unit: dict[object, Near] = {}
        for unit, near in chain.from_iterable(it.items() for it in each):
            by_unit[unit] = min(near, by_unit.get(unit, near), key=_rank)
        best.append(_best(by_unit.values(), limit, read))
    return best


def best_of(found: Iterable[tuple[Report, Passage]], limit: int) -> tuple[Like, ...]:
    """The most specific of measures that are known to be on the subject, one of each unit."""
    by_unit: dict[object, Near] = {}
    for report, measure in found:
        at = report.measures.index(measure)
        near = Near(report, at, _ALIKE**_LIKENESS, _specific(report, at))
        unit = unit_of(report.issuer, report.place.county, report.sha256)
        by_unit[unit] = min(near, by_unit.get(unit, near), key=_rank)
    return _best(by_unit.values(), limit, _own_wording)


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
    words = [it for it in counts if it not in names and _names_a_thing(it)]
    found = [
        Telling(word, counts[word], elsewhere)
        for word, elsewhere in zip(words, _holders(words, texts), strict=True)
    ]
    # One in a hundred texts, twice here, tells more than one in ten, thrice here; of those that
    # stand once a longer one more than a shorter, which may be cut wrongly.
    found.sort(
        key=lambda it: (
            -it.times * log((len(texts) + 1) / (it.elsewhere + 0.5)),
            -len(it.word),
            report.text.find(it.word),
        )
    )
    return tuple(it for it in found if it.elsewhere * 3 <= len(texts))[:_MOST_WORDS]


def _names_a_thing(word: str) -> bool:
    """Whether a word may be of what was done: not where anybody's words make it up (化解|矛盾)."""
    parts = ((word,), *((word[:at], word[at:]) for at in range(2, len(word) - 1)))
    return not (_PIECE.search(word) or any(all(map(_is_anybodys, it)) for it in parts))


def _is_anybodys(word: str) -> bool:
    return word in plain_words() or word in usual_words()


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


def _best(
    near: Iterable[Near], limit: int, own_wording: Callable[[str], float]
) -> tuple[Like, ...]:
    """The best of them, now that the wording of the likeliest is looked at."""
    first = sorted(near, key=_rank)[: _READ * limit]
    found = [
        Like(
            it.report,
            it.report.measures[it.at],
            round(it.score + it.likeness * _OWN * own_wording(it.text), 4),
            it.specific[1],
        )
        for it in first
    ]
    found.sort(key=lambda it: (-it.score, it.report.sha256, it.measure.start))
    return tuple(found[:limit])


def _specific(report: Report, index: int) -> tuple[float, tuple[str, ...]]:
    """What numbers and names of a measure add to its worth, and which they are."""
    measure = report.measures[index]
    figures = sum(measure.start <= it.start < measure.end for it in report.numbers)
    names = [name for name in _NAMED.findall(report.slice(measure)) if not _RULE.search(name)]
    names = list(dict.fromkeys(names))[:_MOST_MECHANISMS]
    worth = _FIGURE * min(figures, _MOST_FIGURES) + _MECHANISM * len(names)
    why = (*((f"数据 {figures} 处",) if figures else ()), *(f"“{name}”" for name in names))
    return worth, why


def _own_wording(text: str) -> float:
    """How much of a measure nobody else would write, 0 to 1."""
    signs = weights(text, shadow(text)).signs
    return sum(signs) / max(1, len(signs))


def _rank(found: Near) -> tuple[float, int, str, int]:
    """The best first, of two years the later."""
    return -found.score, -(found.report.year or 0), found.report.sha256, found.at

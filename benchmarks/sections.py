"""Which sections of two reports the program puts side by side, three ways to read it off, and what
they are held against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from math import log, sqrt
from typing import Final

from benchmarks.coded import Coded
from tuibrowser.compare.assignment import assign
from tuibrowser.compare.masks import Mask
from tuibrowser.compare.similarity import pairs
from tuibrowser.lexicon.acts import load_acts, load_frequencies
from tuibrowser.lexicon.load import load
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.report import Report

Places = Mapping[int, Hashable]
"""Sections by start, with what two of them share that belong together."""

_WORDING: Final = 0.65
"""The rest goes to the themes."""
_LESSER_THEME: Final = 0.3
_HEADING: Final = 0.6
"""The rest goes to the body."""


def by_theme(coded: Coded) -> Places:
    """Sections by their primary theme."""
    return {
        it.start: it.themes[0]
        for it in coded.report.sections
        if it.start in coded.sections and it.themes
    }


def by_heading(coded: Coded, alignment: Alignment, number: int) -> Places:
    """Sections by the row that their heading stands in."""
    starts = [(at, coded.report.passages[it].start) for at, it in _cells(alignment, number)]
    return {start: at for at, start in starts if start in coded.sections}


def by_measures(coded: Coded, alignment: Alignment, number: int) -> Places:
    """Sections by the row with most of their measures."""
    counts: dict[int, Counter[int]] = {}
    for at, index in _cells(alignment, number):
        passage = coded.report.passages[index]
        section = coded.section_of(passage)
        if passage.role == "measure" and section is not None:
            counts.setdefault(section, Counter())[at] += 1
    return {section: count.most_common(1)[0][0] for section, count in counts.items()}


def _cells(alignment: Alignment, number: int) -> list[tuple[int, int]]:
    """The rows and the passages of one report in them."""
    return [
        (at, index) for at, row in enumerate(alignment.rows) for index in row.cells[number].passages
    ]


def score_places(one: Coded, other: Coded, places: tuple[Places, Places]) -> tuple[int, int, int]:
    """Of the pairs that share a place, how many share a theme by hand; how many do at all."""
    all_pairs = [(a, b) for a in one.sections for b in other.sections]
    found = [
        (a, b)
        for a, b in all_pairs
        if a in places[0] and b in places[1] and places[0][a] == places[1][b]
    ]
    right = sum(one.sections[a] == other.sections[b] for a, b in found)
    return right, len(found), sum(one.sections[a] == other.sections[b] for a, b in all_pairs)


def plain_likeness(one: Coded, other: Coded) -> list[dict[int, float]]:
    """How like the sections of two reports are by words and themes alone, as a prototype had it.

    For each of ``one.sections`` the places in ``other.sections``.
    """
    rows, columns = (_vectors(it) for it in (one, other))
    return [
        {
            at: sum(weight * vector.get(term, 0.0) for term, weight in row.items())
            for at, vector in enumerate(columns)
        }
        for row in rows
    ]


def plain_measures(one: Report, other: Report) -> list[dict[int, float]]:
    """How alike the measures of two reports are."""
    rows, columns = ([*_measure_vectors(it)] for it in (one, other))
    return [
        {
            at: sum(weight * vector.get(term, 0.0) for term, weight in row.items())
            for at, vector in enumerate(columns)
        }
        for row in rows
    ]


def _measure_vectors(report: Report) -> Iterator[dict[str, float]]:
    mask = Mask(report)
    for measure in report.measures:
        themes = {f"#{it}": 1 - _LESSER_THEME * rank for rank, it in enumerate(measure.themes)}
        words = _words(mask.apply(measure))
        yield {**_unit(_WORDING, words), **_unit(1 - _WORDING, themes)}


def score_plain(
    one: Coded, other: Coded, likeness: Sequence[Mapping[int, float]], least: float
) -> tuple[int, int, int]:
    """Pairs of sections at least so like, each in one at most.

    Held against the largest number of such pairs that could be right.
    """
    theirs = list(other.sections.values())
    truth = [
        {at: 1.0 for at, theme in enumerate(theirs) if theme == own}
        for own in one.sections.values()
    ]
    found = [
        (row, at)
        for row, at in enumerate(
            assign([{at: it for at, it in row.items() if it >= least} for row in likeness])
        )
        if at is not None
    ]
    possible = sum(at is not None for at in assign(truth))
    return sum(at in truth[row] for row, at in found), len(found), possible


def _vectors(coded: Coded) -> list[dict[str, float]]:
    """For each section a vector: the product of two is how like they are."""
    mask = Mask(coded.report)
    bodies: dict[int | None, list[str]] = {}
    for measure in coded.report.measures:
        bodies.setdefault(coded.section_of(measure), []).append(mask.apply(measure))
    titles = {it.start: mask.title(it) for it in coded.report.sections}
    return [
        {
            place + term: weight
            for place, text, share in (
                ("^", titles[start], _HEADING),
                ("", "|".join(bodies.get(start, ())), 1 - _HEADING),
            )
            for part, terms in ((_WORDING, _words(text)), (1 - _WORDING, _themes(text)))
            for term, weight in _unit(share * part, terms).items()
        }
        for start in coded.sections
    ]


def _words(text: str) -> dict[str, float]:
    return load_frequencies().weighed(pairs(text, load_acts()))


def _themes(text: str) -> dict[str, float]:
    lexicon = load()
    counts: Counter[str] = Counter()
    for word in lexicon.themes.findall(text):
        counts.update(dict(lexicon.theme_words[word]))
    return {f"#{theme}": 1 + log(count) for theme, count in counts.items()}


def _unit(share: float, terms: Mapping[str, float]) -> dict[str, float]:
    """``terms`` as a vector whose product with itself is ``share``."""
    length = sqrt(sum(weight * weight for weight in terms.values())) or 1.0
    return {term: sqrt(share) * weight / length for term, weight in terms.items()}

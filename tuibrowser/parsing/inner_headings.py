"""The headings in a long line: where those end that a number opens, and which lost their numbers.

Where numbers were lost, a heading shows by its form; where one heading of a chapter was found so,
its likes are looked for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tuibrowser.parsing.inner_numbers import BARE, FIRST, Number
from tuibrowser.parsing.lines import Line, without_remarks
from tuibrowser.parsing.seams import (
    LONGEST,
    PageWords,
    Seam,
    heading_end,
    item_end,
    opens_sentence,
    seams,
)

_STOPS = frozenset("。;!?:")
_SENTENCE_ENDS = frozenset("。!?")


# --- where a heading ends and its text begins -------------------------------------------------


def heading_ends(line: Line, numbers: Sequence[Number], page: PageWords) -> Iterator[int]:
    if not numbers or _is_spaced(line, numbers):
        return
    shadow = line.shadow
    edges = [*(number.start for number in numbers[1:]), len(shadow)]
    plain = without_remarks(shadow)
    top = numbers[0].style if numbers[0].style in {*FIRST, "number"} else "chapter"
    for (_, start, style, _), edge in zip(numbers, edges, strict=True):
        limit = min(edge, start + LONGEST)
        stop = next((at for at in range(start, limit) if plain[at] in _STOPS), limit)
        if stop == edge and edge - start <= LONGEST:
            if style == top and (end := item_end(shadow[start:edge], page)):
                yield start + end  # 一、主要做法一年来抓了三件事（一）…
            continue  # all of it is heading
        if any(_is_parted(line, at) for at in range(start + 4, stop)):
            continue
        rest = shadow[start : min(stop + 1, limit)]
        # 1.召开会议5次。 is all that its number heads, so it is a point rather than a heading.
        is_alone = style not in {*FIRST, top} and shadow.find("。", start, edge) in {-1, edge - 1}
        if end := heading_end(
            rest, style == top, page, _ALONE.get(style, _LIKELY + 0.2) if is_alone else 0.0
        ):
            yield start + end


def _is_spaced(line: Line, numbers: Sequence[Number]) -> bool:
    """Whether white space stands where lines ended: then a heading that ends does so there."""
    spaced = sum(_is_parted(line, number.start) for number in numbers[1:])
    return len(numbers) > 1 and spaced >= _SPACED * (len(numbers) - 1)


_SPACED: Final = 0.8


def _is_parted(line: Line, at: int) -> bool:
    """Whether white space stands before ``at``, and not for a number's sake (2024 年)."""
    around = line.shadow[at - 1 : at + 1]
    return line.offsets[at] - line.offsets[at - 1] > 1 and not re.search(r"\d", around)


# --- headings that lost their number, too -----------------------------------------------------

_CERTAIN: Final = 5.0
_LIKELY: Final = 3.4
_ALONE: Final = {"item": 2.8}
_BEHIND: Final = 4.4
"""Of a heading right behind that of its chapter, where one is to be expected."""
_OPENS_TEXT: Final = 1.9
_HEADS: Final = 1.5
_OF_ONE_FORM: Final = 3
"""Headings from which on their form speaks for each of them."""
_FORM: Final = 2.0
_YEAR: Final = re.compile(r"20\d\d年度?")
_NAMES_ITEM: Final = re.compile(
    r"(?:20\d\d年度?)?(?:[我本][镇乡街县区局]{1,2})?(?:全面)?(?:推进|法治|依法|党政|主要|存在|工作|目前|当前|下一?步|下一?年|取得"
    r"|其他|需要|落实|履行|开展|基本|总体|问题|不足|短板|差距|困难|特色|亮点|今后|来年|明年)"
)
_Candidate = tuple[int, Seam]
"""Where a heading may begin, and where it may end, counted from there."""


def unnumbered(
    shadow: str, numbers: Sequence[Number], ends: set[int], page: PageWords
) -> Iterator[tuple[int, int]]:
    """Start and end of the headings without number.

    First those that name a required item, then, in each chapter whose headings lost their numbers,
    those of one form.
    """
    found = list(_candidates(shadow, numbers, ends, page))
    upper = {start: best for start, ends in found if (best := _upper(shadow, start, ends))}
    yield from ((start, start + seam.at) for start, seam in upper.items())
    chapters = [number.start for number in numbers if number.style in FIRST]
    bounds = sorted({0, *chapters, *upper, len(shadow)})
    for begin, end in pairwise(bounds):
        inside = [it for it in numbers if begin <= it.start < end and it.style not in FIRST]
        below = [it for it in found if begin < it[0] < end and it[0] not in upper]
        for start, seam in _lost(shadow, list(_of_one_form(shadow, below)), inside, begin):
            yield start, start + seam.at


def _candidates(
    shadow: str, numbers: Sequence[Number], ends: set[int], page: PageWords
) -> Iterator[tuple[int, list[Seam]]]:
    """The sentences that may begin with a heading, each with the places where it may end."""
    starts = {number.start: number for number in numbers}
    edges = sorted({0, *ends, *starts, len(shadow)})
    above = ""
    for begin, end in pairwise(edges):
        if begin in starts:
            above = starts[begin].style
        sentences = list(_sentences(shadow, begin, end))
        # The first sentence of a numbered piece is its own, or its heading.
        for start, until in sentences[1 if begin in starts or above not in {*FIRST, ""} else 0 :]:
            is_cut = until == end and end in starts and starts[end].ordinal == 1
            if places := _seams(shadow[start:until], is_cut, page):
                yield start, places


def _seams(sentence: str, is_cut: bool, page: PageWords) -> list[Seam]:
    """The likely ends of a heading that a sentence may begin with.

    One to the full stop is left to the rules for lines; one before a list's 1. is whole.
    """
    if is_cut and BARE.match(sentence):
        return [Seam(len(sentence), _CERTAIN, 0, True)]
    words = sentence[: LONGEST + 8]
    year = _YEAR.match(words)
    if opens_sentence(words, page) and not year:
        return []
    return [
        seam
        for seam in seams(words, bool(_NAMES_ITEM.match(words)), page)
        if seam.after >= _OPENS_TEXT
        and words[seam.at] not in _STOPS
        and not re.search(r"\d", words[year.end() if year else 0 : seam.at])
    ]


def _upper(shadow: str, start: int, found: Sequence[Seam]) -> Seam | None:
    """The end of a heading that names a required item."""
    if not _NAMES_ITEM.match(shadow, start):
        return None
    return max((it for it in found if it.names_item), key=lambda it: it.weight, default=None)


def _of_one_form(shadow: str, found: Sequence[tuple[int, list[Seam]]]) -> Iterator[_Candidate]:
    """Of each sentence its likeliest heading; two clauses as long as those of others are."""

    def form(start: int, seam: Seam) -> tuple[int, int] | None:
        one, comma, other = shadow[start : start + seam.at].partition(",")
        return (len(one), len(other)) if comma else None

    forms = Counter(
        shape
        for start, ends in found
        for seam in ends
        if seam.before > -1 and (shape := form(start, seam))
    )
    most = max(forms.values(), default=0)
    shared = {shape for shape in forms if forms[shape] == most >= _OF_ONE_FORM}
    for start, ends in found:
        weighed = [
            seam._replace(before=seam.before + _FORM) if form(start, seam) in shared else seam
            for seam in ends
        ]
        best = max(weighed, key=lambda it: it.weight)
        if best.before >= _HEADS:
            yield start, best


def _lost(
    shadow: str, candidates: Sequence[_Candidate], inside: Sequence[Number], begin: int
) -> Iterator[_Candidate]:
    """The headings among ``candidates`` of a chapter that holds the numbers ``inside``."""
    outer = [it for it in inside if it.style == inside[0].style]
    if not outer or outer[0].style != "item":
        yield from _all_lost(shadow, candidates, begin)
        return
    counted, after = 0, begin
    for number in outer:
        between = [it for it in candidates if after < it[0] < number.start]
        best = sorted(between, key=lambda it: -it[1].weight)[: max(number.ordinal - counted - 1, 0)]
        yield from (it for it in best if it[1].weight >= _LIKELY)
        counted, after = number.ordinal, number.start
    yield from (it for it in candidates if it[0] > after and it[1].weight >= _CERTAIN)


def _all_lost(shadow: str, candidates: Sequence[_Candidate], begin: int) -> Iterator[_Candidate]:
    """Two at least, of as many clauses as one that is certain has."""
    for clauses in (2, 1):
        likely = [
            (start, seam)
            for start, seam in candidates
            if seam.weight >= _LIKELY and ("," in shadow[start : start + seam.at]) == (clauses == 2)
        ]
        least = _CERTAIN
        if likely and not _SENTENCE.search(shadow, begin, likely[0][0]):
            least = _BEHIND  # nothing but the chapter's own heading stands above it
        if clauses == 1:
            likely = [it for it in likely if it[1].weight >= least]
        if len(likely) > 1 and any(seam.weight >= least for _, seam in likely):
            yield from likely
            return


_SENTENCE: Final = re.compile("[。!?]")


def _sentences(shadow: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of ``shadow[begin:end]``."""
    start = begin
    for at in range(begin, end):
        if shadow[at] in _SENTENCE_ENDS or shadow.endswith("如下:", begin, at + 1):
            yield start, at + 1
            start = at + 1
    if start < end:
        yield start, end

"""The headings in a long line: where those end that a number opens, and which lost their numbers.

Where numbers were lost, a heading shows by its form; where one heading of a chapter was found so,
its likes are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tuibrowser.parsing.inner_numbers import BARE, FIRST, Number
from tuibrowser.parsing.kin import Kin, heading_end
from tuibrowser.parsing.lines import Line, without_remarks
from tuibrowser.parsing.page_words import PageWords
from tuibrowser.parsing.seams import (
    LONGEST,
    Seam,
    form,
    item_end,
    item_length,
    opens_sentence,
    seams,
)

_STOPS = frozenset("。;!?:")
_SENTENCE_ENDS = frozenset("。!?")


# --- where a heading ends and its text begins -------------------------------------------------


def heading_ends(line: Line, numbers: Sequence[Number], page: PageWords) -> Iterator[int]:
    """Where the headings end that ``numbers`` open; those of one list are weighed together."""
    if not numbers or _is_spaced(line, numbers):
        return
    top = numbers[0].style if numbers[0].style in {*FIRST, "number"} else "chapter"
    for numbered in _lists(line, numbers):
        headed = [_Headed.of(line, number, edge, top, page) for number, edge in numbered]
        kin = Kin(it.seams for it in headed)
        # Where most rule more than a sentence all of them are headings.
        if sum(it.fewest > 0 for it in headed) * 2 <= len(headed):
            headed = [it._replace(fewest=0.0) for it in headed]
        for member, it in enumerate(headed):
            if end := it.end(kin, member, page):
                yield it.start + end


def _lists(line: Line, numbers: Sequence[Number]) -> Iterator[list[tuple[Number, int]]]:
    """The numbers of each list, each with the start of the next number, whatever its style."""
    edges = [*(number.start for number in numbers[1:]), len(line.shadow)]
    open_lists: list[list[tuple[Number, int]]] = []
    for number, edge in zip(numbers, edges, strict=True):
        at = next((i for i, it in enumerate(open_lists) if it[0][0].style == number.style), None)
        if at is not None and number.ordinal == 1:
            yield from open_lists[at:]
            del open_lists[at:]
            at = None
        elif at is not None:
            yield from open_lists[at + 1 :]
            del open_lists[at + 1 :]
        if at is None:
            open_lists.append([])
        open_lists[-1].append((number, edge))
    yield from open_lists


class _Headed(NamedTuple):
    """A number with the words that follow it, and the places where its heading may end."""

    start: int
    words: str
    seams: list[Seam]
    is_top: bool
    is_whole: bool
    """Whether all of it is heading, up to the next number."""
    fewest: float

    @classmethod
    def of(cls, line: Line, number: Number, edge: int, top: str, page: PageWords) -> _Headed:
        """What may be the heading of ``number``, before the next number at ``edge``."""
        shadow, style, start = line.shadow, number.style, number.end
        limit = min(edge, start + LONGEST)
        words = without_remarks(shadow[start:edge])
        stop = start + next(
            (at for at in range(limit - start) if words[at] in _STOPS), limit - start
        )
        is_whole = stop == edge and edge - start <= LONGEST
        if not is_whole and any(_is_parted(line, at) for at in range(start + 4, stop)):
            words = ""
        words = words[: min(stop + 1, limit) - start]
        # 1.召开会议5次。 is all that its number heads, so it is a point rather than a heading.
        is_alone = shadow.find("。", start, edge) in {-1, edge - 1}
        fewest = 0.0
        if is_alone and style not in {*FIRST, top}:
            fewest = _ALONE.get(style, _LIKELY + 0.2)
        found = list(seams(words, style == top, page)) if words and not is_whole else []
        if is_alone:  # a heading to its full stop would rule nothing
            found = [it._replace(after=it.after - _RULES_NOTHING * it.is_stop) for it in found]
        if is_whole:
            found = [Seam(len(words), _CERTAIN, 0, False, form(words))]
        return cls(start, words, found, style == top, is_whole, fewest)

    def end(self, kin: Kin, member: int, page: PageWords) -> int | None:
        """Where the heading ends amid the words, if it does."""
        if self.is_whole:  # 一、主要做法一年来抓了三件事（一）…
            return item_end(self.words, page) if self.is_top else None
        return heading_end(self.seams, kin, member, self.fewest)


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
_RULES_NOTHING: Final = 2.5
_ALONE: Final = {"item": 2.8}
_BEHIND: Final = 4.4
"""Of a heading right behind that of its chapter, where one is to be expected."""
_OPENS_TEXT: Final = 1.2
_HEADS: Final = 1.5
_JOINT_DEPTH: Final = 3
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
    upper: dict[int, int] = {}
    for _ in range(_JOINT_DEPTH):  # 存在的问题 right below 存在的问题及下步打算
        found = list(_candidates(shadow, numbers, ends, page))
        upper |= _uppers(shadow, found)
        ends = {*ends, *upper.values()}
    yield from upper.items()
    found = [it for it in found if it[0] not in upper and it[1]]
    chapters = [number.start for number in numbers if number.style in FIRST]
    bounds = sorted({0, *chapters, *upper, len(shadow)})
    for begin, end in pairwise(bounds):
        inside = [it for it in numbers if begin <= it.start < end and it.style not in FIRST]
        below = [it for it in found if begin < it[0] < end]
        for start, seam in _lost(shadow, list(_of_one_form(below)), inside, begin):
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
            places = _seams(shadow[start:until], is_cut, page)
            if places or item_length(shadow[start : start + LONGEST]):
                yield start, places


def _seams(sentence: str, is_cut: bool, page: PageWords) -> list[Seam]:
    """The likely ends of a heading that a sentence may begin with.

    One to the full stop is left to the rules for lines; one before a list's 1. is whole.
    """
    if is_cut and BARE.match(sentence):
        return [Seam(len(sentence), _CERTAIN, 0, True, form(sentence))]
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


def _uppers(shadow: str, candidates: Iterable[tuple[int, list[Seam]]]) -> Iterator[tuple[int, int]]:
    """Start and end of the headings that name a required item."""
    for start, found in candidates:
        if length := item_length(shadow[start : start + LONGEST]):
            yield start, start + length
        elif _NAMES_ITEM.match(shadow, start):
            named = [seam for seam in found if seam.names_item]
            if named:
                yield start, start + max(named, key=lambda it: it.weight).at


def _of_one_form(found: Sequence[tuple[int, list[Seam]]]) -> Iterator[_Candidate]:
    """Of each sentence its likeliest heading; one as long as those of others is likelier."""
    kin = Kin([seams for _, seams in found])
    for member, (start, ends) in enumerate(found):
        weighed = [it._replace(before=it.before + kin.echo(it, member)) for it in ends]
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

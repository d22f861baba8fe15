"""Where the headings end that numbers open in a long line, and their text begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tuibrowser.parsing.breaks.endings import BEHIND, Ending, endings, tells_lacks
from tuibrowser.parsing.breaks.inner_numbers import FIRST, HeadingNumber
from tuibrowser.parsing.breaks.kin import Kin
from tuibrowser.parsing.breaks.page_words import PageWords
from tuibrowser.parsing.breaks.seams import LONGEST, Seam, form, item_end, seams
from tuibrowser.parsing.lines.source import Line, without_remarks

_STOPS = frozenset("。;!?:")
_LONGEST_NAME: Final = 24
_SPACED: Final = 0.8
"""Share of the numbers that white space stands before on a page where lines ended in it."""
_CERTAIN: Final = 9.0
_HEADS: Final = 2.4
"""What the likeliest ends of a list weigh on average, where most rule one sentence and it is none
of points: of 162 such lists, 91 in 100 are told so, as 69 are by rules."""
_HEADS_AT_ALL: Final = 0.0
"""What the likeliest ends weigh on average of a list that rules more."""


def heading_ends(line: Line, numbers: Sequence[HeadingNumber], page: PageWords) -> Iterator[int]:
    """Where the headings end that ``numbers`` open; those of one list are weighed together."""
    if not numbers or _is_spaced(line, numbers):
        return
    for headed in numbered_lists(line, numbers, page):
        ends = [it.endings() for it in headed]
        if _are_points(headed, ends):
            continue
        # Headings of required items are as long as their words are, whatever stands beside them.
        kin = Kin([] if it.names_item else found for it, found in zip(headed, ends, strict=True))
        for member, it in enumerate(headed):
            if it.is_whole:  # 一、主要做法一年来抓了三件事（一）…
                end = item_end(it.words, page) if it.is_top else None
            else:
                end = kin.end(ends[member], member)
            if end:
                yield it.start + end


def numbered_lists(
    line: Line, numbers: Sequence[HeadingNumber], page: PageWords
) -> Iterator[list[NumberedHeading]]:
    """What may be headings, by the lists that their numbers are of."""
    top = numbers[0].style if numbers[0].style in {*FIRST, "number"} else "chapter"
    above = dict(pairwise(reversed(numbers)))
    rules = {
        number
        for number, below in pairwise(numbers)
        if below.ordinal == 1 and below.style != number.style
    }
    for numbered in _lists(line, numbers):
        first = numbered[0][0]
        lacks = first in above and _tells_lacks(line.shadow, above[first], first.start)
        yield [
            NumberedHeading.of(line, number, edge, top, page, number in rules)._replace(
                is_on_lacks=lacks
            )
            for number, edge in numbered
        ]


def _tells_lacks(shadow: str, number: HeadingNumber, below: int) -> bool:
    """Whether ``number``, with a list at ``below``, rules a part on what is wanting."""
    return tells_lacks(shadow[number.end : min(number.end + _LONGEST_NAME, below)])


def _lists(
    line: Line, numbers: Sequence[HeadingNumber]
) -> Iterator[list[tuple[HeadingNumber, int]]]:
    """The numbers of each list, each with the start of the next number, whatever its style."""
    edges = [*(number.start for number in numbers[1:]), len(line.shadow)]
    open_lists: list[list[tuple[HeadingNumber, int]]] = []
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


class NumberedHeading(NamedTuple):
    """A number with the words that follow it, and what the rules say of where its heading ends."""

    start: int
    words: str
    """A dozen characters of the text included, so that it shows whether it begins there."""
    seams: list[Seam]
    is_top: bool
    is_whole: bool
    """Whether all of it is heading, up to the next number."""
    is_alone: bool
    """Whether one sentence is all that its number rules: 1.召开会议5次。"""
    is_on_lacks: bool = False
    """Whether its list stands in a part on what is wanting."""

    @classmethod
    def of(
        cls,
        line: Line,
        number: HeadingNumber,
        edge: int,
        top: str,
        page: PageWords,
        is_above_list: bool = False,
    ) -> NumberedHeading:
        """What may be the heading of ``number``, before the next number at ``edge``, which may be
        the first of a list below it."""
        shadow, style, start = line.shadow, number.style, number.end
        limit = min(edge, start + LONGEST)
        words = without_remarks(shadow[start:edge])
        stop = start + next(
            (at for at in range(limit - start) if words[at] in _STOPS), limit - start
        )
        # 一、坚持党的领导,夯实根基。（一）…, 一、主要举措：（一）…: so ends what rules a list.
        is_sentence = is_above_list and stop == edge - 1 and shadow[stop] in "。:"
        is_whole = (stop == edge or is_sentence) and edge - start <= LONGEST
        if not is_whole and any(_is_parted(line, at) for at in range(start + 4, stop)):
            words = ""
        within = words[: min(stop + 1, limit) - start]
        is_top, words = style == top, words[: LONGEST + BEHIND]
        found = list(seams(within, is_top, page)) if within and not is_whole else []
        is_alone = style not in {*FIRST, top} and shadow.find("。", start, edge) in {-1, edge - 1}
        return cls(start, words, found, is_top, is_whole, is_alone)

    def endings(self) -> list[Ending]:
        """The places where the heading may end."""
        if self.is_whole:
            return [Ending(len(self.words), _CERTAIN, 1.0, form(self.words))]
        return endings(self.words, self.seams, self.is_top, self.is_on_lacks)

    @property
    def names_item(self) -> bool:
        """Whether its likeliest end is that of a required item's heading."""
        best = max(self.seams, key=lambda it: it.weight, default=None)
        return best is not None and best.names_item


def _are_points(headed: Sequence[NumberedHeading], ends: Sequence[Sequence[Ending]]) -> bool:
    """Whether numbers count sentences: 1.召开会议5次。2.印发资料300份。"""
    mostly_alone = sum(it.is_alone for it in headed) * 2 > len(headed)
    least = _HEADS if mostly_alone else _HEADS_AT_ALL
    best = [max((end.weight for end in found), default=least) for found in ends]
    return not headed[0].is_top and sum(best) < least * len(best)


def _is_spaced(line: Line, numbers: Sequence[HeadingNumber]) -> bool:
    """Whether white space stands where lines ended: then a heading that ends does so there."""
    spaced = sum(_is_parted(line, number.start) for number in numbers[1:])
    return len(numbers) > 1 and spaced >= _SPACED * (len(numbers) - 1)


def _is_parted(line: Line, at: int) -> bool:
    """Whether white space stands before ``at``, and not for a number's sake (2024 年)."""
    around = line.shadow[at - 1 : at + 1]
    return line.offsets[at] - line.offsets[at - 1] > 1 and not re.search(r"\d", around)

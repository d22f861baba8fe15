"""Where the headings end that numbers open in a long line, and their text begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tuibrowser.parsing.inner_numbers import FIRST, Number
from tuibrowser.parsing.kin import Kin, heading_end
from tuibrowser.parsing.lines import Line, without_remarks
from tuibrowser.parsing.page_words import PageWords
from tuibrowser.parsing.seams import LONGEST, Seam, form, item_end, seams

_STOPS = frozenset("。;!?:")
_SPACED: Final = 0.8
"""Share of the numbers that white space stands before on a page where lines ended in it."""
_CERTAIN: Final = 5.0
_RULES_NOTHING: Final = 2.5
"""What a heading to its full stop loses where no sentence follows."""
_ALONE: Final = {"item": 2.8}
"""By style, what a heading must weigh that rules one sentence; else it is a point."""
_LIKELY_POINT: Final = 3.6
"""The same of all other styles."""


def heading_ends(line: Line, numbers: Sequence[Number], page: PageWords) -> Iterator[int]:
    """Where the headings end that ``numbers`` open; those of one list are weighed together."""
    if not numbers or _is_spaced(line, numbers):
        return
    top = numbers[0].style if numbers[0].style in {*FIRST, "number"} else "chapter"
    for numbered in _lists(line, numbers):
        headed = [_Headed.of(line, number, edge, top, page) for number, edge in numbered]
        # Headings of required items are as long as their words are, whatever stands beside them.
        kin = Kin([] if it.names_item else it.seams for it in headed)
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
            fewest = _ALONE.get(style, _LIKELY_POINT)
        found = list(seams(words, style == top, page)) if words and not is_whole else []
        if is_alone:  # a heading to its full stop would rule nothing
            found = [it._replace(after=it.after - _RULES_NOTHING * it.is_stop) for it in found]
        if is_whole:
            found = [Seam(len(words), _CERTAIN, 0, False, form(words))]
        return cls(start, words, found, style == top, is_whole, fewest)

    @property
    def names_item(self) -> bool:
        """Whether its likeliest end is that of a required item's heading."""
        best = max(self.seams, key=lambda it: it.weight, default=None)
        return best is not None and best.names_item

    def end(self, kin: Kin, member: int, page: PageWords) -> int | None:
        """Where the heading ends amid the words, if it does."""
        if self.is_whole:  # 一、主要做法一年来抓了三件事（一）…
            return item_end(self.words, page) if self.is_top else None
        return heading_end(self.seams, kin, member, self.fewest)


def _is_spaced(line: Line, numbers: Sequence[Number]) -> bool:
    """Whether white space stands where lines ended: then a heading that ends does so there."""
    spaced = sum(_is_parted(line, number.start) for number in numbers[1:])
    return len(numbers) > 1 and spaced >= _SPACED * (len(numbers) - 1)


def _is_parted(line: Line, at: int) -> bool:
    """Whether white space stands before ``at``, and not for a number's sake (2024 年)."""
    around = line.shadow[at - 1 : at + 1]
    return line.offsets[at] - line.offsets[at - 1] > 1 and not re.search(r"\d", around)

"""A numbered heading that ran into its text, nothing between, where its likes stand on lines of
their own: （四）强化应急管理修订预案6个，… below （三）守住平安底线.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.parsing.breaks.inner_headings import NumberedHeading
from tuibrowser.parsing.breaks.inner_numbers import HeadingNumber
from tuibrowser.parsing.breaks.kin import Kin
from tuibrowser.parsing.breaks.page_words import PageWords
from tuibrowser.parsing.breaks.seams import LONGEST
from tuibrowser.parsing.lines.numbering import MARKER, ordinal_of
from tuibrowser.parsing.lines.source import Line

_STYLES: Final = frozenset({"chapter", "item"})
_FEWEST_OWN: Final = 0.8
"""Share of the paragraphs that are lines of the text; of a page that was cut few are."""
_STOP: Final = re.compile("[。;:!?]")
_TELLS: Final = re.compile(r"\d|,.*,")
"""What few headings hold before their stop; where they do, words decide."""
_LEAST: Final = 1.5
"""What speaks for an end at least. Of 63 headings glued to their texts 47 are cut rightly, four
amiss; of 939 texts as they are none is cut that had no such heading."""


def cut_glued(lines: Sequence[Line], text: str) -> list[Line]:
    """``lines``, with such headings cut from what follows them; pages that were cut are whole."""
    if len({line.number for line in lines}) < len(lines) * _FEWEST_OWN:
        return list(lines)
    lists = [(numbered, glued) for numbered in _lists(lines) if (glued := _glued(lines, numbered))]
    if not lists:
        return list(lines)
    page = PageWords.of("".join(line.shadow for line in lines))
    ends = {
        index: end
        for numbered, glued in lists
        for index, end in _ends(lines, numbered, glued, page)
    }
    return [
        piece
        for index, line in enumerate(lines)
        for piece in (
            line.cut([0, ends[index], len(line.shadow)], text) if index in ends else [line]
        )
    ]


def _lists(lines: Sequence[Line]) -> Iterator[list[tuple[int, HeadingNumber]]]:
    """The lines that count on, one list after another, each with its number."""
    open_lists: dict[str, list[tuple[int, HeadingNumber]]] = {}
    for index, line in enumerate(lines):
        marker = MARKER.match(line.shadow)
        style = marker.lastgroup if marker else None
        if marker is None or style not in _STYLES:
            continue
        number = HeadingNumber(0, marker.end(), style, ordinal_of(marker[0]) or 0)
        numbered = open_lists.get(style, [])
        if not numbered or number.ordinal != numbered[-1][1].ordinal + 1:
            if numbered:
                yield numbered
            open_lists[style] = numbered = []
        numbered.append((index, number))
        if style == "chapter" and "item" in open_lists:
            yield open_lists.pop("item")
    yield from open_lists.values()


def _glued(lines: Sequence[Line], numbered: Sequence[tuple[int, HeadingNumber]]) -> list[int]:
    """Which members of a list ran into their text; none where fewer stand alone."""
    glued = [it for it, (index, number) in enumerate(numbered) if _is_glued(lines[index], number)]
    members, ran_in = {index for index, _ in numbered}, set(glued)
    alone = sum(
        # What has nothing below it is a point: （一）走访茶农。 right above （二）.
        index + 1 not in members and at not in ran_in and _is_alone(lines[index], number)
        for at, (index, number) in enumerate(numbered)
    )
    return glued if alone >= len(glued) else []


def _ends(
    lines: Sequence[Line],
    numbered: Sequence[tuple[int, HeadingNumber]],
    glued: Sequence[int],
    page: PageWords,
) -> Iterator[tuple[int, int]]:
    """The paragraphs of a list whose headings ran into their text, and where these end."""
    headed = [
        NumberedHeading.of(lines[index], number, len(lines[index].shadow), "chapter", page)
        for index, number in numbered
    ]
    places = [it.endings() for it in headed]
    kin = Kin(places)
    for member in glued:
        index, number = numbered[member]
        end = kin.end(places[member], member)
        best = max((it.weight for it in places[member] if it.at == end), default=0.0)
        if end and best >= _LEAST:
            yield index, number.end + end


def _is_alone(line: Line, number: HeadingNumber) -> bool:
    """Whether a heading is all that the paragraph holds."""
    words = line.shadow[number.end :]
    return len(words) <= LONGEST and not _STOP.search(words[:-1])


def _is_glued(line: Line, number: HeadingNumber) -> bool:
    """Whether the paragraph begins with no heading that a stop ends."""
    words = line.shadow[number.end :]
    stop = _STOP.search(words)
    first = words[: stop.start()] if stop else words
    return stop is not None and (len(first) > LONGEST or _TELLS.search(first) is not None)

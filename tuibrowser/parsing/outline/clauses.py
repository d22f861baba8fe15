"""Numbered headings that a comma alone parts from their text: （一）聚焦增效，使底气“足起来”，全年…

One such sentence tells nothing, a list whose members all open with two clauses of one form does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tuibrowser.parsing.lines.numbering import MARKER, ordinal_of
from tuibrowser.parsing.lines.source import Line
from tuibrowser.parsing.outline.marked import Heading

_FEWEST: Final = 3
_SLACK: Final = 2
"""Characters by which a clause may be longer than its like in another member."""
_OPENS: Final = re.compile(r"([^,。;:!?\d]{4,16}),([^,。;:!?\d]{4,20}),(?=[^,]{2})")
"""Two clauses without a number, and a third behind them."""
_COUNTS: Final = re.compile(r",.*\d")


def parted_by_clauses(
    lines: Sequence[Line], body: Sequence[int], marked: Mapping[int, Heading], text: str
) -> Iterator[tuple[int, Heading]]:
    """The members of lists of sentences, three at least, whose first two clauses are of one form:
    both as long, and one of them opens with the same character in all.

    Args:
        lines: Paragraphs of the whole source.
        body: Indices of those that may be heading or body, in order.
        marked: The headings known so far; a short sentence with a number is taken for one, too.
        text: The report's text.
    """
    for members in _lists(lines, body):
        opened = [_OPENS.match(lines[index].shadow, length) for index, length in members]
        found = [it for it in opened if it is not None]
        if (
            len(found) == len(opened) >= _FEWEST
            and not any(index in marked and marked[index].body for index, _ in members)
            and _are_sentences([lines[index].shadow for index, _ in members])
            and _are_alike(found)
        ):
            for number, ((index, length), match) in enumerate(zip(members, found, strict=True), 1):
                line, at = lines[index], match.end()
                head, behind = line.piece(0, at, text), line.piece(at, len(line.shadow), text)
                yield index, Heading(index, 2, "item", number, length, head, behind)


def _lists(lines: Sequence[Line], body: Sequence[int]) -> Iterator[list[tuple[int, int]]]:
    """Paragraphs that are numbered （一）（二）（三）, each with the length of its number."""
    members: list[tuple[int, int]] = []
    for index in body:
        marker = MARKER.match(lines[index].shadow)
        if marker is None or marker.lastgroup != "item":
            continue
        if ordinal_of(marker[0]) != len(members) + 1:
            yield members
            members = []
        members.append((index, marker.end()))
    yield members


def _are_sentences(words: Sequence[str]) -> bool:
    """Whether all end in a stop, and half of them count something, as no heading does."""
    counting = sum(bool(_COUNTS.search(it)) for it in words)
    return counting * 2 >= len(words) and all(it.endswith("。") for it in words)


def _are_alike(opened: Sequence[re.Match[str]]) -> bool:
    clauses = [[match[number] for match in opened] for number in (1, 2)]
    lengths = [[len(words) for words in likes] for likes in clauses]
    as_long = all(max(it) - min(it) <= _SLACK for it in lengths)
    return as_long and any(len({words[0] for words in likes}) == 1 for likes in clauses)

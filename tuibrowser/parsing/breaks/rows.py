"""Reports that are a table: | 主要举措和成效 | 2024年,…。 | has a heading beside its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tuibrowser.model.terms import Span
from tuibrowser.parsing.breaks.seam_sides import item_length
from tuibrowser.parsing.lines.numbering import MARKER
from tuibrowser.parsing.lines.source import Line

_CELL: Final = re.compile(r"[^|]+")
_PROSE: Final = re.compile(r"[。;].|[。;]$")
_STOPS: Final = re.compile(r"[。;:!?]")
_NOTHING: Final = re.compile("暂?(?:无|没有)(?:其他.{0,8})?")
_LONGEST_HEADING: Final = 48


def cut_rows(lines: Sequence[Line], text: str) -> list[Line]:
    """``lines`` with each row that has a heading beside its text as two, if one names a required
    item; the bars between are left out."""
    rows = {at: cells for at, line in enumerate(lines) if (cells := _headed(line, text))}
    if not any(_names_item(lines[at].shadow[slice(*heading)]) for at, (heading, _) in rows.items()):
        return list(lines)
    return [
        piece
        for at, line in enumerate(lines)
        for piece in (_pieces(line, rows[at], text) if at in rows else (line,))
    ]


def _headed(line: Line, text: str) -> tuple[Span, Span] | None:
    """Where the last two cells of a row stand, if they are a heading and its text; between tabs,
    as rows of a file's tables are read, if that heading is of a required item."""
    cells = _cells(line, text)
    if len(cells) < 2:
        return None
    heading, prose = (line.shadow[slice(*it)] for it in cells[-2:])
    heads = len(heading) <= _LONGEST_HEADING and not _STOPS.search(heading)
    # 浏览次数:12|来源:… is of the page.
    others = all(line.shadow[slice(*it)].isdigit() for it in cells[:-2])
    is_item = heads and _names_item(heading)
    tells = _PROSE.search(prose) or (_NOTHING.fullmatch(prose) and is_item)
    is_row = "|" in line.shadow or is_item
    return (cells[-2], cells[-1]) if heads and others and tells and is_row else None


def _cells(line: Line, text: str) -> list[Span]:
    """The cells of a row, parted by bars or by tabs."""
    if "|" in line.shadow:
        return [it.span() for it in _CELL.finditer(line.shadow)]
    if "\t" not in text[line.start : line.end]:
        return []
    edges = [
        at + 1
        for at, (one, other) in enumerate(pairwise(line.offsets))
        if "\t" in text[one + 1 : other]
    ]
    return list(pairwise([0, *edges, len(line.shadow)]))


def _names_item(heading: str) -> bool:
    marker = MARKER.match(heading)
    words = heading[marker.end() :] if marker else heading
    return bool(words) and item_length(words) == len(words)


def _pieces(line: Line, cells: tuple[Span, Span], text: str) -> Iterator[Line]:
    for start, end in cells:
        yield line.piece(start, end, text)

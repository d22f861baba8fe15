"""Reports that are a table: | 主要举措和成效 | 2024年,…。 | has a heading beside its text, and so
has a row of 项目, 内容, 完成情况."""

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
_COLUMNS: Final = 2
_MOSTLY: Final = 0.6
"""Share of a text that its rows are of, if it is one table: what is left is title and signature."""
_FEWEST: Final = 3
_LONGEST_NAME: Final = 16
_SHORTEST_TOLD: Final = 6
_TELLS: Final = re.compile(r"[,。;\d]")
_HAN: Final = re.compile("[\u4e00-\u9fff]")


def cut_rows(lines: Sequence[Line], text: str) -> list[Line]:
    """``lines`` with each row that has a heading beside its text as two, if one names a required
    item; the bars between are left out."""
    rows = {at: cells for at, line in enumerate(lines) if (cells := _headed(line, text))}
    if not any(_names_item(lines[at].shadow[slice(*heading)]) for at, (heading, _) in rows.items()):
        rows = _told(lines, text)
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


def _told(lines: Sequence[Line], text: str) -> dict[int, tuple[Span, Span]]:
    """Where in each row of the one table that a text is the cell stands that says what the others
    tell of, and where these; nothing where the text is more than a table."""
    rows = {at: them for at, it in enumerate(lines) if len(them := _cells(it, text)) > _COLUMNS}
    length = sum(len(lines[at].shadow) for at in rows)
    if length < _MOSTLY * sum(len(line.shadow) for line in lines):
        return {}
    found: dict[int, tuple[Span, Span]] = {}
    for at, cells in rows.items():
        shadow = lines[at].shadow
        heading, *others = cells[1:] if shadow[slice(*cells[0])].strip("|").isdigit() else cells
        words, told = shadow[slice(*heading)], shadow[others[0][0] : others[-1][1]]
        heads = 1 < len(words) <= _LONGEST_NAME and not _STOPS.search(words)
        if heads and len(_HAN.findall(told)) >= _SHORTEST_TOLD and _TELLS.search(told):
            found[at] = heading, (others[0][0], others[-1][1])
    return found if len(found) >= _FEWEST else {}


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

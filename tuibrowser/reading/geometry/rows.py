"""Rows of a page, in reading order: one column after another where there are several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from tuibrowser.reading.geometry.glyphs import Glyph

_SAME_ROW: Final = 0.5
"""Em between the middles of two glyphs of one row at most; small figures stand a little higher."""
_SPACE: Final = 0.28
"""Em of a gap between letters or digits that is a space; justified Chinese has gaps everywhere."""
_WRITTEN_SPACE: Final = 0.1
"""Em of a gap in which a space was written: one that lies on its neighbours is none."""
_PART: Final = re.compile(r"第[一二三四五六七八九十]{1,3}(?:部分|[章节编篇])$")
"""After it a space parts number and title, though both are Chinese."""
_WIDE: Final = 1.8
"""Em of a gap between columns of a table or a page."""
_GUTTER_ROWS: Final = 4
"""Rows that must leave a gap at the same place to be columns of text."""
_FULL: Final = 0.6
"""Of the rows of a column that must reach its right edge: those of a table's do not."""
_SMALL: Final = 0.75
"""Of a row's size: raised figures are smaller."""
_FIGURES: Final = frozenset("0123456789[]①②③④⑤⑥⑦⑧⑨⑩*")
_CLOSING: Final = frozenset("，。、；：？！）》】〕”’％%,.;:?!)]…")
"""What never begins a line."""
_LONGEST_PART: Final = 12
"""Pieces of a row that hold a part's number: characters, and what stands between them."""


class GlyphRow(NamedTuple):
    """Glyphs beside each other, from left to right."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    page: int = 0
    column: int = 0
    """Number of the column on its page in reading order; 0 also where there is one."""
    head: float = 0.0
    """Width of what begins it and cannot be broken: a word or a number, a character with the
    closing marks behind it. So much room the row before it did not have."""


def rows_of(glyphs: Sequence[Glyph], page: int) -> list[GlyphRow]:
    """The rows of one page in reading order."""
    lines = [_joined_up(line) for line in _lines(glyphs)]
    found: list[GlyphRow] = []
    for column, group in enumerate(_in_columns([line for line in lines if line])):
        found += [_row(line, page, column) for line in group]
    return found


def _lines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs of about one height together, highest first."""
    lines: list[list[Glyph]] = []
    middle = reach = 0.0
    for glyph in sorted(glyphs, key=lambda it: -it.middle):
        if lines and middle - glyph.middle < max(reach, _SAME_ROW * glyph.size):
            lines[-1].append(glyph)
            continue
        lines.append([glyph])
        middle, reach = glyph.middle, _SAME_ROW * glyph.size
    return lines


def _joined_up(line: list[Glyph]) -> list[Glyph]:
    """From left to right, less white space, which is told from gaps and from what stood in them."""
    kept: list[Glyph] = []
    after_space = False
    for glyph in sorted(line, key=lambda it: it.left):
        if glyph.text.isspace():
            after_space = True
        else:
            kept.append(glyph._replace(is_spaced=True) if after_space else glyph)
            after_space = False
    return kept


def _in_columns(lines: list[list[Glyph]]) -> Iterator[list[list[Glyph]]]:
    """Stretches of lines to be read one after another."""
    at = 0
    plain: list[list[Glyph]] = []
    while at < len(lines):
        gutter, end = _gutter(lines, at)
        if gutter is None:
            plain.append(lines[at])
            at += 1
            continue
        if plain:
            yield plain
            plain = []
        sides: tuple[list[list[Glyph]], list[list[Glyph]]] = ([], [])
        for line in lines[at:end]:
            for side, part in zip(sides, _parted(line, gutter) or (), strict=False):
                if part:
                    side.append(part)
        for column in sides:
            yield from _in_columns(column)
        at = end
    if plain:
        yield plain


def _gutter(lines: list[list[Glyph]], first: int) -> tuple[float | None, int]:
    """Where the page is parted from line ``first`` on, and the first line that is whole again."""
    for gap_left, gap_right in _gaps(lines[first]):
        at = (gap_left + gap_right) / 2
        end = first
        both = full = 0
        left_edge = gap_left
        while end < len(lines):
            parts = _parted(lines[end], at)
            if parts is None:
                break
            if parts[0] and parts[1]:
                both += 1
            if parts[0]:
                left_edge = max(left_edge, parts[0][-1].right)
            end += 1
        if both < _GUTTER_ROWS:
            continue
        ends = [parts[0][-1] for it in lines[first:end] if (parts := _parted(it, at)) and parts[0]]
        full = sum(glyph.right > left_edge - 2 * glyph.size for glyph in ends)
        if full >= _FULL * len(ends):
            return at, end
    return None, first


def _gaps(line: list[Glyph]) -> Iterator[tuple[float, float]]:
    for before, after in pairwise(line):
        if after.left - before.right > _WIDE * max(before.size, after.size) * 0.6:
            yield before.right, after.left


def _parted(line: list[Glyph], at: float) -> tuple[list[Glyph], list[Glyph]] | None:
    """The glyphs on both sides of ``at``; ``None`` where some stand across it, or too near to both
    sides to be parted."""
    left = [glyph for glyph in line if glyph.right <= at]
    right = [glyph for glyph in line if glyph.left >= at]
    if len(left) + len(right) < len(line):
        return None
    if left and right and right[0].left - left[-1].right < right[0].size * 0.8:
        return None
    return left, right


def _row(line: list[Glyph], page: int, column: int) -> GlyphRow:
    parts: list[str] = []
    line = _without_references(line)
    for before, glyph in zip([None, *line], line, strict=False):
        if before is not None:
            parts.append(_between(before, glyph) or _after_part(parts, before, glyph))
        parts.append(glyph.text)
    return GlyphRow(
        "".join(parts),
        line[0].left,
        line[-1].right,
        min(it.bottom for it in line),
        max(it.top for it in line),
        median(it.size for it in line),
        page,
        column,
        _head(line),
    )


def _head(line: list[Glyph]) -> float:
    end = 1
    while end < len(line):
        before, glyph = line[end - 1], line[end]
        together = _is_in_word(before) and _is_in_word(glyph)
        touches = glyph.left - before.right < _SPACE * glyph.size
        if glyph.text not in _CLOSING and not (together and touches):
            break
        end += 1
    return line[end - 1].right - line[0].left


def _is_in_word(glyph: Glyph) -> bool:
    return glyph.text.isascii() and not glyph.text.isspace()


def _without_references(line: list[Glyph]) -> list[Glyph]:
    """Less the small raised figures that refer to notes; those behind letters are powers (m2)."""
    size = median(it.size for it in line)
    height = median(it.middle for it in line)
    kept: list[Glyph] = []
    for glyph in line:
        is_raised = glyph.size < _SMALL * size and glyph.middle > height
        if is_raised and kept and glyph.text in _FIGURES and not kept[-1].text.isascii():
            continue
        kept.append(glyph)
    return kept


def _between(before: Glyph, after: Glyph) -> str:
    gap = (after.left - before.right) / max(before.size, after.size, 1.0)
    if gap > _WIDE:
        return "\t"
    if before.text[-1].isascii() and after.text[0].isascii():
        if after.is_spaced and gap > _WRITTEN_SPACE:
            return " "
        if before.text[-1].isalnum() and after.text[0].isalnum():
            return " " if gap > _SPACE else ""
    return " " if gap > 0.9 else ""


def _after_part(parts: Sequence[str], before: Glyph, after: Glyph) -> str:
    gap = (after.left - before.right) / max(before.size, after.size, 1.0)
    is_gap = gap > (_WRITTEN_SPACE if after.is_spaced else _SPACE)
    return " " if is_gap and _PART.search("".join(parts[-_LONGEST_PART:])) else ""

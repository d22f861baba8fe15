"""Tables that became lines of a text: their rows and names are neither headings nor measures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.document import TableCell
from tuibrowser.parsing.lines.numbering import MARKER
from tuibrowser.parsing.lines.source import Line

_STOPS = re.compile("[，。；：]|(?<=[\u4e00-\u9fff]),(?=[\u4e00-\u9fff])")
# Of white space only what begins a run is tried: of 20,000 blanks each one took 1.3 s.
_CELL = re.compile(r"(?:(?<!\s)\s+|)[|｜\t]\s*")
_RULE = re.compile(r"^[|｜\s:+=-]+$")
# Code, not lexicon: a table is told by its form.
_NAME = re.compile(
    r"^(?:附?[表图]\d{0,2}[:、.]?.{0,40}"
    r"|[^,。;:]{2,40}(?:[表图]|一览|明细|清单|\(附?[表图][\d一二三四五六七八九十]{1,2}\)))$"
)
_NUMBER = re.compile(r"^\d[\d.,%]*$")
_COUNTED_IN = re.compile(r"^\(?(?:计[量数])?单位:.{1,8}\)?$")
_AMONG = re.compile(r"^\s*其\s*中\s*[:：]?")
_LONGEST_CELL = 16


def find_tables(
    lines: Sequence[Line],
    taken: Collection[int],
    text: str,
    lexicon: Lexicon,
    cells: Sequence[TableCell] = (),
) -> set[int]:
    """Indices of the rows of tables, at least two in a row, and of what is right above them: a
    name, and what all is counted in.

    A row has two cells parted by tabs or bars, or three parted by spaces, all of them short. One
    that stands in a table of its file needs no other beside it.

    Args:
        lines: paragraphs of the whole source.
        taken: indices of those that have a role already; they are left out.
        text: the report's text.
        lexicon: what columns are headed by.
        cells: those of the file's tables; a row of short ones is one line there, and one cell.
    """
    drawn = {at for at, it in enumerate(lines) if _RULE.match(text[it.start : it.end])}
    rows = {at for at, it in enumerate(lines) if _is_row(it, text[it.start : it.end])} | drawn
    # What stands alone above a column is a table's head, though the rows below it be prose.
    heads = lexicon.table_heads
    found = {
        index
        for index in rows
        if index - 1 in rows or index + 1 in rows or heads.match(lines[index].shadow)
    }
    found |= _rows_of(cells, lines, text)
    for pattern in (_COUNTED_IN, _NAME):  # 单位：件 stands between the two
        found |= {
            index - 1
            for index in found
            if index - 1 not in found and index and pattern.match(lines[index - 1].shadow)
        }
    # A line that only draws is no furniture of the page where it stands below a row.
    return found - ({*taken} - {at for at in drawn if at - 1 in found - {*taken}})


def _rows_of(cells: Sequence[TableCell], lines: Sequence[Line], text: str) -> set[int]:
    """Indices of the lines that are rows of ``cells``, whose parts tabs hold apart."""
    starts = [cell.start for cell in cells]
    found = set[int]()
    for index, line in enumerate(lines if cells else ()):
        at = bisect_right(starts, line.start) - 1
        is_inside = at >= 0 and line.end <= cells[at].end and "\t" in text[line.start : line.end]
        # What was cut off behind the first cell of a row is told, and no row.
        if is_inside and not text[cells[at].start : line.start].strip():
            found.add(index)
    return found


def _is_row(line: Line, written: str) -> bool:
    marker = MARKER.match(line.shadow)
    if _STOPS.search(_AMONG.sub("", written)) or (marker and marker.lastgroup != "number"):
        return False
    barred = _CELL.split(written.strip().strip("|｜"))
    cells = barred if len(barred) > 1 else written.split()
    # 行政处罚 12
    is_counted = len(cells) == 2 and bool(_NUMBER.match(cells[1]))
    fewest = 2 if is_counted or (len(barred) > 1 and not marker) else 3
    return len(cells) >= fewest and len(written) <= _LONGEST_CELL * len(cells)

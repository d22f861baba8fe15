"""What the terminal shows, cell by cell, so that only what is other now goes through the line.

Textual draws whole rows, and when a screen opens the same ones several times over: help of 80×24
took 30 kB, a letter typed into a search 12 kB, a second and more over a slow line. Here a frame is
held against what was drawn before, and of that the cells that differ are written.

Whatever is not plainly understood is written as it came, and counts as unknown from then on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len

from tuibrowser.text.disputed import is_disputed

CLEARED: Final = "\x0f\x1b(B\x1b[r\x1b[m\x1b[?25l\x1b[2J"
"""Letters instead of signs for drawing lines, no scrolling region, no style, no cursor; nothing on
the screen."""

_CURSOR: Final = re.compile(r"\x1b\[(\d+);(\d+)H")
_PIECE: Final = re.compile(
    r"(?P<style>\x1b\[[0-9;:]*m)|(?P<text>[^\x00-\x1f\x7f-\x9f]+)|(?P<end>\r?\n\Z)|(?P<odd>.)",
    re.DOTALL,
)
_QUIET: Final = re.compile(r"(?:\x1b\[[0-9;:]*m|\x1b\[\?(?:25|2026)[hl]|\x1b\]22;[a-z-]*\x07)*")
"""What draws nothing and moves nothing: styles, the looks of the cursor and of the pointer, where a
frame begins and ends."""
_PLAIN: Final = frozenset({"\x1b[0m", "\x1b[m"})
_RESET: Final = "\x1b[0m"
_GAP: Final = 6
"""Cells that are written once more rather than jumped over, which takes as much."""
_PATIENCE: Final = 5.0
"""Seconds of quiet after which everything is drawn anew: another program may have written there."""


class _Cell(NamedTuple):
    text: str
    """Empty in the right half of a wide character."""
    style: str


class _Row:
    """What is known of one row."""

    def __init__(self) -> None:
        self.cells: dict[int, _Cell] = {}
        """By column from 1."""
        self.latest: tuple[int, str] | None = None
        """What was written last, and where, so that the same is not taken apart again."""


class Shown:
    """What was drawn since everything was last drawn anew.

    All of it hangs on one name: a signal or another thread may have it forgotten at any moment.
    """

    def __init__(self) -> None:
        self._rows: dict[int, _Row] = {}
        self._drawn = 0.0
        self._known = False

    def forget(self) -> None:
        """Take nothing for granted of what stands on the terminal."""
        self._rows = {}

    def emptied(self) -> str:
        """What empties the terminal, of which nothing is taken for granted from then on."""
        self.forget()
        return CLEARED

    def changes(self, data: str, now: float, ambiguous_known: bool) -> str:
        """``data`` less what stands there already.

        Args:
            data: Text and control sequences on their way to the terminal.
            now: Seconds of a clock.
            ambiguous_known: As of :func:`is_disputed`.
        """
        before, *addressed = _CURSOR.split(data)
        if not _QUIET.fullmatch(before):
            self.forget()
            return data
        if ambiguous_known != self._known or (addressed and now - self._drawn > _PATIENCE):
            self.forget()
        self._known = ambiguous_known
        self._drawn = now if addressed else self._drawn
        written = [before]
        for at in range(0, len(addressed), 3):
            row, column, text = addressed[at : at + 3]
            written += self._changes(int(row), int(column), text, ambiguous_known)
        return "".join(written)

    def _changes(self, row: int, column: int, text: str, known: bool) -> Iterator[str]:
        line = self._rows.setdefault(row, _Row())
        if line.latest == (column, text):
            return
        cells = [] if _QUIET.fullmatch(text) else _cells(text, known)
        if cells is None:
            # What is of a disputed width may stand anywhere in its row, anything else anywhere.
            if any(it.lastgroup == "odd" for it in _PIECE.finditer(text)):
                self.forget()
            self._rows.pop(row, None)
        if not cells:
            yield f"\x1b[{row};{column}H{text}"
            return
        shown = line.cells
        for first, end in _runs(shown, column, cells):
            yield f"\x1b[{row};{column + first}H{_drawn(cells[first:end])}"
        # Of a wide character that lost one half the other one is blank now.
        for half, whole in ((column, column - 1), (column + len(cells),) * 2):
            if half in shown and not shown[half].text:
                shown.pop(whole, None)
        shown.update(enumerate(cells, column))
        line.latest = column, text


def _cells(text: str, known: bool) -> list[_Cell] | None:
    """``text`` as cells; ``None`` where it is more than characters of a known width in styles."""
    found: list[_Cell] = []
    style = ""
    for piece in _PIECE.finditer(text):
        said = piece[0]
        if piece.lastgroup == "style":
            style = "" if said in _PLAIN else style + said
        elif piece.lastgroup == "text":
            for character in said:
                found.append(_Cell(character, style))
                if character > "~":
                    width = cell_len(character)
                    if not width or is_disputed(character, known):
                        return None
                    if width == 2:
                        found.append(_Cell("", style))
        elif piece.lastgroup == "odd":
            return None
    return found


def _runs(
    shown: dict[int, _Cell], column: int, cells: Sequence[_Cell]
) -> Iterator[tuple[int, int]]:
    """The stretches of ``cells`` that are other than what is shown, near ones as one."""
    other = [at for at, cell in enumerate(cells, column) if shown.get(at) != cell]
    first = 0
    for at in range(1, len(other) + 1):
        if at == len(other) or other[at] - other[at - 1] > _GAP:
            yield _whole(cells, other[first] - column, other[at - 1] - column + 1)
            first = at


def _whole(cells: Sequence[_Cell], first: int, end: int) -> tuple[int, int]:
    """The stretch with both halves of the wide characters at its ends."""
    while first and not cells[first].text:
        first -= 1
    while end < len(cells) and not cells[end].text:
        end += 1
    return first, end


def _drawn(cells: Sequence[_Cell]) -> str:
    parts: list[str] = []
    style = ""
    for cell in cells:
        if cell.style != style:
            parts.append((_RESET if style else "") + cell.style)
            style = cell.style
        parts.append(cell.text)
    return "".join(parts) + (_RESET if style else "")

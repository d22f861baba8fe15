"""Terminals that draw ambiguous characters (``“—…①``) two cells wide: asked for, and obeyed.

Terminals set up for old Chinese programs do; Textual and rich 15 know nothing of it, and every
line with a ``“`` would push what stands right of it out of its column. A process has one terminal,
so what it does is known here to all that pads and cuts lines outside the Grid.
"""

from __future__ import annotations

import re
import sys
from typing import Final

from rich import cells as rich_cells
from rich.segment import Segment
from textual.scrollbar import ScrollBarRender

from tuibrowser.text import cellwidth, linebreak
from tuibrowser.text.cellwidth import Ambiguous, cell_widths

_SAMPLE: Final = "“—…①"
PROBE: Final = f"\x1b[H{_SAMPLE}\x1b[6n\x1b[H\x1b[2K"
"""Writes the sample at the top left of an empty screen, asks where the cursor is, and wipes it off.
The answer comes among the keys, or never: nobody waits for it."""

_ambiguous: Ambiguous = 1


def measured(column: int, row: int) -> Ambiguous | None:
    """What the answer to :data:`PROBE` says.

    Args:
        column: Where the cursor was, from 0.
        row: Its line, from 0.

    Returns:
        Cells of an ambiguous character; ``None`` if that is no answer to the probe. Some terminals
        draw a few of them wide: lines are then broken early rather than torn.
    """
    if row or not len(_SAMPLE) <= column <= 2 * len(_SAMPLE):
        return None
    return 1 if column == len(_SAMPLE) else 2


def alike(column: int) -> bool:
    """Whether the terminal drew all of the sample equally wide, by where the cursor was after it.

    Args:
        column: From 0.
    """
    return column in (len(_SAMPLE), 2 * len(_SAMPLE))


def ambiguous() -> Ambiguous:
    """Cells of an ambiguous character on this terminal, as far as that is known."""
    return _ambiguous


def cells(text: str) -> int:
    """The cells that ``text`` takes on one line of this terminal."""
    return cellwidth.cells(text, _ambiguous)


def shorten(text: str, width: int) -> str:
    """See :func:`tuibrowser.text.cellwidth.shorten`."""
    return cellwidth.shorten(text, width, _ambiguous)


def fill(text: str, width: int) -> str:
    """See :func:`tuibrowser.text.cellwidth.fill`."""
    return cellwidth.fill(text, width, _ambiguous)


def broken(text: str, width: int) -> list[str]:
    """See :func:`tuibrowser.text.linebreak.broken`."""
    return linebreak.broken(text, width, _ambiguous)


def widen() -> None:
    """Count two cells from now on, and have rich, and so Textual, do the same.

    There is no setting for it: what measures a character is replaced for the rest of the process,
    and what was measured before is forgotten. What Textual itself draws with ambiguous characters
    the style sheet leaves out; the ends of scroll bars go here.
    """
    global _ambiguous  # noqa: PLW0603  (a process has one terminal)
    _ambiguous = 2
    table = cell_widths(2)
    narrow = rich_cells.get_character_cell_size

    def measure(character: str, unicode_version: str = "auto") -> int:
        return narrow(character, unicode_version) if character < "\x80" else table[character]

    mine = {
        "get_character_cell_size": measure,
        # By it whole strings are taken for narrow, ambiguous signs among them.
        "_is_single_cell_widths": re.compile("[ -~]*").fullmatch,
    }
    # Modules took them over by name. One that measures otherwise than the rest looks for ever for
    # the place to cut a line in: rich 15 where the edge of a window lies across a ``“``.
    for module in [
        it for name, it in sys.modules.items() if name.startswith(("rich.", "textual."))
    ]:
        vars(module).update({name: mine[name] for name in mine.keys() & vars(module).keys()})
    rich_cells.cached_cell_len.cache_clear()
    Segment._split_cells.cache_clear()
    ScrollBarRender.VERTICAL_BARS = [" "]

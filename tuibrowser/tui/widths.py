"""Terminals that draw ambiguous characters (``“—…①``) two cells wide: asked for, and obeyed.

Terminals set up for old Chinese programs do; Textual and rich 15 know nothing of it, and every
line with a ``“`` would push what stands right of it out of its column.
"""

from __future__ import annotations

import re
from typing import Final

from rich import cells

from tuibrowser.text.cellwidth import Ambiguous, cell_widths

_SAMPLE: Final = "“—…①"
PROBE: Final = f"\x1b[H{_SAMPLE}\x1b[6n\x1b[H\x1b[2K"
"""Writes the sample at the top left of an empty screen, asks where the cursor is, and wipes it off.
The answer comes among the keys, or never: nobody waits for it."""

_FRAMES: Final = range(0x2500, 0x25A0)
"""Lines and blocks: Textual counts on one cell where it draws frames with them."""


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


def widen() -> None:
    """Have rich, and so Textual, count as this program does where ambiguous characters are wide.

    There is no setting for it: what measures a character is replaced for the rest of the process,
    and what was measured before is forgotten.
    """
    table = cell_widths(2)
    narrow = cells.get_character_cell_size

    def measure(character: str, unicode_version: str = "auto") -> int:
        code = ord(character)
        known = code < 0x80 or code in _FRAMES
        return narrow(character, unicode_version) if known else table[character]

    cells.get_character_cell_size = measure  # type: ignore[assignment]
    # By it whole strings are taken for narrow, ambiguous signs among them.
    cells._is_single_cell_widths = re.compile("[ -~]*").fullmatch  # type: ignore[assignment]
    cells.cached_cell_len.cache_clear()

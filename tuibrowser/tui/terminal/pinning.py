"""What is drawn, pinned to its columns where terminals disagree on how wide it is.

Textual writes a line from left to right and trusts that the cursor ends where it counted. Terminals
count otherwise: pictures with U+FE0F, skin tones, Chinese characters of the newest extensions,
private use, accents. Here the cursor is sent to where it was meant to be after each run of such
characters, so that whatever stands right of it, the edge of the next pane first, stays in place.
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import east_asian_width

from rich.cells import cell_len

from tuibrowser.text.disputed import is_disputed

_CONTROL: Final = re.compile(
    r"(\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]|[\x00-\x1f])"
)
_CURSOR: Final = re.compile(r"\x1b\[\d+;(\d+)H")
_STAYS: Final = re.compile(r"\x1b\[[0-9;:]*m|\x1b\[\?[0-9;]*[hl]|\x1b\]")
"""Colours, modes and links leave the cursor where it is."""

_JOINED: Final = re.compile(
    "\u200d.?|[\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]", re.DOTALL
)
"""What is counted with the character before it and says how to draw that. Terminals that do not
know how draw up to two cells more for each, over what stands beside it and is not always drawn
anew. It is left out; copied text has it."""


def pinned(data: str, ambiguous_known: bool) -> str:
    """``data``, which goes to the terminal, with the cursor set after what may shift it.

    Args:
        data: Text and control sequences; where it begins the cursor may be anywhere.
        ambiguous_known: Whether the terminal draws ambiguous characters as wide as rich counts.
    """
    disputed = [it for it in set(data) if it > "~" and is_disputed(it, ambiguous_known)]
    if not disputed:
        return data
    run = _run(disputed)
    done: list[str] = []
    column: int | None = None
    for number, piece in enumerate(_CONTROL.split(data)):
        if number % 2:
            if found := _CURSOR.fullmatch(piece):
                column = int(found[1]) - 1
            elif not _STAYS.match(piece):
                column = None
            done.append(piece)
        elif column is None:
            done.append(piece)
        else:
            done.append(_pin(piece, column, run))
            column += cell_len(piece)
    return "".join(done)


def _run(disputed: list[str]) -> re.Pattern[str]:
    """What finds runs of ``disputed`` characters; those in its group may be drawn narrower.

    Ambiguous characters that are counted as one cell take one or two, never less.
    An accent goes with its letter: some terminals join them only where they come together.
    """
    any_of = "".join(disputed)
    wide_at_most = "".join(
        it for it in disputed if east_asian_width(it) == "A" and cell_len(it) == 1
    )
    joining = "".join(it for it in disputed if not cell_len(it)) or "\u200d"
    only = f"[{wide_at_most}]+(?![{any_of}])|" if wide_at_most else ""
    return re.compile(f"{only}((?:.(?=[{joining}]))?(?:\u200d.|[{any_of}])+)", re.DOTALL)


def _pin(text: str, column: int, run: re.Pattern[str]) -> str:
    """``text``, which begins at ``column`` (from 0), with each ``run`` in it pinned."""
    done: list[str] = []
    rest = 0
    for found in run.finditer(text):
        before = text[rest : found.start()]
        first = column + cell_len(before)
        last = column = first + cell_len(found[0])
        # Where the terminal draws less than was counted, nothing older may show.
        blank = f"{' ' * (last - first)}\x1b[{first + 1}G" if found[1] and last > first else ""
        shown = _JOINED.sub("", found[0])
        done.append(f"{before}{blank}{shown}\x1b[{last + 1}G")
        rest = found.end()
    return "".join((*done, text[rest:]))

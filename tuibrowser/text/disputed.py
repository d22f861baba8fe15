"""Characters whose width terminals disagree on.

UAX #11 leaves them open or has changed its mind, terminals know an older Unicode, or the font
decides: pictures, Chinese characters beyond the first plane, private use, what joins with the
character before it.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from tuibrowser.text.cellwidth import pictured

_LAST_LETTER: Final = "\u052f"
"""Latin, Greek and Cyrillic end here; narrow letters behind it are of scripts that are shaped."""
_FIRST_WIDE: Final = "\u2e80"
"""Wide characters before it are pictures (⌚, ⏩, ☔), narrow on older terminals."""
_LAST_WIDE: Final = "\uffff"
_HEXAGRAMS: Final = ("\u4dc0", "\u4dff")
"""Wide since Unicode 16."""


@cache
def is_disputed(character: str, ambiguous_known: bool) -> bool:
    """Whether a terminal may draw ``character`` wider or narrower than it is counted.

    Args:
        character: One.
        ambiguous_known: Whether the terminal was asked how wide ambiguous ones are (``“…①``).
    """
    # Marks join the character before them; formats, controls, private use, unassigned.
    if unicodedata.category(character)[0] in "MC":
        return True
    if " " <= character <= "~":
        return False
    if character > _LAST_WIDE or character in pictured():
        return True
    if _HEXAGRAMS[0] <= character <= _HEXAGRAMS[1]:
        return True
    match unicodedata.east_asian_width(character):
        case "A":
            return not ambiguous_known
        case "F" | "H":
            return False
        case "W":
            return character < _FIRST_WIDE
        case _:
            return character > _LAST_LETTER

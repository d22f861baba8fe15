"""Text that may hold anything, made fit for a terminal and for files.

Whatever comes from a file, a library, an argument or the system goes through here on its way out.
"""

from __future__ import annotations

import re
from typing import Final

_NONCHARACTERS: Final = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
"""For a program's own use, never to be handed on (Unicode 17, 23.7); no XML may hold U+FFFE and
U+FFFF (XML 1.0, 2.2), and terminals differ in what they draw for them."""

STEERING: Final = (
    "\x00-\x1f\x7f-\x9f"  # C0 with tab and line feed, DEL, C1
    "\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"  # line separators, bidi, deprecated formats
    "\ud800-\udfff"  # bytes of a file name that are not UTF-8: they cannot be written at all
    + _NONCHARACTERS
)
"""What steers a terminal, reorders its line or is no character: the inside of a ``[…]``."""

_STEERS: Final = re.compile(f"[{STEERING}]")


def visible(text: str) -> str:
    """``text`` on one line, with every character that could steer a terminal shown as ``�``.

    Line ends and tabs become spaces. The length stays the same.
    """
    if text.isprintable():  # at a tenth of the price; none of those signs is
        return text
    return _STEERS.sub(lambda found: " " if found[0] in "\t\n" else "\ufffd", text)


def visible_lines(text: str) -> str:
    """``text`` made :func:`visible`, its line feeds kept."""
    return "\n".join(map(visible, text.split("\n")))

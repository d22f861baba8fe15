"""Text that may hold anything, made fit for a terminal and for files."""

from __future__ import annotations

import re
from typing import Final

# C0 and C1 controls, line and paragraph separators, bidi controls: they steer a terminal or reorder
# its line. Lone surrogates (bytes of a file name that are not UTF-8) cannot be written at all, and
# U+FFFE and U+FFFF are no characters: no XML may hold them (XML 1.0, 2.2).
_STEERING: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """``text`` on one line, with every character that could steer a terminal shown as ``�``.

    Line ends and tabs become spaces. The length stays the same.
    """
    return _STEERING.sub(lambda found: " " if found[0] in "\t\n" else "\ufffd", text)

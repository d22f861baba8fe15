"""One spelling for what readers take for the same: width, case, traditional characters, quotes.

A folded text is a shadow of its source, character for character, so an offset found in one holds
in the other. That rules out NFKC, which changes lengths (㎡, ½).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_TRADITIONAL = Path(__file__).with_name("data") / "traditional.txt"
_INK = re.compile(r"\S+")


@cache
def _table() -> dict[int, str]:
    # Built on first use: 2 ms with reading the file.
    _, traditional, simplified = _TRADITIONAL.read_text(encoding="utf-8").splitlines()
    table = {ord(old): new for old, new in zip(traditional, simplified, strict=True)}
    # FULLWIDTH EXCLAMATION MARK … TILDE stand in the order of ASCII.
    table.update({0xFF01 + i: chr(0x21 + i).lower() for i in range(0x5E)})
    table.update({code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)})
    table.update({ord("\u3000"): " "})
    table.update({ord("“"): '"', ord("”"): '"', ord("‘"): "'", ord("’"): "'"})
    return table


def fold(text: str) -> str:
    """``text`` in one spelling, as long as before.

    Full-width ASCII and U+3000 become half width, ASCII letters lower case, traditional characters
    simplified by a table of single characters (``lexicon/SOURCES.md``), curly quotes straight.
    Folding twice changes nothing. Other characters stay, lone surrogates and NUL among them.

    About 20 million characters a second.
    """
    return text.translate(_table())


def squash(text: str) -> str:
    """``text`` folded and without white space: the string that search compares."""
    return "".join(fold(text).split())


def squeeze(text: str) -> tuple[str, list[int]]:
    """``squash(text)``, and for each character kept its offset in ``text``.

    White space is what ``str.isspace`` says, so neither a line wrapped by a web page nor an
    ideographic space between two characters of a name hides a word.
    """
    folded = fold(text)
    runs = [(ink.start(), ink.end()) for ink in _INK.finditer(folded)]
    offsets = [offset for start, end in runs for offset in range(start, end)]
    return "".join(folded[start:end] for start, end in runs), offsets

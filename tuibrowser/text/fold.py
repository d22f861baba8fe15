"""One spelling for what readers take for the same: width, case, radicals, traditional and variant
characters, quotes.

A folded text is a shadow of its source, character for character, so an offset found in one holds
in the other. That rules out NFKC, which changes lengths (㎡, ½).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

from tuibrowser.text.rewriting import Rewriting

_USUAL: Final = "，；：（）“”％\u3000"
"""What prose is full of, of that which is folded."""
_PAIRS: Final = ("traditional.txt", "variants.txt")
"""Files of characters, each with the one that stands for it."""
_INK = re.compile(r"\S+")

_RADICALS: Final = (
    "⺁厂⺄乙⺅亻⺆冂⺉刂⺋㔾⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗㣺⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺦丬⺨犭⺩王⺫罒"
    "⺭礻⺯糹⺰纟⺱罓⺲罒⺹耂⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒镸⻓长⻔门⻖阝"
    "⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟"
)
"""Radicals of the supplement, each before the character it looks like; Unicode 17 decomposes two of
them only."""
_DECOMPOSED: Final = ((0x2F00, 0x2FD5), (0xF900, 0xFAD9), (0x2F800, 0x2FA1D))
"""Kangxi radicals and compatibility ideographs: fonts of PDF files leave them behind."""


@cache
def folding() -> dict[int, str]:
    """For ``str.translate``: the character that stands for another one.

    Built on first use, 3 ms with reading the files.
    """
    table: dict[int, str] = {}
    for name in _PAIRS:
        path = Path(__file__).with_name("data") / name
        _, others, standard = path.read_text(encoding="utf-8").splitlines()
        pairs = {ord(old): new for old, new in zip(others, standard, strict=True)}
        # What one file gives may be a variant in the next: 戱 → 戯 → 戏.
        table = {old: pairs.get(ord(new), new) for old, new in table.items()} | pairs
    # FULLWIDTH EXCLAMATION MARK … TILDE stand in the order of ASCII.
    table.update({0xFF01 + i: chr(0x21 + i).lower() for i in range(0x5E)})
    table.update({code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)})
    table.update({ord("\u3000"): " "})
    table.update({ord("“"): '"', ord("”"): '"', ord("‘"): "'", ord("’"): "'"})
    radicals = dict(zip(_RADICALS[::2], _RADICALS[1::2], strict=True))
    for first, last in _DECOMPOSED:
        for code in range(first, last + 1):
            radicals[chr(code)] = unicodedata.normalize("NFKC", chr(code))
    for radical, character in radicals.items():
        if radical != character:
            table[ord(radical)] = table.get(ord(character), character)
    return table


def fold(text: str) -> str:
    """``text`` in one spelling, as long as before.

    Full-width ASCII and U+3000 become half width, ASCII letters lower case, traditional characters
    simplified by a table of single characters (``lexicon/SOURCES.md``), variants (峯) the form that
    is written now, radicals and compatibility ideographs the characters they look like, curly
    quotes straight.
    Folding twice changes nothing. Other characters stay, lone surrogates and NUL among them.

    About 50 million characters a second.
    """
    return _rewriting().of(text)


@cache
def _rewriting() -> Rewriting:
    return Rewriting(folding(), _USUAL)


def squash(text: str) -> str:
    """``text`` folded and without white space: the string that comparing compares."""
    return "".join(fold(text).split())


def squeeze(text: str) -> tuple[str, list[int]]:
    """``squash(text)``, and for each character kept its offset in ``text``.

    White space is what ``str.isspace`` says, so neither a line wrapped by a web page nor an
    ideographic space between two characters of a name hides a word.
    """
    folded = fold(text)
    runs = [(ink.start(), ink.end()) for ink in _INK.finditer(folded)]
    if len(runs) == 1:  # as of most lines
        start, end = runs[0]
        return folded[start:end], list(range(start, end))
    offsets = [offset for start, end in runs for offset in range(start, end)]
    return "".join(folded[start:end] for start, end in runs), offsets

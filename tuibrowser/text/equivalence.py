"""What search takes for the same, once for text and query.

More than a fold: a reader who asks for 12·4 means 12.4 and 12•4, but to who compares wordings or
reads figures the two differ. Every character is rewritten by itself, whatever stands around it, so
what is rewritten of a part of a text is a part of what is rewritten of the text: that is why
nothing that stands in a text can be missed. Numbers in another writing (3,000, 十二) need their
neighbours, and are asked for beside: ``search.numbers``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from tuibrowser.text.fold import folding
from tuibrowser.text.rewriting import Rewriting

_INK: Final = re.compile(r"\S+")

_ALIKE: Final = {
    "〇": "○◯",
    ".": "·•・‧∙⋅･",
    "-": "—–―‐‑‒−﹣－─~～〜",
    '"': "‘’「」『』〝〞﹁﹂﹃﹄«»",
    "'": "`´′",
    "(": "〔[【〖﹝{",
    ")": "〕]】〗﹞}",
    "<": "《〈‹",
    ">": "》〉›",
    ":": "∶ː˸",
    "、": "､",
    "。": "｡",
}
"""What is written for the sign before it: dots and dashes of every make, any bracket."""

_USUAL: Final = "，；：（）“”％《》\u3000"
"""What prose is full of, of that which is written in another way."""

_INVISIBLE: Final = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xE0000, 0xE01EF),  # tags, and the selectors of rare forms
)
"""Marks that nobody sees and nobody types."""
_RANGES: Final = "".join(f"{chr(first)}-{chr(last)}" for first, last in _INVISIBLE)
_BETWEEN: Final = rf"[\s{_RANGES}]*"
"""What may stand between two characters that are read one after the other."""

_COMPATIBLE: Final = (
    (0x00B2, 0x00B3),  # m², m³
    (0x00B9, 0x00B9),
    (0x00BC, 0x00BE),  # fractions
    (0x2070, 0x2094),  # numbers above and below the line
    (0x2100, 0x214F),  # № and other signs made of letters
    (0x2150, 0x218B),  # fractions and Roman numerals
    (0x2474, 0x24B5),  # ⑴ and ⒈, but not ①, which readers tell from 1
    (0x3220, 0x3243),  # ㈠
    (0x3300, 0x33FF),  # squared units
    (0xFB00, 0xFB06),  # ligatures
)
"""Single characters for what is mostly written with several."""


@cache
def equivalents() -> dict[int, str]:
    """For ``str.translate``: what stands for each character; nothing for the invisible ones.

    Built on first use, 4 ms.
    """
    table = dict(folding())
    for first, last in _COMPATIBLE:
        for code in range(first, last + 1):
            written = unicodedata.normalize("NFKC", chr(code)).replace("\u2044", "/")
            table[code] = written.translate(table)
    signs = {other: sign for sign, others in _ALIKE.items() for other in others}
    # What folding has made of another one is rewritten like it.
    table |= {code: signs[folded] for code, folded in table.items() if folded in signs}
    table |= {ord(other): sign for other, sign in signs.items()}
    for first, last in _INVISIBLE:
        table |= dict.fromkeys(range(first, last + 1), "")
    return table


@cache
def _uneven() -> frozenset[str]:
    """The characters that no single one stands for."""
    return frozenset(chr(code) for code, written in equivalents().items() if len(written) != 1)


def equate(text: str) -> str:
    """``text`` as search compares it, without white space. Doing it twice changes nothing."""
    return "".join(_rewriting().of(text).split())


@cache
def _rewriting() -> Rewriting:
    return Rewriting(equivalents(), _USUAL)


def equate_with_offsets(text: str) -> tuple[str, list[int]]:
    """``equate(text)``, and for each character of it the offset in ``text`` that it comes from."""
    table = equivalents()
    if _uneven().isdisjoint(text):
        # All but a few, 5 times as fast.
        written = _rewriting().of(text)
        runs = [(ink.start(), ink.end()) for ink in _INK.finditer(written)]
        offsets = [offset for start, end in runs for offset in range(start, end)]
        return "".join(written[start:end] for start, end in runs), offsets
    pieces: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        piece = "".join(table.get(ord(character), character).split())
        pieces.append(piece)
        places += [place] * len(piece)
    return "".join(pieces), places


def equate_in_place(text: str) -> str:
    """``text`` with each character as search compares it, so that offsets stay: what nobody sees,
    and the few characters that no single one stands for, are left as they are."""
    return text.translate(_even())


@cache
def _even() -> dict[int, str]:
    return {code: written for code, written in equivalents().items() if len(written) == 1}


def places_of(typed: str) -> re.Pattern[str] | None:
    """Finds ``typed`` in what :func:`equate_in_place` gives, across white space and what nobody
    sees; ``None`` where nothing that counts was typed."""
    wanted = equate(typed)
    return re.compile(_BETWEEN.join(map(re.escape, wanted))) if wanted else None


def without_invisible(text: str) -> str:
    """``text`` less the marks that nobody sees."""
    return _invisible().sub("", text)


@cache
def _invisible() -> re.Pattern[str]:
    return re.compile(f"[{_RANGES}]")

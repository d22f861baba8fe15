"""RTF as tokens: braces, control words, bytes of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?"
    rb"|\\'(?P<byte>[0-9a-fA-F]{2})"
    rb"|\\(?P<symbol>[^a-zA-Z0-9])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n]+)"
    rb"|[\r\n]+|\\",
    re.S,
)


class Token(NamedTuple):
    """One of: a brace, a control word with its number, bytes of text."""

    word: str = ""
    """``{``, ``}``, ``*`` (what follows may be ignored) or a control word; empty for text."""
    number: int | None = None
    text: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of ``data`` in order; what no rule knows is passed over."""
    at = 0
    while (match := _TOKEN.match(data, at)) is not None:
        at = match.end()
        if word := match["word"]:
            number = int(match["number"]) if match["number"] else None
            if word == b"bin" and number:
                at += max(number, 0)
            yield Token(word.decode("ascii"), number)
        elif match["byte"]:
            yield Token(text=bytes([int(match["byte"], 16)]))
        elif symbol := match["symbol"]:
            yield _SYMBOLS.get(symbol, Token())
        elif match["brace"]:
            yield Token(match["brace"].decode())
        elif match["text"]:
            yield Token(text=match["text"])


_SYMBOLS: Final = {
    b"*": Token("*"),
    b"\\": Token(text=b"\\"),
    b"{": Token(text=b"{"),
    b"}": Token(text=b"}"),
    b"\t": Token("tab"),
    b"\n": Token("par"),
    b"\r": Token("par"),
    b"~": Token("nbsp"),
    b"_": Token(text=b"-"),
}
"""Control symbols that mean something; a soft hyphen (``\\-``) does not."""

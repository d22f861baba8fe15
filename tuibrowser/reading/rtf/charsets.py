"""How RTF names the encodings of its text, and how text in one becomes characters."""

from __future__ import annotations

import codecs
from typing import Final

WESTERN: Final = "cp1252"
"""The codec of a file that names none."""
SYMBOLS: Final = "symbols"
"""In place of a codec: a font whose letters are pictures, such as bullets."""

_OF_FONTS: Final = {
    2: SYMBOLS,
    134: "gb18030",
    136: "big5hkscs",
    128: "cp932",
    129: "cp949",
    204: "cp1251",
}
_CODE_PAGES: Final = {936: "gb18030", 950: "big5hkscs", 932: "cp932", 949: "cp949", 65001: "utf-8"}


def codec_of_font(charset: int | None) -> str:
    """The codec of what ``\\fcharset`` says of a font; empty where the file's own holds."""
    return _OF_FONTS.get(charset or 0, "")


def codec_of_page(number: int | None) -> str:
    """The codec of what ``\\ansicpg`` says of a file; the Western one if there is no such."""
    name = _CODE_PAGES.get(number or 0, f"cp{number}" if number else WESTERN)
    return name if _is_codec(name) else WESTERN


def decoded(data: bytes, codec: str, default: str) -> str:
    """Bytes of text; a font of Western letters may still set Chinese, as old programs write it."""
    for name in dict.fromkeys((codec, default, "gb18030")):
        if name in {WESTERN} and any(byte >= 0x80 for byte in data):
            try:
                return data.decode("gb18030")
            except UnicodeDecodeError:
                return data.decode(WESTERN, "replace")
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode(codec, "replace")


def _is_codec(name: str) -> bool:
    try:
        codecs.lookup(name)
    except (LookupError, OSError):  # unknown, or not loaded before files were given up
        return False
    return True

"""乱码: text that a program decoded wrongly and saved so.

What was only decoded wrongly can be undone, since no byte was lost: UTF-8 taken for Latin-1 (æ³•)
or for GBK (娉曟不), GBK taken for Latin-1 (·¨ÖÎ) or for Big5 (楊笥淉葬). Where bytes were lost
(锟斤拷, ????), nothing can.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from tuibrowser.reading.encoding import everyday
from tuibrowser.reading.refused import Refused

_TAKEN_FOR = (("cp1252", "utf-8"), ("latin-1", "utf-8"), ("gb18030", "utf-8"),
              ("cp1252", "gb18030"), ("latin-1", "gb18030"), ("big5", "gb18030"),
              ("shift_jis", "gb18030"), ("cp949", "gb18030"), ("gb18030", "big5"),
              ("big5", "utf-8"), ("mac_roman", "utf-8"), ("cp437", "utf-8"),
              ("cp850", "utf-8"), ("cp1251", "utf-8"), ("koi8-r", "utf-8"),
              ("shift_jis", "utf-8"), ("mac_roman", "gb18030"), ("cp437", "gb18030"))  # fmt: skip
"""What text was read as, and what it was."""
_SENSE = 0.15
"""Of the characters beyond ASCII of any Chinese text that are everyday ones; of 乱码 under 0.03."""
_LOST = ("锟斤拷", "烫烫", "屯屯")
_REPLACED = "\ufffd"
_MOST_REPLACED = 0.1
"""Of the characters beyond ASCII, those whose place a sign took; from there on no text is left."""
_ASKED = re.compile(r"\?{2,}")
_MOST_ASKED = 0.3
"""Of what is no white space, question marks in a row: what no Chinese fits into is written so."""
_SAMPLE = 4_000
_HANDED_THROUGH = "tuibrowser.undefined"
_BYTES = "\x80-\xbf" + bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")
# A title or a paragraph alone may have been pasted so: æ³•æ²»柳溪.
_WESTERN = re.compile(f"(?:[\xe3-\xe9\xef][{_BYTES}]{{2}}){{2,}}")
"""Two Chinese characters or more of a text that is otherwise right, UTF-8 taken for Latin-1."""
_RESTORED = (
    "文字曾被按错误的编码保存成乱码，已还原后读取；如仍有错字，请取得原件，另存为 UTF-8 后再试"
)
_PARTLY = "有 {} 个字在保存时丢失，变成了乱码（�），请对照原件"
_UNREADABLE = "文字是乱码，原字已丢失，请重新取得原件，另存为 UTF-8 文本后再试"


def restore(text: str, rounds: int = 2) -> tuple[str, str | None]:
    """``text`` as it was meant, and a Chinese sentence where that is another.

    Args:
        text: What a file was decoded to.
        rounds: How often it may have been saved wrongly, one time on top of the other.

    Raises:
        Refused: most of it was lost when it was saved.
    """
    if _is_asked_out(text[:_SAMPLE]):
        raise Refused(_UNREADABLE)
    replaced = text.count(_REPLACED)
    is_lost = replaced > _MOST_REPLACED * sum(it > "\x7f" for it in text)
    if _makes_sense(text) and not is_lost:
        if (whole := _WESTERN.sub(_as_utf8, text)) != text:
            return whole, _RESTORED
        return text, _PARTLY.format(replaced) if replaced else None
    is_garbled = False
    for read_as, was in _TAKEN_FOR:
        sample = text[:_SAMPLE].encode(read_as, "ignore").decode(was, "ignore")
        if sample.isascii() or not _makes_sense(sample):
            continue
        is_garbled = True
        try:
            restored = text.encode(read_as, _HANDED_THROUGH).decode(was)
        except UnicodeError:
            continue
        if _makes_sense(restored):
            return restored, _RESTORED
    for read_as in ("cp1252", "latin-1") if rounds > 1 else ():
        with suppress(UnicodeError, Refused):
            restored, doubt = restore(text.encode(read_as, _HANDED_THROUGH).decode(), rounds - 1)
            if doubt:
                return restored, doubt
    if (
        is_garbled
        or is_lost
        or any(text.count(mark) * len(mark) * 10 > len(text) for mark in _LOST)
    ):
        raise Refused(_UNREADABLE)
    return text, None


def _as_utf8(found: re.Match[str]) -> str:
    try:
        return found[0].encode("cp1252", _HANDED_THROUGH).decode()
    except UnicodeError:
        return found[0]


def _is_asked_out(text: str) -> bool:
    asked = sum(len(run) for run in _ASKED.findall(text))
    written = sum(character > "\x7f" for character in text)
    return asked > max(_MOST_ASKED * len("".join(text.split())), written)


def _makes_sense(text: str) -> bool:
    written = [character for character in text[:_SAMPLE] if character > "\x7f"]
    # A text without anything beyond ASCII is no 乱码.
    return everyday(written) >= _SENSE * len(written)


def _undefined(broken: UnicodeError) -> tuple[bytes, int]:
    """Code page 1252 leaves five bytes undefined, which programs hand through."""
    if isinstance(broken, UnicodeEncodeError) and ord(broken.object[broken.start]) < 0xA0:
        return bytes([ord(broken.object[broken.start])]), broken.start + 1
    raise broken


codecs.register_error(_HANDED_THROUGH, _undefined)

"""Plain text files."""

from __future__ import annotations

from tuibrowser.reading.encoding import UnknownEncoding, decode
from tuibrowser.reading.extract import Extract, Paragraph
from tuibrowser.reading.garbled import restore
from tuibrowser.reading.refused import Refused

# A text has a handful of control characters at most; formats that are not text are full of them.
_TOO_MANY_CONTROLS = 0.02


def read(data: bytes) -> Extract:
    """Return the text of ``data`` as one paragraph, its lines as they are.

    Raises:
        Refused: the bytes are no text, or no encoding fits them.
    """
    try:
        text, codec = decode(data)
    except UnknownEncoding as unknown:
        raise Refused(_unknown(unknown)) from None
    controls = sum(text.count(character) for character in map(chr, (*range(9), *range(14, 27))))
    if controls > max(2, len(text) * _TOO_MANY_CONTROLS):
        raise Refused("不是文本文件，也不是能识别的文档格式，请检查原件")
    restored, doubt = restore(text)
    return Extract([Paragraph(restored)], codec, doubts=(doubt,) if doubt else ())


def _unknown(unknown: UnknownEncoding) -> str:
    at = f"第 {unknown.offset + 1} 个字节"
    if unknown.codec == "utf-8":
        why = f"{at}起不是 UTF-8，也不像 GB18030、Big5 或 UTF-16"
    else:
        why = f"像 {unknown.codec.upper()}，但{at}处有误"
    return f"文字编码无法识别（{why}），请用记事本或 WPS 打开原件，另存为 UTF-8 文本后再试"

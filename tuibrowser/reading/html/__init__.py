"""Saved web pages: the report's text with its title and what the page says of it, less the site.

Pages of governments differ in everything but this: most sentences that are no links stand in one
element. What is above it names the text; what is beside and below it is the site's.
"""

from __future__ import annotations

from tuibrowser.reading.encoding import decode_markup
from tuibrowser.reading.extract import Extract
from tuibrowser.reading.html.article import article
from tuibrowser.reading.html.guard import tame
from tuibrowser.reading.refused import Refused

__all__ = ["read", "read_markup"]


def read(data: bytes) -> Extract:
    """Return the article of the page ``data``.

    Raises:
        Refused: no encoding fits it, it is made to harm, or it holds no text.
    """
    text, codec = decode_markup(data)
    return read_markup(text, codec)


def read_markup(text: str, codec: str) -> Extract:
    """What a page holds that is decoded already."""
    paragraphs, stated = article(tame(text))
    if not paragraphs:
        raise Refused("网页里没有文字，可能由脚本载入，请在浏览器中另存为 PDF 或复制为文本后再试")
    lost = sum(paragraph.text.count("\ufffd") for paragraph in paragraphs)
    doubts = (f"有 {lost} 个字的编码有误，已显示为 \ufffd",) if lost else ()
    return Extract(paragraphs, codec, stated, doubts)

"""Marks of Markdown in a text that is read as it stands: ``## 一、…``, ``**…**``, ``1\\.``."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^ {0,3}(?:>[ \t]*)*(?:#{1,6}[ \t]+|#{2,6}(?=[^#\s]))(.*)$", re.MULTILINE)
_BOLD = re.compile(r"(?<![*\w])(\*{2,3})(?=[^*\s])([^*\n]*[^*\s])\1(?!\*)")
_BOLD_AMID = re.compile(r"(?<!\*)(\*{2,3})(?=[^*\s])([^*\n]*[^*\s])\1(?!\*)")
_BULLET = re.compile(r"^ {0,6}[-*+] +(?=\S)", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


def plain_markdown(text: str) -> str:
    """``text`` without the marks of headings, of bold words and of the items of lists.

    ``**`` amid a line, ``-`` before one, and a backslash before a sign, are marks only where a
    heading or a bold beginning of a line shows that the text is Markdown: 张**和李** are people.
    """
    if "#" not in text and "**" not in text:
        return text
    marked = _HEADING.sub(lambda found: found[1].rstrip(" \t#"), text)
    bold = _BOLD.sub(r"\2", marked)
    if bold == text:
        return text
    return _ESCAPED.sub(r"\1", _BULLET.sub("", _BOLD_AMID.sub(r"\2", bold)))

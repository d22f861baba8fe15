"""Marks of Markdown in a text that is read as it stands: ``## 一、…``, ``**…**``, ``1\\.``."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^ {0,3}(?:>[ \t]*)*(?:#{1,6}[ \t]+|#{2,6}(?=[^#\s]))(.*)$", re.MULTILINE)
# A line of = or - right below words makes a heading of them; a dot or a full stop makes none.
_UNDERLINED = re.compile(
    r"^(?=[^\n]*[^\W\d_])([^\n。；|]{2,60})\n {0,3}(?:={3,}|-{3,})[ \t]*$", re.MULTILINE
)
_BOLD = re.compile(r"(?<![*\w])(\*{2,3})(?=[^*\s])([^*\n]*[^*\s])\1(?!\*)")
# __一、…__ is bold, too, but not within a word, as any of Chinese is to Markdown.
_BOLD_LINE = re.compile(r"^( {0,3})__(?=[^_\s])([^_\n]*[^_\s])__(?!_)", re.MULTILINE)
_BOLD_AMID = re.compile(r"(?<!\*)(\*{2,3})(?=[^*\s])([^*\n]*[^*\s])\1(?!\*)")
_BULLET = re.compile(r"^ {0,6}[-*+] +(?=\S)", re.MULTILINE)
# A link to a place of the text itself, as a table of contents has them.
_LINKED = re.compile(r"(?:^ {0,8}[-*+] +)?\[([^\]\[\n]{1,100})\]\(#[^()\s]{0,200}\)", re.MULTILINE)
_ADDRESSED = re.compile(
    r"(?:^ {0,8}[-*+] +)?!?\[([^\]\[\n]{0,100})\]\(https?://[^()\s]{1,300}\)", re.MULTILINE
)
"""A link or a picture of a page that was converted."""
_ATTRIBUTES = re.compile(r"[ \t]*\{[#.][^{}\n]{1,60}\}[ \t]*$")
_TENS = "[一二三四五六七八九十]{1,3}"
_AROUND = r"\*{1,3}|_{1,3}|~~|==|`"
# A number of the standard, whatever a converter has put before it: an item of a list, a quotation,
# words in italics or struck out.
_NUMBERED = re.compile(
    rf"^[ \t]{{0,8}}(?:(?:[-*+]|\d{{1,2}}[.)])[ \t]+|(?:＃{{1,6}}|>|{_AROUND})[ \t]*){{1,4}}"
    rf"((?:{_TENS}[、.．]|[（(]{_TENS}[)）]|第{_TENS}部分)[^\n]*?)[ \t]*(?:{_AROUND})?[ \t]*$",
    re.MULTILINE,
)
_CITED = re.compile(r"^ {0,3}(?:>[ \t]?)+", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")

_MOST_CITED = 0.8
"""Share of its lines from which on the whole of a text is cited, as mails cite what they answer."""
_FEWEST_UNDERLINED = 2
"""One line of signs may be a divider."""
_FEWEST_NUMBERED = 2
"""One numbered line behind a sign may be a remark."""


def plain_markdown(text: str) -> str:
    """``text`` without the marks of headings, of bold words and of the items of lists.

    ``**`` amid a line, ``-`` before one, and a backslash before a sign, are marks only where a
    heading, a bold beginning of a line or marks before several numbers show that the text is
    Markdown: 张**和李** are people.
    """
    if text.count("\n>") and _is_cited(text):
        text = _CITED.sub("", text)
    if "](#" in text:
        text = _LINKED.sub(r"\1", text)
    if "](http" in text:
        text = _ADDRESSED.sub(r"\1", text)
    is_numbered = len(_NUMBERED.findall(text)) >= _FEWEST_NUMBERED
    if not is_numbered and not any(mark in text for mark in ("#", "**", "__", "\n===", "\n---")):
        return text
    marked = _HEADING.sub(lambda found: _ATTRIBUTES.sub("", found[1]).rstrip(" \t#"), text)
    marked = _BOLD_LINE.sub(r"\1\2", marked)
    if len(_UNDERLINED.findall(marked)) >= _FEWEST_UNDERLINED:
        marked = _UNDERLINED.sub(r"\1", marked)
    bold = _BOLD.sub(r"\2", marked)
    if is_numbered:
        bold = _NUMBERED.sub(r"\1", bold)
    if bold == text:
        return text
    return _ESCAPED.sub(r"\1", _BULLET.sub("", _BOLD_AMID.sub(r"\2", bold)))


def _is_cited(text: str) -> bool:
    lines = sum(1 for line in text.splitlines() if line.strip())
    return len(_CITED.findall(text)) >= lines * _MOST_CITED

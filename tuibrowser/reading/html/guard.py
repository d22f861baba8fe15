"""Markup that a parser may be given: lexbor needs 17 seconds for one tag of 40,000 attributes and
110 for 100,000 elements inside each other."""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.reading.refused import Refused

_LONGEST_TAG: Final = 20_000
"""Characters of a tag; an inline picture (``src="data:…"``) is longer, and no text."""
_DEEPEST: Final = 2_000
"""Elements inside each other; pages have up to sixty."""
_MOST_TAGS: Final = 400_000
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]{0,40})(?P<rest>[^>]*)>")
_VOID: Final = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip
_LEFT_OPEN: Final = frozenset({"p", "li", "dt", "dd", "option", "tr", "td", "th", "tbody", "thead"})
"""Elements whose end may be left out; the next one of their kind ends them."""


def tame(markup: str) -> str:
    """``markup`` with over-long tags bared of their attributes.

    Raises:
        Refused: elements are nested deeper, or are more, than any page's.
    """
    depth = tags = 0
    for tag in _TAG.finditer(markup):
        tags += 1
        name = tag["name"].lower()
        if name in _VOID or name in _LEFT_OPEN or tag["rest"].endswith("/"):
            continue
        depth = max(depth - 1, 0) if tag["end"] else depth + 1
        if depth > _DEEPEST or tags > _MOST_TAGS:
            raise Refused("网页内容异常，标记嵌套过深或过多，请在浏览器中另存为 PDF 后再试")
    return _TAG.sub(_bared, markup) if len(markup) > _LONGEST_TAG else markup


def _bared(tag: re.Match[str]) -> str:
    if len(tag["rest"]) <= _LONGEST_TAG and tag["rest"].count("=") <= 400:
        return tag[0]
    return f"<{tag['end']}{tag['name']}>"

"""Markup that a parser may be given: lexbor needs 17 seconds for one tag of 40,000 attributes and
110 for 100,000 elements inside each other."""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.reading.refused import Refused

_LONGEST_TAG: Final = 20_000
"""Characters of a tag; an inline picture (``src="data:…"``) is longer, and no text."""
_MOST_ATTRIBUTES: Final = 400
_DEEPEST: Final = 2_000
"""Elements inside each other; pages have up to sixty."""
_MOST_TAGS: Final = 400_000
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]{0,40})")
# Quotation marks hold a ">" only in the value of an attribute. Atomic: a value that never ends is
# looked for once.
_REST = re.compile(r"""(?>[^>=]+|=\s*(?>"[^"]*"|'[^']*')|=(?!\s*["']))*+>""")
_VOID: Final = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip
_LEFT_OPEN: Final = frozenset({"p", "li", "dt", "dd", "option", "tr", "td", "th", "tbody", "thead"})
"""Elements whose end may be left out; the next one of their kind ends them."""


def tame(markup: str) -> str:
    """``markup`` with over-long tags bared of their attributes, and without a last tag that never
    ends.

    Raises:
        Refused: elements are nested deeper, or are more, than any page's.
    """
    kept: list[str] = []
    depth = tags = at = 0
    while (tag := _TAG.search(markup, at)) is not None:
        # Apart from the tag's name: tags without an end would each be looked through to the page's.
        ended = _REST.match(markup, tag.end())
        if ended is None:
            kept.append(markup[at : tag.start()])
            return "".join(kept)
        tags += 1
        rest = ended[0][:-1]
        kept += (markup[at : tag.end()], rest if _is_plain(rest) else "", ">")
        at = ended.end()
        name = tag["name"].lower()
        if name not in _VOID and name not in _LEFT_OPEN and not rest.endswith("/"):
            depth = max(depth - 1, 0) if tag["end"] else depth + 1
        if depth > _DEEPEST or tags > _MOST_TAGS:
            raise Refused("网页内容异常，标记嵌套过深或过多，请在浏览器中另存为 PDF 后再试")
    kept.append(markup[at:])
    return "".join(kept)


def _is_plain(rest: str) -> bool:
    return len(rest) <= _LONGEST_TAG and rest.count("=") <= _MOST_ATTRIBUTES

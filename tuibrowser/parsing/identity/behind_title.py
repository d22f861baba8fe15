"""Who is named behind a title.

Pages put the names of their section and site there, so it may be somebody else than who reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.identity.named import Name
from tuibrowser.parsing.identity.names import government
from tuibrowser.parsing.identity.offices import issuer_of
from tuibrowser.parsing.lines.numbering import HAN

# …年度报告-云岭镇-云川区人民政府门户网站
_PIECE: Final = re.compile(
    rf"(?<=[_|丨·/-])(?P<name>[{HAN}]{{2,24}}?)(?:(?:政府)?(?:门户)?网站?)?(?=$|[—_|丨·/-])"
)
_PAPER: Final = re.compile("(?:报告|[总小]结|汇报|年报|情况|材料|自查)(?:[([]|[—_|丨·/-])")


def names_behind_title(title: str, lexicon: Lexicon) -> Iterator[Name]:
    """The names behind the sign that ends a title, townships and offices before those above."""
    paper = _PAPER.search(title)
    if paper is None:
        return
    found = [
        name
        for piece in _PIECE.finditer(title, paper.end() - 1)
        if (name := government(title, *piece.span("name"), lexicon))
        and issuer_of(name, title, lexicon)
    ]
    yield from sorted(found, key=lambda name: not (name.township or name.rest))

"""Over which period a number counts, read from the words before it."""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.model.terms import Span

_BREAKS: Final = "。!?"
_NO_SCOPE_AFTER: Final = frozenset("—-~至《较比由")
# A line may be a whole page: what stands further away is not looked at.
_LONGEST_SENTENCE: Final = 600


def find_period(shadow: str, at: int, periods: re.Pattern[str]) -> Span | None:
    """Span of the last scope word between the sentence's start and ``at``.

    The base of a comparison (较2020年), the end of a range (2021—2025年), a bound (2018年前) and a
    year in a document's title are none; 年初 holds for its own clause.
    """
    first = max(0, at - _LONGEST_SENTENCE)
    begin = max(first - 1, *(shadow.rfind(mark, first, at) for mark in _BREAKS)) + 1
    found = None
    for match in periods.finditer(shadow, begin, at):
        before, after = shadow[match.start() - 1 : match.start()], shadow[match.end() : at]
        if before in _NO_SCOPE_AFTER or after.startswith(("前", "以前", "之前", "后", "的")):
            continue
        if shadow.count("《", begin, match.start()) > shadow.count("》", begin, match.start()):
            continue
        if match[0].endswith(("年初", "年底", "年末")) and match[0][0] != "截" and "," in after:
            continue
        found = match.span()
    return found

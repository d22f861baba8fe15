"""Members of a list that leave their unit to another: 邻里32、婚姻24、土地21起."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tuibrowser.insight.checks.prose import Number, Prose, start_of

# Code, not lexicon: which digits stand alone in a list is its form.
_BARE: Final = re.compile(
    r"(?<=[\u4e00-\u9fff、:\")])(?<!第)(?!(?:19|20)\d\d(?!\d))\d{1,5}(?=[、,;。)(]|[和及与][\u4e00-\u9fff\d])"
)
_JOINED: Final = re.compile(
    r"[、,和及与]{1,2}[^,。;:、()\d]{0,10}(?:\([^()]{1,30}\)[、,][^,。;:、()\d]{0,10})?"
)
"""What stands between two members."""
_FIRST: Final = re.compile(r"[^,。;:、(\d]{1,10}$")
_NO_COUNT: Final = re.compile(r"第|编号|文号|热线|电话|邮编|版|级$|[a-z]$")
_MOST: Final = 30
"""Members of a list that are looked through for one that has a unit."""


def with_bare(prose: Prose) -> Prose:
    """``prose`` with what counts in lists though it has no unit of its own."""
    found = tuple(_bare(prose))
    if not found:
        return prose
    return replace(prose, numbers=tuple(sorted((*prose.numbers, *found), key=start_of)))


def _bare(prose: Prose) -> Iterator[Number]:
    taken = {at for it in prose.numbers for at in range(it.start, it.end)}
    spans = [it.span() for it in _BARE.finditer(prose.text) if it.start() not in taken]
    bare = dict(spans)
    starts = list(bare)
    for start, end in spans:
        before = _FIRST.search(prose.text, max(0, start - 12), start)
        if before and _NO_COUNT.search(before[0]):
            continue
        like = _member_with_unit(prose, end, bare) or _whole_before(prose, start, starts)
        if like is not None:
            value = int(prose.text[start:end])
            figure = like.figure._replace(value=value, hedge=None, value_to=None, role="part")
            yield Number(figure, start, end)


def _member_with_unit(prose: Prose, at: int, bare: dict[int, int]) -> Number | None:
    """The first member behind ``at`` that has a unit, if the list goes on until there."""
    for _ in range(_MOST):
        joined = _JOINED.match(prose.text, at)
        if joined is None:
            return None
        follows = prose.numbers_in(joined.end(), joined.end() + 1)
        if follows:
            return follows[0] if follows[0].is_exact and not follows[0].is_percent else None
        if joined.end() not in bare:
            return None
        at = bare[joined.end()]
    return None


def _whole_before(prose: Prose, at: int, starts: Sequence[int]) -> Number | None:
    """The number that a list without any unit is opened behind: 92起，其中邻里32、婚姻60."""
    start, _ = prose.sentence_at(at)
    before = prose.numbers_in(start, at)
    if not before:
        return None
    whole = before[-1]
    between = prose.text[whole.end : at]
    members = bisect_left(starts, at) - bisect_left(starts, whole.end)
    opens = re.match(r"[^,。;\d]{0,8}[,(:]?(?:其中|包括|分别|\()", between)
    fits = opens and between.count("、") == members and not re.search("[。;]", between)
    return whole if fits and not whole.is_percent else None

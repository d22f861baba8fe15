"""The headings of a chapter that lost their numbers, by what was learnt of where headings end.

Any sentence may begin with one; of those that do, the likeliest end weighs more, and others of the
chapter are of its form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tuibrowser.lexicon.seams import load_seams
from tuibrowser.parsing.breaks.endings import BEHIND, Ending, endings
from tuibrowser.parsing.breaks.kin import Kin
from tuibrowser.parsing.breaks.page_words import PageWords
from tuibrowser.parsing.breaks.seam_sides import opens_sentence
from tuibrowser.parsing.breaks.seams import LONGEST, Form, seams

_HEADS: Final = 4.2
"""What the likeliest end weighs at least; by itself that of 67 in 100 headings weighs so much, and
that of 7 in 100 other sentences, of 360 and 640 that were counted."""
_HEADS_FIRST: Final = 3.2
"""What the likeliest end weighs at least right behind the heading of its chapter."""
_LIKELY: Final = 3.3
"""From which on a sentence speaks for others of its form."""
_ALIKE: Final = 1.2
"""What others of a form say together at most, and two do."""
_PROSE: Final = 1.5
"""What it costs to begin as sentences do and headings seldom: 以培训为抓手提升能力."""
_FEWEST: Final = 2


class _Sentence(NamedTuple):
    start: int
    places: list[Ending]
    weight: float
    form: Form


def judged(
    shadow: str, starts: Sequence[int], chapter: tuple[int, bool], page: PageWords
) -> list[tuple[int, int]]:
    """Start and end of the headings among sentences of a chapter, two at least or none.

    Where one is a sentence with its stop, end and start are the same: the stop parts it already.

    Args:
        shadow: The page.
        starts: Where the chapter's sentences begin.
        chapter: Where it ends, and whether it is on what is wanting.
        page: What the page tells of its words.
    """
    found = list(_sentences(shadow, starts, chapter, page))
    forms = [it.form for it in found if it.weight >= _LIKELY]
    heads = [
        it
        for it in found
        if it.weight + _says(it, forms) >= (_HEADS_FIRST if it.start == starts[0] else _HEADS)
    ]
    if len(heads) < _FEWEST:
        return []
    kin = Kin(it.places for it in heads)
    ends = (kin.end(it.places, member) or 0 for member, it in enumerate(heads))
    return [(it.start, it.start + end) for it, end in zip(heads, ends, strict=True)]


def _sentences(
    shadow: str, starts: Sequence[int], chapter: tuple[int, bool], page: PageWords
) -> Iterator[_Sentence]:
    """Those that may begin with a heading."""
    end, is_on_lacks = chapter
    points = load_seams().points
    for start in starts:
        words = shadow[start : min(start + LONGEST + BEHIND, end)]
        if points.match(words):
            continue
        if places := endings(words, list(seams(words[:LONGEST], False, page)), False, is_on_lacks):
            best = max(places, key=lambda it: it.weight)
            prose = _PROSE if opens_sentence(words, page) else 0.0
            yield _Sentence(start, places, best.weight - prose, best.form)


def _says(it: _Sentence, forms: Sequence[Form]) -> float:
    """What others of its form say for a sentence."""
    alike = sum(is_like(it.form, other) for other in forms) - (it.weight >= _LIKELY)
    return _ALIKE * min(alike, 2) / 2


def is_like(one: Form, other: Form) -> bool:
    """Whether two forms have as many clauses, each as long but for a character."""
    return len(one) == len(other) and all(abs(a - b) <= 1 for a, b in zip(one, other, strict=True))

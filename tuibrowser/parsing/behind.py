"""What stands behind a number: the noun up to the next clause, number or verb.

41名|行政执法人员|参加培训; answers are spans of a folded line, veiled as that of ``objects``.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns import VEIL
from tuibrowser.parsing.objects import BREAKS, NOUN_TAIL

TIMES: Final = frozenset({"次", "场", "期", "场次", "轮", "批", "批次", "轮次"})
"""Units of how often something was done."""
_LONGEST: Final = 40
_MANNER: Final = re.compile("依法(?!治)|当场|限期|按期|就地")
_NUMBER_OF: Final = re.compile(r"[\d一二两三四五六七八九十百千]+[余多]?[^\d,。、的]{1,3}的")


class Behind:
    """The right sides of the numbers of one line."""

    def __init__(self, text: str, words: Counting) -> None:
        """Take ``text``, folded and veiled."""
        self._text = text
        self._words = words

    def noun(self, end: int, unit: str = "") -> Span | None:
        """What a number that ends at ``end`` counts, if that stands right behind it."""
        text, words = self._text, self._words
        if text.startswith("的", end):
            end += 1
        if unit not in TIMES and _MANNER.match(text, end):  # 拒不拆除的4户依法强制执行
            return None
        if other := _NUMBER_OF.match(text, end):  # 1支60人的队伍
            end = other.end()
        last = min(len(text), end + _LONGEST)
        stop = min(
            (at for mark in BREAKS + "、()" if (at := text.find(mark, end, last)) >= 0),
            default=last,
        )
        if predicate := words.predicates.search(text, end, stop):
            stop = predicate.start()
        if manner := words.manners.search(text, end + 2, stop):
            stop = manner.start()
        if unit not in TIMES:
            stop = self._before_deed(end, stop)
        if tail := NOUN_TAIL.search(text[end:stop]):
            stop = end + tail.start()
        if stop <= end or (not text[end].isalpha() and text[end] != VEIL):
            return None
        if unit == "元" and not text.endswith(words.moneys, end, stop):
            return None
        return end, stop

    def object(self, end: int) -> Span | None:
        """The object of what was done as often as says a number that ends at ``end``."""
        verb = self._words.introducing.match(self._text, end)
        return self.noun(verb.end()) if verb else None

    def _before_deed(self, end: int, stop: int) -> int:
        """Where what somebody did begins behind who did it: 22个村|修订村规民约."""
        for act in self._words.acts.finditer(self._text, end + 1, stop):
            if stop - act.end() != 1 and self._words.doers.search(self._text, end, act.start()):
                return act.start()
        return stop

"""What a number counts that the next one names: 3个国家级、9个省级示范村, 修订9件、废止3件文件.

Answers are spans of a folded line, veiled as that of ``objects``.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.lexicon.verbal import SURE, score_verb
from tuibrowser.parsing.nouns.akin import TIMES
from tuibrowser.parsing.nouns.behind import Behind
from tuibrowser.parsing.nouns.records import Counted
from tuibrowser.parsing.nouns.whole import Noun

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_LEVELS: Final = re.compile(
    r"(?P<first>[国省市州县区镇乡村][家]?级)(?:[、和及,]\d+[个所家条支处项][国省市州县区镇乡村][家]?级)+"
)
_VERB: Final = 2
_LONGEST: Final = 3
"""Characters of an act that stands alone: 签订, 新招录."""


class Ahead:
    """The numbers of one line that share the thing behind the last of them."""

    def __init__(self, text: str, words: Counting, right: Behind) -> None:
        """Take ``text``, folded and veiled, and what tells what stands behind its numbers."""
        self._text = text
        self._words = words
        self._right = right

    def with_thing(self, number: Counted, noun: Noun) -> Noun:
        """``noun``, a level or an act, with the thing that stands behind a number after it."""
        if len(noun) != 1:
            return noun
        (start, end), level = noun[0], _LEVELS.match(self._text, number.end)
        if start == number.end and level:
            thing = self._right.noun(level.end(), number.unit)
            return (level.span("first"), thing) if thing else noun
        return self._of_act(number, noun) if end == number.start else noun

    def _of_act(self, number: Counted, act: Noun) -> Noun:
        """The thing that several acts have in common, each with its number: 新建2处、改造4处|广场.

        What was done to it is told with it; a verb that only introduces it (签订) is not.
        """
        if not self._text.startswith(("、", "和"), number.end):
            return act
        is_often = number.unit in TIMES  # 宣讲9次、调解3次 tell how often, and of nothing
        is_fate = not is_often and self._words.fates.fullmatch(self._text, *act[0]) is not None
        if not is_fate and not self._is_verb(*act[0], is_often=is_often):
            return act
        unit = re.escape(number.unit)
        others = re.compile(rf"(?:[、和][^,。;:、()\d]{{2,5}}\d+{unit})+")
        following = others.match(self._text, number.end)
        thing = self._right.noun(following.end(), number.unit) if following else None
        if thing is None:
            return act
        return (*act, thing) if is_fate else (thing,)

    def _is_verb(self, start: int, end: int, *, is_often: bool) -> bool:
        word = self._text[end - _VERB : end]
        if end - start > _LONGEST or word in self._words.no_verbs:
            return False
        if self._words.introducing.fullmatch(word):
            return True
        return not is_often and score_verb(word) >= SURE

"""Whether two masked texts say the same in the same words, and what became of one that does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, Protocol

from tuibrowser.compare.masks import COUNTED_ALIKE, StatedYear
from tuibrowser.lexicon.acts import load_acts
from tuibrowser.model.terms import Likeness
from tuibrowser.text.likeness import SAME, ratio
from tuibrowser.text.masks import NUMBER

# Code, not lexicon: particles of any text. Words that tell who does it to whom (由, 被, 将) and
# where (上, 下) are none of these, however little they weigh.
_PARTICLES: Final = "的地得了和与及并且等均都也共还已各即又再"
_SIGNS: Final = re.compile(r"[\W_]+")
_COUNTED_IN: Final = re.compile(f"(?<={NUMBER})(?:{'|'.join(COUNTED_ALIKE)})")


class Worded(Protocol):
    """A masked text, and the numbers that were taken out of it."""

    @property
    def text(self) -> str:
        """As ``masks.OfYear.text``."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The same of its numbers."""

    @property
    def years(self) -> tuple[StatedYear, ...]:
        """The same of its years."""


def likeness_of(old: Worded, new: Worded) -> Likeness:
    """What is new in ``new``, which goes on from ``old``: words, numbers or nothing."""
    if not is_same(old.text, new.text):
        return "reworded"
    is_kept = old.numbers == new.numbers and years_agree(old.years, new.years)
    return "kept" if is_kept else "numbers_only"


def years_agree(old: Sequence[StatedYear], new: Sequence[StatedYear]) -> bool:
    """Whether each year is the same or has moved on with the report's own.

    2023年印发要点 says of 2023 what 2022年印发要点 said of 2022; 到2030年 is another aim than
    到2025年.
    """
    return len(old) == len(new) and all(
        a.year == b.year or a.behind == b.behind for a, b in zip(old, new, strict=True)
    )


def is_same(one: str, other: str) -> bool:
    """Whether nothing differs but signs, particles and words that say nothing.

    Of a long text one word is a hundredth, and may be the one that counts: 上升 for 下降.
    """
    if one == other:
        return True
    one, other = _bare(one), _bare(other)
    return ratio(one, other) >= SAME and _telling(one) == _telling(other)


def _bare(text: str) -> str:
    """``text`` without signs, which of a short sentence are a tenth, its units as is counted."""
    return _COUNTED_IN.sub(lambda unit: COUNTED_ALIKE[unit[0]], _SIGNS.sub("", text))


def _telling(text: str) -> str:
    return _light().sub("", text)


@cache
def _light() -> re.Pattern[str]:
    """What may come or go. Single characters of the list would take the end of a word: 线上."""
    words = (word for word in load_acts().empty_words if len(word) > 1)
    return re.compile("|".join([*map(re.escape, words), f"[{_PARTICLES}]"]))

"""How far patterns and leanings are to be trusted of the indicator of a number, by a linear model.

The patterns of ``indicators.toml`` find words that may mean something else here; the leanings know
what stands around such numbers, but no single case. The table (``SOURCES.md``) was learnt by
``makers/trust.py`` from labelled sentences that nobody wrote a pattern for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from tuibrowser.lexicon.signs import read_signs

TABLE: Final = Path(__file__).with_name("trust.txt")
QUESTION: Final = "indicator"


def weigh(signs: Iterable[tuple[str, float]]) -> float:
    """The sum of what ``signs`` say, each as much as it is there: the natural logarithm of how much
    likelier they make an indicator than another one of the same number."""
    weights = _load()
    return sum([weights.get(sign, 0.0) * much for sign, much in signs])


@cache
def _load() -> Mapping[str, float]:
    return read_signs(TABLE)[QUESTION]

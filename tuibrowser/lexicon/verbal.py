"""How surely a word of two characters is a verb, told by the characters it is made of.

No list holds the verbs of all offices: 追发, 停气, 制发 are in no dictionary. But what 追 begins
is a verb 60 times in 70, and so is what 发 ends. Of the verbs of two characters in
``units.toml`` 86 % score at least ``LIKELY``; of nouns those do that are verbs as well (投诉,
申请), which a list must tell.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

LIKELY: Final = 0
"""The score from which on a word that stands alone is a verb."""
SURE: Final = 6
"""The score from which on it is one at the end of a noun."""


def score_verb(word: str) -> int:
    """Twice the logarithm of how much likelier ``word``, of two characters, is a verb than not.

    What is shorter, at the end of a line, is none.
    """
    first, second = _tables()
    return first.get(word[0], 0) + second.get(word[1], 0) if len(word) > 1 else -SURE


@cache
def _tables() -> tuple[dict[str, int], dict[str, int]]:
    text = Path(__file__).with_name("verbal.txt").read_text(encoding="utf-8")
    first: dict[str, int] = {}
    second: dict[str, int] = {}
    for line in text.splitlines()[1:]:
        score, begins, ends = line.split("\t")
        first.update(dict.fromkeys(begins, int(score)))
        second.update(dict.fromkeys(ends, int(score)))
    return first, second

"""What a query in everyday words asks for: a direction, and acts of township work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Final

from tuibrowser.lexicon.acts import NAMES, load_acts, load_everyday, load_frequencies, load_names
from tuibrowser.text.meaning import Direction, direction, known, strength
from tuibrowser.text.vectors import Terms, product, unit

_SAYS: Final = 8.0
"""What a query that names no act must say of an answer: ``strength`` times ``known`` times their
cosine.

A query that says little points anywhere. Of 35 everyday questions to townships 29 find something,
of 31 on dishes, films and prices 9.
"""
_LEAST: Final = 0.35
"""The cosine that an answer must have: below, measures on one subject are as few as elsewhere."""
_BEHIND: Final = 0.2
"""How far below the nearest one others still answer."""

# Chosen on 40 everyday questions to the samples and 15 to small reports. By the direction of the
# query alone their MRR was .66 and .37, with acts in common .87 and .61, turned towards these, too,
# .95 and .69. Words in common with the query gave nothing more.
_TOWARDS_ACTS: Final = 0.6
"""How far the direction of the acts that are asked for turns that of the query."""
_OF_ACTS: Final = 0.6
"""What acts in common count beside the cosine."""
_LEAST_OF_ACTS: Final = 0.6
"""What an answer must come to where acts are asked for. Of 219 such .86 answer; a tenth less lets
in 18 more, of which one in three does."""
_BEHIND_OF_ACTS: Final = 0.4

# Code, not lexicon: the question words of Chinese are few and closed.
# Asked, not sought: 怎么处理 is about 处理.
_ASKING: Final = re.compile(
    "怎么办|怎么样|怎么|怎样|如何|为什么|什么样|什么|哪些|哪里|哪个|有没有|是不是|能不能|谁来|吗|呢|吧"
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for, and how near an answer must come."""

    wanted: Direction
    acts: Terms
    """A vector of length 1; empty where none is named."""
    least: float
    behind: float
    """How far below the best answer others still answer."""

    def score(self, cosine: float, text: str) -> float:
        """How well equated ``text`` answers.

        Args:
            cosine: Of its direction with ``wanted``.
            text: What a measure says.
        """
        if not self.acts:
            return cosine
        return cosine + _OF_ACTS * product(self.acts, _acts_of(load_acts().in_text(text)))


def understood(needles: str) -> Question | None:
    """What is asked for with folded ``needles``; ``None`` where they say too little."""
    said = _ASKING.sub("|", needles)
    acts = _asked(said)
    own = direction(said)
    if acts:
        return Question(_turned(own, acts, said), acts, _LEAST_OF_ACTS, _BEHIND_OF_ACTS)
    says = known(said) * strength(said)
    if says <= _SAYS:
        return None
    return Question(own, {}, max(_LEAST, _SAYS / says), _BEHIND)


def _asked(said: str) -> Terms:
    """The acts that ``said`` names; what only hints at one may be anything."""
    found = load_acts().in_text(said)
    for act, weight in load_everyday().in_text(said).items():
        found[act] = found.get(act, 0.0) + weight
    return _acts_of({act: weight for act, weight in found.items() if weight >= NAMES})


def _acts_of(found: Mapping[str, float]) -> Terms:
    return unit(load_frequencies().weighed(found))


def _turned(own: Direction, acts: Terms, said: str) -> Direction:
    """The direction ``own`` of ``said`` turned towards where the words of ``acts`` point.

    The less of ``said`` the table of meanings knows, the further.
    """
    towards = _sum((direction(load_names()[act]), weight) for act, weight in acts.items())
    return _sum(((own, known(said)), (towards, _TOWARDS_ACTS)))


def _sum(parts: Iterable[tuple[Direction, float]]) -> Direction:
    """The direction of several, each with what it counts."""
    weighed = [[weight * it for it in part] for part, weight in parts if part]
    summed = [sum(numbers) for numbers in zip(*weighed, strict=True)]
    length = sqrt(sum(it * it for it in summed))
    return tuple(it / length for it in summed) if length else ()

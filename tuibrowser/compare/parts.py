"""Measures of a year that are parts of one of a year beside: two became one, or one became two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nlargest
from operator import mul
from typing import Final

from tuibrowser.compare.candidates import Candidates
from tuibrowser.compare.chains import Chain
from tuibrowser.compare.effort import Effort
from tuibrowser.compare.judgement import judge, probability
from tuibrowser.compare.succession import SIGNS, Wording
from tuibrowser.lexicon.likeness import BEFOREHAND, load_likeness
from tuibrowser.text.vectors import Terms, product

LIKELY: Final = 0.5
"""From here on a measure is a part."""
_FEWEST_WORDS: Final = 6
"""Characters that stand in a text to the letter, from which they are a part of it, however little
they say: 发放资料N份."""
_FAINT: Final = -3.0
"""Odds below which nobody asks further."""

FEATURES: Final = ("odds", "own_characters", "own_pairs", "covered")
"""How likely the measure alone goes on as the whole; how much of what it says beside what the whole
goes on from is in the whole; how much more of the whole is said by both than by that one."""
_MOST: Final = 8
"""Wholes that a measure is looked for in, those first that have the most of it."""


def with_parts(chains: Sequence[Chain], count: int, effort: Effort) -> list[Chain]:
    """``chains`` less those that another holds, the year after they end or before they begin."""
    held: set[Chain] = set()
    for number in range(1, count):
        for here, there in ((number - 1, number), (number, number - 1)):
            # The surest first; who holds a part is none itself.
            found = sorted(
                asked(chains, here, there, effort), key=lambda it: (-it[0], it[1].years[here].index)
            )
            for how_likely, part, whole in found:
                if how_likely >= LIKELY and not {whole, part} & held:
                    whole.hold(part, number)
                    held.add(part)
    return [chain for chain in chains if chain not in held]


def asked(
    chains: Sequence[Chain], here: int, there: int, effort: Effort
) -> Iterator[tuple[float, Chain, Chain]]:
    """What has nothing in year ``there``, with each chain that may hold it, and how likely."""
    for part, whole in _opened(chains, here, there):
        yield 1.0, part, whole
    for part, whole, features in candidates(chains, here, there, effort):
        wording = part.years[here]
        words = wording.text.rstrip(SIGNS)
        if (
            len(words) >= _FEWEST_WORDS
            and words in whole.years[there].text
            and words not in whole.years[here].text
        ):
            yield 1.0, part, whole
        else:
            weights = load_likeness()["parts"]
            total = sum(map(mul, features, (weights[name] for name in FEATURES)))
            yield probability(weights[BEFOREHAND] + total), part, whole


def _opened(chains: Sequence[Chain], here: int, there: int) -> Iterator[tuple[Chain, Chain]]:
    """What has nothing in year ``there``, with the chain that opens with it then: 公开清单。 was
    taken for a heading."""
    opened = {
        it.years[there].opening: it
        for it in chains
        if here in it.years and there in it.years and not it.years[here].opening
    }
    for part in chains:
        if here in part.years and there not in part.years:
            wording = part.years[here]
            whole = opened.get(f"{wording.text.rstrip(SIGNS)}。")
            if whole and wording.said_as == whole.years[there].said_as:
                yield part, whole


def candidates(
    chains: Sequence[Chain], here: int, there: int, effort: Effort
) -> Iterator[tuple[Chain, Chain, tuple[float, ...]]]:
    """Chains that have nothing in year ``there``, those that may hold them, and ``FEATURES``."""
    wholes = [it for it in chains if here in it.years and there in it.years]
    parts = [it for it in chains if here in it.years and there not in it.years]
    terms = {at: it.years[there].traits.said.characters for at, it in enumerate(wholes)}
    candidates = Candidates(terms, len(parts), effort)
    for at, part in enumerate(parts):
        wording = part.years[here]
        products = candidates.products(wording.traits.said.characters, at / len(parts))
        for which in nlargest(_MOST, products, key=lambda it: (products[it], -it)):
            whole, shared = wholes[which], products[which]
            now, rest = whole.years[there], whole.years[here]
            if wording.said_as == now.said_as and part.years.keys() <= whole.years.keys():
                features = _features(wording, now, rest, shared)
                if features is not None:
                    yield part, whole, features


def _features(
    part: Wording, whole: Wording, rest: Wording, shared: float
) -> tuple[float, ...] | None:
    """What says that ``whole`` took in ``part`` beside ``rest``; ``None`` where little does."""
    if rest.text == whole.text:
        return None
    alone = judge("years").odds(part.traits, whole.traits, shared, _FAINT)
    if alone is None:
        return None
    a, b, c = part.traits.said, whole.traits.said, rest.traits.said
    own = {it: weight for it, weight in a.characters.items() if it not in c.characters}
    if not own:
        return None
    return (
        max(alone, _FAINT),
        _share(own, b.characters),
        _share({it: weight for it, weight in a.pairs.items() if it not in c.pairs}, b.pairs),
        product(own, b.characters) / max(1.0, b.weight),
    )


def _share(own: Terms, there: Terms) -> float:
    """How much of ``own`` is ``there``, 0 to 1."""
    total = sum(weight * weight for weight in own.values())
    return product(own, there) / total if total else 0.0

"""Fields of work (工作领域) that a text speaks of, by the words of ``lexicon/themes.toml``."""

from __future__ import annotations

from collections import Counter
from math import log1p

from tuibrowser.lexicon.load import Lexicon

_MOST = 3
_NAMED = 3.0
"""Weight of one word that names a theme."""


def score_themes(shadow: str, lexicon: Lexicon) -> Counter[str]:
    """Weight of each theme in folded ``shadow``: 3 for a word that names it, 1 for a hint."""
    scores: Counter[str] = Counter()
    for match in lexicon.themes.finditer(shadow):
        for theme, weight in lexicon.theme_words[match[0]]:
            scores[theme] += weight
    return scores


def named_themes(title: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Themes that a heading itself names, best first."""
    named = score_themes(title, lexicon)
    return _best(named, max(named.values(), default=0) * 0.5)


def heading_themes(title: str, body: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Themes of a section: what its heading names, else what its body speaks of most."""
    named = score_themes(title, lexicon)
    spoken = score_themes(body, lexicon)
    if named:
        ranked = {theme: score + 0.3 * log1p(spoken[theme]) for theme, score in named.items()}
        return _best(ranked, max(ranked.values()) * 0.5)
    if not spoken:
        return ()
    return _best(spoken, max(_NAMED * 2, max(spoken.values()) * 0.6))[:2]


def measure_themes(shadow: str, of_heading: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Themes of a measure, best first; those its heading names lean on it without deciding.

    The themes a wrapper (主要举措和成效) only speaks of must not: they would colour every measure.
    """
    scores: dict[str, float] = dict(score_themes(shadow, lexicon))
    for rank, theme in enumerate(of_heading):
        if theme in scores or rank == 0:
            scores[theme] = scores.get(theme, 0.0) + (2.0 if rank == 0 else 1.0)
    if not scores:
        return ()
    return _best(scores, max(2.0, max(scores.values()) * 0.5))


def _best(scores: dict[str, float] | Counter[str], floor: float) -> tuple[str, ...]:
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return tuple(theme for theme, score in ranked[:_MOST] if score >= floor)

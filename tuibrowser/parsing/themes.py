"""Fields of work (工作领域) that a text speaks of, by the words of ``lexicon/themes.toml``."""

from __future__ import annotations

from collections import Counter
from math import log1p

from tuibrowser.lexicon.load import Lexicon

_MOST = 3
_NAME = 3
"""Weight of a word that names a theme."""
_MOST_HINTS = 2


def score_themes(shadow: str, lexicon: Lexicon) -> Counter[str]:
    """Weight of each theme in folded ``shadow``, in the order the text comes to speak of them.

    3 for each word that names it and 1 for each hint, every word once; hints together count at most
    2, so that 学习, 干部 and 培训 do not outweigh the one word that names another theme.
    """
    named: Counter[str] = Counter()
    hinted: Counter[str] = Counter()
    for word in dict.fromkeys(lexicon.themes.findall(shadow)):
        for theme, weight in lexicon.theme_words[word]:
            (named if weight == _NAME else hinted)[theme] += weight
            named[theme] += 0  # keeps the order
    return Counter({t: named[t] + min(hinted[t], _MOST_HINTS) for t in named})


def named_themes(title: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Themes that a heading itself names, best first."""
    named = score_themes(title, lexicon)
    return _best(named, max(_NAME, max(named.values(), default=0) * 0.5))


def heading_themes(title: str, body: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Themes of a section: what its heading names, else what its body speaks of most."""
    named = score_themes(title, lexicon)
    spoken = score_themes(body, lexicon)
    if named:
        ranked = {theme: score + 0.3 * log1p(spoken[theme]) for theme, score in named.items()}
        return _best(ranked, max(ranked.values()) * 0.5)
    if not spoken:
        return ()
    return _best(spoken, max(_NAME * 2, max(spoken.values()) * 0.6))[:2]


def measure_themes(shadow: str, of_heading: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Themes of a measure, best first; those its heading names lean on it without deciding.

    The themes a wrapper (主要举措和成效) only speaks of must not: they would colour every measure.
    """
    scores: dict[str, float] = dict(score_themes(shadow, lexicon))
    for rank, theme in enumerate(of_heading):
        if theme in scores:
            scores[theme] += 2.0 if rank == 0 else 1.0
    if not any(score >= _NAME for score in scores.values()):
        # Only hints, if any: what the heading names is what the measure is about.
        return of_heading or _best(scores, 2.0)
    return _best(scores, max(scores.values()) * 0.5)


def _best(scores: dict[str, float] | Counter[str], floor: float) -> tuple[str, ...]:
    ranked = sorted(scores.items(), key=lambda item: -item[1])  # stable: first spoken of, first
    return tuple(theme for theme, score in ranked[:_MOST] if score >= floor)

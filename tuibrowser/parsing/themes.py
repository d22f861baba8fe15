"""Fields of work (工作领域) that a text speaks of, by the words of ``lexicon/themes.toml``.

The weights were set on the primary themes of 88 headings and the topics of 305 measures, coded by
hand: of the headings 90 in a hundred get the theme a reader gives them, of the measures 88.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from tuibrowser.lexicon.load import Lexicon

Scores = Mapping[str, float]
"""Weight of each theme in a text, in the order the text comes to speak of them."""

_MOST = 3
_NAME = 3
"""Weight of a word that names a theme."""
_MOST_HINTS = 2
_FIRST_CLAUSE: Final = 1
"""More for what the first clause of a heading says."""
_BODY: Final = 0.7
"""What the measures of a section say on the average, against what its heading says."""
_SECTION: Final = 0.4
"""What a section says, against what a measure of it says."""
_FAINT: Final = 0.4
"""A section's score from here on says something: hints in most of its measures do."""


def score_themes(shadow: str, lexicon: Lexicon) -> Counter[str]:
    """Weight of each theme in folded ``shadow``.

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


def score_title(title: str, lexicon: Lexicon) -> Counter[str]:
    """Weight of each theme in a folded heading.

    加强法治宣传教育,提高法治意识 is on 普法: the first clause says what is done, the second why.
    """
    scores = score_themes(title, lexicon)
    for theme in score_themes(title.partition(",")[0], lexicon):
        scores[theme] += _FIRST_CLAUSE
    return scores


def is_named(title: Scores) -> bool:
    """Whether a heading with these scores names a theme rather than hint at one."""
    return max(title.values(), default=0) >= _NAME


def score_section(title: Scores, measures: Sequence[Scores]) -> Scores:
    """Weight of each theme in a section, from its heading and the measures it rules."""
    scores = dict(title)
    for spoken in measures:
        for theme, score in spoken.items():
            scores[theme] = scores.get(theme, 0) + _BODY * score / len(measures)
    return scores


def section_themes(section: Scores) -> tuple[str, ...]:
    """Themes of a section, the primary one first."""
    return _best(section, max(_FAINT, max(section.values(), default=0) * 0.5))


def measure_themes(spoken: Scores, section: Scores) -> tuple[str, ...]:
    """Themes of a measure, best first: what it speaks of, leaning towards what its section does.

    Args:
        spoken: What the measure itself speaks of.
        section: Of the heading it stands under; empty where that only names an item of the report:
            the themes a wrapper (主要举措和成效) speaks of would colour every measure.
    """
    floor = max(section.values(), default=0) * 0.5
    scores = dict(spoken)
    for theme, score in section.items():
        if score >= floor:
            scores[theme] = scores.get(theme, 0) + _SECTION * score
    return _best(scores, max(scores.values(), default=0) * 0.5)


def _best(scores: Scores, floor: float) -> tuple[str, ...]:
    ranked = sorted(scores.items(), key=lambda item: -item[1])  # stable: first spoken of, first
    return tuple(theme for theme, score in ranked[:_MOST] if score >= floor)

"""What was meant by a name that nothing has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from tuibrowser.lexicon.labels import (
    KIND_ALIASES,
    KIND_LABELS,
    KIND_WORDS,
    THEME_LABELS,
    THEME_WORDS,
)
from tuibrowser.text.equivalence import equate
from tuibrowser.text.placename import stem

_MOST: Final = 3
_TELLING: Final = 2
"""Characters of a word that is of some themes and not of others."""
_ALIKE: Final = 60.0
"""Percent of two names: two characters of three, but not one of two."""


def nearest(value: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names like ``value``: those with it in them, that sound so, or are written much alike.

    At most 3, the likest first.
    """
    # Only where nothing was found: 40 ms, and the table of sounds.
    from rapidfuzz import fuzz  # noqa: PLC0415

    from tuibrowser.text.pinyin import represent  # noqa: PLC0415
    from tuibrowser.text.toneless import toneless  # noqa: PLC0415
    from tuibrowser.text.typed import matches  # noqa: PLC0415

    wanted = equate(value)
    short = stem(wanted)
    ranked: list[tuple[float, int, str]] = []
    for name in dict.fromkeys(names):
        written = equate(name)
        likeness = fuzz.ratio(wanted, written)
        if wanted in written or (len(written) > 1 and written in wanted):
            # Of 青石县柳溪镇 the last is what was asked for.
            likeness += 200 + 100 * (wanted != written and wanted.endswith(written))
        elif stem(written) == short != wanted:  # 青石街道 was 青石镇
            likeness += 150
        elif matches(toneless(wanted), written):
            likeness += 100
        else:
            likeness = max(likeness, fuzz.ratio(represent(wanted), represent(written)))
        if likeness >= _ALIKE:
            ranked.append((-likeness, len(name), name))
    return tuple(name for *_, name in sorted(ranked)[:_MOST])


def nearest_labels(value: str, words: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The labels one of whose ``words`` is like ``value``, the likest first."""
    labels = {word: label for label, some in words.items() for word in some}
    return tuple(dict.fromkeys(labels[word] for word in nearest(value, labels)))


def nearest_themes(value: str) -> tuple[str, ...]:
    """The labels of the themes that ``value`` is like, or one of whose words is; else those whose
    measures speak of it."""
    words = {label: (label, *THEME_WORDS[theme]) for theme, label in THEME_LABELS.items()}
    return nearest_labels(value, words) or _themes_that_speak_of(equate(value))


def _themes_that_speak_of(value: str) -> tuple[str, ...]:
    if len(value) < _TELLING:
        return ()
    # Only where no label is like it: 60 ms, once.
    from tuibrowser.lexicon.load import load  # noqa: PLC0415

    told: Counter[str] = Counter()
    for word, weights in load().theme_words.items():
        if value in word or word in value:
            for theme, weight in weights:
                told[theme] += weight * (len(value) if word == value else 1)
    return tuple(THEME_LABELS[theme] for theme, _ in told.most_common(_MOST))


def nearest_kinds(value: str) -> tuple[str, ...]:
    """The short words of the parts that ``value`` is like, or one of whose other names is."""
    words = {
        word: (word, KIND_LABELS[kind], *KIND_ALIASES[kind]) for kind, word in KIND_WORDS.items()
    }
    return nearest_labels(value, words)

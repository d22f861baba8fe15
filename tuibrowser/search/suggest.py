"""What was meant by a name that nothing has."""

from __future__ import annotations

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
            likeness += 200
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
    """The labels of the themes that ``value`` is like, or one of whose words is."""
    words = {label: (label, *THEME_WORDS[theme]) for theme, label in THEME_LABELS.items()}
    return nearest_labels(value, words)


def nearest_kinds(value: str) -> tuple[str, ...]:
    """The short words of the parts that ``value`` is like, or one of whose other names is."""
    words = {
        word: (word, KIND_LABELS[kind], *KIND_ALIASES[kind]) for kind, word in KIND_WORDS.items()
    }
    return nearest_labels(value, words)

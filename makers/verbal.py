"""Makes verbal.txt, once for each new version of its source (``lexicon/SOURCES.md``).

    python -m makers.verbal > verbal.txt

Counts in jieba's dictionary how many words of two characters are verbs and how many are nouns or
adjectives, by their first character and by their second; imports nothing of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from math import log
from pathlib import Path

VERBS = frozenset({"v", "vn", "vd", "vi"})
NAMES = frozenset({"n", "l", "a", "b", "nz", "an"})
FEWEST = 3
"""Words that a character must stand in, so that it says something."""
_IN_LINE = 40
"""Characters of a column."""
MOST = 9
"""The strongest score."""


def main() -> None:
    verbs, names = (Counter[tuple[int, str]](), Counter[tuple[int, str]]())
    for word, tag in _words():
        counts = verbs if tag in VERBS else names if tag in NAMES else None
        if counts is not None and len(word) == 2:
            counts.update(enumerate(word))
    scores: dict[int, tuple[list[str], list[str]]] = {}
    for place, character in sorted(verbs.keys() | names.keys()):
        verb, name = verbs[place, character], names[place, character]
        if verb + name < FEWEST:
            continue
        # Halves of a natural logarithm; one word more of either keeps rare characters near naught.
        score = round(2 * log((verb + 0.5) / (name + 1)))
        score = max(-MOST, min(MOST, score))
        scores.setdefault(score, ([], []))[place].append(character)
    print("# How surely a word of two characters is a verb: score, first characters, second ones.")
    for score, (first, second) in sorted(scores.items()):
        for at in range(0, max(len(first), len(second)), _IN_LINE):
            parts = ("".join(it[at : at + _IN_LINE]) for it in (first, second))
            print(score, *parts, sep="\t")


def _words() -> Iterator[tuple[str, str]]:
    found = find_spec("jieba")
    if found is None or found.origin is None:
        raise SystemExit("jieba is not installed")
    for line in (Path(found.origin).parent / "dict.txt").open(encoding="utf-8"):
        word, _, tag = line.split()
        yield word, tag


if __name__ == "__main__":
    main()

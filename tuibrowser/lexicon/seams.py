"""Where a heading that runs into its text ends: ``seams.toml`` of this folder, compiled.

Only pages without line breaks and broken headings need it, so it is loaded when the first comes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from tuibrowser.lexicon.patterns import longest_of

_SHIPPED: Final = Path(__file__).with_name("seams.toml")
_HAN: Final = "\u3400-\u9fff"
_WORD: Final = re.compile(f"[{_HAN}]{{2,}}")


class Seams(NamedTuple):
    """Patterns for folded text; ``items`` match where a heading ends."""

    points: re.Pattern[str]
    opens: re.Pattern[str]
    opens_surely: re.Pattern[str]
    """Those of them that headings hardly hold."""
    acts: re.Pattern[str]
    subjects: re.Pattern[str]
    """Of whom or what sentences tell; headings hold them, too."""
    adverbs: frozenset[str]
    """In which no heading ends, though some look like its ends: 依法."""
    ends: frozenset[str]
    """Plain words, since they are asked for at every place of a line."""
    items: re.Pattern[str]
    item: re.Pattern[str]
    """Headings of the required items from their first word to their last."""
    terms: re.Pattern[str]
    """Terms of the field, amid which no heading ends."""
    told: re.Pattern[str]
    """What is said of a subject, with its last character: no heading ends amid it either."""
    verbs: frozenset[str]
    """The acts of two characters that no heading ends in."""
    names: frozenset[str]
    """Those in which they may, so that behind another such word they may go on: 普法宣传."""
    words: frozenset[str]
    """Pairs of characters that no seam parts: words of two, and those within a longer one that
    sentences begin with (导班 in 领导班子, of which 班子 is one, too)."""


@cache
def load_seams() -> Seams:
    """The table of this package."""
    raw = tomllib.loads(_SHIPPED.read_text(encoding="utf-8"))
    plain = {
        key: {found[0] for it in raw[key] if (found := _WORD.match(it))}
        for key in raw
        if key
        not in {"item", "subjects", "adverbs", "terms", "told", "told_before", "opens_surely"}
    }
    pairs = {key: {word for word in words if len(word) == 2} for key, words in plain.items()}
    return Seams(
        longest_of(raw["points"]),
        longest_of(raw["opens"]),
        longest_of(raw["opens_surely"]),
        longest_of(raw["acts"]),
        longest_of(raw["subjects"]),
        frozenset(raw["adverbs"]),
        frozenset(raw["ends"]),
        re.compile(f"(?:{longest_of(raw['items']).pattern})$"),
        _item({key: longest_of(entries).pattern for key, entries in raw["item"].items()}),
        longest_of(raw["terms"]),
        re.compile(
            f"(?<=[{_HAN}])[{_HAN}](?:{longest_of(raw['told']).pattern}"
            f"|(?:{longest_of(raw['told_before']).pattern})(?={longest_of(raw['opens']).pattern}))"
        ),
        frozenset(pairs["acts"] - pairs["ends"]),
        frozenset(pairs["acts"] & pairs["ends"]),
        frozenset().union(
            *pairs.values(),
            (a + b for it in (*plain["opens"], *plain["whole"]) for a, b in pairwise(it)),
        ),
    )


def _item(parts: Mapping[str, str]) -> re.Pattern[str]:
    core = f"(?:{parts['which']})*(?:{parts['cores']})"
    one = rf"(?:{parts['when']})?(?:{parts['of']})?{core}"
    built = rf"{one}(?:(?:和|及|以及|与|、|暨){one})*"
    return re.compile(rf"(?>{parts['whole']}|{built})(?!{parts['goes_on']})")

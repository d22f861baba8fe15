"""Where a heading that runs into its text ends: ``seams.toml`` of this folder, compiled.

Only pages without line breaks and broken headings need it, so it is loaded when the first comes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

_SHIPPED: Final = Path(__file__).with_name("seams.toml")
_WORD: Final = re.compile("[\u3400-\u9fff]{2,}")


class Seams(NamedTuple):
    """Patterns for folded text; ``ends`` and ``items`` match where a heading ends."""

    points: re.Pattern[str]
    opens: re.Pattern[str]
    acts: re.Pattern[str]
    ends: re.Pattern[str]
    items: re.Pattern[str]
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
    plain = {key: {_WORD.match(it)[0] for it in raw[key] if _WORD.match(it)} for key in raw}  # type: ignore[index]
    pairs = {key: {word for word in words if len(word) == 2} for key, words in plain.items()}
    return Seams(
        _any(raw["points"]),
        _any(raw["opens"]),
        _any(raw["acts"]),
        re.compile(f"(?:{_any(raw['ends']).pattern})$"),
        re.compile(f"(?:{_any(raw['items']).pattern})$"),
        frozenset(pairs["acts"] - pairs["ends"]),
        frozenset(pairs["acts"] & pairs["ends"]),
        frozenset().union(
            *pairs.values(), (a + b for it in plain["opens"] for a, b in pairwise(it))
        ),
    )


def _any(entries: Sequence[str]) -> re.Pattern[str]:
    """One pattern for all of them, the longest first."""
    return re.compile("|".join(sorted(dict.fromkeys(entries), key=len, reverse=True)))

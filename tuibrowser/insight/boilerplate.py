"""What of a passage anybody would write: stock phrases, names of rules, what many have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from math import log
from typing import Final

from tuibrowser.insight.evidence import Evidence
from tuibrowser.lexicon.stock import stock_phrases
from tuibrowser.text.winnowing import GRAM, Fingerprint, Shadow, shadow

_FEW: Final = 4
"""Other townships that may have a wording before it weighs less: copies are made in a county."""
_MANY: Final = 24
"""Townships from which on a wording is nobody's; in a large library ``_SHARE`` of them."""
_SHARE: Final = 0.02

_QUOTED: Final = re.compile("《[^《》]{2,60}》|“[^“”]{12,120}”")
"""Names of rules, and what is long enough to be the words of one; a mechanism's own name
(“采茶人说事亭”) is shorter, and is what tells where a wording comes from."""
_GAP: Final = ".{0,16}"


def weights(
    text: str,
    shade: Shadow,
    prints: Sequence[Fingerprint],
    evidence: Evidence,
    own: object,
    units: int,
) -> list[float]:
    """For each sign of a passage how much it says of who wrote it, 0 to 1.

    Args:
        text: The passage.
        shade: Its shadow.
        prints: Its fingerprints.
        evidence: Who else has them.
        own: The passage's own unit, as :func:`unit_of` gives it, which does not count.
        units: How many units the library knows.
    """
    many = max(_MANY, _SHARE * units)
    found: list[float | None] = [None] * len(shade.signs)
    for hash_, at in prints:
        weight = 0.0
        if not evidence.is_everybody_s(hash_):
            weight = _weight(_townships(evidence, hash_, own), many)
        for sign in range(at, at + GRAM):
            before = found[sign]
            found[sign] = weight if before is None else max(before, weight)
    known = [1.0 if it is None else it for it in found]
    for low, high in _stock(text, shade):
        known[low:high] = [0.0] * (high - low)
    return known


def unit_of(issuer: str | None, county: str | None, report: str) -> object:
    """What tells townships apart where they are counted; a report of nobody counts by itself."""
    return (issuer, county) if issuer else report


def _townships(evidence: Evidence, hash_: int, own: object) -> int:
    origins = (
        evidence.passages[id_].origin
        for id_ in evidence.holders.get(hash_, ())
        if id_ in evidence.passages
    )
    units = {unit_of(it.issuer, it.place.county, it.report) for it in origins}
    return len(units - {own})


def _weight(townships: int, many: float) -> float:
    if townships <= _FEW:
        return 1.0
    return max(0.0, 1 - log(townships / _FEW) / log(many / _FEW))


def _stock(text: str, shade: Shadow) -> list[tuple[int, int]]:
    """The spans of signs that stock phrases and names of rules cover."""
    spans = [found.span() for found in _phrases().finditer(shade.signs)]
    for low, high in (found.span() for found in _QUOTED.finditer(text)):
        inside = [at for at, start in enumerate(shade.starts) if low <= start < high]
        if inside:
            spans.append((inside[0], inside[-1] + 1))
    return spans


@cache
def _phrases() -> re.Pattern[str]:
    phrases = [
        _GAP.join(re.escape(shadow(piece).signs) for piece in phrase.split("…"))
        for phrase in stock_phrases()
    ]
    longest_first = sorted(filter(None, phrases), key=lambda it: (-len(it), it))
    return re.compile("|".join(longest_first) or "(?!)")

"""What of a passage anybody would write: commonplaces, names of rules, the field's usual words.

A library of twenty townships hardly tells what all the others write, so it is lists that say it
first; what a library holds of many townships comes on top: see :func:`lightened`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from math import log
from operator import add
from typing import Final, NamedTuple

from tuibrowser.lexicon.stock import commonplaces, stock_phrases, usual_words
from tuibrowser.places.units import spelt, spelt_or_none
from tuibrowser.text.masks import NUMBER, YEAR
from tuibrowser.text.shadows import Shadow, signs_of

USUAL: Final = 0.2
"""What a sign of a usual word weighs, where one of any other weighs 1."""

FEW: Final = 4
"""Other townships that may have a wording before it weighs less: copies are made in a county."""
_MANY: Final = 24
"""Townships from which on a wording is nobody's; in a large library ``_SHARE`` of them."""
_SHARE: Final = 0.02
_MOST: Final = 0.6
"""In a small library, what so much of its townships have, if that is twice ``FEW`` at least."""

_OWN_RULE: Final = "[\u4e00-\u9fff]{1,4}(?:(?<![城乡村制集])镇|(?<![城下])乡(?![镇村])|街道)"
_QUOTED: Final = re.compile(f"《(?!{_OWN_RULE})[^《》]{{2,60}}》|“[^“”]{{12,120}}”")
"""Names of rules, and what is long enough to be the words of one. A mechanism's own name
(“采茶人说事亭”) is shorter, and like a rule that a township made (《柳溪镇茶市公约》) it is what
tells where a wording comes from."""
_GAP: Final = ".{0,16}"
_LIKE: Final = 5
"""Signs in a row that a commonplace has, too: 小事不出村、大事不出乡 is what is listed with 镇."""
# Code, not lexicon: what stands between names is a mark or a joining word, not a wording.
_BETWEEN: Final = frozenset(
    "的了和对在由并等为将与及把以从到向被所之其于是有也均都共已就各该此个余并还又"
)
"""Words of one character that hold any sentence together."""
_UNTOLD: Final = frozenset({NUMBER, YEAR})
"""What stands for numbers and years tells nothing."""


class Weights(NamedTuple):
    """How much each sign of a passage says of who wrote it."""

    signs: Sequence[float]
    """From 0 (what everybody writes) to 1."""
    is_stock: Sequence[bool]
    """Whether a sign belongs to what everybody writes; a usual word in a wording of one's own does
    not."""


def weights(text: str, shade: Shadow) -> Weights:
    """Weigh a passage by what is known of the field.

    Args:
        text: The passage.
        shade: Its shadow.
    """
    signs = shade.signs
    found = [1.0] * len(signs)
    for low, high in _usual(signs):
        found[low:high] = [USUAL] * (high - low)
    for at, sign in enumerate(signs):
        if sign in _UNTOLD:
            # What is counted in follows a number: 件, 余份.
            found[at : at + 2] = [0.0, *(min(it, USUAL) for it in found[at + 1 : at + 2])]
        elif sign in _BETWEEN:
            found[at] = min(found[at], USUAL)
    stock = bytearray(len(signs))
    for low, high in _stock(text, shade):
        stock[low:high] = b"\x01" * (high - low)
    return Weights(
        [0.0 if is_stock else it for it, is_stock in zip(found, stock, strict=True)],
        list(map(bool, stock)),
    )


def lightened(weighed: Weights, holders: Iterable[int], units: int) -> Weights:
    """``weighed`` less what many townships of the library have.

    Args:
        weighed: By what is known of the field.
        holders: For each sign how many other townships have it in the same wording.
        units: How many units the library knows.
    """
    many = max(2 * FEW, _SHARE * units, min(_MANY, _MOST * units))
    by_count = cache(partial(_factor, many=many))
    factors = [by_count(it) for it in holders]
    return Weights(
        [it * factor for it, factor in zip(weighed.signs, factors, strict=True)],
        [it or factor == 0 for it, factor in zip(weighed.is_stock, factors, strict=True)],
    )


def unit_of(issuer: str | None, county: str | None, report: str) -> object:
    """What tells townships apart where they are counted; a report of nobody counts by itself."""
    return (spelt(issuer), spelt_or_none(county)) if issuer else report


def _factor(townships: int, many: float) -> float:
    if townships <= FEW:
        return 1.0
    return max(0.0, 1 - log(townships / FEW) / log(many / FEW))


def _usual(signs: str) -> Iterable[tuple[int, int]]:
    """The spans that usual words cover."""
    words = _words_by_beginning()
    pairs = enumerate(map(add, signs, signs[1:]))
    for at, pair in [(at, pair) for at, pair in pairs if pair in words]:
        for word in words[pair]:
            if signs.startswith(word, at):
                yield at, at + len(word)


def _stock(text: str, shade: Shadow) -> Iterable[tuple[int, int]]:
    """The spans of signs that commonplaces, what is like them, and names of rules cover."""
    signs, known = shade.signs, _pieces()
    likes = range(len(signs) - _LIKE + 1)
    yield from [(at, at + _LIKE) for at in likes if signs[at : at + _LIKE] in known]
    yield from (found.span() for found in _phrases().finditer(signs))
    for low, high in (found.span() for found in _QUOTED.finditer(text)):
        inside = [at for at, start in enumerate(shade.starts) if low <= start < high]
        if inside:
            yield inside[0], inside[-1] + 1


@cache
def _words_by_beginning() -> Mapping[str, list[str]]:
    """The usual words by their first two signs."""
    words: dict[str, list[str]] = defaultdict(list)
    for word in usual_words():
        # A number of a word is written N, as in a shadow.
        signs = NUMBER.join(signs_of(part) for part in word.split(NUMBER))
        if len(signs) > 1:
            words[signs[:2]].append(signs)
    return dict(words)


@cache
def _pieces() -> frozenset[str]:
    """Every stretch of ``_LIKE`` signs of a commonplace."""
    listed = (*stock_phrases(), *commonplaces())
    parts = [signs_of(piece) for phrase in listed for piece in phrase.split("…")]
    return frozenset(it[at : at + _LIKE] for it in parts for at in range(len(it) - _LIKE + 1))


@cache
def _phrases() -> re.Pattern[str]:
    """Those with a gap, and those too short to be found by their pieces."""
    phrases = [
        _GAP.join(re.escape(signs_of(piece)) for piece in phrase.split("…"))
        for phrase in (*stock_phrases(), *commonplaces())
        if "…" in phrase or len(signs_of(phrase)) < _LIKE
    ]
    longest_first = sorted(filter(None, phrases), key=lambda it: (-len(it), it))
    return re.compile("|".join(longest_first) or "(?!)")

"""Measures that say the same but for name, year and figures, folded into one hit with a count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from tuibrowser.model.search import Hit, PassageRecord
from tuibrowser.text.fold import squash
from tuibrowser.text.masks import NAME, NUMBER, NUMBERS, POINT, YEAR, YEARS, names_of

_CLOSING: Final = "。；，;,."


@dataclass(frozen=True, slots=True)
class Masked:
    """A passage without what differs anyway."""

    text: str
    """Folded, with ``X``, ``Y`` and ``N`` for names, years and numbers."""
    numbers: tuple[str, ...]
    """The numbers that were taken out, less years."""


def masked(text: str, issuer: str | None) -> Masked:
    """``text`` less point marker and closing sign, with issuer, years and numbers made alike."""
    text = squash(text).rstrip(_CLOSING)
    if point := POINT.match(text):
        text = text[point.end() :]
    if names := _names(issuer):
        text = names.sub(NAME, text)
    text = YEARS.sub(YEAR, text)
    return Masked(NUMBERS.sub(NUMBER, text), tuple(NUMBERS.findall(text)))


@lru_cache(maxsize=256)
def _names(issuer: str | None) -> re.Pattern[str] | None:
    return names_of([issuer])


def fingerprint(record: PassageRecord) -> bytes:
    """The same for passages whose texts differ in nothing but marker, issuer, years and figures."""
    text = masked(record.text, record.issuer).text
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()


def collapse(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """``hits`` in their order, of those that say the same the first, with the number of others.

    Headings and what else is no measure are alike by nature, and fold like the rest.
    """
    alike: dict[bytes, list[Hit]] = {}
    for hit in hits:
        alike.setdefault(fingerprint(hit.passage), []).append(hit)
    return tuple(group[0]._replace(same=len(group) - 1) for group in alike.values())

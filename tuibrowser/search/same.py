"""Measures that say the same but for name, year and figures, folded into one hit with a count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from tuibrowser.model.search import Hit, PassageRecord
from tuibrowser.text.fold import squash
from tuibrowser.text.masks import Masked, mask, names_of, without_point

_CLOSING: Final = "。；，;,."


def masked(text: str, issuer: str | None) -> Masked:
    """``text`` less point marker and closing sign, with issuer, years and numbers made alike."""
    return mask(without_point(squash(text).rstrip(_CLOSING)), _names(issuer))


@lru_cache(maxsize=256)
def _names(issuer: str | None) -> re.Pattern[str] | None:
    return names_of([issuer])


def fingerprint(record: PassageRecord) -> bytes:
    """Equal for passages whose texts differ in nothing but marker, issuer, years and figures."""
    text = masked(record.text, record.issuer).text
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class Group:
    """Hits that say the same, put together: one line of an answer."""

    hit: Hit
    """The best of those that say the same: the strictest match, then the newest."""
    others: tuple[Hit, ...] = ()
    bounded: bool = False
    """Whether there may be further ones that were not fetched."""

    def __iter__(self) -> Iterator[Hit]:
        yield self.hit
        yield from self.others


def group(hits: Sequence[Hit], bounded: bool = False) -> tuple[Group, ...]:
    """``hits`` in their order, each of the later ones put to the first that says the same.

    Headings and what else is no measure are alike by nature, and fold like the rest.

    Args:
        hits: Best first.
        bounded: Whether there may be more of them.
    """
    alike: dict[bytes, list[Hit]] = {}
    for hit in hits:
        alike.setdefault(fingerprint(hit.passage), []).append(hit)
    return tuple(Group(first, tuple(others), bounded) for first, *others in alike.values())


def collapse(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The first hit of each group, with the number of others."""
    return tuple(it.hit._replace(same=len(it.others)) for it in group(hits))

"""Measures that say the same but for name, year and figures, folded into one hit with a count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Final

from tuibrowser.model import Hit, PassageRecord
from tuibrowser.text.fold import squash
from tuibrowser.text.placename import stem

_MARKER: Final = re.compile(r"^(?:[一二三四五六七八九十]+是|[(]?[一二三四五六七八九十\d]+[).、])")
_FIGURE: Final = re.compile(r"\d+(?:[.,]\d+)*")
_CLOSING: Final = "。；，;,."


def fingerprint(record: PassageRecord) -> bytes:
    """The same for passages whose texts differ in nothing but marker, issuer, years and figures."""
    text = _MARKER.sub("", squash(record.text)).rstrip(_CLOSING)
    if record.issuer:
        text = text.replace(squash(record.issuer), "X").replace(squash(stem(record.issuer)), "X")
    return blake2b(_FIGURE.sub("N", text).encode("utf-8", "replace"), digest_size=16).digest()


def collapse(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """``hits`` in their order, of those that say the same the first, with the number of others.

    Headings and what else is no measure are alike by nature, and fold like the rest.
    """
    alike: dict[bytes, list[Hit]] = {}
    for hit in hits:
        alike.setdefault(fingerprint(hit.passage), []).append(hit)
    return tuple(replace(group[0], same=len(group) - 1) for group in alike.values())

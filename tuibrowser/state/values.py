"""Values out of JSON that anybody may have edited: each is what it should be, or refused."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

T = TypeVar("T")

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_LARGEST: Final = 10**9
"""More characters than any report has; what computes with offsets takes no others."""


class UnfitValue(ValueError):
    """A value is not what it should be."""


def table(value: Any) -> dict[str, Any]:
    """``value`` if it is an object of JSON; raises :class:`UnfitValue`, as all of these do."""
    return _instance(value, dict)


def listing(value: Any) -> list[Any]:
    """Return ``value`` if it is a list."""
    return _instance(value, list)


def words(value: Any) -> str:
    """Return ``value`` if it is text, the undecodable bytes of a file's name included."""
    text = _instance(value, str)
    try:
        text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raise UnfitValue(value) from None
    return text


def path(value: Any) -> str:
    """Return ``value`` if it can be the path of a file."""
    text = words(value)
    if not os.path.isabs(text) or "\0" in text:
        raise UnfitValue(value)
    return text


def digest(value: Any) -> str:
    """Return ``value`` if it is a sha256."""
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise UnfitValue(value)
    return value


def offset(value: Any) -> int:
    """Return ``value`` if it is a number of code points, which a truth value is not."""
    if type(value) is not int or not 0 <= value <= _LARGEST:
        raise UnfitValue(value)
    return value


def span(content: dict[str, Any]) -> tuple[int, int]:
    """Return ``start`` and ``end`` of ``content`` if they are offsets in that order."""
    start, end = offset(content.get("start")), offset(content.get("end"))
    if start > end:
        raise UnfitValue(content)
    return start, end


def truth(value: Any) -> bool:
    """Return ``value`` if it is ``true`` or ``false``."""
    return _instance(value, bool)


def optional(value: Any, fit: Callable[[Any], T]) -> T | None:
    """Return ``None`` for ``null``, and else what ``fit`` makes of ``value``."""
    return None if value is None else fit(value)


def fitting(values: Iterable[Any], fit: Callable[[Any], T]) -> tuple[list[T], int]:
    """Return what ``fit`` makes of ``values``, and of how many it makes nothing."""
    fits: list[T] = []
    unfit = 0
    for value in values:
        try:
            fits.append(fit(value))
        except UnfitValue:
            unfit += 1
    return fits, unfit


def _instance(value: Any, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise UnfitValue(value)
    return value

"""Whether a bitmap of word starts can be that of a text."""

from __future__ import annotations

from typing import Any

from tuibrowser.store.errors import Malformed


def fitting(bitmap: Any, text: Any) -> bytes | None:
    """``bitmap``, if it has one bit for each character of ``text``; ``None`` if there is none.

    Raises:
        Malformed: it does not, or either is no such thing.
    """
    if bitmap is None:
        return None
    if not isinstance(bitmap, bytes) or not isinstance(text, str):
        raise Malformed
    size = len(text)
    if len(bitmap) != (size + 7) // 8 or (size % 8 and bitmap[-1] >> size % 8):
        raise Malformed
    return bitmap

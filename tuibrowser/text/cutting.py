"""Where a text may be cut off: never inside a number, which would read as another one.

``合法性审查率达10…`` says ten where the text says 100%, and ``涉及金额34…`` hides 349万元.
"""

from __future__ import annotations

import re
from typing import Final

_DIGITS: Final = frozenset("0123456789０１２３４５６７８９")
_INSIDE: Final = _DIGITS | frozenset(".．,%％‰万亿")
_NUMBER: Final = re.compile(
    r"[0-9０-９]+(?:[.．][0-9０-９]+|,[0-9]{3}(?![0-9]))*(?:[%％‰]|[万亿]+)?"
)
_LONGEST: Final = 12
"""What is longer is no number that is read (a case number, a code) and is cut as it comes."""


def end_at(text: str, stop: int, begin: int = 0) -> int:
    """The last place up to ``stop`` where ``text`` may end.

    Args:
        text: What is cut.
        stop: Where there is no more room.
        begin: What is before it is not shown; a number that begins there is cut all the same,
            since nothing would be left.
    """
    number = _torn(text, stop)
    return number.start() if number is not None and number.start() > begin else stop


def start_at(text: str, start: int) -> int:
    """The first place from ``start`` on where ``text`` may begin."""
    number = _torn(text, start)
    return start if number is None else number.end()


def cut(text: str, length: int) -> str:
    """``text`` cut to ``length`` characters, with ``…`` where something was cut off."""
    return text if len(text) <= length else text[: end_at(text, length - 1)] + "…"


def _torn(text: str, place: int) -> re.Match[str] | None:
    """The number that ``place`` is amid."""
    if not 0 < place < len(text) or text[place] not in _INSIDE or text[place - 1] not in _INSIDE:
        return None
    first = place
    while first and text[first - 1] in _INSIDE:
        first -= 1
    for number in _NUMBER.finditer(text, first):
        if number.start() >= place:
            break
        if number.end() > place:
            return number if number.end() - number.start() <= _LONGEST else None
    return None

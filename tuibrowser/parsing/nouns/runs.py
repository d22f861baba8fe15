"""Numbers told together of what stands behind the last of them: 分别办理9、12、15件公证."""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.parsing.nouns.records import Counted

# Code, not lexicon: the order of a clause that counts.
_FAR: Final = 40
_APART: Final = re.compile(
    r"(?:分别|依[次序])[^,。;:\d]{0,6}(?:\d[\d.,]*[^\d,。;、和与及]{0,4}[、和与及])*$"
)
"""Before one of several numbers that are told together."""
_MORE: Final = re.compile(r"[、和与及]\d[\d.,]*[万亿]?[余多]?")


def end_of_run(text: str, number: Counted) -> int:
    """Where the last number ends that is told with ``number``."""
    end = number.end
    if _APART.search(text, max(0, number.start - _FAR), number.start):
        while more := _MORE.match(text, end):
            end = more.end() + len(number.unit) * text.startswith(number.unit, more.end())
    return end

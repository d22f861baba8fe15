"""What people put right in a report goes on when its file is changed: a slip mended, saved anew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tuibrowser.store.writing.write import Writer

_YEAR: Final = re.compile(r"20\d\d|二[〇○零0O]..(?=年)")
_SHORTEST: Final = 8
"""Characters of a line that tells one report from another."""
_SAME: Final = 2 / 3
"""Share of the lines of the text before that the one after has, too."""


def carry_over(writer: Writer, before: str, after: str, text: str) -> bool:
    """Keep for the report ``after`` what was put right in ``before``, whose file it now is.

    Args:
        writer: The library; it holds ``before`` still.
        before: The sha256 of the text that the file had.
        after: That of the text it has.
        text: The text it has.

    Returns:
        Whether anything was kept; nothing is where the file is another report now.
    """
    try:
        old = writer.text(before).text
    except KeyError:
        return False
    return is_same_report(old, text) and writer.carry_corrections(before, after)


def is_same_report(old: str, new: str) -> bool:
    """Whether ``new`` is ``old`` with some of it changed, and names the same year first."""
    one, other = _YEAR.search(old), _YEAR.search(new)
    if one and other and one[0] != other[0]:
        return False
    lines, kept = _lines(old), _lines(new)
    return bool(lines) and len(lines & kept) >= _SAME * len(lines)


def _lines(text: str) -> set[str]:
    return {it for line in text.splitlines() if len(it := "".join(line.split())) >= _SHORTEST}

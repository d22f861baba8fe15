"""Which of two hits comes first.

The stricter match, then the whole query as typed, then work before headings and page furniture,
then the newer report.
"""

from __future__ import annotations

from typing import Final, get_args

from tuibrowser.model import How, Role

ROLE_ORDER: Final[tuple[Role, ...]] = (
    "measure",
    "heading",
    "lead",
    "title",
    "other",
    "signature",
    "furniture",
)

_STRICTEST_FIRST: tuple[How, ...] = get_args(How)

# Each step is worth more than all below it together. A passage id is year << 32 plus a number, less
# than 2**46 for four-digit years; all in all a score stays below 128, where a float still tells
# neighbouring ids apart.
_HOW_STEP = 16.0
_WHOLE_STEP = 8.0
_ROLE_STEP = 1.0
_ID_UNIT = 2.0**-46


def score(how: How, passage_id: int, role: Role | None = None, *, whole: bool = False) -> float:
    """Rank of a hit as one number, higher is better.

    Args:
        how: The way of matching.
        passage_id: Passage id in the library, which grows with the year.
        role: The passage's role, or ``None`` in an answer that is not ordered by it.
        whole: True for the query found as it was typed, operators included.
    """
    points = _HOW_STEP * (len(_STRICTEST_FIRST) - _STRICTEST_FIRST.index(how))
    if whole:
        points += _WHOLE_STEP
    if role is not None:
        points += _ROLE_STEP * (len(ROLE_ORDER) - ROLE_ORDER.index(role))
    return points + passage_id * _ID_UNIT

"""What a person put right in what was understood of a report."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, get_args

CorrectionKey = Literal[
    "title",
    "issuer",
    "issuer_kind",
    "year",
    "date",
    "published",
    "province",
    "city",
    "county",
    "township",
    "kind",
    "theme",
]

CORRECTION_KEYS: tuple[CorrectionKey, ...] = get_args(CorrectionKey)
HEADING_KEYS: frozenset[CorrectionKey] = frozenset({"kind", "theme"})
"""Those of a heading; all others are of a report as a whole."""


class Correction(NamedTuple):
    """One value, in place of what the parser says now and will say after it has become better."""

    key: CorrectionKey
    value: str | None
    """As text; themes are ids separated by spaces. ``None`` where there is nothing: no issuer is
    named, the heading is of no kind."""
    heading: str = ""
    """For the keys of headings: the words of the heading as ``heading_words`` gives them, which a
    better parser finds again where numbers and offsets would move."""


Corrections = Sequence[Correction]
"""Of one report; of two with one key and heading the later one holds."""


def heading_words(title: str) -> str:
    """The words of a heading by which it is known, whatever stands between them."""
    return "".join(title.split())

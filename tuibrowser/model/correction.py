"""What a person put right in what was understood of a report."""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple, get_args

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
    "heading",
    "measure",
]

CORRECTION_KEYS: tuple[CorrectionKey, ...] = get_args(CorrectionKey)
HEADING_KEYS: frozenset[CorrectionKey] = frozenset({"kind", "theme", "heading"})
"""Those of a heading."""
PART_KEYS: frozenset[CorrectionKey] = HEADING_KEYS | {"measure"}
"""Those of a part of the text; all others are of a report as a whole."""
OF_FOLDER: frozenset[CorrectionKey] = frozenset({"province", "city", "county"})
"""What reports of several issuers in one folder may have in common."""

_BEGINNING: Final = 40
"""Characters by which a measure is known: of two that begin with the same ones, both are meant."""


class Correction(NamedTuple):
    """One value, in place of what the parser says now and will say after it has become better."""

    key: CorrectionKey
    value: str | None
    """As text; themes (of a heading with all below it, or of a ``measure``) are ids separated by
    spaces, a ``heading`` has its level. ``None`` where there is nothing: no issuer is named, the
    heading is of no kind, or is none."""
    heading: str = ""
    """For the keys of parts: the words of the heading as ``heading_words`` gives them, or those of
    the measure as ``measure_words`` does, which a better parser finds again where numbers and
    offsets would move."""

    @property
    def about(self) -> "About":
        """What it is about."""
        return self.key, self.heading


About = tuple[CorrectionKey, str]
"""Key and heading of a correction: of two that have both in common, the later holds."""

Corrections = Sequence[Correction]
"""Of one report; of two with one key and heading the later one holds."""


def heading_words(title: str) -> str:
    """The words of a heading by which it is known, whatever stands between them."""
    return "".join(title.split())


def measure_words(text: str) -> str:
    """The words of a measure by which it is known: those it begins with."""
    return "".join(text.split())[:_BEGINNING]

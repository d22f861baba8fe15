"""Which reports were meant by a REF that names none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tuibrowser.model.report import ReportEntry
from tuibrowser.store.refs.grammar import Ref
from tuibrowser.text.equivalence import equate
from tuibrowser.text.placename import without_office
from tuibrowser.text.toneless import toneless
from tuibrowser.text.typed import matches

_SUGGESTED: Final = 3
_ALIKE_ENOUGH: Final = 50.0


def nearest(parsed: Ref, entries: Sequence[ReportEntry]) -> list[ReportEntry]:
    """The newest reports, of the year asked for if there are any, of issuers whose
    names sound so, typed as pinyin, too, or look like it."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (40 ms, only where a name was mistyped)

    issuers = sorted({entry.issuer for entry in entries if entry.issuer})
    ranked = process.extract(
        without_office(parsed.name),
        issuers,
        scorer=fuzz.ratio,
        processor=equate,
        limit=_SUGGESTED,
        score_cutoff=_ALIKE_ENOUGH,
    )
    typed = toneless(parsed.name)
    by_sound = [issuer for issuer in issuers if matches(typed, issuer)]
    likest = dict.fromkeys((*by_sound, *(issuer for issuer, _, _ in ranked)))
    found = []
    for issuer in list(likest)[:_SUGGESTED]:
        theirs = [entry for entry in entries if entry.issuer == issuer]
        dated = list(filter(parsed.is_of_year, theirs)) or theirs
        found.append(max(dated, key=lambda entry: (entry.year or 0, -entry.number)))
    return found

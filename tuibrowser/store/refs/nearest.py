"""Which reports or places were meant by a REF that names none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from tuibrowser.model.report import ReportEntry
from tuibrowser.store.refs.grammar import Ref
from tuibrowser.text.equivalence import equate
from tuibrowser.text.placename import stem, without_office

_SUGGESTED: Final = 3
_ALIKE_ENOUGH: Final = 50.0
_YEAR_BEHIND: Final = re.compile(r"(?<=[a-z])[12]\d{3}$")


def nearest(parsed: Ref, entries: Sequence[ReportEntry]) -> list[ReportEntry]:
    """The newest reports, of the year asked for if there are any, of units with like names; of
    namesakes those first whose place was named, too."""
    found = []
    for issuer in _likest(parsed.name, {entry.issuer for entry in entries if entry.issuer}):
        theirs = [entry for entry in entries if entry.issuer == issuer]
        dated = list(filter(parsed.is_of_year, theirs)) or theirs
        for within in sorted({entry.within for entry in dated}, key=_unnamed_in(parsed.name)):
            own = (entry for entry in dated if entry.within == within)
            found.append(max(own, key=lambda entry: (entry.year or 0, -entry.number)))
    return found[:_SUGGESTED]


def _unnamed_in(name: str) -> Callable[[tuple[str, ...]], tuple[bool, tuple[str, ...]]]:
    return lambda within: (not any(stem(equate(level)) in name for level in within), within)


def nearest_place(name: str, entries: Sequence[ReportEntry]) -> str | None:
    """The county, or what is above it, with a name like ``name``."""
    above = {level for entry in entries for level in entry.place[:-1] if level}
    return next(iter(_likest(name, above)), None)


def _likest(name: str, known: Iterable[str]) -> list[str]:
    """Those of ``known`` that sound like ``name``, pinyin or not, then those that look like it."""
    # 60 ms, only where a name was mistyped.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    from tuibrowser.text.toneless import toneless  # noqa: PLC0415
    from tuibrowser.text.typed import matches  # noqa: PLC0415

    ordered = sorted(known)
    ranked = process.extract(
        without_office(name),
        ordered,
        scorer=fuzz.ratio,
        processor=equate,
        limit=_SUGGESTED,
        score_cutoff=_ALIKE_ENOUGH,
    )
    # luting 2023
    typed = toneless(_YEAR_BEHIND.sub("", name))
    by_sound = [one for one in ordered if matches(typed, one)]
    return list(dict.fromkeys((*by_sound, *(one for one, _, _ in ranked))))[:_SUGGESTED]

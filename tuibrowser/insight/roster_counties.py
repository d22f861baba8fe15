"""A roster of several counties where the reports of one are looked at.

The set says which county is meant: units of the others are not missing from it. They are counted
and said, not listed, or the county's own totals would be wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tuibrowser.insight.roster import Listed, Roster, plain_name
from tuibrowser.model.report import ReportEntry
from tuibrowser.text.equivalence import equate
from tuibrowser.text.placename import stem


def counties_of_set(
    places: Iterable[str | None], entries: Iterable[ReportEntry]
) -> frozenset[str] | None:
    """The stems of the counties that a set means; ``None`` where it means more than counties.

    Args:
        places: The innermost place that each REF of the set names.
        entries: Its reports.
    """
    named = [place and stem(equate(place)) for place in places]
    reported = {stem(equate(it.place.county)) for it in entries if it.place.county}
    if not reported or None in named or not reported <= set(named):
        return None
    return frozenset(filter(None, named))


def of_counties(roster: Roster, counties: Collection[str] | None, known: Iterable[str]) -> Roster:
    """``roster`` without the units that it says are of other ``counties``, and how many there are.

    Args:
        roster: The units that are to report.
        counties: Stems of those looked at; ``None`` for any.
        known: The counties that there are reports of, which a unit may be written with.
    """
    if counties is None:
        return roster
    others = [equate(it) for it in known if stem(equate(it)) not in counties]
    kept: list[Listed] = []
    left: list[str] = []
    for listed in roster.units:
        if county := _other(listed, counties, others):
            left.append(county)
        else:
            kept.append(listed)
    if not left:
        return roster
    called = {stem(equate(it)): it for it in reversed(left)}
    names = "、".join(reversed(called.values()))
    note = f"名册中另有 {len(left)} 个单位属于{names}，不在所看的范围内，未列出"
    return Roster(tuple(kept), (*roster.notes, note))


def _other(listed: Listed, counties: Collection[str], others: Iterable[str]) -> str | None:
    """The county that a line gives, where it is another one."""
    if listed.county:
        return None if stem(equate(listed.county)) in counties else listed.county
    name = plain_name(listed.name)
    return next((it for it in others if name.startswith(it) and len(name) > len(it) + 1), None)

"""Which reports a REF names, whatever their year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial

from tuibrowser.model.report import Place, ReportEntry
from tuibrowser.places.units import name_end, same_unit
from tuibrowser.store.refs.grammar import Ref
from tuibrowser.text.equivalence import equate
from tuibrowser.text.placename import stem, without_office

Levels = tuple[str | None, ...]


def named_by(parsed: Ref, entries: Iterable[ReportEntry]) -> list[ReportEntry]:
    """Reports of the places and the name, of any year."""
    found = list(entries)
    for place in parsed.places:
        found = _first_match(place, found, lambda entry: known(entry.place))
    if parsed.is_everyone:
        return [entry for entry in found if not _is_itself(entry, parsed.places)]
    return _first_match(
        parsed.name, found, lambda entry: [entry.issuer] if entry.issuer else []
    ) or [entry for entry in found if _in_full(parsed.name, entry)]


def _first_match(
    wanted: str,
    entries: Sequence[ReportEntry],
    names: Callable[[ReportEntry], Iterable[str]],
) -> list[ReportEntry]:
    """Entries with the name; if there are none, with its short form; if none, with it as a part."""
    tests: tuple[Callable[[str], bool], ...] = (
        lambda name: name == wanted,
        lambda name: stem(name) == wanted,
        lambda name: wanted in name,
    )
    for test in tests:
        # A library has six times as many reports as names, and more.
        fits = cache(partial(_written, test))
        found = [entry for entry in entries if any(map(fits, names(entry)))]
        if found:
            return found
    return []


def _written(test: Callable[[str], bool], name: str) -> bool:
    return test(equate(name))


def _in_full(wanted: str, entry: ReportEntry) -> bool:
    """Whether ``wanted`` is the issuer with its office (柳溪镇人民政府), or with all that it lies
    in (青棠县柳溪镇), in short, too (青棠柳溪)."""
    unit, issuer = without_office(wanted), equate(entry.issuer or "")
    called = next((one for one in (issuer, stem(issuer)) if one and unit.endswith(one)), None)
    if called is None:
        return False
    above = unit.removesuffix(called)
    for level in map(equate, known(entry.place)):
        above = above.removeprefix(level).removeprefix(stem(level))
    return not above


def _is_itself(entry: ReportEntry, places: tuple[str, ...]) -> bool:
    """Whether ``entry`` is the place's own report rather than one of a unit under it."""
    if not places or not entry.issuer:
        return False
    issuer = equate(entry.issuer)
    return places[-1] in (issuer, stem(issuer)) and issuer in map(equate, known(entry.place))


def otherwise_named(
    named: Sequence[ReportEntry], entries: Iterable[ReportEntry]
) -> list[ReportEntry]:
    """Reports of the units of ``named`` that call them by another name: with the place, or without
    (青石县农业农村局, 农业农村局)."""
    ends = {name_end(entry.issuer) for entry in named if entry.issuer}
    names = {entry.issuer for entry in named}
    return [
        other
        for other in entries
        if other.issuer
        and other.issuer not in names
        and name_end(other.issuer) in ends
        and any(same_unit(other, entry) for entry in named)
    ]


def levels(place: Place) -> Levels:
    """From the province down."""
    return place.province, place.city, place.county, place.township


def known(place: Place) -> list[str]:
    """The levels that are known, from the highest."""
    return [level for level in levels(place) if level]

"""Coverage: which units reported, how each of the five parts stands, what each theme has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from tuibrowser.insight.roster import Listed, Roster, plain_name
from tuibrowser.model.report import Place, ReportEntry
from tuibrowser.model.tally import Tally
from tuibrowser.model.terms import SectionKind, SectionState
from tuibrowser.places.order import in_order
from tuibrowser.places.units import name_end, same_unit
from tuibrowser.text.equivalence import equate
from tuibrowser.text.placename import stem

Status = Literal["reported", "late", "missing", "unlisted"]
Overdue = Literal["reported", "published"]

_ALIKE: Final = 60.0
"""Of 100: from there a name may be another one misspelt; 柳溪镇 and 柳西镇 have 67."""
_TOLD: Final = 10
"""Units without any report that are named one by one: before the first year is in, all are such."""


class Limits(NamedTuple):
    """The last days of the year after the one reported on, month and day."""

    reported: tuple[int, int] = (3, 1)
    """For handing the report up (督察工作规定 art. 24)."""
    published: tuple[int, int] = (4, 1)
    """For publishing it (the same)."""


_USUAL: Final = Limits()


class CoveredUnit(NamedTuple):
    """One unit and its report, if it has one."""

    issuer: str
    place: Place
    entry: ReportEntry | None
    status: Status
    tally: Tally | None = None
    overdue: tuple[Overdue, ...] = ()
    """Which of the two days were missed."""
    listed: Listed | None = None
    """Its line in the roster."""

    @property
    def state_of(self) -> Mapping[SectionKind, SectionState]:
        """How the report treats each part; empty for a unit without one."""
        return self.tally.states if self.tally else {}


class Scrutiny(NamedTuple):
    """What is known of reports once each has been read whole; both by sha256."""

    shares: Mapping[str, Mapping[str, float]]
    """How much of a report is ``own``, ``last_year``, ``elsewhere``, ``stock``, from 0 to 1."""
    findings: Mapping[str, int]
    """How many remarks its checks made."""


_ABOVE: Final = re.compile(".{1,20}[省市州盟县区旗师]")
"""What a roster may write before the name of a unit: where that lies."""
_SHORTEST_NAME: Final = 2
"""Characters of a unit's name within its county: the 镇 of 吴县镇 is none."""


class Coverage(NamedTuple):
    """All units of one year."""

    year: int
    units: tuple[CoveredUnit, ...]
    notes: tuple[str, ...] = ()
    """A Chinese sentence each: what of the roster is to be looked at."""


class _Known(NamedTuple):
    """A unit that the library knows, of any year."""

    entry: ReportEntry
    """Its newest report."""
    of_year: ReportEntry | None
    place: Place
    """As much of it as any of its reports tells."""


def cover(
    entries: Sequence[ReportEntry],
    year: int,
    tallies: Mapping[str, Tally],
    roster: Roster | None = None,
    limits: Limits = _USUAL,
    is_unread: Callable[[Listed], bool] = lambda _: False,
) -> Coverage:
    """Say of each unit whether and how it reported on ``year``.

    Args:
        entries: Reports of all years of the set, one text an issuer and year.
        year: The year reported on.
        tallies: By sha256, of the reports on that year.
        roster: The units that are to report; without one, those that ever did.
        limits: The days to be met, where the roster names none.
        is_unread: Whether a file of that unit was refused: then its name is not in doubt.
    """
    known = _known(entries, year)
    if roster is None:
        units = [_unit(it, None, year, tallies, limits) for it in known]
        return Coverage(year, tuple(units))
    units, notes = [], list(roster.notes)
    lacking: list[Listed] = []
    seen: dict[int, int] = {}  # the row in which each unit was listed
    free = _unlisted(known, roster.units)
    for listed in roster.units:
        named = _matches(listed, known)
        fresh = [it for it in named if id(it) not in seen]
        if named and not fresh:
            first, name = seen[id(named[0])], named[0].entry.issuer
            notes.append(f"名册第 {first}、{listed.row} 行都是“{name}”，只算一次")
            continue
        seen |= {id(it): listed.row for it in fresh}
        units += [_unit(it, listed, year, tallies, limits) for it in fresh]
        if not named:
            place = Place(county=listed.county)
            units.append(CoveredUnit(listed.name, place, None, "missing", listed=listed))
            if not is_unread(listed):
                lacking.append(listed)
        elif len(named) > 1:
            counties = "、".join(it.place.county or "县区不明" for it in named)
            notes.append(f"名册中的“{listed.name}”可指 {counties} 的，请在名册中写明县区")
    for it in known:
        if id(it) not in seen and it.of_year is not None:
            units.append(_unit(it, None, year, tallies, limits)._replace(status="unlisted"))
    return Coverage(year, tuple(units), (*notes, *_unknown(lacking, free)))


def named_beyond(
    roster: Roster, entries: Sequence[ReportEntry], stored: Sequence[ReportEntry]
) -> list[ReportEntry]:
    """The reports of all years of units that a roster names and that are not of the set.

    A unit that reported did so wherever the set ends; of several that one line may mean, none is.

    Args:
        roster: The units that are to report.
        entries: Reports of the set.
        stored: All reports of the library.
    """
    inside = {entry.sha256 for entry in entries}
    known = _known(entries, 0)
    beyond: list[_Known] | None = None
    found: dict[str, ReportEntry] = {}
    for listed in roster.units:
        if _matches(listed, known):
            continue
        if beyond is None:
            beyond = _known((it for it in stored if it.sha256 not in inside), 0)
        named = _matches(listed, beyond)
        if len(named) == 1:
            found |= {it.sha256: it for it in stored if same_unit(it, named[0].entry)}
    return [it for it in found.values() if it.is_report and it.sha256 not in inside]


def _known(entries: Iterable[ReportEntry], year: int) -> list[_Known]:
    groups: dict[str, list[list[ReportEntry]]] = {}
    for entry in entries:
        if entry.issuer and entry.is_report:
            alike = groups.setdefault(name_end(entry.issuer), [])
            group = next((it for it in alike if same_unit(it[0], entry)), None)
            if group is None:
                alike.append([entry])
            else:
                group.append(entry)
    found = []
    for group in (group for alike in groups.values() for group in alike):
        newest = max(group, key=lambda entry: (entry.year or 0, -entry.number))
        of_year = [entry for entry in group if entry.year == year]
        report = min(of_year, key=lambda it: it.number, default=None)
        found.append(_Known(newest, report, _whole_place(group)))
    return in_order(found, lambda it: (it.place, it.entry.issuer))


def _whole_place(group: Sequence[ReportEntry]) -> Place:
    places = [entry.place for entry in group]
    return Place(*(next(filter(None, levels), None) for levels in zip(*places, strict=True)))


def _unit(
    known: _Known, listed: Listed | None, year: int, tallies: Mapping[str, Tally], limits: Limits
) -> CoveredUnit:
    issuer, entry = known.entry.issuer or "", known.of_year
    if entry is None:
        return CoveredUnit(issuer, known.place, None, "missing", listed=listed)
    tally = tallies[entry.sha256]
    overdue = _overdue(tally, listed, year, limits)
    status: Status = "late" if overdue else "reported"
    return CoveredUnit(issuer, known.place, entry, status, tally, overdue, listed)


def _overdue(tally: Tally, listed: Listed | None, year: int, limits: Limits) -> tuple[Overdue, ...]:
    """Which days were missed; a date that is not known misses none."""
    own = (listed and listed.due) or (None, *limits.reported)
    due = _iso(own[0] or year + 1, *own[1:])
    publish = _iso(year + 1, *limits.published)
    missed: list[Overdue] = []
    if tally.date and tally.date > due:
        missed.append("reported")
    if tally.published and tally.published > publish:
        missed.append("published")
    return tuple(missed)


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}"


def _matches(listed: Listed, known: Sequence[_Known]) -> list[_Known]:
    """The units that a line of a roster names: by the name, else by what people say of it."""
    county = stem(equate(listed.county)) if listed.county else None
    near = [it for it in known if _agrees(county, it.place.county)]
    names = [(it, _within(it.entry.issuer or "", it), _within(listed.name, it)) for it in near]
    exact = [it for it, name, wanted in names if name in (wanted, _below(wanted, it))]
    # Where it lies may be known of the roster alone: 第七师一二六团, 云川县柳溪镇.
    exact = exact or [
        it
        for it, name, wanted in names
        if not it.place.county
        and name
        and wanted.endswith(name)
        and _ABOVE.fullmatch(wanted[: -len(name)])
    ]
    if exact:
        return exact
    # 柳溪 for 柳溪镇, where only one unit can be meant; 柳溪乡 is another unit.
    short = [it for it, name, wanted in names if stem(name) == wanted]
    return short if len(short) == 1 else []


def _within(name: str, known: _Known) -> str:
    """``name`` as it is compared within the county of ``known``, which townships are written with
    as well as without, and so are bureaus: 青棠县柳溪镇, 青棠县司法局."""
    plain = plain_name(name)
    place = known.place
    for level in (place.province, place.city, place.county):
        inner = plain.removeprefix(equate(level or ""))
        plain = inner if len(inner) >= _SHORTEST_NAME else plain
    return plain


def _below(name: str, known: _Known) -> str:
    """``name`` without the word for the county: 县司法局, within 青棠县, is its 司法局."""
    level = (known.place.county or "")[-1:]
    rest = name.removeprefix(level) if level else name
    return rest if len(rest) >= _SHORTEST_NAME else name


def _agrees(wanted: str | None, county: str | None) -> bool:
    return wanted is None or county is None or stem(equate(county)) == wanted


def _unlisted(known: Sequence[_Known], listed: Iterable[Listed]) -> list[_Known]:
    taken = {id(it) for line in listed for it in _matches(line, known)}
    return [it for it in known if id(it) not in taken]


def _unknown(lacking: Sequence[Listed], free: Sequence[_Known]) -> Iterator[str]:
    """What to say of units that no report is of: each with the unlisted unit that may be meant, of
    those that none is like the first few."""
    names = [it.entry.issuer or "" for it in free]
    unlike = 0
    for listed in lacking:
        meant = _likest(listed, names, free)
        unlike += meant is None
        if meant or unlike <= _TOLD:
            hint = f"是否指“{meant}”" if meant else "请核对名称"
            yield f"名册{listed.line}的“{listed.name}”在库中没有任何一年的报告，{hint}"
    if unlike > _TOLD:
        yield f"名册中还有 {unlike - _TOLD} 个单位在库中没有任何一年的报告"


def _likest(listed: Listed, names: Sequence[str], free: Sequence[_Known]) -> str | None:
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (40 ms, only where a name was mistyped)

    best = process.extractOne(
        listed.name, names, scorer=fuzz.ratio, processor=plain_name, score_cutoff=_ALIKE
    )
    return _called(free[best[2]], listed) if best else None


def _called(known: _Known, listed: Listed) -> str:
    """The name of a unit, with its county where only that is another than was written."""
    name, county = known.entry.issuer or "", known.place.county
    return f"{county}/{name}" if county and plain_name(name) == plain_name(listed.name) else name

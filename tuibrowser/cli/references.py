"""From a REF to reports: those of the library, or a file that is in none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.terminal import remark
from tuibrowser.cli.texts import other_texts
from tuibrowser.cli.values import check_encoding
from tuibrowser.indexing import draft
from tuibrowser.model.report import Report, ReportEntry
from tuibrowser.places.units import same_unit
from tuibrowser.store.errors import LibraryError
from tuibrowser.store.library import Library, Reader
from tuibrowser.store.refs import grammar as refgrammar
from tuibrowser.store.refs import resolve as refs
from tuibrowser.text.equivalence import equate

_LISTED: Final = 20
"""Reports that have a line each before it is said how many there are."""
_NAMED: Final = 3
"""Other texts that one sentence names before it says how many there are."""


def open_reports(
    names: Sequence[str], library: Library, *, is_set: bool = False, every_year: bool = False
) -> list[Report]:
    """The reports that ``names`` mean, in that order; a set gives all of its reports.

    Those of a set come in the order of the library, the years of one issuer oldest first.

    A name that is the path of a file is read and parsed and never stored, so that a draft can be
    looked at beside the library; only other names need the library to exist.

    Args:
        names: REFs and paths.
        library: What REFs lead into.
        is_set: Whether sets are asked for; see :func:`resolve_set`.
        every_year: Whether a unit without a year means all of its years.

    Raises:
        Stop: a name means nothing, or several reports; a file cannot be read.
        LibraryError: the library is needed and cannot be used.
    """
    reports: list[Report] = []
    stored: list[str] = []
    with ExitStack() as stack:
        reader: Reader | None = None
        entries: list[ReportEntry] = []
        for name in names:
            path = draft_path(name)
            if path is not None:
                reports.append(read_draft(path))
                continue
            if reader is None:
                reader = stack.enter_context(library.read())
                entries = reader.entries()
            meant = with_years(name, entries) if every_year else name
            stored.append(as_set(meant, entries) if is_set else meant)
            found = resolve_one(stored[-1], entries)
            reports += map(reader.report, (entry.sha256 for entry in found))
        tell_of_unplaced(stored, entries)
    return reports


def unstored(reports: Sequence[Report], library: Library) -> frozenset[str]:
    """sha256 of those of ``reports`` that the library does not hold: drafts."""
    try:
        if library.exists():
            with library.read() as reader:
                return frozenset(it.sha256 for it in reports if not reader.has(it.sha256))
    except LibraryError:
        pass  # none of them came from it
    return frozenset(report.sha256 for report in reports)


def open_each_once(
    names: Sequence[str], library: Library, *, every_year: bool = False
) -> list[Report]:
    """Open what ``names`` mean; a report that several of them mean comes once."""
    reports = open_reports(names, library, every_year=every_year)
    return list({it.sha256: it for it in reports}.values())


def settle(names: Sequence[str], library: Library) -> list[str]:
    """``names`` with each REF made plain, so that it means the same later: a sha256, one a report.
    Paths of files stay.

    Raises:
        Stop: a name means nothing, or several reports.
        LibraryError: the library is needed and cannot be used.
    """
    if all(draft_path(name) is not None for name in names):
        return list(names)
    with library.read() as reader:
        entries = reader.entries()
    settled: list[str] = []
    for name in names:
        is_stored = draft_path(name) is None
        settled += [it.sha256 for it in resolve_one(name, entries)] if is_stored else [name]
    tell_of_unplaced([name for name in names if draft_path(name) is None], entries)
    return settled


def resolve(name: str, entries: Sequence[ReportEntry]) -> tuple[ReportEntry, ...]:
    """What ``name`` means among ``entries``; raises :class:`Stop` where that is not clear."""
    found = resolve_one(name, entries)
    tell_of_unplaced([name], entries)
    return found


def resolve_each(names: Sequence[str], entries: Sequence[ReportEntry]) -> list[ReportEntry]:
    """What ``names`` mean together, each report once."""
    found = {it.sha256: it for name in names for it in resolve_one(name, entries)}
    tell_of_unplaced(names, entries)
    return list(found.values())


def resolve_one(name: str, entries: Sequence[ReportEntry]) -> tuple[ReportEntry, ...]:
    """As :func:`resolve`, where what may lack is told of all names together."""
    parsed_ref(name)
    try:
        found = refs.resolve(name, entries)
    except (refs.UnknownRef, refs.AmbiguousRef) as error:
        unit, at, years = name.partition("@")
        if place := place_named(unit, entries):
            every = f"其中全部报告请写 {place}/*，某一年的请写 {place}/*@2023"
            said = f"请写 {place}/*@{years}" if at else every
            raise Stop(Status.MISUSED, f"“{unit}”是地区，{said}") from None
        if isinstance(error, refs.UnknownRef):
            raise Stop(Status.LACKING, str(error)) from None
        # The sentence names the first few.
        more = [name for name in names_of(error.candidates) if name not in str(error)]
        said = str(error) + _all_years(error.candidates, entries)
        cut = [f"等 {len(more)} 份"] if len(more) > _LISTED else []
        raise Stop(Status.MISUSED, "\n  ".join((said, *more[:_LISTED], *cut))) from None
    _tell_of_other_texts(name, found, entries)
    if len({entry.issuer for entry in found}) == 1:
        # The library orders by place first, and one year's text may state more of it than another.
        found = tuple(sorted(found, key=lambda entry: entry.year or 0))
    return found


def tell_of_unplaced(names: Sequence[str], entries: Sequence[ReportEntry]) -> None:
    """Say how many reports the sets among ``names`` may lack."""
    if count := refs.unplaced(names, entries):
        remark(f"另有 {count} 份未写明地区")


def resolve_set(name: str, entries: Sequence[ReportEntry]) -> tuple[ReportEntry, ...]:
    """As :func:`resolve` where a set is asked for."""
    return resolve(as_set(name, entries), entries)


def as_set(name: str, entries: Sequence[ReportEntry]) -> str:
    """``name``, or what it means where a set is asked for: a county, also of a year, means all of
    its units (青棠县@2023: 青棠县/*@2023)."""
    unit, at, years = name.partition("@")
    place = place_named(unit, entries)
    return f"{place}/*{at}{years}" if place else name


def place_named(name: str, entries: Sequence[ReportEntry]) -> str | None:
    """The county or what is above it that ``name`` is in full; ``None`` where it is a unit's."""
    wanted = equate(name)
    above = (level for entry in entries for level in entry.place[:-1] if level)
    place = next((level for level in above if equate(level) == wanted), None)
    return None if any(it.issuer and equate(it.issuer) == wanted for it in entries) else place


def with_years(name: str, entries: Sequence[ReportEntry]) -> str:
    """``name``, or all years of the one unit that it means."""
    try:
        refs.resolve(name, entries)
    except refs.AmbiguousRef as error:
        return _years_of(error.candidates, entries) or name
    except refs.UnknownRef:
        pass
    return name


def _all_years(found: Sequence[ReportEntry], entries: Sequence[ReportEntry]) -> str:
    """How ``found`` are asked for together, if they are texts of one unit and several years."""
    named = _years_of(found, entries)
    return f"；各年都要，请写 {named}" if named else ""


def _years_of(found: Sequence[ReportEntry], entries: Sequence[ReportEntry]) -> str | None:
    """The REF of all ``found``, if they are texts of one unit and several years."""
    years = [entry.year for entry in found if entry.year is not None]
    if len(set(years)) < len(found) or not all(same_unit(it, found[0]) for it in found):
        return None
    unit = refs.name(found[0], entries).rpartition("@")[0]
    return f"{unit}@{min(years)}..{max(years)}"


def parsed_ref(name: str) -> refgrammar.Ref:
    """``name`` taken apart; raises :class:`Stop` where it is no REF."""
    check_encoding(name)
    try:
        return refgrammar.parse(name)
    except refs.UnknownRef as error:
        raise Stop(Status.MISUSED, str(error)) from None


def names_of(entries: Sequence[ReportEntry]) -> list[str]:
    """The REF of each report, with its place where the same issuer stands in several."""
    alike: dict[str | None, list[ReportEntry]] = defaultdict(list)
    for entry in entries:
        alike[entry.issuer].append(entry)
    return [refs.name(entry, alike[entry.issuer]) for entry in entries]


def draft_path(name: str) -> Path | None:
    """The file that ``name`` means; ``None`` for a REF into the library.

    Raises:
        Stop: ``name`` can only be a file, and there is none.
    """
    with drafts_read():
        return draft.draft_path(name)


def read_draft(path: Path) -> Report:
    """Read and parse one file; raises :class:`Stop` with the reason where that is impossible."""
    with drafts_read():
        return draft.read_draft(path)


@contextmanager
def drafts_read() -> Iterator[None]:
    """Turn what keeps a file from being read into a :class:`Stop`."""
    try:
        yield
    except draft.RulesUnread as reason:
        raise Stop(Status.MISUSED, str(reason)) from None
    except draft.DraftUnread as reason:
        raise Stop(Status.LACKING, str(reason)) from None


def _tell_of_other_texts(
    name: str, found: Sequence[ReportEntry], entries: Sequence[ReportEntry]
) -> None:
    if rest := [refs.name(entry, entries) for entry in other_texts(name, found, entries)]:
        listed = "、".join(rest[:_NAMED]) + (f" 等 {len(rest)} 份" if len(rest) > _NAMED else "")
        remark(f"“{name}”有 {len(rest) + 1} 份文本，这里用最后入库的一份；另见 {listed}")

"""``coverage``: which units reported, and what of the report each has."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import Final

from tuibrowser.cli.delivery import Delivery
from tuibrowser.cli.halves import Turns, at_once
from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.references import as_set, draft_path, parsed_ref, resolve
from tuibrowser.cli.terminal import line_width, remark
from tuibrowser.cli.unread import is_unread, unread_of
from tuibrowser.export.coverage import ThemeColumns, coverage_record, coverage_table
from tuibrowser.export.coverage_sources import Grounds, grounds_of
from tuibrowser.export.datafile import table_bytes
from tuibrowser.export.naming import Format
from tuibrowser.export.records import write_json
from tuibrowser.insight.coverage import Coverage, Limits, Scrutiny, cover, named_beyond
from tuibrowser.insight.roster_counties import counties_of_set, of_counties
from tuibrowser.model.report import ReportEntry
from tuibrowser.state.refused import load_refused
from tuibrowser.store.library import Library
from tuibrowser.store.refs import grammar as refgrammar
from tuibrowser.store.refs import resolve as refs
from tuibrowser.store.refs import series
from tuibrowser.text.linebreak import one_line

_FORMATS: Final[tuple[Format, ...]] = ("table", "json", "csv", "xlsx", "html", "md", "docx")
_UNSAID: Final[tuple[Format, ...]] = ("json", "csv")
"""Formats with no room for sentences below the table."""
_THEMES: Final[dict[Format, ThemeColumns]] = {
    "csv": "apart",
    "xlsx": "apart",
    "html": "joined",
    "md": "joined",
}
"""How themes are shown; other formats have no room for them."""
_EVERYTHING: Final = "*"
_ANY_YEAR: Final = "1000.."
_NAMED: Final = 3
"""Reports that a sentence names."""
_MOST_LOOKED_INTO: Final = 300
"""Reports of a year: more take longer than anybody waits without being told."""


def show_coverage(options: Namespace, library: Library) -> int:
    """Print units, their state, and what of the report they have, or write it into a file."""
    delivery = Delivery(options, _FORMATS, "覆盖情况")
    roster = None
    if options.roster is not None:
        from tuibrowser.cli.rosters import read_roster  # noqa: PLC0415

        roster = read_roster(options.roster)
    usual = Limits()
    limits = Limits(options.due or usual.reported, options.publish_due or usual.published)
    with library.read() as reader:
        stored = reader.entries()
        entries, years = _units(options.refs or [_EVERYTHING], stored)
        year = _year(options.year, years, entries)
        if options.year is None and any(parsed_ref(it).is_range for it in options.refs or ()):
            remark(f"写了几个年份，按其中最近的 {year} 年；要看另一年请加 --year")
        if roster is not None:
            roster = of_counties(
                roster, _counties(options.refs, entries, stored), _all_counties(stored)
            )
            entries += named_beyond(roster, entries, stored)
        of_year = [entry.sha256 for entry in entries if entry.year == year]
        refused = load_refused(library.path)
        unread = partial(is_unread, year=year, refused=refused)
        coverage = cover(entries, year, reader.tallies(of_year), roster, limits, unread)
    coverage = coverage._replace(notes=(*coverage.notes, *unread_of(coverage, refused)))
    scrutiny = _looked_into(library, delivery.format, of_year)
    grounds = _grounds(library, coverage) if delivery.format == "xlsx" else {}
    delivery.hand_over(_written(coverage, scrutiny, grounds, delivery.format), library)
    if delivery.format in _UNSAID:
        for note in coverage.notes:
            remark(note)
    _tell_of_the_rest(entries, stored)
    if not of_year:
        remark(f"这一组没有 {year} 年的报告")
    return Status.DONE if of_year else Status.LACKING


def _looked_into(library: Library, format_: Format, shas: Sequence[str]) -> Scrutiny:
    """What is known of reports once each has been read whole, which a terminal's table does not
    wait for.

    Args:
        library: It holds them.
        format_: How it will be shown.
        shas: The reports.
    """
    if format_ == "table":
        return Scrutiny({}, {})
    if len(shas) > _MOST_LOOKED_INTO:
        remark(
            f"这一年有 {len(shas)} 份报告，没有逐份核对和比对；请缩小范围，"
            "或运行 tuibrowser check、tuibrowser reuse"
        )
        return Scrutiny({}, {})
    from tuibrowser.lexicon.own import LexiconError  # noqa: PLC0415

    # Each process loads what the other has no use for; who has checked them all helps to compare.
    turns = Turns(shas)
    try:
        (findings, first), rest = at_once(
            lambda: (_findings(library, shas), _shares(library, turns)),
            lambda: _shares(library, turns),
        )
    except LexiconError as error:
        raise Stop(Status.MISUSED, str(error)) from None
    finally:
        turns.end()
    shares = first | rest
    if left := [sha256 for sha256 in shas if sha256 not in shares]:
        shares |= _shares(library, left)
    return Scrutiny(shares, findings)


def _findings(library: Library, shas: Sequence[str]) -> dict[str, int]:
    from tuibrowser.insight.finding_counts import count_findings  # noqa: PLC0415

    with library.read() as reader:
        return count_findings(reader, shas)


def _shares(library: Library, shas: Iterable[str]) -> dict[str, dict[str, float]]:
    from tuibrowser.insight.reuse_shares import shares_of  # noqa: PLC0415

    with library.read() as reader:
        return shares_of(reader, shas)


def _grounds(library: Library, coverage: Coverage) -> dict[str, Grounds]:
    """Where it stands what a spreadsheet counts."""
    entries = [unit.entry for unit in coverage.units if unit.entry]
    with library.read() as reader:
        return {it.sha256: grounds_of(reader.report(it.sha256), it.name) for it in entries}


def _written(
    coverage: Coverage, scrutiny: Scrutiny, grounds: Mapping[str, Grounds], format_: Format
) -> bytes:
    shares, findings = scrutiny
    if format_ == "json":
        return (write_json(coverage_record(coverage, shares, findings)) + "\n").encode()
    table = coverage_table(
        coverage, shares, findings, themes=_THEMES.get(format_, "none"), grounds=grounds
    )
    return table_bytes(table, format_, line_width())


def _units(
    names: Sequence[str], stored: Sequence[ReportEntry]
) -> tuple[list[ReportEntry], set[int]]:
    """The reports of all years of the units that ``names`` mean, and the years that those name.

    Whoever did not report on the year asked for has none that a REF of that year could name.
    """
    chosen: dict[str, ReportEntry] = {}
    years: set[int] = set()
    for name in names:
        if draft_path(name) is not None:
            raise Stop(Status.MISUSED, f"“{name}”是文件，覆盖情况只看库中的报告，如：青棠县/*@2023")
        # Of units alone, so that a county can only mean all of its own.
        parsed = parsed_ref(as_set(name, stored))
        if parsed.is_dated and parsed.years is None:
            raise Stop(Status.MISUSED, f"“{name}”没有年份，覆盖情况按年份看，如：青棠县/*@2023")
        theirs: list[ReportEntry]
        if parsed.is_everyone:
            theirs = series.of_same_units(_in_any_year(name, parsed, stored), stored)
        elif parsed.may_be_sha256:
            (entry,) = resolve(name, stored)
            theirs = [entry, *series.years_of(entry, stored)]
            years.update(it for it in (entry.year,) if it is not None)
        else:
            theirs = list(_in_any_year(name, parsed, stored))
        if parsed.years is not None:
            first, last = parsed.years
            inside = {it.year for it in theirs if it.year and first <= it.year <= last}
            years.add(max(inside, default=first))
        chosen |= {entry.sha256: entry for entry in theirs if entry.is_report}
    return list(chosen.values()), years


def _counties(
    names: Sequence[str], entries: Sequence[ReportEntry], stored: Sequence[ReportEntry]
) -> frozenset[str] | None:
    """The counties that ``names`` mean, where each of them means all of one."""
    sets = [parsed_ref(as_set(name, stored)) for name in names]
    if not sets or not all(it.is_everyone for it in sets):
        return None
    return counties_of_set([(it.places or (None,))[-1] for it in sets], entries)


def _all_counties(stored: Sequence[ReportEntry]) -> list[str]:
    """The counties that there are reports of."""
    return list(dict.fromkeys(it.place.county for it in stored if it.place.county))


def _in_any_year(
    name: str, parsed: refgrammar.Ref, stored: Sequence[ReportEntry]
) -> Sequence[ReportEntry]:
    """The reports of all years of what ``name`` means; what speaks against it is said of that."""
    ending = "" if parsed.is_everyone else f"@{_ANY_YEAR}"
    asked = "/".join((*parsed.places, parsed.name + ending))
    try:
        return resolve(asked, stored)
    except Stop as stop:
        raise Stop(stop.status, str(stop).replace(f"“{asked}”", f"“{name}”")) from None


def _year(asked: int | None, years: Collection[int], entries: Sequence[ReportEntry]) -> int:
    """The year to look at: the one asked for, else that of the REFs, else the latest there is."""
    if asked is not None:
        return asked
    if len(years) > 1:
        told = "、".join(map(str, sorted(years)))
        raise Stop(Status.MISUSED, f"所写的各组有几个年份（{told}），请用 --year 写明哪一年")
    known = [entry.year for entry in entries if entry.year is not None]
    if not years and not known:
        raise Stop(Status.LACKING, "这一组报告的年份都不明，请用 tuibrowser correct 更正年份")
    year = max(years or known)
    if not years:
        remark(f"未写年份，按最近的 {year} 年")
    return year


def _tell_of_the_rest(entries: Sequence[ReportEntry], stored: Sequence[ReportEntry]) -> None:
    """Say how many reports may belong here and cannot be counted."""
    undated = [refs.name(entry, stored) for entry in entries if entry.year is None]
    nameless = sum(entry.is_report and not entry.issuer for entry in stored)
    if undated:
        more = f"{'、'.join(undated[:_NAMED])}{' 等' if len(undated) > _NAMED else ''}"
        way = f"tuibrowser correct {undated[0]} --year 年份"
        if len(undated) > 1:
            way += "，同一文件夹都是一年的，可写文件夹"
        remark(one_line(f"另有 {len(undated)} 份年份不明，未计入：{more}；更正：{way}"))
    if nameless:
        remark(f"库中另有 {nameless} 份报告单位不明，未计入；查看：tuibrowser doctor --reports")

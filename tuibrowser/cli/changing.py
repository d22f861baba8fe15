"""``changes``: what became of the measures of each report since the year before."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.cli.delivery import Delivery
from tuibrowser.cli.halves import in_halves
from tuibrowser.cli.outcome import Status
from tuibrowser.cli.references import open_each_once
from tuibrowser.cli.terminal import line_width, remark
from tuibrowser.export.changes_record import changes_record, changes_table
from tuibrowser.export.datafile import table_bytes
from tuibrowser.export.naming import Format
from tuibrowser.export.records import write_json
from tuibrowser.insight.changes import ReportChanges, changes_of, with_all_years
from tuibrowser.model.report import Report, ReportEntry
from tuibrowser.store.library import Library
from tuibrowser.store.refs import series

_FORMATS: Final[tuple[Format, ...]] = ("table", "json", "csv", "xlsx")
_NAMED: Final = 3
"""Reports that a sentence names before it says how many there are."""


def count_changes(options: Namespace, library: Library) -> int:
    """Print for each report what became of its measures, or write it into a file."""
    delivery = Delivery(options, _FORMATS, "各年变化")
    reports = open_each_once(options.refs, library, every_year=True)
    found, drafts = _found(reports, options.against, library)
    if delivery.format == "json":
        content = f"{write_json(changes_record(found, drafts))}\n".encode()
    else:
        content = table_bytes(changes_table(found), delivery.format, line_width())
    delivery.hand_over(content, library, reports)
    alone = [it.report for it in found if it.against is None]
    for said in _without(alone, options.against):
        remark(said)
    return Status.LACKING if len(alone) == len(found) else Status.DONE


def _found(
    reports: Sequence[Report], against: int | None, library: Library
) -> tuple[list[ReportChanges], frozenset[str]]:
    """What became of each of ``reports``, and which of them are in no library."""
    if not library.exists():
        drafts = frozenset(report.sha256 for report in reports)
        return [changes_of(report, None) for report in reports], drafts
    with library.read() as reader:
        entries = reader.entries()
    known = {report.sha256: report for report in reports}
    found = _became_all(_paired(reports, against, entries, known, library))
    # How long a figure has stood the years before tell, asked for or not.
    earlier = list(found)
    last = found
    while begun := _begun_before(last, earlier):
        last = _became_all(_paired(begun, None, entries, known, library))
        earlier += last
    stored = {entry.sha256 for entry in entries}
    return with_all_years(earlier)[: len(found)], frozenset(known.keys() - stored)


def _paired(
    reports: Sequence[Report],
    against: int | None,
    entries: Sequence[ReportEntry],
    known: dict[str, Report],
    library: Library,
) -> list[tuple[Report, Report | None]]:
    """Each report with what it is held against, which ``known`` holds then, too."""
    before = [series.year_before(report, entries, against) for report in reports]
    missing = {it.sha256 for it in before if it is not None} - known.keys()
    if missing:
        with library.read() as reader:
            known.update((sha256, reader.report(sha256)) for sha256 in missing)
    return [
        (report, None if it is None else known[it.sha256])
        for report, it in zip(reports, before, strict=True)
    ]


def _begun_before(found: Sequence[ReportChanges], done: Sequence[ReportChanges]) -> list[Report]:
    """The reports that figures have stood in unchanged, and that were held against none so far."""
    held = {it.report.sha256 for it in done}
    reports = (it.against for it in found if it.unchanged and it.against is not None)
    return list({it.sha256: it for it in reports if it.sha256 not in held}.values())


def _became_all(pairs: Sequence[tuple[Report, Report | None]]) -> list[ReportChanges]:
    held = [(report, against) for report, against in pairs if against is not None]
    became = (it for part in in_halves(_became, held) for it in part)
    return [next(became) if against else changes_of(report, None) for report, against in pairs]


def _became(pairs: Sequence[tuple[Report, Report]]) -> list[ReportChanges]:
    """What became of each pair of reports, 10 ms each."""
    return [changes_of(report, against) for report, against in pairs]


def _without(reports: Sequence[Report], against: int | None) -> Iterator[str]:
    """Why nothing was compared with ``reports``, and what to do."""
    unknown = [it for it in reports if it.issuer is None or it.year is None]
    if unknown:
        files = _named([it.file for it in unknown])
        yield f"看不出单位或年份，无法对照：{files}，请在标题中写明，或用 tuibrowser correct 更正"
    known = [it for it in reports if it not in unknown]
    if against is not None and (late := [it for it in known if it.year and it.year <= against]):
        yield f"{_named([it.name for it in late])} 只能与较早的年份对照，请改 --against"
        known = [it for it in known if it not in late]
    if known:
        what = "上一年" if against is None else f" {against} 年"
        names = _named([f"{it.name_parts[0]}{it.year}" for it in known])
        yield f"库中没有{what}的报告可对照：{names}，可用 --against 指定较早的年份"


def _named(names: Sequence[str]) -> str:
    return "、".join(names[:_NAMED]) + (f" 等 {len(names)} 份" if len(names) > _NAMED else "")

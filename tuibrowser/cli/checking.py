"""``check``: what an official would write in the margin of a report or draft."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import chain

from tuibrowser.cli.delivery import Delivery
from tuibrowser.cli.halves import in_halves
from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.references import draft_path, open_reports
from tuibrowser.cli.terminal import line_width, remark
from tuibrowser.export.check_record import Reviewed, check_record, check_table
from tuibrowser.export.datafile import table_bytes
from tuibrowser.export.naming import Format
from tuibrowser.export.records import write_json
from tuibrowser.insight.checks.material import Material, others_than
from tuibrowser.insight.checks.review import review
from tuibrowser.insight.evidence import Loose
from tuibrowser.lexicon.own import LexiconError
from tuibrowser.model.report import Report
from tuibrowser.places.units import share_name
from tuibrowser.store.library import Library
from tuibrowser.store.refs import series

FORMATS: tuple[Format, ...] = ("table", "json", "html", "docx")


def check_reports(options: Namespace, library: Library) -> int:
    """Print what is to be looked at again in reports and drafts."""
    delivery = Delivery(options, FORMATS, "核对意见")
    drafts: set[str] = set()
    named = list(_opened(options.refs, library, drafts))
    reports = [it for it in named if it.is_report]
    for report in named:
        if not report.is_report:
            remark(f"{report.file} 看不出是法治政府建设报告，没有核对，请检查文件")
    if not reports:
        return Status.LACKING
    if options.last and len(reports) > 1:
        raise Stop(Status.MISUSED, "--last 只能用于一份报告，请只写一个 REF，或去掉 --last")
    last = _last(options.last, reports[0], library, drafts) if options.last else None
    named_county = [options.county] if options.county else []
    county = list(_opened(named_county, library, drafts, is_set=True))
    around = Loose(county)

    def reviewed_of(some: Sequence[Report]) -> list[Reviewed]:
        lasts = [last] * len(some) if last else _found(some, library)
        return [
            (it, review(Material(it, before, others_than(it, county), around)))
            for it, before in zip(some, lasts, strict=True)
        ]

    try:
        reviewed = list(chain.from_iterable(in_halves(reviewed_of, reports)))
    except LexiconError as error:
        raise Stop(Status.MISUSED, str(error)) from None
    for report in reports:
        if report.year is None:
            remark(
                f"{report.file} 看不出是哪一年的报告，与年份有关的各项没有核对，请在标题中写明年份"
            )
    delivery.hand_over(_content(reviewed, delivery.format, drafts), library, reports)
    return Status.DONE if len(reports) == len(named) else Status.LACKING


def _opened(
    names: Sequence[str], library: Library, drafts: set[str], *, is_set: bool = False
) -> Iterator[Report]:
    """The reports that ``names`` mean; notes in ``drafts`` those that are files."""
    for name in dict.fromkeys(names):
        reports = open_reports([name], library, is_set=is_set)
        if draft_path(name) is not None:
            drafts.update(report.sha256 for report in reports)
        yield from reports


def _one(name: str, library: Library, drafts: set[str]) -> Report:
    reports = list(_opened([name], library, drafts))
    if len(reports) != 1:
        raise Stop(Status.MISUSED, f"--last 要一份报告，“{name}”有 {len(reports)} 份，请写明年份")
    return reports[0]


def _last(name: str, report: Report, library: Library, drafts: set[str]) -> Report:
    """The report that ``name`` means, which must be one; where it is not of the same unit, it may
    still be meant."""
    last = _one(name, library, drafts)
    if last.sha256 == report.sha256:
        raise Stop(Status.MISUSED, f"--last 就是要核对的{report.name}，请写上年的报告")
    if not last.is_report:
        raise Stop(
            Status.LACKING, f"{last.file} 看不出是法治政府建设报告，无法与它比较，请检查 --last"
        )
    if report.issuer and last.issuer and not share_name(report, last):
        remark(f"{last.name}与{report.name}不是同一单位的报告，仍按上年报告比较")
    return last


def _found(reports: Sequence[Report], library: Library) -> list[Report | None]:
    """Last year's report of each, if there is a library that has it."""
    if not library.exists():
        return [None] * len(reports)
    with library.read() as reader:
        entries = reader.entries()
        befores = (series.year_before(it, entries) for it in reports)
        return [it and reader.report(it.sha256) for it in befores]


def _content(reviewed: Sequence[Reviewed], format_: Format, drafts: set[str]) -> bytes:
    if format_ == "json":
        return f"{write_json(check_record(reviewed, drafts))}\n".encode()
    return table_bytes(check_table(reviewed, is_short=format_ == "table"), format_, line_width())

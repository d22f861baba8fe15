"""``reuse``: where else the wording of reports stands."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection, Sequence
from itertools import chain
from typing import Final

from tuibrowser.cli.delivery import Delivery
from tuibrowser.cli.halves import in_halves
from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.references import draft_path, open_each_once, resolve_set
from tuibrowser.cli.terminal import line_width, remark
from tuibrowser.export.datafile import table_bytes
from tuibrowser.export.naming import Format
from tuibrowser.export.records import write_json
from tuibrowser.export.reuse_record import reuse_record, reuse_table
from tuibrowser.insight.reuse import Reuse, ReuseScope, reuse
from tuibrowser.model.report import Report
from tuibrowser.store.library import Library

FORMATS: Final[tuple[Format, ...]] = ("table", "json", "csv", "html")


def find_reused(options: Namespace, library: Library) -> int:
    """Print where else the passages of reports stand."""
    delivery = Delivery(options, FORMATS, "表述相同")
    reports = open_each_once(options.refs, library)
    with library.read() as reader:
        if not reader.wordings().units():
            raise Stop(Status.LACKING, "报告库中还没有报告，请运行：tuibrowser index 文件夹")
        named, within = vars(options)["in"], None
        # All entries of a large library take as long as the search, and are asked for where needed.
        if named is not None:
            within = {it.sha256 for it in resolve_set(named, reader.entries())}
        drafts = {it.sha256 for it in reports if not reader.has(it.sha256)}
    scope = ReuseScope(options.least, within, options.other_units)

    def reused_of(some: Sequence[Report]) -> list[Reuse]:
        with library.read() as reader:
            wordings = reader.wordings()
            units = wordings.units()
            return [reuse(report, wordings, units, scope) for report in some]

    reuses = list(chain.from_iterable(in_halves(reused_of, reports)))
    content = _content(reuses, options.refs, delivery.format, drafts)
    delivery.hand_over(content, library, reports)
    for it in reuses:
        if not it.report.is_report:
            remark(f"{it.report.name} 看不出是法治政府建设年度报告，已按原文比对")
        if it.is_bounded:
            remark(f"{it.report.name} 段落很多，每段只比对了最相近的几处")
    if any(it.passages for it in reuses):
        return Status.DONE
    remark("没有找到表述相同的段落")
    return Status.LACKING


def _content(
    found: Sequence[Reuse], names: Sequence[str], format_: Format, drafts: Collection[str]
) -> bytes:
    if format_ == "json":
        # A draft is one report; so is a REF that means one.
        is_single = len(names) == 1 and (len(found) == 1 or draft_path(names[0]) is not None)
        return f"{write_json(reuse_record(found, is_single=is_single, drafts=drafts))}\n".encode()
    table = reuse_table(found, is_short=format_ == "table")
    return table_bytes(table, format_, line_width())

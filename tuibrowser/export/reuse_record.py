"""Wording that stands elsewhere, too, as JSON and as a table."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tuibrowser.export.datatable import Column, DataTable, Datum
from tuibrowser.export.records import Record
from tuibrowser.insight.reuse import Match, Reuse, Reused
from tuibrowser.lexicon.labels import KIND_WORDS
from tuibrowser.model.report import Report, short

_COLUMNS = (
    Column("单位"),
    Column("年份"),
    Column("部分"),
    Column("本报告表述"),
    Column("表述相同处"),
    Column("相同处年份"),
    Column("占比", is_number=True),
    Column("对应表述"),
)

_OWN = 4
"""Columns that tell of the passage itself."""
_NAMED = 3
"""Places that a terminal is told of one by one, the earliest first."""


def reuse_record(
    found: Sequence[Reuse], *, is_single: bool, drafts: Collection[str] = ()
) -> Record:
    """What ``reuse`` prints.

    Every ``start``/``end``, those of ``spans`` too, is an offset into the text of its report;
    ``spans`` are of the passage at hand.

    Args:
        found: A report each.
        is_single: Whether one report was asked for by name, whose ``passages`` stand at the top.
        drafts: sha256 of those that are in no library.
    """
    record: Record = {"reports": [_report(it, drafts) for it in found]}
    if is_single and len(found) == 1:
        record["passages"] = record["reports"][0]["passages"]
    return record


def reuse_table(found: Sequence[Reuse], *, is_short: bool = False) -> DataTable:
    """A row for each place where a passage stands, too; below, how much of each report is whose.

    Args:
        found: A report each.
        is_short: Whether of many places the first ones are named and the others counted, as for a
            terminal: what a county has in common would fill a thousand screens.
    """
    rows: list[list[Datum]] = []
    for it in found:
        for reused in it.passages:
            matches = reused.matches
            if is_short and len(matches) > _NAMED + 1:
                matches = matches[:_NAMED]
            rows += [list(_row(it.report, reused, match)) for match in matches]
            if rest := reused.matches[len(matches) :]:
                units = len({match.origin.unit for match in reused.matches})
                said = f"另有 {len(rest)} 处，共 {units} 个单位有"
                rows.append([*rows[-1][:_OWN], said, *(None for _ in _COLUMNS[_OWN + 1 :])])
    return DataTable("表述相同", _COLUMNS, rows, notes=[_note(it) for it in found])


def _report(it: Reuse, drafts: Collection[str]) -> Record:
    sha256 = it.report.sha256
    return {
        "issuer": it.report.issuer,
        "year": it.report.year,
        "report": None if sha256 in drafts else short(sha256),
        "passages": [_passage(it.report, reused) for reused in it.passages],
        "shares": it.shares._asdict(),
    }


def _passage(report: Report, reused: Reused) -> Record:
    part = reused.passage
    return {
        "text": report.slice(part),
        "start": part.start,
        "end": part.end,
        "section_kind": part.kind,
        "matches": [_match(it) for it in reused.matches],
    }


def _match(it: Match) -> Record:
    return {
        "report": short(it.origin.report),
        "issuer": it.origin.issuer,
        "year": it.origin.year,
        "start": it.start,
        "end": it.end,
        "text": it.text,
        "share": it.share,
        "spans": [list(span) for span in it.spans],
    }


def _row(report: Report, reused: Reused, match: Match) -> Iterator[Datum]:
    yield report.name_parts[0]
    yield report.year
    yield KIND_WORDS[reused.passage.kind] if reused.passage.kind else None
    yield _in_one_line(report.slice(reused.passage))
    yield match.origin.unit
    yield match.origin.year
    yield f"{match.share:.0%}"
    yield _in_one_line(match.text)


def _note(it: Reuse) -> str:
    shares = it.shares
    return (
        f"{it.report.name}：自写 {shares.own:.0%}，与上年相同 {shares.last_year:.0%}，"
        f"他处也有 {shares.elsewhere:.0%}，通用表述 {shares.stock:.0%}"
    )


def _in_one_line(text: str) -> str:
    return "".join(text.split())

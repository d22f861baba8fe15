"""Coverage as a table for people and as a record for other tools."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from tuibrowser.export.datatable import Column, DataTable, Datum
from tuibrowser.export.records import Record, place_record
from tuibrowser.export.tables import place_name
from tuibrowser.insight.coverage import Coverage, Overdue, Status, Unit
from tuibrowser.lexicon.labels import KIND_WORDS, STATE_LABELS, THEME_LABELS
from tuibrowser.model.tally import Count
from tuibrowser.model.terms import SECTION_KINDS

STATUS_LABELS: Final[dict[Status, str]] = {
    "reported": "已报送",
    "late": "晚于时限",
    "missing": "未报送",
    "unlisted": "不在名册",
}
ThemeColumns = Literal["none", "joined", "apart"]

_OVERDUE_LABELS: Final[dict[Overdue, str]] = {"reported": "上报晚", "published": "公开晚"}
_MISSING: Final = "missing"
"""The sixth state of a part: there is no report."""
_SHORT_SHA256: Final = 12

_HEAD: Final = (
    *(
        Column("单位"),
        Column("行政区划"),
        Column("报送情况"),
        Column("成文日期"),
        Column("发布日期"),
    ),
    *map(Column, KIND_WORDS.values()),
    *(Column(name, is_number=True) for name in ("事项", "数据", "字数", "存疑")),
)
_WHOLE: Final = (Column("表述自有%", is_number=True), Column("请核", is_number=True))


def coverage_table(
    coverage: Coverage,
    shares: Mapping[str, Mapping[str, float]],
    findings: Mapping[str, int],
    *,
    themes: ThemeColumns,
) -> DataTable:
    """A row a unit.

    Args:
        coverage: What to show.
        shares: By sha256, how much of a report is ``own`` and so on, from 0 to 1.
        findings: By sha256, how many there are.
        themes: Whether each theme has a column with both counts, one for each count (a spreadsheet
            takes ``5/7`` for a day), or none, since no terminal has room for twenty.
    """
    columns = [*_HEAD, *(_WHOLE[:1] if shares else ()), *(_WHOLE[1:] if findings else ())]
    columns += _theme_columns(themes)
    if any(unit.listed and unit.listed.contact for unit in coverage.units):
        columns.append(Column("联系人"))
    rows = [_row(unit, shares, findings, themes) for unit in coverage.units]
    if columns[-1].title == "联系人":
        for row, unit in zip(rows, coverage.units, strict=True):
            row.append(unit.listed.contact if unit.listed else None)
    notes = [_summary(coverage), *coverage.notes]
    if themes == "joined":
        notes.insert(1, "各领域写作“事项数/数据数”，没有写到的空着。")
    return DataTable(f"{coverage.year}年报送覆盖情况", columns, rows, notes=notes)


def coverage_record(
    coverage: Coverage,
    shares: Mapping[str, Mapping[str, float]],
    findings: Mapping[str, int],
) -> Record:
    """``{"year", "units": […]}``; arguments as of :func:`coverage_table`."""
    return {
        "year": coverage.year,
        "units": [_unit_record(unit, shares, findings) for unit in coverage.units],
    }


def _row(
    unit: Unit,
    shares: Mapping[str, Mapping[str, float]],
    findings: Mapping[str, int],
    themes: ThemeColumns,
) -> list[Datum]:
    tally, sha256 = unit.tally, unit.entry.sha256 if unit.entry else ""
    missed = "、".join(_OVERDUE_LABELS[it] for it in unit.overdue)
    status = STATUS_LABELS[unit.status] + (f"（{missed}）" if missed else "")
    row: list[Datum] = [unit.issuer, place_name(unit.place), status]
    if tally is None:
        row += [None, None, *(STATUS_LABELS["missing"] for _ in SECTION_KINDS)]
        row += [None] * 4
    else:
        states = (tally.states.get(kind, "unclear") for kind in SECTION_KINDS)
        row += [tally.date, tally.published, *(STATE_LABELS[state] for state in states)]
        row += [tally.whole.measures, tally.whole.figures, tally.characters, tally.doubts]
    if shares:
        own = shares.get(sha256, {}).get("own")
        row.append(None if own is None else round(own * 100))
    if findings:
        row.append(findings.get(sha256))
    for theme in THEME_LABELS if themes != "none" else ():
        count = tally.themes.get(theme) if tally else None
        if themes == "joined":
            row.append(f"{count.measures}/{count.figures}" if count else None)
        else:
            row += [count.measures, count.figures] if count else [None, None]
    return row


def _theme_columns(themes: ThemeColumns) -> Iterator[Column]:
    for label in THEME_LABELS.values() if themes != "none" else ():
        if themes == "joined":
            yield Column(label)
        else:
            yield Column(f"{label}·事项", is_number=True)
            yield Column(f"{label}·数据", is_number=True)


def _unit_record(
    unit: Unit, shares: Mapping[str, Mapping[str, float]], findings: Mapping[str, int]
) -> Record:
    tally, sha256 = unit.tally, unit.entry.sha256 if unit.entry else ""
    counts = tally.themes if tally else {}
    whole = tally.whole if tally else Count()
    themes = {theme: counts.get(theme, Count())._asdict() for theme in THEME_LABELS}
    states = tally.states if tally else dict.fromkeys(SECTION_KINDS, _MISSING)
    return {
        "issuer": unit.issuer,
        "place": place_record(unit.place),
        "report": sha256[:_SHORT_SHA256] or None,
        "status": unit.status,
        "date": tally.date if tally else None,
        "published": tally.published if tally else None,
        "overdue": list(unit.overdue),
        "states": {kind: states.get(kind, "unclear") for kind in SECTION_KINDS},
        "themes": themes,
        "measures": whole.measures,
        "figures": whole.figures,
        "characters": tally.characters if tally else 0,
        "doubts": tally.doubts if tally else 0,
        "shares": shares.get(sha256),
        "findings": findings.get(sha256),
    }


def _summary(coverage: Coverage) -> str:
    counts: dict[Status, int] = dict.fromkeys(STATUS_LABELS, 0)
    for unit in coverage.units:
        counts[unit.status] += 1
    listed: Sequence[str] = [
        f"{STATUS_LABELS[it]} {count} 个" for it, count in counts.items() if count
    ]
    return f"{coverage.year}年：共 {len(coverage.units)} 个单位，其中{'，'.join(listed)}。"

"""Coverage as a table for people and as a record for other tools."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from tuibrowser.export.coverage_sources import WHOLE, Grounds
from tuibrowser.export.datatable import CellSource, Column, DataTable, Datum, Day, Linked, Value
from tuibrowser.export.records import Record, place_record
from tuibrowser.export.tables import place_name
from tuibrowser.insight.coverage import Coverage, CoveredUnit, Overdue, Status
from tuibrowser.lexicon.labels import KIND_WORDS, STATE_LABELS, THEME_LABELS
from tuibrowser.model.tally import Count
from tuibrowser.model.terms import SECTION_KINDS, SectionKind, SectionState

STATUS_LABELS: Final[dict[Status, str]] = {
    "reported": "已报送",
    "late": "晚于时限",
    "missing": "未报送",
    "unlisted": "不在名册",
}
ThemeColumns = Literal["none", "joined", "apart"]

_OVERDUE_LABELS: Final[dict[Overdue, str]] = {"reported": "上报", "published": "公开"}
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
_SHORT_STATES: Final[dict[SectionState, str]] = {
    "own": "有",
    "inside": "并入",
    "stated_none": "写无",
    "none": "缺",
    "unclear": "待核",
}
"""Where five columns have room for two characters each."""
_NOT_ASKED: Final = "—"
"""Of 其他, which only those write who have something to say there."""
_SHORT_STATUS: Final[dict[Status, str]] = {
    "reported": "已报",
    "late": "晚报",
    "missing": "未报",
    "unlisted": "名册外",
}
_LACKED: Final[tuple[SectionState, ...]] = ("none", "unclear")
_NAMED: Final = 40
"""Units that a sentence names before it says how many there are."""
_WHOLE: Final = (Column("表述自有%", is_number=True), Column("请核", is_number=True))


def coverage_table(
    coverage: Coverage,
    shares: Mapping[str, Mapping[str, float]],
    findings: Mapping[str, int],
    *,
    themes: ThemeColumns,
    grounds: Mapping[str, Grounds] = MappingProxyType({}),
) -> DataTable:
    """A row a unit.

    Args:
        coverage: What to show.
        shares: By sha256, how much of a report is ``own`` and so on, from 0 to 1.
        findings: By sha256, how many there are.
        themes: Whether each theme has a column with both counts, one for each count (a spreadsheet
            takes ``5/7`` for a day), or none, since no terminal has room for twenty.
        grounds: By sha256, what the cells of a report rest on.
    """
    sources: list[CellSource] = []
    columns = [*_HEAD, *(_WHOLE[:1] if shares else ()), *(_WHOLE[1:] if findings else ())]
    columns += _theme_columns(themes)
    if any(unit.listed and unit.listed.contact for unit in coverage.units):
        columns.append(Column("联系人"))
    rows = []
    for unit in coverage.units:
        ground = grounds.get(unit.entry.sha256) if unit.entry else None
        rows.append(_row(unit, shares, findings, themes, _Pointing(ground, len(sources))))
        sources += ground.sources if ground else ()
    if columns[-1].title == "联系人":
        for row, unit in zip(rows, coverage.units, strict=True):
            row.append(unit.listed.contact if unit.listed else None)
    told = ["各领域写作“事项数/数据数”，没有写到的空着。"] if themes == "joined" else []
    notes, lead = [*told, *coverage.notes], list(_summary(coverage))
    narrow = _narrow(coverage)
    narrow = narrow._replace(lead=lead, notes=[*narrow.notes, *notes])
    title = f"{coverage.year}年报送覆盖情况"
    return DataTable(title, columns, rows, sources, notes, lead, narrow)


class _Pointing(NamedTuple):
    """Leads from the cells of one row to what they rest on."""

    ground: Grounds | None
    before: int
    """Sources of the rows above."""

    def __call__(self, value: Value, which: str, what: str) -> Datum:
        at = self.ground.first.get((which, what)) if self.ground else None
        return value if at is None or not value else Linked(value, self.before + at)


def _narrow(coverage: Coverage) -> DataTable:
    """A row a unit: whether it reported, when, the state of the five parts, and two counts."""
    names = _names(coverage.units)
    columns = [Column("单位"), Column("报送"), Column("成文")]
    columns += map(Column, KIND_WORDS.values())
    columns += [Column("事项", is_number=True), Column("数据", is_number=True)]
    rows: list[list[Datum]] = []
    met: set[SectionState] = set()
    for name, unit in zip(names, coverage.units, strict=True):
        row: list[Datum] = [name, _short_status(unit)]
        if (tally := unit.tally) is not None:
            states = {kind: tally.states.get(kind, "unclear") for kind in SECTION_KINDS}
            met.update(state for kind, state in states.items() if not _is_unasked(kind, state))
            day = tally.date and tally.date.removeprefix(f"{coverage.year + 1}-")
            row += [day, *(_short_state(kind, state) for kind, state in states.items())]
            row += [tally.whole.measures, tally.whole.figures]
        else:
            row += [None] * (len(columns) - len(row))
        rows.append(row)
    legend = "；".join(
        f"{short}：{STATE_LABELS[state]}" for state, short in _SHORT_STATES.items() if state in met
    )
    return DataTable("", columns, rows, notes=[legend] if legend else [])


def _short_status(unit: CoveredUnit) -> str:
    if unit.status == "late" and unit.overdue == ("published",):
        return "晚公开"
    return _SHORT_STATUS[unit.status]


def _short_state(kind: SectionKind, state: SectionState) -> str:
    return _NOT_ASKED if _is_unasked(kind, state) else _SHORT_STATES[state]


def _is_unasked(kind: SectionKind, state: SectionState) -> bool:
    return (kind, state) == ("other", "none")


def _names(units: Sequence[CoveredUnit]) -> list[str]:
    """The units' names, of namesakes with their county: ``甲溪县城关镇``."""
    times = Counter(unit.issuer for unit in units)
    return [
        unit.entry.name_parts[0]
        if unit.entry
        else f"{unit.place.county or ''}{unit.issuer}"
        if times[unit.issuer] > 1
        else unit.issuer
        for unit in units
    ]


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
    unit: CoveredUnit,
    shares: Mapping[str, Mapping[str, float]],
    findings: Mapping[str, int],
    themes: ThemeColumns,
    at: _Pointing,
) -> list[Datum]:
    tally, sha256 = unit.tally, unit.entry.sha256 if unit.entry else ""
    missed = "、".join(_OVERDUE_LABELS[it] for it in unit.overdue)
    status = STATUS_LABELS[unit.status] + (f"（{missed}）" if missed else "")
    row: list[Datum] = [unit.issuer, _where(unit), status]
    if tally is None:
        row += [None, None, *(STATUS_LABELS["missing"] for _ in SECTION_KINDS)]
        row += [None] * 4
    else:
        states = {kind: tally.states.get(kind, "unclear") for kind in SECTION_KINDS}
        row += [it and Day(it) for it in (tally.date, tally.published)]
        row += [at(STATE_LABELS[state], kind, "part") for kind, state in states.items()]
        row += [*_counts(tally.whole, WHOLE, at), tally.characters, tally.doubts]
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
            row += _counts(count, theme, at) if count else [None, None]
    return row


def _counts(count: Count, theme: str, at: _Pointing) -> list[Datum]:
    return [at(count.measures, theme, "measures"), at(count.figures, theme, "figures")]


def _where(unit: CoveredUnit) -> str:
    """Where the unit lies, without its own name once more."""
    own = unit.place.township is not None and unit.issuer.startswith(unit.place.township)
    return place_name(unit.place._replace(township=None) if own else unit.place)


def _theme_columns(themes: ThemeColumns) -> Iterator[Column]:
    for label in THEME_LABELS.values() if themes != "none" else ():
        if themes == "joined":
            yield Column(label)
        else:
            yield Column(f"{label}·事项", is_number=True)
            yield Column(f"{label}·数据", is_number=True)


def _unit_record(
    unit: CoveredUnit, shares: Mapping[str, Mapping[str, float]], findings: Mapping[str, int]
) -> Record:
    tally, sha256 = unit.tally, unit.entry.sha256 if unit.entry else ""
    counts = tally.themes if tally else {}
    whole = tally.whole if tally else Count()
    themes = {theme: counts.get(theme, Count())._asdict() for theme in THEME_LABELS}
    # What did not come in has no parts, not even parts that are lacking.
    states = tally and {kind: tally.states.get(kind, "unclear") for kind in SECTION_KINDS}
    return {
        "issuer": unit.issuer,
        "place": place_record(unit.place),
        "report": sha256[:_SHORT_SHA256] or None,
        "status": unit.status,
        "date": tally.date if tally else None,
        "published": tally.published if tally else None,
        "overdue": list(unit.overdue),
        "states": states or dict.fromkeys(SECTION_KINDS),
        "themes": themes,
        "measures": whole.measures,
        "figures": whole.figures,
        "characters": tally.characters if tally else 0,
        "doubts": tally.doubts if tally else 0,
        "shares": shares.get(sha256),
        "findings": findings.get(sha256),
    }


def _summary(coverage: Coverage) -> Iterator[str]:
    """How many units there are, and by name those that an official will turn to."""
    counts: dict[Status, int] = dict.fromkeys(STATUS_LABELS, 0)
    for unit in coverage.units:
        counts[unit.status] += 1
    listed: Sequence[str] = [
        f"{STATUS_LABELS[it]} {count} 个" for it, count in counts.items() if count
    ]
    yield f"{coverage.year}年：共 {len(coverage.units)} 个单位，其中{'，'.join(listed)}。"
    names = _names(coverage.units)
    for status in ("missing", "late", "unlisted"):
        yield from _told(
            STATUS_LABELS[status],
            (it for it, unit in zip(names, coverage.units, strict=True) if unit.status == status),
        )
    lacking = (
        (name, [KIND_WORDS[kind] for kind in SECTION_KINDS if _lacks(unit, kind)])
        for name, unit in zip(names, coverage.units, strict=True)
    )
    yield from _told(
        "部分未单列或待人工确认",
        (f"{name}（{'、'.join(kinds)}）" for name, kinds in lacking if kinds),
    )


def _lacks(unit: CoveredUnit, kind: SectionKind) -> bool:
    return kind != "other" and unit.state_of.get(kind) in _LACKED


def _told(what: str, names: Iterable[str]) -> Iterator[str]:
    them = list(names)
    if them:
        more = f" 等 {len(them)} 个" if len(them) > _NAMED else ""
        yield f"{what}：{'、'.join(them[:_NAMED])}{more}。"

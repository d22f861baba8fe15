"""What is said of a row and of a cell: its theme, why it is empty, where its text comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.lexicon.labels import (
    CHANGE_LABELS,
    KIND_TITLES,
    LIMIT_LABELS,
    STATE_LABELS,
    STRENGTH_LABELS,
    THEME_LABELS,
)
from tuibrowser.model.alignment import Alignment, Also, Cell, Row
from tuibrowser.model.report import Passage, Report
from tuibrowser.model.terms import SECTION_KINDS, Change, SectionKind
from tuibrowser.text.cellwidth import Ambiguous, cells, shorten
from tuibrowser.text.cutting import cut

_LONGEST_HEADING = 24
"""Characters of a quoted heading, so that a note stays one to three lines in a narrow pane."""
_LONGEST_EXCERPT = 16
"""Characters quoted of a measure that stands in another row."""

_PART_WORDS: Final[dict[SectionKind, str]] = KIND_TITLES | {
    "shortcomings": "不足和原因",
    "leader_duty": "第一责任人履职",
    "next_plan": "下年安排",
}
"""A part of the report as one of several places."""
_NOT_DONE: Final = frozenset({"shortcomings", "next_plan"})


def section_note(report: Report, kind: SectionKind, cell: Cell) -> str | None:
    """Why ``cell`` is empty, or where its text was fetched from; ``None`` if neither is so."""
    if cell.state == "inside" and cell.elsewhere:
        places = "；".join(heading_path(report, index) for index in cell.elsewhere)
        said = f"{STATE_LABELS['inside']}，见：{places}"
    elif cell.passages or cell.state is None or cell.state == "own":
        return None
    else:
        said = STATE_LABELS[cell.state]
    return f"{KIND_TITLES[kind]}：{said}"


def limit_note(alignment: Alignment) -> str | None:
    """What kept the comparison from being as thorough as usual; ``None`` if nothing did."""
    return "；".join(LIMIT_LABELS[limit] for limit in alignment.limits) or None


def row_notes(alignment: Alignment, row: Row, number: int, *, beside: bool = True) -> Iterator[str]:
    """What stands above the text of one report in ``row``.

    By theme its name. By measure the theme too, and whether the row has a partner; where the
    reports are years, what became of the measure, with the old number beside the new one. Then
    where text of another part comes from, and what else says the like.

    Args:
        alignment: What is compared.
        row: One of its rows.
        number: Which of its reports.
        beside: Whether the report before it is drawn; if not, what a year leaves out is quoted.
    """
    report, cell = alignment.reports[number], row.cells[number]
    if _measure(report, cell) is not None or (row.changes and row.changes[number]):
        judgement = _judgement(alignment, row, number) + _same(cell)
        if not beside and row.changes and row.changes[number] == "dropped":
            judgement += _left_out(alignment, row, number)
        yield theme_label(_theme(report, row, cell)) + judgement
    if (note := _origin_note(report, row.section_kind, cell, alignment)) is not None:
        yield note
    for also in row.also:
        if also.report == number:
            passage = report.passages[also.passage]
            place = "" if passage.section is None else markers(report, passage.section)
            yield f"{see_also(also)}{place.rstrip('、')}：{_excerpt(report.slice(passage))}"


def _theme(report: Report, row: Row, cell: Cell) -> str | None:
    """What the measure of ``cell`` is about: what the row is, unless it says otherwise itself, as
    one that was put right does beside another that was not."""
    measure = _measure(report, cell)
    own = () if measure is None else measure.themes
    return own[0] if own and row.theme not in own else row.theme


def see_also(also: Also) -> str:
    """``另见``, with how sure it is where that is not beyond doubt."""
    return "另见" if also.strength == "strong" else f"另见（{STRENGTH_LABELS[also.strength]}）"


def _same(cell: Cell) -> str:
    return f"，含同项{len(cell.attached)}条" if cell.attached else ""


def _judgement(alignment: Alignment, row: Row, number: int) -> str:
    """How a row of measures is matched, or what the year changed; nothing by theme."""
    if alignment.by != "measure":
        return ""
    if row.changes:
        change = row.changes[number]
        if change is None:
            return ""
        numbers = moved_numbers(row, number)
        said = change_words(alignment.reports, number, change) + (numbers and f"：{numbers}")
        perhaps = perhaps_words(alignment.reports, row, number)
        return f"{said}，{perhaps}" if perhaps else said
    if row.strength is None:
        return "未见对应" if len(alignment.reports) > 1 else ""
    return STRENGTH_LABELS[row.strength]


def change_words(reports: Sequence[Report], number: int, change: Change) -> str:
    """What became of a measure in report ``number``; names the year it was compared with where
    that is not the one before: ``与2021年相同``."""
    return CHANGE_LABELS[change].replace("上年", _year_before(reports, number))


def perhaps_words(reports: Sequence[Report], row: Row, number: int) -> str:
    """``或由上年延续：开展…``; nothing where a measure is no new one, or surely new."""
    perhaps = row.perhaps[number] if row.perhaps else None
    if perhaps is None:
        return ""
    return f"或由{_year_before(reports, number)}延续：{_excerpt(perhaps.text)}"


def _year_before(reports: Sequence[Report], number: int) -> str:
    """``上年``, or ``2021年`` where reports between are not there."""
    if number == 0:
        return "上年"
    year, before = reports[number].year, reports[number - 1].year
    return "上年" if year is None or before is None or before == year - 1 else f"{before}年"


def moved_numbers(row: Row, number: int) -> str:
    """``40场→46场；27份→35份``; nothing where no number changed."""
    moved = row.numbers[number] if row.numbers else ()
    return "；".join(f"{old}→{new}" for old, new in moved)


def _left_out(alignment: Alignment, row: Row, number: int) -> str:
    before = alignment.reports[number - 1]
    measure = _measure(before, row.cells[number - 1])
    return "" if measure is None else f"：{_excerpt(before.slice(measure))}"


def _origin_note(
    report: Report, kind: SectionKind | None, cell: Cell, alignment: Alignment
) -> str | None:
    """``见于：第一责任人履职`` over text of another part, or where an empty cell's text stands."""
    if not cell.elsewhere or cell.state == "inside":
        return None
    kinds = dict.fromkeys(report.sections[index].kind for index in cell.elsewhere)
    places = "、".join(_PART_WORDS[it] for it in kinds if it is not None)
    if not places:
        return None
    passages = (report.passages[index] for index in cell.passages)
    if any(passage.kind == kind and passage.role == "measure" for passage in passages):
        return f"另见于：{places}"
    is_all = alignment.by == "theme" and _NOT_DONE.issuperset(kinds)
    return f"仅见于{places}" if is_all else f"见于：{places}"


def _measure(report: Report, cell: Cell) -> Passage | None:
    """The first measure of ``cell``."""
    passages = (report.passages[index] for index in cell.passages)
    return next((passage for passage in passages if passage.role == "measure"), None)


def _excerpt(text: str) -> str:
    return cut("".join(text.split()), _LONGEST_EXCERPT)


def part_title(kind: SectionKind) -> str:
    """``规定内容 3/5 党政主要负责人履职``."""
    return f"规定内容 {SECTION_KINDS.index(kind) + 1}/{len(SECTION_KINDS)} {KIND_TITLES[kind]}"


def part_bar(kind: SectionKind, width: int, ambiguous: Ambiguous = 1) -> str:
    """The line of ``width`` cells above a part of the regulation: ``-- 规定内容 2/5 … ----``."""
    title = shorten(f"-- {part_title(kind)} ", width, ambiguous)
    # ASCII: a box-drawing rule takes two cells on terminals set up for old Chinese programs.
    return title + "-" * (width - cells(title, ambiguous))


def theme_label(theme: str | None) -> str:
    """The name of a theme as it stands above its measures."""
    return f"〔{'未分领域' if theme is None else THEME_LABELS.get(theme, theme)}〕"


def heading_path(report: Report, index: int) -> str:
    """A heading with the markers of those above it: ``一、（二）加强行政执法``.

    Args:
        report: The report it stands in.
        index: Into ``Report.sections``.
    """
    return markers(report, index) + short_title(report, index)


def markers(report: Report, index: int) -> str:
    """The markers of a heading and of those above it, outermost first.

    One that holds the number above it stands alone: 1.6, not 1.1.6, below 1.
    """
    found: list[str] = []
    for marker in (report.sections[it].marker or "" for it in report.chain(index)):
        number = marker.strip(" .．、")
        if not (found and number.isdecimal() and re.match(rf"{number}[.．]\d", found[-1])):
            found.append(marker)
    return "".join(reversed(found))


def short_title(report: Report, index: int) -> str:
    """The title of a heading, cut where it is long."""
    return cut(report.sections[index].title, _LONGEST_HEADING)

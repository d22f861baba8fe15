"""Counting what reports hold, for many of them in one go: 100 reports in a few thousandths."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Any, Final

from tuibrowser.model.report import Report
from tuibrowser.model.tally import Count, Tally
from tuibrowser.store.rows import columns
from tuibrowser.store.rows.columns import Row, Rule
from tuibrowser.store.rows.extents import ITS_PASSAGES, extents

_CHOSEN: Final = "FROM report AS r JOIN json_each(?) AS chosen ON chosen.value = r.sha256"

_REPORTS: Final = f"SELECT r.sha256, r.date, r.published, length(r.text) {_CHOSEN}"
_STATES: Final = (
    f"SELECT r.sha256, s.kind, s.state {_CHOSEN} JOIN section_state AS s ON s.report = r.id"
)
_MEASURES: Final = (
    f'SELECT r.sha256, p.start, p."end", p.themes {_CHOSEN}'
    f" JOIN {{extents}} AS e ON e.report = r.id {ITS_PASSAGES} WHERE p.role = 'measure'"
)
_FIGURES: Final = f"SELECT r.sha256, f.start {_CHOSEN} JOIN figure AS f ON f.report = r.id"

Ask = Callable[[tuple[Rule, ...], str, str], Sequence[Row]]


def tallies(
    ask: Ask, schema: int, sha256s: Sequence[str], doubts: Counter[str]
) -> dict[str, Tally]:
    """What each of ``sha256s`` holds, those that the library lacks left out.

    Args:
        ask: Gives the rows of an answer, whose columns keep the rules.
        schema: Of the library.
        sha256s: Of reports.
        doubts: How many doubts each report has.
    """
    chosen = json.dumps(list(sha256s))
    text = columns.text_or_none
    reports = ask((columns.sha256, text, text, columns.offset), _REPORTS, chosen)
    states: dict[str, dict[Any, Any]] = defaultdict(dict)
    for sha256, kind, state in ask((columns.sha256, columns.kind, columns.state), _STATES, chosen):
        states[sha256][kind] = state
    rules = (columns.sha256, columns.offset, columns.offset, columns.themes)
    measures: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for sha256, *measure in ask(rules, _MEASURES.format(extents=extents(schema)), chosen):
        measures[sha256].append((measure[0], measure[1], measure[2]))
    figures: dict[str, list[int]] = defaultdict(list)
    for sha256, start in ask((columns.sha256, columns.offset), _FIGURES, chosen):
        figures[sha256].append(start)
    return {
        sha256: Tally(
            date,
            published,
            length,
            states[sha256],
            _by_theme(measures[sha256], figures[sha256]),
            Count(len(measures[sha256]), len(figures[sha256])),
            doubts[sha256],
        )
        for sha256, date, published, length in reports
    }


def tally_of(report: Report) -> Tally:
    """What one report holds, counted as :func:`tallies` does."""
    measures = [(it.start, it.end, " ".join(it.themes)) for it in report.measures]
    return Tally(
        report.date,
        report.published,
        len(report.text),
        report.section_states,
        _by_theme(measures, [it.start for it in report.figures]),
        Count(len(measures), len(report.figures)),
        len(report.doubts),
    )


def _by_theme(measures: list[tuple[int, int, str]], figures: Sequence[int]) -> dict[str, Count]:
    measures.sort()
    starts = [start for start, _, _ in measures]
    said, counted = Counter[str](), Counter[str]()
    for _, _, themes in measures:
        said.update(themes.split())
    for figure in figures:
        at = bisect_right(starts, figure) - 1
        if at >= 0 and figure < measures[at][1]:
            counted.update(measures[at][2].split())
    return {theme: Count(number, counted[theme]) for theme, number in said.items()}

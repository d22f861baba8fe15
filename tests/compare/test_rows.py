"""Where the rows of matched measures stand."""

from __future__ import annotations

from handmade import Draft
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.compare.rows import Match, measure_rows
from tuibrowser.model.alignment import Row
from tuibrowser.model.report import Report

_MEASURES = 6


def _report(number: int) -> Report:
    draft = Draft(f"{number}镇")
    draft.head("一、", "主要举措和成效", "measures_results")
    for measure in range(_MEASURES):
        draft.measure(f"第{measure}项。")
    return draft.report()


REPORTS = [_report(number) for number in range(4)]


@st.composite
def matches(draw: st.DrawFn) -> list[Match]:
    """Every measure of every report in one of them, rows of one to four reports."""
    orders = [draw(st.permutations(range(1, _MEASURES + 1))) for _ in REPORTS]
    rows = [
        [[] if draw(st.booleans()) else [at] for at in row] for row in zip(*orders, strict=True)
    ]
    for number, order in enumerate(orders):
        missing = set(order) - {at for row in rows for at in row[number]}
        rows += [[[at] if other == number else [] for other in range(4)] for at in sorted(missing)]
    return [Match(row) for row in rows if any(row)]


def inserted(found: list[Match]) -> list[Match]:
    """The order by its rule, step by step: a row that a report adds goes below its predecessor
    there, and below what earlier reports added at that place."""
    run: list[Match] = []
    for number in range(len(REPORTS)):
        before: Match | None = None
        for index in range(1, _MEASURES + 1):
            match = next(it for it in found if it.members[number] == [index])
            if match.head == number:
                at = run.index(before) + 1 if before is not None else 0
                while at < len(run) and 0 < run[at].head < number:
                    at += 1
                run.insert(at, match)
            before = match
    return run


def members(row: Row) -> list[list[int]]:
    roles = [report.passages for report in REPORTS]
    return [
        [at for at in cell.passages if passages[at].role == "measure"]
        for cell, passages in zip(row.cells, roles, strict=True)
    ]


@given(found=matches())
def test_a_row_stands_below_its_predecessor_in_the_report_that_adds_it(found: list[Match]) -> None:
    rows = [row for row in map(members, measure_rows(REPORTS, found)) if any(row)]
    assert rows == [match.members for match in inserted(found)]

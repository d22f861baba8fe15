"""The figures of a report in text order: those of its sentences and those of its tables."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Figure
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.parsing.figures.placing import place_figures
from tuibrowser.parsing.figures.tabled import figures_of_tables
from tuibrowser.parsing.lines.source import Line
from tuibrowser.parsing.outline.bodies import Outline
from tuibrowser.parsing.outline.kinds import PLAN_BEGINS
from tuibrowser.text.fold import fold


def read_figures(
    lines: Sequence[Line],
    outline: Outline,
    tables: Collection[int],
    text: str,
    lexicon: Lexicon,
    year: int | None,
) -> Iterator[Figure]:
    """Yield every figure that reports work.

    Args:
        lines: paragraphs of the whole source.
        outline: headings and what stands below each.
        tables: indices of the rows of tables, and of their names.
        text: the report's text.
        lexicon: the wordings.
        year: the one reported on, if it is known.
    """
    groups = [
        _of_line(line, text, lexicon, year, is_plan=is_plan, heading=heading)
        for line, heading, is_plan in _told(outline)
    ]
    groups += figures_of_tables(lines, tables, text, lexicon, year)
    count = 0
    for group in sorted(filter(None, groups), key=lambda it: it[0].start):
        for figure in group:
            yield figure._replace(
                part_of=None if figure.part_of is None else count + figure.part_of
            )
        count += len(group)


def _told(outline: Outline) -> Iterator[tuple[Line, str, bool]]:
    """Headings and paragraphs, the heading that each stands below, and whether each says what is
    to be done next."""
    yield from ((line, "", False) for _, line in outline.opening)
    for number, (heading, body) in enumerate(zip(outline.headings, outline.bodies, strict=True)):
        is_plan = outline.kinds[number] == "next_plan"
        yield heading.line, "", is_plan
        for line in body:
            told = outline.kinds_told.get(line.start) == "next_plan"
            joint = outline.joints[number] and PLAN_BEGINS.match(line.shadow)
            yield line, fold(heading.title), is_plan or told or bool(joint)


def _of_line(
    line: Line, text: str, lexicon: Lexicon, year: int | None, *, is_plan: bool, heading: str
) -> list[Figure]:
    """The figures of one paragraph; ``part_of`` counts among them."""
    quantities = list(find_figures(line.shadow, line.written(text), lexicon.units))
    placed = place_figures(line.shadow, quantities, lexicon, year, is_plan=is_plan, heading=heading)
    return [
        Figure(
            value=it.value,
            unit=it.unit,
            hedge=it.hedge,
            noun=it.told(partial(line.written, text)) or None,
            period=line.written(text, *it.period) if it.period else None,
            start=line.offsets[it.start],
            end=line.offsets[it.end - 1] + 1,
            value_to=it.value_to,
            indicator=known.indicator,
            role=known.role,
            scope=known.scope,
            time=known.time,
            part_of=known.part_of,
        )
        for it, known in zip(quantities, placed, strict=True)
    ]

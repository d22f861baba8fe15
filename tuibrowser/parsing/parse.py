"""What is understood of a :class:`Document`, before anything that people put right.

Pure: no file and no database is touched. The order of work is the order of this module's
functions; each rule stands in the module named after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.document import Document
from tuibrowser.model.report import NOT_REPORT, Doubt, Passage, Place, Report, Section
from tuibrowser.model.terms import SECTION_KINDS, SectionKind, SectionState
from tuibrowser.parsing.breaks.paragraphs import paragraphs
from tuibrowser.parsing.covering import only_covers
from tuibrowser.parsing.figures.of_report import read_figures
from tuibrowser.parsing.identity.edges import read_masthead
from tuibrowser.parsing.identity.furniture import numbers_alone
from tuibrowser.parsing.identity.identify import identify
from tuibrowser.parsing.lines.contents import find_contents
from tuibrowser.parsing.lines.dates import find_day
from tuibrowser.parsing.lines.masthead import Masthead
from tuibrowser.parsing.lines.source import Line
from tuibrowser.parsing.lines.tables import find_tables
from tuibrowser.parsing.outline.bodies import Outline, headed_kinds, read_outline
from tuibrowser.parsing.outline.doubts import doubt_headings, remark_headings
from tuibrowser.parsing.outline.kinds import PLAN_BEGINS, kinds_named, section_states
from tuibrowser.parsing.outline.letters import told_work
from tuibrowser.parsing.outline.points import Point, cut_points, says_nothing
from tuibrowser.parsing.outline.told import denies_more, point_tells, told_kinds
from tuibrowser.parsing.outline.tree import lines_above_body, ruled, said_twice
from tuibrowser.parsing.subject import is_report
from tuibrowser.parsing.themes import (
    Scores,
    ThemedHeading,
    give_themes,
    measure_themes,
    name_in_full,
    score_measure,
    score_title,
)

_Themes = tuple[tuple[str, ...], list[tuple[str, ...]]]
"""Of a heading, and of each measure right below it."""


class _Spoken(NamedTuple):
    """A point of a paragraph."""

    line: Line
    point: Point
    scores: Scores | None
    """Of the themes it speaks of, if it is a measure."""


def parse(document: Document, lexicon: Lexicon) -> Report:
    """Understand one document; whatever is not found is ``None``, never guessed."""
    text = document.text
    lines = paragraphs(text)
    head = read_masthead(lines, text, lexicon, find_contents(lines, text))
    tables = find_tables(lines, head.roles, text, lexicon, document.hints.cells)
    head.roles |= dict.fromkeys(tables, "other")
    body = [index for index in range(len(lines)) if index not in head.roles]
    head.roles |= dict.fromkeys(numbers_alone(lines, body), "furniture")
    body = [index for index in body if index not in head.roles]
    head.roles |= dict.fromkeys(said_twice(lines, body), "other")
    body = [index for index in body if index not in head.roles]
    above = lines_above_body(lines, body, lambda words: kinds_named(words, lexicon))
    head.roles |= dict.fromkeys(above, "other")
    outline = read_outline(lines, head, text, lexicon, document.hints)
    if not is_report(document, head, outline, lines):
        return _no_report(document, lines)
    if only_covers(outline, lines):
        return _no_report(document, lines, Doubt(NOT_REPORT, _ONLY_COVERS))
    doubts = tuple(
        doubt_headings(outline, lambda title: bool(score_title(title, lexicon)), lexicon)
    )
    who = identify(document, lines, head, outline, lexicon)
    names = name_in_full((who.issuer, *who.place))
    points = [_points(body, text, lexicon, names) for body in outline.bodies]
    opens, work = told_work([line for _, line in outline.opening], outline.kinds)
    themes = _themes(outline, points, lexicon)
    sections = _sections(outline, themes, text)
    passages = sorted(
        [
            *_masthead_passages(head, lines),
            *(Passage("lead", line.start, line.end, None, None) for line in opens),
            *_letter_passages(work, _points(work, text, lexicon, names), text, lexicon),
            *_body_passages(outline, sections, points, themes, text, lexicon),
        ],
        key=lambda passage: passage.start,
    )
    passages = list(_with_tables_placed(passages))
    return Report(
        sha256=document.sha256,
        file=document.name,
        text=text,
        is_report=True,
        title=head.title,
        issuer=who.issuer,
        issuer_kind=who.kind,
        year=who.year,
        year_source=who.year_source,
        year_folder=who.year_folder,
        date=head.date,
        published=head.published or find_day(document.stated.published or ""),
        place=who.place,
        place_evidence=who.place_evidence,
        doubts=(*who.doubts, *doubts, *remark_headings(outline, lexicon)),
        section_states=_states(outline, passages, understood=not doubts),
        sections=sections,
        passages=tuple(passages),
        figures=tuple(read_figures(lines, outline, tables, text, lexicon, who.year)),
    )


_ONLY_COVERS: Final = "只有报送、印发或布置报告的公文，没有报告正文，不计入已报送，请补报告正文"


def _no_report(document: Document, lines: Sequence[Line], *doubts: Doubt) -> Report:
    nothing: dict[SectionKind, SectionState] = dict.fromkeys(SECTION_KINDS, "unclear")
    return Report(
        sha256=document.sha256, file=document.name, text=document.text, is_report=False,
        title=None, issuer=None, issuer_kind=None, year=None, date=None, published=None,
        place=Place(), section_states=nothing, sections=(),
        passages=tuple(Passage("other", line.start, line.end, None, None) for line in lines),
        figures=(), doubts=doubts,
    )  # fmt: skip


# --- sections and passages --------------------------------------------------------------------


def _points(
    body: Sequence[Line], text: str, lexicon: Lexicon, names: re.Pattern[str] | None
) -> list[_Spoken]:
    """The points of a section's own paragraphs, in text order."""
    return [
        _Spoken(
            line,
            point,
            score_measure(line.shadow[point.start : point.end], lexicon, names)
            if point.role == "measure"
            else None,
        )
        for line, points in zip(body, cut_points(body, text), strict=True)
        for point in points
    ]


def _themes(
    outline: Outline, points: Sequence[Sequence[_Spoken]], lexicon: Lexicon
) -> list[_Themes]:
    headed = []
    joint = False
    for heading, items, below in zip(outline.headings, outline.joints, points, strict=True):
        if heading.level == 1:
            joint = bool(items)
        names_item = (joint or heading.level == 1) and bool(kinds_named(heading.title, lexicon))
        title = score_title(heading.title, lexicon)
        spoken = [it.scores for it in below if it.scores is not None]
        headed.append(ThemedHeading(heading.level, names_item, title, spoken))
    return list(give_themes(headed))


def _sections(outline: Outline, themes: Sequence[_Themes], text: str) -> tuple[Section, ...]:
    sections = []
    for at, heading in enumerate(outline.headings):
        line, length = heading.line, heading.marker_length
        sections.append(
            Section(
                level=heading.level,
                title=_in_one_line(text[line.offsets[length] : line.end]).rstrip(_CLOSES_TITLE),
                marker=text[line.start : line.offsets[length - 1] + 1] if length else None,
                kind=outline.kinds[at],
                themes=themes[at][0],
                line=line.number,
                start=line.start,
                end=line.end,
            )
        )
    return tuple(sections)


_CLOSES_TITLE: Final = "。.，,：:；;】〗"


def _in_one_line(title: str) -> str:
    return re.sub(r"\s*\n\s*", "", title).strip()


def _masthead_passages(head: Masthead, lines: Sequence[Line]) -> Iterator[Passage]:
    for window in head.titles:  # one passage, however many lines
        yield Passage("title", lines[window[0]].start, lines[window[-1]].end, None, None)
    for index, role in head.roles.items():
        if role != "title":
            yield Passage(role, lines[index].start, lines[index].end, None, None)


def _with_tables_placed(passages: Sequence[Passage]) -> Iterator[Passage]:
    """``passages`` where the rows of a table belong to the heading above them, as its text does."""
    above: Passage | None = None
    for passage in passages:
        if passage.section is not None:
            above = passage
        if passage.role == "other" and above is not None:
            yield passage._replace(section=above.section, kind=above.kind)
        else:
            yield passage


def _letter_passages(
    work: Sequence[Line], points: Sequence[_Spoken], text: str, lexicon: Lexicon
) -> Iterator[Passage]:
    """Work that no heading rules, told as results unless a paragraph says otherwise."""
    told = told_kinds([work], frozenset(), lexicon)
    spoken = [it.scores for it in points if it.scores is not None]
    themes = iter(measure_themes(spoken, {}))
    for line, point, scores in points:
        start, end = line.offsets[point.start], line.end_of(point.end, text)
        kind = told.get(line.start, "measures_results")
        own = point_tells(line.shadow[point.start : point.end], frozenset(), lexicon)
        fields = () if scores is None else next(themes)
        yield Passage(point.role, start, end, None, own or kind, fields)


def _body_passages(
    outline: Outline,
    sections: Sequence[Section],
    points: Sequence[Sequence[_Spoken]],
    themes: Sequence[_Themes],
    text: str,
    lexicon: Lexicon,
) -> Iterator[Passage]:
    headed = headed_kinds(outline.kinds, outline.joints)
    for at, section in enumerate(sections):
        yield Passage("heading", section.start, section.end, at, section.kind, section.themes)
        kind, of_measures = section.kind, iter(themes[at][1])
        for line, point, scores in points[at]:
            if outline.joints[at] and kind == section.kind and PLAN_BEGINS.match(line.shadow):
                kind = "next_plan"
            kind = outline.kinds_told.get(line.start, kind)
            own = point_tells(line.shadow[point.start : point.end], headed, lexicon)
            start, end = line.offsets[point.start], line.end_of(point.end, text)
            fields = () if scores is None else next(of_measures)
            yield Passage(point.role, start, end, at, own or kind, fields)


def _states(
    outline: Outline, passages: Sequence[Passage], understood: bool
) -> dict[SectionKind, SectionState]:
    levels = [heading.level for heading in outline.headings]
    nothing = frozenset(
        kind
        for at, kind in enumerate(outline.kinds)
        if kind
        and outline.bodies[at]
        and all(
            says_nothing(line.shadow)
            for below in ruled(levels, at)
            for line in outline.bodies[below]
        )
    )
    if "other" not in outline.kinds and denies_more(outline.bodies):
        nothing |= {"other"}
    told = frozenset(it.kind for it in passages if it.role == "measure" and it.kind)
    told = told if outline.headings else frozenset()
    return section_states(levels, outline.kinds, outline.joints, nothing, told, understood)

"""Headings that people said are none, are some, or stand on another level."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.lexicon.own import LexiconError
from tuibrowser.model.correction import heading_words
from tuibrowser.model.report import Passage, Report, Section
from tuibrowser.model.terms import Role, SectionKind
from tuibrowser.parsing.corrected.states import Moved, states_after
from tuibrowser.parsing.lines.numbering import MARKER
from tuibrowser.parsing.lines.source import Line
from tuibrowser.parsing.outline.kinds import kinds_named, nested_kind
from tuibrowser.parsing.outline.points import cut_points
from tuibrowser.parsing.themes import (
    ThemedHeading,
    give_themes,
    name_in_full,
    score_measure,
    score_title,
)
from tuibrowser.text.fold import squash, squeeze

_STOP: Final = re.compile("[。;:!?]")
_ENDS: Final = "。.：:；;"
_BODY: Final[frozenset[Role]] = frozenset({"measure", "lead", "other"})
"""Roles of text that a heading may stand in."""


class Cut(NamedTuple):
    """A heading as it would stand at some place; offsets into the text."""

    start: int
    title: str
    """Without marker and closing ``。``."""
    marker_end: int
    """``start`` where it has no marker."""
    end: int


class _Head(NamedTuple):
    """A heading that stays or is new."""

    section: Section
    before: int | None
    """Its index in the report before."""


def heading_at(text: str, start: int, end: int) -> Cut | None:
    """The heading that would begin at ``start``: up to the end of its line or its first sentence,
    and not beyond ``end``; ``None`` where nothing is left of it but a number."""
    line_end = text.find("\n", start, end)
    shadow, offsets = squeeze(text[start : end if line_end < 0 else line_end])
    marker = MARKER.match(shadow)
    length = marker.end() if marker else 0
    stop = _STOP.search(shadow, length)
    last = stop.end() if stop else len(shadow)
    title = text[start + offsets[length] : start + offsets[last - 1] + 1] if length < last else ""
    title = title.rstrip(_ENDS)
    if not title:
        return None
    marker_end = start + offsets[length - 1] + 1 if length else start
    return Cut(start + offsets[0], title, marker_end, start + offsets[last - 1] + 1)


def headings_within(report: Report, passage: Passage) -> Iterator[Cut]:
    """The headings that would begin where ``passage``, or a line of it, does."""
    starts = [passage.start]
    starts += [it.end() for it in re.finditer(r"\n\s*", report.text[passage.start : passage.end])]
    for at, start in enumerate(starts):
        found = heading_at(report.text, start + (passage.start if at else 0), passage.end)
        if found is not None:
            yield found


def with_headings(report: Report, wanted: Mapping[str, str | None]) -> Report:
    """``report`` with headings put right, and all that follows from where they stand.

    Args:
        report: What was understood, or was put right before.
        wanted: By the words of a heading its level; ``None`` where it is none. What stands nowhere
            in the text changes nothing.
    """
    heads: list[_Head] = []
    dropped: set[int] = set()
    for number, section in enumerate(report.sections):
        level = wanted.get(heading_words(section.title), str(section.level))
        if level is None:
            dropped.add(number)
        else:
            heads.append(_Head(section._replace(level=int(level)), number))
    passages = list(report.passages)
    known = {heading_words(section.title) for section in report.sections}
    for words, level in wanted.items():
        if level is not None and words not in known:
            _set_up(report, passages, heads, words, int(level))
    if not dropped and [it.section for it in heads] == list(report.sections):
        return report
    heads.sort(key=lambda head: head.section.start)
    lexicon = _lexicon()
    heads = list(_with_kinds(report, heads, lexicon))
    passages = [it for passage in passages for it in _placed(report, passage, heads, dropped)]
    if lexicon is not None:
        heads, passages = _with_themes(report, heads, passages, lexicon)
    sections = tuple(head.section for head in heads)
    moved = [
        Moved(None if it.before is None else report.sections[it.before], it.section) for it in heads
    ]
    moved += [Moved(report.sections[number], None) for number in dropped]
    return replace(
        report,
        sections=sections,
        passages=tuple(passages),
        section_states=states_after(report, moved, sections),
    )


def _lexicon() -> Lexicon | None:
    """The wordings, as far as they can be read: without them new parts have no themes."""
    try:
        return load()
    except LexiconError:
        return None


def _set_up(
    report: Report, passages: list[Passage], heads: list[_Head], words: str, level: int
) -> None:
    """Make the first place that says ``words`` a heading, and cut its passage there."""
    for at, passage in enumerate(passages):
        if passage.role not in _BODY:
            continue
        for cut in headings_within(report, passage):
            if heading_words(cut.title) == words:
                passages[at : at + 1] = _cut_passage(report.text, passage, cut)
                heads.append(_Head(_section(report.text, cut, level), None))
                return


def _section(text: str, cut: Cut, level: int) -> Section:
    marker = text[cut.start : cut.marker_end] or None
    line = text.count("\n", 0, cut.start) + 1
    return Section(level, cut.title, marker, None, (), line, cut.start, cut.end)


def _cut_passage(text: str, passage: Passage, cut: Cut) -> Iterator[Passage]:
    """What stands before the heading, the heading, and what stands behind it."""
    before = text[passage.start : cut.start].rstrip()
    if before:
        yield passage._replace(end=passage.start + len(before))
    yield passage._replace(role="heading", start=cut.start, end=cut.end)
    behind = text[cut.end : passage.end]
    if rest := behind.lstrip():
        yield passage._replace(start=cut.end + len(behind) - len(rest))


def _with_kinds(report: Report, heads: Sequence[_Head], lexicon: Lexicon | None) -> Iterator[_Head]:
    """Each with its kind: what it had from the heading above it has from the one there is now."""
    chain: list[Section] = []
    closing = False
    for section, before in heads:
        while chain and chain[-1].level >= section.level:
            chain.pop()
        above = chain[-1].kind if chain else None
        kind = section.kind
        if before is None or report.sections[before].level != section.level:
            kind = _kind_said(section, above, closing, lexicon)
        elif (parent := report.parents[before]) >= 0 and report.sections[parent].kind == kind:
            kind = above
        closing = closing or (section.level == 1 and kind in ("next_plan", "other"))
        chain.append(section._replace(kind=kind))
        yield _Head(chain[-1], before)


def _kind_said(
    section: Section, above: SectionKind | None, closing: bool, lexicon: Lexicon | None
) -> SectionKind | None:
    """What a heading that is new, or on a new level, says of itself."""
    title = squash(section.title)
    if section.level == 1:
        named = kinds_named(title, lexicon) if lexicon is not None else ()
        return named[0] if named else None if closing else "measures_results"
    if lexicon is not None and above in (None, "measures_results"):
        return nested_kind(title, lexicon) or above
    return above


def _placed(
    report: Report, passage: Passage, heads: Sequence[_Head], dropped: set[int]
) -> Iterator[Passage]:
    """``passage`` below the heading that rules it now; text that was none of a part, cut up."""
    at = bisect_right(heads, passage.start, key=lambda head: head.section.start) - 1
    now = heads[at] if at >= 0 else None
    was = None if passage.section is None else report.sections[passage.section]
    if was is None and (now is None or now.before is not None or passage.role not in _AROUND):
        # Head and tail of a report, and what opens it.
        yield passage
        return
    kind = None if now is None else now.section.kind
    if was is not None and passage.kind != was.kind:
        kind = passage.kind
    section = None if now is None else at
    placed = passage._replace(section=section, kind=kind)
    if now is not None and passage.start == now.section.start:
        yield placed._replace(role="heading", themes=now.section.themes)
    elif (passage.role == "heading" and passage.section in dropped) or (
        passage.role == "lead" and was is None
    ):
        yield from _points(report.text, placed)
    else:
        yield placed


_AROUND: Final[frozenset[Role]] = _BODY | {"heading"}


def _points(text: str, passage: Passage) -> Iterator[Passage]:
    """The points of a paragraph, as below any heading."""
    shadow, offsets = squeeze(text[passage.start : passage.end])
    line = Line(1, shadow, [passage.start + it for it in offsets], passage.end)
    for point in cut_points([line], text)[0]:
        start, end = line.offsets[point.start], line.end_of(point.end, text)
        yield passage._replace(role=point.role, start=start, end=end, themes=())


def _with_themes(
    report: Report, heads: Sequence[_Head], passages: Sequence[Passage], lexicon: Lexicon
) -> tuple[list[_Head], list[Passage]]:
    """New headings, and measures that have none, with the themes that they speak of."""
    named = list(heads)
    renewed = list(passages)
    names = name_in_full((report.issuer, *report.place))
    for at, (section, before) in enumerate(heads):
        below = [
            number
            for number, it in enumerate(passages)
            if it.section == at and it.role == "measure" and not it.themes
        ]
        if before is not None and not below:
            continue
        spoken = [
            score_measure(squash(report.slice(renewed[number])), lexicon, names) for number in below
        ]
        title = squash(section.title)
        names_item = section.level == 1 and bool(kinds_named(title, lexicon))
        headed = ThemedHeading(section.level, names_item, score_title(title, lexicon), spoken)
        ((themes, of_measures),) = give_themes([headed])
        for number, its in zip(below, of_measures, strict=True):
            renewed[number] = renewed[number]._replace(themes=its)
        if before is None:
            named[at] = _Head(section._replace(themes=themes), None)
    for number, it in enumerate(renewed):
        if it.role == "heading" and it.section is not None:
            renewed[number] = it._replace(themes=named[it.section].section.themes)
    return named, renewed

"""What people put right laid over what was understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from tuibrowser.model.correction import HEADING_KEYS, Correction, Corrections, heading_words
from tuibrowser.model.report import LevelEvidence, Passage, Place, Report, Section
from tuibrowser.model.terms import SECTION_KINDS, SectionKind, SectionState


def corrected(report: Report, corrections: Corrections) -> Report:
    """``report`` with ``corrections`` in place; those of headings it does not have do nothing."""
    if not corrections:
        return report
    latest = {(it.key, it.heading): it for it in corrections}.values()
    whole = {it.key: it.value for it in latest if it.key not in HEADING_KEYS}
    sections = _sections(report, [it for it in latest if it.key in HEADING_KEYS])
    changed: dict[str, Any] = {
        key: whole[key]
        for key in ("title", "issuer", "issuer_kind", "date", "published")
        if key in whole
    }
    if "year" in whole:
        year = whole["year"]
        changed["year"] = None if year is None else int(year)
    levels = {level: whole[level] for level in Place._fields if level in whole}
    names = _names(report, latest)
    return replace(
        report,
        place=report.place._replace(**levels),
        place_evidence={
            **report.place_evidence,
            **dict.fromkeys(levels, LevelEvidence("corrected", None)),
        },
        sections=sections,
        passages=tuple(_passages(report, sections)),
        section_states=_states(report, sections),
        corrected=names,
        # Whoever put it right has no more doubts.
        doubts=tuple(doubt for doubt in report.doubts if doubt.kind not in names),
        **changed,
    )


def _names(report: Report, corrections: Iterable[Correction]) -> tuple[str, ...]:
    """The keys that were put right, each once; ``place`` stands for its levels."""
    known = {heading_words(section.title) for section in report.sections}
    names = (
        "place" if it.key in Place._fields else it.key
        for it in corrections
        if it.key != "issuer_kind" and (it.key not in HEADING_KEYS or it.heading in known)
    )
    return tuple(dict.fromkeys(names))


def _sections(report: Report, corrections: Sequence[Correction]) -> tuple[Section, ...]:
    kinds = {it.heading: it.value for it in corrections if it.key == "kind"}
    themes = {it.heading: it.value for it in corrections if it.key == "theme"}
    found: list[Section] = []
    for index, section in enumerate(report.sections):
        words = heading_words(section.title)
        kind = section.kind
        if words in kinds:
            kind = cast(SectionKind | None, kinds[words])
        elif (above := report.parents[index]) >= 0 and report.sections[above].kind == kind:
            # What it had from the heading above it has from there still.
            kind = found[above].kind
        own = tuple((themes[words] or "").split()) if words in themes else section.themes
        found.append(section._replace(kind=kind, themes=own))
    return tuple(found)


def _passages(report: Report, sections: Sequence[Section]) -> Iterator[Passage]:
    for passage in report.passages:
        if passage.section is None:
            yield passage
            continue
        before, now = report.sections[passage.section], sections[passage.section]
        changed = passage
        if passage.kind == before.kind:
            changed = changed._replace(kind=now.kind)
        if now.themes != before.themes and passage.role in ("heading", "measure"):
            # What a measure speaks of beside its heading's theme it speaks of still.
            rest = (theme for theme in passage.themes if theme not in before.themes)
            changed = changed._replace(themes=tuple(dict.fromkeys((*now.themes, *rest))))
        yield changed


def _states(report: Report, sections: Sequence[Section]) -> Mapping[SectionKind, SectionState]:
    moved = [
        (before.kind, now.kind)
        for before, now in zip(report.sections, sections, strict=True)
        if before.kind != now.kind
    ]
    if not moved:
        return report.section_states
    first = {section.kind for section in sections if section.level == 1}
    lower = {section.kind for section in sections if section.level > 1}
    touched = {kind for pair in moved for kind in pair}
    states: dict[SectionKind, SectionState] = {}
    for kind in SECTION_KINDS:
        before = report.section_states[kind]
        if kind not in touched and before != "unclear":
            states[kind] = before
        elif kind in first:
            emptied = any(
                now == kind and old and report.section_states[old] == "stated_none"
                for old, now in moved
            )
            keeps = before in ("own", "stated_none")
            states[kind] = before if keeps else "stated_none" if emptied else "own"
        elif kind in lower:
            states[kind] = "inside"
        else:
            # A heading that names an item shows that headings are understood.
            states[kind] = "none" if first - {None} else "unclear"
    return states

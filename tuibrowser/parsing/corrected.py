"""What people put right laid over what was understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, cast

from tuibrowser.lexicon.labels import ISSUER_KIND_LABELS, THEME_LABELS
from tuibrowser.model.correction import (
    CORRECTION_KEYS,
    HEADING_KEYS,
    Correction,
    Corrections,
    heading_words,
)
from tuibrowser.model.report import LevelEvidence, Passage, Place, Report, ReportEntry, Section
from tuibrowser.model.terms import SECTION_KINDS, SectionKind, SectionState

_YEAR: Final = re.compile(r"[1-9][0-9]{0,3}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def corrected(report: Report, corrections: Corrections) -> Report:
    """``report`` with ``corrections`` in place; those of headings it does not have do nothing."""
    if not corrections:
        return report
    latest = {(it.key, it.heading): it for it in corrections}.values()
    whole = _whole(corrections)
    sections = _sections(report, [it for it in latest if it.key in HEADING_KEYS])
    changed = _fields(whole, ("title", "issuer", "issuer_kind", "year", "date", "published"))
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


def corrected_entry(entry: ReportEntry, corrections: Corrections) -> ReportEntry:
    """``entry`` of a list with ``corrections`` in place."""
    whole = _whole(corrections)
    levels = {level: whole[level] for level in Place._fields if level in whole}
    changed = _fields(whole, ("title", "issuer", "issuer_kind", "year"))
    return entry._replace(place=entry.place._replace(**levels), **changed)


def _whole(corrections: Corrections) -> dict[str, str | None]:
    """What is of the report as a whole, by its key."""
    return {it.key: it.value for it in corrections if it.key not in HEADING_KEYS}


def _fields(whole: Mapping[str, str | None], names: Iterable[str]) -> dict[str, Any]:
    fields: dict[str, Any] = {name: whole[name] for name in names if name in whole}
    if fields.get("year") is not None:
        fields["year"] = int(fields["year"])
    return fields


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


def is_sound(correction: Correction) -> bool:
    """Whether it is one that a person can make: its key there is, and its value fits it."""
    key, value, heading = correction
    if key not in CORRECTION_KEYS or bool(heading) != (key in HEADING_KEYS):
        return False
    if value is None:
        return True
    match key:
        case "year":
            return _YEAR.fullmatch(value) is not None
        case "date" | "published":
            return _DAY.fullmatch(value) is not None
        case "kind":
            return value in SECTION_KINDS
        case "theme":
            return THEME_LABELS.keys() >= set(value.split())
        case "issuer_kind":
            return value in ISSUER_KIND_LABELS
    return bool(value)

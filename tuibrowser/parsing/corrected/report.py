"""What people put right laid over what was understood."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, cast

from tuibrowser.lexicon.labels import ISSUER_KIND_LABELS, THEME_LABELS
from tuibrowser.model.correction import (
    CORRECTION_KEYS,
    HEADING_KEYS,
    PART_KEYS,
    Correction,
    Corrections,
    heading_words,
    measure_words,
)
from tuibrowser.model.report import (
    Doubt,
    LevelEvidence,
    Owner,
    Passage,
    Place,
    Report,
    ReportEntry,
    Section,
)
from tuibrowser.model.search import PassageRecord
from tuibrowser.model.terms import SECTION_KINDS, TOWNSHIPS, SectionKind, Span
from tuibrowser.parsing.corrected.states import Moved, states_after

_ABOVE_TOWNSHIPS: Final = frozenset({"county", "city", "province"})
_YEAR: Final = re.compile(r"[1-9][0-9]{0,3}")
_LEVEL: Final = re.compile("[1-9]")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def corrected(report: Report, corrections: Corrections) -> Report:
    """``report`` with ``corrections`` in place; those of parts it does not have do nothing."""
    if not corrections:
        return report
    latest = {(it.key, it.heading): it for it in corrections}.values()
    whole = _whole(corrections)
    headed = report
    if levels_said := {it.heading: it.value for it in latest if it.key == "heading"}:
        # Knows the rules, which nobody else here needs.
        from tuibrowser.parsing.corrected.headings import with_headings  # noqa: PLC0415

        headed = with_headings(report, levels_said)
    sections = _sections(headed, [it for it in latest if it.key in HEADING_KEYS])
    changed = _fields(whole, ("title", "issuer", "issuer_kind", "year", "date", "published"))
    levels = _levels(whole)
    made = replace(
        headed,
        place=report.place._replace(**levels),
        place_evidence={
            **report.place_evidence,
            **dict.fromkeys(levels, LevelEvidence("corrected", None)),
        },
        sections=sections,
        passages=tuple(_passages(headed, sections, _of_measures(latest))),
        section_states=states_after(headed, map(Moved, headed.sections, sections), sections),
        **changed,
    )
    names = _names(report, made, latest)
    doubts = tuple(_left(report.doubts, names, made, latest))
    return replace(made, corrected=names, doubts=doubts)


def corrected_entry(entry: ReportEntry, corrections: Corrections) -> ReportEntry:
    """``entry`` of a list with ``corrections`` in place."""
    whole = _whole(corrections)
    levels = _levels(whole)
    changed = _fields(whole, ("title", "issuer", "issuer_kind", "year"))
    return entry._replace(place=entry.place._replace(**levels), **changed)


def corrected_owner(owner: Owner, corrections: Corrections) -> Owner:
    """``owner`` of a report with ``corrections`` in place."""
    whole = _whole(corrections)
    place = owner.place._replace(**_levels(whole))
    return owner._replace(place=place, **_fields(whole, ("issuer", "year")))


def corrected_record(record: PassageRecord, corrections: Corrections) -> PassageRecord:
    """``record`` of a passage with whose it is and of which year as in ``corrections``."""
    if not corrections:
        return record
    return record._replace(**_fields(_whole(corrections), ("title", "issuer", "year")))


def _whole(corrections: Corrections) -> dict[str, str | None]:
    """What is of the report as a whole, by its key."""
    return {it.key: it.value for it in corrections if it.key not in PART_KEYS}


def _levels(whole: Mapping[str, str | None]) -> dict[str, str | None]:
    """The levels of the place that were put right; a township's own follows its name."""
    levels = {level: whole[level] for level in Place._fields if level in whole}
    kind = whole.get("issuer_kind")
    if "issuer" in whole and kind in TOWNSHIPS | _ABOVE_TOWNSHIPS:
        levels.setdefault("township", whole["issuer"] if kind in TOWNSHIPS else None)
    return levels


def _fields(whole: Mapping[str, str | None], names: Iterable[str]) -> dict[str, Any]:
    fields: dict[str, Any] = {name: whole[name] for name in names if name in whole}
    if fields.get("year") is not None:
        fields["year"] = int(fields["year"])
    return fields


def touched(report: Report, corrections: Corrections) -> list[Span]:
    """Where in ``report``, which has them in place, parts stand that were put right."""
    of_headings = {it.heading for it in corrections if it.key in HEADING_KEYS}
    measures = _of_measures(corrections)
    found = [(it.start, it.end) for it in report.sections if heading_words(it.title) in of_headings]
    found += [
        (it.start, it.end)
        for it in report.measures
        if measures and measure_words(report.slice(it)) in measures
    ]
    if gone := {it.heading for it in corrections if it.key == "heading"} - _titles(report):
        from tuibrowser.parsing.corrected.headings import headings_within  # noqa: PLC0415

        cuts = (cut for it in report.passages for cut in headings_within(report, it))
        found += [(it.start, it.end) for it in cuts if heading_words(it.title) in gone]
    return sorted(set(found))


def _names(report: Report, made: Report, corrections: Iterable[Correction]) -> tuple[str, ...]:
    """The keys that were put right, each once; ``place`` stands for its levels, ``theme`` for those
    of measures, too."""
    before, now = _titles(report), _titles(made)
    measures = {measure_words(made.slice(it)) for it in made.measures}

    def holds(it: Correction) -> bool:
        match it.key:
            case "issuer_kind":
                # Mostly it follows from the issuer, which is named then.
                return False
            case "heading":
                return it.heading in (before if it.value is None else now)
            case "measure":
                return it.heading in measures
        return it.key not in HEADING_KEYS or it.heading in now

    called = {**dict.fromkeys(Place._fields, "place"), "measure": "theme"}
    return tuple(dict.fromkeys(called.get(it.key, it.key) for it in corrections if holds(it)))


def _titles(report: Report) -> set[str]:
    return {heading_words(section.title) for section in report.sections}


def _left(
    doubts: Iterable[Doubt], names: Sequence[str], made: Report, corrections: Iterable[Correction]
) -> Iterator[Doubt]:
    """The doubts of whoever put something right: none of what that is about."""
    headed = {it.heading for it in corrections if it.key in ("heading", "kind")}
    for doubt in doubts:
        if doubt.kind != "headings":
            settled = doubt.kind in names
        elif doubt.start is None:
            settled = "heading" in names or "kind" in names
        else:
            settled = _is_settled(doubt.start, headed, made)
        if not settled:
            yield doubt


def _is_settled(start: int, headed: Collection[str], made: Report) -> bool:
    """Whether somebody looked at the first-level heading at ``start``, before which one is missing,
    or at the one before it."""
    first = [it for it in made.sections if it.level == 1]
    at = next((n for n, it in enumerate(first) if it.start == start), None)
    if at is None:
        return True
    return any(heading_words(it.title) in headed for it in first[max(at - 1, 0) : at + 1])


def _of_measures(corrections: Iterable[Correction]) -> dict[str, tuple[str, ...]]:
    """Themes of measures by their words."""
    return {
        it.heading: tuple((it.value or "").split()) for it in corrections if it.key == "measure"
    }


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


def _passages(
    report: Report, sections: Sequence[Section], measures: Mapping[str, tuple[str, ...]]
) -> Iterator[Passage]:
    for passage in _below_headings(report, sections):
        if measures and passage.role == "measure":
            own = measures.get(measure_words(report.slice(passage)))
        else:
            own = None
        yield passage if own is None else passage._replace(themes=own)


def _below_headings(report: Report, sections: Sequence[Section]) -> Iterator[Passage]:
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


def is_sound(correction: Correction) -> bool:
    """Whether it is one that a person can make: its key there is, and its value fits it."""
    key, value, heading = correction
    if key not in CORRECTION_KEYS or bool(heading) != (key in PART_KEYS):
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
        case "heading":
            return _LEVEL.fullmatch(value) is not None
        case "theme" | "measure":
            return THEME_LABELS.keys() >= set(value.split())
        case "issuer_kind":
            return value in ISSUER_KIND_LABELS
    return bool(value)

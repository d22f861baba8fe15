"""The outline of the open reports: parts and themes, and how many measures each has there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tuibrowser.lexicon.labels import THEME_LABELS
from tuibrowser.model.report import Report
from tuibrowser.model.terms import SECTION_KINDS, SectionKind, SectionState


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A part of the regulation, or a theme in it."""

    kind: SectionKind
    theme: str | None
    """``None`` for the part itself."""
    counts: tuple[int, ...]
    """Measures, one number a report."""
    states: tuple[SectionState, ...] = ()
    """How each report treats a part."""


def outline(reports: Sequence[Report]) -> list[OutlineRow]:
    """Every part in the order of the regulation, and below it its themes in that of the lexicon."""
    measures = [
        Counter((it.kind, it.themes[0] if it.themes else None) for it in report.measures)
        for report in reports
    ]
    rows = []
    for kind in SECTION_KINDS:
        whole = tuple(sum(n for (of, _), n in count.items() if of == kind) for count in measures)
        states = tuple(report.section_states[kind] for report in reports)
        rows.append(OutlineRow(kind, None, whole, states))
        for theme in THEME_LABELS:
            counts = tuple(count[kind, theme] for count in measures)
            if any(counts):
                rows.append(OutlineRow(kind, theme, counts))
    return rows

"""How a report treats the five items after its headings were put right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tuibrowser.model.report import Report, Section
from tuibrowser.model.terms import SECTION_KINDS, SectionKind, SectionState


class Moved(NamedTuple):
    """A heading before and after; ``None`` where it was none, or is none any more."""

    before: Section | None
    now: Section | None

    @property
    def kinds(self) -> set[SectionKind]:
        """The items that this concerns."""
        found = {it.kind for it in self if it is not None}
        return {kind for kind in found if kind is not None}

    @property
    def is_other(self) -> bool:
        """Whether it stands for another item, or on another level."""
        if self.before is None or self.now is None:
            return True
        return (self.before.kind, self.before.level) != (self.now.kind, self.now.level)


def states_after(
    report: Report, headings: Iterable[Moved], sections: Sequence[Section]
) -> Mapping[SectionKind, SectionState]:
    """The states of ``report`` where its headings are ``sections`` now.

    Args:
        report: As it was before.
        headings: Each heading before and after.
        sections: Those there are now.
    """
    moved = [it for it in headings if it.is_other]
    if not moved:
        return report.section_states
    first = {section.kind for section in sections if section.level == 1}
    lower = {section.kind for section in sections if section.level > 1}
    touched = set[SectionKind]().union(*(it.kinds for it in moved))
    states: dict[SectionKind, SectionState] = {}
    for kind in SECTION_KINDS:
        before = report.section_states[kind]
        if kind not in touched and before != "unclear":
            states[kind] = before
        elif kind in first:
            keeps = before in ("own", "stated_none")
            emptied = any(_says_nothing(report, it.before) for it in moved if _is_of(it.now, kind))
            states[kind] = before if keeps else "stated_none" if emptied else "own"
        elif kind in lower:
            states[kind] = "inside"
        else:
            # A heading that names an item shows that headings are understood.
            states[kind] = "none" if first - {None} else "unclear"
    return states


def _is_of(section: Section | None, kind: SectionKind) -> bool:
    return section is not None and section.kind == kind


def _says_nothing(report: Report, section: Section | None) -> bool:
    kind = None if section is None else section.kind
    return kind is not None and report.section_states[kind] == "stated_none"

"""How much of what a report holds, as a library counts it without reading the report."""

from collections.abc import Mapping
from typing import NamedTuple

from tuibrowser.model.terms import SectionKind, SectionState


class Count(NamedTuple):
    """Of one theme, or of a whole report."""

    measures: int = 0
    figures: int = 0


class Tally(NamedTuple):
    """Of one report."""

    date: str | None
    """成文日期, ISO 8601."""
    published: str | None
    """发布日期, ISO 8601."""
    characters: int
    states: Mapping[SectionKind, SectionState]
    themes: Mapping[str, Count]
    """By theme, those without measures left out; a measure of two themes counts in both."""
    whole: Count
    doubts: int

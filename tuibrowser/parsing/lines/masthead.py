"""What head and tail of a report say."""

from __future__ import annotations

from dataclasses import dataclass, field

from tuibrowser.model.terms import Role
from tuibrowser.parsing.lines.source import Line


@dataclass(slots=True)
class Masthead:
    """What head and tail say, and the role of each paragraph they take, by its index."""

    roles: dict[int, Role] = field(default_factory=dict)
    title: str | None = None
    title_line: Line | None = None
    titles: list[range] = field(default_factory=list)
    """Paragraphs over which a title is spread, once for each time the page repeats it."""
    bylines: list[Line] = field(default_factory=list)
    """Who stands below the title, or behind 填报单位."""
    signers: list[Line] = field(default_factory=list)
    letters: list[Line] = field(default_factory=list)
    """Who signs, with a day below, above the report's own end: a covering letter."""
    salutations: list[Line] = field(default_factory=list)
    date: str | None = None
    published: str | None = None

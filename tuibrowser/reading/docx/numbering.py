"""Automatic numbers of a Word document, counted as Word counts them (ECMA-376 17.9).

What is counted is the abstract list: all lists that share one go on from each other, unless one of
them starts anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from tuibrowser.reading.docx.styles import Styles, is_on, whole_number
from tuibrowser.reading.ordinals import ordinal

_LEVELS: Final = 9
_LONGEST_NUMBER: Final = 40
"""Characters; the text of a level is short, in files made to harm it is not."""


@dataclass(slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    """The level, from 1, after which counting starts anew; 0 for never; ``None`` for any above."""
    is_legal: bool = False
    """Whether all numbers of its text are written in digits."""
    style: str | None = None


@dataclass(slots=True)
class _Counted:
    """One abstract list while the document is read."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)
    """Lists on it that have had a paragraph, with the level where one of them started anew."""


class ListNumbering:
    """The lists of one document."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        lists = () if root is None else root.iter("num")
        self._lists = {it.get("numId", ""): it for it in lists}
        abstracts = () if root is None else root.iter("abstractNum")
        self._abstracts = {it.get("abstractNumId", ""): it for it in abstracts}
        self._counted: dict[str, _Counted] = {}
        self._own_levels: dict[str, dict[int, _Level]] = {}

    def next_number(self, properties: Element | None, style: str | None) -> str:
        """Count a paragraph and return the text of its number; empty for one without.

        Args:
            properties: its ``pPr``.
            style: the id of its style.
        """
        number, level = self._place(properties, style)
        if number in {None, "0"} or number not in self._lists or not 0 <= level < _LEVELS:
            return ""
        assert number is not None
        abstract = self._abstract_of(number, frozenset())
        if abstract is None:
            return ""
        counted = self._counted.setdefault(abstract, _Counted(self._levels(abstract)))
        levels = counted.levels | self._overridden(number)
        shown = levels.get(level)
        if shown is None:
            return ""
        self._count(counted, number, level, levels)
        return _written(shown, level, levels, counted.counts)

    def _place(self, properties: Element | None, style: str | None) -> tuple[str | None, int]:
        """List and level of a paragraph: its own words go before those of its style."""
        number, level, by = self._styles.numbered(style)
        own = None if properties is None else properties.find("numPr")
        if own is not None:
            said = own.find("numId")
            if said is not None:
                number, level, by = said.get("val"), "0", None
            if (said := own.find("ilvl")) is not None:
                return number, whole_number(said.get("val"), 0)
        if by is not None and number in self._lists:
            # A style that is linked to a level stands on that level.
            abstract = self._abstract_of(number, frozenset())
            for index, it in self._levels(abstract or "").items():
                if it.style in {by, style}:
                    return number, index
        return number, whole_number(level, 0)

    def _abstract_of(self, number: str, seen: frozenset[str]) -> str | None:
        """The abstract list behind a list; one that only names a list style leads on to its own."""
        said = self._lists[number].find("abstractNumId") if number in self._lists else None
        abstract = None if said is None else said.get("val")
        if abstract is None or abstract not in self._abstracts or abstract in seen:
            return None
        link = self._abstracts[abstract].find("numStyleLink")
        if link is None:
            return abstract
        linked = self._styles.list_number(link.get("val", ""))
        further = self._abstract_of(linked, seen | {abstract}) if linked else None
        return further or abstract

    def _levels(self, abstract: str) -> dict[int, _Level]:
        if abstract not in self._own_levels:
            root = self._abstracts.get(abstract)
            found = () if root is None else root.findall("lvl")
            self._own_levels[abstract] = {
                whole_number(it.get("ilvl"), 0): _level(it) for it in found
            }
        return self._own_levels[abstract]

    def _overridden(self, number: str) -> dict[int, _Level]:
        return {
            whole_number(it.get("ilvl"), 0): _level(own)
            for it in self._lists[number].findall("lvlOverride")
            if (own := it.find("lvl")) is not None
        }

    def _count(self, counted: _Counted, number: str, level: int, levels: dict[int, _Level]) -> None:
        counts = counted.counts
        for it in self._lists[number].findall("lvlOverride"):
            at = whole_number(it.get("ilvl"), 0)
            anew = it.find("startOverride")
            key = f"{number} {at}"
            if anew is not None and at == level and key not in counted.begun:
                counted.begun.add(key)
                counts[level] = whole_number(anew.get("val"), 1) - 1
        start = levels[level].start
        counts[level] = counts[level] + 1 if level in counts else start
        for lower in range(level + 1, _LEVELS):
            restart = levels[lower].restart if lower in levels else None
            if restart is None or (restart and level < restart):
                counts.pop(lower, None)


def _level(root: Element) -> _Level:
    def value(name: str) -> str | None:
        # Formats of later versions of Word stand in an alternative of their own.
        said = next(root.iter(name), None)
        return None if said is None else said.get("val")

    restart = value("lvlRestart")
    legal = root.find("isLgl")
    return _Level(
        start=whole_number(value("start"), 0 if value("start") is not None else 1),
        format=value("numFmt") or "decimal",
        text=(value("lvlText") or "")[:_LONGEST_NUMBER],
        restart=None if restart is None else whole_number(restart, 0),
        is_legal=legal is not None and is_on(legal.get("val")),
        style=value("pStyle"),
    )


def _written(shown: _Level, level: int, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    if shown.format == "bullet":
        return ""

    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        of = levels.get(at, shown)
        style = "decimal" if shown.is_legal and at != level else of.format
        if shown.is_legal and at == level and of.format not in {"none", "decimalZero"}:
            style = "decimal"
        # A level above that had no paragraph yet shows its first number.
        return ordinal(counts.get(at, of.start), style)

    return re.sub(r"%([1-9])", number, shown.text).strip()

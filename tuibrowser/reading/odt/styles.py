"""Styles of an OpenDocument text, as far as they decide what is text: hidden, numbered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from tuibrowser.reading.ordinals import ordinal

_FORMATS: Final = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "一, 二, 三, ...": "chineseCounting", "一, 十, 一百, ...": "chineseCounting",
    "壹, 贰, 叁, ...": "chineseLegalSimplified", "壹, 貳, 參, ...": "chineseLegalSimplified",
    "甲, 乙, 丙, ...": "ideographTraditional", "子, 丑, 寅, ...": "ideographZodiac",
    "①, ②, ③, ...": "decimalEnclosedCircle", "１, ２, ３, ...": "decimalFullWidth",
}  # fmt: skip
"""``style:num-format`` (ODF 1.3, 19.500) to ECMA-376's names."""

_LONGEST: Final = 40
"""Styles based on each other."""


class Level(NamedTuple):
    """How one level of a list is numbered."""

    format: str = ""
    """ECMA-376's name; empty for none."""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    """Levels that the number shows, its own the last."""
    start: int = 1
    pattern: str = ""
    """``%1%.%2%`` where LibreOffice writes one; it goes before prefix and suffix."""


class Styles:
    """The styles of one document."""

    def __init__(self, roots: Sequence[Element]) -> None:
        self._styles = {it.get("name", ""): it for root in roots for it in root.iter("style")}
        self._lists = {
            it.get("name", ""): _levels(it) for root in roots for it in root.iter("list-style")
        }
        outlines = [it for root in roots for it in root.iter("outline-style")]
        self.outline: dict[int, Level] = _levels(outlines[0]) if outlines else {}
        """Numbers of headings that are in no list."""

    def levels(self, name: str | None) -> dict[int, Level]:
        """The levels of a list style, from 1."""
        return self._lists.get(name or "", {})

    def list_of(self, paragraph_style: str | None) -> str | None:
        """The list style that a paragraph style brings along."""
        return self._said(paragraph_style, None, "list-style-name")

    def is_hidden(self, name: str | None) -> bool:
        """Whether text of this style is not shown."""
        return self._said(name, "text-properties", "display") == "none"

    def _said(self, name: str | None, properties: str | None, attribute: str) -> str | None:
        seen: set[str] = set()
        while name and name not in seen and name in self._styles and len(seen) < _LONGEST:
            seen.add(name)
            style = self._styles[name]
            where = style if properties is None else style.find(properties)
            if where is not None and (said := where.get(attribute)) is not None:
                return said
            name = style.get("parent-style-name")
        return None


def written(level: int, levels: dict[int, Level], counts: dict[int, int]) -> str:
    """The number of a paragraph at ``level``, as it is shown."""
    own = levels.get(level, Level())

    def number(at: int) -> str:
        of = levels.get(at, own)
        return ordinal(counts.get(at, of.start), of.format) if of.format else ""

    if not own.format:
        return ""
    if own.pattern:
        return re.sub(r"%(\d{1,2})%", lambda match: number(int(match[1])), own.pattern).strip()
    first = max(level - own.shown + 1, 1)
    inner = ".".join(filter(None, (number(at) for at in range(first, level + 1))))
    return f"{own.prefix}{inner}{own.suffix}".strip()


def _levels(style: Element) -> dict[int, Level]:
    found = {}
    for element in style:
        if element.tag not in {"list-level-style-number", "outline-level-style"}:
            continue
        format_ = element.get("num-format") or ""
        found[small_number(element.get("level"), 1)] = Level(
            _FORMATS.get(format_, "decimal") if format_ else "",
            (element.get("num-prefix") or "")[:20],
            (element.get("num-suffix") or "")[:20],
            small_number(element.get("display-levels"), 1),
            small_number(element.get("start-value"), 1),
            (element.get("num-list-format") or "")[:60],
        )
    return found


def small_number(value: str | None, otherwise: int) -> int:
    """An attribute's number, ``otherwise`` where there is none of up to four digits."""
    return int(value) if value is not None and re.fullmatch(r"\d{1,4}", value) else otherwise

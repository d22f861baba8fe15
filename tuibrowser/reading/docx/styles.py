"""Styles of a Word document, as far as they decide what is text: level, hidden, numbered, contents.

A style takes what it does not say from the one it is based on (ECMA-376 17.7.4.3); chains that run
in a circle end where they come back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

_BODY_LEVEL: Final = 9
_LONGEST: Final = 40
"""Styles based on each other; Word allows eleven."""
_HEADING = re.compile(r"^(?:heading|标题)\s*([1-9])$", re.I)
_CONTENTS = re.compile(r"^(?:toc\s*(?:\d|heading)|目录\s*\d?|TOC\s*标题|table of figures)", re.I)


class Styles:
    """The styles of one document, by their ids."""

    def __init__(self, root: Element | None) -> None:
        styles = () if root is None else root.iter("style")
        self._styles = {it.get("styleId", ""): it for it in styles}
        self._default = next(
            (
                id_
                for id_, it in self._styles.items()
                if it.get("type") == "paragraph" and is_on(it.get("default", "0"))
            ),
            None,
        )

    def level(self, id_: str | None) -> int:
        """The outline level of a paragraph style, from 1; 0 for one of the body."""
        for style in self._chain(id_):
            if (said := style.find("pPr/outlineLvl")) is not None:
                return outline_level(said)
            name = style.find("name")
            # Word knows these by their names; other programs leave out what they stand for.
            if name is not None and (heading := _HEADING.match(name.get("val", ""))):
                return int(heading[1])
        return 0

    def is_hidden(self, id_: str | None) -> bool:
        """Whether the style hides its text."""
        for style in self._chain(id_):
            if (said := style.find("rPr/vanish")) is not None:
                return is_on(said.get("val"))
        return False

    def is_contents(self, id_: str | None) -> bool:
        """Whether paragraphs of this style are lines of a table of contents."""
        for style in self._chain(id_):
            name = style.find("name")
            if name is not None and _CONTENTS.match(name.get("val", "")):
                return True
        return bool(id_ and re.match(r"TOC\d$", id_))

    def numbered(self, id_: str | None) -> tuple[str | None, str, str | None]:
        """The number list of a paragraph style, the level in it, and the style that says so."""
        level: str | None = None
        for style in self._chain(id_):
            said = style.find("pPr/numPr")
            if said is None:
                continue
            if level is None and (own := said.find("ilvl")) is not None:
                level = own.get("val")
            if (number := said.find("numId")) is not None:
                return number.get("val"), level or "0", style.get("styleId")
        return None, "0", None

    def list_number(self, id_: str) -> str | None:
        """The number list that a list style stands for."""
        for style in self._chain(id_):
            if (number := style.find("pPr/numPr/numId")) is not None:
                return number.get("val")
        return None

    def _chain(self, id_: str | None) -> Iterator[Element]:
        seen: set[str] = set()
        id_ = id_ or self._default
        while id_ is not None and id_ not in seen and id_ in self._styles and len(seen) < _LONGEST:
            seen.add(id_)
            style = self._styles[id_]
            yield style
            based = style.find("basedOn")
            id_ = None if based is None else based.get("val")


def outline_level(said: Element) -> int:
    """From ``outlineLvl``, which counts from 0 and calls the body 9."""
    value = whole_number(said.get("val"), _BODY_LEVEL)
    return value + 1 if 0 <= value < _BODY_LEVEL else 0


def is_on(value: str | None) -> bool:
    """A toggle is on unless it says that it is off (17.17.4)."""
    return value not in {"0", "false", "off"}


def whole_number(value: str | None, otherwise: int) -> int:
    """An attribute's number; ``otherwise`` where there is none, or one beyond all sense."""
    if value is None or not re.fullmatch(r"-?\d{1,9}", value):
        return otherwise
    return int(value)

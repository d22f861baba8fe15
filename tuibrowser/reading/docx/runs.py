"""What stands inside a paragraph: runs, links, fields, notes, pictures with text in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from tuibrowser.reading.docx.styles import Styles, is_on, whole_number
from tuibrowser.reading.ordinals import ordinal

_TAKEN_AS_THEY_ARE: Final = frozenset({
    "ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "bdo", "dir",
    "oMath", "oMathPara", "num", "den", "e", "sub", "sup", "f", "sSub", "sSup", "rubyBase", "ruby",
})  # fmt: skip
"""Elements whose content is text of the paragraph; of a ruby only its base (``rt`` is not here)."""
_DEEPEST: Final = 40
"""Elements inside each other; Word writes fewer than ten."""
_ENCLOSED = re.compile(r"\\o\s*\\ac\s*\(\s*[○〇◯]\s*[,，]\s*(\d{1,2})\s*\)", re.I)
"""带圈字符: Word writes a field that lays a circle over a number."""
_CONTENTS = re.compile(r"\s*TOC\b", re.I)
_SYMBOL_FONTS: Final = range(0xF000, 0xF100)
"""Where fonts of symbols keep their characters; what they draw no font of text has."""


@dataclass(slots=True)
class Field:
    """A field that has begun; its result follows its instruction."""

    instruction: str = ""
    in_result: bool = False

    @property
    def is_contents(self) -> bool:
        """Whether it is a table of contents, which repeats the headings."""
        return bool(_CONTENTS.match(self.instruction))


@dataclass(slots=True)
class ParagraphText:
    """The text of a paragraph, and what is to be read after it."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)
    """``txbxContent`` elements."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Of each reference ``footnote`` or ``endnote``, and its id."""
    is_in_contents: bool = False
    """Whether any of its text was left out as part of a table of contents."""


class Runs:
    """Reads paragraphs of one story one after another, since fields run across them."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[Field] = []

    def read(self, paragraph: Element, style: str | None) -> ParagraphText:
        """The text of ``paragraph``, whose style's id is ``style``."""
        line = ParagraphText()
        hidden = self._styles.is_hidden(style)
        line.is_in_contents = self._in_contents
        line.text = "".join(self._children(paragraph, line, hidden, 0))
        return line

    @property
    def _in_contents(self) -> bool:
        return any(it.is_contents for it in self._fields)

    def _children(
        self, parent: Element, line: ParagraphText, hidden: bool, depth: int
    ) -> Iterator[str]:
        if depth > _DEEPEST:
            return
        for child in parent:
            tag = child.tag
            if tag == "r":
                yield from self._run(child, line, hidden, depth)
            elif tag in _TAKEN_AS_THEY_ARE:
                yield from self._children(child, line, hidden, depth + 1)
            elif tag == "sdt":
                if not _is_placeholder(child) and (content := child.find("sdtContent")) is not None:
                    yield from self._children(content, line, hidden, depth + 1)
            elif tag == "AlternateContent":
                if (chosen := alternative(child)) is not None:
                    yield from self._children(chosen, line, hidden, depth + 1)
            elif tag in {"drawing", "pict", "object"}:
                line.boxes += boxes(child)
            elif tag == "annotation" and child.get("type") == "Word.Insertion":
                for content in child.findall("content"):  # of Word 2003
                    yield from self._children(content, line, hidden, depth + 1)

    def _run(self, run: Element, line: ParagraphText, hidden: bool, depth: int) -> Iterator[str]:
        yield from self._run_content(run, line, self._is_hidden(run, hidden), depth)

    def _run_content(
        self, parent: Element, line: ParagraphText, hidden: bool, depth: int
    ) -> Iterator[str]:
        for child in parent:
            tag = child.tag
            if tag == "fldChar":
                yield from self._field_character(child)
                line.is_in_contents |= self._in_contents
            elif tag == "instrText":
                if self._fields and not self._fields[-1].in_result:
                    self._fields[-1].instruction += child.text or ""
            elif hidden or self._is_unseen():
                continue
            elif tag in {"drawing", "pict", "object"}:
                line.boxes += boxes(child)
            elif tag == "AlternateContent":
                if (chosen := alternative(child)) is not None and depth < _DEEPEST:
                    yield from self._run_content(chosen, line, hidden, depth + 1)
            elif tag == "ruby":
                yield from self._children(child, line, hidden, depth + 1)
            elif tag in {"footnoteReference", "endnoteReference"}:
                line.notes.append((tag.removesuffix("Reference"), child.get("id", "")))
            elif tag in {"footnote", "endnote"}:
                line.boxes.append(child)  # of Word 2003, where it is referred to
            else:
                yield _character(child)

    def _field_character(self, mark: Element) -> Iterator[str]:
        kind = mark.get("fldCharType")
        if kind == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            enclosed = _ENCLOSED.search(ended.instruction)
            if enclosed and not ended.in_result and not self._is_unseen():
                yield ordinal(int(enclosed[1]), "decimalEnclosedCircle")

    def _is_unseen(self) -> bool:
        """Whether one is in a field's instruction or in a table of contents."""
        return any(not it.in_result or it.is_contents for it in self._fields)

    def _is_hidden(self, run: Element, hidden: bool) -> bool:
        properties = run.find("rPr")
        if properties is None:
            return hidden
        said = properties.find("vanish")
        if said is not None:
            return is_on(said.get("val"))
        style = properties.find("rStyle")
        return hidden or (style is not None and self._styles.is_hidden(style.get("val")))


def boxes(parent: Element) -> list[Element]:
    """The text boxes below ``parent``, each once: what Word writes twice, for its earlier versions
    too, is taken the first time; boxes in boxes are read with those they stand in."""
    found: list[Element] = []
    waiting = [parent]
    while waiting:
        element = waiting.pop()
        if element.tag == "txbxContent":
            found.append(element)
            continue
        if element.tag == "AlternateContent":
            chosen = alternative(element)
            waiting += [] if chosen is None else [chosen]
            continue
        waiting += reversed(element)
    return found


def alternative(element: Element) -> Element | None:
    """Of an ``AlternateContent`` the newer choice, or else what stands for it."""
    choice = element.find("Choice")
    fallback = element.find("Fallback")
    if choice is not None and (fallback is None or _says_something(choice)):
        return choice
    return fallback if fallback is not None else choice


def _says_something(choice: Element) -> bool:
    return any(it.tag in {"t", "txbxContent"} for it in choice.iter())


def _is_placeholder(control: Element) -> bool:
    """Whether a content control still shows its prompt (单击此处输入文字)."""
    said = control.find("sdtPr/showingPlcHdr")
    return said is not None and is_on(said.get("val"))


def _character(element: Element) -> str:
    match element.tag:
        case "t":
            return element.text or ""
        case "tab" | "ptab":
            return "\t"
        case "br" | "cr":
            return "\n"
        case "noBreakHyphen":
            return "-"
        case "sym":
            code = whole_number(str(_hexadecimal(element.get("char"))), 0)
            return "" if code in _SYMBOL_FONTS or code < 32 else chr(code)
        case _:
            return ""


def _hexadecimal(value: str | None) -> int:
    return int(value, 16) if value and re.fullmatch(r"[0-9A-Fa-f]{1,4}", value) else 0

"""A page as blocks of visible text in order, each with the elements around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_CONTAINERS: Final = _BLOCKS - {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "p", "pre", "tr"}
_UNSEEN: Final = frozenset({
    "script", "style", "noscript", "template", "head", "iframe", "object", "svg", "select", "nav",
    "button", "canvas", "audio", "video", "map", "del", "textarea", "rt", "rp", "math", "datalist",
})  # fmt: skip
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)",
    re.I,
)
_HIDDEN_CLASS = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:\s*(?:none|disc|circle|square)", re.I)
_LINE_ENDS = re.compile(r"[\t\n\r\f ]+")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PUNCTUATION = re.compile(r"[，。；：！？、,;]")
# Spaces in the source between Chinese characters part nothing; behind the number of a part or of a
# heading (一 推进…) and before what a page says of itself (来源：某镇 发布时间：…) they do.
_PARTING_NOTHING = re.compile(
    r"(?<=[\u2e80-\u9fff\uff00-\uffef])"
    r"(?<![一二三四五六七八九十]部分)(?<![一二三四五六七八九十][章节编篇])"
    r"(?<!^[一二三四五六七八九十])(?<!^十[一二三四五六七八九])"
    r" (?=[\u2e80-\u9fff\uff00-\uffef])(?![\u4e00-\u9fff]{2,5}[:：])"
)
# Two elements beside each other that a style holds apart.
_DATE_THEN_TIME = re.compile(r"(?<=\d{4}[-/.]\d\d[-/.]\d\d)(?=\d\d:\d\d)", re.A)
_LONG_ENOUGH: Final = 16
"""Characters from which on a block without punctuation counts as prose."""


@dataclass(slots=True)
class PageBlock:
    """One visible paragraph or line."""

    text: str
    around: tuple[int, ...]
    """Numbers of the containers around it, outermost first."""
    level: int
    """1 to 6 in ``h1`` to ``h6``, else 0."""
    cell: tuple[int, int, int] | None
    """Table, row and column, numbered through the page, of the innermost table's cell."""
    linked: int
    """Characters of it that are links."""

    @property
    def prose(self) -> int:
        """Han characters in sentences that are no links: what a report has and a menu has not."""
        if self.linked * 2 > len(self.text):
            return 0
        if len(self.text) < _LONG_ENOUGH and not _PUNCTUATION.search(self.text):
            return 0
        return len(_HAN.findall(self.text))

    @property
    def is_link(self) -> bool:
        """Whether most of it leads elsewhere."""
        return self.linked * 2 > len(self.text)


@dataclass(slots=True)
class _WalkState:
    """Where the walk is."""

    containers: tuple[int, ...] = ()
    level: int = 0
    cell: tuple[int, int, int] | None = None
    is_link: bool = False
    is_pre: bool = False


@dataclass
class PageBlocks:
    """The blocks of a page, found by walking its elements once."""

    with_hidden: bool = False
    """Whether what the page hides is taken, too: some show their text by a script."""
    blocks: list[PageBlock] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    """Of each container the one around it; -1 for the outermost."""
    _parts: list[tuple[str, bool]] = field(default_factory=list)
    _place: _WalkState = field(default_factory=_WalkState)
    _hidden_classes: frozenset[str] = frozenset()
    _tables: int = 0
    _marker: str = ""

    def read(self, tree: LexborHTMLParser) -> PageBlocks:
        """Walk ``tree``."""
        self._hidden_classes = _hidden_classes(tree)
        if tree.body is not None:
            self._walk(tree.body)
            self._end_block()
        return self

    def _walk(self, top: LexborNode) -> None:
        # Not recursive: pages nest deeper than Python calls.
        waiting: list[tuple[Iterator[LexborNode], _WalkState, bool]] = [
            (iter((top,)), self._place, False)
        ]
        rows: dict[int, list[int]] = {}
        counts: dict[int, int] = {}
        while waiting:
            children, outer, is_block = waiting[-1]
            node = next(children, None)
            if node is None:
                waiting.pop()
                if is_block:
                    self._end_block()
                self._place = waiting[-1][1] if waiting else outer
                continue
            self._place = outer
            tag = node.tag or ""
            if tag == "-text":
                self._take(node.text_content or "")
            elif tag == "br":
                self._end_block()
            elif tag[0] != "-" and tag not in _UNSEEN and not self._is_hidden(node):
                is_block = tag in _BLOCKS
                if is_block:
                    self._end_block()
                self._place = self._inside(node, tag, outer, rows, counts)
                waiting.append((_children(node), self._place, is_block))

    def _inside(
        self,
        node: LexborNode,
        tag: str,
        outer: _WalkState,
        rows: dict[int, list[int]],
        counts: dict[int, int],
    ) -> _WalkState:
        place = _WalkState(outer.containers, outer.level, outer.cell, outer.is_link, outer.is_pre)
        if tag in _CONTAINERS:
            self.parents.append(outer.containers[-1] if outer.containers else -1)
            place.containers = (*outer.containers, len(self.parents) - 1)
        if tag == "table":
            rows[self._tables] = [-1, -1]
            place.cell = (self._tables, -1, -1)
            self._tables += 1
        elif tag == "tr" and outer.cell is not None and outer.cell[0] in rows:
            rows[outer.cell[0]] = [rows[outer.cell[0]][0] + 1, -1]
        elif tag in {"td", "th"} and outer.cell is not None and outer.cell[0] in rows:
            row = rows[outer.cell[0]]
            row[1] += 1
            place.cell = (outer.cell[0], max(row[0], 0), row[1])
        elif tag == "ol" and not _UNNUMBERED.search(node.attributes.get("style") or ""):
            start = node.attributes.get("start") or ""
            counts[place.containers[-1]] = int(start) if re.fullmatch(r"\d{1,4}", start) else 1
        elif tag == "li" and outer.containers and outer.containers[-1] in counts:
            self._marker = f"{counts[outer.containers[-1]]}."
            counts[outer.containers[-1]] += 1
        elif tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            place.level = int(tag[1])
        elif tag == "a":
            place.is_link = bool(node.attributes.get("href"))
        elif tag == "pre":
            place.is_pre = True
        return place

    def _is_hidden(self, node: LexborNode) -> bool:
        if self.with_hidden:
            return False
        attributes = node.attributes
        if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
            return True
        classes = attributes.get("class")
        return bool(classes) and not self._hidden_classes.isdisjoint((classes or "").split())

    def _take(self, text: str) -> None:
        if not self._place.is_pre:
            self._parts.append((text, self._place.is_link))
            return
        for line in text.splitlines():
            self._parts.append((line, self._place.is_link))
            self._end_block()

    def _end_block(self) -> None:
        parts, self._parts = self._parts, []
        text = _in_one_line("".join(part for part, _ in parts))
        if not text:
            return
        marker, self._marker = self._marker, ""
        place = self._place
        linked = sum(len(part.strip()) for part, is_link in parts if is_link)
        cell = None if place.cell is None or place.cell[2] < 0 else place.cell
        self.blocks.append(PageBlock(marker + text, place.containers, place.level, cell, linked))


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _in_one_line(text: str) -> str:
    """Line ends of the source are white space, and none between two Han characters."""
    text = _LINE_ENDS.sub(" ", text).strip()
    text = _DATE_THEN_TIME.sub(" ", _PARTING_NOTHING.sub("", text))
    return text.strip(" \u00a0\u3000\u2002\u2003")


def _hidden_classes(tree: LexborHTMLParser) -> frozenset[str]:
    """Classes that a style sheet in the page hides by themselves."""
    sheets = (node.text() for node in tree.css("style"))
    return frozenset(
        name
        for sheet in sheets
        for name, rules in _HIDDEN_CLASS.findall(sheet)
        if _HIDDEN.search(rules)
    )

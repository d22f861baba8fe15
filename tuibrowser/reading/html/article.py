"""Which of a page's blocks are the report, and what the page says of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import groupby
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from tuibrowser.model.document import Stated
from tuibrowser.reading.extract import Paragraph
from tuibrowser.reading.html.blocks import PageBlock, PageBlocks
from tuibrowser.text.fold import fold
from tuibrowser.text.numerals import ZERO

_SHARE: Final = 0.8
"""Of a container's prose that one container in it must hold for the article to be there."""
_LITTLE: Final = 120
"""Han characters in sentences: less is no report, so it may be hidden, or lie in a script."""
_LONGEST_CELL: Final = 60
"""Characters of a cell in a table of data; longer ones are prose in a layout."""
_AFTER: Final = 4
"""Blocks below the article among which a signature is looked for."""
_MARKED = re.compile(
    r"<!--[^>]{0,80}(?:begin|start|开始)[^>]{0,40}-->(?P<text>.*?)<!--[^>]{0,80}(?:end|结束)[^>]{0,40}-->",
    re.I | re.S,
)
# Code, not lexicon: what a file says may not depend on what a person added there.
_PARTICULARS = re.compile(
    r"(?:索\s*引\s*号|发布机构|发文机关|发布单位|公开主体|成文日期|生成日期|发文日期|发布日期|发布时间|公开日期|发文字号|文\s*号"
    r"|信息来源|来\s*源|名\s*称|标\s*题|时\s*间|日\s*期|主题分类|有\s*效\s*性)\s*[\]】]?\s*[:：\s]"
    r"|20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}"
)
_SIGNATURE = re.compile(
    r"^(?!.*(?:版权|主办|承办|维护|备案|地址|电话))(?:.*(?:政府|办事处|委员会|党委|工委|[局厅委办]|管委会)(?:办公室)?$)"
    rf"|^(?:20\d\d|二[{ZERO}].{{2}})年.{{1,3}}月.{{1,4}}[日号]$|^附件"
)
_STRINGS = re.compile(r"""(["'`])((?:(?!\1)[^\\\n]|\\.){200,}?)\1""", re.S)
_HAN = re.compile(r"[\u3400-\u9fff]")
_KEPT_BACK = re.compile(r"(</?)(?:template|noscript)\b", re.I)
"""Elements whose content scripts show."""
_SITE_PART = re.compile(r"\s*[-_—|–>»]\s*")
_GOVERNMENT = "人民政府"
_TOWNSHIP = re.compile(r"^[\u3400-\u9fff]{2,16}(?:镇|乡|街道|苏木)$")


def article(markup: str) -> tuple[list[Paragraph], Stated]:
    """The paragraphs of the report in ``markup``, title and particulars of the page before them."""
    tree = LexborHTMLParser(markup)
    stated = _stated(tree)
    best = _Candidate(PageBlocks().read(tree))
    if best.prose < _LITTLE:
        best = max([best, *_elsewhere(tree, markup)], key=lambda it: it.prose)
    return list(_paragraphs(best, stated)), best.complete(stated)


class _Candidate:
    """A page, and the range of its blocks that is the article."""

    def __init__(self, page: PageBlocks) -> None:
        self.blocks = page.blocks
        self.first, self.last = _densest(page)
        self.prose = sum(block.prose for block in self.blocks)

    def complete(self, stated: Stated) -> Stated:
        """``stated`` with what only stands in the page's table of particulars."""
        above = "\n".join(block.text for block in self.blocks[: self.first + 12])

        def value(keys: str) -> str | None:
            found = re.search(rf"(?:{keys})\s*[\]】]?\s*[:：\t]\s*([^\n\t|]{{2,60}})", above)
            return found[1].strip() if found else None

        return Stated(
            stated.title,
            stated.issuer or value("发布机构|发文机关|发布单位|公开主体"),
            stated.published or value("发布日期|发布时间|公开日期|发文日期"),
            stated.site,
        )


def _densest(page: PageBlocks) -> tuple[int, int]:
    """First and last block of the innermost container that holds most of the prose."""
    count = len(page.parents)
    prose = [0] * count
    for block in page.blocks:
        for container in block.around:
            prose[container] += block.prose
    inside: dict[int, list[int]] = {}
    for container, parent in enumerate(page.parents):
        inside.setdefault(parent, []).append(container)
    chosen = -1
    whole = sum(block.prose for block in page.blocks)
    while below := inside.get(chosen):
        best = max(below, key=prose.__getitem__)
        if prose[best] < _SHARE * whole or not prose[best]:
            break
        chosen = best
    if chosen < 0:
        return 0, len(page.blocks) - 1
    held = [at for at, block in enumerate(page.blocks) if chosen in block.around]
    return held[0], held[-1]


def _elsewhere(tree: LexborHTMLParser, markup: str) -> Iterator[_Candidate]:
    """The article where a page keeps it if not among its visible elements."""
    opened = _KEPT_BACK.sub(r"\1div", markup)
    yield _Candidate(PageBlocks(with_hidden=True).read(LexborHTMLParser(opened)))
    texts = [node.text() for node in tree.css("textarea")]
    texts += [match["text"] for match in _MARKED.finditer(markup)]
    for node in tree.css("script"):
        texts += _strings(node.text())
    for text in texts:
        if len(_HAN.findall(text)) >= _LITTLE:
            yield _Candidate(PageBlocks().read(LexborHTMLParser(_as_markup(text))))


def _strings(script: str) -> Iterator[str]:
    """The long strings of a script, their escapes resolved."""
    for match in _STRINGS.finditer(script):
        quoted = match[2].replace("\\'", "'").replace("\\/", "/").replace("\n", "\\n")
        if match[1] != '"':
            quoted = re.sub(r'(?<!\\)"', r"\"", quoted)
        try:
            yield json.loads(f'"{quoted}"')
        except ValueError:
            yield match[2]


def _as_markup(text: str) -> str:
    if re.search(r"&lt;\s*/?(?:p|br|div|span|table)\b", text, re.I):
        text = unescape(text)
    if re.search(r"<\s*(?:p|br|div|span|table)\b", text, re.I):
        return text
    return f"<pre>{text.replace('<', '&lt;')}</pre>"


def _paragraphs(found: _Candidate, stated: Stated) -> Iterator[Paragraph]:
    blocks = found.blocks
    held = list(_rows(blocks[found.first : found.last + 1]))
    yield from _above(blocks[: found.first], held, stated)
    # A list of links in the midst or at the end of an article leads to others.
    links = _links(held)
    yield from (_paragraph(block) for at, block in enumerate(held) if at not in links)
    for block in blocks[found.last + 1 : found.last + 1 + _AFTER]:
        if block.is_link or not _SIGNATURE.search(fold(block.text)):
            break
        yield _paragraph(block)


def _links(blocks: Sequence[PageBlock]) -> set[int]:
    """Blocks that are nothing but links, unless a report is a list of them (附件 keep theirs)."""
    return {
        at
        for at, block in enumerate(blocks)
        if block.is_link
        and not block.level
        and not block.text.startswith("附")
        and len(block.text) < _LONGEST_CELL
    }


def _above(
    blocks: Sequence[PageBlock], held: Sequence[PageBlock], stated: Stated
) -> Iterator[Paragraph]:
    """The particulars and the title that stand above the article, in the page's order; a title that
    the page says of itself only where neither has it."""
    opening = {_bare(block.text) for block in held[:6]}
    title = stated.title
    seen = title is not None and any(
        _bare(title) in it or it in _bare(title) for it in opening if it
    )
    for block in _rows(blocks):
        is_title = block.level in {1, 2} or (
            title is not None and _bare(block.text) == _bare(title)
        )
        if is_title and not block.is_link and _bare(block.text) not in opening:
            seen = seen or title is None or _bare(block.text) == _bare(title)
            yield _paragraph(block)
        elif not block.is_link and len(block.text) < 200 and _PARTICULARS.search(block.text):
            yield _paragraph(block)
    if title is not None and not seen and "法治" in title:
        yield Paragraph(title)


def _rows(blocks: Sequence[PageBlock]) -> Iterator[PageBlock]:
    """Rows of short cells as one block each, cells parted by tabs; everything else as it is."""
    for place, group in groupby(blocks, key=lambda it: it.cell and it.cell[:2]):
        cells = list(group)
        columns = {block.cell[2] for block in cells if block.cell is not None}
        if (
            place is not None
            and len(columns) == len(cells) > 1
            and all(len(block.text) <= _LONGEST_CELL for block in cells)
        ):
            text = "\t".join(block.text for block in cells)
            linked = sum(block.linked for block in cells)
            yield PageBlock(text, cells[0].around, 0, cells[0].cell, linked)
        else:
            yield from cells


def _paragraph(block: PageBlock) -> Paragraph:
    return Paragraph(block.text, block.level, block.cell)


def _stated(tree: LexborHTMLParser) -> Stated:
    """From ``<meta>``, as the state's rules for government sites name them, and ``<title>``."""
    said: dict[str, str] = {}
    for node in tree.css("meta"):
        name = (node.attributes.get("name") or node.attributes.get("property") or "").lower()
        content = (node.attributes.get("content") or "").strip()
        if name and content:
            said.setdefault(name, content)

    def first(*names: str) -> str | None:
        return next((said[name] for name in names if name in said), None)

    title = first("articletitle", "og:title", "title", "dc.title")
    site = first("sitename", "og:site_name")
    headline = tree.css_first("title")
    if title is None and headline is not None:
        whole = headline.text().strip()
        parts = _SITE_PART.split(whole)
        # 柳溪镇2023年法治政府建设年度报告_青棠县人民政府
        title = next((part for part in parts if "法治" in part), parts[0]) or None
        behind = [it for it in parts if it != title]
        named = [it for it in behind if _GOVERNMENT in it] or filter(_TOWNSHIP.match, behind)
        site = site or next(iter(named), None)
    return Stated(
        title,
        first("contentsource", "source", "department"),
        first("pubdate", "publishdate", "article:published_time", "dc.date", "publish_time"),
        site,
    )


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text)

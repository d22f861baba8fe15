"""A comparison as one HTML file that needs nothing else, for any browser and for printing.

The page is built as a tree, so that there is no place where text could be taken for markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from tuibrowser.export.legend import LOOKS, change_sign, legend
from tuibrowser.export.sheet import NOTHING, Box, Sheet, SheetPart, SheetRow
from tuibrowser.model.kept import Excerpt
from tuibrowser.text.visible import visible

_ABREAST: Final = 6
"""Reports that can be read next to each other on A4 landscape: twelve characters a line."""

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""Nothing is loaded and nothing runs, should something ever slip in (Content Security Policy)."""

_STYLE: Final = """
:root { color-scheme: light dark; --ink: #1a1a1a; --soft: #595959; --rule: #8c8c8c;
  --paper: #fff; --head: #f0f0f0; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e6; --soft: #adadad; --rule: #737373; --paper: #161616; --head: #2a2a2a; }
}
body { margin: 1.5rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.7 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }
h1, h2, thead, tbody th, .heading, nav { font-family: "Noto Sans CJK SC", "Source Han Sans SC",
  "Microsoft YaHei", SimHei, sans-serif; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
nav a { margin-right: 1.5em; color: inherit; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: .6rem 0 1rem; }
col.theme { width: 6.5em; }
table.data { table-layout: auto; width: auto; min-width: 100%; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td a { color: inherit; }
th, td { border: 1px solid var(--rule); padding: .4em .6em; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
.data th, .data td { overflow-wrap: break-word; }
.data th { min-width: 4em; }
.data td.short { white-space: nowrap; }
.data td:not(.short) { min-width: 14em; }
.data td:first-child { position: sticky; left: 0; background: var(--paper);
  background-clip: padding-box; }
thead th { background: var(--head); position: sticky; top: 0; }
p { margin: 0; }
td p + p { margin-top: .3rem; }
.text { text-indent: 2em; }
.heading { font-weight: bold; }
.lead { text-indent: 0; }
.note, .also, .source, .match, .legend { color: var(--soft); font-size: .82em; text-indent: 0; }
.change { border: 1px solid var(--rule); padding: 0 .3em; font-size: .82em; }
.empty { color: var(--soft); text-align: center; }
u { text-decoration-thickness: from-font; text-underline-offset: .2em; }
@page { size: A4 landscape; margin: 12mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #333; --rule: #555; --paper: #fff;
    --head: #eee; }
  body { margin: 0; font-size: 9.5pt; line-height: 1.45; }
  nav { display: none; }
  .wide { font-size: 6pt; }
  .data th, .data td, .data td:not(.short) { min-width: 0; padding: .2em; }
  .wide td.short { white-space: normal; word-break: keep-all; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  thead th, .data td:first-child { position: static; }
  tr { break-inside: avoid; }
}
"""


def comparison_html(sheet: Sheet) -> str:
    """``sheet`` as a page: a section with an anchor a part, in it a table with the reports."""
    page, body = new_page(sheet.title)
    paragraph(body, "legend", f"导出日期：{sheet.date}。{legend(sheet)}")
    reports = SubElement(body, "ul")
    for name, about in zip(sheet.columns, sheet.reports, strict=True):
        SubElement(reports, "li").text = f"{name}：{about}"
    contents = SubElement(body, "nav")
    for number, part in enumerate(sheet.parts, 1):
        link = SubElement(contents, "a", href=f"#part-{number}")
        link.text, link.tail = part.title, "\n"
        section = SubElement(body, "section", id=f"part-{number}")
        SubElement(section, "h2").text = part.title
        for band in sheet.bands(_ABREAST):
            _table(section, sheet, part, band)
    return written(page)


def excerpts_html(title: str, date: str, excerpts: Iterable[Excerpt]) -> str:
    """``excerpts`` as a page, each with its source below it."""
    page, body = new_page(title)
    paragraph(body, "legend", f"导出日期：{date}")
    for excerpt in excerpts:
        quote = SubElement(body, "blockquote")
        for line in excerpt.text.split("\n"):
            paragraph(quote, "text", visible(line))
        paragraph(quote, "source", f"（{visible(excerpt.source)}）")
    return written(page)


def new_page(title: str) -> tuple[Element, Element]:
    """A page, and its body that begins with ``title``."""
    page = Element("html", lang="zh-CN")
    head = SubElement(page, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "title").text = title
    SubElement(head, "style").text = _STYLE + "\n".join(
        f"u.{kind} {{ text-decoration-style: {look.line};"
        f" font-weight: {600 if look.bold else 'inherit'}; }}"
        for kind, look in LOOKS.items()
    )
    body = SubElement(page, "body")
    SubElement(body, "h1").text = title
    return page, body


def written(page: Element) -> str:
    """``page`` as the text of a file."""
    return f"<!DOCTYPE html>\n{tostring(page, encoding='unicode', method='html')}\n"


def _table(section: Element, sheet: Sheet, part: SheetPart, band: range) -> None:
    table = SubElement(section, "table")
    columns = SubElement(table, "colgroup")
    SubElement(columns, "col", {"class": "theme"})
    SubElement(columns, "col", span=str(len(band)))
    row = SubElement(SubElement(table, "thead"), "tr")
    for name in ("工作领域", *(sheet.columns[at] for at in band)):
        SubElement(row, "th", scope="col").text = name
    rows = SubElement(table, "tbody")
    for line in part.lines:
        if any(line.boxes[at] != NOTHING for at in band):
            _row(rows, line, band)


def _row(rows: Element, line: SheetRow, band: range) -> None:
    row = SubElement(rows, "tr")
    row.tail = "\n"
    head = SubElement(row, "th", scope="row")
    paragraph(head, "theme", line.theme)
    if line.caveat:
        paragraph(head, "match", line.caveat)
    for at in band:
        _cell(row, line.boxes[at])


def _cell(row: Element, box: Box) -> None:
    if box == NOTHING:
        SubElement(row, "td", {"class": "empty"}).text = "—"
        return
    cell = SubElement(row, "td")
    if box.change:
        SubElement(SubElement(cell, "p"), "span", {"class": "change"}).text = change_sign(
            box.change, box.judgement
        )
    for entry in box.entries:
        words = SubElement(cell, "p", {"class": entry.kind})
        for text, mark in entry.pieces:
            SubElement(words, "u" if mark else "span", {"class": mark or "plain"}).text = text
    if box.source:
        paragraph(cell, "source", box.source)


def paragraph(parent: Element, name: str, text: str) -> None:
    """Add ``text`` to ``parent`` in the style ``name``."""
    SubElement(parent, "p", {"class": name}).text = text

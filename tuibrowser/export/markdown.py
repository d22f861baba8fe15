"""A comparison or excerpts as Markdown, for a memo, a wiki or a merge request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tuibrowser.export.sheet import Box, Sheet, SheetRow
from tuibrowser.model.kept import Excerpt
from tuibrowser.text.visible import visible

_SYNTAX: Final = re.compile(r"[\\`*_\[\]<>|~&$]")
"""What means something within a line or a table cell; a backslash takes that away (CommonMark 0.31,
2.4; GFM 4.10 for ``|``)."""

_LINE_SYNTAX: Final = re.compile(r"^(\d{0,9})([#+=.)-])")
"""What means something at the start of a line (CommonMark 0.31, 4 and 5), which no cell is at."""


def comparison_markdown(sheet: Sheet) -> str:
    """``sheet`` as one table a section, a column a report, a row a theme."""
    names = [escape(name) for name in sheet.columns]
    reports = zip(names, sheet.reports, strict=True)
    parts = [
        f"# {escape(sheet.title)}",
        f"导出日期：{sheet.date}",
        "\n".join(f"- {name}：{escape(about)}" for name, about in reports),
    ]
    if sheet.caution:
        parts.append(f"{sheet.caution}。")
    for part in sheet.parts:
        lines = [row(("工作领域", *names)), row(["---"] * (len(names) + 1))]
        lines += (row((_head(line), *map(_cell, line.boxes))) for line in part.lines)
        parts += [f"## {escape(part.title)}", "\n".join(lines)]
    return "\n\n".join(parts)


def excerpts_markdown(title: str, date: str, excerpts: Iterable[Excerpt]) -> str:
    """``excerpts`` as a quotation each, with its source below it."""
    parts = [f"# {title}", f"导出日期：{date}"]
    for excerpt in excerpts:
        lines = (*excerpt.text.split("\n"), f"（{excerpt.source}）")
        paragraphs = (_LINE_SYNTAX.sub(r"\1\\\2", escape(visible(line).strip())) for line in lines)
        parts.append("\n>\n".join(f"> {paragraph}" for paragraph in paragraphs))
    return "\n\n".join(parts)


def escape(text: str) -> str:
    """``text`` so that Markdown shows it as it is."""
    return _SYNTAX.sub(r"\\\g<0>", text)


def _head(line: SheetRow) -> str:
    return "<br>".join(filter(None, (escape(line.theme), line.caveat and f"（{line.caveat}）")))


def _cell(box: Box) -> str:
    return "<br>".join(_paragraphs(box))


def _paragraphs(box: Box) -> Iterator[str]:
    if box.change:
        yield f"【{escape(box.judgement)}】"
    for entry in box.entries:
        text = escape(entry.text)
        yield f"**{text}**" if entry.kind == "heading" else text
    if box.source:
        yield escape(box.source)


def row(cells: Iterable[str]) -> str:
    """``cells``, escaped already, as a line of a table."""
    return f"| {' | '.join(cells)} |"

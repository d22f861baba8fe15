"""The lines around the panes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from textual.content import Content
from textual.geometry import Size

from tuibrowser.layout.grid import Grid
from tuibrowser.layout.landmarks import Landmark
from tuibrowser.layout.marks import SIGNS
from tuibrowser.layout.notes import part_title
from tuibrowser.lexicon.labels import THEME_LABELS
from tuibrowser.state.workspaces import Mode
from tuibrowser.text.cellwidth import cells, fill, shorten
from tuibrowser.text.linebreak import join_wraps
from tuibrowser.tui.marking import Shown
from tuibrowser.tui.naming import pane_title

MODE_WORDS: Final[dict[Mode, str]] = {
    "section": "按部分对齐",
    "theme": "按工作领域对齐",
    "own": "各按原文顺序",
}

_MARK_WORDS: Final[dict[Shown | Literal["hits"], str]] = {
    "figures": f"{SIGNS['figure']} 数据",
    "lacking": f"{SIGNS['lacking']} 独有表述",
    "shared": f"{SIGNS['shared']} 相同表述",
    "hits": "检索结果",
}
_YEARS_WORD: Final = f"{SIGNS['lacking']} 与上年不同"
_STOCK_WORD: Final = f"{SIGNS['stock']} 通用表述"

LEAST: Final = Size(40, 10)
TOO_SMALL: Final = f"窗口太小，请放大到 {LEAST.width} 列 {LEAST.height} 行以上"


def fits(size: Size) -> bool:
    """Whether a screen of ``size`` shows anything worth reading."""
    return size.width >= LEAST.width and size.height >= LEAST.height


def header(left: Sequence[str], where: str, width: int) -> str:
    """The top line: what is on on the left, where one is on the right, which goes first."""
    where = shorten(where, width - 2)
    room = width - 2 - cells(where)
    shown = list(left)
    while shown and cells("  ".join(shown)) > room - 2:
        shown.pop()
    return " " + fill("  ".join(shown), room) + where + " "


def whereabouts(here: Landmark | None, mode: Mode) -> str:
    """``规定内容 1/5 主要举措和成效``, and `` · 普法宣传`` where panes are level on themes."""
    if here is None:
        return ""
    parts = []
    if here.kind is not None:
        parts.append(part_title(here.kind))
    if here.theme is not None and mode == "theme":
        parts.append(THEME_LABELS.get(here.theme, here.theme))
    return " · ".join(parts)


def mark_words(
    shown: Shown | Literal["hits"],
    in_years: bool,
    at: int | None,
    count: int | None,
    before: str | None,
) -> list[str]:
    """What is marked in the active report, and which mark one is at: ``# 数据 2/3``.

    Args:
        shown: What is marked.
        in_years: Whether what is marked is what was said otherwise the year before.
        at: Which mark one went to, from 0.
        count: How many there are, as soon as that is known.
        before: What the mark was the year before, if that is known.
    """
    if shown == "nothing":
        return []
    word = _YEARS_WORD if in_years else _MARK_WORDS[shown]
    place = "" if at is None else f"{at + 1}/"
    found = [f"{word} {place}{'…' if count is None else count}"]
    if before is not None:
        found.append(f"上年：{shorten(_one_line(before), 30) or '无'}")
    return [*found, _STOCK_WORD] if shown in ("lacking", "shared") else found


def _one_line(text: str) -> str:
    return join_wraps(text).replace("\n", "")


def tabs(names: Sequence[str], shown: range, active: int, width: int) -> str:
    """All open reports on one line, those on the screen in brackets, the active one in view."""
    words = [f"[{name}]" if number in shown else name for number, name in enumerate(names)]
    first = 0
    while first < active and cells(" ".join(words[first : active + 1])) > width - 4:
        first += 1
    line = ("… " if first else "") + "  ".join(words[first:])
    return " " + shorten(line, width - 1)


def titles(grid: Grid, active: int, numbers: Mapping[str, int]) -> Content:
    """The names over the panes, reversed; the active one in brackets, so that colour is not all.

    Args:
        grid: What the panes show.
        active: Which of them keys act on.
        numbers: Of each sha256, which of the texts of its issuer and year it is.
    """
    parts: list[str | tuple[str, str]] = []
    for pane, (report, width) in enumerate(zip(grid.alignment.reports, grid.widths, strict=True)):
        left, right = "【】" if pane == active else ("  ", "  ")
        number = numbers.get(report.sha256, 1)
        name = left + pane_title(report, width - cells(left + right), number=number) + right
        style = "bold reverse" if pane == active else "reverse"
        parts.append("  " if pane else " ")
        parts.append((fill(name, width), style))
        parts.append(" ")
    return Content.assemble(*parts)


def keys(offered: Sequence[tuple[str, str]], width: int) -> str:
    """The bottom line: as many keys as fit whole."""
    shown = [f"{key} {label}" for key, label in offered]
    while len(shown) > 1 and cells("  ".join(shown)) > width - 2:
        # The last is the way to all the others.
        shown.pop(-2)
    return " " + "  ".join(shown)

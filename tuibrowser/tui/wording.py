"""The lines around the panes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from textual.content import Content
from textual.geometry import Size

from tuibrowser.layout.grid import Grid
from tuibrowser.state.workspaces import Mode, Sync
from tuibrowser.text.cellwidth import Ambiguous, cells, fill, shorten
from tuibrowser.tui.naming import pane_title

MODE_WORDS: Final[dict[Mode, str]] = {
    "section": "按部分对齐",
    "theme": "按工作领域对齐",
    "measure": "按工作事项对齐",
    "own": "各按原文顺序",
}

SYNC_WORDS: Final[dict[Sync, str]] = {
    "part": "按部分同步滚动",
    "row": "按行同步滚动",
    "off": "各自滚动",
}

_LINK: Final = " › "

LEAST: Final = Size(40, 10)
TOO_SMALL: Final = f"窗口太小，请放大到 {LEAST.width} 列 {LEAST.height} 行以上"


def fits(size: Size) -> bool:
    """Whether a screen of ``size`` shows anything worth reading."""
    return size.width >= LEAST.width and size.height >= LEAST.height


def header(
    left: Sequence[str],
    found: str,
    where: Sequence[str],
    above: Sequence[str],
    width: int,
    ambiguous: Ambiguous = 1,
) -> str:
    """The top line: what is on on the left, where one is on the right. Where room lacks, first
    what ``above`` says is left out, then ``left`` from its end, then ``where`` from its end.

    Args:
        left: What is on, the most telling first.
        found: Which mark of how many one is at; goes before all else.
        where: Part, and theme in it.
        above: What these stand in, outermost first.
        width: Cells of the line.
        ambiguous: Cells of an ambiguous character on this terminal.
    """

    def measure(words: str) -> int:
        return cells(words, ambiguous)

    room = width - 2
    found = shorten(found, room, ambiguous)
    room -= measure(found) + 2 * bool(found)
    inner = list(where)
    while len(inner) > 1 and measure(_LINK.join(inner)) > room:
        inner.pop()
    right = shorten(_LINK.join(inner), room, ambiguous)
    room -= measure(right)
    shown = list(left)
    while shown and measure("  ".join(shown)) + 2 > room:
        shown.pop()
    room -= sum(measure(words) + 2 for words in shown)
    for words in reversed(above):
        link = f"{words}{_LINK}" if right else words
        if measure(link) > room:
            break
        right = link + right
        room -= measure(link)
    shown += [found] * bool(found)
    return " " + fill("  ".join(shown), width - 2 - measure(right), ambiguous) + right + " "


def tabs(
    names: Sequence[str], shown: Collection[int], active: int, width: int, ambiguous: Ambiguous = 1
) -> str:
    """All open reports on one line, those on the screen in brackets, the active one in view."""
    words = [f"[{name}]" if number in shown else name for number, name in enumerate(names)]
    first = 0
    while first < active and cells("  ".join(words[first : active + 1]), ambiguous) > width - 4:
        first += 1
    line = ("… " if first else "") + "  ".join(words[first:])
    return " " + shorten(line, width - 1, ambiguous)


def titles(
    grid: Grid,
    active: int,
    before: Sequence[str],
    numbers: Mapping[str, int],
    ambiguous: Ambiguous = 1,
) -> Content:
    """The names over the panes, reversed; the active one in brackets, so that colour is not all.

    Args:
        grid: What the panes show.
        active: Which of them keys act on.
        before: What is said before each name.
        numbers: Of each sha256, which of the texts of its issuer and year it is.
        ambiguous: Cells of an ambiguous character on this terminal.
    """
    parts: list[str | tuple[str, str]] = []
    for pane, (report, width) in enumerate(zip(grid.alignment.reports, grid.widths, strict=True)):
        left, right = "【】" if pane == active else ("  ", "  ")
        left += before[pane]
        number = numbers.get(report.sha256, 1)
        name = pane_title(report, width - cells(left + right, ambiguous), ambiguous, number)
        style = "bold reverse" if pane == active else "reverse"
        parts.append("  " if pane else " ")
        parts.append((fill(left + name + right, width, ambiguous), style))
        parts.append(" ")
    return Content.assemble(*parts)


def keys(offered: Sequence[tuple[str, str]], width: int) -> str:
    """The bottom line: as many keys as fit whole."""
    shown = [f"{key} {label}" for key, label in offered]
    while len(shown) > 1 and cells("  ".join(shown)) > width - 2:
        # The last is the way to all the others.
        shown.pop(-2)
    return " " + "  ".join(shown)

"""The lines around the panes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final, Literal

from textual.content import Content

from tuibrowser.layout.grid import Grid
from tuibrowser.layout.marks import SIGNS
from tuibrowser.state.workspaces import Mode, Sync
from tuibrowser.text.cellwidth import Ambiguous, cells, fill, shorten
from tuibrowser.text.linebreak import one_line
from tuibrowser.tui.compare.highlights import Shown
from tuibrowser.tui.library.naming import pane_title

MODE_WORDS: Final[dict[Mode, str]] = {
    "section": "按部分对齐",
    "theme": "按工作领域对齐",
    "measure": "按工作事项对齐",
    "own": "各按原文顺序",
    "years": "历年对照",
}

SYNC_WORDS: Final[dict[Sync, str]] = {
    "part": "按部分同步滚动",
    "row": "按行同步滚动",
    "off": "各自滚动",
}

KINDS_OF_MARKS: Final[dict[Shown, str]] = {
    "figures": "数据",
    "lacking": "独有表述",
    "shared": "相同表述",
    "corrected": "更正",
}
_MARK_WORDS: Final[dict[Shown | Literal["hits", "changes"], str]] = {
    "figures": f"{SIGNS['figure']} {KINDS_OF_MARKS['figures']}",
    "lacking": f"{SIGNS['lacking']} {KINDS_OF_MARKS['lacking']}",
    "shared": f"{SIGNS['shared']} {KINDS_OF_MARKS['shared']}",
    "corrected": f"{SIGNS['corrected']} {KINDS_OF_MARKS['corrected']}",
    "hits": "检索结果",
    "changes": "变化",
}
_YEARS_WORD: Final = f"{SIGNS['lacking']} 与上年不同"
_STOCK_WORD: Final = f"{SIGNS['stock']} 通用表述"

_LINK: Final = " › "
_LEAST: Final = 24
"""Cells; with less of it, what a mark was the year before tells nobody anything."""


def header(
    left: Sequence[str],
    marks: Sequence[str],
    where: Sequence[str],
    above: Sequence[str],
    width: int,
    ambiguous: Ambiguous = 1,
    counts: Collection[str] = (),
) -> str:
    """The top line: what is on on the left, where one is on the right. Where room lacks, first
    what ``above`` says is left out, then ``left`` from its end, then ``where`` from its end.

    Args:
        left: What is on, the most telling first.
        marks: Which mark of how many one is at, which goes before all else; what else is said of
            marks, which goes first of all.
        where: Part, and theme in it.
        above: What these stand in, outermost first.
        width: Cells of the line.
        ambiguous: Cells of an ambiguous character on this terminal.
        counts: Which of ``left`` belong together: of some alone it is said that there are more.
    """

    def measure(words: str) -> int:
        return cells(words, ambiguous)

    room = width - 2
    first = [shorten(words, room, ambiguous) for words in marks[:1]]
    room -= sum(measure(words) + 2 for words in first)
    inner = list(where)
    while len(inner) > 1 and measure(_LINK.join(inner)) > room:
        inner.pop()
    right = shorten(_LINK.join(inner), room, ambiguous)
    room -= measure(right)
    shown = [*left, *(_fitted(words, left, room, ambiguous) for words in marks[1:])]
    while shown and measure("  ".join(shown) + _more(shown, counts)) + 2 > room:
        shown.pop()
    if shown:
        shown[-1] += _more(shown, counts)
    room -= sum(measure(words) + 2 for words in shown)
    for words in reversed(above):
        link = f"{words}{_LINK}" if right else words
        if measure(link) > room:
            break
        right = link + right
        room -= measure(link)
    shown[len(left) : len(left)] = first
    return " " + fill("  ".join(shown), width - 2 - measure(right), ambiguous) + right + " "


def _more(shown: Sequence[str], counts: Collection[str]) -> str:
    """A sign after the last of ``shown``, where that is one of ``counts`` and others are not."""
    is_part = shown[-1] in counts and not set(counts) <= set(shown)
    return " …" if is_part else ""


def _fitted(words: str, left: Sequence[str], room: int, ambiguous: Ambiguous) -> str:
    """``words`` cut to what ``left`` leaves of ``room``, if that is enough to be read."""
    rest = room - sum(cells(each, ambiguous) + 2 for each in left) - 2
    return shorten(words, max(rest, _LEAST), ambiguous)


def mark_words(
    shown: Shown | Literal["hits", "changes"],
    in_years: bool,
    at: int | None,
    count: int | None,
    before: str | None,
    sought: str = "",
) -> list[str]:
    """What is marked, and which mark one is at: ``# 数据 2/3``.

    Args:
        shown: What is marked, or gone to.
        in_years: Whether what is marked is what was said otherwise the year before.
        at: Which mark one went to, from 0.
        count: How many there are, as soon as that is known.
        before: What the mark was the year before, if that is known.
        sought: What was looked up in the open reports.
    """
    if shown == "nothing":
        return []
    word = _YEARS_WORD if in_years else _MARK_WORDS[shown]
    if sought and shown == "hits":
        word = f"查找“{sought}”"
    place = "" if at is None else f"{at + 1}/"
    found = [f"{word} {place}{'…' if count is None else count}"]
    if before is not None:
        found.append(f"上年：{one_line(before) or '无'}")
    return [*found, _STOCK_WORD] if shown in ("lacking", "shared") else found


def tabs(
    names: Sequence[str], shown: Collection[int], active: int, width: int, ambiguous: Ambiguous = 1
) -> str:
    """All open reports on one line, those on the screen in brackets, the active one in view."""
    first, words = _tab_words(names, shown, active, width, ambiguous)
    line = ("… " if first else "") + "  ".join(words)
    if cells(line, ambiguous) > width - 1:
        # Whole names only: half a year is another one. The active one is the last to go.
        while len(words) > active - first + 1 and cells(line, ambiguous) > width - 1:
            words.pop()
            line = ("… " if first else "") + "  ".join([*words, "…"])
    return " " + shorten(line, width - 1, ambiguous)


def tab_at(
    x: int,
    names: Sequence[str],
    shown: Collection[int],
    active: int,
    width: int,
    ambiguous: Ambiguous = 1,
) -> int | None:
    """Which report the tab at cell ``x`` of what :func:`tabs` gives belongs to."""
    first, words = _tab_words(names, shown, active, width, ambiguous)
    start = 1 + (cells("… ", ambiguous) if first else 0)
    for number, word in enumerate(words, first):
        end = start + cells(word, ambiguous)
        if start <= x < end:
            return number
        start = end + 2
    return None


def _tab_words(
    names: Sequence[str], shown: Collection[int], active: int, width: int, ambiguous: Ambiguous
) -> tuple[int, list[str]]:
    """The first report that has a tab, and the tabs from there on."""
    words = [f"[{name}]" if number in shown else name for number, name in enumerate(names)]
    first = 0
    while first < active and cells("  ".join(words[first : active + 1]), ambiguous) > width - 7:
        first += 1
    return first, words[first:]


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

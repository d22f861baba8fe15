"""The counts under the input, by year and by issuer; choosing one narrows the hits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar, Final, Literal

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tuibrowser.model.search import UNDATED, UNNAMED, Filters
from tuibrowser.search.facets import FacetTally
from tuibrowser.text.linebreak import one_line
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.find.commands import FIND_COUNTS
from tuibrowser.tui.find.question import Counts
from tuibrowser.tui.terminal.widths import cells, shorten

Row = Literal[0, 1]
YEARS: Final[Row] = 0
ISSUERS: Final[Row] = 1

_TITLES: Final = (" 年份", " 单位")
_GAP: Final = 2
_LONGEST_NAME: Final = 24
_CUT: Final = "…"
_STEP: Final = "\x1f"
"""Between the levels of a unit that has namesakes; no name holds it."""
_UNKNOWN: Final[dict[int | str, str]] = {UNDATED[0]: "未注明年份", UNNAMED: "未注明单位"}


@dataclass(frozen=True, slots=True)
class _Item:
    """One count."""

    value: int | str
    text: str
    chosen: bool

    @property
    def shown(self) -> str:
        """Brackets, so that colour is not all that tells the chosen one."""
        return f"[{self.text}]" if self.chosen else self.text


class Tallies(Widget, can_focus=True):
    """Two lines of counts. With the focus, arrows point at one and Enter chooses it."""

    BINDINGS = bindings(FIND_COUNTS.commands)
    # Whoever clicks a count while typing goes on typing.
    FOCUS_ON_CLICK = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "tallies--title",
        "tallies--chosen",
        "tallies--pointed",
    }
    DEFAULT_CSS = """
    Tallies {
        height: 2;
        & > .tallies--title { color: $text-muted; }
        & > .tallies--chosen { color: $text-accent; text-style: bold; }
        & > .tallies--pointed { text-style: reverse; }
    }
    """

    class Narrowed(Message):
        """Something else is chosen now."""

        def __init__(self, chosen: Filters) -> None:
            super().__init__()
            self.chosen = chosen

    def __init__(self) -> None:
        super().__init__()
        self._counts: Counts | None = None
        self._valid = False
        """Whether the counts are those of what is chosen."""
        self._chosen = Filters()
        self._rows: tuple[list[_Item], list[_Item]] = ([], [])
        self._row: Row = YEARS
        self._pointed = [0, 0]
        self._first = [0, 0]
        """Of each row the first item that is in view."""
        self._entered_from: Widget | None = None

    @property
    def chosen(self) -> Filters:
        """What narrows the hits: a year, an issuer, both or neither."""
        return self._chosen

    @property
    def empty(self) -> bool:
        """Whether there is nothing to choose or to let go of."""
        return not any(self._rows)

    def enter(self) -> bool:
        """Take the focus from where it is; ``False`` where there is nothing to point at."""
        if self.empty:
            return False
        self._entered_from = self.screen.focused
        self.focus()
        return True

    def action_leave(self) -> None:
        """Give the focus back."""
        self.screen.set_focus(self._entered_from)

    def show(self, counts: Counts | None) -> None:
        """Show other counts; ``None`` while those of another query are being made."""
        self._counts = counts
        self._valid = counts is not None
        self._set_rows()

    def action_point(self, steps: int) -> None:
        """Point at the item so many further right, as far as there are any."""
        last = len(self._rows[self._row]) - 1
        self._pointed[self._row] = max(0, min(self._pointed[self._row] + steps, last))
        self.refresh()

    def action_change_row(self) -> None:
        """Point at the other line."""
        self._row = ISSUERS if self._row == YEARS else YEARS
        self.refresh()

    def action_choose(self) -> None:
        """Choose what is pointed at, or let go of it."""
        items = self._rows[self._row]
        if items:
            self._toggle(self._row, items[self._pointed[self._row]])

    def clear(self) -> None:
        """Let go of everything chosen."""
        self._narrow(Filters())

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        row: Row = ISSUERS if y else YEARS
        width = self.size.width
        segments = [Segment(_TITLES[row], self._style("tallies--title"))]
        shown = self._visible(row)
        for index, _, item in shown:
            style = self._style("tallies--chosen") if item.chosen else self.rich_style
            if self.has_focus and row == self._row and index == self._pointed[row]:
                style += self.get_component_rich_style("tallies--pointed", partial=True)
            segments += [Segment(" " * _GAP, self.rich_style), Segment(item.shown, style)]
        if self._counts is not None and not shown:
            segments.append(Segment(" " * _GAP + "无", self._style("tallies--title")))
        elif self._counts is None or shown[-1][0] + 1 < len(self._rows[row]):
            segments.append(Segment(" " * _GAP + _CUT, self._style("tallies--title")))
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        row: Row = ISSUERS if event.y else YEARS
        for index, start, item in self._visible(row):
            if start <= event.x < start + cells(item.shown):
                self._row = row
                self._pointed[row] = index
                self._toggle(row, item)
                return

    def on_focus(self) -> None:
        """Show what is pointed at."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide it."""
        self.refresh()

    def _set_rows(self) -> None:
        """Make the items anew, and stay at those that are pointed at."""
        before = [
            items[at].value if at < len(items) else None
            for items, at in zip(self._rows, self._pointed, strict=True)
        ]
        years, issuers, places = self._chosen.years, self._chosen.issuers, self._chosen.places
        counts = self._counts or Counts((), ())
        self._rows = (
            self._items(counts.years, UNDATED[0], years[0] if years else None),
            self._items(
                counts.issuers, UNNAMED, _STEP.join((*places, issuers[0])) if issuers else None
            ),
        )
        for row, value in enumerate(before):
            at = (number for number, item in enumerate(self._rows[row]) if item.value == value)
            # What is being counted anew will be pointed at again when it is there.
            self._pointed[row] = next(at, 0 if self._counts else self._pointed[row])
        self.refresh()

    def _items(
        self, tallies: Sequence[FacetTally], unknown: int | str, chosen: int | str | None
    ) -> list[_Item]:
        """What can be chosen; the chosen one even without hits."""
        found = {unknown if tally.value is None else _told_apart(tally): tally for tally in tallies}
        if chosen is not None and chosen not in found:
            found = {chosen: FacetTally(chosen, 0, exact=True), **found}
        return [
            _Item(value, f"{_name(value)} {self._number(tally)}", value == chosen)
            for value, tally in found.items()
        ]

    def _number(self, tally: FacetTally) -> str:
        """Nothing that is not true: no old number after something else was chosen."""
        if not self._valid:
            return _CUT
        return f"{tally.count}" if tally.exact else f"{tally.count}+"

    def _toggle(self, row: Row, item: _Item) -> None:
        match item.value:
            case int(year) if row == YEARS:
                years = None if item.chosen else (year, year)
                self._narrow(self._chosen._replace(years=years))
            case str(unit):
                *places, issuer = ("",) if item.chosen else unit.split(_STEP)
                issuers = () if item.chosen else (issuer,)
                self._narrow(self._chosen._replace(issuers=issuers, places=tuple(places)))

    def _narrow(self, chosen: Filters) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            # The names stay, so that who chooses a year can choose a township at once.
            self._valid = False
            self._set_rows()
            self.post_message(self.Narrowed(chosen))

    def _visible(self, row: Row) -> list[tuple[int, int, _Item]]:
        """The items that fit, each with its number and the cell it starts at."""
        items = self._rows[row]
        title = cells(_TITLES[row])
        # Beyond the last there must be room to say that there are more.
        room = self.size.width - title - _GAP - cells(_CUT)
        first = self._first[row] = self._scrolled(row, room)
        found = []
        end = 0
        for index in range(first, len(items)):
            start, end = end + _GAP, end + _GAP + cells(items[index].shown)
            if end > room and index > first:
                break
            found.append((index, title + start, items[index]))
        return found

    def _scrolled(self, row: Row, room: int) -> int:
        """The first item in view, so that the one pointed at is."""
        items, pointed = self._rows[row], min(self._pointed[row], len(self._rows[row]) - 1)
        first = min(self._first[row], max(pointed, 0))
        widths = [cells(item.shown) + _GAP for item in items[first : pointed + 1]]
        fitting = sum(width <= room for width in accumulate(reversed(widths)))
        return first + max(len(widths) - max(fitting, 1), 0)

    def _style(self, name: str) -> Style:
        return self.rich_style + self.get_component_rich_style(name, partial=True)


def _told_apart(tally: FacetTally) -> int | str:
    """What one count is chosen by: with its place where others have the name."""
    if isinstance(tally.value, str):
        return _STEP.join((*tally.within, tally.value))
    return tally.value or 0


def _name(value: int | str) -> str:
    if value in _UNKNOWN:
        return _UNKNOWN[value]
    return (
        f"{value}"
        if isinstance(value, int)
        else shorten(one_line(value.replace(_STEP, "")), _LONGEST_NAME)
    )

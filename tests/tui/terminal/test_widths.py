"""Terminals that draw “—…① two cells wide."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import drawn
import made
import pytest
from handmade import Draft
from rich import cells as rich_cells
from rich.segment import Segment
from terminals import Terminal
from textual.scrollbar import ScrollBarRender

from tuibrowser.store.library import Library
from tuibrowser.text.cellwidth import cells
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.messages import TerminalMeasured
from tuibrowser.tui.terminal import widths
from tuibrowser.tui.terminal.widths import measured, widen


@pytest.mark.parametrize(
    ("column", "row", "width"),
    [(4, 0, 1), (8, 0, 2), (5, 0, 2), (3, 0, None), (12, 0, None), (4, 7, None), (0, 0, None)],
)
def test_what_the_answer_means(column: int, row: int, width: int | None) -> None:
    assert measured(column, row) == width


@pytest.fixture
def as_before() -> Iterator[None]:
    """Gives rich and Textual their own widths back, and the program the narrow ones."""
    names = ("get_character_cell_size", "_is_single_cell_widths")
    own = {name: vars(rich_cells)[name] for name in names}
    bars = ScrollBarRender.VERTICAL_BARS
    yield
    widths._ambiguous = 1
    ScrollBarRender.VERTICAL_BARS = bars
    for module in measuring():
        vars(module).update({name: own[name] for name in own.keys() & vars(module).keys()})
    rich_cells.cached_cell_len.cache_clear()
    Segment._split_cells.cache_clear()


def measuring() -> list[ModuleType]:
    """The modules of rich and Textual that measure characters."""
    ours = [it for name, it in sys.modules.items() if name.startswith(("rich.", "textual."))]
    return [it for it in ours if "get_character_cell_size" in vars(it)]


@pytest.mark.usefixtures("as_before")
def test_whatever_measures_counts_alike_and_lines_are_cut_anywhere() -> None:
    line = Segment("法治思想，把“法治陶乡”建设①")
    assert line.split_cells(23)[0].cell_length == 23
    widen()
    assert {it.get_character_cell_size("”") for it in measuring()} == {2}
    assert len(measuring()) > 2
    for cut in range(line.cell_length):
        left, right = line.split_cells(cut)
        assert left.cell_length == cut
        assert left.cell_length + right.cell_length == line.cell_length


@pytest.mark.usefixtures("as_before")
def test_rich_counts_as_the_terminal_draws() -> None:
    assert rich_cells.cell_len("“①·") == 3
    widen()
    assert rich_cells.cell_len("“①·") == 6
    assert rich_cells.cell_len("·") == 2
    assert rich_cells.cell_len("调解a│ ") == 8
    assert rich_cells.split_text("“①调", 4) == ("“①", "调")


@pytest.mark.usefixtures("as_before")
async def test_panes_are_straight_where_quotes_are_wide(tmp_path: Path) -> None:
    reports = []
    for town in ("甲镇", "乙镇", "丙乡"):
        draft = Draft(town).title(f"{town}报告").head("一、", "“八五”普法", "measures_results")
        for number in range(9):
            draft.measure(f"“一站式”调解——{'①' * number}“三色台账”…共{number}件。", "mediation")
        reports.append(draft.report())
    app = BrowserApp(made.library(tmp_path / "library.sqlite3", reports))
    async with app.run_test(size=(120, 30)) as pilot:
        app.post_message(TerminalMeasured(2))
        await pilot.pause()
        rules = set()
        for line in drawn.lines(app)[2:-1]:
            assert cells(line, 2) <= 120
            parts = line.split("|")
            assert len(parts) == 3, line
            rules.add((cells(parts[0], 2), cells("|".join(parts[:2]), 2)))
        assert len(rules) == 1


def test_the_terminal_is_asked_and_its_answer_heeded(sample_library: Library) -> None:
    terminal = Terminal(("-m", "tuibrowser", "--db", str(sample_library.path)), size=(120, 40))
    try:
        terminal.expect("添加报告")
        assert b"\x1b[6n" in terminal.output
        before = len(terminal.output)
        terminal.type("\x1b[1;9R")
        # The rule of such terminals is drawn anew in every pane.
        terminal.expect("| ")
        assert len(terminal.output) > before
        terminal.type("q")
        assert terminal.end() == 0
    finally:
        terminal.close()


def test_a_terminal_that_does_not_answer_is_not_waited_for(sample_library: Library) -> None:
    terminal = Terminal(("-m", "tuibrowser", "--db", str(sample_library.path)), size=(120, 40))
    try:
        terminal.expect("添加报告")
        terminal.type("q")
        assert terminal.end() == 0
    finally:
        terminal.close()


def test_nobody_is_asked_over_a_pipe(sample_library: Library) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tuibrowser", "--db", str(sample_library.path)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    assert b"\x1b" not in done.stdout + done.stderr

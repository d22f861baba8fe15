"""What the mouse selects in a page is the report's text, not the screen's lines; and of a long
report only some lines are kept as they are drawn."""

from __future__ import annotations

from pathlib import Path

import drawn
import made
import pytest
from handmade import Draft, plain
from textual.pilot import Pilot

from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.pages.page import Page

SIZE = (80, 24)


@pytest.fixture
def app(tmp_path: Path) -> BrowserApp:
    draft = Draft("甲镇").title("报告").head("一、", "普法", "measures_results")
    draft.measure(
        "我镇全年围绕“八五”普法规划开展宣传活动十二场次，\n发放资料三千余份。", "publicity"
    )
    draft.measure("组织学法考试四次。", "study", gap="\n")
    library = made.library(tmp_path / "library.sqlite3", [draft.report(), plain("乙镇")])
    return BrowserApp(library, ("甲镇@2023", "乙镇@2023"))


async def drag(pilot: Pilot[None], begin: tuple[int, int], end: tuple[int, int]) -> str:
    """Drag from cell to cell; what Ctrl+C then copies."""
    await pilot.mouse_down(offset=begin)
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await pilot.pause()
    await pilot.press("ctrl+c")
    return pilot.app.clipboard


def line_with(app: BrowserApp, words: str) -> int:
    return next(at for at, line in enumerate(drawn.lines(app)) if words in line)


async def test_wraps_are_not_copied_but_paragraphs_are(app: BrowserApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        first, last = line_with(app, "我镇全年"), line_with(app, "组织学法")
        copied = await drag(pilot, (5, first), (11, last))
    assert copied == (
        "我镇全年围绕“八五”普法规划开展宣传活动十二场次，发放资料三千余份。\n组织学法"
    )


async def test_a_drag_into_the_next_pane_stays_in_the_first(app: BrowserApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        first = line_with(app, "我镇全年")
        copied = await drag(pilot, (5, first), (70, first + 1))
    assert copied.startswith("我镇全年围绕")
    assert "乙镇" not in copied
    assert "组织学法" not in copied


async def test_a_drag_backwards_into_the_pane_before(app: BrowserApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        last = line_with(app, "（一）深入开展普法宣传")
        copied = await drag(pilot, (60, last), (10, last - 1))
    assert copied.startswith("一、主要举措和成效\n（一）深入开展")
    assert "普法规划" not in copied


async def test_dragging_over_emptiness_copies_nothing(app: BrowserApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        filler = line_with(app, "存在的不足和原因：未单列")
        assert await drag(pilot, (5, filler), (30, filler + 1)) == ""
        await pilot.press("end", "j", "j")
        assert await drag(pilot, (5, 20), (60, 22)) == ""


async def test_a_click_makes_a_report_active(app: BrowserApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.click(list(app.home.query(Page))[1], offset=(5, 3))
        await pilot.pause()
        assert app.home.opened.active == 1
        assert "乙镇2023】" in drawn.lines(app)[1]


async def test_twice_clicked_is_no_trouble(app: BrowserApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        page = next(iter(app.home.query(Page)))
        await pilot.click(page, offset=(8, 3), times=2)
        await pilot.click(page, offset=(8, 3), times=3)
        await pilot.press("ctrl+c", "r", "x")
        assert app.is_running


async def test_what_was_drawn_long_ago_is_not_kept(tmp_path: Path) -> None:
    library = made.library(tmp_path / "library.sqlite3", [plain("甲镇", repeat=200)])
    app = BrowserApp(library, ("甲镇@2023",))
    async with app.run_test(size=SIZE) as pilot:
        page = app.home.query_one(Page)
        first = drawn.lines(app)
        await pilot.press(*["pagedown"] * 10)
        assert page.top > 5 * page.size.height
        assert len(page._drawn) <= 2 * page.size.height
        await pilot.press("home")
        assert drawn.lines(app) == first

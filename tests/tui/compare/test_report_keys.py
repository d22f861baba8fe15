"""Which reports stand side by side: pin, change, another year, pages of panes."""

from __future__ import annotations

from pathlib import Path

import drawn
import made
import pytest
from compared import names, said, tops
from handmade import plain

from tuibrowser.state.workspaces import Mode, load_workspace
from tuibrowser.store.library import Library
from tuibrowser.text.cellwidth import cells
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.compare.open_reports import MODES
from tuibrowser.tui.library.picker import PickerScreen

WIDE = (120, 40)
SMALL = (80, 24)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    reports = [plain(town, repeat=9) for town in ("甲镇", "乙镇", "丙乡", "丁镇", "戊镇")]
    reports += [plain("甲镇", 2021), plain("甲镇", 2022)]
    return made.library(tmp_path / "library.sqlite3", reports)


def opened(library: Library, *towns: str) -> BrowserApp:
    return BrowserApp(library, [f"{town}@2023" for town in towns])


async def test_the_pinned_report_stands_left_of_every_other(library: Library) -> None:
    app = opened(library, "甲镇", "乙镇", "丙乡", "丁镇")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("tab", "p")
        assert names(app) == ["乙镇2023", "甲镇2023", "丙乡2023", "丁镇2023"]
        for other in ("甲镇2023", "丙乡2023", "丁镇2023"):
            await pilot.press("tab")
            titles = drawn.lines(app)[2]
            assert "固定" in titles.partition("乙镇2023")[0]
            assert f"{other}】" in titles.partition("乙镇2023")[2]
        await pilot.press("<", "<")
        await pilot.press("<")
        assert "固定的报告总在最左" in said(app)
        await pilot.press("q")
    assert load_workspace(library.path).pinned
    again = BrowserApp(library)
    async with again.run_test(size=SMALL) as pilot:
        assert "固定" in drawn.lines(again)[2]
        again.home.opened.active = 0
        await pilot.press("p")
        assert "固定" not in drawn.lines(again)[2]


async def test_pages_of_panes(library: Library) -> None:
    app = opened(library, "甲镇", "乙镇", "丙乡", "丁镇", "戊镇")
    async with app.run_test(size=SMALL) as pilot:
        assert "【某省 某市 某县 甲镇2023】" in drawn.lines(app)[2]
        await pilot.press(")")
        assert "丙乡2023】" in drawn.lines(app)[2]
        assert "丁镇2023" in drawn.lines(app)[2]
        await pilot.press("）")
        assert "戊镇2023】" in drawn.lines(app)[2]
        await pilot.press(")")
        assert "右边没有更多报告" in said(app)
        await pilot.press("(", "(")
        assert "甲镇2023】" in drawn.lines(app)[2]


@pytest.mark.parametrize("mode", MODES)
async def test_another_year_takes_the_place_at_the_same_part(library: Library, mode: Mode) -> None:
    app = opened(library, "乙镇", "甲镇", "丙乡")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("tab", *["r"] * MODES.index(mode))
        await pilot.press("]", "]", "]", "-")
        assert names(app) == ["乙镇2023", "甲镇2022", "丙乡2023"]
        line = next(it for it in drawn.lines(app)[2:] if "三、党政主要负责人" in it)
        assert line.count("三、党政主要负责人") == 3
        assert "规定内容 3/5" in drawn.lines(app)[0]
        await pilot.press("-")
        assert names(app)[1] == "甲镇2021"
        await pilot.press("-")
        assert names(app)[1] == "甲镇2021"
        assert "报告库中没有 甲镇2021 更早年份的报告" in said(app)
        await pilot.press("=", "＝")
        assert names(app)[1] == "甲镇2023"
        assert "规定内容 3/5" in drawn.lines(app)[0]
        assert tops(app) == app.home.viewport.tops


async def test_another_year_of_the_only_report_stays_at_the_part(library: Library) -> None:
    app = opened(library, "甲镇")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]", "]", "-")
        assert names(app) == ["甲镇2022"]
        assert "二、存在的不足和原因" in drawn.lines(app)[2]


async def test_a_year_that_is_open_already_is_not_opened_twice(library: Library) -> None:
    app = BrowserApp(library, ["甲镇@2022", "甲镇@2023"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("tab", "-")
        assert names(app) == ["甲镇2022", "甲镇2023"]
        assert "甲镇2022 已在对照中" in said(app)


async def test_another_report_is_picked_for_the_place(library: Library) -> None:
    app = opened(library, "甲镇", "乙镇")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]", "]", "X")
        assert isinstance(app.screen, PickerScreen)
        await pilot.press(*"戊镇", "enter")
        await pilot.pause()
        assert names(app) == ["戊镇2023", "乙镇2023"]
        assert drawn.lines(app)[2].count("二、存在的不足和原因") == 2
        await pilot.press("H")
        assert names(app) == ["戊镇2023", "乙镇2023"]
        assert app.is_running


async def test_with_nothing_open_the_keys_say_what_to_do(library: Library) -> None:
    app = opened(library, "甲镇")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("x")
        for key in ("p", "X", "-", ")", "i", "f", "m", "R", "H", "s", "r"):
            await pilot.press(key)
            assert said(app) == ["还没有打开报告。按 a 从报告目录中添加，按 / 检索全文。"], key


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 40)])
async def test_a_name_in_the_head_is_clicked_to_make_its_report_the_active_one(
    sample_library: Library, size: tuple[int, int]
) -> None:
    refs = ("柳溪镇@2024", "白石桥镇@2024", "望禾乡@2024", "梧桐街道@2024", "石鼓滩镇@2024")
    app = BrowserApp(sample_library, refs)
    async with app.run_test(size=size) as pilot:
        for town in ("望禾乡2024", "白石桥镇2024", "石鼓滩镇2024", "望禾乡2024"):
            tabs = drawn.lines(app)[1]
            if town in tabs:
                await pilot.click(offset=(cells(tabs[: tabs.index(town)]), 1))
                assert f"{town}】" in drawn.lines(app)[2]
        # The last of the panes, by its title.
        title = drawn.lines(app)[2]
        last = title.rstrip().split()[-1].strip("【】")
        await pilot.click(offset=(cells(title.rstrip()) - 2, 2))
        assert f"{last}】" in drawn.lines(app)[2]

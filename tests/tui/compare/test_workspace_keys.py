"""Workspaces with a name: saved, opened, renamed, deleted."""

from __future__ import annotations

from pathlib import Path

import drawn
import made
import pytest
from compared import names, said
from handmade import plain

from tuibrowser.state.workspaces import load_named, named_file
from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.compare.workspaces import WorkspacesScreen

SIZE = (120, 30)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    reports = [plain(town, repeat=9) for town in ("甲镇", "乙镇", "丙乡")]
    return made.library(tmp_path / "library.sqlite3", reports)


async def test_a_workspace_is_saved_and_opened_as_it_was(library: Library) -> None:
    app = BrowserApp(library, ["甲镇@2023", "乙镇@2023"])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "]", "]", "tab", "p", "w", "s", "enter")
        await pilot.pause()
        assert "已保存对照方案“乙镇2023等 2 份”" in said(app)
        saved = load_named(library.path)["乙镇2023等 2 份"]
        await pilot.press("escape", "x", "x", "a", *"丙乡", "enter")
        await pilot.pause()
        assert names(app) == ["丙乡2023"]
        await pilot.press("ｗ", "enter")
        await pilot.pause()
        assert names(app) == ["乙镇2023", "甲镇2023"]
        assert "按工作领域对齐" in drawn.lines(app)[0]
        assert "规定内容 2/5" in drawn.lines(app)[0]
        assert "固定" in drawn.lines(app)[1]
        assert app.home.workspace == saved
    again = BrowserApp(library)
    async with again.run_test(size=SIZE):
        assert names(again) == ["乙镇2023", "甲镇2023"]


async def test_renaming_and_deleting(library: Library) -> None:
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w", "enter", "r", "x")
        assert isinstance(app.screen, WorkspacesScreen)
        for name in ("汇报", "会商"):
            await pilot.press("s", "ctrl+u", *name, "enter")
            await pilot.pause()
        assert list(load_named(library.path)) == ["会商", "汇报"]
        await pilot.press("r", *["backspace"] * 9, *"汇报", "enter")
        await pilot.pause()
        assert "已有名为“汇报”的对照方案，请换一个名称" in said(app)
        await pilot.press("r", *["backspace"] * 9, *"汇总", "enter")
        await pilot.pause()
        assert list(load_named(library.path)) == ["汇总", "汇报"]
        await pilot.press("x")
        assert list(load_named(library.path)) == ["汇总", "汇报"]
        # To go on to another one takes the first x back.
        await pilot.press("j", "k", "x")
        assert len(load_named(library.path)) == 2
        await pilot.press("x")
        assert list(load_named(library.path)) == ["汇报"]
        await pilot.press("s", "ctrl+u", *"汇报", "enter")
        await pilot.pause()
        assert "已更新对照方案“汇报”" in said(app)
        assert len(load_named(library.path)) == 1


async def test_what_cannot_be_stored_or_read_is_said(library: Library, home: Path) -> None:
    named_file(library.path).parent.mkdir(parents=True)
    named_file(library.path).write_text("[]", "utf-8")
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w")
        assert any("保存的对照方案无法读取" in it for it in said(app))
        assert "还没有保存的方案" in drawn.text(app)
        named_file(library.path).unlink()
        named_file(library.path).mkdir()
        await pilot.press("s", "enter")
        await pilot.pause()
        assert any("对照方案未能保存" in it for it in said(app))
        assert "还没有保存的方案" in drawn.text(app)


async def test_reports_that_left_the_library_are_left_out_and_said(library: Library) -> None:
    app = BrowserApp(library, ["甲镇@2023", "乙镇@2023"])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w", "s", "enter")
        await pilot.pause()
        with library.write() as writer:
            writer.remove(app.home.opened.reports[1].sha256)
        await pilot.press("enter")
        await pilot.pause()
        assert names(app) == ["甲镇2023"]
        assert any("有 1 份已不在报告库中" in it for it in said(app))


async def test_only_what_can_be_done_is_offered(library: Library) -> None:
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w")
        await pilot.pause()
        assert drawn.lines(app)[-1].split("│")[0].split() == ["s", "保存当前", "Esc", "关闭"]
        await pilot.press("s", "enter")
        await pilot.pause()
        assert "Enter 打开  s 保存当前  r 改名  x 删除" in drawn.lines(app)[-1]

"""The browser on a shared library and one's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import drawn
import pytest
from compared import names, said
from finding import until
from handmade import plain
from made import library as library_of
from report_files import write_report
from textual.pilot import Pilot

from tuibrowser.store.errors import LibraryError
from tuibrowser.store.joint.library import JointLibrary
from tuibrowser.store.library import Library
from tuibrowser.tui.adding.screen import AddingScreen
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.find.screen import FindScreen
from tuibrowser.tui.library.picker import PickerScreen

WIDE = (120, 40)

SHARED = [plain("甲镇", 2023), plain("乙镇", 2023), plain("甲镇", 2022)]
OWN = [plain("甲镇", 2024), replace(plain("乙镇", 2023, repeat=2), file="乙镇修改稿.txt")]


@pytest.fixture
def shared(tmp_path: Path) -> Library:
    return library_of(tmp_path / "shared.sqlite3", SHARED)


@pytest.fixture
def own(tmp_path: Path) -> Library:
    return library_of(tmp_path / "own.sqlite3", OWN)


@pytest.fixture
def both(shared: Library, own: Library) -> JointLibrary:
    return JointLibrary([shared, own])


def listed(app: BrowserApp) -> list[str]:
    """The lines of the picker that are reports, less what stands before their names."""
    assert isinstance(app.screen, PickerScreen)
    lines = drawn.lines(app)[2:]
    found = [line.split("│")[0].strip(" >*") for line in lines]
    return [line for line in found if line.startswith(("甲镇", "乙镇", "丙乡"))]


async def found(pilot: Pilot[None], app: BrowserApp) -> set[str]:
    """The reports that hits are of, once all of the answer is there."""
    screen = app.screen
    assert isinstance(screen, FindScreen)
    await until(pilot, lambda: screen.finished)
    answer = screen._inquiry.found
    assert answer is not None
    return {f"{hit.passage.issuer}{hit.passage.year}" for hit in answer.result.hits}


async def test_the_picker_lists_both_and_is_narrowed_to_ones_own(both: JointLibrary) -> None:
    app = BrowserApp(both, ["甲镇@2023"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("a")
        assert listed(app) == [
            "甲镇2024（个人库）",
            "甲镇2023（已打开）",
            "甲镇2022",
            "乙镇2023（个人库）",
            "乙镇2023（第 2 份）",
        ]
        await pilot.press(*"个人库")
        assert listed(app) == ["甲镇2024（个人库）", "乙镇2023（个人库）"]
        await pilot.press("enter")
        assert len(names(app)) == 2


async def test_one_switches_between_them_and_back(both: JointLibrary, own: Library) -> None:
    app = BrowserApp(both, ["甲镇@2023"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("S")
        assert said(app) == [f"只列出和检索个人库 {own.path}"]
        await pilot.press("a")
        assert len(listed(app)) == 2
        assert "个人库 共 2 份报告" in drawn.text(app)
        await pilot.press("escape", "S", "a")
        assert "共享库 共 3 份报告" in drawn.text(app)
        # What is not listed is there all the same: the other years of what is open.
        await pilot.press("escape", "=")
        assert names(app) == ["甲镇2024"]
        await pilot.press("S", "a")
        assert " 共 5 份报告" in drawn.text(app)


async def test_of_one_library_it_is_said_that_there_is_but_one(shared: Library) -> None:
    app = BrowserApp(shared, ["甲镇@2023"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("S")
        assert said(app) == ["只打开了一个报告库；启动时写几个 --db，可以一并打开几个"]
        await pilot.press("a")
        assert "个人库" not in drawn.text(app)
        assert len(listed(app)) == 3


async def test_both_are_searched_or_the_chosen_one(both: JointLibrary) -> None:
    app = BrowserApp(both, ["甲镇@2023"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("/", *"普法")
        assert await found(pilot, app) == {"甲镇2024", "甲镇2023", "甲镇2022", "乙镇2023"}
        await pilot.press("escape", "S")
        assert await found(pilot, app) == {"甲镇2024", "乙镇2023"}
        assert "只检索个人库" in drawn.text(app)
        await pilot.press("S")
        assert await found(pilot, app) == {"甲镇2023", "甲镇2022", "乙镇2023"}
        assert "只检索共享库" in drawn.text(app)
        await pilot.press("S")
        assert await found(pilot, app) == {"甲镇2024", "甲镇2023", "甲镇2022", "乙镇2023"}
        assert "只检索" not in drawn.text(app)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.home)
        assert names(app) == ["甲镇2023", "甲镇2024"]


async def test_years_of_both_stand_side_by_side(both: JointLibrary) -> None:
    app = BrowserApp(both, ["甲镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        assert names(app) == ["甲镇2023", "甲镇2024"]


async def test_files_go_to_ones_own_which_is_said(
    both: JointLibrary, shared: Library, own: Library, tmp_path: Path
) -> None:
    before = shared.path.read_bytes()
    path = tmp_path / "丙乡.txt"
    write_report(path, "丙乡")
    app = BrowserApp(both, ["甲镇@2023"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("A")
        screen = app.screen
        assert isinstance(screen, AddingScreen)
        assert f"存入个人库{own.path}" in drawn.text(app).replace(" ", "").replace("\n", "")
        screen._line.value = str(path)
        await pilot.press("enter")
        await until(pilot, lambda: screen._addition is None)
        assert "新入库：丙乡2023" in drawn.text(app)
        await pilot.press("escape", "escape")
        await until(pilot, lambda: app.screen is app.home)
        await pilot.press("a", *"丙乡")
        assert listed(app) == ["丙乡2023（个人库）"]
    assert shared.path.read_bytes() == before
    with own.read() as reader:
        assert "丙乡" in [it.issuer for it in reader.entries()]


async def test_an_excerpt_leads_back_whichever_library_is_listed(
    both: JointLibrary, shared: Library, own: Library
) -> None:
    app = BrowserApp(both, ["甲镇@2023", "甲镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]", "y", "m", "k", "tab", "]", "y")
        kept = {it.source[:6]: it.library for it in app.session.personal.excerpts}
        assert set(kept.values()) == {str(shared.path), str(own.path)}
        await pilot.press("x", "x", "S")
        assert names(app) == []
        await pilot.press("'", "k")
        assert names(app) == ["甲镇2023"]
        await pilot.press("x", "E", "enter")
        await until(pilot, lambda: app.screen is app.home)
        assert len(names(app)) == 1


async def test_both_have_a_workspace_that_is_not_that_of_one(
    both: JointLibrary, own: Library
) -> None:
    async with BrowserApp(own, ["乙镇@2023"]).run_test(size=WIDE) as pilot:
        await pilot.press("q")
    app = BrowserApp(both, ["甲镇@2022", "甲镇@2024"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("q")
    app = BrowserApp(both)
    async with app.run_test(size=WIDE) as pilot:
        assert names(app) == ["甲镇2022", "甲镇2024"]
        await pilot.press("q")
    app = BrowserApp(own)
    async with app.run_test(size=WIDE):
        assert names(app) == ["乙镇2023"]
        assert said(app) == []


async def test_ones_own_need_not_be_there_yet(shared: Library, tmp_path: Path) -> None:
    app = BrowserApp(JointLibrary([shared, Library(tmp_path / "new.sqlite3")]), ["甲镇@2023"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("S")
        assert "只打开了一个报告库" in said(app)[0]
        await pilot.press("a")
        assert len(listed(app)) == 3
    assert not (tmp_path / "new.sqlite3").exists()


def test_a_shared_library_that_is_away_is_said_before_the_screen_changes(
    own: Library, tmp_path: Path
) -> None:
    with pytest.raises(LibraryError, match="请检查共享文件夹是否已连接"):
        BrowserApp(JointLibrary([Library(tmp_path / "away.sqlite3"), own]))

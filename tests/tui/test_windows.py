"""Two windows of one person: neither undoes what was done in the other."""

from __future__ import annotations

import json
import pwd
from dataclasses import replace
from pathlib import Path

import drawn
import made
import pytest
from compared import names, press_and_read, said
from handmade import plain

from tuibrowser.model.kept import Pairing, Stretch
from tuibrowser.state.marks import LetterMark, keep_mark, load_marks, marks_file
from tuibrowser.state.pairings import keep_pairings, load_pairings
from tuibrowser.state.workspaces import (
    Workspace,
    change_named,
    load_named,
    load_workspace,
    named_file,
    save_workspace,
)
from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp

SIZE = (120, 30)
MARK = LetterMark("a" * 64, 1, 2, "丙乡2023：调解")
OTHER = Workspace(("a" * 64,))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    reports = [plain(town, repeat=9) for town in ("甲镇", "乙镇", "丙乡")]
    return made.library(tmp_path / "library.sqlite3", reports)


async def test_letters_of_both_are_kept_and_seen(library: Library) -> None:
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("'", "escape")
        keep_mark("b", MARK)
        await pilot.press("m", "a", "'")
        assert "丙乡2023：调解" in drawn.text(app)
        await pilot.press("escape")
        keep_mark("a", MARK)
        await pilot.press("m", "c")
    assert load_marks()["a"] == load_marks()["b"] == MARK
    assert set(load_marks()) == {"a", "b", "c"}


async def test_pairings_of_both_are_kept(library: Library) -> None:
    elsewhere = Pairing(Stretch("a" * 64, 1, 5), Stretch("b" * 64, 2, 9), True)
    app = BrowserApp(library, ["甲镇@2023", "乙镇@2023"])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "r", "]")
        keep_pairings([elsewhere])
        await pilot.press("u")
        assert any("已拆开" in sentence for sentence in said(app))
    assert load_pairings()[0] == elsewhere
    assert len(load_pairings()) == 2


async def test_names_given_in_both_are_kept(library: Library) -> None:
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w")
        change_named(library.path, lambda named: {"会商": OTHER, "汇报": OTHER, **named})
        # What is typed takes the place of the proposed name.
        await pilot.press("s", *"本周", "enter")
        await pilot.pause()
        assert list(load_named(library.path)) == ["本周", "会商", "汇报"]
        change_named(library.path, lambda _: {"会商": OTHER})
        await pilot.press("r", "ctrl+u", *"上周", "enter")
        await pilot.pause()
        assert "对照方案“本周”已在另一个窗口删除或改名" in said(app)
        assert "本周（" not in drawn.text(app)
        change_named(library.path, lambda _: {"会商": replace(OTHER, offset=7)})
        await pilot.press("x", "x")
        await pilot.pause()
        assert "对照方案“会商”已由另一个窗口更新，未删除" in said(app)
        await pilot.press("x", "x")
        await pilot.pause()
    assert load_named(library.path) == {}


async def test_a_window_that_was_only_looked_at_does_not_bring_back_the_old_place(
    library: Library,
) -> None:
    async with BrowserApp(library, ["甲镇@2023"]).run_test(size=SIZE):
        pass
    before = load_workspace(library.path)
    async with BrowserApp(library).run_test(size=SIZE):
        save_workspace(library.path, OTHER)
    assert load_workspace(library.path) == OTHER
    save_workspace(library.path, before)
    app = BrowserApp(library)
    async with app.run_test(size=SIZE) as pilot:
        save_workspace(library.path, OTHER)
        await pilot.press("]", "j")
        assert names(app) == ["甲镇2023"]
    assert load_workspace(library.path).reports == before.reports
    assert load_workspace(library.path).offset > 0


async def test_of_damaged_letters_and_names_the_good_ones_are_there(library: Library) -> None:
    keep_mark("a", MARK)
    change_named(library.path, lambda _: {"汇报": OTHER})
    for file, key in ((marks_file(), "marks"), (named_file(library.path), "workspaces")):
        content = json.loads(file.read_text("utf-8"))
        content[key]["b"] = ["x"]
        file.write_text(json.dumps(content), "utf-8")
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("'")
        assert "丙乡2023：调解" in drawn.text(app)
        assert {it[:5] for it in said(app)} == {"字母标记中"}
        await pilot.press("escape", "w")
        assert "汇报（1 份报告）" in drawn.text(app)
        assert {it[:5] for it in said(app)} == {"保存的对照"}


async def test_without_a_home_the_browser_opens_and_says_what_is_not_kept(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(number: int) -> None:
        raise KeyError(number)

    for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name)
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("?", "escape", "w", "escape", "E", "escape", "m", "a")
        assert any(it.startswith("字母标记未能保存：找不到主文件夹") for it in said(app))
        await pilot.press("y")
        assert any(it.startswith("摘录未能保存：找不到主文件夹") for it in said(app))
        await pilot.press("q")
    assert app.return_code == 0
    assert app.session.unsaved is not None
    assert "找不到主文件夹" in app.session.unsaved


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("~nosuch/草稿.txt", "系统中没有用户 nosuch，"), ("~/无.txt", "找不到文件 /")],
)
async def test_a_draft_of_a_user_whom_nobody_knows(
    library: Library, typed: str, reason: str
) -> None:
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=SIZE) as pilot:
        await press_and_read(pilot, app, "D", *typed, "enter")
        await pilot.pause()
        assert any(it.startswith(reason) for it in said(app))
    assert names(app) == ["甲镇2023"]


async def test_what_stands_in_the_files_does_not_steer_the_terminal(library: Library) -> None:
    hostile = "坏\x1b]52;c;aGk=\x07\x9b31m\u202e\x00\udc80尾"
    keep_mark("a", replace(MARK, words=hostile))
    change_named(library.path, lambda _: {hostile: OTHER, "b": OTHER})
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=SIZE) as pilot:
        for keys in ("'", "w", "wr", "wx"):
            await pilot.press(*keys)
            await pilot.pause()
            text = drawn.text(app).replace("\n", "")
            assert "坏" in text
            assert not set(text) & set(hostile) - set("坏]52;c;aGk=31m尾")
            await pilot.press("escape", "escape")
            await pilot.pause()


async def test_a_draft_typed_where_the_current_folder_is_gone(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = BrowserApp(library, ["甲镇@2023"])
    async with app.run_test(size=SIZE) as pilot:
        gone = tmp_path / "gone"
        gone.mkdir()
        monkeypatch.chdir(gone)
        gone.rmdir()
        await press_and_read(pilot, app, "D", *"./a.txt", "enter")
        await pilot.pause()
        assert "当前文件夹已不存在，找不到文件 ./a.txt，请写完整路径" in said(app)

"""Keys that a person chose: checked, pressed, shown."""

from __future__ import annotations

from pathlib import Path

import drawn
import made
import pytest
from compared import said, tops
from handmade import plain

from tuibrowser.state.keymap import keymap_file
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.commands.keymap import checked
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.library.picker import PickerScreen
from tuibrowser.tui.table import REGISTRY


@pytest.fixture
def app(tmp_path: Path) -> BrowserApp:
    keymap_file().parent.mkdir(parents=True)
    keymap_file().write_text(
        """
        [compare]
        next_part = ["w", "Ctrl+W"]
        workspaces = "]"
        zoom = "，"
        find = "Q"
        pin = "z"
        plain = "a"
        """,
        "utf-8",
    )
    reports = [plain(town, repeat=9) for town in ("甲镇", "乙镇")]
    return BrowserApp(made.library(tmp_path / "library.sqlite3", reports))


async def test_chosen_keys_work_with_their_twins_and_are_shown(app: BrowserApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("w")
        assert "规定内容 1/5" in drawn.lines(app)[0]
        await pilot.press("ｗ", "ctrl+w")
        assert "规定内容 3/5" in drawn.lines(app)[0]
        await pilot.press("[")
        assert "规定内容 2/5" in drawn.lines(app)[0]
        assert "w/[ 部分" in drawn.lines(app)[-1]
        await pilot.press("，")
        assert len(tops(app)) == 1
        assert ", 还原" in drawn.lines(app)[-1]
        # What was given another command is pinned, not zoomed.
        await pilot.press(",", "z")
        assert app.home.opened.pinned
        await pilot.press("】")
        assert "对照方案" in drawn.lines(app)[0]
        await pilot.press("escape", "?")
        await pilot.pause()
        assert "w Ctrl+W / [" in drawn.text(app)
        await pilot.press("escape", ":", *"下一部分")
        await pilot.pause()
        assert "下一部分        w" in drawn.lines(app)[1]


async def test_what_cannot_be_had_is_said_and_stays_as_it_was(app: BrowserApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        assert said(app) == [
            "按键设置：没有“compare.find”这个命令，名称见帮助的另一页",
            "按键设置：“a”已用于“添加报告”，“纯文本查看”（compare.plain）仍用原来的键",
        ]
        await pilot.press("a")
        assert isinstance(app.screen, PickerScreen)


async def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    keymap_file().parent.mkdir(parents=True)
    keymap_file().write_text("w", "utf-8")
    app = BrowserApp(made.library(tmp_path / "library.sqlite3", [plain()]))
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        assert any("写法有误" in it for it in said(app))
        await pilot.press("]")
        assert "规定内容 1/5" in drawn.lines(app)[0]


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("Z", "Z"),
        ("Ｚ", "Z"),
        ("，", ","),
        ("Ctrl+PgDn", "ctrl+pagedown"),
        ("ctrl+pagedown", "ctrl+pagedown"),
        ("Ctrl+T", "ctrl+t"),
        ("alt+↑", "alt+up"),
        ("Shift+F5", "shift+f5"),
        ("Backspace", "backspace"),
        ("Ctrl+空格", "ctrl+space"),
    ],
)
def test_keys_may_be_written_as_they_are_shown(written: str, named: str) -> None:
    assert checked({"compare.zoom": [written]}) == ({"compare.zoom": (named,)}, [])


@pytest.mark.parametrize("written", ["", "ctrl+", "ctrl+foo", "放大", "windows+z", "zz", "+"])
def test_keys_that_do_not_exist_are_named(written: str) -> None:
    if written == "+":
        # A key of its own, and 下一年 has it.
        keymap, (complaint,) = checked({"compare.zoom": [written]})
        assert "“+”已用于“下一年”" in complaint
    else:
        keymap, (complaint,) = checked({"compare.zoom": [written]})
        assert f"“{written}”不认识" in complaint
    assert keymap == {}


def test_a_key_of_the_app_is_not_taken_from_it_by_a_screen() -> None:
    keymap, (complaint,) = checked({"compare.zoom": ["q"]})
    assert keymap == {}
    assert "“q”已用于“返回”" in complaint


def test_of_two_commands_that_want_one_key_one_gets_it() -> None:
    keymap, complaints = checked({"compare.zoom": ["Z"], "compare.pin": ["Z"]})
    assert len(keymap) == len(complaints) == 1


def test_commands_may_change_keys_with_each_other() -> None:
    wanted = {"compare.zoom": ["p"], "compare.pin": ["z"]}
    assert checked(wanted) == ({"compare.zoom": ("p",), "compare.pin": ("z",)}, [])


def test_letters_stay_text_where_one_types() -> None:
    keymap, (complaint,) = checked({"picker.open": ["o"]})
    assert keymap == {}
    assert "用在输入文字时" in complaint


def test_the_table_itself_has_no_conflict() -> None:
    for each in REGISTRY.commands:
        assert checked({each.id: each.keys}) == ({each.id: each.keys}, []), each.id


async def test_the_next_app_of_the_process_has_the_keys_of_the_table(tmp_path: Path) -> None:
    BrowserApp(made.library(tmp_path / "library.sqlite3", [plain()]))
    assert command("compare.next_part").shown == "]"


@pytest.mark.parametrize(
    ("id_", "key", "label"),
    [
        # In the list of hits, on its counts, at home with and without reports, in the first run.
        ("app.brightness", "Ctrl+O", "展开相同"),
        ("app.brightness", "Backspace", "全部取消"),
        ("app.brightness", "w", "对照方案"),
        ("find.type", "q", "返回"),
        ("find.choose_count", "B", "明暗"),
    ],
)
def test_a_key_has_one_meaning_on_every_screen(id_: str, key: str, label: str) -> None:
    keymap, (complaint,) = checked({id_: [key]})
    assert keymap == {}
    assert f"已用于“{label}”" in complaint


def test_a_key_may_mean_another_thing_where_the_app_is_out_of_reach() -> None:
    assert checked({"outline.go": ["B"]}) == ({"outline.go": ("B",)}, [])

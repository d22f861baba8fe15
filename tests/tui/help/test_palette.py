"""The palette finds commands by their words and hands over the one chosen."""

from __future__ import annotations

import drawn
import pytest
from textual.app import App
from textual.pilot import Pilot

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.compare.commands import COMPARE
from tuibrowser.tui.find.commands import FIND
from tuibrowser.tui.help.palette import PaletteScreen, matching
from tuibrowser.tui.table import REGISTRY


class Host(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[Command | None] = []

    def on_mount(self) -> None:
        self.push_screen(PaletteScreen(FIND), self.chosen.append)


def ids(commands: list[Command]) -> list[str]:
    return [each.id for each in commands]


def test_nothing_typed_means_all_in_table_order() -> None:
    assert matching("", list(REGISTRY.commands)) == list(REGISTRY.commands)


def test_finds_by_name_sentence_id_and_key() -> None:
    commands = list(REGISTRY.commands)
    assert "find.unmark" in ids(matching("取消标记", commands))
    assert "find.preview_down" in ids(matching("三行", commands))
    assert "find.unmark" in ids(matching("UNMARK", commands))
    assert "app.palette" in ids(matching("：", commands))


def test_every_word_must_fit_and_a_name_goes_before_a_sentence() -> None:
    commands = REGISTRY.own(FIND)
    assert ids(matching("全部 标记", commands)) == ["find.unmark"]
    assert ids(matching("标记", commands)).index("find.mark") < ids(
        matching("标记", commands)
    ).index("find.open")


@pytest.mark.parametrize("typed", ["qxbj", "quxiaobiaoji", "quxbj", "取消bj"])
def test_finds_by_pinyin_and_initials_of_the_name(typed: str) -> None:
    assert ids(matching(typed, list(REGISTRY.commands))) == ["find.unmark"]


def test_words_as_they_stand_go_before_those_that_sound_alike() -> None:
    found = ids(matching("bz", list(REGISTRY.commands)))
    assert found[0] == "app.help"


@pytest.mark.parametrize("typed", ["对照", "duizhao", "dz", "摘录", "zhailu"])
def test_the_whole_name_of_a_command_names_it(typed: str) -> None:
    found = matching(typed, list(REGISTRY.commands))
    assert found[0].label == ("摘录" if typed in ("摘录", "zhailu") else "对照")
    assert len(found) > 1


async def test_what_initials_stand_for_is_underlined() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_in(pilot, "qxbj")
        strips = app.screen._compositor.render_strips()
        (line,) = (strip for strip in strips if "取消标记" in strip.text)
        assert [part.text for part in line if part.style and part.style.underline] == ["取消标记"]


async def test_that_there_is_no_such_command_stands_where_commands_do() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_in(pilot, "取消标记")
        (named,) = (line for line in drawn.lines(app) if "Esc" not in line and "取消全部" in line)
        await type_in(pilot, "没有这个")
        (none,) = (line for line in drawn.lines(app) if "没有名称含" in line)
        assert none.index("没有名称含") == named.index("取消标记")


@pytest.mark.parametrize(
    ("typed", "named"),
    [("覆盖", "coverage"), ("已报送", "coverage"), ("fugai", "coverage"), ("核对 草稿", "check")],
)
async def test_what_is_asked_outside_is_told_where_no_command_does_it(
    typed: str, named: str
) -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_in(pilot, typed)
        (told,) = (line for line in drawn.lines(app) if "退出后可运行" in line)
        assert f"tuibrowser {named}：" in told
        await pilot.press("enter")
        assert app.chosen == []


@pytest.mark.parametrize("typed", ["[b]", "[/]", "[x=1]", "没有这个", "＃"])
def test_anything_may_be_typed(typed: str) -> None:
    assert matching(typed, list(REGISTRY.commands)) == []


async def type_in(pilot: Pilot[None], words: str) -> None:
    await pilot.press(*words)
    await pilot.pause()


async def test_typing_narrows_and_enter_runs() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_in(pilot, "取消全部")
        assert "取消标记" in drawn.text(app)
        assert "下一条" not in drawn.text(app)
        await pilot.press("enter")
        assert app.chosen == [command("find.unmark")]


async def test_arrows_choose_and_wrap_round() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "up", "enter")
        assert app.chosen == [FIND.commands[1]]
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("up", "enter")
        assert app.chosen == [REGISTRY.general()[-1]]


async def test_does_not_offer_itself() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_in(pilot, "命令面板")
        assert "没有名称含“命令面板”的命令" in drawn.text(app)
        await pilot.press("enter")
        assert app.chosen == []


async def test_what_was_typed_is_never_markup() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_in(pilot, "[b]x[/]")
        assert "没有名称含“[b]x[/]”的命令" in drawn.text(app)


async def test_escape_leaves_without_a_command() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
        assert app.chosen == [None]


async def test_click_runs() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("OptionList", offset=(4, 2))
        assert app.chosen == [REGISTRY.own(FIND)[2]]


async def test_keys_are_whole_and_more_is_announced() -> None:
    app = Host()
    commands = [*REGISTRY.own(COMPARE), *REGISTRY.general()]
    async with app.run_test(size=(80, 24)) as pilot:
        app.pop_screen()
        app.push_screen(PaletteScreen(COMPARE), app.chosen.append)
        await pilot.pause()
        assert f"另有 {len(commands) - 1 - 16} 项，输入文字筛选" in drawn.text(app)
        await type_in(pilot, "上一份报告")
        assert "Shift+Tab  把左边的报告" in drawn.text(app)
        assert "另有" not in drawn.text(app)


async def test_nothing_shines_through() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)):
        assert app.screen.styles.background.a == 1

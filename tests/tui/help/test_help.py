"""Help lists what the command table holds, and lies about no key."""

from __future__ import annotations

import re

import drawn
import pytest
from textual.app import App

from tuibrowser.cli.table import COMMANDS
from tuibrowser.state.keymap import keymap_file
from tuibrowser.tui.commands.screen_spec import ScreenSpec
from tuibrowser.tui.compare.commands import COMPARE
from tuibrowser.tui.find.commands import FIND
from tuibrowser.tui.find.query_forms import QUERY_FORMS
from tuibrowser.tui.help.outside import COMMAND_LINE
from tuibrowser.tui.help.screen import HelpScreen
from tuibrowser.tui.library.commands import FIRST_RUN
from tuibrowser.tui.table import REGISTRY


@pytest.mark.parametrize(
    "spec",
    [spec for spec in REGISTRY.specs if not spec.hides_app and not spec.part_of],
    ids=lambda spec: spec.name,
)
async def test_every_command_of_the_screen_and_the_app_is_on_one_of_two_pages(
    spec: ScreenSpec,
) -> None:
    app = App[None]()
    async with app.run_test(size=(80, 160)) as pilot:
        await app.push_screen(HelpScreen(spec))
        await pilot.pause()
        first = drawn.lines(app)
        await pilot.press("tab")
        second = drawn.lines(app)
        for command in (*REGISTRY.own(spec), *REGISTRY.general(spec)):
            # Opposites share a line, where their names say enough.
            said = {command.help, command.label}
            page = second if command.expert else first
            found = [
                it for it in page if command.shown in it and any(words in it for words in said)
            ]
            assert found, command.id
            assert any(command.id in it and command.shown in it for it in second), command.id


async def test_the_first_page_is_short_and_leaves_expert_things_out() -> None:
    app = App[None]()
    async with app.run_test(size=(80, 160)) as pilot:
        await app.push_screen(HelpScreen(COMPARE))
        await pilot.pause()
        lines = drawn.lines(app)
        text = "\n".join(lines)
        assert len([line for line in lines if line]) < 40
        assert "记住" not in text
        assert "改键" not in text
        await pilot.press("tab")
        assert "再按一个字母，记住窗口顶端的段落" in drawn.text(app)
        assert str(keymap_file()) in "".join(line.strip() for line in drawn.lines(app))
        await pilot.press("tab")
        assert drawn.lines(app) == lines


async def test_letters_are_not_offered_as_keys_while_typing() -> None:
    app = App[None]()
    async with app.run_test(size=(80, 120)) as pilot:
        await app.push_screen(HelpScreen(FIND))
        await pilot.pause()
        shown = drawn.lines(app)
        start = next(index for index, line in enumerate(shown) if "正在输入时" in line)
        end = next(index for index, line in enumerate(shown) if "各界面通用" in line)
        keys = {word for line in shown[start + 1 : end] for word in line.split()[:-1]}
        assert "↓" in keys
        assert not keys & {"j", "k", "b", "空格"}


async def test_query_forms_are_explained_where_one_types_queries() -> None:
    app = App[None]()
    async with app.run_test(size=(80, 120)) as pilot:
        await app.push_screen(HelpScreen(FIND))
        await pilot.pause()
        for form, meaning in QUERY_FORMS:
            assert any(form in line and meaning in line for line in drawn.lines(app))


@pytest.mark.parametrize("key", ["escape", "q", "question_mark", "？", "ｑ"])
async def test_closes_with_any_key_that_may_be_tried(key: str) -> None:
    app = App[None]()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(HelpScreen(FIND))
        await pilot.pause()
        await pilot.press(key)
        assert not isinstance(app.screen, HelpScreen)


async def test_how_much_is_below_is_said_until_the_end() -> None:
    app = App[None]()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(HelpScreen(COMPARE))
        await pilot.pause()
        found = re.search(r"下面还有 (\d+) 行", drawn.lines(app)[-1])
        assert found
        await pilot.press(*["down"] * (int(found[1]) - 1))
        await pilot.pause()
        assert "下面还有 1 行" in drawn.lines(app)[-1]
        await pilot.press("down")
        await pilot.pause()
        assert "还有" not in drawn.lines(app)[-1]
        assert "全角字符同样有效" in "".join(line.strip() for line in drawn.lines(app)[-4:])
        await app.push_screen(HelpScreen(FIRST_RUN))
        await pilot.pause()
        assert "还有" not in drawn.lines(app)[-1]


@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_small_terminal_scrolls_to_the_end(size: tuple[int, int]) -> None:
    app = App[None]()
    async with app.run_test(size=size) as pilot:
        await app.push_screen(HelpScreen(FIND))
        await pilot.pause()
        await pilot.press(*["pagedown"] * 20)
        await pilot.pause()
        assert QUERY_FORMS[-1][0] in drawn.text(app)
        assert "Esc 关闭" in drawn.text(app)
        await pilot.press("k")
        await pilot.press(*["b"] * 20)
        await pilot.pause()
        assert "检索" in drawn.lines(app)[0]


def test_what_the_command_line_has_beside_the_browser_is_named() -> None:
    """In the words that are said there; whatever looks through many reports is on no screen."""
    told = {words.removeprefix("tuibrowser "): says for words, says in COMMAND_LINE}
    assert told.keys() == {"check", "coverage", "changes", "reuse", "figures", "like"}
    assert told.items() <= {it.name: it.help for it in COMMANDS}.items()

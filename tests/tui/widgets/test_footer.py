"""The bottom line shows what fits and does what it says, with the mouse, too."""

from __future__ import annotations

import drawn
import pytest
from compared import names
from textual.app import App, ComposeResult

from tuibrowser.store.library import Library
from tuibrowser.text.cellwidth import cells
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.commands.footer import footer
from tuibrowser.tui.compare.commands import COMPARE
from tuibrowser.tui.compare.outline_screen import OutlineScreen
from tuibrowser.tui.find.screen import FindScreen
from tuibrowser.tui.help.screen import HelpScreen
from tuibrowser.tui.library.picker import PickerScreen
from tuibrowser.tui.widgets.footer import Footer

REFS = ("柳溪镇@2024", "白石桥镇@2024", "望禾乡@2024")


class Line(App[None]):
    def compose(self) -> ComposeResult:
        yield Footer()


async def test_it_fits_and_never_loses_the_way_to_help() -> None:
    app = Line()
    async with app.run_test(size=(120, 2)):
        line = app.query_one(Footer)
        for width in range(8, 120):
            line.offer(footer(COMPARE), width)
            shown = str(line.content)
            assert cells(shown) <= max(width, cells(" ? 帮助"))
            assert shown.endswith("? 帮助")
        for width in range(11, 120):
            line.offer(footer(COMPARE), width, "还有")
            assert str(line.content).endswith("还有")
            assert cells(str(line.content)) == width


def at(app: BrowserApp, words: str) -> tuple[int, int]:
    """Where ``words`` stand in the bottom line."""
    line = drawn.lines(app)[-1]
    return cells(line[: line.index(words)]), app.size.height - 1


async def test_what_is_written_there_can_be_clicked(sample_library: Library) -> None:
    app = BrowserApp(sample_library, REFS)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.click(offset=at(app, "移出"))
        assert names(app) == ["白石桥镇2024", "望禾乡2024"]
        await pilot.click(offset=at(app, "部分"))
        assert "规定内容 1/5" in drawn.lines(app)[0]
        await pilot.click(offset=at(app, "部分"))
        assert "规定内容 2/5" in drawn.lines(app)[0]
        # The key of the opposite.
        await pilot.click(offset=at(app, "[ 部分"))
        assert "规定内容 1/5" in drawn.lines(app)[0]
        for words, screen in (("检索", FindScreen), ("帮助", HelpScreen), ("添加", PickerScreen)):
            await pilot.click(offset=at(app, words))
            assert isinstance(app.screen, screen)
            await pilot.press(*["escape"] * 2, "1")


@pytest.mark.parametrize("size", [(60, 20), (120, 30)])
async def test_windows_close_and_open_what_is_chosen_by_click(
    sample_library: Library, size: tuple[int, int]
) -> None:
    app = BrowserApp(sample_library, REFS)
    async with app.run_test(size=size) as pilot:
        await pilot.press("a")
        await pilot.pause()
        await pilot.click(offset=at(app, "关闭"))
        assert not isinstance(app.screen, PickerScreen)
        await pilot.press("a", *"梧桐")
        await pilot.click(offset=at(app, "标记"))
        assert "已标记 1 份" in drawn.text(app)
        await pilot.click(offset=at(app, "打开"))
        await pilot.pause()
        assert len(names(app)) == 4
        await pilot.press("i")
        await pilot.pause()
        # One click chooses, two go there.
        await pilot.click(offset=(8, 8))
        assert isinstance(app.screen, OutlineScreen)
        assert app.screen.chosen == 7
        await pilot.click(offset=(8, 8), times=2)
        assert not isinstance(app.screen, OutlineScreen)

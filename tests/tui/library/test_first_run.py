"""Without a library one screen says what to do."""

from __future__ import annotations

from pathlib import Path

import drawn
import pytest
from textual.app import App

from tuibrowser.store.library import Library, locate
from tuibrowser.tui.library.first_run import FirstRunScreen
from tuibrowser.tui.messages import OpenSample
from tuibrowser.tui.table import REGISTRY


class Host(App[None]):
    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.asked = 0

    def on_mount(self) -> None:
        self.push_screen(FirstRunScreen(self.library.path))

    def on_open_sample(self, message: OpenSample) -> None:
        self.asked += 1


def shown(app: Host) -> str:
    return "".join(line.strip() for line in drawn.lines(app))


async def test_says_where_it_looked_and_what_to_type() -> None:
    app = Host(Library(locate(None)))
    async with app.run_test(size=(80, 24)):
        words = "未找到报告库。按 Enter 打开示例，或运行：tuibrowser index 文件夹"
        assert words.replace(" ", "") in shown(app).replace(" ", "")
        key = REGISTRY.command("app.adding").shown
        assert f"按{key}，在这里把报告文件" in shown(app).replace(" ", "")
        assert str(locate(None)).replace(" ", "") in shown(app).replace(" ", "")


async def test_a_library_named_on_the_command_line_is_named_again(tmp_path: Path) -> None:
    path = tmp_path / "各镇 报告.sqlite3"
    app = Host(Library(path))
    async with app.run_test(size=(120, 24)):
        words = f"tuibrowser --db '{path}' index 文件夹"
        assert words.replace(" ", "") in shown(app).replace(" ", "")


async def test_a_path_is_never_markup(tmp_path: Path) -> None:
    app = Host(Library(tmp_path / "[b]库[/].sqlite3"))
    async with app.run_test(size=(120, 24)):
        assert "[b]库[/].sqlite3" in shown(app)


@pytest.mark.parametrize("size", [(80, 24), (200, 60), (40, 10)])
async def test_enter_asks_for_the_sample(size: tuple[int, int]) -> None:
    app = Host(Library(locate(None)))
    async with app.run_test(size=size) as pilot:
        assert "未找到报告库" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.asked == 1

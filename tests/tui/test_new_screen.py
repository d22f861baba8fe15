"""A new screen is one folder and one line: tried in a copy of the program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tuibrowser.store.library import Library

ROOT = Path(__file__).resolve().parents[2]

COMMANDS = """
from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.navigation import step_keys
from tuibrowser.tui.commands.screen_spec import ScreenSpec

TEA = ScreenSpec(
    "tea",
    "茶水",
    (
        *step_keys("tea", "杯", footer=1),
        Command("tea.pour", ("P",), "斟茶", "再斟一杯", "pour", footer=2),
    ),
    entry=Command("app.tea", ("T",), "茶水", "去喝一杯茶", "app.show('tea')"),
    screen="tuibrowser.tui.tea.screen:TeaScreen",
)
SPECS = (TEA,)
"""
SCREEN = """
from textual.screen import Screen
from textual.widgets import Static

from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.footer import footer
from tuibrowser.tui.tea.commands import TEA
from tuibrowser.tui.widgets.footer import Footer


class TeaScreen(Screen[None]):
    SPEC = TEA
    BINDINGS = bindings(TEA.commands)

    def __init__(self, host):
        super().__init__()
        self.host = host

    def compose(self):
        yield Static("水已烧开")
        yield Footer()

    def on_resize(self):
        self.query_one(Footer).offer(footer(self.SPEC), self.size.width)

    def action_pour(self):
        self.host.say(f"斟满了，柜中有 {len(self.host.session.entries())} 份报告")

    def action_move(self, steps):
        pass
"""
VISIT = """
import asyncio, sys
from pathlib import Path
from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.commands.keymap import checked
from tuibrowser.tui.widgets.notices import Notices

def show(app):
    print(*(strip.text.rstrip() for strip in app.screen._compositor.render_strips()), sep="\\n")
    print(*(it for each in app.screen_stack for said in each.query(Notices)
            for it in said.sentences), sep="\\n")

async def visit():
    app = BrowserApp(Library(Path(sys.argv[1])))
    async with app.run_test(size=(100, 60)) as pilot:
        for keys in ("／", "escape", "T", "P", "?"), ("escape", ":", *"zc"), ("escape", "1"):
            await pilot.press(*keys)
            await pilot.pause()
            show(app)
    print(*checked({"tea.pour": ["q"]})[1])

asyncio.run(visit())
"""


def test_a_folder_and_a_line_make_a_screen(tmp_path: Path, sample_library: Library) -> None:
    shutil.copytree(ROOT / "tuibrowser", tmp_path / "tuibrowser")
    for name in ("db", "fixtures"):
        (tmp_path / name).symlink_to(ROOT / name)
    top = tmp_path / "tuibrowser" / "tui"
    folder = top / "tea"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "commands.py").write_text(COMMANDS, "utf-8")
    (folder / "screen.py").write_text(SCREEN, "utf-8")
    table = top / "table.py"
    line = '    "find",\n'
    assert table.read_text("utf-8").count(line) == 1
    table.write_text(table.read_text("utf-8").replace(line, f'{line}    "tea",\n'), "utf-8")

    done = subprocess.run(
        [sys.executable, "-c", VISIT, str(sample_library.path)],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=tmp_path,
    )
    said = " ".join(done.stdout.split())
    assert done.returncode == 0, done.stderr
    # Its help, with the app's commands; what it did meanwhile.
    assert "P 再斟一杯" in said
    assert "↓ j / ↑ k 下一杯，上一杯" in said
    assert "去喝一杯茶" in said
    assert "斟满了，柜中有 17 份报告" in said
    # The palette, by initials.
    assert "斟茶 P 再斟一杯" in said
    # Home again, where its key would be taken by one of the compare screen's own.
    assert "对照 按部分对齐" in said
    assert "“q”已用于“返回”，“斟茶”（tea.pour）仍用原来的键" in said

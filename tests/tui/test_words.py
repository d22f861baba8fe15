"""The interface speaks Chinese, on every screen, in every sentence."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import drawn
import made
import pytest
from textual.pilot import Pilot

import tuibrowser.tui
from tuibrowser.store.library import Library, locate
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.find.screen import FindScreen
from tuibrowser.tui.table import REGISTRY

KEYS = {"Enter", "Esc", "Tab", "Shift", "Ctrl", "Alt", "Home", "End", "PgUp", "PgDn", "Backspace"}
COMMAND_NAMES = {"tuibrowser", "index", "demo", "fg", "db", "help", "fbterm", "kmscon"}
IDS = {"compare", "zoom"}
"""Of a command, in the example of how to give it another key."""
FORMATS = {"UTF", "SSH", "Linux", "Word", "WPS", "Excel", "Markdown"}
FORMATS |= {"docx", "html", "csv", "xlsx", "md", "txt"}
ALLOWED = KEYS | COMMAND_NAMES | FORMATS | IDS

HAN = re.compile(r"[\u3400-\u9fff]")


def foreign(text: str) -> set[str]:
    """Latin words that are not on the list; single letters are keys."""
    return set(re.findall(r"[A-Za-zÀ-ɏ]{2,}", text)) - ALLOWED


def sentences() -> Iterator[tuple[str, str]]:
    """Every string of the screens that holds Chinese, less docstrings, with where it stands."""
    for path in Path(tuibrowser.tui.__file__).parent.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        docstrings = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in docstrings
                and HAN.search(node.value)
            ):
                yield f"{path.name}:{node.lineno}", node.value


def test_no_sentence_of_the_source_has_a_foreign_word() -> None:
    found = {where: foreign(words) for where, words in sentences() if foreign(words)}
    assert found == {}


def test_every_command_has_chinese_words() -> None:
    for command in REGISTRY.commands:
        assert HAN.search(command.label), command.id
        assert HAN.search(command.help), command.id


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library whose reports have no Latin letter in them."""
    return made.library(
        tmp_path / "library.sqlite3",
        [
            made.report(town, 2023, ["组织人民调解员走访入户，化解矛盾纠纷。"])
            for town in ("柳溪镇", "望河乡")
        ],
    )


Steps = Callable[[Pilot[None]], Awaitable[None]]


def press(*keys: str) -> Steps:
    async def steps(pilot: Pilot[None]) -> None:
        for key in keys:
            await pilot.press(*(key if HAN.search(key) else (key,)))
            await pilot.pause()
        for _ in range(10_000):
            await pilot.pause()
            screen = pilot.app.screen
            if not isinstance(screen, FindScreen) or screen.settled:
                return

    return steps


SCREENS = {
    "compare": press(),
    "compare by theme, figures marked": press("r", "d"),
    "compare, zoomed": press("z"),
    "compare, nothing open": press("x", "x"),
    "list of reports": press("a"),
    "list of reports, filtered": press("a", "柳"),
    "find, nothing typed": press("/"),
    "find, hits": press("/", "调解"),
    "find, hits, marked, letters are commands": press("/", "调解", "tab", "escape"),
    "find, no hits": press("/", "龘靐"),
    "help": press("?"),
    "outline": press("i"),
    "looking something up": press("f", "调解"),
    "looking up what is not there": press("f", "龘"),
    "a letter to mark with": press("m"),
    "a letter to go to": press("m", "a", "'"),
    "workspaces": press("w", "s", "enter"),
    "name of a workspace": press("w", "s"),
    "path of a draft": press("D"),
    "export": press("e"),
    "file to export to": press("y", "e", "tab"),
    "excerpts": press("y", "j", "j", "y", "E"),
    "no excerpts": press("E"),
    "path to take in": press("A"),
    "nothing refused": press("A", "shift+tab"),
    "pinned": press("tab", "p", "s"),
    "help of find": press("/", "escape", "?"),
    "palette": press(":"),
    "palette, nothing found": press(":", "龘"),
    "interrupted": press("ctrl+c"),
    "input method on": press("检"),
}


SIZES = ((80, 24), (200, 60), (40, 10), (30, 8))


@pytest.mark.parametrize("screen", SCREENS)
async def test_no_screen_shows_a_foreign_word(
    library: Library, screen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A folder without a name, since it is shown where something is exported.
    monkeypatch.chdir("/")
    monkeypatch.setattr(os, "access", lambda *_: True)
    app = BrowserApp(library)
    async with app.run_test(size=SIZES[0], notifications=True) as pilot:
        await SCREENS[screen](pilot)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            lines = drawn.lines(app)
            assert len(lines) == size[1]
            text = "\n".join(lines)
            assert HAN.search(text)
            assert foreign(text) == set()


async def test_no_foreign_word_on_the_first_run_screen() -> None:
    app = BrowserApp(Library(locate(None)))
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.pause()
        # Without its line ends, since a long path is wrapped anywhere.
        text = "".join(line.strip() for line in drawn.lines(app))
        assert "未找到报告库" in text
        assert foreign(text.replace(str(locate(None)), "")) == set()

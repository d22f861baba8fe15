"""Every command of every screen is pressed where it acts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import made
import pytest
from finding import until
from handmade import plain
from textual.pilot import Pilot

from tuibrowser.store.library import Library
from tuibrowser.tui import app as tui_app
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.screen_spec import ScreenSpec
from tuibrowser.tui.compare.seek_input import SeekInput
from tuibrowser.tui.table import REGISTRY, SPECS

TOWNS = ("甲镇", "乙镇", "丙乡", "丁街道")
REFS = tuple(f"{town}@2023" for town in TOWNS)
HITS = ("/", *"调解")
WAYS: dict[str, Sequence[str]] = {
    "compare": (),
    "compare_empty": ("x",) * len(REFS),
    "picker": ("a",),
    "seek": ("f", *"调解"),
    "outline": ("i",),
    "corrections": ("C",),
    "correct_values": ("C", "enter"),
    "letters": ("m",),
    "workspaces": ("w", "s", "enter"),
    "find": (*HITS, "escape"),
    "find_counts": (*HITS, "shift+tab"),
    "find_input": HITS,
    "other_years": (*HITS, "escape", "c"),
    "adding": ("A", "shift+tab"),
    "adding_path": ("A",),
    "excerpts": ("y", "E"),
    "export": ("e",),
    "export_path": ("e", "tab"),
    "exported": ("e", "enter"),
    "prompt": ("D",),
    "first_run": (),
    "help": ("?",),
    "palette": (":",),
}
"""The keys that lead to each screen from home; a screen of its own has a key of its own."""


class Watched(BrowserApp):
    """Notes which actions were done, and does not end."""

    CSS_PATH = str(Path(tui_app.__file__).with_name("app.tcss"))

    def __init__(self, library: Library, refs: Sequence[str] = ()) -> None:
        super().__init__(library, refs)
        self.done: list[str] = []

    async def _dispatch_action(self, namespace: Any, action_name: str, params: Any) -> bool:
        done = await super()._dispatch_action(namespace, action_name, params)
        if done:
            self.done.append(action_name)
        return done

    def exit(self, *_: Any, **__: Any) -> None:
        self.done.append("exit")


def is_there(app: BrowserApp, spec: ScreenSpec) -> bool:
    """Whether the keys of ``spec`` are those in force."""
    if spec.name == "compare_empty" and app.home.opened.reports:
        return False
    bound = {
        binding.id
        for _, bindings in app.screen._binding_chain
        for found in bindings.key_to_bindings.values()
        for binding in found
    }
    if not getattr(app.screen, "finished", True):
        return False
    return all(each.id in bound for each in spec.commands)


async def go_to(pilot: Pilot[None], app: BrowserApp, spec: ScreenSpec) -> None:
    """From wherever one is, if one is not there already."""
    if is_there(app, spec):
        return
    if app.home.query(SeekInput):
        await pilot.press("escape")
    beginning = 2 if spec.without_library else 1
    while len(app.screen_stack) > beginning:
        app.pop_screen()
    if not spec.without_library:
        opening = app.session.opening
        app.home.comparison.restore(opening.reports, opening.workspace)
        app.home.rearrange()
    for key in WAYS.get(spec.name) or (spec.entry.pressed[:1] if spec.entry else ()):
        if is_text(key):
            await pilot.press(key)
            continue
        # What was typed is answered before anything is done with it.
        await until(pilot, lambda: getattr(app.screen, "finished", True))
        await pilot.press(key)
    await until(pilot, lambda: is_there(app, spec))


def is_text(key: str) -> bool:
    return len(key) == 1 or key == "space"


def has_done(app: Watched, each: Command) -> bool:
    found = re.fullmatch(r"(?:\w+\.)?(\w+)(?:\(.*\))?", each.action)
    assert found, each.action
    return found[1] in app.done


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
async def test_every_command_acts_where_it_says(
    spec: ScreenSpec, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown: list[str] = []
    monkeypatch.setattr("tuibrowser.tui.terminal.plain.show", shown.append)
    reports = [plain(town, year) for town in TOWNS for year in (2022, 2023)]
    path = tmp_path / "library.sqlite3"
    app = (
        Watched(Library(path))
        if spec.without_library
        else Watched(made.library(path, reports), REFS)
    )
    commands = REGISTRY.own(spec)
    taken = {key for each in commands for key in each.pressed}
    if not spec.hides_app:
        # A key that means something else here is not the app's.
        commands += [it for it in REGISTRY.general(spec) if it.pressed[0] not in taken]
    async with app.run_test(size=(120, 30)) as pilot:
        for each in commands:
            await go_to(pilot, app, spec)
            app.done.clear()
            await pilot.press(next(it for it in each.pressed if not (spec.typing and is_text(it))))
            await until(pilot, partial(has_done, app, each))

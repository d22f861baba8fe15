"""The find screen with as much of an app as it needs, and a hand on the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Event

import drawn
import pytest
from textual.app import App
from textual.pilot import Pilot

from tuibrowser.model.kept import Excerpt
from tuibrowser.store.library import Library, Reader
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.export.offers import Offer
from tuibrowser.tui.find.commands import FIND
from tuibrowser.tui.find.hits import HitList
from tuibrowser.tui.find.query_input import QueryInput
from tuibrowser.tui.find.question import QueryRun
from tuibrowser.tui.find.screen import FindScreen
from tuibrowser.tui.find.tallies import Tallies
from tuibrowser.tui.help.screen import HelpScreen
from tuibrowser.tui.messages import OpenReports
from tuibrowser.tui.session.session import Session
from tuibrowser.tui.table import REGISTRY


class Host(App[None]):
    """An app that notes what it is asked to open."""

    BINDINGS = bindings(REGISTRY.general())

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.session = Session(library, (), self.say)
        self.asked: list[OpenReports] = []
        self.said: list[str] = []

    def on_mount(self) -> None:
        self.push_screen(FindScreen(self))

    def on_open_reports(self, message: OpenReports) -> None:
        self.asked.append(message)

    def say(self, sentence: str) -> None:
        self.said.append(sentence)

    def copy(self, text: str) -> None:
        raise NotImplementedError

    def collect(self, excerpt: Excerpt) -> None:
        raise NotImplementedError

    def offer(self, offers: Sequence[Offer]) -> None:
        raise NotImplementedError

    def show_plain(self, text: str) -> None:
        raise NotImplementedError

    async def action_back(self) -> None:
        self.exit()

    def action_help(self) -> None:
        self.push_screen(HelpScreen(FIND))

    @property
    def find(self) -> FindScreen:
        (screen,) = (each for each in self.screen_stack if isinstance(each, FindScreen))
        return screen

    @property
    def hits(self) -> HitList:
        return self.find.query_one(HitList)

    @property
    def tallies(self) -> Tallies:
        return self.find.query_one(Tallies)

    @property
    def typing(self) -> bool:
        return isinstance(self.focused, QueryInput)


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Let the app work until something holds; answers come from another thread."""
    for _ in range(10_000):
        await pilot.pause()
        if holds():
            # What came with it is drawn, too.
            await pilot.pause()
            return
    pytest.fail(f"still not so:\n{drawn.text(pilot.app)}")


async def search(pilot: Pilot[None], app: Host, words: str) -> None:
    """Type and wait for all of the answer."""
    await pilot.press(*words)
    await until(pilot, lambda: app.find.finished)


class Gate:
    """Holds up one stage of a question until it is opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, stage: str, words: str = "") -> None:
        """Hold up the question of ``words``, else every one: who types slowly asks several, and
        the next is not heard before the one that is held up."""
        self._open = Event()
        self.reached = Event()
        answer = getattr(QueryRun, stage)

        def held(question: QueryRun, reader: Reader) -> object:
            if words in ("", question.raw):
                self.reached.set()
                assert self._open.wait(30)
            return answer(question, reader)

        monkeypatch.setattr(QueryRun, stage, held)

    def open(self) -> None:
        """Let the stage go on, now and from now on."""
        self._open.set()

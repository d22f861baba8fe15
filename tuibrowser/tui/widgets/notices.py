"""What is said for a while: lines of their own above the keys, which the screen gives up meanwhile.

Nothing lies over anything: no input or key is covered, and no character is cut at an edge below.
Each screen has its own, so that what was said on one does not stand on another.
"""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from tuibrowser.tui.terminal.widths import broken
from tuibrowser.tui.widgets.footer import Footer

_LEAST: Final = 5.0
"""Seconds that a sentence stands."""
_CHARACTERS_A_SECOND: Final = 8
"""Read without haste: a sentence of two lines stands longer."""
_SHARE: Final = 3
"""What part of the screen sentences may take, if they are several; the rest wait for their turn."""


class Notices(Widget):
    """Sentences, each until its time is over or a later key has another answer."""

    DEFAULT_CSS = """
    Notices {
        width: 100%; height: auto; padding: 0 1;
        background: $foreground; color: $background;
        &:nocolor { text-style: reverse; }
        &.-at-the-edge { dock: bottom; }
    }
    """

    class Resized(Message):
        """The sentences take another number of lines."""

        def __init__(self, lines: int) -> None:
            super().__init__()
            self.lines = lines

    def __init__(self) -> None:
        super().__init__()
        self._sentences: dict[str, float] = {}
        """What is said or waits to be, and for how many seconds."""
        self._answered: set[str] = set()
        """Those that a key before the last one was answered with."""
        self._in_time: dict[str, Timer] = {}
        """Of those that are in view."""
        self.display = False

    @classmethod
    def of(cls, screen: Screen[Any]) -> Notices:
        """Those of ``screen``, put there if it has none: above its keys, or at its foot."""
        for found in screen.query(cls):
            return found
        notices = cls()
        for keys in screen.query(Footer):
            if keys.parent is not None:
                keys.parent.mount(notices, before=keys)  # type: ignore[attr-defined]
                return notices
        notices.add_class("-at-the-edge")
        screen.mount(notices)
        return notices

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said and what waits to be."""
        return tuple(self._sentences)

    @property
    def fresh(self) -> tuple[str, ...]:
        """What was said since the last key."""
        return tuple(it for it in self._sentences if it not in self._answered)

    def say(self, sentence: str, seconds: float = _LEAST) -> None:
        """Show ``sentence`` for at least so many seconds; one that is there stands on."""
        for each in (self._answered | {sentence}) & self._sentences.keys():
            self._drop(each)
        self._answered.clear()
        self._sentences[sentence] = max(seconds, len(sentence) / _CHARACTERS_A_SECOND)
        self._show()

    def age(self) -> None:
        """A key was pressed: what is said in answer to it takes the place of all that is there."""
        self._answered.update(self._in_time)

    def clear(self) -> None:
        """Take all away."""
        for sentence in self.sentences:
            self._drop(sentence)
        self._show()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the sentences in view take."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The sentences in view, broken as Chinese is."""
        return Content("\n".join(self._lines(self.content_size.width)))

    def on_resize(self) -> None:
        """Tell the screen how many lines it has left."""
        self.post_message(self.Resized(self.size.height if self.display else 0))

    def _lines(self, width: int) -> list[str]:
        return [line for sentence in self._in_view(width) for line in broken(sentence, width)]

    def _in_view(self, width: int) -> list[str]:
        """As many sentences, the earliest first, as have room; one in any case."""
        room = max(self.screen.size.height // _SHARE, 1)
        found: list[str] = []
        for sentence in self._sentences:
            room -= len(broken(sentence, width))
            if found and room < 0:
                break
            found.append(sentence)
        return found

    def _show(self) -> None:
        parent = self.parent
        width = parent.size.width if isinstance(parent, Widget) else 0
        for sentence in self._in_view(max(width - 2, 1)):
            if sentence not in self._in_time:
                seconds = self._sentences[sentence]
                self._in_time[sentence] = self.set_timer(seconds, partial(self._expire, sentence))
        if self.display and not self._sentences:
            self.post_message(self.Resized(0))
        self.display = bool(self._sentences)
        self.refresh(layout=True)

    def _expire(self, sentence: str) -> None:
        self._drop(sentence)
        self._show()

    def _drop(self, sentence: str) -> None:
        self._sentences.pop(sentence, None)
        if (timer := self._in_time.pop(sentence, None)) is not None:
            timer.stop()

"""The compare screen as what its keys do knows it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from textual.app import App
from textual.screen import Screen

from tuibrowser.state.workspaces import Workspace
from tuibrowser.tui.compare.comparison import Comparison

if TYPE_CHECKING:
    from tuibrowser.tui.compare.header import Header
    from tuibrowser.tui.host import Host

T = TypeVar("T")


class CompareStage(Protocol):
    """What is compared, and how it is drawn after a key has changed something."""

    @property
    def host(self) -> Host:
        """The app."""

    @property
    def comparison(self) -> Comparison:
        """What is compared."""

    @property
    def header(self) -> Header:
        """The lines above the panes, which know what reports are called."""

    @property
    def app(self) -> App[object]:
        """Textual's part of it, which knows what lies over the screen."""

    @property
    def workspace(self) -> Workspace:
        """What is worth finding again at the next start."""

    def keep(self) -> None:
        """Keep that for the next start."""

    def place(self) -> None:
        """Draw where one is, which is all that has changed."""

    def mark(self) -> None:
        """Draw the marks, and where one is."""

    def draw(self) -> None:
        """Draw everything."""

    def changed(self) -> None:
        """Draw everything, and keep what is open for the next start."""

    def rearrange(self) -> None:
        """Set the reports anew, after a change of what is open, or how."""

    def ask(self, screen: Screen[T], take: Callable[[T | None], object]) -> None:
        """Put up a modal screen; ``take`` gets what it is dismissed with."""

    def run_worker(self, work: Coroutine[Any, Any, None], /) -> object:
        """Have something done while keys go on."""

    def has_reports(self) -> bool:
        """Whether any report is open; says what to do where none is."""

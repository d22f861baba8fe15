"""An app that tells people what is to be said on lines of its screens, see :class:`Notices`, and
what to do where the program itself fails."""

from __future__ import annotations

from threading import get_ident
from typing import Any

from rich.text import Text
from textual.app import ScreenError
from textual.css.query import NoMatches

from tuibrowser.text.visible import visible_lines
from tuibrowser.tui.terminal.drawing import RedrawnApp
from tuibrowser.tui.widgets.notices import Notices


class TellingApp(RedrawnApp, inherit_bindings=False):
    """Has sentences stand until their time is over, or a later key has another answer."""

    def say(self, sentence: str) -> None:
        """Show one sentence for a while, on lines of the screen's own."""
        Notices.of(self.screen).say(sentence)

    def notify(self, message: str, *, timeout: float | None = None, **_: Any) -> None:
        """See :meth:`say`, which other threads than the app's cannot use."""

        def show() -> None:
            Notices.of(self.screen).say(visible_lines(message), timeout or 0)

        if self._thread_id == get_ident():
            show()
        else:
            self.call_later(show)

    def push_screen(self, *arguments: Any, **options: Any) -> Any:
        """See :meth:`textual.app.App.push_screen`; what was said by the same key is said there."""
        said = self.said_now() if self.screen_stack else ()
        pushed = super().push_screen(*arguments, **options)
        for sentence in said:
            self.call_later(self.say, sentence)
        return pushed

    def said_now(self) -> tuple[str, ...]:
        """What was said since the last key, on the screen that is up."""
        return tuple(it for each in self.screen.query(Notices) for it in each.fresh)

    async def run_action(self, *arguments: Any, **options: Any) -> bool:
        """See :meth:`textual.app.App.run_action`; what is said takes the place of what was said in
        answer to an earlier key."""
        for notices in self.screen.query(Notices):
            notices.age()
        return await super().run_action(*arguments, **options)

    def _handle_exception(self, error: Exception) -> None:
        # A screen that is taken down while it is being made finds its parts gone. Whoever leaves
        # sees nothing of that.
        if not (self._exit and isinstance(error, NoMatches | ScreenError)):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        from tuibrowser.state.mishap import keep  # noqa: PLC0415  (not at start)

        assert self._exception is not None
        self.panic(Text(keep(self._exception)))

"""One line to type an answer in, at the foot of the screen."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.footer import footer
from tuibrowser.tui.terminal.widths import shorten
from tuibrowser.tui.widgets.commands import PROMPT
from tuibrowser.tui.widgets.completion import NO_SUCH_FILE, complete
from tuibrowser.tui.widgets.footer import Footer
from tuibrowser.tui.widgets.line_input import LineInput


class AnswerInput(LineInput):
    """The line, and the keys that end it."""

    BINDINGS = bindings(PROMPT.commands)


class PromptScreen(ModalScreen[str | None]):
    """Dismissed with what was typed, less blanks around it; ``None`` if that is nothing."""

    SPEC = PROMPT
    DEFAULT_CSS = """
    PromptScreen {
        align: left bottom;
        Vertical { width: 100%; height: auto; background: $surface; }
        AnswerInput, AnswerInput:focus { border: none; height: 1; padding: 0 1; }
        #prompt-question { height: 1; }
    }
    """

    def __init__(
        self,
        question: str,
        hint: str,
        value: str = "",
        *,
        files: bool = False,
        proposed: bool = False,
    ) -> None:
        """Ask.

        Args:
            question: What for.
            hint: What to type, shown while nothing is typed.
            value: What stands in the line already.
            files: Whether the answer is the path of a file, which Tab completes.
            proposed: Whether what is typed takes the place of ``value``, which only is a proposal.
        """
        super().__init__()
        self._question = question
        self._files = files
        self._line = AnswerInput(value, placeholder=hint, select_on_focus=proposed)

    def compose(self) -> ComposeResult:
        """Question, line, keys."""
        with Vertical():
            yield Static(Content.styled(f" {self._question}", "bold"), id="prompt-question")
            yield self._line
            yield Footer()

    def on_mount(self) -> None:
        """Ready to type."""
        self._line.cursor_blink = False
        self._line.focus()

    def on_resize(self) -> None:
        """Show as many keys as there is room for."""
        offered = footer(self.SPEC)
        if not self._files:
            offered = [each for each in offered if each.id != "prompt.complete"]
        self.query_one(Footer).offer(offered, self.size.width)

    @on(Input.Submitted)
    def action_answer(self) -> None:
        """Leave with what was typed."""
        self.dismiss(self._line.value.strip() or None)

    def action_complete(self) -> None:
        """Complete a path as far as it is sure, and show what it may be."""
        if not self._files:
            return
        self._line.value, found = complete(self._line.value)
        self._line.cursor_position = len(self._line.value)
        words = "  ".join(found) if len(found) > 1 else self._question if found else NO_SUCH_FILE
        line = shorten(f" {words}", self.size.width)
        self.query_one("#prompt-question", Static).update(Content(line))

    def action_cancel(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)

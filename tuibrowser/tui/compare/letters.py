"""One letter to mark a place with or to go to one, over the list of those that are in use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from textual import events

from tuibrowser.state.marks import LetterMark
from tuibrowser.text.fold import fold
from tuibrowser.text.visible import visible
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.compare.commands_drawers import LETTERS
from tuibrowser.tui.widgets.drawer import Drawer

_NOT_A_LETTER: Final = "请按一个英文字母；若为中文输入状态，先按 Shift 切换"


class LettersScreen(Drawer[str | None]):
    """Dismissed with a letter, or ``None``."""

    SPEC = LETTERS
    BINDINGS = bindings(LETTERS.commands)

    def __init__(self, question: str, marks: Mapping[str, LetterMark]) -> None:
        """Ask for a letter.

        Args:
            question: What it is for.
            marks: Those in use.
        """
        super().__init__(f" {question}")
        self._marks = dict(sorted(marks.items()))

    def lines(self) -> Sequence[str]:
        """The letters in use and what they mark."""
        used = [f" {letter}  {visible(mark.words)}" for letter, mark in self._marks.items()]
        return used or [" （还没有记下位置）"]

    def on_key(self, event: events.Key) -> None:
        """Take a letter, a full-width one, too."""
        if event.character is None or not event.is_printable:
            return
        event.stop()
        # Folding makes capitals small.
        letter = fold(event.character)
        if len(letter) == 1 and "a" <= letter <= "z":
            self.dismiss(letter.upper() if event.character.isupper() else letter)
        else:
            self.notify(_NOT_A_LETTER)

    def action_open(self) -> None:
        """Take the letter of the chosen line."""
        if self._marks and self.chosen is not None:
            self.dismiss(list(self._marks)[self.chosen])

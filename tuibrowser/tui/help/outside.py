"""What is asked outside of the browser, which nobody would look for there unless told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tuibrowser.command_help import COMMAND_HELP
from tuibrowser.text.fold import fold
from tuibrowser.text.typed import matches
from tuibrowser.tui.commands.screen_spec import Row

COMMAND_LINE: Final[Sequence[Row]] = tuple(
    (f"tuibrowser {name}", says) for name, says in COMMAND_HELP.items()
)


def outside(typed: str) -> list[Row]:
    """What of it ``typed`` may mean: every word stands in its name or sentence, or is it in pinyin
    or initials."""
    words = fold(typed).split()
    return [
        (name, says)
        for name, says in COMMAND_LINE
        if words and all(word in fold(f"{name} {says}") or matches(word, says) for word in words)
    ]

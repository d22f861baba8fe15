"""The last pass of ``index``: what measures are about, for who asks in other words.

It can be stopped at any report; what it has not reached is not found by its meaning.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tuibrowser.store.writing.write import Writer

_AT_ONCE: Final = 50
"""Reports between two signs of life; 5 ms each."""


def mark_meaning(writer: Writer, progress: Callable[[int, int], None]) -> None:
    """Note the meaning of the measures of every report that has none noted.

    Args:
        writer: The library.
        progress: Called before each few reports with the number done and of all.
    """
    waiting = writer.upkeep.without_meaning()
    for done in range(0, len(waiting), _AT_ONCE):
        progress(done, len(waiting))
        writer.upkeep.set_meaning(waiting[done : done + _AT_ONCE])

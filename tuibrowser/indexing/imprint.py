"""The third pass of ``index``: what tells whether a wording stands elsewhere, too.

It can be stopped at any report; what it has not reached is looked through when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tuibrowser.store.write import Writer

_AT_ONCE: Final = 50
"""Reports whose hashes are sorted together."""


def mark_wording(writer: Writer, progress: Callable[[int, int], None]) -> None:
    """Make the fingerprints of every report that has none.

    Args:
        writer: The library.
        progress: Called before each few reports with the number done and of all.
    """
    waiting = writer.without_fingerprints()
    for done in range(0, len(waiting), _AT_ONCE):
        progress(done, len(waiting))
        writer.set_fingerprints(waiting[done : done + _AT_ONCE])

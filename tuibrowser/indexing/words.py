"""The second pass of ``index``: where words start, for highlights and line breaks.

It can be left out or stopped at any report: what it has not reached works by characters.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tuibrowser.text.segment import word_starts

if TYPE_CHECKING:
    from tuibrowser.store.write import Writer


def mark_words(writer: Writer, progress: Callable[[int, int, str], None]) -> None:
    """Mark the words of every report that has none marked.

    Args:
        writer: The library.
        progress: Called before each report with the number done, the number of all, and its file.
    """
    waiting = writer.without_words()
    for done, sha256 in enumerate(waiting):
        stored = writer.text(sha256)
        progress(done, len(waiting), stored.file)
        writer.set_word_starts(sha256, word_starts(stored.text))

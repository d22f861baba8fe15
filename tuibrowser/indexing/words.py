"""The second pass of ``index``: where words start, for highlights and line breaks.

It can be left out or stopped at any report: what it has not reached works by characters.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tuibrowser.indexing.outcome import Progress, Tell
from tuibrowser.text.segment import word_starts

if TYPE_CHECKING:
    from tuibrowser.store.writing.write import Writer


def mark_words(writer: Writer, tell: Tell) -> None:
    """Mark the words of every report that has none marked.

    Args:
        writer: The library.
        tell: Called before each report.
    """
    waiting = writer.upkeep.without_words()
    for done, sha256 in enumerate(waiting):
        stored = writer.text(sha256)
        tell(Progress(done, len(waiting), Path(stored.file), "words"))
        writer.upkeep.set_word_starts(sha256, word_starts(stored.text))

"""Libraries of handmade reports, for tests that ask for the same again and again."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tuibrowser.model.report import Report
from tuibrowser.store.library import Library

_MADE: dict[bytes, tuple[Path, bytes]] = {}
"""By what was put in: the folder of its files, and the library's bytes."""


def filled(path: Path, files: Sequence[tuple[str, Report]], modified: int) -> Library:
    """A real library at ``path`` of reports from ``files`` beside it, which need not be there.

    What was made in this process already is copied, with other places of its files: 2 instead of
    10 to 25 ms.
    """
    library = Library(path)
    key = pickle.dumps((list(files), modified))
    if path.exists() or key not in _MADE:
        new = not path.exists()
        with library.write() as writer:
            for name, report in files:
                writer.put(report, path.parent / name, modified)
        if new:
            _MADE[key] = path.parent, path.read_bytes()
        return library
    folder, content = _MADE[key]
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")
        for name, _ in files:
            moved = (str(path.parent / name), str(folder / name))
            connection.execute("UPDATE source SET path = ? WHERE path = ?", moved)
    return library

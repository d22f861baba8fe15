"""A connection to a file that may be anybody's: what it trusts, and what a statement may cost.

A library comes from a colleague, a disk that failed, or somebody who means harm. Whatever stands in
it, a statement ends: within so much work, with so many rows, and with no value larger than that.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from time import thread_time
from typing import Any, Final
from urllib.parse import quote

from tuibrowser.store import errors

_PATIENCE: Final = 5.0
"""Seconds to wait for another program's lock; a commit of ``index`` takes far less."""

_LONGEST: Final = 64 * 1024 * 1024
"""Bytes of one value. The longest file that is read, of 20 MiB, has 30 MiB as UTF-8."""

_STEPS: Final = 5_000
"""Instructions of SQLite's machine, 100 us or so, between two looks at the clock, 1 to 4 us each;
with five times as many looks a tenth of the time goes there where many small questions are asked.
"""

# The most that one statement may cost. Checking a whole library took 2 ms of CPU a megabyte, and a
# row takes four bytes at least, so what goes on for longer goes round in a circle.
_SECONDS: Final = 10.0
_SECONDS_A_BYTE: Final = 0.2e-6
_ROWS: Final = 100_000
_BYTES_A_ROW: Final = 4


class Connection(sqlite3.Connection):
    """A connection whose every statement has an end. Made by :func:`connect`."""

    path: Path
    exhausted = False
    """Whether the last statement was stopped because it did not come to an end."""
    _deadline: float | None = 0.0

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """As in the base class; what the statement may cost is counted from here."""
        self._begin()
        try:
            return super().execute(sql, parameters)
        except UnicodeDecodeError as error:
            # What SQLite says of a malformed schema holds names as they stand in the file.
            raise errors.Malformed from error

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> sqlite3.Cursor:
        """As in the base class; what the statement may cost is counted from here."""
        self._begin()
        try:
            return super().executemany(sql, parameters)
        except UnicodeDecodeError as error:
            raise errors.Malformed from error

    def rows(self, sql: str, *parameters: Any) -> list[Sequence[Any]]:
        """All rows of an answer.

        Raises:
            LibraryDamaged: there are more than the file has room for.
            sqlite3.Error: SQLite failed.
        """
        # Closed even where it fails: an answer half read keeps others from writing for as long as
        # anybody holds what was raised.
        with closing(self.execute(sql, parameters)) as cursor:
            found = cursor.fetchmany(_ROWS)
            if len(found) == _ROWS:
                room = _ROWS + self.size() // _BYTES_A_ROW
                while more := cursor.fetchmany(_ROWS):
                    found += more
                    if len(found) > room:
                        raise errors.damaged(self.path)
            return found

    def size(self) -> int:
        """Bytes of the file and of the journal that belongs to it."""
        found = 0
        for path in (self.path, f"{self.path}-wal"):
            with suppress(OSError):
                found += os.stat(path).st_size
        return found

    def expect_nothing_longer_than_the_file(self) -> None:
        """Refuse values that claim to be longer than all there is; for one who only reads."""
        self.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, min(_LONGEST, 1024 * 1024 + self.size()))

    def look_at_the_clock(self) -> bool:
        """Whether the statement at hand is to be stopped. SQLite calls this."""
        now = thread_time()
        if self._deadline is None:
            self._deadline = now + _SECONDS + _SECONDS_A_BYTE * self.size()
        self.exhausted = now >= self._deadline
        return self.exhausted

    def _begin(self) -> None:
        self.exhausted = False
        self._deadline = None


def connect(path: Path, mode: str) -> Connection:
    """A connection without any transaction of Python's own; ``mode`` is ro, rw or rwc."""
    # A path is bytes to SQLite, and ?, # and % are syntax of the URI. Two slashes in front, so that
    # a path that begins with two is not taken for a host.
    location = quote(os.fsencode(os.path.abspath(path)))
    connection = sqlite3.connect(
        f"file://{location}?mode={mode}",
        uri=True,
        timeout=_PATIENCE,
        isolation_level=None,
        check_same_thread=False,
        factory=Connection,
    )
    connection.path = path
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.set_progress_handler(connection.look_at_the_clock, _STEPS)
    try:
        # What the schema of a file says may call no function that does more than compute.
        connection.execute("PRAGMA trusted_schema = OFF")
    except BaseException:
        connection.close()
        raise
    return connection

"""One connection that writes: its transactions, and how it is left."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Any, Final

from sqlite_utils import Database

from tuibrowser.store.errors import Malformed, Unstorable, code_of, disk_full, explained
from tuibrowser.store.file.connection import Connection
from tuibrowser.store.index.numbers import Numbers
from tuibrowser.store.index.postings import Postings
from tuibrowser.store.rows import columns
from tuibrowser.store.rows.columns import Row, Rule, conform

# One transaction a report halves the speed of the index; a second is what a kill may cost.
_CHANGES_A_COMMIT: Final = 100
_SECONDS_A_COMMIT: Final = 1.0

# FTS5 gathers so many bytes of rows in memory before it writes a segment: 64 MiB instead of 1 MiB
# made the index 1.3 times as fast and spares a merge at the end. The file remembers the value.
_MEMORY_FOR_MANY: Final = 64 * 1024 * 1024
_MEMORY: Final = 1024 * 1024

# What may be free of a file: one part in so many, and so many pages.
_FREE: Final = 10
_LEAST_FREE: Final = 64


_BROKEN_RULES: Final = frozenset(
    {sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_TOOBIG}
)
"""What SQLite says of a report that its schema does not take."""


class WriteSession:
    """Changes are gathered in one transaction; one that fails is undone alone."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self.tables = Database(connection, execute_plugins=False, recursive_triggers=False)
        self.numbers = Numbers(connection)
        self.postings = Postings(connection, self.numbers)
        self._connection = connection
        self._path = path
        self._changes = 0
        self._began = 0.0

    @contextmanager
    def change(self, progress: Callable[[int, int], None] | None = None) -> Iterator[None]:
        """One change that happens wholly or not at all; it becomes permanent soon after.

        An index that another version made is made anew first, which ``progress`` hears about.

        Raises:
            LibraryError: SQLite failed.
            Unstorable: what is to be stored breaks a rule of the schema.
        """
        with explained(self._path, self._connection):
            if not self._connection.in_transaction:
                self._connection.execute("BEGIN IMMEDIATE")
                self._began = monotonic()
            try:
                with self.tables.atomic():
                    if self.postings.stale:
                        # No row could be taken out: its tokens would come out differently.
                        self.postings.rebuild(progress)
                    yield
            except (UnicodeEncodeError, OverflowError) as error:
                raise Unstorable(f"内容无法存入报告库（{error}），请检查原件编码") from error
            except sqlite3.Error as error:
                code = code_of(error)
                if code & 0xFF in _BROKEN_RULES:
                    sentence = f"解析结果不合库结构（{error}），请将该文件反馈给开发者"
                    raise Unstorable(sentence) from error
                # FTS5 passes on that a write failed, but not how: it is a quota or a full disk.
                if code == sqlite3.SQLITE_IOERR:
                    raise disk_full(self._path) from error
                raise
        self._changes += 1
        if self._changes >= _CHANGES_A_COMMIT or monotonic() - self._began >= _SECONDS_A_COMMIT:
            self.commit()

    def commit(self) -> None:
        """Make everything so far permanent."""
        with explained(self._path, self._connection):
            if self._connection.in_transaction:
                self.tables.execute("UPDATE meta SET value = value + 1 WHERE key = 'changes'")
                self._connection.execute("COMMIT")
        self._changes = 0

    @property
    def index_is_stale(self) -> bool:
        """Whether this program would give the passages other tokens than stand in the index."""
        with explained(self._path, self._connection):
            return self.postings.stale

    @property
    def index_is_scattered(self) -> bool:
        """Whether so much was changed that merging pays."""
        with explained(self._path, self._connection):
            return self.postings.scattered

    def meta(self, key: str) -> str:
        """A value of ``meta``."""
        row = self.row((columns.text,), "SELECT value FROM meta WHERE key = ?", key)
        return str(row[0]) if row else ""

    def row(self, rules: Sequence[Rule], sql: str, *parameters: str | int) -> Row | None:
        """The first row of an answer, whose columns keep ``rules``."""
        with explained(self._path, self._connection):
            found: Row | None = self._connection.execute(sql, parameters).fetchone()
            if found is not None and not conform([found], rules):
                raise Malformed
            return found

    def rows(self, rules: Sequence[Rule] | None, sql: str, *parameters: str | int) -> list[Row]:
        """An answer whose columns keep ``rules``, where any are given."""
        with explained(self._path, self._connection):
            found = self._connection.rows(sql, *parameters)
            if rules is not None and not conform(found, rules):
                raise Malformed
            return found

    def column(self, rule: Rule, sql: str, *parameters: str | int) -> list[Any]:
        """The first value of each row of an answer; together they keep ``rule``."""
        with explained(self._path, self._connection):
            found = self._connection.rows(sql, *parameters)
            if not conform(found, [rule]):
                raise Malformed
            return [row[0] for row in found]

    def expect_many(self) -> None:
        """Write so that many changes are quick and readers are not held up."""
        # A reader or a network file system may keep the library from WAL; all works without.
        with suppress(sqlite3.OperationalError):
            ((mode,),) = self._connection.execute("PRAGMA journal_mode = WAL")
            if mode == "wal":
                # Only there it costs no more than the last commits when the power fails.
                self._connection.execute("PRAGMA synchronous = NORMAL")
        with explained(self._path, self._connection):
            self.postings.set_memory(_MEMORY_FOR_MANY)

    def finish(self) -> None:
        """Commit, and leave one plain file if no other program has it open."""
        try:
            self.commit()
        finally:
            # Where this fails nothing is lost, and the next writer tries again.
            with suppress(sqlite3.Error, Malformed):
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                if self.postings.memory() == _MEMORY_FOR_MANY:
                    self.postings.set_memory(_MEMORY)
                    self._give_back()
                self._connection.execute("PRAGMA journal_mode = DELETE")

    def _give_back(self) -> None:
        """Make the file as small as what is in it, where much of it is free.

        What is put together anew leaves what it was put together from: after a first ``index`` a
        third of the file. It takes 0.4 s of CPU for 100 MB.
        """
        ((free,),) = self._connection.execute("PRAGMA freelist_count")
        ((pages,),) = self._connection.execute("PRAGMA page_count")
        if free * _FREE > pages and free > _LEAST_FREE:
            self._connection.execute("VACUUM")

"""One state of a library, asked in SQL: what every answer goes through."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tuibrowser.store.errors import Interrupted, damaged, explained
from tuibrowser.store.file.connection import Connection
from tuibrowser.store.file.schema import number_in
from tuibrowser.store.rows import columns
from tuibrowser.store.rows.columns import Row, Rule, conform
from tuibrowser.store.rows.extents import FIRST_WITH_EXTENTS
from tuibrowser.store.rows.numbering import WIDEST, Numbering, numbering_in

if TYPE_CHECKING:
    from tuibrowser.store.rows.namesakes import Namesakes


class Snapshot:
    """A connection that cannot write, and what must be so of all that it answers.

    Every method raises :class:`~tuibrowser.store.errors.LibraryError` when SQLite fails or an
    answer cannot be one of this program, and :class:`~tuibrowser.store.errors.Interrupted` when
    :meth:`interrupt` stopped it.
    """

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._stopped = False

    @property
    def path(self) -> Path:
        """Where the library is."""
        return self._path

    @property
    def version(self) -> int:
        """Counts the changes of the library; another value means there is something new."""
        return self._number("changes")

    def interrupt(self) -> None:
        """Stop the running call and every later one. May come from another thread.

        A search is many short calls with work between them, so a reader that was told to stop
        stays stopped.
        """
        self._stopped = True
        # A connection that is closed already has nothing to stop.
        with suppress(sqlite3.ProgrammingError):
            self._connection.interrupt()

    def _meta(self, key: str) -> str:
        found = self._checked((columns.text,), "SELECT value FROM meta WHERE key = ?", key)
        self._require(bool(found))
        return str(found[0][0])

    @cached_property
    def namesakes(self) -> Namesakes:
        """The issuers' names that several units of the library have, with the places of each."""
        found = self._checked((columns.text,), "SELECT value FROM meta WHERE key = ?", "namesakes")
        if not found:
            return {}
        # Few libraries have any, and a search needs no reports.
        from tuibrowser.store.rows.namesakes import unpack  # noqa: PLC0415

        return unpack(found[0][0])

    @cached_property
    def numbering(self) -> Numbering:
        """How passages are numbered."""
        if self._number("schema") < FIRST_WITH_EXTENTS:
            return WIDEST
        found = numbering_in(self._meta("numbering"))
        self._require(found is not None)
        return found or WIDEST

    def _number(self, key: str) -> int:
        number = number_in(self._meta(key))
        self._require(number is not None)
        return number or 0

    def _checked(self, rules: Sequence[Rule], sql: str, *parameters: str | int | None) -> list[Row]:
        found = self._rows(sql, *parameters)
        self._require(conform(found, rules))
        return found

    def _require(self, holds: bool) -> None:
        if not holds:
            raise damaged(self._path)

    def _rows(self, sql: str, *parameters: str | int | None) -> list[Row]:
        if self._stopped:
            raise Interrupted
        with self._explained():
            return self._connection.rows(sql, *parameters)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            with explained(self._path, self._connection):
                yield
        except KeyboardInterrupt:
            # SQLite calls both an interrupt.
            if self._stopped:
                raise Interrupted from None
            raise

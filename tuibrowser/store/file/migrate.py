"""Bringing a library to the schema of this version: the files of ``db/migrations``, in order.

``python -m tuibrowser.store.file.migrate > db/schema.sql`` writes the dump that a test compares.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from sqlite_utils import Database, Migrations

from tuibrowser.store import errors
from tuibrowser.store.file import schema
from tuibrowser.store.file.schema import MIGRATIONS_TABLE, scripts, sql_root, statements

_SET = "tuibrowser"


def migrations() -> Migrations:
    """Every migration of this version, named after its file, in order."""
    migrations = Migrations(_SET)
    for name, sql in scripts(sql_root()):
        _register(migrations, name, sql)
    return migrations


def _register(migrations: Migrations, name: str, sql: str) -> None:
    @migrations(name=name)
    def apply(db: Database) -> None:
        # Not executescript: it commits first, and so leaves half a migration behind when it fails.
        for statement in statements(sql):
            db.execute(statement)


def upgrade(connection: sqlite3.Connection, path: Path) -> None:
    """Make the library at ``path``, or bring it up to date; wholly or not at all.

    Raises:
        LibraryError: what is there is no library, or none afterwards.
        sqlite3.Error: SQLite failed.
    """
    # Some systems compile another default in; it can only be set in an empty file.
    connection.execute("PRAGMA auto_vacuum = NONE")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again: another program may have been quicker.
        if schema.identify(connection, path) < schema.SCHEMA:
            migrate(connection)
        if schema.identify(connection, path) != schema.SCHEMA:
            raise errors.damaged(path)
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        # As in a session: FTS5 passes on that a write failed, but not how.
        if isinstance(error, sqlite3.Error) and errors.code_of(error) == sqlite3.SQLITE_IOERR:
            raise errors.disk_full(path) from error
        raise


def migrate(connection: sqlite3.Connection) -> None:
    """Apply what is missing, all of it or nothing.

    The list of what was applied is part of the same transaction: a file that held that alone would
    be no library and not empty.
    """
    database = Database(connection, execute_plugins=False)
    with database.atomic():
        migrations().apply(database)


def dump() -> str:
    """The schema of a new library as SQL, less what SQLite and its tools keep for themselves."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection)
        # By name: FTS5 keeps an index in shadow tables called passage_index_….
        rows = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
            " AND name NOT GLOB '*_index_*' AND tbl_name <> ?"
            " ORDER BY type = 'index', name",
            (MIGRATIONS_TABLE,),
        ).fetchall()
        ((application,),) = connection.execute("PRAGMA application_id")
    finally:
        connection.close()
    head = "-- The schema after all migrations. Made by: python -m tuibrowser.store.file.migrate\n"
    mark = f"PRAGMA application_id = {application};\n"
    return "\n".join([head, mark, *(f"{sql};\n" for (sql,) in rows)])


if __name__ == "__main__":
    sys.stdout.write(dump())

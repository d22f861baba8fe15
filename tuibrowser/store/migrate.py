"""Bringing a library to the schema of this version: the files of ``db/migrations``, in order.

``python -m tuibrowser.store.migrate > db/schema.sql`` writes the dump that a test compares.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from sqlite_utils import Database, Migrations

_SET = "tuibrowser"


def sql_root() -> Traversable:
    """The packaged SQL, or ``db/`` beside the package in a checkout."""
    packaged = files("tuibrowser") / "_sql"
    # hatchling leaves forced files out of an editable install.
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / "db"


def migrations() -> Migrations:
    """Every migration of this version, named after its file, in order."""
    migrations = Migrations(_SET)
    folder = sql_root() / "migrations"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".sql"):
            _register(migrations, file.name.removesuffix(".sql"), file.read_text(encoding="utf-8"))
    return migrations


def _register(migrations: Migrations, name: str, sql: str) -> None:
    @migrations(name=name)
    def apply(db: Database) -> None:
        # Not executescript: it commits first, and so leaves half a migration behind when it fails.
        for statement in statements(sql):
            db.execute(statement)


def statements(sql: str) -> Iterator[str]:
    """The statements of a script, one by one, triggers whole.

    Raises:
        ValueError: the last one has no end.
    """
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
    if any(line.strip() and not line.lstrip().startswith("--") for line in pending.splitlines()):
        raise ValueError(f"unfinished statement: {pending.strip()}")


def migrate(connection: sqlite3.Connection) -> None:
    """Apply what is missing, each migration whole or not at all."""
    migrations().apply(Database(connection, execute_plugins=False))


def dump() -> str:
    """The schema of a new library as SQL, less what SQLite and its tools keep for themselves."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection)
        # By name: FTS5 keeps an index in shadow tables called passage_index_….
        rows = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
            " AND name NOT GLOB '*_index_*' AND tbl_name NOT GLOB '_sqlite_*'"
            " ORDER BY type = 'index', name"
        ).fetchall()
        ((application,),) = connection.execute("PRAGMA application_id")
    finally:
        connection.close()
    head = "-- The schema after all migrations. Made by: python -m tuibrowser.store.migrate\n"
    mark = f"PRAGMA application_id = {application};\n"
    return "\n".join([head, mark, *(f"{sql};\n" for (sql,) in rows)])


if __name__ == "__main__":
    sys.stdout.write(dump())

"""A library as an earlier version of the program left it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tuibrowser.store.schema import objects_of


def make_older(path: Path, schema: int) -> None:
    """Take out of the library at ``path`` whatever came after ``schema``."""
    known = {name for _, name, _, _ in objects_of(schema)}
    with closing(sqlite3.connect(path)) as connection, connection:
        found = connection.execute(
            "SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL"
            " AND name NOT LIKE '_sqlite%' ORDER BY type"
        ).fetchall()
        for kind, name in found:
            # What FTS5 keeps goes with its table.
            if name not in known and not (kind == "table" and "_index_" in name):
                connection.execute(f"DROP {kind} {name}")
        for kind, name, _, sql in objects_of(schema):
            # What a later schema did away with, empty.
            if sql and not any(it == (kind, name) for it in found) and "_index_" not in name:
                connection.execute(sql)
        if schema < 7:
            for name in ("indicator", "role", "scope", "time", "part_of"):
                connection.execute(f"ALTER TABLE figure DROP COLUMN {name}")
        if schema < 6:
            connection.execute("ALTER TABLE figure DROP COLUMN value_to")
        connection.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (str(schema),))
        if schema < 2:
            connection.execute("UPDATE meta SET value = 'older' WHERE key = 'index'")
            connection.execute("DELETE FROM meta WHERE key = 'synonyms'")
        connection.execute(
            "DELETE FROM _sqlite_migrations WHERE CAST(substr(name, 1, 4) AS INTEGER) > ?",
            (schema,),
        )

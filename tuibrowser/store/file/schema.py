"""The schema of a library: its numbers, its SQL, and whether a file has it and nothing else.

This is where a file becomes a library, before any report of it is read. A view in place of a table
can go on for ever, and a trigger can write what nobody asked for, so every object has to be the one
that the files of ``db/migrations`` make.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from tuibrowser.store import errors
from tuibrowser.store.rows.extents import FIRST_WITH_EXTENTS
from tuibrowser.store.rows.numbering import numbering_in

SCHEMA: Final = 12
"""Number of the last migration."""

READABLE: Final = 1
"""The oldest schema that is read as it is: without sounds, forgiving search is absent."""

APPLICATION_ID: Final = int.from_bytes(b"TUIB", "big")

MIGRATIONS_TABLE: Final = "_sqlite_migrations"
"""Where sqlite-utils notes what was applied. Who reads a library never looks there."""

_Object = tuple[str, str, str, str | None]
"""A row of ``sqlite_master``: type, name, table, SQL."""

_STATISTICS: Final = frozenset({"sqlite_stat1", "sqlite_stat3", "sqlite_stat4"})
"""What ANALYZE makes, which anybody may have run."""

# By the schema that brought them.
_KEYS: Final = (
    (1, {"schema", "changes", "index", "parser", "lexicon"}),
    (2, {"synonyms"}),
    (FIRST_WITH_EXTENTS, {"numbering"}),
)
_DIGITS: Final = 15
"""Of a number in ``meta``; more are no count of anything."""


def identify(connection: sqlite3.Connection, path: Path) -> int:
    """The number of the library's schema, 0 for a file in which no library was made yet.

    Raises:
        LibraryError: it is another program's, damaged, changed, or of a later schema.
    """
    ((application,),) = connection.execute("PRAGMA application_id")
    objects = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    own = {row for row in objects if not _is_kept_by_tools(row)}
    if application != APPLICATION_ID:
        if application == 0 and not own and not _was_migrated(connection, objects):
            return 0
        if any(own == objects_of(number) for number in range(1, SCHEMA + 1)):
            raise errors.damaged(path)
        raise errors.not_a_library(path, "是别的 SQLite 数据库，不是报告库")
    # Of a library of today nothing else needs to be made to tell.
    if own != objects_of(SCHEMA) and not {it for it in objects_of(1) if it[2] == "meta"} <= own:
        raise errors.damaged(path)
    schema = _schema_in_meta(connection, path)
    if own != objects_of(schema):
        raise errors.changed(path)
    return schema


def number_in(value: Any) -> int | None:
    """The number that a value of ``meta`` stands for, if it is one."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _DIGITS:
        return int(value)
    return None


def _schema_in_meta(connection: sqlite3.Connection, path: Path) -> int:
    meta = dict(connection.execute("SELECT key, value FROM meta LIMIT 100").fetchall())
    schema = number_in(meta.get("schema"))
    if not schema:
        raise errors.damaged(path)
    if schema > SCHEMA:
        raise errors.newer(path, schema, SCHEMA)
    keys = set().union(*(keys for number, keys in _KEYS if number <= schema))
    if not keys <= meta.keys() or number_in(meta["changes"]) is None:
        raise errors.damaged(path)
    if not all(isinstance(value, str) for value in meta.values()):
        raise errors.damaged(path)
    if schema >= FIRST_WITH_EXTENTS and numbering_in(meta["numbering"]) is None:
        raise errors.damaged(path)
    return schema


def _is_kept_by_tools(row: _Object) -> bool:
    kind, name, table, sql = row
    if name in _STATISTICS:
        return kind == "table"
    plain = kind == "index" or (kind == "table" and str(sql).startswith("CREATE TABLE"))
    return table == MIGRATIONS_TABLE and plain


def _was_migrated(connection: sqlite3.Connection, objects: list[_Object]) -> bool:
    """Whether the list of migrations is there and says that one was applied.

    A program that is killed just before the first one leaves an empty list.
    """
    if not any(name == MIGRATIONS_TABLE for _, name, _, _ in objects):
        return bool(objects)
    return bool(connection.execute(f"SELECT 1 FROM {MIGRATIONS_TABLE} LIMIT 1").fetchall())


def objects_of(number: int) -> frozenset[_Object]:
    """The objects of a library with schema ``number``, as ``sqlite_master`` lists them."""
    return _objects(sql_root(), number)


@lru_cache
def _objects(root: Path, number: int) -> frozenset[_Object]:
    # Made anew, once in a process: a list kept by hand would differ from the files one day. Of the
    # last migration there is a dump, whose tables are whole at once: 2 ms instead of 9.
    dump = root / "schema.sql"
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        if number == SCHEMA and dump.is_file():
            connection.executescript(dump.read_text(encoding="utf-8"))
        else:
            for _, sql in scripts(root)[:number]:
                for statement in statements(sql):
                    connection.execute(statement)
        rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
        return frozenset(rows.fetchall())


def sql_root() -> Path:
    """The packaged SQL, or ``db/`` beside the package in a checkout."""
    package = Path(__file__).resolve().parents[2]
    packaged = package / "_sql"
    # hatchling leaves forced files out of an editable install.
    return packaged if packaged.is_dir() else package.parent / "db"


def scripts(root: Path) -> list[tuple[str, str]]:
    """Name and SQL of every migration, in order."""
    return [
        (file.stem, file.read_text(encoding="utf-8"))
        for file in sorted((root / "migrations").iterdir(), key=lambda file: file.name)
        if file.suffix == ".sql"
    ]


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

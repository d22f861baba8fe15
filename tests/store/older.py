"""A library as an earlier version of the program left it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tuibrowser.store.file.schema import objects_of
from tuibrowser.store.index.entry import index_row, report_tokens
from tuibrowser.store.index.numbers import Numbers
from tuibrowser.store.index.postings import Postings
from tuibrowser.store.library import Library
from tuibrowser.store.rows.extents import KIND

_LATER_COLUMNS = [
    (12, "provenance", "year_source"),
    (12, "provenance", "year_folder"),
    *((7, "figure", name) for name in ("indicator", "role", "scope", "time", "part_of")),
    (6, "figure", "value_to"),
]
"""Each with the schema that brought it."""


def make_older(path: Path, schema: int) -> None:
    """Take out of the library at ``path`` whatever came after ``schema``, and put back what it did
    away with."""
    if schema < 11:
        _number_widely(path)
    sounds = _sounds(path) if 2 <= schema < 11 else []
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
        if schema < 11:
            _remake_passages(connection, schema)
            connection.execute("DELETE FROM meta WHERE key = 'numbering'")
        for kind, name, _, sql in objects_of(schema):
            # What a later schema did away with, empty.
            if sql and not any(it == (kind, name) for it in found) and "_index_" not in name:
                connection.execute(sql)
        if 2 <= schema < 11:
            sql = "INSERT INTO syllable_index (rowid, tokens) VALUES (?, ?)"
            connection.executemany(sql, sounds)
        for first, table, name in _LATER_COLUMNS:
            if schema < first and table in known:
                connection.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
        connection.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (str(schema),))
        if schema < 2:
            connection.execute("UPDATE meta SET value = 'older' WHERE key = 'index'")
            connection.execute("DELETE FROM meta WHERE key = 'synonyms'")
        connection.execute(
            "DELETE FROM _sqlite_migrations WHERE CAST(substr(name, 1, 4) AS INTEGER) > ?",
            (schema,),
        )


def _number_widely(path: Path) -> None:
    """Give passages the ids that they had before ``meta`` said how they are numbered."""
    with closing(sqlite3.connect(path)) as connection, connection:
        Postings(connection, Numbers(connection)).rebuild(coming={1: 1 << 31})


def _sounds(path: Path) -> list[tuple[int, str]]:
    """What stood in ``syllable_index``: sounds without their mark, initials and filters."""
    found = []
    with Library(path).read() as reader:
        reports = [reader.report(sha256) for sha256 in reader.sha256s()]
    with closing(sqlite3.connect(path)) as connection:
        for report in reports:
            shared = report_tokens(report.place, report.issuer)
            sql = (
                "SELECT p.id FROM passage AS p JOIN report AS r ON r.id = p.report"
                " WHERE sha256 = ? ORDER BY p.id DESC"
            )
            ids = [id_ for (id_,) in connection.execute(sql, (report.sha256,))]
            for id_, passage in zip(ids, report.passages, strict=True):
                tokens = index_row(report.text, passage, shared).split(" ")
                kept = [it for it in tokens if it.startswith(("\ue000", "\ue001", "\ue002"))]
                found.append((id_, " ".join(it.removeprefix("\ue002") for it in kept)))
    return found


def _remake_passages(connection: sqlite3.Connection, schema: int) -> None:
    """Put the table of ``schema`` in the place of ``passage``, each with a kind of its own."""
    connection.execute(
        f'CREATE TEMP TABLE kept AS SELECT p.id, p.report, role, p.start, p."end", section, {KIND},'
        " p.themes FROM passage AS p"
        " LEFT JOIN section AS s ON s.report = p.report AND s.number = p.section"
    )
    connection.execute("DROP TABLE passage")
    for _, name, _, sql in objects_of(schema):
        if name == "passage":
            connection.execute(str(sql))
    connection.execute("INSERT INTO passage SELECT * FROM kept")

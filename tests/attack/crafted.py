"""Libraries that somebody made to harm, or another program made by mistake."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from random import Random
from typing import Final

from attack.commands import CHANGING, hold_all_reading
from attack.hostile import VALUES
from attack.promise import hold
from attack.screens import look
from attack.site import Ground, Site, require

Craft = Callable[[sqlite3.Connection, Random], str]
"""Changes the library of a connection, and says how."""


def attempt(site: Site, ground: Ground, dice: Random, number: int) -> None:
    """Craft a library; read it in all ways, change it, and merge it into another."""
    craft = _CRAFTS[number % len(_CRAFTS)]
    with closing(sqlite3.connect(site.library, isolation_level=None)) as connection:
        connection.text_factory = bytes
        connection.executescript("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF")
        try:
            site.doing = craft(connection, dice)
        except sqlite3.Error as error:
            site.doing = f"{craft.__name__}: SQLite refuses it: {error}"
            return
    hold_all_reading(site)
    if number % 6 == 5:
        site.doing += " (the browser, too)"
        look(site, frozenset({3}), "]]tid+2/")
    hold(site.run("index", str(site.library), "--db", str(site.other)))
    require(site.listed(site.other) >= ground.others, "merging it in lost reports")
    site.examine(site.other)
    for arguments in (("list",), ("search", "法"), ("export",)):
        hold(site.run(*arguments, "--db", str(site.other)))
    hold(site.run(*dice.choice(CHANGING)))


_COLUMNS: Final = {
    "report": "id sha256 file is_report title issuer issuer_kind year date published province city"
    " county township parser lexicon text word_starts",
    "section": "report number level title marker kind themes line start end",
    "passage": "id report role start end section kind themes",
    "extent": "report first last",
    "figure": "report number value unit hedge noun period start end",
    "section_state": "report kind state",
    "source": "id path mtime_ns size report",
    "meta": "key value",
}


def _values(connection: sqlite3.Connection, dice: Random) -> str:
    """One cell, or all cells of a column, of a table with checks taken off."""
    table = dice.choice(list(_COLUMNS))
    column = dice.choice(_COLUMNS[table].split())
    value = dice.choice(VALUES)
    some = "" if dice.random() < 0.5 else "WHERE rowid IN (SELECT rowid FROM {} LIMIT 1)"
    some = "" if table in ("section", "figure", "section_state", "meta") else some.format(table)
    with _unchecked(connection, table):
        connection.execute(f'UPDATE OR IGNORE {table} SET "{column}" = {value} {some}')
    return f"{table}.{column} = {value[:60]} {some}"


@contextmanager
def _unchecked(connection: sqlite3.Connection, table: str) -> Iterator[None]:
    """NULL is allowed everywhere meanwhile; afterwards the schema reads as ours."""
    where = f"WHERE name = '{table}'"
    ((sql,),) = connection.execute(f"SELECT sql FROM sqlite_master {where}")
    _write_schema(
        connection, f"UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') {where}"
    )
    connection.execute("PRAGMA writable_schema = RESET")
    yield
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(f"UPDATE sqlite_master SET sql = ? {where}", [sql.decode()])


def _missing(connection: sqlite3.Connection, dice: Random) -> str:
    table = dice.choice([*_COLUMNS, "passage_index", "passage_index_data"])
    if table.endswith("_data"):
        _write_schema(connection, f"DELETE FROM sqlite_master WHERE name = '{table}'")
    else:
        connection.execute(f"DROP TABLE {table}")
    return f"no table {table}"


def _meta(connection: sqlite3.Connection, dice: Random) -> str:
    key = dice.choice(["schema", "parser", "lexicon", "synonyms", "index", "numbering"])
    value = dice.choice([*VALUES, "'3'", "'999'", "'-1'", "'1'", "'02'", "'２'", "'2.0'", "''"])
    if dice.random() < 0.3:
        connection.execute("DELETE FROM meta WHERE key = ?", [key])
        return f"no {key} in meta"
    with _unchecked(connection, "meta"):
        connection.execute(f"INSERT OR REPLACE INTO meta VALUES ('{key}', {value})")
    return f"meta.{key} = {value[:60]}"


def _view(connection: sqlite3.Connection, dice: Random) -> str:
    """A view in the place of a table: endless, huge, or harmless."""
    table = dice.choice(list(_COLUMNS))
    columns = [f'"{name}"' for name in _COLUMNS[table].split()]
    body = dice.choice(
        (
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT {} FROM n",
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 40000000)"
            " SELECT {} FROM n WHERE x < 0",
            "SELECT {} FROM kept, kept AS b, kept AS c, kept AS d, kept AS e",
            "SELECT {} FROM kept",
        )
    )
    connection.execute(f"ALTER TABLE {table} RENAME TO kept")
    chosen = ", ".join(
        (f"kept.{name}" if "kept" in body else f"hex(zeroblob(50)) AS {name}") for name in columns
    )
    connection.execute(f"CREATE VIEW {table} AS {body.format(chosen)}")
    return f"{table} is a view: {body[:70]}"


def _trigger(connection: sqlite3.Connection, dice: Random) -> str:
    table = dice.choice(["report", "passage", "source", "meta", "section"])
    event = dice.choice(["INSERT", "DELETE", "UPDATE"])
    deed = dice.choice(
        (
            "DELETE FROM report",
            "SELECT RAISE(ABORT, 'x')",
            "INSERT INTO meta SELECT hex(randomblob(9)), hex(zeroblob(99)) FROM passage, passage",
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT sum(x) FROM n",
        )
    )
    if deed.startswith("WITH"):
        deed = f"INSERT INTO meta SELECT * FROM ({deed.replace('sum(x)', 'x, x')})"
    connection.execute(f"CREATE TRIGGER t AFTER {event} ON {table} BEGIN {deed}; END")
    return f"a trigger after {event} on {table}: {deed[:60]}"


def _rewritten(connection: sqlite3.Connection, dice: Random) -> str:
    """The text of the schema is no SQL, or other SQL."""
    table = dice.choice([*_COLUMNS, "passage_index"])
    change = dice.choice(
        (
            "sql = 'CREATE TABLE x ('",
            "sql = replace(sql, 'TEXT', 'TEXT COLLATE nosuch')",
            "sql = replace(sql, 'INTEGER', 'BLOB')",
            "sql = replace(sql, 'start', 'stop')",
            "sql = CAST(x'ff00' AS TEXT)",
            "sql = NULL",
            "rootpage = 99999",
            "rootpage = 1",
            "type = 'index'",
            "tbl_name = 'other'",
            "sql = replace(sql, '(', '(extra AS (randomblob(1000000000)) , ')",
            "sql = replace(sql, 'tokenize=''ascii''', 'tokenize=''nosuch''')",
        )
    )
    _write_schema(connection, f"UPDATE sqlite_master SET {change} WHERE name = '{table}'")
    return f"schema of {table}: {change}"


def _write_schema(connection: sqlite3.Connection, sql: str) -> None:
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(sql)


def _addition(connection: sqlite3.Connection, dice: Random) -> str:
    """Something more than there should be."""
    sql = dice.choice(
        (
            "CREATE VIRTUAL TABLE more USING rtree(id, a, b)",
            "CREATE TABLE more (a, b)",
            "CREATE INDEX more ON report (hex(zeroblob(100)) || title)",
            "CREATE VIEW more AS SELECT * FROM nosuch",
            "CREATE TABLE main (" + ", ".join(f"c{n}" for n in range(1500)) + ")",
            "ALTER TABLE report ADD COLUMN more",
            "ALTER TABLE passage ADD COLUMN more TEXT DEFAULT 'x'",
            "PRAGMA user_version = 77",
        )
    )
    connection.execute(sql)
    return sql[:60]


def _postings(connection: sqlite3.Connection, dice: Random) -> str:
    """An index that says other things than the texts do."""
    table = "passage_index"
    sql = dice.choice(
        (
            f"INSERT INTO {table} (rowid, tokens) SELECT x, '纠纷 纠 纷 法 jiufen' FROM"
            " (WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 3000)"
            " SELECT x FROM n)",
            f"INSERT INTO {table} (rowid, tokens) VALUES (-5, '法')",
            f"UPDATE {table}_data SET block = randomblob(length(block))",
            f"UPDATE {table}_data SET block = zeroblob(3) WHERE id > 10",
            f"DELETE FROM {table}_idx",
            f"DELETE FROM {table}_data",
            f"UPDATE {table}_config SET v = 999",
        )
    )
    connection.execute(sql)
    return sql[:70]


def _form(connection: sqlite3.Connection, dice: Random) -> str:
    """The same content in a file of another form."""
    sql = dice.choice(
        (
            "PRAGMA page_size = 512; VACUUM",
            "PRAGMA page_size = 65536; VACUUM",
            "PRAGMA auto_vacuum = FULL; VACUUM",
            "PRAGMA journal_mode = WAL",
            "PRAGMA application_id = 0",
            "PRAGMA application_id = 5",
            "PRAGMA foreign_keys = OFF; DELETE FROM report",
            "PRAGMA foreign_keys = OFF; DELETE FROM passage",
            "PRAGMA foreign_keys = OFF; DELETE FROM section",
            "PRAGMA foreign_keys = OFF; DELETE FROM section_state",
            "PRAGMA foreign_keys = OFF; UPDATE section SET report = 99",
            "UPDATE report SET sha256 = upper(sha256)",
            "UPDATE passage SET start = start + 1000000",
            "UPDATE report SET text = substr(text, 1, 5)",
            "UPDATE report SET text = text || text",
        )
    )
    connection.executescript(sql)
    return sql


_CRAFTS: Final[tuple[Craft, ...]] = (
    _values, _meta, _view, _values, _rewritten, _trigger, _values, _missing, _addition, _values,
    _postings, _form,
)  # fmt: skip

"""Libraries that are damaged or made to harm: a table of ways to spoil a sound one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from handmade import Draft

from tuibrowser.model.report import Place, Report

Spoil = Callable[[sqlite3.Connection], object]

_ENDLESS = (
    "WITH RECURSIVE n (a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n) SELECT {columns} FROM n"
)
_DIGITS = "9" * 5_000


def _sql(*statements: str) -> Spoil:
    def spoil(connection: sqlite3.Connection) -> None:
        for statement in statements:
            connection.execute(statement)

    return spoil


def _set(table: str, column: str, value: str) -> Spoil:
    """Put ``value``, an SQL expression, where the schema allows no such thing."""
    return _sql("PRAGMA ignore_check_constraints = ON", f'UPDATE {table} SET "{column}" = {value}')


def _meta(key: str, value: str) -> Spoil:
    return _sql(f"UPDATE meta SET value = {value} WHERE key = '{key}'")


def _view(table: str) -> Spoil:
    """An endless view in place of a table."""

    def spoil(connection: sqlite3.Connection) -> None:
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        connection.execute(f"DROP TABLE {table}")
        columns = ", ".join(f'a AS "{name}"' for name in names)
        connection.execute(f"CREATE VIEW {table} AS {_ENDLESS.format(columns=columns)}")

    return spoil


def _trigger(table: str, event: str) -> Spoil:
    body = f"INSERT INTO source SELECT a, a, a, a, 1 FROM ({_ENDLESS.format(columns='a')})"
    return _sql(f"CREATE TRIGGER harm AFTER {event} ON {table} BEGIN {body}; END")


def _schema(name: str, sql: str) -> Spoil:
    """Other SQL for an object, which the file's content need not fit."""
    quoted = sql.replace("'", "''")
    return _sql(
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET sql = '{quoted}' WHERE name = '{name}'",
        "PRAGMA writable_schema = RESET",
    )


NOT_UTF8: Final = "CAST(x'e69fb3ff' AS TEXT)"

UNREADABLE: Final[dict[str, Spoil]] = {
    # Objects that are not ours, or not as they should be.
    **{f"a view for {table}": _view(table) for table in ("report", "passage", "section", "meta")},
    **{
        f"a view for {table}": _view(table)
        for table in ("section_state", "figure", "source", "passage_index")
    },
    **{
        f"a trigger on {event} of {table}": _trigger(table, event)
        for table, event in (
            ("report", "INSERT"),
            ("meta", "UPDATE"),
            ("source", "DELETE"),
            ("passage", "INSERT"),
        )
    },
    "another table": _sql("CREATE TABLE more (a)"),
    "another view": _sql(f"CREATE VIEW more AS {_ENDLESS.format(columns='a')}"),
    "another index": _sql("CREATE INDEX more ON report (abs(year))"),
    "another virtual table": _sql("CREATE VIRTUAL TABLE more USING fts5 (a)"),
    "an index that is gone": _sql("DROP INDEX report_list"),
    "a table that is gone": _sql("DROP TABLE figure"),
    "no index of characters": _sql("DROP TABLE passage_index"),
    "a column more": _sql("ALTER TABLE report ADD COLUMN more DEFAULT 1"),
    "a computed column": _sql("ALTER TABLE report ADD COLUMN more AS (hex(zeroblob(1000000)))"),
    "a plain table for an index": _sql(
        "DROP TABLE passage_index", "CREATE TABLE passage_index (tokens)"
    ),
    "an index with a text of its own": _sql(
        "DROP TABLE passage_index", "CREATE VIRTUAL TABLE passage_index USING fts5 (tokens)"
    ),
    "a check that never ends": _schema(
        "source",
        "CREATE TABLE source (id INTEGER PRIMARY KEY, path TEXT CHECK (path IN (SELECT 1)))",
    ),
    "SQL that is none": _schema("report_list", "CREATE INDEX report_list ON nowhere (nothing)"),
    "a view among the migrations": _sql(
        "DROP TABLE _sqlite_migrations",
        f"CREATE VIEW _sqlite_migrations AS {_ENDLESS.format(columns='a AS id')}",
    ),
    # What stands in meta.
    "no meta at all": _sql("DELETE FROM meta"),
    **{
        f"no {key} in meta": _sql(f"DELETE FROM meta WHERE key = '{key}'")
        for key in ("schema", "changes", "index", "parser", "lexicon", "synonyms", "numbering")
    },
    "a schema of 5,000 digits": _meta("schema", f"'{_DIGITS}'"),
    "a schema that is no number": _meta("schema", "'二'"),
    "a negative schema": _meta("schema", "'-1'"),
    "a schema of zero": _meta("schema", "'0'"),
    "a schema in bytes": _meta("schema", "x'32'"),
    "an older schema than there is": _meta("schema", "'1'"),
    "a newer schema": _meta("schema", "'77'"),
    "changes of 5,000 digits": _meta("changes", f"'{_DIGITS}'"),
    "changes that are no number": _meta("changes", "'x'"),
    "changes in bytes": _meta("changes", "x'ff'"),
    "a numbering in one word": _meta("numbering", "'13'"),
    "a numbering beyond all ids": _meta("numbering", "'1999 99'"),
    "a numbering in bytes": _meta("numbering", "x'31'"),
    "synonyms in bytes": _meta("synonyms", "x'ff00'"),
    "synonyms that are no UTF-8": _meta("synonyms", NOT_UTF8),
    # Values of other types, or outside what there can be, in every report.
    "a sha256 in bytes": _set("report", "sha256", "randomblob(64)"),
    "a sha256 that is a word": _set("report", "sha256", "printf('%064d', id) || 'x'"),
    "a file in bytes": _set("report", "file", "x'ff'"),
    "a file that is no UTF-8": _set("report", "file", NOT_UTF8),
    "a title that is no UTF-8": _set("report", "title", NOT_UTF8),
    "a title in bytes": _set("report", "title", "x'00'"),
    "an issuer that is no UTF-8": _set("report", "issuer", NOT_UTF8),
    "an issuer in bytes": _set("report", "issuer", "x'e6'"),
    "a county in bytes": _set("report", "county", "x'e6'"),
    "an unknown kind of issuer": _set("report", "issuer_kind", "'empire'"),
    "a year that is text": _set("report", "year", "'去年'"),
    "a year too large": _set("report", "year", "99999999999"),
    "a year that is a fraction": _set("report", "year", "2023.5"),
    "a year in bytes": _set("report", "year", "x'07e7'"),
    "neither report nor none": _set("report", "is_report", "'maybe'"),
}
"""Spoilt so that not even a list of reports can be had."""

BROKEN_REPORTS: Final[dict[str, Spoil]] = {
    "a text in bytes": _set("report", "text", "CAST(text AS BLOB)"),
    "a text that is no UTF-8": _set("report", "text", f"substr(text, 1, 5) || {NOT_UTF8}"),
    "an empty text": _set("report", "text", "''"),
    "a text cut off": _set("report", "text", "substr(text, 1, 9)"),
    "a text with a NUL in it": _set("report", "text", "substr(text, 1, 5) || char(0)"),
    "a text that is a number": _set("report", "text", "12"),
    "a date in bytes": _set("report", "date", "x'ff'"),
    "words in text": _set("report", "word_starts", "'words'"),
    "too few words": _set("report", "word_starts", "x'ff'"),
    "a bitmap that is a number": _set("report", "word_starts", "1.5"),
    "an unknown role": _set("passage", "role", "'\x1b]52;c;aGk=\x07'"),
    "a role in bytes": _set("passage", "role", "x'ff'"),
    "a start in text": _set("passage", "start", "'first'"),
    "a start before the text": _set("passage", "start", "-5"),
    "a start after the end": _set("passage", "start", '"end" + 1'),
    "an end after the text": _set("passage", "end", "1000000"),
    "an end beyond all numbers": _set("passage", "end", "9223372036854775807"),
    "an end that is a fraction": _set("passage", "end", '"end" + 0.5'),
    "passages over each other": _set("passage", "start", "0"),
    "a section that is not there": _set("passage", "section", "7777"),
    "a section in text": _set("passage", "section", "'x'"),
    "a kind in bytes": _set("passage", "kind", "x'ff'"),
    "an unknown theme": _set("passage", "themes", "'\x1b[2J'"),
    "themes in bytes": _set("passage", "themes", "x'ff'"),
    "a level beyond all margins": _set("section", "level", "2000000000"),
    "a level in text": _set("section", "level", "'deep'"),
    "a heading that is no UTF-8": _set("section", "title", NOT_UTF8),
    "a heading in bytes": _set("section", "title", "x'ff'"),
    "a marker in bytes": _set("section", "marker", "x'ff'"),
    "a heading after the text": _set("section", "end", "1000000"),
    "a line of none": _set("section", "line", "-1"),
    "a figure in words": _set("figure", "value", "'many'"),
    "a figure of 5,000 digits": _set("figure", "value", f"'{_DIGITS}'"),
    "a figure without end": _set("figure", "value", "9e999"),
    "a figure in bytes": _set("figure", "value", "x'ff'"),
    "a unit in bytes": _set("figure", "unit", "x'ff'"),
    "a figure outside the text": _set("figure", "end", "1000000"),
    "an unknown state": _set("section_state", "state", "'gone'"),
    "a state of no kind": _sql(
        "PRAGMA ignore_check_constraints = ON",
        "DELETE FROM section_state WHERE kind <> 'other'",
        "UPDATE section_state SET kind = 'kind'",
    ),
    "a state lost": _sql("DELETE FROM section_state WHERE kind = 'leader_duty'"),
    "all states lost": _sql("DELETE FROM section_state"),
    "states of a report in bytes": _set("section_state", "report", "CAST(report AS BLOB)"),
    "states of another report": _set("section_state", "report", "report + 1000"),
    "a heading lost": _sql("DELETE FROM section WHERE number = 0"),
    "the last heading lost": _sql("DELETE FROM section WHERE number > 0"),
    "a heading's number in bytes": _set("section", "number", "CAST(number AS BLOB)"),
    "a measure lost": _sql("DELETE FROM passage WHERE section = 0 AND role = 'measure'"),
    "the first passage lost": _sql("DELETE FROM passage WHERE role = 'title'"),
    "the last passage lost": _sql("DELETE FROM passage WHERE section = 1 AND role = 'measure'"),
    "all passages lost": _sql("DELETE FROM passage"),
    "passages of a report in bytes": _set("passage", "report", "CAST(report AS BLOB)"),
    "a first passage that is not the first": _set("extent", "first", "first + 1"),
    "a last passage before the first": _set("extent", "last", "first - 9"),
    "a first passage in text": _set("extent", "first", "'first'"),
    "no word of which passages they are": _sql("DELETE FROM extent"),
    "a figure before which one is lost": _set("figure", "number", "number + 1"),
}
"""Spoilt so that there is a list, and no report of it can be opened."""


def full_report(issuer: str = "柳溪镇") -> Report:
    """A report with a row in every table of a library."""
    draft = Draft(issuer, 2023, Place("晋原省", "临江市", "云台县", issuer))
    draft.title(f"{issuer}2023年法治政府建设情况报告")
    draft.head("一、", "主要举措和成效", "measures_results")
    draft.measure("开展普法宣传40场次。", "publicity").figure("40场次", 40, "场次")
    draft.head("二、", "存在的不足和原因", "shortcomings")
    draft.measure("执法力量不足。", "enforcement")
    return draft.report()


def spoil(path: Path, how: Spoil) -> None:
    """Change the library at ``path`` as no version of the program would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        how(connection)


def mislead(path: Path) -> None:
    """Have the index that lists reports name others than the table holds, as it does when pages of
    a file have changed places."""
    # Taken out of the schema and put back, it does not hear of what happens meanwhile.
    where = "FROM sqlite_master WHERE name = 'report_list'"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        (row,) = connection.execute(f"SELECT * {where}")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(f"DELETE {where}")
    spoil(path, _set("report", "sha256", "replace(sha256, substr(sha256, 1, 1), '0')"))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)


def loop(path: Path, table: str) -> None:
    """Give ``table`` so many levels of pages, each pointing a hundred times to the next, that no
    reader of its rows would ever come to their end.

    Args:
        path: A library.
        table: With few rows, all on one page.
    """
    with closing(sqlite3.connect(path)) as connection:
        ((size,),) = connection.execute("PRAGMA page_size")
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        ((root,),) = connection.execute(sql, (table,))
    data = path.read_bytes()
    pages = [data[at : at + size] for at in range(0, len(data), size)]
    leaf = pages[root - 1]
    assert leaf[0] == _LEAF
    levels = 12
    first = len(pages) + 1
    pages[root - 1] = _page_that_points_to(first, size)
    pages += [_page_that_points_to(first + level, size) for level in range(1, levels)]
    pages.append(leaf)
    # The header says how many pages there are.
    pages[0] = pages[0][:28] + len(pages).to_bytes(4, "big") + pages[0][32:]
    path.write_bytes(b"".join(pages))


_LEAF: Final = 13
_INTERIOR: Final = 5


def _page_that_points_to(page: int, size: int) -> bytes:
    """An inner page of a table, https://www.sqlite.org/fileformat.html#b_tree_pages."""
    cells = [page.to_bytes(4, "big") + bytes([key]) for key in range(1, 101)]
    content = size - sum(map(len, cells))
    head = bytes([_INTERIOR, 0, 0]) + len(cells).to_bytes(2, "big") + content.to_bytes(2, "big")
    head += b"\0" + page.to_bytes(4, "big")
    pointers = b"".join((content + 5 * at).to_bytes(2, "big") for at in range(len(cells)))
    return (head + pointers).ljust(content, b"\0") + b"".join(cells)

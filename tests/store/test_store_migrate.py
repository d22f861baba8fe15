"""The schema in ``db/``: complete, documented, and applied whole or not at all."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tuibrowser.lexicon.labels import ISSUER_KIND_LABELS, KIND_LABELS, ROLE_LABELS, STATE_LABELS
from tuibrowser.store.file import migrate, schema
from tuibrowser.store.file.migrate import dump
from tuibrowser.store.file.schema import scripts, sql_root, statements
from tuibrowser.store.library import Library

DB = Path(__file__).parents[2] / "db"


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    yield connection
    connection.close()


@pytest.fixture
def migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in place of ``db/migrations``."""
    monkeypatch.setattr(migrate, "sql_root", lambda: tmp_path)
    folder = tmp_path / "migrations"
    folder.mkdir()
    return folder


def tables(connection: sqlite3.Connection) -> set[str]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {name for (name,) in names}


def test_the_dump_is_up_to_date() -> None:
    assert dump() == (DB / "schema.sql").read_text(encoding="utf-8"), (
        "run: python -m tuibrowser.store.file.migrate > db/schema.sql"
    )


def test_the_dump_makes_the_same_schema(connection: sqlite3.Connection) -> None:
    """To the letter, or no library of today would be known for one."""
    for _, sql in scripts(sql_root()):
        for statement in statements(sql):
            connection.execute(statement)
    made = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    assert schema.objects_of(schema.SCHEMA) == set(made)
    remade = {name for name in tables(connection) if "_index_" not in name}
    assert remade >= {"report", "section", "section_state", "passage", "figure", "source", "meta"}


def test_the_number_of_the_schema_is_the_number_of_migrations(
    connection: sqlite3.Connection,
) -> None:
    names = sorted(path.name for path in (sql_root() / "migrations").iterdir())
    assert [int(name[:4]) for name in names] == list(range(1, schema.SCHEMA + 1))
    migrate.migrate(connection)
    assert schema.identify(connection, Path("library.sqlite3")) == schema.SCHEMA


def test_migrating_again_changes_nothing(connection: sqlite3.Connection) -> None:
    migrate.migrate(connection)
    before = connection.total_changes
    migrate.migrate(connection)
    assert connection.total_changes == before


def test_a_failing_migration_leaves_nothing_behind(
    connection: sqlite3.Connection, migrations: Path
) -> None:
    (migrations / "0001_good.sql").write_text("CREATE TABLE good (a);\n")
    bad = migrations / "0002_bad.sql"
    bad.write_text("CREATE TABLE half (a);\nINSERT INTO good VALUES (1);\nCREATE TABLE good (a);\n")
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        migrate.migrate(connection)
    # Not even the list of what was applied, nor the migration before.
    assert tables(connection) == set()
    bad.write_text("CREATE TABLE half (a);\n")
    migrate.migrate(connection)
    assert {"good", "half"} <= tables(connection)
    assert connection.execute("SELECT count(*) FROM good").fetchone() == (0,)


def test_statements_are_cut_where_sqlite_ends_them() -> None:
    trigger = "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  SELECT 1;\n  SELECT 2;\nEND;"
    script = f"-- first; comment\nCREATE TABLE a (b /* ; */);\n\n{trigger}\n-- last comment\n"
    assert list(statements(script)) == [
        "-- first; comment\nCREATE TABLE a (b /* ; */);",
        trigger,
    ]
    with pytest.raises(ValueError, match="unfinished"):
        list(statements("CREATE TABLE a (b)"))


def test_the_schema_asks_for_nothing_newer_than_sqlite_3_34() -> None:
    for path in (DB / "migrations").iterdir():
        code = re.sub(r"--.*", "", path.read_text(encoding="utf-8"))
        # STRICT came with 3.37, RETURNING and DROP COLUMN with 3.35, contentless_delete with 3.43.
        assert not re.search(r"\b(STRICT|RETURNING|DROP COLUMN|contentless_delete)\b", code, re.I)


@pytest.mark.parametrize(
    ("table", "column", "ids"),
    [
        ("passage", "role", ROLE_LABELS),
        ("passage", "kind", KIND_LABELS),
        ("section", "kind", KIND_LABELS),
        ("section_state", "kind", KIND_LABELS),
        ("section_state", "state", STATE_LABELS),
        ("report", "issuer_kind", ISSUER_KIND_LABELS),
    ],
)
def test_checks_allow_exactly_the_ids_of_the_model(
    connection: sqlite3.Connection, table: str, column: str, ids: dict[str, str]
) -> None:
    migrate.migrate(connection)
    (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    check = re.search(rf"\b{column} TEXT[^(]*CHECK \({column} IN\s*\(([^)]*)\)", sql)
    assert check is not None
    assert re.findall(r"'(\w+)'", check[1]) == list(ids)


def test_every_table_and_column_is_documented(connection: sqlite3.Connection) -> None:
    migrate.migrate(connection)
    text = (DB / "README.md").read_text(encoding="utf-8")
    for name in tables(connection):
        if "_index_" in name or name.startswith(("sqlite_", "_sqlite_")):
            continue
        section = re.search(rf"^### `{name}`$(.*?)(?=^##)", text + "\n##", re.M | re.S)
        assert section, f"db/README.md does not explain {name}"
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
        explained = re.findall(r"^\| `(\w+)` \|", section[1], re.M)
        assert explained == columns, name


def test_every_query_of_the_readme_runs_on_the_samples(sample_library: Library) -> None:
    text = (DB / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sql\n(.*?)^```", text, re.M | re.S)
    queries = [query for block in blocks for query in statements(block)]
    with closing(sqlite3.connect(sample_library.path)) as connection:
        answers = [len(connection.execute(query).fetchall()) for query in queries]
    # The samples have neither two texts of one issuer and year nor one that is no report.
    assert [bool(answer) for answer in answers] == [True] * 7 + [False] * 2 + [True]

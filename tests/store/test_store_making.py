"""A library is made wholly or not at all, whatever ends its making and whenever."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from older import make_older
from store_reports import report_of
from unprivileged import apart

from tuibrowser.store.errors import LibraryDamaged, LibraryError, LibraryMissing, NotALibrary
from tuibrowser.store.file import connection as connections
from tuibrowser.store.file import migrate, schema
from tuibrowser.store.library import Library
from tuibrowser.store.writing import session, write

# What writing imports late has to be there before this process is forked.
LOADED = (migrate, session, write)


def make_empty(library: Library) -> None:
    with library.write():
        pass


def make(library: Library) -> None:
    with library.write() as writer:
        writer.put(report_of(), Path("/a.txt"), 1)


def in_a_fork(action: Callable[[], None]) -> int:
    """The status with which a fork that does ``action`` ends; 0 where it came to its end."""
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            action()
        os._exit(0)
    return os.waitpid(child, 0)[1]


def states_of_making(path: Path) -> tuple[int, list[int]]:
    """How many statements making a library takes, and before which of them its files are others
    than before the one before: whoever is killed in between leaves what the last of these leaves.

    To look at a file lets go of SQLite's locks on it, which nobody else asks for here.
    """
    count, before, changed = 0, None, []
    real = connections.Connection.execute

    def looking(self: connections.Connection, *arguments: Any) -> sqlite3.Cursor:
        nonlocal count, before
        count += 1
        files = {it.name: it.read_bytes() for it in path.parent.iterdir()}
        if files != before:
            changed.append(count)
        before = files
        return real(self, *arguments)

    path.parent.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connections.Connection, "execute", looking)
        make_empty(Library(path))
    return count, changed


def killed_at(path: Path, last: int) -> None:
    """Make a library and be killed before its statement number ``last``."""
    count = 0
    real = connections.Connection.execute

    def counting(self: connections.Connection, *arguments: Any) -> sqlite3.Cursor:
        nonlocal count
        count += 1
        if count == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(self, *arguments)

    def action() -> None:
        connections.Connection.execute = counting  # type: ignore[method-assign]
        make_empty(Library(path))

    assert os.WTERMSIG(in_a_fork(action)) == signal.SIGKILL


def opens_again(library: Library) -> None:
    """A reader meets no library or a whole one, and the next writer ends with a whole one."""
    with suppress(LibraryMissing), library.read() as reader:
        assert reader.sha256s() == []
    make_empty(library)
    with library.read() as reader:
        assert reader.sha256s() == []
    assert library.at_rest()


def is_taken_up_again(library: Library) -> None:
    """As :func:`opens_again`, and what is put in is found."""
    with suppress(LibraryMissing), library.read() as reader:
        assert reader.faults() == []
    make(library)
    assert library.check() == []
    with library.read() as reader:
        assert reader.sha256s() == [report_of().sha256]
    assert library.at_rest()


def test_a_library_killed_at_any_statement_of_its_making_is_taken_up_again(tmp_path: Path) -> None:
    total, changed = states_of_making(tmp_path / "looked at" / "library.sqlite3")
    assert total > 40
    assert len(changed) > 2
    # All kills that can leave anything else, and some of those between them.
    for last in sorted({*changed, total, *range(1, total, 12)}):
        library = Library(tmp_path / f"{last}.sqlite3")
        killed_at(library.path, last)
        opens_again(library)
    is_taken_up_again(library)


def test_a_library_without_room_at_any_point_of_its_making_is_taken_up_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Library(tmp_path / "whole.sqlite3")
    make_empty(whole)
    refused = 0
    # Every third page: where one cannot be written, neither can its neighbours.
    for room in range(0, whole.path.stat().st_size + 3 * 4096, 3 * 4096):
        library = Library(tmp_path / f"{room}.sqlite3")

        def within(path: Path = library.path, limit: int = room) -> str:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            make_empty(Library(path))
            return "made"

        answer = apart(within)
        assert answer == "made" or answer.startswith("DiskFull: "), (room, answer)
        refused += answer != "made"
        opens_again(library)
    assert refused > 10


@pytest.mark.parametrize("with_index", [True, False])
def test_a_file_with_nothing_but_an_empty_list_of_migrations_is_taken_up_again(
    tmp_path: Path, with_index: bool
) -> None:
    # What earlier versions left when they were stopped before the first migration.
    library = Library(tmp_path / "library.sqlite3")
    with closing(sqlite3.connect(library.path)) as connection:
        connection.execute(
            'CREATE TABLE "_sqlite_migrations" ("id" INTEGER PRIMARY KEY,'
            ' "migration_set" TEXT, "name" TEXT, "applied_at" TEXT)'
        )
        if with_index:
            connection.execute(
                "CREATE UNIQUE INDEX idx__sqlite_migrations_migration_set_name"
                ' ON "_sqlite_migrations" ("migration_set", "name")'
            )
        connection.commit()
    with pytest.raises(LibraryMissing), library.read():
        pass
    is_taken_up_again(library)


def test_a_library_of_the_first_migration_alone_is_taken_up_again(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    make(library)
    make_older(library.path, 1)
    is_taken_up_again(library)


def test_a_list_that_says_more_was_applied_makes_no_library(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    make(library)
    with closing(sqlite3.connect(library.path)) as connection, connection:
        rows = connection.execute("SELECT migration_set, name FROM _sqlite_migrations").fetchall()
        ((sql,),) = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = '_sqlite_migrations'"
        )
    library.path.unlink()
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute(sql)
        connection.executemany(
            "INSERT INTO _sqlite_migrations (migration_set, name) VALUES (?, ?)", rows
        )
    before = library.path.read_bytes()
    with pytest.raises(NotALibrary):
        make(library)
    assert library.path.read_bytes() == before


def test_two_who_make_one_library_make_one(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    children = []
    for number in range(4):
        child = os.fork()
        if child == 0:
            status = 1
            with suppress(BaseException), library.write() as writer:
                writer.put(report_of(f"第{number}份。"), Path(f"/{number}.txt"), 1)
                status = 0
            os._exit(status)
        children.append(child)
    ends = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert ends == [0] * 4
    assert library.check() == []
    with library.read() as reader:
        assert len(reader.sha256s()) == 4


def test_an_upgrade_that_fails_leaves_the_library_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(tmp_path / "library.sqlite3")
    make(library)
    root = tmp_path / "sql"
    (root / "migrations").mkdir(parents=True)
    for sql in (schema.sql_root() / "migrations").iterdir():
        (root / "migrations" / sql.name).write_text(sql.read_text(encoding="utf-8"))
    broken = root / "migrations" / "9999_more.sql"
    broken.write_text("CREATE TABLE more (a TEXT);\nINSERT INTO nothing VALUES (1);\n")
    before = library.path.read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        for module in (schema, migrate):
            patch.setattr(module, "sql_root", lambda: root)
        patch.setattr(schema, "SCHEMA", schema.SCHEMA + 1)
        with pytest.raises(LibraryError):
            make(library)
    assert library.path.read_bytes() == before
    assert library.check() == []


def test_a_mark_without_tables_is_damage(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with closing(sqlite3.connect(library.path)) as connection:
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute("VACUUM")
    with pytest.raises(LibraryDamaged), library.read():
        pass

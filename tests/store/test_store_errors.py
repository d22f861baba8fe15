"""Whatever is wrong with a library: one Chinese sentence, and nothing is lost."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from store_reports import report_of
from unprivileged import allow_writing, apart, as_nobody, forbid_writing

from tuibrowser.store import checking, packing
from tuibrowser.store.answers import faults
from tuibrowser.store.errors import (
    DiskFull,
    LibraryDamaged,
    LibraryError,
    LibraryLocked,
    LibraryMissing,
    LibraryReadOnly,
    NewerLibrary,
    NotALibrary,
    OlderLibrary,
)
from tuibrowser.store.file import connection, migrate, schema
from tuibrowser.store.library import Library, locate
from tuibrowser.store.writing import session, write

# The modules that writing imports late must be there before rights are given up.
LOADED = (checking, faults, migrate, packing, session, write)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        writer.put(report_of(), Path("/a.txt"), 1)
    return library


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach; pytest's own are for their owner alone."""
    folder = Path(mkdtemp())
    folder.chmod(0o755)
    yield folder
    allow_writing(folder)
    rmtree(folder)


def sentence(error: pytest.ExceptionInfo[LibraryError]) -> str:
    """The message, after the checks that hold for all of them."""
    text = str(error.value)
    assert "\n" not in text
    assert "，请" in text
    return text


def refuses_both(library: Library, kind: type[LibraryError]) -> str:
    """Reading and writing raise ``kind``, and doctor says the same; returns the sentence."""
    with pytest.raises(kind) as reading, library.read():
        pass
    with pytest.raises(kind), library.write():
        pass
    assert library.check() == [str(reading.value)]
    return sentence(reading)


def test_a_missing_library_says_how_to_make_one(tmp_path: Path) -> None:
    library = Library(tmp_path / "nowhere" / "library.sqlite3")
    assert not library.exists()
    with pytest.raises(LibraryMissing) as error, library.read():
        pass
    assert "tuibrowser index" in sentence(error)
    assert str(library.path) in sentence(error)
    assert library.check() == [str(error.value)]
    assert not library.path.parent.exists()


def test_an_empty_file_is_a_library_not_yet_made(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    library.path.touch()
    assert not library.exists()
    with pytest.raises(LibraryMissing), library.read():
        pass
    with library.write() as writer:
        writer.put(report_of(), Path("/a.txt"), 1)
    assert library.check() == []


def test_an_empty_database_is_a_library_not_yet_made(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with closing(sqlite3.connect(library.path)) as connection:
        connection.execute("VACUUM")
    with pytest.raises(LibraryMissing), library.read():
        pass
    with library.write() as writer:
        assert writer.upkeep.stale() == []


@pytest.mark.parametrize(
    "content",
    [b"x", "普通文本。\n".encode() * 500, os.urandom(5000), b"SQLite format 3\0" + b"\xff" * 4000],
    ids=["one byte", "text", "random", "magic alone"],
)
def test_a_file_that_is_no_database_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    library = Library(tmp_path / "library.sqlite3")
    library.path.write_bytes(content)
    assert library.exists()
    assert "不是报告库" in refuses_both(library, NotALibrary)
    assert library.path.read_bytes() == content


def test_another_programs_database_stays_as_it_is(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with closing(sqlite3.connect(library.path)) as connection:
        connection.execute("CREATE TABLE meta (key, value)")
    before = library.path.read_bytes()
    assert "别的 SQLite" in refuses_both(library, NotALibrary)
    assert library.path.read_bytes() == before


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    assert Library(tmp_path).exists()
    assert "是文件夹" in refuses_both(Library(tmp_path), NotALibrary)
    assert "是文件夹" in refuses_both(Library(Path("")), NotALibrary)


def test_a_pipe_is_no_library(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert "不是普通文件" in refuses_both(Library(path), NotALibrary)


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_an_impossible_path_is_said_to_be_one(tmp_path: Path, name: str) -> None:
    library = Library(tmp_path / name)
    with pytest.raises(LibraryError) as error, library.read():
        pass
    assert sentence(error)
    with pytest.raises(LibraryError) as error, library.write():
        pass
    assert sentence(error)


def test_a_path_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    library = Library(tmp_path / "file" / "library.sqlite3")
    with pytest.raises(LibraryMissing), library.read():
        pass
    with pytest.raises(LibraryReadOnly) as error, library.write():
        pass
    assert sentence(error)


def test_a_newer_schema_is_neither_read_nor_changed(library: Library) -> None:
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    before = library.path.read_bytes()
    assert "升级 tuibrowser" in refuses_both(library, NewerLibrary)
    assert library.path.read_bytes() == before


def test_an_older_schema_is_upgraded_by_whoever_writes(
    library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root = tmp_path / "sql"
    (root / "migrations").mkdir(parents=True)
    for sql in (schema.sql_root() / "migrations").iterdir():
        (root / "migrations" / sql.name).write_text(sql.read_text(encoding="utf-8"))
    (root / "migrations" / f"{schema.SCHEMA + 1:04}_more.sql").write_text(
        "CREATE TABLE more (a TEXT);\n"
        f"UPDATE meta SET value = '{schema.SCHEMA + 1}' WHERE key = 'schema';\n"
    )
    monkeypatch.setattr(schema, "sql_root", lambda: root)
    monkeypatch.setattr(migrate, "sql_root", lambda: root)
    monkeypatch.setattr(schema, "SCHEMA", schema.SCHEMA + 1)
    monkeypatch.setattr(schema, "READABLE", schema.SCHEMA)
    with pytest.raises(OlderLibrary) as error, library.read():
        pass
    assert "doctor" in sentence(error)
    assert library.check() == []
    with library.read() as reader:
        assert reader.report(report_of().sha256) == report_of()


def test_a_torn_file_is_damaged(library: Library) -> None:
    with library.write() as writer:
        for number in range(30):
            writer.put(report_of(f"普法{number}。" * 50), Path(f"/{number}.txt"), 1)
    whole = library.path.read_bytes()
    library.path.write_bytes(whole[: len(whole) // 2] + b"\xaa" * 4096 + whole[-8192:])
    findings = library.check()
    assert findings
    assert all("，请" in finding for finding in findings)


def test_a_library_without_its_tables_is_damaged(library: Library) -> None:
    with closing(sqlite3.connect(library.path)) as connection:
        connection.execute("DROP TABLE meta")
    assert "已损坏" in refuses_both(library, LibraryDamaged)


def test_a_locked_library_says_so(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_PATIENCE", 0.01)
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryLocked) as error, library.write():
            pass
        assert "另一个程序" in sentence(error)
        with library.read() as reader:
            assert len(reader.entries()) == 1
        other.execute("COMMIT")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LibraryLocked), library.read():
            pass


def test_who_may_not_write_may_read_and_is_told_so(open_folder: Path) -> None:
    library = Library(open_folder / "library.sqlite3")
    with library.write() as writer:
        writer.put(report_of(), Path("/a.txt"), 1)
    forbid_writing(open_folder)

    def try_to_write() -> str:
        with library.write() as writer:
            writer.remove(report_of().sha256)
        return "written"

    def read() -> str:
        with library.read() as reader:
            return reader.report(report_of().sha256).text

    assert as_nobody(read) == report_of().text
    answer = as_nobody(try_to_write)
    assert answer.startswith("LibraryReadOnly: ")
    assert "不可写" in answer
    assert as_nobody(lambda: repr(library.check())) == "[]"


def test_a_writable_file_in_a_folder_that_is_not_is_read_only(open_folder: Path) -> None:
    library = Library(open_folder / "library.sqlite3")
    with library.write() as writer:
        writer.put(report_of(), Path("/a.txt"), 1)
    open_folder.chmod(0o555)
    library.path.chmod(0o666)

    def try_to_write() -> str:
        with library.write() as writer:
            writer.remove(report_of().sha256)
        return "written"

    assert as_nobody(try_to_write).startswith("LibraryReadOnly: ")
    with library.read() as reader:
        assert len(reader.entries()) == 1


def test_a_library_cannot_be_made_in_a_read_only_folder(open_folder: Path) -> None:
    open_folder.chmod(0o555)

    def make(path: Path) -> str:
        with Library(path).write():
            return "made"

    for path in (open_folder / "library.sqlite3", open_folder / "new" / "library.sqlite3"):
        answer = as_nobody(partial(make, path))
        assert answer.startswith("LibraryReadOnly: ")
        assert "权限" in answer
        assert not path.exists()


def test_a_library_one_may_not_read_is_said_to_be_one(open_folder: Path) -> None:
    library = Library(open_folder / "library.sqlite3")
    with library.write():
        pass
    library.path.chmod(0o000)

    def read() -> str:
        with library.read() as reader:
            return repr(reader.entries())

    assert as_nobody(read).startswith("LibraryReadOnly: ")


def killed_while_writing(path: Path, mode: str, folder: Path) -> None:
    """Leave at ``path`` what a killed program leaves: half a transaction in a journal."""
    script = folder / "writes.py"
    script.write_text(
        textwrap.dedent(
            f"""
            import os, signal, sqlite3
            connection = sqlite3.connect({str(path)!r}, isolation_level=None)
            connection.execute("PRAGMA journal_mode = {mode}")
            # One page of memory, so that the change reaches the file before it is committed.
            connection.execute("PRAGMA cache_size = 1")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE report SET title = 'half'")
            for number in range(400):
                connection.execute(
                    "INSERT INTO source (path, mtime_ns, size, report) VALUES (?, 1, 1, 1)",
                    (str(number) * 50,),
                )
            os.kill(os.getpid(), signal.SIGKILL)
            """
        )
    )
    done = subprocess.run([sys.executable, script], check=False)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_whoever_may_write_puts_a_killed_journal_in_order(
    library: Library, tmp_path: Path, mode: str
) -> None:
    killed_while_writing(library.path, mode, tmp_path)
    assert not library.at_rest()
    with library.read() as reader:
        assert reader.report(report_of().sha256) == report_of()
    assert library.check() == []
    assert library.at_rest()


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_whoever_may_not_write_is_told_who_can(
    open_folder: Path, tmp_path: Path, mode: str
) -> None:
    library = Library(open_folder / "library.sqlite3")
    with library.write() as writer:
        writer.put(report_of(), Path("/a.txt"), 1)
    killed_while_writing(library.path, mode, tmp_path)
    # Without it SQLite cannot read a WAL in a folder it cannot write.
    open_folder.joinpath("library.sqlite3-shm").unlink(missing_ok=True)
    forbid_writing(open_folder)

    def read() -> str:
        with library.read() as reader:
            return reader.report(report_of().sha256).title or ""

    answer = as_nobody(read)
    assert answer.startswith("LibraryUnfinished: ")
    assert f"请有写权限的人运行：tuibrowser --db {library.path} doctor" in answer
    allow_writing(open_folder)
    assert library.check() == []
    forbid_writing(open_folder)
    assert as_nobody(read) == report_of().title


def test_a_full_database_keeps_what_was_there(library: Library) -> None:
    def fill() -> None:
        with library.write(bulk=True) as writer:
            writer.put(report_of("留下的。"), Path("/kept.txt"), 1)
            writer.commit()
            writer._tables.execute("PRAGMA max_page_count = 60")
            for number in range(500):
                writer.put(report_of(f"新增{number}。" * 300), Path(f"/{number}.txt"), 1)

    with pytest.raises(DiskFull) as error:
        fill()
    assert "磁盘空间" in sentence(error)
    with library.read() as reader:
        texts = {reader.report(sha256).text for sha256 in reader.sha256s()}
        assert {report_of().text, "留下的。"} <= texts
        assert reader.faults() == []
    assert library.check() == []


@pytest.mark.parametrize("bulk", [False, True])
def test_a_full_disk_keeps_what_was_there(library: Library, bulk: bool) -> None:
    room = library.path.stat().st_size + 300_000

    def fill() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        with library.write(bulk=bulk) as writer:
            for number in range(500):
                writer.put(report_of(f"新增{number}。" * 300), Path(f"/{number}.txt"), 1)
                writer.commit()
        return "written"

    answer = apart(fill)
    assert answer.startswith("DiskFull: ")
    assert "腾出空间" in answer
    with library.read() as reader:
        assert reader.report(report_of().sha256) == report_of()
    assert library.check() == []
    with library.read() as reader:
        assert len(reader.entries()) > 1


@pytest.mark.parametrize("name", ["a?b.sqlite3", "a#b.sqlite3", "a%20b.sqlite3", "北 京.sqlite3"])
def test_any_path_is_just_a_path(tmp_path: Path, name: str) -> None:
    library = Library(tmp_path / name)
    with library.write() as writer:
        writer.put(report_of(), Path("/a.txt"), 1)
    with library.read() as reader:
        assert len(reader.entries()) == 1
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_path_of_bytes_and_of_two_slashes_is_just_a_path(tmp_path: Path) -> None:
    for path in (tmp_path / os.fsdecode("报告".encode("gbk")), Path(f"/{tmp_path}/two.sqlite3")):
        library = Library(path)
        with library.write() as writer:
            writer.put(report_of(), Path("/a.txt"), 1)
        with library.read() as reader:
            assert len(reader.entries()) == 1
        assert path.exists()


def test_a_source_with_a_gbk_name_is_known_again(library: Library, tmp_path: Path) -> None:
    source = tmp_path / os.fsdecode("柳溪镇.txt".encode("gbk"))
    report = report_of("另一份。")
    with library.write() as writer:
        writer.put(replace(report, file=source.name), source, 7, 8)
    with library.write() as writer:
        known = writer.sources.known(source)
    assert known is not None
    assert (known.sha256, known.mtime_ns, known.size) == (report.sha256, 7, 8)
    with library.read() as reader:
        assert "柳溪镇.txt" in {entry.file for entry in reader.entries()}


def test_locating(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    assert locate() == home / "data" / "tuibrowser" / "library.sqlite3"
    monkeypatch.setenv("TUIBROWSER_DB", "")
    assert locate() == home / "data" / "tuibrowser" / "library.sqlite3"
    monkeypatch.setenv("TUIBROWSER_DB", "/srv/reports.sqlite3")
    assert locate() == Path("/srv/reports.sqlite3")
    assert locate(Path("~/mine.sqlite3")) == home / "mine.sqlite3"


def test_packing_makes_one_compact_copy(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "out" / "copy.sqlite3"
    with pytest.raises(LibraryError, match="不存在"):
        library.pack(target)
    target.parent.mkdir()
    library.pack(target)
    assert [path.name for path in target.parent.iterdir()] == ["copy.sqlite3"]
    copy = Library(target)
    assert copy.check() == []
    with copy.read() as reader:
        assert reader.report(report_of().sha256) == report_of()
        assert len(reader.passages(["普法"], limit=9)) == 1


def test_packing_never_overwrites(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite3"
    target.write_text("precious")
    with pytest.raises(LibraryError, match="已存在"):
        library.pack(target)
    assert target.read_text() == "precious"
    with pytest.raises(LibraryError, match="已存在"):
        library.pack(library.path)


def test_packing_leaves_nothing_where_it_fails(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()

    def pack() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
        library.pack(folder / "copy.sqlite3")
        return "packed"

    answer = apart(pack)
    assert answer.startswith("DiskFull: ")
    assert "copy.sqlite3" in answer
    assert list(folder.iterdir()) == []
    with pytest.raises(LibraryMissing):
        Library(tmp_path / "none.sqlite3").pack(folder / "copy.sqlite3")


def test_reading_imports_nothing_that_writes(library: Library) -> None:
    code = textwrap.dedent(
        f"""
        import sys
        from pathlib import Path
        from tuibrowser.store.library import Library
        from tuibrowser.store.refs.resolve import resolve
        with Library(Path({str(library.path)!r})).read() as reader:
            (entry,) = resolve("柳溪镇", reader.entries())
            reader.report(entry.sha256)
            assert reader.passages(["普法"], limit=9)
        heavy = {{"sqlite_utils", "jieba", "rjieba", "tomllib", "rapidfuzz", "textual"}}
        print(sorted(heavy & set(sys.modules)))
        """
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_answer_that_fails_keeps_nobody_from_writing(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    report = report_of("普法。")
    with library.write() as writer:
        writer.put(report, Path("/a.txt"), 1)
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("UPDATE report SET text = CAST(x'e4ff' AS TEXT)")
    with library.read() as reader, pytest.raises(LibraryDamaged) as damaged:
        reader.report(report.sha256)
    # What was raised is still held, and with it whatever it was raised in.
    assert damaged.value.__traceback__ is not None
    with library.write() as writer:
        writer.put(report_of("调解。"), Path("/b.txt"), 1)
    with library.read() as reader:
        assert len(reader.sha256s()) == 2

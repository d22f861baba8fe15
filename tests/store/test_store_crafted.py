"""A library that is damaged or made to harm ends no reader, writer or check with anything but one
sentence, and is left as it is."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from crafted import BROKEN_REPORTS, UNREADABLE, full_report, loop, mislead, spoil

from tuibrowser.store.errors import LibraryDamaged, LibraryError
from tuibrowser.store.file import connection as connections
from tuibrowser.store.library import Library


@pytest.fixture(scope="session")
def _sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "library.sqlite3"
    with Library(path).write() as writer:
        for issuer in ("柳溪镇", "石桥乡"):
            writer.put(full_report(issuer), Path(f"/{issuer}.txt"), 1)
    return path


@pytest.fixture
def library(_sound: Path, tmp_path: Path) -> Library:
    path = tmp_path / "library.sqlite3"
    shutil.copyfile(_sound, path)
    return Library(path)


def test_there_are_many_kinds_of_them() -> None:
    assert len(UNREADABLE) + len(BROKEN_REPORTS) >= 90


def ask_everything(library: Library) -> None:
    """Ask all that screens and commands ask."""
    with library.read() as reader:
        assert reader.version >= 0
        for entry in reader.entries():
            reader.report(entry.sha256)
            reader.word_starts(entry.sha256)
            reader.versions(entry.sha256)
        reader.synonyms()
        reader.years()
        for records in (reader.passages([], limit=99), reader.passages(["普法"], limit=99)):
            ids = [record.id for record in records]
            reader.records(ids)
            reader.texts(ids)
            reader.issuers(ids)
            reader.roles(ids)


def names_in(path: Path) -> set[str]:
    """The objects of a library; none where SQLite cannot even list them."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    except sqlite3.DatabaseError:
        return set()


def says_one_sentence(error: LibraryError) -> None:
    text = str(error)
    assert "，请" in text
    assert not any(ord(character) < 32 for character in text)
    assert not any(word in text for word in ("malformed", "UTF-8", "column", "decode", "error"))


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_makes_a_library_unreadable_is_one_sentence(library: Library, name: str) -> None:
    spoil(library.path, UNREADABLE[name])
    before = library.path.read_bytes()
    with pytest.raises(LibraryError) as reading:
        ask_everything(library)
    says_one_sentence(reading.value)
    findings = library.check()
    assert findings
    with pytest.raises(LibraryError) as packing:
        library.pack(library.path.with_name("copy.sqlite3"))
    says_one_sentence(packing.value)
    assert str(library.path) in str(packing.value)
    assert [path.name for path in library.path.parent.iterdir()] == ["library.sqlite3"]
    if "in meta" in name or "view" in name or "trigger" in name:
        assert library.path.read_bytes() == before


@pytest.mark.parametrize("name", BROKEN_REPORTS)
def test_what_breaks_reports_is_one_sentence(library: Library, name: str) -> None:
    spoil(library.path, BROKEN_REPORTS[name])
    with library.read() as reader:
        entries = reader.entries()
    assert len(entries) == 2
    for entry in entries:
        with library.read() as reader, pytest.raises(LibraryDamaged) as reading:
            reader.report(entry.sha256)
        says_one_sentence(reading.value)
    with pytest.raises(LibraryDamaged):
        ask_everything(library)
    assert any("份报告的内容已损坏" in finding for finding in library.check())
    with pytest.raises(LibraryDamaged) as packing:
        library.pack(library.path.with_name("copy.sqlite3"))
    assert str(library.path) in str(packing.value)


def test_a_report_that_only_the_list_knows_is_damage(library: Library) -> None:
    mislead(library.path)
    with library.read() as reader:
        entries = reader.entries()
        assert not {entry.sha256 for entry in entries} & set(reader.sha256s())
        for entry in entries:
            for ask in (reader.report, reader.word_starts, reader.versions):
                with pytest.raises(LibraryDamaged):
                    ask(entry.sha256)
        # What neither knows is still no damage: somebody may have taken it out.
        with pytest.raises(KeyError):
            reader.report("0" * 64)
    assert library.check()


@pytest.mark.parametrize("name", UNREADABLE | BROKEN_REPORTS)
def test_who_writes_into_one_is_stopped_or_leaves_it_readable(library: Library, name: str) -> None:
    spoil(library.path, (UNREADABLE | BROKEN_REPORTS)[name])
    names = names_in(library.path)
    try:
        with library.write() as writer:
            writer.put(full_report("白石桥镇"), Path("/new.txt"), 1)
            for sha256 in writer.upkeep.without_words():
                writer.text(sha256)
            writer.upkeep.stale()
            writer.remove(full_report("柳溪镇").sha256)
    except LibraryError as error:
        says_one_sentence(error)
    except KeyError:
        pass  # its name is spoilt
    assert names_in(library.path) == names


def test_rows_without_end_are_damage(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    loop(library.path, "source")
    with closing(sqlite3.connect(library.path)) as connection:
        rows = connection.execute("SELECT mtime_ns FROM source").fetchmany(1_000_000)
    assert len(rows) == 1_000_000, "the file was not made as it should be"
    # Counted: the rows are more than there is room for.
    with library.read() as reader, pytest.raises(LibraryDamaged):
        reader._rows("SELECT mtime_ns FROM source")
    # Not counted by anybody, so the clock has to end it.
    monkeypatch.setattr(connections, "_SECONDS", 0.0)
    with library.read() as reader, pytest.raises(LibraryDamaged):
        reader._rows("SELECT count(*) FROM source WHERE mtime_ns = 77")
    with pytest.raises(LibraryDamaged), library.write() as writer:
        writer._session.column(lambda _: True, "SELECT max(mtime_ns) FROM source")
    assert library.check()


def test_a_sound_library_costs_far_less_than_it_may(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[bool] = []
    real = connections.Connection.look_at_the_clock

    def look(self: connections.Connection) -> bool:
        looks.append(real(self))
        return looks[-1]

    monkeypatch.setattr(connections.Connection, "look_at_the_clock", look)
    ask_everything(library)
    assert library.check() == []
    assert not any(looks)


def test_ctrl_c_is_ctrl_c_though_sqlite_calls_it_an_interrupt(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pressed(self: connections.Connection) -> bool:
        raise KeyboardInterrupt

    loop(library.path, "source")
    monkeypatch.setattr(connections.Connection, "look_at_the_clock", pressed)
    with library.read() as reader, pytest.raises(KeyboardInterrupt):
        reader._rows("SELECT count(*) FROM source WHERE mtime_ns = 77")

"""Another library is no better than any other file: its texts pass the wall, or are refused."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from crafted import BROKEN_REPORTS, UNREADABLE, spoil
from report_files import write_report

from tuibrowser.indexing.run import index
from tuibrowser.reading.clean import clean
from tuibrowser.store.library import Library

HARM = "\x1b]52;c;aGk=\x07\x9b2J\u202e\u200f\x00\x85\x1bP1;2q\x1b\\\u2066"


@pytest.fixture(scope="session")
def _other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("other")
    for number, issuer in enumerate(("柳溪镇", "石桥乡", "白石桥镇")):
        write_report(folder / "reports" / f"{number}.txt", issuer)
    index(Library(folder / "other.sqlite3"), [folder / "reports"])
    return folder / "other.sqlite3"


@pytest.fixture
def other(_other: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(_other, tmp_path / "other.sqlite3")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library.sqlite3")


def everything_in(path: Path) -> list[object]:
    """Every value of every table that a person is shown something of."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA query_only = ON")
        return [
            value
            for table in ("report", "source", "section", "section_state", "passage", "figure")
            for row in connection.execute(f"SELECT * FROM {table}")
            for value in row
        ]


def test_nothing_that_steers_a_terminal_comes_over(library: Library, other: Path) -> None:
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for table, columns in {
            "report": "title issuer date published province city county township lexicon file",
            "section": "title marker",
            "figure": "unit hedge noun period",
            "source": "path",
            "meta": "value",
        }.items():
            for column in columns.split():
                where = " WHERE key = 'synonyms'" if table == "meta" else ""
                if table == "source":
                    where = " WHERE id = 1"
                sql = f"UPDATE {table} SET {column} = ? || coalesce({column}, '') || ?{where}"
                connection.execute(sql, (HARM, HARM))
        connection.execute(
            "UPDATE report SET text = replace(text, '普法', ?)",
            ("普" + HARM.replace("\x85", "") + "法",),
        )
        connection.execute("UPDATE report SET file = '../../' || file")
    outcome = index(library, [other])
    assert (outcome.added, outcome.refused) == (3, ())
    for value in everything_in(library.path):
        assert not isinstance(value, str) or clean(value) == value
    with library.read() as reader:
        entries = reader.entries()
        assert {entry.issuer for entry in entries} == {"柳溪镇", "石桥乡", "白石桥镇"}
        assert not any("/" in entry.file for entry in entries)
        assert reader.count(["普法"], None, 99) == 6
    assert library.check() == []


@pytest.mark.parametrize("name", UNREADABLE)
def test_of_an_unreadable_library_nothing_harmful_comes_over(
    library: Library, other: Path, name: str
) -> None:
    spoil(other, UNREADABLE[name])
    outcome = index(library, [other])
    assert outcome.added + len(outcome.refused) == (3 if len(outcome.refused) != 1 else 1)
    assert all("其中第" in why or "，请" in why for _, why in outcome.refused)
    assert library.check() == []


@pytest.mark.parametrize("name", BROKEN_REPORTS)
def test_what_was_understood_elsewhere_is_not_believed(
    library: Library, other: Path, name: str
) -> None:
    spoil(other, BROKEN_REPORTS[name])
    outcome = index(library, [other])
    assert outcome.added + len(outcome.refused) == 3
    if not name.startswith(("a text", "an empty text")):
        assert outcome.refused == ()
    assert library.check() == []


@pytest.mark.parametrize(
    "value", ["x'ff'", "CAST(x'e69fff' AS TEXT)", "''", "'\x1b[2J'", "zeroblob(9000000)"]
)
def test_a_report_that_is_refused_leaves_the_others(
    library: Library, other: Path, value: str
) -> None:
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(f"UPDATE report SET text = {value} WHERE id = 2")
    outcome = index(library, [other])
    assert outcome.added == 2
    ((path, why),) = outcome.refused
    assert path == other
    assert "第 2 份报告没有并入" in why
    assert library.check() == []
    # Nor is anything of it found the next time.
    again = index(library, [other])
    assert (again.added, again.unchanged, len(again.refused)) == (0, 2, 1)


def test_a_fault_of_ones_own_library_is_not_blamed_on_the_other(
    library: Library, other: Path, tmp_path: Path
) -> None:
    index(library, [write_report(tmp_path / "own.txt", "清河镇")])
    spoil(library.path, UNREADABLE["another view"])
    with pytest.raises(Exception, match=str(library.path)):
        index(library, [other])


def test_names_that_are_no_names_and_bits_that_are_no_words_are_left_behind(
    library: Library, other: Path
) -> None:
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("UPDATE report SET file = ?", ("\x1b[31m \u202e /",))
        connection.execute("UPDATE report SET text = text || ?", ("\x9b0m",))
    outcome = index(library, [other])
    # Words were marked in another text than the one that is kept, and are marked anew.
    assert (outcome.added, outcome.refused) == (3, ())
    with library.read() as reader:
        for entry in reader.entries():
            assert entry.file == entry.sha256
            assert reader.word_starts(entry.sha256)
    assert library.check() == []

"""What a copy leaves behind when it is stopped, and which paths it never takes."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest
from store_reports import report_of

from tuibrowser.partial_files import part_in
from tuibrowser.store import checking, packing
from tuibrowser.store.answers import faults
from tuibrowser.store.errors import LibraryError, NotALibrary
from tuibrowser.store.file import connection as connections
from tuibrowser.store.library import Library, belongs_to_library

# What is imported late has to be there before this process is forked.
LOADED = (checking, faults, packing)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        writer.put(report_of(), Path("/a.txt"), 1)
    return library


def test_what_a_killed_copy_left_goes_with_the_next_one(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    real = connections.Connection.execute

    def deadly(self: connections.Connection, *arguments: Any) -> Any:
        done = real(self, *arguments)
        if str(arguments[0]).startswith("VACUUM"):
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    child = os.fork()
    if child == 0:
        connections.Connection.execute = deadly  # type: ignore[method-assign]
        library.pack(folder / "copy.sqlite3")
        os._exit(1)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    # The copy, and the part that says whether it is still being made.
    assert len(list(folder.iterdir())) == 2
    # Another one that is being made is left alone, and so is whatever has another name.
    other = folder / ".tuibrowser-notes"
    other.touch()
    with part_in(folder) as (running, _):
        beside = running.with_name(f"{running.name}-copy")
        beside.touch()
        library.pack(folder / "copy.sqlite3")
        assert set(folder.iterdir()) == {folder / "copy.sqlite3", running, beside, other}
    assert set(folder.iterdir()) == {folder / "copy.sqlite3", other}
    assert Library(folder / "copy.sqlite3").check() == []


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
@pytest.mark.parametrize("exists", [True, False])
def test_what_sqlite_keeps_beside_a_library_is_part_of_it(
    library: Library, tmp_path: Path, ending: str, exists: bool
) -> None:
    beside = Path(f"{library.path}{ending}")
    if exists:
        beside.touch()
    (tmp_path / "folder").symlink_to(tmp_path)
    (tmp_path / "link").symlink_to(beside)
    (tmp_path / "a").mkdir()
    spellings = [
        beside,
        Path(os.path.relpath(beside)),
        tmp_path / "a" / ".." / beside.name,
        Path(f"/{tmp_path}//{beside.name}"),
        tmp_path / "folder" / beside.name,
        tmp_path / "link",
    ]
    if exists:
        (tmp_path / "hard").hardlink_to(beside)
        spellings.append(tmp_path / "hard")
    for target in spellings:
        assert belongs_to_library(target, library), target
        with pytest.raises(LibraryError):
            library.pack(target)
    assert beside.exists() == exists
    # Nor does another library come to lie there.
    with pytest.raises(NotALibrary, match="附属文件"), Library(beside).write():
        pass
    assert beside.exists() == exists


def test_a_library_that_is_a_link_has_its_journal_beside_the_file(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "far").mkdir()
    link = tmp_path / "far" / "link.sqlite3"
    link.symlink_to(library.path)
    for target in (link, library.path, Path(f"{library.path}-wal")):
        assert belongs_to_library(target, Library(link))
    assert belongs_to_library(Path(f"{library.path}-wal"), None)


def test_a_library_that_is_not_made_yet_has_its_place(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    assert belongs_to_library(library.path, library)
    assert belongs_to_library(Path(f"{library.path}-journal"), library)
    assert not belongs_to_library(library.path, None)
    for other in ("对照表.docx", "library.sqlite3.txt", "notes-wal", "library.sqlite3-wal.txt"):
        assert not belongs_to_library(tmp_path / other, library)

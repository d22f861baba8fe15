"""Files that moved are followed; those that are gone are listed, kept, and pruned on demand."""

from __future__ import annotations

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from report_files import write_report

from tuibrowser.indexing.outcome import FileChange
from tuibrowser.indexing.run import Ways, index
from tuibrowser.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library.sqlite3")


@pytest.fixture
def folder(tmp_path: Path, library: Library) -> Path:
    folder = tmp_path / "上报"
    folder.mkdir()
    for name, issuer in (("a.txt", "柳溪镇"), ("b.txt", "青石镇"), ("c.txt", "白石桥镇")):
        write_report(folder / name, issuer)
    index(library, [folder], Ways(words=False))
    return folder


def files(library: Library) -> list[str]:
    with library.read() as reader:
        return sorted(entry.file for entry in reader.entries())


def test_what_is_gone_is_listed_each_time_and_kept(library: Library, folder: Path) -> None:
    (folder / "b.txt").unlink()
    for _ in range(2):
        outcome = index(library, [folder], Ways(words=False))
        assert (outcome.vanished, outcome.pruned) == ((folder / "b.txt",), 0)
    assert files(library) == ["a.txt", "b.txt", "c.txt"]


def test_pruning_takes_out_what_is_gone_and_nothing_else(library: Library, folder: Path) -> None:
    (folder / "b.txt").unlink()
    outcome = index(library, [folder], Ways(words=False, prune=True))
    assert (outcome.vanished, outcome.pruned) == ((), 1)
    assert files(library) == ["a.txt", "c.txt"]
    assert library.check() == []


def test_a_file_that_was_renamed_or_moved_is_the_same_report(
    library: Library, folder: Path
) -> None:
    (folder / "2023年").mkdir()
    (folder / "a.txt").rename(folder / "2023年" / "柳溪镇.txt")
    outcome = index(library, [folder], Ways(words=False, prune=True))
    assert (outcome.added, outcome.vanished, outcome.pruned) == (0, (), 0)
    assert files(library) == ["b.txt", "c.txt", "柳溪镇.txt"]
    with library.read() as reader:
        (sha256,) = [entry.sha256 for entry in reader.entries() if entry.file == "柳溪镇.txt"]
        assert reader.sources(sha256) == [folder / "2023年" / "柳溪镇.txt"]


def test_other_folders_and_those_of_like_names_are_left_alone(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "上报2"
    other.mkdir()
    write_report(other / "d.txt", "石桥镇")
    write_report(other / "e.txt", "清溪镇")
    index(library, [other], Ways(words=False))
    (other / "d.txt").unlink()
    outcome = index(library, [folder], Ways(words=False, prune=True))
    assert (outcome.vanished, outcome.pruned) == ((), 0)
    assert len(files(library)) == 5


def test_an_empty_folder_may_be_a_share_that_is_not_connected(
    library: Library, folder: Path
) -> None:
    for file in folder.iterdir():
        file.unlink()
    outcome = index(library, [folder], Ways(words=False, prune=True))
    assert (outcome.vanished, outcome.pruned) == ((), 0)
    assert len(files(library)) == 3


def test_a_report_with_two_files_that_are_both_gone_is_pruned_once(
    library: Library, folder: Path
) -> None:
    shutil.copy(folder / "a.txt", folder / "a2.txt")
    index(library, [folder], Ways(words=False))
    (folder / "a.txt").unlink()
    (folder / "a2.txt").unlink()
    assert index(library, [folder], Ways(words=False, prune=True)).pruned == 1
    assert files(library) == ["b.txt", "c.txt"]


def test_what_came_from_another_library_is_not_pruned_with_it(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    other = Library(folder / "other.sqlite3")
    write_report(tmp_path / "d.txt", "石桥镇")
    index(other, [tmp_path / "d.txt"], Ways(words=False))
    index(library, [other.path], Ways(words=False))
    other.path.unlink()
    outcome = index(library, [folder], Ways(words=False, prune=True))
    assert (outcome.vanished, outcome.pruned) == ((), 0)
    assert len(files(library)) == 4


def packed(folder: Path, archive: Path) -> Path:
    """The files of ``folder`` in an archive."""
    archive.unlink(missing_ok=True)
    with ZipFile(archive, "w") as target:
        for path in sorted(folder.iterdir()):
            target.write(path, path.name)
    return archive


@pytest.mark.parametrize("named", [True, False])
def test_what_is_no_longer_in_an_archive_is_gone(
    library: Library, folder: Path, tmp_path: Path, named: bool
) -> None:
    top = tmp_path / "汇总"
    top.mkdir()
    archive = packed(folder, top / "上报.zip")
    others = Library(tmp_path / "other.sqlite3")
    paths = [archive] if named else [top]
    assert index(others, paths, Ways(words=False)).added == 3
    assert index(others, paths, Ways(words=False)).vanished == ()
    (folder / "b.txt").unlink()
    (folder / "a.txt").rename(folder / "柳溪镇.txt")
    packed(folder, archive)
    outcome = index(others, paths, Ways(words=False))
    assert (outcome.vanished, outcome.added) == ((archive / "b.txt",), 0)
    moved = FileChange(archive / "柳溪镇.txt", "moved", archive / "a.txt")
    assert outcome.changes == (moved,)
    assert files(others) == ["b.txt", "c.txt", "柳溪镇.txt"]
    # An archive that cannot be read says nothing of what is in it.
    whole = archive.read_bytes()
    archive.write_bytes(whole[:-30])
    outcome = index(others, paths, Ways(words=False, prune=True))
    assert (outcome.pruned, len(outcome.refused)) == (0, 1)
    archive.write_bytes(whole)
    assert index(others, paths, Ways(words=False, prune=True)).pruned == 1
    assert files(others) == ["c.txt", "柳溪镇.txt"]

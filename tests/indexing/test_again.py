"""Files are read again when what reads them has become better, if they are still what they were."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from report_files import write_report

from tuibrowser.indexing import again, crew
from tuibrowser.indexing.outcome import Outcome
from tuibrowser.indexing.run import Ways, index
from tuibrowser.reading.version import reader_version
from tuibrowser.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library.sqlite3")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "上报"
    folder.mkdir()
    for name, issuer in (("a.txt", "柳溪镇"), ("b.txt", "青石镇"), ("c.txt", "白石桥镇")):
        write_report(folder / name, issuer)
    return folder


def index_with_a_better_reader(
    library: Library, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> Outcome:
    for module in (again, crew):
        monkeypatch.setattr(module, "reader_version", lambda it: reader_version(it) + 1)
    return index(library, paths, Ways(words=False))


def readers_in(library: Library) -> list[tuple[str, int]]:
    with library.write() as writer:
        return writer.upkeep.readers()


def test_files_that_are_still_there_are_read_again_once(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert index(library, [folder], Ways(words=False)).reread == 0
    assert readers_in(library) == [("txt", reader_version("txt"))]
    outcome = index_with_a_better_reader(library, [folder], monkeypatch)
    assert (outcome.reread, outcome.reparsed, outcome.unchanged, outcome.notes) == (3, 0, 3, ())
    assert readers_in(library) == [("txt", reader_version("txt") + 1)]
    assert index(library, [folder], Ways(words=False)).reread == 0
    assert library.check() == []


def test_what_is_gone_or_changed_keeps_its_text_and_is_said(
    library: Library, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(library, [folder], Ways(words=False))
    with library.read() as reader:
        before = {entry.file: reader.report(entry.sha256).text for entry in reader.entries()}
    (folder / "a.txt").unlink()
    (folder / "b.txt").write_text("已改动", encoding="utf-8")
    other = tmp_path / "另一处"
    other.mkdir()
    write_report(other / "d.txt", "石桥镇")
    outcome = index_with_a_better_reader(library, [other], monkeypatch)
    assert (outcome.added, outcome.reread) == (1, 1)
    (note,) = outcome.notes
    assert "有 2 份报告的原文件已不在、已改动或不能再读" in note
    assert note.endswith("a.txt、b.txt")
    with library.read() as reader:
        after = {entry.file: reader.report(entry.sha256).text for entry in reader.entries()}
    assert before.items() <= after.items()


def test_the_same_bytes_elsewhere_are_enough(
    library: Library, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = tmp_path / "副本"
    shutil.copytree(folder, copies)
    index(library, [folder, copies], Ways(words=False))
    shutil.rmtree(copies)
    assert index_with_a_better_reader(library, [folder], monkeypatch).reread == 3


def test_members_of_an_archive_are_found_in_it(
    library: Library, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "上报.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for file in sorted(folder.iterdir()):
            packed.write(file, file.name)
    index(library, [archive], Ways(words=False))
    shutil.rmtree(folder)
    outcome = index_with_a_better_reader(library, [archive], monkeypatch)
    assert (outcome.reread, outcome.notes) == (3, ())


def test_reports_of_another_library_have_no_file_to_read_again(
    library: Library, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Library(tmp_path / "other.sqlite3")
    index(other, [folder], Ways(words=False))
    index(library, [other.path], Ways(words=False))
    outcome = index_with_a_better_reader(library, [other.path], monkeypatch)
    assert (outcome.reread, outcome.notes) == (0, ())


def test_each_format_has_a_number_of_its_own() -> None:
    numbers = {name: reader_version(name) for name in ("txt", "docx", "pdf", "html")}
    assert len(set(numbers.values())) == 4
    assert 0 not in numbers.values()
    assert reader_version("rar") == reader_version("no such format") == 0

"""One report in several files is one report; files that differ stay apart, which is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from packages import docx, p
from report_files import write_report

from tuibrowser.indexing.run import Ways, index
from tuibrowser.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library.sqlite3")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A report as a text, and as a Word document."""
    text = write_report(tmp_path / "上报" / "柳溪镇.txt").read_text(encoding="utf-8")
    write_word(tmp_path / "上报" / "柳溪镇.docx", text)
    return tmp_path / "上报"


def write_word(path: Path, text: str) -> None:
    path.write_bytes(docx("".join(p(line) for line in text.splitlines() if line)))


def sources(library: Library) -> dict[str, list[str]]:
    """Of each report its sources by name, the one seen last first."""
    with library.read() as reader:
        assert reader.faults() == []
        return {
            entry.file: [path.name for path in reader.sources(entry.sha256)]
            for entry in reader.entries()
        }


def test_a_report_in_two_formats_is_one_with_two_sources(library: Library, folder: Path) -> None:
    outcome = index(library, [folder], Ways(words=False))
    assert (outcome.added, outcome.unchanged, outcome.notes) == (1, 1, ())
    assert sources(library) == {"柳溪镇.docx": ["柳溪镇.txt", "柳溪镇.docx"]}
    # Neither is read again, and touching one changes nothing.
    assert index(library, [folder], Ways(words=False)).unchanged == 2
    (folder / "柳溪镇.txt").touch()
    assert index(library, [folder], Ways(words=False)).unchanged == 2
    assert len(sources(library)) == 1


def test_a_source_that_is_gone_leaves_the_other(library: Library, folder: Path) -> None:
    index(library, [folder], Ways(words=False))
    (folder / "柳溪镇.docx").unlink()
    outcome = index(library, [folder], Ways(words=False, prune=True))
    assert (outcome.pruned, outcome.vanished) == (0, ())
    assert list(sources(library).values()) == [["柳溪镇.txt"]]


def test_texts_that_differ_stay_apart_and_it_is_said(library: Library, folder: Path) -> None:
    text = (folder / "柳溪镇.txt").read_text(encoding="utf-8")
    write_word(folder / "柳溪镇.docx", text.replace("40场次", "41场次"))
    outcome = index(library, [folder], Ways(words=False))
    assert outcome.added == 2
    note = "同一单位同一年的文字不同，两份都保留，请核：柳溪镇@2023 的 柳溪镇.docx 与 柳溪镇.txt"
    assert outcome.notes == (note,)
    assert index(library, [folder], Ways(words=False)).notes == ()
    # One that becomes the other is another source of it from then on.
    write_word(folder / "柳溪镇.docx", text)
    outcome = index(library, [folder], Ways(words=False))
    assert (outcome.added, outcome.replaced, outcome.notes) == (0, 1, ())
    assert sources(library) == {"柳溪镇.txt": ["柳溪镇.docx", "柳溪镇.txt"]}


def test_files_of_one_name_are_told_apart_by_their_folders(library: Library, folder: Path) -> None:
    first, second = folder / "初稿" / "甲" / "柳溪镇.txt", folder / "定稿" / "柳溪镇.txt"
    for path, count in (first, "40场次"), (second, "41场次"):
        path.parent.mkdir(parents=True)
        text = (folder / "柳溪镇.txt").read_text(encoding="utf-8")
        path.write_text(text.replace("40场次", count), encoding="utf-8")
    (note,) = index(library, [first, second], Ways(words=False)).notes
    assert note.endswith("：柳溪镇@2023 的 初稿/甲/柳溪镇.txt 与 定稿/柳溪镇.txt")


def test_a_file_whose_spaces_change_is_replaced(library: Library, folder: Path) -> None:
    (folder / "柳溪镇.docx").unlink()
    index(library, [folder], Ways(words=False))
    text = folder / "柳溪镇.txt"
    text.write_bytes(text.read_bytes() + b"\n\n")
    outcome = index(library, [folder], Ways(words=False))
    assert (outcome.replaced, outcome.notes) == (1, ())


def test_namesakes_of_other_counties_are_others(library: Library, tmp_path: Path) -> None:
    for county in ("青棠县", "临湖县"):
        text = write_report(tmp_path / "a.txt", "城关镇").read_text(encoding="utf-8")
        path = tmp_path / county / "城关镇.txt"
        path.parent.mkdir()
        path.write_text(text.replace("城关镇2023", f"{county}城关镇2023"), encoding="utf-8")
    outcome = index(library, [tmp_path / "青棠县", tmp_path / "临湖县"], Ways(words=False))
    assert (outcome.added, outcome.notes) == (2, ())


def test_a_file_and_its_copy_in_an_archive_are_both_sources(library: Library, folder: Path) -> None:
    (folder / "柳溪镇.docx").unlink()
    index(library, [folder], Ways(words=False))
    shutil.make_archive(str(folder.parent / "打包"), "zip", folder)
    assert index(library, [folder.parent / "打包.zip"], Ways(words=False)).unchanged == 1
    assert sources(library) == {"柳溪镇.txt": ["柳溪镇.txt", "柳溪镇.txt"]}
    with library.read() as reader:
        (entry,) = reader.entries()
        assert set(reader.sources(entry.sha256)) == {
            folder / "柳溪镇.txt",
            folder.parent / "打包.zip" / "柳溪镇.txt",
        }


def test_namesakes_that_only_their_folders_tell_apart_are_no_twins(
    library: Library, tmp_path: Path
) -> None:
    text = "{}城关镇2023年法治政府建设情况报告\n一、主要举措和成效\n调解纠纷{}件。\n"
    for county, name, count in (("榆中县", "榆中县", 23), ("永登县", "", 31), ("榆中县", "", 37)):
        path = tmp_path / "报送" / county / f"{count}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(name, count), encoding="utf-8")
    outcome = index(library, [tmp_path / "报送"], Ways(words=False))
    assert outcome.added == 3
    (note,) = outcome.notes
    assert "31.txt" not in note
    assert "23.txt" in note
    assert "37.txt" in note

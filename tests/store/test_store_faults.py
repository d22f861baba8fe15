"""What is wrong with a library is found wherever it is, and said in Chinese."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from crafted import full_report

from tuibrowser.store.errors import LibraryDamaged, LibraryError
from tuibrowser.store.library import Library


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A library of some pages, with texts that are longer than one."""
    path = tmp_path_factory.mktemp("whole") / "library.sqlite3"
    with Library(path).write() as writer:
        for number in range(12):
            report = full_report(f"{'甲乙丙丁戊己庚辛壬癸子丑'[number]}镇")
            writer.put(report, Path(f"/{number}.txt"), 1)
        long = full_report("石桥乡")
        longer = replace(long, text=long.text + "\n普法。" * 4000)
        writer.put(longer, Path("/long.txt"), 1)
    return path.read_bytes()


def are_in_chinese(findings: list[str], path: Path) -> None:
    assert findings
    for finding in findings:
        assert "\n" not in finding
        assert "，请" in finding
        # The beginning of a sha256 is no word.
        told = re.sub(r"\b[0-9a-f]{12}\b", "", finding.replace(str(path), ""))
        words = re.findall(r"[A-Za-z]{3,}", told)
        assert set(words) <= {"tuibrowser", "index", "doctor", "sqlite", "SQLite"}, finding


def said_by_reading(library: Library) -> list[str]:
    """The sentence that reading everything ends with, if it does."""
    try:
        with library.read() as reader:
            reader.entries()
            for sha256 in reader.sha256s():
                reader.report(sha256)
    except LibraryError as error:
        return [str(error)]
    return []


def test_text_deep_in_a_page_that_only_an_export_reads_is_met(whole: bytes, tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    place = whole.rindex("普法。\n普法。".encode())
    library.path.write_bytes(whole[:place] + b"\xff" + whole[place + 1 :])
    with library.read() as reader:
        assert len(reader.entries()) == 13
    (finding,) = library.check()
    assert "有 1 份报告的内容已损坏" in finding
    are_in_chinese([finding], library.path)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("section", "标题"),
        ("figure", "数据"),
        ("source", "来源"),
        ("passage", "段落"),
        ("section_state", "部分状态"),
    ],
)
def test_the_table_whose_page_is_torn_is_named(
    whole: bytes, tmp_path: Path, table: str, said: str
) -> None:
    library = Library(tmp_path / "library.sqlite3")
    library.path.write_bytes(whole)
    with closing(sqlite3.connect(library.path)) as connection:
        ((size,),) = connection.execute("PRAGMA page_size")
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        ((page,),) = connection.execute(sql, (table,))
    torn = bytearray(whole)
    torn[(page - 1) * size + 8 : (page - 1) * size + 200] = b"\xee" * 192
    library.path.write_bytes(torn)
    findings = library.check()
    are_in_chinese(findings, library.path)
    assert any(finding.startswith(f"{said}的") for finding in findings), findings


@pytest.mark.parametrize("place", [*range(16, 100, 8), 18, 19, 44, 47, 56, 59, 68, 71])
def test_a_damaged_header_is_said_in_chinese(whole: bytes, tmp_path: Path, place: int) -> None:
    library = Library(tmp_path / "library.sqlite3")
    for other in (0x00, 0x7F, 0xFF):
        if whole[place] == other:
            continue
        content = whole[:place] + bytes([other]) + whole[place + 1 :]
        library.path.write_bytes(content)
        for said in [*said_by_reading(library), *library.check()]:
            are_in_chinese([said], library.path)
            assert "doctor" not in said


@pytest.mark.parametrize("place", range(16))
def test_a_library_whose_first_bytes_are_damaged_is_no_other_file(
    whole: bytes, tmp_path: Path, place: int
) -> None:
    library = Library(tmp_path / "library.sqlite3")
    library.path.write_bytes(whole[:place] + b"\x01" + whole[place + 1 :])
    with pytest.raises(LibraryDamaged), library.read():
        pass
    with pytest.raises(LibraryDamaged), library.write():
        pass


@pytest.mark.parametrize("seed", range(30))
def test_any_bytes_that_change_leave_sentences_in_chinese(
    whole: bytes, tmp_path: Path, seed: int
) -> None:
    # Not by hypothesis: what is drawn for a library depends on its length, and libraries saved by
    # an earlier schema have another.
    chance = Random(seed)
    content = bytearray(whole)
    for _ in range(chance.randint(1, 4)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    library = Library(tmp_path / "library.sqlite3")
    library.path.write_bytes(content)
    for said in [*said_by_reading(library), *library.check()]:
        are_in_chinese([said], library.path)

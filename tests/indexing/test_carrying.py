"""A report whose file was changed keeps what people put right in it; another report does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_files import write_report

from tuibrowser.correcting import settle
from tuibrowser.indexing.run import Ways, index
from tuibrowser.lexicon.load import load
from tuibrowser.model.correction import Correction
from tuibrowser.store.library import Library

KEPT = [Correction("issuer", "潭溪街道"), Correction("kind", "next_plan", "存在的不足和原因")]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library.sqlite3")


@pytest.fixture
def file(library: Library, tmp_path: Path) -> Path:
    """A report in which something was put right."""
    file = write_report(tmp_path / "上报" / "报告.txt", "潭溪镇", 2019)
    index(library, [file], Ways(words=False))
    with library.read() as reader:
        (entry,) = reader.entries()
    settle.put_right(library, load(), {entry.sha256: KEPT}, print)
    return file


def changed(library: Library, file: Path, text: str) -> tuple[str | None, tuple[str, ...]]:
    """Who issued the only report once its file holds ``text``, and what was said."""
    file.write_text(text, encoding="utf-8")
    outcome = index(library, [file], Ways(words=False))
    assert library.check() == []
    with library.read() as reader:
        (entry,) = reader.entries()
        return entry.issuer, outcome.notes


def test_a_slip_that_was_mended_in_the_file(library: Library, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for _ in range(2):  # the next change goes on from the last one
        text += "\n附：名单一份。\n"
        issuer, notes = changed(library, file, text)
        assert (issuer, notes) == ("潭溪街道", ("文件有改动，原有的更正继续有效：报告.txt",))
    with library.read() as reader:
        (entry,) = reader.entries()
        assert set(reader.corrections(entry.sha256)) == {*KEPT}


@pytest.mark.parametrize("other", ["year", "text"])
def test_another_report_in_the_same_file(library: Library, file: Path, other: str) -> None:
    text = file.read_text(encoding="utf-8")
    if other == "year":
        text = text.replace("2019", "2020")
    else:
        text = "\n".join(f"{line}，另一份" for line in text.splitlines())
    issuer, notes = changed(library, file, text)
    assert (issuer != "潭溪街道", notes) == (True, ())


def test_what_was_put_right_in_the_new_text_holds(library: Library, file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    changed(library, file, f"{before}\n附：名单。\n")
    with library.read() as reader:
        (entry,) = reader.entries()
    settle.put_right(library, load(), {entry.sha256: [Correction("issuer", "潭溪乡")]}, print)
    # Back to the first text, for which what was put right then is kept.
    assert changed(library, file, before)[0] == "潭溪街道"

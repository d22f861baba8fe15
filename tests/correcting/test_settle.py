"""What is settled in a library, and what must be known of it afterwards."""

from __future__ import annotations

from pathlib import Path

from report_files import write_report

from tuibrowser.correcting.settle import put_right, undo
from tuibrowser.indexing.run import Ways, index
from tuibrowser.lexicon.load import load
from tuibrowser.model.correction import Correction
from tuibrowser.store.library import Library


def waiting(library: Library) -> list[str]:
    """The reports whose measures are not found by their meaning."""
    with library.write() as writer:
        return writer.upkeep.without_meaning()


def test_what_is_put_right_is_found_by_its_meaning_at_once(tmp_path: Path) -> None:
    write_report(tmp_path / "一.txt", "潭溪镇", 2023)
    library = Library(tmp_path / "library.sqlite3")
    index(library, [tmp_path], Ways(words=False))
    with library.read() as reader:
        (sha256,) = reader.sha256s()
    assert not waiting(library)
    assert put_right(library, load(), {sha256: [Correction("year", "2021")]}, print) == ()
    with library.read() as reader:
        assert reader.report(sha256).year == 2021
    assert not waiting(library)
    undo(library, load(), [sha256], print)
    assert not waiting(library)
    assert not library.check()

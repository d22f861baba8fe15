"""The shelf keeps what was looked at last."""

from __future__ import annotations

from pathlib import Path
from queue import Queue

from handmade import Draft

from tuibrowser.model.report import Report
from tuibrowser.store.library import Library
from tuibrowser.tui.find.searcher import Answer
from tuibrowser.tui.find.shelf import LastRead


def test_what_was_looked_at_longest_ago_goes_first(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    reports = [Draft(f"{name}镇").measure("开展普法。").report() for name in "甲乙丙"]
    with library.write() as writer:
        for report in reports:
            writer.put(report, tmp_path / report.file, 1)
    answers: Queue[Answer[Report]] = Queue()
    shelf = LastRead(library, answers.put, kept=2)

    def look_at(report: Report) -> bool:
        """Whether the report was on the shelf already."""
        if shelf.get(report.sha256) is not None:
            return True
        assert shelf.put(answers.get(timeout=30))
        return False

    one, two, three = reports
    assert not look_at(one)
    assert not look_at(two)
    assert look_at(one)
    assert not look_at(three)
    assert look_at(one)
    assert not look_at(two)
    shelf.close()

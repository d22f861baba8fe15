"""When changes become permanent."""

from __future__ import annotations

from pathlib import Path

import pytest
from store_reports import report_of

from tuibrowser.store.library import Library
from tuibrowser.store.writing import session


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def stored(library: Library) -> int:
    with library.read() as reader:
        return len(reader.entries())


def test_changes_of_a_second_are_permanent_before_the_writer_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(session, "monotonic", clock)
    library = Library(tmp_path / "library.sqlite3")
    with library.write(bulk=True) as writer:
        writer.put(report_of(year=2021), Path("/1.txt"), 1)
        assert stored(library) == 0
        clock.now += 1.5
        writer.put(report_of(year=2022), Path("/2.txt"), 1)
        assert stored(library) == 2
    assert stored(library) == 2

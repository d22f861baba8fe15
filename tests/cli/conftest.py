"""A small library, and commands run on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_library import REPORTS, Done, Run

from tuibrowser.cli import main
from tuibrowser.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """柳溪镇 of two years, 石桥乡, and two towns of one name in two counties."""
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        for number, report in enumerate(REPORTS):
            writer.put(report, tmp_path / f"{number}.txt", 1)
    return library


@pytest.fixture
def run(library: Library, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the small library, in this process."""

    def run_on_library(*arguments: str) -> Done:
        status = main(["--db", str(library.path), *arguments])
        return Done(status, *capsys.readouterr())

    return run_on_library

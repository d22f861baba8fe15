"""A small library, and commands run on it."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
from small_library import REPORTS, Done, Run

from tuibrowser import cli
from tuibrowser.cli import main
from tuibrowser.store.library import Library

# Commands load their modules when first called. One that did so while a test had put something else
# in the place of a name would keep that for all tests to come.
for _module in pkgutil.iter_modules(cli.__path__):
    import_module(f"tuibrowser.cli.{_module.name}")


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

"""A small library, and commands run on it."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
from copies import filled
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
    files = [(f"{number}.txt", report) for number, report in enumerate(REPORTS)]
    return filled(tmp_path / "library.sqlite3", files, 1)


@pytest.fixture
def run(library: Library, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the small library, in this process."""

    def run_on_library(*arguments: str) -> Done:
        status = main(["--db", str(library.path), *arguments])
        return Done(status, *capsys.readouterr())

    return run_on_library

"""Several programs of one person keep things at once, and everything is kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tuibrowser.state.excerpts import collected, excerpts_file
from tuibrowser.state.marks import load_marks
from tuibrowser.state.pairings import load_pairings
from tuibrowser.state.settings import load_settings
from tuibrowser.state.workspaces import load_named

WRITERS = 5
EACH = 60
FEWER = 20
"""Where nothing else is tried than with excerpts."""

BEGINNING = """
import string, sys
writer, each, library = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
sys.stdin.read(1)  # until all of them are there
"""
WITHOUT_LOCKS = """
import errno, fcntl
def flock(*_):
    raise OSError(errno.ENOLCK, "No locks available")
fcntl.flock = flock
"""
EXCERPTS = """
from tuibrowser.model.kept import Excerpt
from tuibrowser.state.excerpts import add
for number in range(each):
    assert add(Excerpt(f"{writer:064x}", number, number + 1, "普法", "甲镇"))
"""
MARKS = """
from tuibrowser.state.marks import LetterMark, keep_mark
for letter in string.ascii_letters[writer::5]:
    keep_mark(letter, LetterMark("a" * 64, writer, writer + 1, letter))
"""
PAIRINGS = """
from tuibrowser.model.kept import Pairing, Stretch
from tuibrowser.state.pairings import keep_pairings
for number in range(each):
    first, second = (Stretch(f"{it:064x}", number, number + 1) for it in (writer, 9))
    keep_pairings([Pairing(first, second, True)])
"""
NAMED = """
from pathlib import Path
from tuibrowser.state.workspaces import Workspace, change_named
for number in range(each):
    name = f"{writer}号之{number}"
    change_named(Path(library), lambda named: {name: Workspace(), **named})
"""
SETTINGS = """
from dataclasses import replace
from tuibrowser.state.settings import change_settings
for number in range(each * 2 + 1):
    change_settings(lambda settings: replace(settings, light=not settings.light))
"""


def run(code: str, library: Path, each: int) -> None:
    """Have five processes run ``code`` at the same time."""
    command = [sys.executable, "-c", BEGINNING + code]
    writers = [
        subprocess.Popen(
            [*command, str(number), str(each), str(library)], stdin=-1, stderr=-1, text=True
        )
        for number in range(WRITERS)
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go")
        writer.stdin.flush()
    for writer in writers:
        _, errors = writer.communicate()
        assert writer.returncode == 0, errors


@pytest.mark.parametrize("locks", ["", WITHOUT_LOCKS], ids=["locks", "no-locks"])
def test_every_excerpt_is_kept(tmp_path: Path, locks: str) -> None:
    run(locks + EXCERPTS, tmp_path / "library.sqlite3", EACH)
    assert len(collected()) == WRITERS * EACH
    for writer in range(WRITERS):
        own = [it.start for it in collected() if it.report == f"{writer:064x}"]
        assert own == list(range(EACH))
    left = {path.name for path in excerpts_file().parent.iterdir()}
    assert left == {".lock", "excerpts.json"}


def test_every_letter_pairing_name_and_setting_is_kept(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite3"
    run(MARKS + PAIRINGS + NAMED + SETTINGS, library, FEWER)
    assert len(load_marks()) == 52
    assert len(set(load_pairings())) == WRITERS * FEWER
    names = list(load_named(library))
    assert len(names) == WRITERS * FEWER
    for writer in range(WRITERS):
        own = [name for name in names if name.startswith(f"{writer}号")]
        assert own == [f"{writer}号之{number}" for number in reversed(range(FEWER))]
    # An odd number of changes of an odd number of writers.
    assert load_settings().light

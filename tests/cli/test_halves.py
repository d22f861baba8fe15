"""A second process does part of the work, and nothing of it is ever left behind."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from report_files import write_report
from small_library import Run

from tuibrowser.cli import halves
from tuibrowser.cli.halves import in_halves
from tuibrowser.store.library import Library

_THINGS = list(range(20))

# In a process of its own: test runners have threads, and with threads nothing is forked.
_SCRIPT = """
import os, signal, sys
from tuibrowser.cli import halves
halves.cores = lambda: 2
here = os.getpid()
def work(some):
    {work}
    return os.getpid() == here, sum(some)
try:
    print(halves.in_halves(work, range(20)))
finally:
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        print("alone")
"""


def _run(work: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _SCRIPT.format(work=work)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_each_half_is_done_by_another_process_and_the_second_one_is_gone_then() -> None:
    done = _run("pass")
    assert done.stdout.splitlines() == [str([(True, 0), (True, 45), (False, 145)]), "alone"]
    assert done.stderr == ""


@pytest.mark.parametrize(
    "trouble",
    ["raise KeyError", "os._exit(0)", "os.kill(os.getpid(), 9)", "os.close(1); sys.exit(3)"],
)
def test_what_goes_wrong_in_the_second_process_is_done_again(trouble: str) -> None:
    done = _run(f"os.getpid() == here or exec({trouble!r})")
    assert done.stdout.splitlines() == [str([(True, 0), (True, 45), (True, 145)]), "alone"]


def test_where_the_command_ends_so_does_the_second_process() -> None:
    ends = "os.getpid() == here and exec('raise KeyboardInterrupt'); signal.pause()"
    done = _run(f"if len(some) > 1: {ends}")
    assert done.stdout.splitlines() == ["alone"]
    assert "KeyboardInterrupt" in done.stderr


@pytest.mark.parametrize("cores", [1, 2])
def test_with_one_core_or_other_threads_all_is_done_here(
    cores: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(halves, "cores", lambda: cores)
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        assert in_halves(_whose, _THINGS) == [(os.getpid(), _THINGS)]
    finally:
        over.set()
        other.join()


def test_little_is_done_here() -> None:
    assert in_halves(_whose, _THINGS[:3]) == [(os.getpid(), _THINGS[:3])]


def _whose(some: Sequence[int]) -> tuple[int, list[int]]:
    return os.getpid(), list(some)


def test_where_no_process_is_to_be_had_all_is_done_here() -> None:
    done = _run("os.fork = lambda: exec('raise BlockingIOError')")
    assert done.stdout.splitlines() == [str([(True, 0), (True, 45), (True, 145)]), "alone"]
    assert done.stderr == ""


_AT_ONCE = """
import os
from tuibrowser.cli import halves
halves.cores = lambda: {cores}
here = os.getpid()
print(*halves.at_once(lambda: ("one", os.getpid() == here), lambda: ("other", os.getpid() == here)))
"""


@pytest.mark.parametrize("cores", [1, 2])
def test_two_things_are_done_by_a_process_each_if_there_are_cores(cores: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _AT_ONCE.format(cores=cores)],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stdout == f"('one', True) ('other', {cores == 1})\n"


# A process that is quick takes all, so who has what is told by neither.
_IN_TURNS = """
from tuibrowser.cli import halves
halves.cores = lambda: {cores}
turns = halves.Turns("甲乙丙丁戊己庚辛")
first, rest = halves.at_once(lambda: [*turns], lambda: [*turns])
turns.end()
print("".join(first + rest))
"""
_FAILING = """
import os
from tuibrowser.cli import halves
halves.cores = lambda: 2
here = os.getpid()
turns = halves.Turns("甲乙丙丁戊己庚辛")
def other():
    os.getpid() == here or os._exit(3)
    return [*turns]
first, rest = halves.at_once(lambda: [*turns], other)
turns.end()
print("".join(first + rest))
"""


@pytest.mark.parametrize("script", [_IN_TURNS.format(cores=1), _IN_TURNS.format(cores=2), _FAILING])
def test_each_thing_is_taken_once_by_one_process_or_the_other(script: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert sorted(done.stdout.strip()) == sorted("甲乙丙丁戊己庚辛")
    assert done.stderr == ""


_ON_CORES = """
import os, sys
from tuibrowser.cli import halves, main
halves.cores = lambda: {cores}
forks, fork = [], os.fork
os.fork = lambda: forks.append(1) or fork()
status = main(sys.argv[1:])
print(status, len(forks), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "command",
    [("changes", "*"), ("like", "甲溪镇@2023"), ("coverage", "*@2023"), ("check", "*@2023")],
)
def test_two_processes_tell_what_one_does(
    run: Run, library: Library, tmp_path: Path, command: tuple[str, ...]
) -> None:
    for issuer in [f"{first}溪镇" for first in "甲乙丙丁戊己庚辛壬"]:
        for year in (2022, 2023):
            measure = f"开展宣传活动{year - 2000}场次，{issuer}“{issuer[:2]}说法”直播6期。"
            write_report(tmp_path / "in" / f"{issuer}{year}.txt", issuer, year, measure)
    assert run("index", str(tmp_path / "in"), "--no-words").status == 0
    told = {}
    for cores in (1, 2):
        done = subprocess.run(
            [sys.executable, "-c", _ON_CORES.format(cores=cores),
             "--db", str(library.path), *command, "--format", "json"],
            capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert done.stderr.splitlines()[-1] == f"0 {cores - 1}"
        told[cores] = done.stdout
    assert told[1] == told[2]
    assert "甲溪镇" in told[1]

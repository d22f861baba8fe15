"""One writer at a time: waited for, but not for ever, on disks without locks, too."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from tuibrowser.state import lock
from tuibrowser.state.lock import Busy, locked


@pytest.fixture(params=["locks", "no-locks"])
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "no-locks":
        monkeypatch.setattr(fcntl, "flock", refuse)
    return str(request.param)


def refuse(*_: object) -> None:
    raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))


@pytest.mark.usefixtures("kind")
def test_another_one_waits_and_gives_up(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(Busy), locked(tmp_path, patience=0):
        pass
    with locked(tmp_path):
        pass


@pytest.mark.usefixtures("kind")
def test_all_who_wait_are_served(tmp_path: Path) -> None:
    inside: list[int] = []
    most = []

    def write(number: int) -> None:
        for _ in range(5):
            with locked(tmp_path):
                inside.append(number)
                most.append(len(inside))
                inside.remove(number)

    writers = [Thread(target=write, args=(number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert most == [1] * 20


@pytest.mark.usefixtures("kind")
def test_it_is_let_go_of_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path):
        raise ZeroDivisionError
    with locked(tmp_path, patience=0):
        assert os.listdir(tmp_path)


def killed(folder: Path, act: Callable[[], None]) -> None:
    """Run ``act`` in a process that ends at once within the lock."""
    child = os.fork()
    if child == 0:
        with locked(folder):
            act()
            os._exit(0)
    os.waitpid(child, 0)


def test_the_lock_of_a_killed_program_is_gone_with_it(tmp_path: Path) -> None:
    killed(tmp_path, lambda: None)
    with locked(tmp_path, patience=0):
        pass


def test_without_locks_what_a_killed_program_left_is_removed_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fcntl, "flock", refuse)
    killed(tmp_path, lambda: None)
    with pytest.raises(Busy), locked(tmp_path, patience=0):
        pass
    held = tmp_path / ".lock.held"
    assert held.exists()
    monkeypatch.setattr(lock, "_FORGOTTEN", -1.0)
    with locked(tmp_path):
        monkeypatch.setattr(lock, "_FORGOTTEN", 30.0)
        assert held.exists()
    assert os.listdir(tmp_path) == [".lock"]


def test_only_the_owner_sees_a_lock(tmp_path: Path) -> None:
    with locked(tmp_path):
        assert (tmp_path / ".lock").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), locked(tmp_path / "无"):
        pass

"""What is called a part until it is whole, and what becomes of those that were never finished."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from pathlib import Path

import pytest

from tuibrowser import partial_files
from tuibrowser.files import replacing
from tuibrowser.partial_files import part_in


def replace(target: Path) -> None:
    with replacing(target) as file:
        file.write("新".encode())


def killed_while_writing(target: Path) -> None:
    child = os.fork()
    if child == 0:
        with replacing(target):
            os._exit(0)
    os.waitpid(child, 0)


def test_what_a_killed_program_left_is_removed(tmp_path: Path) -> None:
    for _ in range(3):
        killed_while_writing(tmp_path / "a.json")
        assert len(os.listdir(tmp_path)) == 1
    replace(tmp_path / "b.json")
    assert os.listdir(tmp_path) == ["b.json"]


def test_what_others_write_or_own_is_left_alone(tmp_path: Path) -> None:
    others = {"x.part", ".123.part", ".tuibrowser-0.part", ".tuibrowser-ffffffffffffffff.part"}
    for name in others - {".tuibrowser-ffffffffffffffff.part"}:
        (tmp_path / name).touch()
    (tmp_path / ".tuibrowser-ffffffffffffffff.part").symlink_to(tmp_path / "x.part")
    with replacing(tmp_path / "a.json") as first:
        first.write(b"a")
        replace(tmp_path / "b.json")
        first.write(b"b")
    assert (tmp_path / "a.json").read_bytes() == b"ab"
    assert set(os.listdir(tmp_path)) == {"a.json", "b.json", *others}


def test_without_locks_only_what_is_old_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)
    killed_while_writing(tmp_path / "a.json")
    replace(tmp_path / "a.json")
    (left,) = tmp_path.glob(".*")
    os.utime(left, (time.time() - 2 * 24 * 3600,) * 2)
    replace(tmp_path / "a.json")
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_part_that_was_swept_away_is_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = partial_files._lock
    swept: list[Path] = []

    def sweep_first(descriptor: int) -> bool | None:
        if not swept:
            swept.extend(tmp_path.glob(".*.part"))
            swept[0].unlink()
        return lock(descriptor)

    monkeypatch.setattr(partial_files, "_lock", sweep_first)
    replace(tmp_path / "a.json")
    assert swept
    assert os.listdir(tmp_path) == ["a.json"]


def test_what_lies_beside_a_part_goes_with_it(tmp_path: Path) -> None:
    with part_in(tmp_path) as (part, _):
        for ending in ("-copy", "-copy-journal"):
            part.with_name(part.name + ending).touch()
        # Whoever sweeps here meanwhile takes nothing away.
        replace(tmp_path / "a.json")
        assert len(os.listdir(tmp_path)) == 4
    assert os.listdir(tmp_path) == ["a.json"]


@pytest.mark.parametrize("names", [["", "-copy", "-copy-journal"], ["-copy"], [""]])
def test_what_a_killed_program_left_beside_a_part_is_removed(
    tmp_path: Path, names: list[str]
) -> None:
    for ending in names:
        (tmp_path / f".tuibrowser-0123456789abcdef.part{ending}").touch()
    (tmp_path / ".tuibrowser-0123456789abcdef.partner").touch()
    replace(tmp_path / "a.json")
    assert set(os.listdir(tmp_path)) == {"a.json", ".tuibrowser-0123456789abcdef.partner"}


def test_a_part_that_was_renamed_stays_where_it_is(tmp_path: Path) -> None:
    with part_in(tmp_path) as (part, descriptor):
        os.write(descriptor, b"x")
        part.rename(tmp_path / "whole")
    assert (tmp_path / "whole").read_bytes() == b"x"
    assert os.listdir(tmp_path) == ["whole"]

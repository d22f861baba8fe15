"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from unprivileged import as_nobody

from tuibrowser.files import make_private, read_whole, replacing

ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
NOBODY = 65534


def test_a_file_takes_its_place_whole(tmp_path: Path) -> None:
    target = tmp_path / "导出.json"
    target.write_text("旧", encoding="utf-8")
    with replacing(target) as file:
        file.write("新\n".encode())
        assert target.read_text(encoding="utf-8") == "旧"
    assert target.read_bytes() == "新\n".encode()
    assert list(tmp_path.iterdir()) == [target]


def test_after_an_error_the_file_is_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "导出.json"
    target.write_text("旧", encoding="utf-8")
    with pytest.raises(TypeError), replacing(target) as file:
        file.writelines(["新".encode(), 1])  # type: ignore[list-item]
    assert target.read_text(encoding="utf-8") == "旧"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "a.json", tmp_path / "b.json"
    link.symlink_to(target)
    with replacing(link) as file:
        file.write("新".encode())
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "新"


def test_a_device_is_written_and_not_replaced() -> None:
    with replacing(Path(os.devnull)) as file:
        file.write("新".encode())
    assert not Path(os.devnull).is_file()


def test_a_pipe_that_only_this_process_has_is_written() -> None:
    """As ``/dev/stdout`` is, and what a shell gives for ``>(…)``: no path leads to it."""
    reader, writer = os.pipe()
    with replacing(Path(f"/dev/fd/{writer}")) as file:
        file.write("新".encode())
    os.close(writer)
    with open(reader, "rb") as pipe:
        assert pipe.read() == "新".encode()


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "无" / "a.json") as file:
        file.write("新".encode())


def test_links_that_go_round_in_a_circle_are_an_error(tmp_path: Path) -> None:
    one, other = tmp_path / "a.json", tmp_path / "b.json"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(OSError, match=r"a\.json") as error, replacing(one) as file:
        file.write(b"x")
    assert error.value.errno == errno.ELOOP
    assert one.is_symlink()


def replace(target: Path) -> None:
    with replacing(target) as file:
        file.write("新".encode())


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664, 0o400, 0o755])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    target, link = tmp_path / "a.json", tmp_path / "b.json"
    target.touch()
    target.chmod(mode)
    link.symlink_to(target)
    replace(link)
    assert mode_of(target) == mode
    assert target.read_text("utf-8") == "新"


def test_a_secret_is_never_open_to_others(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.touch(0o600)
    before = os.umask(0)
    try:
        with replacing(target) as file:
            assert [mode_of(path) for path in tmp_path.iterdir()] == [0o600, 0o600]
            file.write(b"x")
    finally:
        os.umask(before)


def test_a_new_file_is_as_open_as_the_person_has_it(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        replace(tmp_path / "a.json")
        with replacing(tmp_path / "b.json", private=True) as file:
            file.write(b"x")
    finally:
        os.umask(before)
    assert mode_of(tmp_path / "a.json") == 0o640
    assert mode_of(tmp_path / "b.json") == 0o600


@ROOT_ONLY
def test_a_file_keeps_its_owner(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.touch(0o640)
    os.chown(target, 12345, 23456)
    replace(target)
    status = target.stat()
    assert (status.st_uid, status.st_gid, mode_of(target)) == (12345, 23456, 0o640)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder in which everybody may make files: those of pytest let nobody in."""
    with TemporaryDirectory() as name:
        os.chmod(name, 0o777)
        yield Path(name)


@ROOT_ONLY
@pytest.mark.parametrize(("mode", "kept"), [(0o660, 0o600), (0o664, 0o644), (0o644, 0o644)])
def test_rights_of_a_group_do_not_go_to_another_one(
    open_folder: Path, mode: int, kept: int
) -> None:
    target = open_folder / "a.json"
    target.touch()
    os.chown(target, 12345, 23456)
    target.chmod(mode)

    def write() -> str:
        replace(target)
        return "written"

    assert as_nobody(write) == "written"
    status = target.stat()
    assert (status.st_uid, status.st_gid, mode_of(target)) == (NOBODY, NOBODY, kept)


def test_only_whole_files_of_some_length_are_read(tmp_path: Path) -> None:
    file, pipe = tmp_path / "a", tmp_path / "b"
    file.write_bytes(b"12345")
    os.mkfifo(pipe)
    assert read_whole(file, 5) == b"12345"
    for path, most, number in (
        (file, 4, errno.EFBIG),
        (pipe, 4, errno.ENODEV),
        (Path("/dev/zero"), 4, errno.ENODEV),
        (tmp_path, 4, errno.EISDIR),
        (tmp_path / "无", 4, errno.ENOENT),
    ):
        with pytest.raises(OSError) as error:  # noqa: PT011
            read_whole(path, most)
        assert error.value.errno == number


def test_folders_that_are_made_are_the_owners_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_private(tmp_path / "a" / "b")
    make_private(tmp_path / "a" / "b")
    assert [mode_of(it) for it in (tmp_path, tmp_path / "a", tmp_path / "a/b")] == [
        *(0o755, 0o700, 0o700)
    ]
    (tmp_path / "c").touch()
    with pytest.raises(FileExistsError):
        make_private(tmp_path / "c")

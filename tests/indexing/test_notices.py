"""Where the file system tells of changes its word is taken, and elsewhere the clock's."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tuibrowser.indexing import notices
from tuibrowser.indexing.notices import FolderNotices, is_share


@pytest.mark.parametrize(
    ("kind", "answer"),
    [("nfs4", True), ("cifs", True), ("fuse.sshfs", True), ("9p", True), ("ext4", False)],
)
def test_shares_are_told_by_what_is_mounted_over_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, answer: bool
) -> None:
    share = tmp_path / "共享 盘"
    (share / "上报").mkdir(parents=True)
    mounts = [("/", "ext4"), (str(tmp_path), "nfs" if not answer else "ext4"), (str(share), kind)]
    monkeypatch.setattr(notices, "_mounts", lambda: iter(mounts))
    assert is_share(share / "上报") is answer
    assert is_share(tmp_path) is not answer
    assert FolderNotices([share]).come is not answer


def test_mounts_with_spaces_in_their_names_are_read() -> None:
    assert ("/proc", "proc") in list(notices._mounts())
    assert not is_share(Path("/proc"))


def test_a_change_ends_the_wait(tmp_path: Path) -> None:
    told = FolderNotices([tmp_path])
    assert told.come
    writer = threading.Thread(target=(tmp_path / "a.txt").write_bytes, args=(b"x",))
    writer.start()
    assert told.wait(60)
    writer.join()
    assert not told.doubt()
    assert told.come


def test_without_notices_the_clock_decides() -> None:
    told = FolderNotices([])
    assert not told.come
    began = time.monotonic()
    assert not told.wait(0.05)
    assert time.monotonic() - began >= 0.05


def test_notices_that_never_came_are_no_longer_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(_: object) -> Iterator[object]:
        while True:
            yield set()

    monkeypatch.setattr(notices, "_events", silent)
    told = FolderNotices([tmp_path])
    assert told.come
    assert told.doubt()
    assert not told.come


def test_where_the_system_refuses_them_the_clock_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: object) -> Iterator[object]:
        raise OSError(28, "no space left on device")
        yield

    monkeypatch.setattr(notices, "_events", refused)
    assert not FolderNotices([tmp_path]).come

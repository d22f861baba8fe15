"""Files of one person: whatever stands in them ends nothing and is not lost."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from unprivileged import allow_writing, as_nobody, forbid_writing

from tuibrowser.model.kept import Excerpt, Pairing, Stretch
from tuibrowser.state import storage
from tuibrowser.state.excerpts import add, collected, excerpts_file
from tuibrowser.state.lock import Busy
from tuibrowser.state.marks import LetterMark, keep_mark, load_marks, marks_file
from tuibrowser.state.pairings import keep_pairings, load_pairings, pairings_file
from tuibrowser.state.settings import Settings, change_settings, load_settings, settings_file
from tuibrowser.state.storage import Say, StateUnsaved
from tuibrowser.state.workspaces import (
    Workspace,
    change_named,
    load_named,
    load_workspace,
    named_file,
    save_workspace,
    workspace_file,
)

LIBRARY = Path("/报告库.sqlite3")
MARK = LetterMark("a" * 64, 12, 30, "甲镇2023：调解")
EXCERPT = Excerpt("a" * 64, 10, 20, "一是普法。", "甲镇2023年报告，一、“成效”")
PAIRING = Pairing(Stretch("a" * 64, 1, 5), Stretch("b" * 64, 2, 9), True)


class Room:
    """One file: filled, read, and told what to keep besides."""

    def __init__(
        self, file: Callable[[], Path], fill: Callable[[], Any], load: Callable[[Say], Any]
    ) -> None:
        self.file = file
        self.fill = fill
        self.load = load


ROOMS = {
    "excerpts": Room(excerpts_file, lambda: add(EXCERPT), collected),
    "marks": Room(marks_file, lambda: keep_mark("a", MARK), load_marks),
    "pairings": Room(pairings_file, lambda: keep_pairings([PAIRING]), load_pairings),
    "settings": Room(
        settings_file,
        lambda: change_settings(lambda it: replace(it, light=not it.light)),
        load_settings,
    ),
    "named": Room(
        lambda: named_file(LIBRARY),
        lambda: change_named(LIBRARY, lambda it: {**it, "汇报": Workspace(("a" * 64,))}),
        lambda say: load_named(LIBRARY, say),
    ),
    "workspace": Room(
        lambda: workspace_file(LIBRARY),
        lambda: save_workspace(LIBRARY, Workspace(("a" * 64,), drafts={"a" * 64: "/草稿.txt"})),
        lambda say: load_workspace(LIBRARY, say),
    ),
}
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=4)
    | st.sampled_from(["a" * 64, "/草稿", "section", "part", 10**400, -1, "\ud800", "\0", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@pytest.fixture(params=ROOMS)
def room(request: pytest.FixtureRequest) -> Room:
    return ROOMS[request.param]


@pytest.fixture
def open_to_all(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for state that other persons can read: those of pytest let nobody in."""
    with TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        monkeypatch.setenv("XDG_STATE_HOME", name)
        yield Path(name)


def places(value: Any) -> list[list[Any]]:
    """The way to each value within ``value``, itself included."""
    if isinstance(value, dict):
        keys: Iterable[Any] = value
    else:
        keys = range(len(value)) if isinstance(value, list) else ()
    return [[], *([key, *way] for key in keys for way in places(value[key]))]


def spoilt(content: Any, way: list[Any], other: Any) -> Any:
    """``content`` with something else at one place."""
    if not way:
        return other
    copy = dict(content) if isinstance(content, dict) else list(content)
    copy[way[0]] = spoilt(content[way[0]], way[1:], other)
    return copy


def backups(room: Room) -> list[bytes]:
    return [it.read_bytes() for it in room.file().parent.glob(f"{room.file().name}.bak*")]


def forget(room: Room) -> None:
    for file in room.file().parent.glob(f"{room.file().name}*"):
        file.unlink()


def check(room: Room, damaged: bytes) -> None:
    """Whatever is in the file: it is read; it is changed and read again; and nothing is lost."""
    forget(room)
    room.file().parent.mkdir(parents=True, exist_ok=True)
    room.file().write_bytes(damaged)
    said: list[str] = []
    found = room.load(said.append)
    assert len(said) <= 1, said
    assert room.load(said.append) == found
    assert backups(room) == [damaged] * len(said)
    assert len(said) == len(backups(room))
    room.fill()
    again: list[str] = []
    room.load(again.append)
    assert not again


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_other_value_at_any_place_ends_nothing(room: Room, data: st.DataObject) -> None:
    forget(room) if room.file().parent.exists() else None
    room.fill()
    content = json.loads(room.file().read_bytes())
    way = data.draw(st.sampled_from(places(content)))
    check(room, json.dumps(spoilt(content, way, data.draw(VALUES))).encode())


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_other_bytes_at_any_place_end_nothing(room: Room, data: st.DataObject) -> None:
    forget(room) if room.file().parent.exists() else None
    room.fill()
    whole = room.file().read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    check(room, whole[:start] + data.draw(st.binary(max_size=9)) + whole[end:])


@pytest.mark.parametrize(
    "damaged",
    [
        b"[" * 200_000,
        b'{"version": 1, "a": ' * 100_000,
        b"9" * 10_000,
        b'{"version": 1' + b"0" * 10_000 + b"}",
        b"\x00" * 4096,
        '{"version": 1}'.encode("utf-16"),
        "法治".encode("gb18030"),
    ],
)
def test_nesting_numbers_and_other_encodings_end_nothing(room: Room, damaged: bytes) -> None:
    check(room, damaged)


def test_a_second_damage_does_not_take_the_place_of_the_first(room: Room) -> None:
    for damaged in (b"one", b"two", b"one", b"three"):
        room.file().parent.mkdir(parents=True, exist_ok=True)
        room.file().write_bytes(damaged)
        room.load(print)
    assert sorted(backups(room)) == [b"one", b"three", b"two"]


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(room: Room) -> None:
    room.file().parent.mkdir(parents=True)
    os.mkfifo(room.file())
    said: list[str] = []
    room.load(said.append)
    assert len(said) == 1
    assert "不是普通文件" in said[0]


def test_new_files_and_folders_are_the_owners_alone(room: Room, home: Path) -> None:
    before = os.umask(0)
    try:
        room.fill()
    finally:
        os.umask(before)
    for path in (home / "state").rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path
    assert (home / "state").stat().st_mode & 0o777 == 0o700


def test_an_older_file_keeps_its_mode_and_a_link_stays_one(room: Room, tmp_path: Path) -> None:
    room.fill()
    elsewhere = tmp_path / "elsewhere.json"
    room.file().rename(elsewhere)
    elsewhere.chmod(0o640)
    room.file().symlink_to(elsewhere)
    room.fill()
    elsewhere.write_bytes(b"{")
    room.load(print)
    assert room.file().is_symlink()
    assert elsewhere.stat().st_mode & 0o777 == 0o640
    assert json.loads(elsewhere.read_bytes())["version"] == 1


def test_where_nothing_can_be_written_the_good_entries_are_used(open_to_all: Path) -> None:
    keep_mark("a", MARK)
    content = json.loads(marks_file().read_bytes())
    content["marks"]["b"] = 7
    damaged = json.dumps(content)
    marks_file().write_text(damaged)

    def read() -> str:
        said: list[str] = []
        letters = ",".join(load_marks(said.append))
        try:
            keep_mark("c", MARK, said.append)
        except StateUnsaved as reason:
            said.append(str(reason))
        return "\n".join([letters, *said])

    forbid_writing(marks_file().parent)
    letters, lost, unsaved = as_nobody(read).split("\n")
    allow_writing(marks_file().parent)
    assert letters == "a"
    assert lost == (
        f"字母标记中有 1 条无法识别，已略过，也未能另存：没有权限（原文件 {marks_file()}）"
    )
    assert unsaved == f"字母标记未能保存：没有权限，请检查 {marks_file().parent} 能否写入"
    assert marks_file().read_text() == damaged


def test_a_file_that_must_not_be_read_is_not_replaced() -> None:
    keep_mark("a", MARK)

    def refuse(*_: object) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    said: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(storage, "read_whole", refuse)
        assert load_marks(said.append) == {}
        with pytest.raises(StateUnsaved, match="无法读取，没有权限"):
            keep_mark("b", MARK)
    assert said == [f"字母标记无法读取（{marks_file()}）：没有权限，本次从空白开始"]
    assert load_marks() == {"a": MARK}


def test_another_writer_that_does_not_end_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_mark("a", MARK)

    def busy(_: Path) -> None:
        raise Busy

    monkeypatch.setattr(storage, "locked", busy)
    with pytest.raises(StateUnsaved) as unsaved:
        keep_mark("b", MARK)
    assert str(unsaved.value) == "字母标记未能保存：另一个窗口或程序正在写入，请稍后再试"
    assert load_marks() == {"a": MARK}


def test_what_is_read_is_not_written_back() -> None:
    assert load_settings() == Settings()
    early = load_marks()
    keep_mark("a", MARK)
    keep_mark("b", MARK)
    assert early == {}
    assert set(load_marks()) == {"a", "b"}


def test_more_than_can_be_read_again_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    add(EXCERPT)
    monkeypatch.setattr(storage, "_MOST", 2000)
    with pytest.raises(StateUnsaved, match="超出允许的文件大小"):
        add(replace(EXCERPT, text="普法。" * 1000))
    assert collected() == (EXCERPT,)


def test_without_a_home_nothing_is_kept_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, room: Room
) -> None:
    import pwd

    def unknown(number: int) -> None:
        raise KeyError(number)

    monkeypatch.delenv("HOME")
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    said: list[str] = []
    room.load(said.append)
    assert not said
    with pytest.raises(StateUnsaved, match="找不到主文件夹"):
        room.fill()

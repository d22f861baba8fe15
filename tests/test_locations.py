"""Folders of one person, and persons that have none."""

from __future__ import annotations

import os
import pwd
import sys
from pathlib import Path

import pytest

from tuibrowser import locations
from tuibrowser.cli import main
from tuibrowser.locations import NoHome, config_home, data_home, expanded, home, state_home

UNKNOWN = 54321
"""A number that no user of a system has."""


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither HOME nor the system's list says where the home folder is."""

    def unknown(number: int) -> None:
        raise KeyError(number)

    for name in ("HOME", "LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.delenv(f"XDG_{name}_HOME")
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    monkeypatch.chdir(tmp_path)


def test_the_folders_stand_below_home_or_where_xdg_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", "/家")
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert data_home() == Path("/家/.local/share/tuibrowser")
    assert state_home() == Path("/家/.local/state/tuibrowser")
    assert config_home() == tmp_path / "tuibrowser"


@pytest.mark.parametrize("value", [None, "", "relative"])
def test_the_systems_list_is_asked_where_home_is_no_folder(
    monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    monkeypatch.delenv("HOME")
    if value is not None:
        monkeypatch.setenv("HOME", value)
    assert home() == Path(pwd.getpwuid(os.getuid()).pw_dir)


def test_a_tilde_is_written_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", "/家")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "~草稿.txt").touch()
    root = pwd.getpwuid(0)
    for typed, path in (
        ("~", "/家"),
        ("~/", "/家/"),
        ("~/a/~b", "/家/a/~b"),
        (f"~{root.pw_name}/a", f"{root.pw_dir.rstrip('/')}/a"),
        ("a/~", "a/~"),
        ("./~x", "./~x"),
        ("~草稿.txt", "~草稿.txt"),
        ("", ""),
    ):
        assert expanded(typed) == path
    with pytest.raises(NoHome, match=r"^系统中没有用户 nosuch，~nosuch/x 无法展开"):
        expanded("~nosuch/x")


@pytest.mark.usefixtures("homeless")
def test_without_a_home_it_is_said_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["list"], ["index", "."], ["demo"], ["--db", "~/x", "list"], []):
        assert main(command) == 3
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith("找不到主文件夹")
        assert said.err.count("\n") == 1


@pytest.mark.usefixtures("homeless")
def test_without_a_home_everything_that_needs_none_works(
    capsys: pytest.CaptureFixture[str], samples_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22")
    one, two, *_ = sorted(map(str, samples_dir.glob("*.txt")))
    for command in (
        ["--db", "a.sqlite3", "index", one, two],
        ["--db", "a.sqlite3", "list"],
        ["--db", "a.sqlite3", "search", "法治"],
        ["--db", "a.sqlite3", "export", "-o", "a.json"],
        ["--db", "a.sqlite3", "doctor"],
    ):
        assert main(command) == 0, capsys.readouterr()
    assert "scp 192.0.2.2:" in capsys.readouterr().err
    assert main(["--db", "a.sqlite3", "excerpts"]) == 1
    assert "还没有摘录" in capsys.readouterr().err
    assert main(["--db", "a.sqlite3", "compare", one, two]) == 0


@pytest.mark.parametrize("variable", [True, False])
def test_a_library_of_a_user_whom_nobody_knows(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, variable: bool
) -> None:
    if variable:
        monkeypatch.setenv("TUIBROWSER_DB", "~nosuch/x")
    for command in (["list"], ["index", "."], ["doctor"], ["pack", "a"], ["open", "甲"], []):
        assert main([*([] if variable else ["--db", "~nosuch/x"]), *command]) == 3
        said = capsys.readouterr()
        assert said.err.startswith("系统中没有用户 nosuch，")
        assert said.err.count("\n") == 1


def test_a_user_of_whom_the_system_knows_nothing(tmp_path: Path) -> None:
    """In a process of its own, with a number that stands in no list."""
    if os.geteuid() != 0:
        pytest.skip("only root becomes somebody else")
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(write, 2)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
        os.setgroups([])
        os.setgid(UNKNOWN)
        os.setuid(UNKNOWN)
        for name in [name for name in os.environ if name == "HOME" or name.startswith("XDG_")]:
            del os.environ[name]
        status = main(["list"])
        sys.stderr.flush()
        os._exit(status)
    os.close(write)
    with open(read, encoding="utf-8") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 3
    assert said.startswith("找不到主文件夹")
    assert locations.home()

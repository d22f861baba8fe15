"""One table of commands: what is made of it is whole, fresh and understood by who reads it."""

from __future__ import annotations

import inspect
import os
import re
import shutil
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest
from handmade import plain

from makers.command_line import README, made
from makers.completions import bash, fish, zsh
from makers.manual import manual
from tuibrowser.cli import main
from tuibrowser.cli.command import Command
from tuibrowser.cli.options import GENERAL
from tuibrowser.cli.parser import build_parser
from tuibrowser.cli.run import function_of
from tuibrowser.cli.table import BROWSE, COMMANDS, HIDDEN
from tuibrowser.store.library import Library, Reader
from tuibrowser.text.cellwidth import cells

ROOT = Path(__file__).resolve().parents[2]
BASH = ROOT / "share/bash-completion/completions/tuibrowser"
EVERY = (BROWSE, *COMMANDS, *HIDDEN)

needs_man = pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")


def shell(name: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed")


@pytest.mark.parametrize("command", EVERY, ids=lambda it: it.name)
def test_every_command_has_a_function_of_its_own(command: Command) -> None:
    function = function_of(command)
    assert list(inspect.signature(function).parameters)[1].endswith("library")
    assert [function_of(other) for other in EVERY].count(function) == 1


@pytest.mark.parametrize("command", EVERY, ids=lambda it: it.name)
def test_every_command_runs_its_function(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str | None] = []

    def note(options: Namespace, _library: Library) -> int:
        ran.append(options.command)
        return 7

    module, _, name = command.runs.partition(":")
    monkeypatch.setattr(f"tuibrowser.cli.{module}.{name}", note)
    argument = [command.argument.name] if command.argument else []
    assert main([*filter(None, [command.name]), *argument]) == 7
    assert ran == [command.name or None]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda it: it.name)
def test_every_command_and_option_is_told_wherever_commands_are(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--help"]) == 0
    assert re.search(rf"^  {command.name} .*{command.help}$", capsys.readouterr().out, re.MULTILINE)
    assert main([command.name, "--help"]) == 0
    help_ = capsys.readouterr().out
    page = manual().replace("\\-", "-")
    assert re.search(rf"^\.SS {command.name}\b", page, re.MULTILINE)
    readme = README.read_text(encoding="utf-8")
    assert re.search(rf"^\| `tuibrowser {command.name}\b.*{command.help}", readme, re.MULTILINE)
    for script in (bash(), zsh(), fish()):
        assert re.search(rf"\b{command.name}\b", script)
    for option in (*command.options, *GENERAL):
        assert option in GENERAL or option.help in help_
        for flag in option.flags:
            assert flag in page
            assert f"`{flag}" in readme
            assert flag in bash()
            assert flag in zsh()
            assert f" -l {flag[2:]} " in fish() or f" -s {flag[1:]} " in fish()


def test_what_is_for_the_shell_is_shown_to_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    told = capsys.readouterr().out + manual() + README.read_text(encoding="utf-8")
    for command in HIDDEN:
        assert command.is_hidden
        assert command.name not in told
    assert not any(command.is_hidden for command in COMMANDS)


def test_every_default_of_an_option_is_one_of_its_words() -> None:
    for command in COMMANDS:
        for option in command.options:
            assert option.default is None or not option.words or option.default in option.words
            if option.words:
                for word in option.words:
                    taken = command.argument
                    argument = [taken.name] * (1 + taken.many) if taken else []
                    given = [command.name, option.flags[-1], word, *argument]
                    assert word in vars(build_parser().parse_args(given)).values()


@pytest.mark.parametrize("path", made(), ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_made_of_the_table_is_fresh(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == made()[path], "python -m makers.command_line"


@needs_man
def test_the_manual_page_is_read_without_a_complaint_and_fits_eighty_columns() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-P-cbou", "-rLL=80n"],
        input=manual().encode(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    shown = done.stdout.decode()
    for command in COMMANDS:
        assert f"{command.help}。" in re.sub(r"\n *", "", shown)
    assert max(map(cells, shown.splitlines())) <= 80


Complete = Callable[..., list[str]]


@pytest.fixture
def program(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program under its own name, in a folder of files, with the small library."""
    path = tmp_path / "bin" / "tuibrowser"
    path.parent.mkdir()
    path.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m tuibrowser "$@"\n')
    path.chmod(0o755)
    monkeypatch.setenv("PATH", str(path.parent), prepend=os.pathsep)
    monkeypatch.setenv("TUIBROWSER_DB", str(library.path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    here = tmp_path / "here"
    here.mkdir()
    (here / "草稿 一.txt").touch()
    monkeypatch.chdir(here)
    return path


@pytest.fixture
def in_bash(program: Path) -> Complete:
    """What bash offers after a line, the word being cut where readline cuts it."""

    def complete(line: str) -> list[str]:
        word = re.split(r"[\s=:@]", line)[-1]
        # Of an @ readline keeps what stands before it out of the word, and the @ in it.
        begun = f"@{word}" if line.endswith(f"@{word}") else word
        script = """
            source "$1"
            COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDS=(tuibrowser) COMP_CWORD=0
            _tuibrowser tuibrowser "$3" ""
            printf '%s\\n' "${COMPREPLY[@]}"
        """
        done = subprocess.run(
            ["bash", "-c", script, "bash", BASH, line, begun],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        # `compopt` complains that no key was pressed; nothing else may be said.
        return done.stdout.splitlines() if done.stdout.strip() else []

    return complete


@shell("bash")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("tuibrowser ex", ["excerpts", "export"]),
        ("tuibrowser --db x.sqlite3 pa", ["pack"]),
        ("tuibrowser --v", ["--version"]),
        ("tuibrowser rm --y", ["--yes"]),
        ("tuibrowser list --format ", ["table", "json", "csv"]),
        ("tuibrowser list --format=j", ["json"]),
        ("tuibrowser show --format ", ["text", "json"]),
        ("tuibrowser compare 柳溪镇@2023 --section 不", ["不足"]),
        ("tuibrowser compare --by=事", ["事项"]),
        ("tuibrowser search 法 --theme 普法", ["普法宣传"]),
        ("tuibrowser search --year ", []),
        ("tuibrowser search 柳", []),
        ("tuibrowser demo ", []),
        ("tuibrowser index ", []),
        ("tuibrowser show 柳", ["柳溪镇@2022", "柳溪镇@2023"]),
        ("tuibrowser show 柳溪镇@", ["@2022", "@2023"]),
        ("tuibrowser compare 石桥乡@2023 柳溪镇@2022", ["@2022"]),
        ("tuibrowser show -- 石", ["石桥乡@2023"]),
        ("tuibrowser show 云", ["云台县/"]),
        ("tuibrowser show 云台县/", ["云台县/城关镇", "云台县/柳溪镇", "云台县/石桥乡"]),
        ("tuibrowser show 云台县/城", ["云台县/城关镇@2023"]),
        ("tuibrowser compare 云台县/城关镇@2023 清河县/城关镇@", ["@2023"]),
        ("tuibrowser show 城关镇@2023#", ["@2023#2"]),
        ("tuibrowser show 无此县/", []),
        ("tuibrowser open ", ["城关镇", "柳溪镇", "石桥乡"]),
        ("tuibrowser show ./", []),
    ],
)
def test_bash_offers_what_can_stand_there(in_bash: Complete, line: str, offered: list[str]) -> None:
    assert in_bash(line) == offered


@shell("bash")
def test_bash_offers_no_ref_that_a_shell_would_obey(in_bash: Complete, library: Library) -> None:
    with library.write() as writer:
        for number, name in enumerate(
            ("柳$(touch x)", "柳;touch x", "柳`x`", "柳'x", "柳\nx", "柳*")
        ):
            writer.put(plain(name, 2023), Path(f"/{number}.txt"), 1)
    assert in_bash("tuibrowser show 柳") == ["柳溪镇@2022", "柳溪镇@2023"]
    assert in_bash("tuibrowser show 柳$(touch x)@") == []
    assert os.listdir() == ["草稿 一.txt"]


@shell("bash")
def test_bash_asks_the_library_that_the_line_names(in_bash: Complete, tmp_path: Path) -> None:
    other = Library(tmp_path / "other.sqlite3")
    with other.write() as writer:
        writer.put(plain("白石桥镇", 2020), Path("/a.txt"), 1)
    assert in_bash(f"tuibrowser --db {other.path} show 白") == ["白石桥镇@2020"]
    assert in_bash(f"tuibrowser show --db={other.path} 白") == ["白石桥镇@2020"]
    both = f"--db {other.path} show --db={tmp_path}/library.sqlite3"
    assert in_bash(f"tuibrowser {both} ") == ["城关镇", "柳溪镇", "白石桥镇", "石桥乡"]
    # Nothing is said of what cannot be asked.
    assert in_bash(f"tuibrowser --db {tmp_path}/none show 白") == []


@shell("fish")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("tuibrowser ex", ["excerpts", "export"]),
        ("tuibrowser --db x.sqlite3 pa", ["pack"]),
        ("tuibrowser compare --by 事", ["事项"]),
        ("tuibrowser list --format j", ["json"]),
        ("tuibrowser show 柳", ["柳溪镇@2022", "柳溪镇@2023"]),
        ("tuibrowser index 草", ["草稿 一.txt"]),
        ("tuibrowser demo ", []),
    ],
)
def test_fish_offers_what_can_stand_there(program: Path, line: str, offered: list[str]) -> None:
    script = f"source {ROOT}/share/fish/vendor_completions.d/tuibrowser.fish; complete -C $argv[1]"
    done = subprocess.run(
        ["fish", "--no-config", "-c", script, line],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [each.split("\t")[0] for each in done.stdout.splitlines()] == offered


@shell("fish")
def test_fish_asks_all_libraries_that_the_line_names(program: Path, tmp_path: Path) -> None:
    other = Library(tmp_path / "other.sqlite3")
    with other.write() as writer:
        writer.put(plain("白石桥镇", 2020), Path("/a.txt"), 1)
    script = f"source {ROOT}/share/fish/vendor_completions.d/tuibrowser.fish; complete -C $argv[1]"
    line = f"tuibrowser --db {other.path} show --db={tmp_path}/library.sqlite3 "
    done = subprocess.run(
        ["fish", "--no-config", "-c", script, line], capture_output=True, check=False
    )
    offered = [each.split("\t")[0] for each in done.stdout.decode().splitlines()]
    assert offered == ["城关镇", "柳溪镇", "白石桥镇", "石桥乡", "草稿 一.txt"]


@shell("zsh")
def test_zsh_can_read_its_completion() -> None:
    file = ROOT / "share/zsh/site-functions/_tuibrowser"
    done = subprocess.run(["zsh", "-n", file], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert file.read_text("utf-8").startswith("#compdef tuibrowser\n")


def test_what_takes_too_long_is_not_offered(
    library: Library, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: str, reader: Reader) -> list[str]:
        reader.interrupt()
        return reader.issuers_beginning("")

    monkeypatch.setattr("tuibrowser.cli.completing.refs_beginning", interrupted)
    assert main(["--db", str(library.path), "_refs", "柳"]) == 1
    assert capsys.readouterr() == ("", "")

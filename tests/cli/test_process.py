"""Commands as processes: exit status, encodings, streams that end early."""

from __future__ import annotations

import fcntl
import json
import os
import select
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from small_library import REPORTS

from tuibrowser.cli import main
from tuibrowser.store.library import Library

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "tuibrowser"]

Start = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def environment(library: Library) -> dict[str, str]:
    """Where commands of this checkout find the small library."""
    return {
        "HOME": os.environ["HOME"],
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "TUIBROWSER_DB": str(library.path),
    }


@pytest.fixture
def start(environment: dict[str, str]) -> Start:
    """Run a command on the small library, in a process of its own without a terminal."""

    def run(*arguments: str | bytes, **more: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*COMMAND, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment | more,
            timeout=60,
            check=False,
        )

    return run


@pytest.mark.parametrize(
    "locale",
    [
        {"LANG": "C.UTF-8"},
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"},
        # What an installed zh_CN.GB18030 does: another encoding for arguments and streams.
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "C", "PYTHONIOENCODING": "gb18030"},
    ],
)
def test_words_go_in_and_out_as_utf8_whatever_the_locale(
    start: Start, locale: dict[str, str]
) -> None:
    done = start("search", "纠纷", "--limit", "1", **locale)
    assert done.returncode == 0, done.stderr.decode()
    assert "调解各类矛盾纠纷68件" in done.stdout.decode("utf-8")
    assert done.stderr.decode("utf-8").startswith("共 10 处")


def test_a_query_in_gbk_is_explained(start: Start) -> None:
    for locale in ({"LC_ALL": "C.UTF-8"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}):
        done = start("search", "调解".encode("gbk"), **locale)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode().startswith("终端编码不是 UTF-8")


def test_a_reader_that_stops_early_is_no_error(environment: dict[str, str]) -> None:
    process = subprocess.Popen(
        [*COMMAND, "export"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 0


def test_closed_and_full_streams_are_one_sentence_at_most(environment: dict[str, str]) -> None:
    command = shlex.join(COMMAND)
    for asked, redirection, status, sentence in [
        ("list", ">/dev/full", 1, "输出失败：磁盘已满\n"),
        ("--help", ">/dev/full", 1, "输出失败：磁盘已满\n"),
        ("list --help", ">/dev/full", 1, "输出失败：磁盘已满\n"),
        ("list", ">&-", 0, ""),
        ("--help", ">&-", 0, ""),
    ]:
        done = subprocess.run(
            ["bash", "-c", f"{command} {asked} {redirection}"],
            capture_output=True,
            env=environment,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stderr.decode()) == (status, sentence)
    silent = subprocess.run(
        ["bash", "-c", f"{command} show 航天镇 >&- 2>&-"],
        env=environment,
        timeout=60,
        check=False,
    )
    assert silent.returncode == 1


def test_without_a_terminal_three_reports_are_printed_and_the_way_in_is_told(
    start: Start,
) -> None:
    done = start(COLUMNS="120")
    assert done.returncode == 0, done.stderr.decode()
    lines = done.stdout.decode().splitlines()
    # Those of the newest year, in the order of the list: of 清河县, then of 云台县.
    names = [name.strip().partition("（")[0] for name in lines[0].split("|")]
    assert names == ["城关镇2023", "城关镇2023", "柳溪镇2023"]
    assert lines[-1].endswith("在终端中运行 tuibrowser 可打开浏览界面。")
    assert b"\x1b" not in done.stdout


def test_without_three_reports_of_the_newest_year_earlier_ones_join(
    start: Start, tmp_path: Path
) -> None:
    library = Library(tmp_path / "少.sqlite3")
    with library.write() as writer:
        writer.put(REPORTS[2], tmp_path / "a.txt", 1)
    alone = start("--db", str(library.path)).stdout.decode()
    assert "只列出 1 份报告；" in alone
    with library.write() as writer:
        writer.put(REPORTS[0], tmp_path / "b.txt", 1)
    both = start("--db", str(library.path), COLUMNS="120").stdout.decode()
    assert [name.strip() for name in both.splitlines()[0].split("|")] == [
        "石桥乡2023",
        "柳溪镇2022",
    ]
    assert "只列出 2 份报告的对照；" in both


@pytest.mark.parametrize("arguments", [[], ["list"], ["search", "法"], ["doctor"], ["rm", "x"]])
def test_no_library_is_one_sentence_and_status_3(
    start: Start, tmp_path: Path, arguments: list[str]
) -> None:
    done = start("--db", str(tmp_path / "无.sqlite3"), *arguments)
    assert done.returncode == 3
    said = (done.stdout + done.stderr).decode()
    assert f"未找到报告库 {tmp_path / '无.sqlite3'}" in said
    assert "Traceback" not in said
    assert not (tmp_path / "无.sqlite3").exists()


def test_what_is_not_a_library_is_left_alone(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "笔记.txt"
    path.write_text("不是报告库" * 300, encoding="utf-8")
    for arguments in (["list"], ["show", "x"], ["export"], ["pack", str(tmp_path / "p")]):
        done = start("--db", str(path), *arguments)
        assert (done.returncode, done.stdout) == (3, b"")
        assert len(done.stderr.decode().splitlines()) == 1
    assert path.read_text(encoding="utf-8") == "不是报告库" * 300


def test_the_library_of_the_command_line_goes_before_the_environment(
    start: Start, tmp_path: Path
) -> None:
    one = tmp_path / "one.sqlite3"
    with Library(one).write() as writer:
        writer.put(REPORTS[2], tmp_path / "a.txt", 1)
    for arguments in (["--db", str(one), "list"], ["list", "--db", str(one)]):
        done = start(*arguments, "--format", "json")
        assert [report["issuer"] for report in json.loads(done.stdout)["reports"]] == ["石桥乡"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_export_that_is_stopped_says_so_and_its_status_is_of_the_signal(
    environment: dict[str, str], tmp_path: Path, number: int
) -> None:
    # The export does not fit into this pipe, so the command waits there for its reader.
    path = tmp_path / "pipe"
    os.mkfifo(path)
    pipe = os.open(path, os.O_RDWR | os.O_NONBLOCK)
    fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, 4096)
    process = subprocess.Popen(
        [*COMMAND, "export", "-o", str(path)], stderr=subprocess.PIPE, env=environment
    )
    select.select([pipe], [], [], 60)
    process.send_signal(number)
    while process.poll() is None:
        if select.select([pipe], [], [], 0.02)[0]:
            os.read(pipe, 1 << 16)
    os.close(pipe)
    _, errors = process.communicate()
    assert (process.returncode, errors.decode()) == (128 + number, "已中断\n")


def test_on_a_terminal_the_browser_is_opened_on_the_library(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def run_app(library: Library, refs: Sequence[str], open_sample: Callable[[], int]) -> int:
        opened.append(library.path)
        # As a person does who has no library yet.
        return 0 if library.path.exists() else open_sample()

    monkeypatch.setattr("tuibrowser.cli.browser.is_interactive", lambda: True)
    monkeypatch.setattr("tuibrowser.tui.run.run_app", run_app)
    assert main(["--db", str(library.path)]) == 0
    assert main(["demo"]) == 0
    assert opened[0] == library.path
    assert opened[1].name.startswith("demo-")
    assert main(["--db", str(library.path.with_name("none.sqlite3"))]) == 0
    assert opened[3] == opened[1]


def test_doctor_knows_all_commands_that_keys_can_be_chosen_for(
    start: Start, tmp_path: Path
) -> None:
    """Of its own accord: nothing else has loaded the screens."""
    chosen = tmp_path / "tuibrowser" / "keys.toml"
    chosen.parent.mkdir()
    chosen.write_text('"compare.zoom" = "Z"', "utf-8")
    done = start("doctor", XDG_CONFIG_HOME=str(tmp_path))
    assert "改动了 1 个命令的按键" in done.stdout.decode()


@pytest.mark.parametrize(("arguments", "collects"), [(["list"], False), (["index"], True)])
def test_what_is_over_soon_collects_no_garbage(
    environment: dict[str, str], tmp_path: Path, arguments: list[str], collects: bool
) -> None:
    """A command needs to its end what it makes; ``index`` may go on for weeks."""
    argv = ["tuibrowser", *arguments, *([str(tmp_path)] if collects else [])]
    program = (
        "import gc, sys; from tuibrowser.__main__ import main; sys.argv = sys.argv[1:]; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{program}; print(gc.isenabled())", *argv],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment,
        timeout=60,
        check=False,
    )
    assert done.stdout.decode().splitlines()[-1] == str(collects)

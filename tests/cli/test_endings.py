"""How commands end that cannot go on: by a signal, for want of memory, or of a home."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from report_files import write_report
from small_library import Run

from tuibrowser import locations
from tuibrowser.cli import main
from tuibrowser.cli.ending import EndingSignals
from tuibrowser.cli.outcome import Status
from tuibrowser.store.library import Library

ROOT = Path(__file__).resolve().parents[2]

_SIGNAL_WHILE_PACKING = """
import os, sys
from pathlib import Path
from tuibrowser.cli import main
from tuibrowser.store.file import connection
def look(self):
    if list(Path(sys.argv[2]).glob(".tuibrowser-*-copy")):
        os.kill(os.getpid(), int(sys.argv[1]))
    return False
connection.Connection.look_at_the_clock = look
connection._STEPS = 100  # a small library takes few
sys.exit(main(["pack", sys.argv[2] + "/copy.sqlite3"]))
"""

_SIGNAL_WHILE_INDEXING = """
import os, sys
from tuibrowser.cli import main
from tuibrowser.indexing import crew
understand, seen = crew.understand_one, []
def understand_one(document, *rest):
    seen.append(document)
    if len(seen) == 6:
        os.kill(os.getpid(), int(sys.argv[1]))
    return understand(document, *rest)
crew.understand_one = understand_one
sys.exit(main(["index", sys.argv[2]]))
"""

SIGNALS = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT]


def ended(code: str, number: int, argument: Path, library: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-c", code, str(number), str(argument)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "TUIBROWSER_DB": str(library)},
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("number", SIGNALS)
def test_a_copy_that_is_stopped_leaves_nothing(
    library: Library, tmp_path: Path, number: int
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    came = ended(_SIGNAL_WHILE_PACKING, number, folder, library.path)
    assert came == (128 + number, "", "已中断\n")
    assert list(folder.iterdir()) == []
    assert library.check() == []


@pytest.mark.parametrize("number", SIGNALS)
def test_an_index_that_is_stopped_keeps_what_it_has(tmp_path: Path, number: int) -> None:
    path, texts = tmp_path / "库" / "library.sqlite3", tmp_path / "上报"
    path.parent.mkdir()
    for name in "甲乙丙丁戊己庚辛":
        write_report(texts / f"{name}.txt", f"{name}溪镇")
    status, out, err = ended(_SIGNAL_WHILE_INDEXING, number, texts, path)
    assert (status, out) == (128 + number, "")
    assert err.startswith("已中断。已入库的报告都已保存")
    assert [it.name for it in path.parent.iterdir()] == [path.name]
    with Library(path).read() as reader:
        assert 0 < len(reader.entries()) < 8


def test_signals_are_taken_as_they_were_found() -> None:
    before = {number: signal.getsignal(number) for number in SIGNALS}
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with EndingSignals() as ending:
            # As `nohup` wants it.
            assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
            assert signal.getsignal(signal.SIGTERM) != before[signal.SIGTERM]
            with pytest.raises(KeyboardInterrupt):
                signal.raise_signal(signal.SIGTERM)
            # The second one ends the process at once.
            assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
            assert ending.status_of(Status.INTERRUPTED) == 143
            assert ending.status_of(Status.DONE) == Status.DONE
        assert signal.getsignal(signal.SIGTERM) == before[signal.SIGTERM]
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    with EndingSignals() as ending:
        assert ending.status_of(Status.INTERRUPTED) == 130


@pytest.mark.parametrize("where", ["listing:list_reports", "doctor:examine", "browser:browse"])
def test_want_of_memory_is_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def starve(*_: object) -> NoReturn:
        raise MemoryError

    module, _, name = where.partition(":")
    monkeypatch.setattr(f"tuibrowser.cli.{module}.{name}", starve)
    command = {"listing": ["list"], "doctor": ["doctor"], "browser": []}[module]
    done = run(*command)
    assert (done.status, done.out) == (1, "")
    assert done.err == "内存不足，未能完成，请关闭其他程序，或分几次处理后再试\n"


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person whom the system does not know."""

    def refuse() -> NoReturn:
        raise locations.NoHome("找不到主文件夹，请设置 HOME")

    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name)
    monkeypatch.setattr(locations, "home", refuse)


@pytest.mark.usefixtures("homeless")
def test_files_are_compared_without_a_home(
    samples_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drafts = []
    for number, sample in enumerate(sorted(samples_dir.rglob("*.txt"))[:2]):
        drafts.append(str(shutil.copyfile(sample, tmp_path / f"{number}.txt")))
    assert main(["compare", *drafts, "--format", "md"]) == 0
    shown, errors = capsys.readouterr()
    assert "主要举措和成效" in shown
    assert errors == ""
    target = tmp_path / "对照表.md"
    assert main(["compare", *drafts, "-o", str(target)]) == 0
    assert target.read_text("utf-8") == shown
    assert main(["show", drafts[0]]) == 0
    # What was read is not written over, library or not.
    capsys.readouterr()
    assert main(["compare", *drafts, "--format", "text", "-o", drafts[0]]) == 2
    assert "不会覆盖" in capsys.readouterr().err


@pytest.mark.usefixtures("homeless")
@pytest.mark.parametrize(
    "command", [[], ["list"], ["search", "法"], ["show", "柳溪镇@2023"], ["export"], ["doctor"]]
)
def test_who_needs_a_library_hears_that_nobody_knows_where_it_is(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command) == 3
    shown, errors = capsys.readouterr()
    assert errors == "找不到主文件夹，请设置 HOME\n"
    assert not shown or command == ["doctor"]


@pytest.mark.parametrize(
    "command",
    [["compare", "a", "b"], ["excerpts"], ["export"]],
)
@pytest.mark.parametrize("spelling", ["{}", "{}/", "{}/../{}"])
def test_a_folder_is_no_file_to_write_to(
    run: Run, tmp_path: Path, command: list[str], spelling: str
) -> None:
    folder = tmp_path / "对照.md"
    folder.mkdir()
    done = run(*command, "-o", str(tmp_path / spelling.format(folder.name, folder.name)))
    assert (done.status, done.out) == (2, "")
    assert "是文件夹，请在后面写文件名" in done.err
    assert list(folder.iterdir()) == []

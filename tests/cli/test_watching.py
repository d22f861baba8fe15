"""``index --watch``, in a process of its own: a line for each change, and an orderly end."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from report_files import write_report

from tuibrowser.state.refused import load_refused
from tuibrowser.store.library import Library

ROOT = Path(__file__).resolve().parents[2]
_DEADLINE = 90
"""Seconds for one line to come, on a machine that has ten other things to do."""


class Watching:
    """The command at work."""

    def __init__(self, library: Path, *arguments: str | Path) -> None:
        self._lines: queue.Queue[str] = queue.Queue()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tuibrowser", "--db", str(library), "index", "--watch",
             "--no-words", *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self._lines.put(line.rstrip("\n"))

    def line(self) -> str:
        """The next line."""
        return self._lines.get(timeout=_DEADLINE)

    def begun(self) -> str:
        """The summary, once it watches."""
        lines = [self.line()]
        while not lines[-1].startswith("正在监视"):
            lines.append(self.line())
        return lines[-2]

    def end(self, number: int) -> tuple[int, list[str]]:
        """Its status after a signal, and what it said that nobody asked for."""
        self.process.send_signal(number)
        status = self.process.wait(_DEADLINE)
        self._reader.join()
        rest = []
        while not self._lines.empty():
            rest.append(self._lines.get())
        return status, rest


Start = Callable[..., Watching]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "库" / "library.sqlite3")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "上报"
    write_report(folder / "a.txt", "柳溪镇")
    write_report(folder / "b.txt", "青石镇")
    return folder


@pytest.fixture
def start(library: Library) -> Iterator[Start]:
    running: list[Watching] = []

    def begin(*arguments: str | Path) -> Watching:
        library.path.parent.mkdir(exist_ok=True)
        running.append(Watching(library.path, *arguments))
        return running[-1]

    yield begin
    for watching in running:
        if watching.process.poll() is None:
            watching.process.kill()
            watching.process.wait()


def files(library: Library) -> list[str]:
    with library.read() as reader:
        return sorted(entry.file for entry in reader.entries())


def test_each_change_is_a_line_and_the_library_follows(
    start: Start, library: Library, folder: Path
) -> None:
    watching = start(folder)
    assert watching.begun() == "新增 2 份，更新 0 份，未变 0 份，未能入库 0 份"

    new = write_report(folder / "2023年" / "c.txt", "白石桥镇")
    assert watching.line() == f"新增 {new}"
    write_report(folder / "a.txt", "柳溪镇", measure="开展宣传活动41场次。")
    assert watching.line() == f"更新 {folder / 'a.txt'}"
    (folder / "b.txt").rename(folder / "2023年" / "青石镇.txt")
    renamed = f"移动 {folder / 'b.txt'} → {folder / '2023年' / '青石镇.txt'}"
    assert watching.line() == renamed
    (folder / "表.xlsx").write_bytes(b"PK")
    advice = "不支持表格文件，请另存为 Word 文档（docx）或 PDF 后再试"
    assert watching.line() == f"未能入库 {folder / '表.xlsx'}：{advice}"
    new.unlink()
    assert watching.line() == f"已不在原处 {new}（报告仍保留）"
    write_report(new, "白石桥镇")
    assert watching.line() == f"已回到原处 {new}"
    # Others read it meanwhile.
    assert files(library) == ["a.txt", "c.txt", "青石镇.txt"]

    status, rest = watching.end(signal.SIGTERM)
    assert (status, rest) == (143, ["已停止监视，已入库的报告都已保存"])
    assert library.at_rest()
    assert library.check() == []


def test_what_is_not_whole_is_left_alone_and_what_failed_is_tried_when_it_changes(
    start: Start, library: Library, folder: Path
) -> None:
    refused = folder / "表.xlsx"
    refused.write_bytes(b"PK")
    watching = start(folder)
    watching.begun()
    for name in ("~$c.docx", ".~lock.c.docx#", "c.docx.tmp", "c.docx.part", "c.pdf"):
        (folder / name).write_bytes(b"x" if name != "c.pdf" else b"")
    report = (write_report(folder.parent / "c.txt", "白石桥镇")).read_bytes()
    bad = folder / "c.txt"
    bad.write_bytes(report[:50] + b"\xff\xff\x00\x00" + report[50:])
    assert watching.line().startswith(f"未能入库 {bad}：")
    bad.write_bytes(report)
    assert watching.line() == f"新增 {bad}"
    status, rest = watching.end(signal.SIGINT)
    assert (status, rest) == (130, ["已停止监视，已入库的报告都已保存"])
    # What was refused before is not forgotten over other files that changed.
    assert [it.path for it in load_refused(library.path)] == [str(refused)]


def test_files_that_are_gone_are_taken_out_on_demand(
    start: Start, library: Library, folder: Path
) -> None:
    watching = start(folder, "--prune")
    watching.begun()
    (folder / "a.txt").unlink()
    assert watching.line() == f"已移出 {folder / 'a.txt'}"
    assert files(library) == ["b.txt"]
    # A folder without any file may be a share that is not connected.
    (folder / "b.txt").unlink()
    assert "可能是共享没有连接" in watching.line()
    assert files(library) == ["b.txt"]
    assert watching.end(signal.SIGTERM)[0] == 143


def test_a_single_file_is_watched_by_the_clock(start: Start, folder: Path) -> None:
    watching = start(folder / "a.txt")
    assert watching.begun() == "新增 1 份，更新 0 份，未变 0 份，未能入库 0 份"
    write_report(folder / "b.txt", "青石镇", measure="开展宣传活动42场次。")
    changed = write_report(folder / "新.txt", "柳溪镇", measure="开展宣传活动41场次。")
    changed.replace(folder / "a.txt")
    assert watching.line() == f"更新 {folder / 'a.txt'}"
    assert watching.end(signal.SIGTERM) == (143, ["已停止监视，已入库的报告都已保存"])


def test_a_path_that_is_not_there_is_refused_at_once(start: Start, tmp_path: Path) -> None:
    watching = start(tmp_path / "没有")
    assert watching.line() == f"找不到 {tmp_path / '没有'}，请检查路径"
    assert watching.process.wait(_DEADLINE) == 1

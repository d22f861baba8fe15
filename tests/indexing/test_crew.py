"""Helpers understand what one process would, in the same order, and end with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from report_files import write_report

from tuibrowser.indexing import crew
from tuibrowser.indexing.crew import Crew
from tuibrowser.indexing.run import index
from tuibrowser.lexicon.load import load
from tuibrowser.model.document import Document
from tuibrowser.store.index.entry import index_rows
from tuibrowser.store.library import Library

MANY = 70


def documents(count: int = MANY) -> Iterator[tuple[int, Document]]:
    for number in range(count):
        text = (
            f"柳溪镇{1950 + number}年法治政府建设年度报告\n一、主要举措\n开展普法宣传{number}场。\n"
        )
        yield number, Document(text, f"{number:064x}", f"{number}.txt", "utf-8")


def test_helpers_bring_what_one_process_would_in_the_order_asked() -> None:
    alone = list(Crew(load(), 1).understand(documents()))
    helped = list(Crew(load(), 3).understand(documents()))
    assert [one.job for one in helped] == list(range(MANY))
    assert [one.report for one in helped] == [one.report for one in alone]
    for one in helped:
        assert one.report is not None
        assert [set(row.split()) for row in one.rows] == [
            set(row.split()) for row in index_rows(one.report)
        ]


def test_documents_are_asked_for_only_a_little_ahead() -> None:
    asked: list[int] = []

    def noting() -> Iterator[tuple[int, Document]]:
        for number, document in documents(400):
            asked.append(number)
            yield number, document

    understood = Crew(load(), 3).understand(noting())
    for expected, one in zip(range(200), understood, strict=False):
        assert one.job == expected
    assert len(asked) < 300
    understood.close()  # type: ignore[attr-defined]


def test_where_no_helper_can_be_had_one_process_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no semaphores")

    monkeypatch.setattr(ProcessPoolExecutor, "submit", refuse)
    found = list(Crew(load(), 3).understand(documents()))
    assert [one.job for one in found] == list(range(MANY))
    assert all(one.report for one in found)


def test_a_helper_that_is_killed_costs_nothing() -> None:
    jobs = []
    for one in Crew(load(), 3).understand(documents(200)):
        jobs.append(one.job)
        if one.job == crew._ALONE + 8:
            for child in children():
                os.kill(child, signal.SIGKILL)
        assert one.report is not None
    assert jobs == list(range(200))


def test_a_mistake_in_a_helper_costs_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    # What cannot be parsed at all, since it is no text.
    broken = Document(None, "0" * 64, "broken.txt", "utf-8")  # type: ignore[arg-type]
    some = list(documents())
    found = list(Crew(load(), 3).understand([*some, (MANY, broken)]))
    assert found[-1].report is None
    assert "请将该文件反馈给开发者" in found[-1].trouble
    assert all(one.report for one in found[:-1])


SCRIPT = """
    import os, signal, sys
    from pathlib import Path
    from tuibrowser.indexing import crew
    from tuibrowser.indexing.run import Ways, index
    from tuibrowser.store.library import Library

    crew._ALONE = 2

    def kill(progress):
        if progress.done == 60:
            from multiprocessing import active_children
            print(*(child.pid for child in active_children()), flush=True)
            os.kill(os.getpid(), signal.SIGKILL)

    if __name__ == "__main__":
        ways = Ways(report_progress=kill, processes=3)
        index(Library(Path(sys.argv[1])), [Path(sys.argv[2])], ways)
"""


def test_helpers_leave_when_the_writer_is_killed(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    for number in range(80):
        write_report(folder / f"{number:02}.txt", "柳溪镇", 1950 + number)
    library = Library(tmp_path / "library.sqlite3")
    killed = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(SCRIPT), str(library.path), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
    )
    # The helpers hold standard output, too: its end is when the last of them has left.
    output, _ = killed.communicate(timeout=60)
    assert killed.returncode == -signal.SIGKILL
    assert len(output.split()) == 2
    assert index(library, [folder]).refused == ()
    assert library.check() == []


INTERRUPTED = """
    import os, signal, sys
    from pathlib import Path
    from tuibrowser.indexing import crew
    from tuibrowser.cli import main

    crew._ALONE = 2
    if __name__ == "__main__":
        raise SystemExit(main(["--db", sys.argv[1], "index", sys.argv[2]]))
"""


def test_ctrl_c_in_a_terminal_is_one_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    for number in range(400):
        write_report(folder / f"{number:03}.txt", "柳溪镇", 1950 + number)
    run = subprocess.Popen(
        [
            sys.executable,
            "-c",
            textwrap.dedent(INTERRUPTED),
            str(tmp_path / "library"),
            str(folder),
        ],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    # As soon as the library is being written, helpers are about to start or have started.
    while not (tmp_path / "library-wal").exists() and run.poll() is None:
        pass
    # As the terminal does: to every process of the group.
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 130
    assert "Traceback" not in said
    assert len(said.splitlines()) == 1
    assert Library(tmp_path / "library").check() == []


def children() -> list[int]:
    from multiprocessing import active_children

    return [child.pid for child in active_children() if child.pid]

"""The real program on a library that would steer its terminal."""

from __future__ import annotations

import re
from pathlib import Path

import made
from handmade import plain
from hostile import HOSTILE, poison, steering
from terminals import Terminal

from tuibrowser.model.kept import Excerpt
from tuibrowser.state.excerpts import add

OWN = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\]22;[a-z]+\x07|[\r\n]")
"""What Textual writes: control sequences, and the one string that shapes the pointer."""


def test_no_screen_lets_through_what_steers(tmp_path: Path) -> None:
    reports = [plain("甲镇", year, repeat=3) for year in (2022, 2023)]
    library = made.library(tmp_path / "library.sqlite3", reports)
    poison(library.path)
    add(Excerpt(reports[0].sha256, 0, 5, f"一是{HOSTILE}普法。", f"甲{HOSTILE}镇2023年报告"))
    draft = tmp_path / f"{HOSTILE}.txt"
    draft.write_text(f"{HOSTILE}镇2024年法治政府建设年度报告\n一、主要举措\n普法。\n", "utf-8")
    names = [str(draft), *(report.sha256 for report in reports)]
    terminal = Terminal(("-m", "tuibrowser", "--db", str(library.path), "open", *names))
    try:
        terminal.expect("普法")
        for keys, words in (
            ("d", "数据"),
            ("i", "目录"),
            ("\x1b", "添加报告"),
            ("a", "共 2 份报告"),
            ("\x1b", "添加报告"),
            ("E", "一是"),
            ("\x1b", "添加报告"),
            ("e", "Markdown"),
            ("\x1b", "添加报告"),
            ("/", "输入检索词"),
            ("普法", "第 1 条"),
        ):
            terminal.type(keys)
            terminal.expect(words)
    finally:
        terminal.close()
    # The last line may still be under way.
    shown = terminal.output.rpartition(b"\n")[0].decode()
    rest = OWN.sub("", shown)
    assert steering(rest) == []

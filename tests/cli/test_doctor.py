"""``doctor``."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import plain
from small_library import Run

from tuibrowser.state.keymap import keymap_file
from tuibrowser.store.library import Library


def test_a_sound_library_and_the_terminal_are_described(
    run: Run, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    status, out, err = run("doctor")
    assert (status, err) == (0, "")
    assert f"SQLite {sqlite3.sqlite_version}" in out
    assert f"报告库    {library.path}\n" in out
    assert f"5 份报告，{library.path.stat().st_size:,} 字节" in out
    assert "完好" in out
    assert "xterm-256color，输出不在终端上" in out
    assert "“”—…①|" in out


def test_what_an_upgrade_left_behind_is_counted(run: Run) -> None:
    # The reports of the small library say nothing of what parsed them.
    assert "5 份由其他版本的规则解析" in run("doctor").out


def test_texts_that_are_no_reports_are_counted_apart(run: Run, library: Library) -> None:
    with library.write() as writer:
        writer.put(replace(plain("甲镇"), is_report=False), Path("/a.txt"), 1)
    assert "5 份报告，另有 1 份看不出是报告" in run("doctor").out


def test_a_damaged_library_is_unusable(run: Run, library: Library) -> None:
    data = bytearray(library.path.read_bytes())
    data[4096:12288] = b"\xff" * 8192
    library.path.write_bytes(data)
    status, out, _ = run("doctor")
    assert status == 3
    assert "有问题：" in out
    assert "完好" not in out


def test_the_system_console_is_explained(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    assert "系统控制台没有中文字体" in run("doctor").out


def test_chosen_keys_are_counted_and_those_that_cannot_be_had_named(run: Run) -> None:
    file = keymap_file()
    assert f"按键      未改动；可写在 {file}" in run("doctor").out
    file.parent.mkdir(parents=True)
    file.write_text('compare.zoom = "Z"\ncompare.fly = "y"', "utf-8")
    done = run("doctor")
    assert done.status == 0
    assert "改动了 1 个命令的按键" in done.out
    assert "没有“compare.fly”这个命令" in done.out
    file.write_text("compare.zoom = Z", "utf-8")
    assert "写法有误" in run("doctor").out

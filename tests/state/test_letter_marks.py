"""Letter marks and settings outlive the program, or say why not."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tuibrowser.state.marks import LetterMark, keep_mark, load_marks, marks_file
from tuibrowser.state.settings import Settings, change_settings, load_settings, settings_file

MARK = LetterMark("a" * 64, 12, 30, "甲镇2023：调解")


def test_marks_are_found_again() -> None:
    assert load_marks() == {}
    draft = replace(MARK, file="/草稿/甲镇.txt")
    keep_mark("b", draft)
    keep_mark("A", draft)
    keep_mark("b", MARK)
    assert load_marks() == {"b": MARK, "A": draft}


def test_marks_that_name_no_file_yet_are_read() -> None:
    keep_mark("a", MARK)
    content = json.loads(marks_file().read_text("utf-8"))
    del content["marks"]["a"]["file"]
    marks_file().write_text(json.dumps(content), "utf-8")
    assert load_marks() == {"a": MARK}


@pytest.mark.parametrize(
    "mark",
    [
        {},
        [],
        None,
        "甲",
        {"report": 1, "start": 0, "end": 1, "words": ""},
        {"report": "a", "start": 5, "end": 1, "words": ""},
        {"report": "a", "start": -1, "end": 1, "words": ""},
        {"report": "a", "start": "0", "end": 1, "words": ""},
        {"report": "a", "start": 0, "end": 1, "words": "", "file": 1},
        {"file": "草稿.txt"},
        {"file": "/草稿\0"},
        {"start": 5, "end": 1},
        {"start": -1},
        {"start": "0"},
        {"end": 10**30},
        {"end": True},
        {"end": 30.0},
        {"words": None},
        {"words": "\ud800"},
        {"report": "A" * 64},
        {"report": None},
    ],
)
def test_a_damaged_mark_is_put_aside_and_the_others_are_used(mark: Any) -> None:
    keep_mark("a", MARK)
    content = json.loads(marks_file().read_text("utf-8"))
    if isinstance(mark, dict) and mark:
        mark = {**content["marks"]["a"], **mark}
    content["marks"] |= {"b": mark, "ab": content["marks"]["a"]}
    damaged = json.dumps(content)
    marks_file().write_text(damaged, "utf-8")
    said: list[str] = []
    assert load_marks(said.append) == load_marks(said.append) == {"a": MARK}
    kept = marks_file().with_name("marks.json.bak")
    assert said == [f"字母标记中有 2 条无法识别，已略过，原文件另存为 {kept}"]
    assert kept.read_text("utf-8") == damaged


def test_settings_are_found_again_and_damaged_ones_put_aside() -> None:
    assert load_settings() == Settings()
    change_settings(lambda settings: replace(settings, light=True))
    assert load_settings() == Settings(light=True)
    settings_file().write_text('{"version": 1, "light": "yes"}')
    said: list[str] = []
    assert load_settings(said.append) == load_settings(said.append) == Settings()
    kept = settings_file().with_name("settings.json.bak")
    assert said == [f"界面设置无法读取，已另存为 {kept}，本次从空白开始"]

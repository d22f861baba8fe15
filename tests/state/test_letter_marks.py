"""Letter marks and settings outlive the program, or say why not."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tuibrowser.state.marks import LetterMark, load_marks, marks_file, save_marks
from tuibrowser.state.settings import Settings, load_settings, save_settings, settings_file
from tuibrowser.state.storage import StateDamaged

MARK = LetterMark("a" * 64, 12, 30, "甲镇2023：调解")


def test_marks_are_found_again() -> None:
    assert load_marks() == {}
    draft = replace(MARK, file="/草稿/甲镇.txt")
    save_marks({"b": MARK, "A": draft})
    assert load_marks() == {"b": MARK, "A": draft}


def test_marks_that_name_no_file_yet_are_read() -> None:
    save_marks({"a": MARK})
    content = json.loads(marks_file().read_text("utf-8"))
    del content["marks"]["a"]["file"]
    marks_file().write_text(json.dumps(content), "utf-8")
    assert load_marks() == {"a": MARK}


@pytest.mark.parametrize(
    "mark",
    [
        {},
        {"report": 1, "start": 0, "end": 1, "words": ""},
        {"report": "a", "start": 5, "end": 1, "words": ""},
        {"report": "a", "start": -1, "end": 1, "words": ""},
        {"report": "a", "start": "0", "end": 1, "words": ""},
        {"report": "a", "start": 0, "end": 1, "words": "", "file": 1},
    ],
)
def test_damaged_marks_are_put_aside(mark: dict[str, object]) -> None:
    save_marks({"a": MARK})
    content = json.dumps({"version": 1, "marks": {"a": mark}})
    marks_file().write_text(content, "utf-8")
    with pytest.raises(StateDamaged, match="字母标记无法读取"):
        load_marks()
    assert load_marks() == {}


def test_settings_are_found_again_and_damaged_ones_put_aside() -> None:
    assert load_settings() == Settings()
    save_settings(Settings(light=True))
    assert load_settings() == Settings(light=True)
    settings_file().write_text('{"version": 1, "light": "yes"}')
    with pytest.raises(StateDamaged, match="界面设置无法读取"):
        load_settings()
    assert load_settings() == Settings()

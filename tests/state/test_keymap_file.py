"""The file in which a person chooses keys."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tuibrowser.state.keymap import KeymapUnread, keymap_file, load_keymap


def write(content: str | bytes) -> Path:
    file = keymap_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def test_without_a_file_nothing_is_chosen() -> None:
    assert load_keymap() == {}


@pytest.mark.parametrize(
    "content",
    [
        '"compare.zoom" = "Z"\n"compare.pin" = ["p", "ctrl+p"]',
        'compare.zoom = "Z"\ncompare.pin = ["p", "ctrl+p"]',
        '\ufeff[compare]\nzoom = "Z"  # 放大\npin = ["p", "ctrl+p"]',
    ],
)
def test_either_form_is_taken(content: str) -> None:
    write(content)
    assert load_keymap() == {"compare.zoom": ("Z",), "compare.pin": ("p", "ctrl+p")}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('a.b = "c"\ncompare.zoom = Z', "第 2 行写法有误"),
        ("放大", "第 1 行写法有误"),
        ("a = " + "[" * 50_000, "写法有误"),
        (f"a = 1{'0' * 5000}", "写法有误"),
        ('compare.zoom = "放"'.encode("gbk"), "不是 UTF-8 编码"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(content: str | bytes, reason: str) -> None:
    file = write(content)
    with pytest.raises(KeymapUnread, match=reason) as caught:
        load_keymap()
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("wrong", ["3", "[]", '["", "z"]', "1979-05-27", "[[]]", "[{}]", "nan"])
def test_what_is_no_key_is_said_and_the_others_are_used(wrong: str) -> None:
    file = write(f'"compare.zoom" = {wrong}\n[compare]\npin = "P"\n')
    said: list[str] = []
    assert load_keymap(said.append) == {"compare.pin": ("P",)}
    assert said == [f"按键设置 {file} 中“compare.zoom”的键应写在引号里"]


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_a_file_that_cannot_be_opened(make: Callable[[Path], None]) -> None:
    keymap_file().parent.mkdir(parents=True)
    make(keymap_file())
    with pytest.raises(KeymapUnread, match="无法读取"):
        load_keymap()

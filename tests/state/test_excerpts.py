"""What a person collected is there the next time, once each, and comes back when taken out."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tuibrowser.model.kept import Excerpt
from tuibrowser.state import excerpts
from tuibrowser.state.excerpts import add, collected, excerpts_file, remove, undo
from tuibrowser.state.storage import StateUnsaved

ONE = Excerpt("a" * 64, 10, 20, "一是普法。\n二是调解。", "甲镇2023年报告，一、“成效”")
TWO = replace(ONE, start=30, end=40, text="三是执法。")


def test_an_excerpt_is_kept_once_and_in_order() -> None:
    assert collected() == ()
    assert add(ONE)
    assert add(TWO)
    assert not add(ONE)
    assert collected() == (ONE, TWO)
    assert sorted(os.listdir(excerpts_file().parent)) == [".lock", "excerpts.json"]


def test_a_collection_that_names_no_files_yet_is_read() -> None:
    add(replace(ONE, file="/草稿/甲镇.txt"))
    add(TWO)
    assert [each.file for each in collected()] == ["/草稿/甲镇.txt", None]
    content = json.loads(excerpts_file().read_text("utf-8"))
    for each in content["excerpts"] + content["before"]:
        del each["file"]
    excerpts_file().write_text(json.dumps(content), "utf-8")
    assert collected() == (ONE, TWO)


def test_a_passage_that_reads_differently_by_now_takes_the_place_of_the_old() -> None:
    add(ONE)
    add(TWO)
    assert add(replace(ONE, source="甲镇2023年报告"))
    assert [each.source for each in collected()] == [TWO.source, "甲镇2023年报告"]


def test_removing_can_be_taken_back() -> None:
    add(ONE)
    add(TWO)
    assert remove([ONE]) == 1
    assert remove([ONE]) == 0
    assert collected() == (TWO,)
    assert undo()
    assert collected() == (ONE, TWO)
    assert remove(collected()) == 2
    assert remove(collected()) == 0
    assert undo()
    assert collected() == (ONE, TWO)
    assert undo()
    assert collected() == ()


def test_without_a_change_there_is_nothing_to_take_back() -> None:
    assert not undo()
    assert not excerpts_file().exists()


def test_what_is_copied_is_the_text_and_its_source() -> None:
    assert str(ONE) == "一是普法。\n二是调解。\n（甲镇2023年报告，一、“成效”）"


@pytest.mark.parametrize(
    ("content", "lost"),
    [
        (b"", "无法读取，已另存为 {}，本次从空白开始"),
        (b"null", "无法读取，已另存为 {}，本次从空白开始"),
        (b"[]", "无法读取，已另存为 {}，本次从空白开始"),
        (b"\xff\xfe", "无法读取，已另存为 {}，本次从空白开始"),
        (b"[" * 100_000, "无法读取，已另存为 {}，本次从空白开始"),
        (b'{"version": 2, "excerpts": [], "before": []}', "无法读取，已另存为 {}，本次从空白开始"),
        (
            b'{"version": 1, "excerpts": {"a": 1}, "before": []}',
            "无法读取，已另存为 {}，本次从空白开始",
        ),
        (b'{"version": 1, "excerpts": []}', "无法读取，已另存为 {}，本次从空白开始"),
        (
            b'{"version": 1, "excerpts": [7], "before": []}',
            "中有 1 条无法识别，已略过，原文件另存为 {}",
        ),
        (
            b'{"version": 1, "excerpts": [[]], "before": [{}]}',
            "中有 2 条无法识别，已略过，原文件另存为 {}",
        ),
    ],
)
def test_a_damaged_collection_is_put_aside_and_said_once(content: bytes, lost: str) -> None:
    excerpts_file().parent.mkdir(parents=True)
    excerpts_file().write_bytes(content)
    kept = excerpts_file().with_name("excerpts.json.bak")
    said: list[str] = []
    assert add(ONE, said.append)
    assert said == ["摘录" + lost.format(kept)]
    assert kept.read_bytes() == content
    assert collected(said.append) == (ONE,)
    assert len(said) == 1


def test_what_is_no_file_is_left_where_it_is() -> None:
    file = excerpts_file()
    file.mkdir(parents=True)
    said: list[str] = []
    assert collected(said.append) == ()
    assert said == [f"摘录无法读取（{file}）：这是文件夹，请写文件名，本次从空白开始"]
    with pytest.raises(StateUnsaved, match="摘录未能保存"):
        add(ONE)
    assert file.is_dir()


def test_a_failed_save_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    add(ONE)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(StateUnsaved, match="摘录未能保存"):
            add(TWO)
    assert collected() == (ONE,)


class Collection(RuleBasedStateMachine):
    """The file against a list: whatever is done, in whatever order."""

    @initialize()
    def start(self) -> None:
        self.folder = TemporaryDirectory()
        self.patch = pytest.MonkeyPatch()
        self.patch.setenv("XDG_STATE_HOME", self.folder.name)
        self.kept: list[Excerpt] = []
        self.before: list[Excerpt] = []

    def become(self, excerpts: list[Excerpt]) -> None:
        if excerpts != self.kept:
            self.before, self.kept = self.kept, excerpts

    @rule(
        report=st.sampled_from(["a" * 64, "b" * 64]),
        start=st.integers(0, 2),
        text=st.text(max_size=3),
    )
    def add(self, report: str, start: int, text: str) -> None:
        excerpt = Excerpt(report, start, start + 1, text, "甲镇")
        assert add(excerpt) == (excerpt not in self.kept)
        if excerpt not in self.kept:
            same = (excerpt.report, excerpt.start)
            others = [each for each in self.kept if (each.report, each.start) != same]
            self.become([*others, excerpt])

    @rule(at=st.integers(0, 5))
    def remove(self, at: int) -> None:
        gone = self.kept[at : at + 1]
        assert remove(gone) == len(gone)
        self.become([each for each in self.kept if each not in gone])

    @rule()
    def clear(self) -> None:
        assert remove(collected()) == len(self.kept)
        self.become([])

    @rule()
    def undo(self) -> None:
        assert undo() == (self.kept != self.before)
        self.kept, self.before = self.before, self.kept

    @invariant()
    def is_the_same(self) -> None:
        if hasattr(self, "kept"):
            assert excerpts.collected() == tuple(self.kept)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.patch.undo()
            self.folder.cleanup()


TestCollection = Collection.TestCase

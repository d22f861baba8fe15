from __future__ import annotations

from pathlib import Path

import pytest
from cases import for_each

tried: list[tuple[int, int]] = []


@for_each(("one", "other"), [(1, 1), (1, 2), (3, 3), (3, 4)])
def equal(one: int, other: int) -> None:
    tried.append((one, other))
    assert one == other


def test_all_are_tried_and_those_that_fail_are_named() -> None:
    tried.clear()
    with pytest.raises(ExceptionGroup, match="2 of 4 cases") as failed:
        equal()
    assert tried == [(1, 1), (1, 2), (3, 3), (3, 4)]
    notes = [note for it in failed.value.exceptions for note in it.__notes__]
    assert notes == ["one = 1, other = 2", "one = 3, other = 4"]


@for_each("word", ["甲", "乙"])
def test_fixtures_come_as_always(tmp_path: Path, word: str) -> None:
    assert tmp_path.is_dir()
    assert word in "甲乙"


class TestOfAClass:
    @for_each("number", [1, 2])
    def test_it_has_itself(self, number: int) -> None:
        assert isinstance(self, TestOfAClass)
        assert number in (1, 2)

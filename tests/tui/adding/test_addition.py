"""What is left to be taken in after a run."""

from __future__ import annotations

from pathlib import Path

from tuibrowser.indexing.outcome import Outcome
from tuibrowser.state.refused import RefusedFile
from tuibrowser.tui.adding.addition import refused_after

FOLDER = Path("/报告")
BEFORE = (
    RefusedFile("/报告/甲.txt", "旧"),
    RefusedFile("/报告/上报.zip/乙.docx", "旧"),
    RefusedFile("/报告二/丙.txt", "旧"),
)


def outcome(*refused: str, stopped: bool = False) -> Outcome:
    return Outcome(0, 0, 0, tuple((Path(it), "新") for it in refused), (), stopped=stopped)


def left(paths: list[Path], what: Outcome) -> list[tuple[str, str]]:
    return [(it.path, it.reason) for it in refused_after(BEFORE, paths, what)]


def test_what_a_run_came_to_and_did_not_refuse_is_left_no_more() -> None:
    assert left([FOLDER], outcome()) == [("/报告二/丙.txt", "旧")]


def test_the_latest_reason_counts_and_stands_first() -> None:
    assert left([FOLDER], outcome("/报告/丁.txt", "/报告/甲.txt")) == [
        ("/报告/丁.txt", "新"),
        ("/报告/甲.txt", "新"),
        ("/报告二/丙.txt", "旧"),
    ]


def test_an_archive_that_is_tried_again_stands_for_its_members() -> None:
    assert left([FOLDER / "上报.zip"], outcome()) == [
        ("/报告/甲.txt", "旧"),
        ("/报告二/丙.txt", "旧"),
    ]


def test_what_a_stopped_run_may_not_have_come_to_stays() -> None:
    assert left([FOLDER], outcome("/报告/甲.txt", stopped=True)) == [
        ("/报告/甲.txt", "新"),
        ("/报告/上报.zip/乙.docx", "旧"),
        ("/报告二/丙.txt", "旧"),
    ]

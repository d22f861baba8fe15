"""What could not be taken into a library is remembered, for each library apart."""

from __future__ import annotations

import json
from pathlib import Path

from tuibrowser.state.refused import (
    RefusedFile,
    change_refused,
    load_refused,
    refused_after,
    refused_file,
)

BAD = RefusedFile("/报告/\udcb1.txt", "文件是空的")


def test_files_are_remembered_with_their_reasons(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite3"
    assert load_refused(library) == ()
    change_refused(library, lambda files: (BAD, *files))
    assert load_refused(library) == (BAD,)
    assert load_refused(tmp_path / "另一个.sqlite3") == ()
    change_refused(library, lambda files: files[1:])
    assert load_refused(library) == ()


def test_only_the_latest_of_very_many_are_remembered(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite3"
    many = tuple(RefusedFile(f"/报告/{number}.txt", "空") for number in range(2_500))
    change_refused(library, lambda files: (*many, *files))
    kept = load_refused(library)
    assert kept == many[: len(kept)]
    assert 1_000 <= len(kept) < len(many)


def test_of_a_damaged_file_what_can_be_used_is_used(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite3"
    change_refused(library, lambda _: (BAD,))
    file = refused_file(library)
    content = json.loads(file.read_text("utf-8", "surrogatepass"))
    content["refused"] += [{"path": "不是全路径", "reason": "空"}, {"path": "/a"}, 7]
    file.write_text(json.dumps(content), "utf-8")
    said: list[str] = []
    assert load_refused(library, said.append) == (BAD,)
    assert any("未能入库的文件" in sentence for sentence in said)


FOLDER = Path("/报告")
BEFORE = (
    RefusedFile("/报告/甲.txt", "旧"),
    RefusedFile("/报告/上报.zip/乙.docx", "旧"),
    RefusedFile("/报告二/丙.txt", "旧"),
)


def left(paths: list[Path], *refused: str, stopped: bool = False) -> list[tuple[str, str]]:
    """What is left after a run through ``paths``."""
    now = [(Path(it), "新") for it in refused]
    found = refused_after(BEFORE, [*map(str, paths)], now, stopped)
    return [(it.path, it.reason) for it in found]


def test_what_a_run_came_to_and_did_not_refuse_is_left_no_more() -> None:
    assert left([FOLDER]) == [("/报告二/丙.txt", "旧")]


def test_the_latest_reason_counts_and_stands_first() -> None:
    assert left([FOLDER], "/报告/丁.txt", "/报告/甲.txt") == [
        ("/报告/丁.txt", "新"),
        ("/报告/甲.txt", "新"),
        ("/报告二/丙.txt", "旧"),
    ]


def test_an_archive_that_is_tried_again_stands_for_its_members() -> None:
    assert left([FOLDER / "上报.zip"]) == [
        ("/报告/甲.txt", "旧"),
        ("/报告二/丙.txt", "旧"),
    ]


def test_what_a_stopped_run_may_not_have_come_to_stays() -> None:
    assert left([FOLDER], "/报告/甲.txt", stopped=True) == [
        ("/报告/甲.txt", "新"),
        ("/报告/上报.zip/乙.docx", "旧"),
        ("/报告二/丙.txt", "旧"),
    ]

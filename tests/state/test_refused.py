"""What could not be taken into a library is remembered, for each library apart."""

from __future__ import annotations

import json
from pathlib import Path

from tuibrowser.state.refused import RefusedFile, change_refused, load_refused, refused_file

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

"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tuibrowser.files import replacing


def test_a_file_takes_its_place_whole(tmp_path: Path) -> None:
    target = tmp_path / "导出.json"
    target.write_text("旧", encoding="utf-8")
    with replacing(target) as file:
        file.write("新\n".encode())
        assert target.read_text(encoding="utf-8") == "旧"
    assert target.read_bytes() == "新\n".encode()
    assert list(tmp_path.iterdir()) == [target]


def test_after_an_error_the_file_is_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "导出.json"
    target.write_text("旧", encoding="utf-8")
    with pytest.raises(TypeError), replacing(target) as file:
        file.writelines(["新".encode(), 1])  # type: ignore[list-item]
    assert target.read_text(encoding="utf-8") == "旧"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "a.json", tmp_path / "b.json"
    link.symlink_to(target)
    with replacing(link) as file:
        file.write("新".encode())
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "新"


def test_a_device_is_written_and_not_replaced() -> None:
    with replacing(Path(os.devnull)) as file:
        file.write("新".encode())
    assert not Path(os.devnull).is_file()


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "无" / "a.json") as file:
        file.write("新".encode())

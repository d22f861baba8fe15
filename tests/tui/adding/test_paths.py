"""What a line of paths means."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.tui.adding.paths import PathUnknown, file_of, paths_of

_NAMES = st.text("报 告'\"\\$#23.-", min_size=1, max_size=8).filter(
    lambda name: name not in {".", ".."} and name == name.strip()
)


@given(st.lists(_NAMES, min_size=1, max_size=4, unique=True))
def test_names_that_a_shell_would_quote_are_told_apart(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("路径")
    paths = [folder / name for name in names]
    for path in paths:
        path.touch()
    assert paths_of(" ".join(shlex.quote(str(path)) for path in paths)) == paths
    # One path needs no quotes, whatever is in it.
    for path in paths:
        assert paths_of(f" {path} ") == [path]


def test_blanks_with_backslashes_as_a_terminal_pastes_them(tmp_path: Path) -> None:
    path = tmp_path / "上报 2023.txt"
    path.touch()
    assert paths_of(str(path).replace(" ", "\\ ")) == [path]


def test_a_mistaken_path_is_named_whole(tmp_path: Path) -> None:
    with pytest.raises(PathUnknown, match=r"上报 2023\.txt，请检查路径"):
        paths_of(f"{tmp_path}/上报 2023.txt")


def test_of_several_the_one_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "有.txt").touch()
    with pytest.raises(PathUnknown, match=r"没有\.txt，请检查路径"):
        paths_of(f"{tmp_path}/有.txt {tmp_path}/没有.txt")


def test_home_is_meant_by_a_tilde(home: Path) -> None:
    (home / "报告").mkdir()
    assert paths_of("~/报告") == [home / "报告"]


def test_a_path_is_absolute_and_named_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "报告").mkdir()
    monkeypatch.chdir(tmp_path)
    assert paths_of("报告 ./报告 报告/") == [tmp_path / "报告"]


def test_in_a_folder_that_is_gone_a_whole_path_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "没了"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(PathUnknown, match="请写完整路径"):
        paths_of("甲.txt")


def test_a_member_lies_in_its_archive(tmp_path: Path) -> None:
    archive = tmp_path / "上报.zip"
    archive.touch()
    assert file_of(f"{archive}/柳溪镇/报告.docx") == archive
    assert file_of(str(archive)) == archive
    assert file_of(str(tmp_path / "没有.docx")) == tmp_path / "没有.docx"

"""The compare screen comes back as it was left, or says why not."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tuibrowser.state.storage import StateUnsaved
from tuibrowser.state.workspaces import (
    Workspace,
    change_named,
    load_named,
    load_workspace,
    named_file,
    save_workspace,
    workspace_file,
)

LEFT = Workspace(("a" * 64, "b" * 64), active=1, offset=1234, mode="theme", sync="off")


def test_what_was_left_is_found_again(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite3"
    save_workspace(library, LEFT)
    assert load_workspace(library) == LEFT
    assert os.listdir(workspace_file(library).parent) == [workspace_file(library).name]


def test_what_lies_aside_is_kept_too(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite3"
    years = Workspace(("c" * 64, "b" * 64), 1, 7, "years", drafts={"b" * 64: "/草稿"}, aside=LEFT)
    assert years.all == ("c" * 64, "b" * 64, "a" * 64)
    save_workspace(library, years)
    assert load_workspace(library) == years
    change_named(library, lambda _: {"历年": years})
    assert load_named(library) == {"历年": years}


def test_each_library_has_its_own(tmp_path: Path) -> None:
    save_workspace(tmp_path / "one.sqlite3", LEFT)
    assert load_workspace(tmp_path / "two.sqlite3") == Workspace()


def test_one_library_by_two_names_is_one(tmp_path: Path) -> None:
    (tmp_path / "real.sqlite3").touch()
    (tmp_path / "link.sqlite3").symlink_to(tmp_path / "real.sqlite3")
    save_workspace(tmp_path / "link.sqlite3", LEFT)
    assert load_workspace(tmp_path / "real.sqlite3") == LEFT


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"{",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"version": 99}',
        b'{"version": 1, "reports": [1], "active": 0, "offset": 0, "mode": "section"}',
        b'{"version": 1, "reports": [], "active": "0", "offset": 0, "mode": "section"}',
        b'{"version": 1, "reports": [], "active": 0, "offset": 0, "mode": "sideways"}',
        b'{"version": 1, "reports": [], "active": 0, "offset": 0, "mode": "own", "aside": [1]}',
        b'{"version": 1, "reports": [], "active": 0, "offset": 0, "mode": "own", "aside": {}}',
    ],
)
def test_a_damaged_one_is_put_aside_and_said_once(tmp_path: Path, content: bytes) -> None:
    library = tmp_path / "library.sqlite3"
    file = workspace_file(library)
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    said: list[str] = []
    assert load_workspace(library, said.append) == Workspace()
    kept = file.with_suffix(".json.bak")
    assert said == [f"上次的对照方案无法读取，已另存为 {kept}，本次从空白开始"]
    assert kept.read_bytes() == content
    assert load_workspace(library, said.append) == Workspace()
    assert len(said) == 1


def test_a_failed_save_leaves_the_old_one_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library.sqlite3"
    save_workspace(library, LEFT)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(StateUnsaved, match="上次的对照方案未能保存：磁盘已满"):
            save_workspace(library, Workspace())
    assert load_workspace(library) == LEFT


def test_the_file_is_readable_by_people(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite3"
    save_workspace(library, LEFT)
    content = json.loads(workspace_file(library).read_text("utf-8"))
    assert content["library"] == str(library)
    assert content["reports"] == list(LEFT.reports)


def test_a_workspace_of_an_earlier_version_is_understood(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite3"
    file = workspace_file(library)
    file.parent.mkdir(parents=True)
    kept = {"reports": ["a" * 64], "active": 0, "offset": 7, "mode": "own"}
    for synced, sync in ((True, "part"), (False, "off")):
        file.write_text(json.dumps({"version": 1, **kept, "synced": synced}))
        assert load_workspace(library) == Workspace(("a" * 64,), 0, 7, "own", sync)  # type: ignore[arg-type]


def test_named_ones_keep_their_order(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite3"
    named = {"汇报": LEFT, "会商/甲": Workspace(pinned=True, drafts={"a" * 64: "/草稿.txt"})}
    assert load_named(library) == {}
    change_named(library, lambda _: named)
    assert list(load_named(library).items()) == list(named.items())
    assert load_workspace(library) == Workspace()


@pytest.mark.parametrize(
    "workspace",
    [
        *(1, None, [], "x", {}),
        {"reports": {}},
        {"reports": [1]},
        {"reports": ["x"]},
        {"active": -1},
        {"active": 1.0},
        {"offset": 10**30},
        {"mode": []},
        {"sync": {}},
        {"pinned": 1},
        {"drafts": []},
        {"drafts": {"x": "/草稿"}},
        {"drafts": {"a" * 64: 1}},
        {"aside": []},
        {"aside": {"reports": []}},
    ],
)
def test_a_damaged_named_one_is_put_aside_and_the_others_are_used(
    tmp_path: Path, workspace: Any
) -> None:
    library = tmp_path / "library.sqlite3"
    change_named(library, lambda _: {"汇报": LEFT})
    content = json.loads(named_file(library).read_text("utf-8"))
    if isinstance(workspace, dict) and workspace:
        workspace = {**content["workspaces"]["汇报"], **workspace}
    content["workspaces"] |= {"会商": workspace, " ": content["workspaces"]["汇报"]}
    named_file(library).write_text(json.dumps(content), "utf-8")
    said: list[str] = []
    assert load_named(library, said.append) == {"汇报": LEFT}
    kept = named_file(library).with_suffix(".json.bak")
    assert said == [f"保存的对照方案中有 2 条无法识别，已略过，原文件另存为 {kept}"]
    assert json.loads(kept.read_text("utf-8")) == content
    assert load_named(library, said.append) == {"汇报": LEFT}
    assert len(said) == 1


def test_years_do_not_lie_aside_of_years(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite3"
    years = replace(LEFT, mode="years")
    save_workspace(library, replace(years, aside=years))
    assert load_workspace(library) == Workspace()

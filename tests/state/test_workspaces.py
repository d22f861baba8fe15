"""The compare screen comes back as it was left, or says why not."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tuibrowser.state.storage import StateDamaged, StateUnsaved
from tuibrowser.state.workspaces import (
    Workspace,
    load_named,
    load_workspace,
    named_file,
    save_named,
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
    save_named(library, {"历年": years})
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
    with pytest.raises(StateDamaged, match="上次的对照方案无法读取"):
        load_workspace(library)
    assert file.with_suffix(".json.bak").read_bytes() == content
    assert load_workspace(library) == Workspace()


def test_a_failed_save_leaves_the_old_one_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library.sqlite3"
    save_workspace(library, LEFT)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(StateUnsaved, match="对照方案未能保存"):
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
    save_named(library, named)
    assert list(load_named(library).items()) == list(named.items())
    assert load_workspace(library) == Workspace()


@pytest.mark.parametrize("workspaces", ["[]", '{"汇报": 1}', '{"汇报": {"reports": [1]}}'])
def test_damaged_named_ones_are_put_aside(tmp_path: Path, workspaces: str) -> None:
    library = tmp_path / "library.sqlite3"
    named_file(library).parent.mkdir(parents=True)
    named_file(library).write_text(f'{{"version": 2, "workspaces": {workspaces}}}', "utf-8")
    with pytest.raises(StateDamaged, match="保存的对照方案无法读取"):
        load_named(library)
    assert load_named(library) == {}

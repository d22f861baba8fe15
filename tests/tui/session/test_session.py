"""What one run of the browser knows, without a screen."""

from __future__ import annotations

import sys
from pathlib import Path

import made
import pytest
from handmade import plain

import tuibrowser.tui.table  # noqa: F401  (sentences name keys)
from tuibrowser.state.workspaces import Workspace, load_workspace
from tuibrowser.store.library import Library
from tuibrowser.tui.session.session import Session

REPORTS = [plain("甲镇"), plain("乙镇"), plain("甲镇", 2022)]


class Told(list[str]):
    """The sentences that were said."""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return made.library(tmp_path / "library.sqlite3", REPORTS)


def begin(library: Library, *refs: str) -> tuple[Session, Told]:
    told = Told()
    return Session(library, refs, told.append), told


def test_the_entries_are_read_again_only_when_the_library_has_changed(library: Library) -> None:
    session, _ = begin(library)
    first = session.entries()
    assert session.entries() is first
    made.library(library.path, [plain("丙乡")])
    assert [it.issuer for it in session.entries()].count("丙乡") == 1


def test_a_library_that_is_gone_leaves_what_was_known_and_is_said(library: Library) -> None:
    session, told = begin(library)
    known = session.entries()
    library.path.unlink()
    assert session.entries() == known
    assert session.reports([REPORTS[0].sha256]) == []
    assert told
    assert all("未找到报告库" in sentence for sentence in told)


def test_a_report_is_looked_for_among_the_open_ones_then_in_the_library_then_as_a_file(
    library: Library, tmp_path: Path
) -> None:
    session, told = begin(library)
    sha256 = REPORTS[0].sha256
    assert session.find_report(sha256, None, REPORTS) is REPORTS[0]
    found = session.find_report(sha256, str(tmp_path / "gone.txt"), [])
    assert found is not None
    assert found.text == REPORTS[0].text
    draft = tmp_path / "草稿.txt"
    assert session.find_report("0" * 64, str(draft), []) is None
    assert told == [f"草稿 {draft} 已不在原处，可能已移动或改名；按 D 可打开现在的文件"]
    draft.write_text("丙乡2023年法治政府建设情况报告\n一、主要举措和成效\n普法二次。\n", "utf-8")
    read = session.find_report("0" * 64, str(draft), [])
    assert read is not None
    assert session.drafts == {read.sha256: str(draft)}
    assert told[1:] == [f"草稿 {draft} 已有改动，按现在的内容打开"]


def test_texts_of_another_library_say_which(library: Library) -> None:
    session, told = begin(library)
    assert session.reports(["0" * 64], "/elsewhere/b.sqlite3") == []
    assert "/elsewhere/b.sqlite3" in told[0]
    assert session.reports(["0" * 64], str(library.path.absolute())) == []
    assert "可能已被移除或替换" in told[1]


def test_a_workspace_is_kept_when_it_is_another_one(library: Library) -> None:
    session, _ = begin(library)
    assert session.unsaved is None
    workspace = Workspace((REPORTS[1].sha256,))
    session.keep_workspace(workspace)
    assert load_workspace(library.path, print) == workspace
    again, _ = begin(library)
    other, _ = begin(library)
    other.keep_workspace(Workspace((REPORTS[0].sha256,)))
    # This one shows what it read: it does not overwrite what the other has kept.
    again.keep_workspace(again.opening.workspace)
    assert load_workspace(library.path, print).reports == (REPORTS[0].sha256,)


def test_a_session_needs_no_screen() -> None:
    """See also the import contracts; here it is tried."""
    import subprocess

    code = "import sys, tuibrowser.tui.session.session; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

"""Which drafts are to be read again without a key."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tuibrowser.store.library import Library
from tuibrowser.tui.session import watching
from tuibrowser.tui.session.renewal import DraftRenewal


def test_what_is_a_draft_no_more_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was taken into the library after the last look at its file."""
    file = tmp_path / "草稿.txt"
    file.write_text("云岭镇", "utf-8")
    drafts = {"0" * 64: str(file)}
    monkeypatch.setattr(watching, "_STILL", 0.0)
    monkeypatch.setattr(watching, "_PATIENCE", 0.0)
    renewal = DraftRenewal(drafts, Library(tmp_path / "library.sqlite3"))
    assert not renewal.changed
    os.utime(file, (1, 1))
    assert renewal.changed == {"0" * 64}
    assert renewal.whole == ["0" * 64]
    drafts.clear()
    assert not renewal.whole
    drafts["1" * 64] = str(file)
    assert not renewal.whole

"""A person's own lists of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuibrowser.locations import config_home


@pytest.fixture
def own_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a person's lists are looked for, still empty."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = config_home() / "lexicon"
    folder.mkdir(parents=True)
    return folder

"""Where this program keeps what it keeps: the XDG base directories, on every system.

Servers and office machines are documented with these paths, so they do not change with the
platform's own taste.
"""

from __future__ import annotations

import os
from pathlib import Path


def _base(variable: str, fallback: str) -> Path:
    # The specification has relative values ignored.
    value = os.environ.get(variable, "")
    return Path(value) if os.path.isabs(value) else Path.home() / fallback


def data_home() -> Path:
    """Folder of libraries."""
    return _base("XDG_DATA_HOME", ".local/share") / "tuibrowser"


def config_home() -> Path:
    """Folder of what a person writes: settings, keys, a lexicon of one's own."""
    return _base("XDG_CONFIG_HOME", ".config") / "tuibrowser"


def state_home() -> Path:
    """Folder of what the program remembers for a person: workspaces, marks."""
    return _base("XDG_STATE_HOME", ".local/state") / "tuibrowser"


def cache_home() -> Path:
    """Folder of what can be made again."""
    return _base("XDG_CACHE_HOME", ".cache") / "tuibrowser"

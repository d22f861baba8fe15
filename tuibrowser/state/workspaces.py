"""对照方案: which reports stood side by side, and where one was reading.

One small JSON file a library, in the person's state folder.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

from tuibrowser.locations import state_home
from tuibrowser.state import storage

Mode = Literal["section", "theme", "own"]
"""What panes are level on: canonical sections, themes, or nothing (each in its own order)."""

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Workspace:
    """What is on the compare screen. Offsets are code points into the report's text."""

    reports: tuple[str, ...] = ()
    """sha256 of the open reports, left to right; the first is the one others are laid beside."""
    active: int = 0
    """Index into ``reports``."""
    offset: int = 0
    """The character at the top of the active report."""
    mode: Mode = "section"
    synced: bool = True


def workspace_file(library: Path) -> Path:
    """Where the workspace of ``library`` is kept."""
    name = hashlib.sha256(os.fsencode(library.resolve())).hexdigest()[:16]
    return state_home() / "workspaces" / f"{name}.json"


def load_workspace(library: Path) -> Workspace:
    """The workspace last saved for ``library``; an empty one when there is none.

    Raises:
        StateDamaged: the file is there but cannot be read; it was put aside.
    """
    return storage.load(workspace_file(library), "上次的对照方案", _from_json, Workspace())


def save_workspace(library: Path, workspace: Workspace) -> None:
    """Keep ``workspace`` for the next start.

    Raises:
        StateUnsaved: the state folder cannot be written.
    """
    content = {"version": _VERSION, "library": str(library), **asdict(workspace)}
    storage.save(workspace_file(library), "对照方案", content)


def _from_json(content: dict[str, Any]) -> Workspace:
    """Check every value: the file may have been edited, or come from another version."""
    if content["version"] != _VERSION:
        raise ValueError("version")
    reports = content["reports"]
    active, offset, mode = content["active"], content["offset"], content["mode"]
    if (
        not isinstance(reports, list)
        or not all(isinstance(sha256, str) for sha256 in reports)
        or not isinstance(active, int)
        or not isinstance(offset, int)
        or mode not in get_args(Mode)
    ):
        raise ValueError("values")
    return Workspace(
        tuple(reports), active, offset, cast(Mode, mode), bool(content.get("synced", True))
    )

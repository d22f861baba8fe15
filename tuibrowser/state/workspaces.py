"""对照方案: which reports stood side by side, and where one was reading.

One small JSON file a library, in the person's state folder. It is a convenience: what cannot be
read is put aside and said once, never an obstacle.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

from tuibrowser.locations import state_home

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


class WorkspaceDamaged(Exception):
    """A stored workspace could not be read; ``str()`` is one Chinese sentence."""


class WorkspaceUnsaved(Exception):
    """A workspace could not be stored; ``str()`` is one Chinese sentence."""


def workspace_file(library: Path) -> Path:
    """Where the workspace of ``library`` is kept."""
    name = hashlib.sha256(os.fsencode(library.resolve())).hexdigest()[:16]
    return state_home() / "workspaces" / f"{name}.json"


def load_workspace(library: Path) -> Workspace:
    """The workspace last saved for ``library``; an empty one when there is none.

    Raises:
        WorkspaceDamaged: the file is there but cannot be read. It was renamed to ``….bak``.
    """
    file = workspace_file(library)
    try:
        return _from_json(json.loads(file.read_bytes()))
    except FileNotFoundError:
        return Workspace()
    except (OSError, ValueError, TypeError, KeyError) as error:
        kept = file.with_suffix(".json.bak")
        with suppress(OSError):
            file.replace(kept)
        raise WorkspaceDamaged(
            f"上次的对照方案无法读取，已另存为 {kept}，本次从空白开始"
        ) from error


def save_workspace(library: Path, workspace: Workspace) -> None:
    """Keep ``workspace`` for the next start; the old one stays whole until the new one is.

    Raises:
        WorkspaceUnsaved: the state folder cannot be written.
    """
    file = workspace_file(library)
    waiting = file.with_suffix(f".{os.getpid()}.tmp")
    content = {"version": _VERSION, "library": str(library), **asdict(workspace)}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        waiting.write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8")
        waiting.replace(file)
    except OSError as error:
        with suppress(OSError):
            waiting.unlink(missing_ok=True)
        raise WorkspaceUnsaved(
            f"对照方案未能保存，请检查 {file.parent} 是否可写、磁盘是否已满"
        ) from error


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

"""对照方案: which reports stood side by side, and where one was reading.

One small JSON file a library, in the person's state folder.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, cast, get_args

from tuibrowser.locations import state_home
from tuibrowser.state import storage

Mode = Literal["section", "theme", "measure", "own", "years"]
"""What panes are level on: canonical sections, themes, measures that do the same, or nothing (each
in its own order); or, of one township, each measure beside what it was the year before."""

Sync = Literal["part", "row", "off"]
"""How panes move together: they show the same part, each moves by as many lines, or not at all."""

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
    sync: Sync = "part"
    pinned: bool = False
    """The first report stays in sight while the others are paged."""
    drafts: Mapping[str, str] = field(default_factory=dict)
    """By sha256: the file of each of ``reports`` that is in no library, those aside included."""
    aside: Workspace | None = None
    """What one comes back to from the years of one township; it has none of its own."""

    @property
    def all(self) -> tuple[str, ...]:
        """``reports`` and those that lie aside, each once."""
        aside = () if self.aside is None else self.aside.reports
        return tuple(dict.fromkeys((*self.reports, *aside)))


def named_file(library: Path) -> Path:
    """Where the workspaces of ``library`` that were given a name are kept."""
    return workspace_file(library).with_suffix(".named.json")


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


def load_named(library: Path) -> dict[str, Workspace]:
    """The workspaces of ``library`` that were given a name, by name, the last saved one first.

    Raises:
        StateDamaged: the file is there but cannot be read; it was put aside.
    """
    return storage.load(named_file(library), "保存的对照方案", _named_from_json, {})


def save_named(library: Path, named: Mapping[str, Workspace]) -> None:
    """Keep ``named`` in the place of all that were kept before.

    Raises:
        StateUnsaved: the state folder cannot be written.
    """
    workspaces = {name: asdict(workspace) for name, workspace in named.items()}
    content = {"version": _VERSION, "library": str(library), "workspaces": workspaces}
    storage.save(named_file(library), "对照方案", content)


def _named_from_json(content: dict[str, Any]) -> dict[str, Workspace]:
    if content["version"] != _VERSION:
        raise ValueError("version")
    return {str(name): _checked(each) for name, each in dict(content["workspaces"]).items()}


def _from_json(content: dict[str, Any]) -> Workspace:
    if content["version"] != _VERSION:
        raise ValueError("version")
    return _checked(content)


def _checked(content: dict[str, Any]) -> Workspace:
    """Check every value: the file may have been edited, or come from another version."""
    aside = content.get("aside")
    workspace = _checked_flat(content)
    return workspace if aside is None else replace(workspace, aside=_checked_flat(dict(aside)))


def _checked_flat(content: dict[str, Any]) -> Workspace:
    reports = content["reports"]
    active, offset, mode = content["active"], content["offset"], content["mode"]
    # Until panes could move in two ways together, the file said whether they did.
    sync = content.get("sync", "part" if content.get("synced", True) else "off")
    drafts = dict(content.get("drafts", {}))
    if (
        not isinstance(reports, list)
        or not all(isinstance(it, str) for it in (*reports, *drafts, *drafts.values()))
        or not isinstance(active, int)
        or not isinstance(offset, int)
        or mode not in get_args(Mode)
        or sync not in get_args(Sync)
    ):
        raise ValueError("values")
    pinned = bool(content.get("pinned", False))
    return Workspace(
        tuple(reports), active, offset, cast(Mode, mode), cast(Sync, sync), pinned, drafts
    )

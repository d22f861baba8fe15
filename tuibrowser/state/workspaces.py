"""对照方案: which reports stood side by side, and where one was reading.

One small JSON file a library, in the person's state folder.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, cast, get_args

from tuibrowser.locations import state_home
from tuibrowser.state import values
from tuibrowser.state.storage import ContentChange, Say, Stored, unheard

Mode = Literal["section", "theme", "measure", "own", "years"]
"""What panes are level on: canonical sections, themes, measures that do the same, or nothing (each
in its own order); or, of one township, each measure beside what it was the year before."""

Sync = Literal["part", "row", "off"]
"""How panes move together: they show the same part, each moves by as many lines, or not at all."""


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


Named = Mapping[str, Workspace]
"""Workspaces by the names that a person gave them, the last saved one first."""


def named_file(library: Path) -> Path:
    """Where the workspaces of ``library`` that were given a name are kept."""
    return workspace_file(library).with_suffix(".named.json")


def workspace_file(library: Path) -> Path:
    """Where the workspace of ``library`` is kept."""
    name = hashlib.sha256(os.fsencode(os.path.realpath(library))).hexdigest()[:16]
    return state_home() / "workspaces" / f"{name}.json"


def load_workspace(library: Path, say: Say = unheard) -> Workspace:
    """Return the workspace last saved for ``library``; an empty one when there is none.

    Args:
        library: Its file.
        say: Is told of what is damaged.
    """
    return _last(library).read(say)


def save_workspace(library: Path, workspace: Workspace) -> None:
    """Keep ``workspace`` for the next start: the last that was seen, in whichever window.

    Raises:
        StateUnsaved: it could not be kept.
    """
    _last(library).put(workspace)


def load_named(library: Path, say: Say = unheard) -> Named:
    """Return the workspaces of ``library`` that were given a name; ``say`` as above."""
    return _named(library).read(say)


def change_named(
    library: Path, change: Callable[[Named], Named], say: Say = unheard
) -> ContentChange[Named]:
    """Keep what ``change`` makes of the workspaces of ``library`` that have a name.

    Raises:
        StateUnsaved: it could not be kept.
    """
    return _named(library).change(change, say)


def _last(library: Path) -> Stored[Workspace]:
    def express(workspace: Workspace) -> dict[str, Any]:
        return {"library": str(library), **asdict(workspace)}

    return Stored(
        lambda: workspace_file(library), "上次的对照方案", Workspace(), _understand, express
    )


def _named(library: Path) -> Stored[Named]:
    def express(named: Named) -> dict[str, Any]:
        workspaces = {name: asdict(workspace) for name, workspace in named.items()}
        return {"library": str(library), "workspaces": workspaces}

    return Stored(lambda: named_file(library), "保存的对照方案", {}, _understand_named, express)


def _understand(content: dict[str, Any]) -> tuple[Workspace, int]:
    return _workspace(content), 0


def _understand_named(content: dict[str, Any]) -> tuple[Named, int]:
    named, unfit = values.fitting(values.table(content.get("workspaces")).items(), _with_name)
    return dict(named), unfit


def _with_name(entry: tuple[str, Any]) -> tuple[str, Workspace]:
    name = values.words(entry[0])
    if not name.strip():
        raise values.UnfitValue(name)
    return name, _workspace(entry[1])


def _workspace(value: Any) -> Workspace:
    content = values.table(value)
    workspace = _without_aside(content)
    aside = values.optional(content.get("aside"), _without_aside)
    if aside is not None and aside.mode == "years":
        raise values.UnfitValue(aside)
    return replace(workspace, aside=aside)


def _without_aside(value: Any) -> Workspace:
    content = values.table(value)
    drafts = values.table(content.get("drafts", {}))
    # Until panes could move in two ways together, the file said whether they did.
    sync = content.get("sync", "part" if content.get("synced", True) else "off")
    mode = content.get("mode")
    if mode not in get_args(Mode) or sync not in get_args(Sync):
        raise values.UnfitValue(content)
    return Workspace(
        tuple(map(values.digest, values.listing(content.get("reports")))),
        values.offset(content.get("active")),
        values.offset(content.get("offset")),
        cast(Mode, mode),
        cast(Sync, sync),
        values.truth(content.get("pinned", False)),
        {values.digest(sha256): values.path(file) for sha256, file in drafts.items()},
    )

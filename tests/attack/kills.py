"""Killed at the n-th step that touches a file or the library, or interrupted there."""

from __future__ import annotations

import json
import mmap
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final

from attack.processes import Done
from attack.promise import STATUSES, fail, hold
from attack.site import Ground, Site, require
from tuibrowser.model.kept import Excerpt
from tuibrowser.state import excerpts

_TOUCHING: Final = {
    "open", "write", "close", "flush", "fsync", "fdatasync", "ftruncate", "truncate", "replace",
    "rename", "link", "symlink", "unlink", "remove", "mkdir", "rmdir", "chmod", "fchmod", "chown",
    "fchown", "utime", "flock", "lockf", "sendfile", "copy_file_range", "dumps", "backup",
    "execute", "executemany", "executescript", "commit", "rollback",
}  # fmt: skip
"""Functions in C whose call is a step; each SQL statement is one, too."""


class _Steps:
    """Counts the steps of a fork, and ends it at one of them."""

    def __init__(self, last: int, number: int) -> None:
        self._last = last
        self._number = number
        self._count = mmap.mmap(-1, 8)

    @property
    def count(self) -> int:
        """How many there were so far, in the fork."""
        return int.from_bytes(self._count[:], "little")

    def begin(self) -> None:
        """Count from here on; called in the fork."""
        connect = sqlite3.connect

        def connected(*arguments: Any, **words: Any) -> sqlite3.Connection:
            connection: sqlite3.Connection = connect(*arguments, **words)
            connection.set_trace_callback(lambda _: self._step())
            return connection

        sqlite3.connect = sqlite3.dbapi2.connect = connected  # type: ignore[assignment]
        sys.setprofile(self._called)

    def _called(self, _frame: object, event: str, function: Any) -> None:
        if event == "c_call" and function.__name__ in _TOUCHING:
            self._step()

    def _step(self) -> None:
        count = self.count + 1
        self._count[:] = count.to_bytes(8, "little")
        if count == self._last:
            os.kill(os.getpid(), self._number)


@dataclass(frozen=True)
class _Scene:
    """A command that changes something."""

    arguments: Callable[[Site], list[str]]
    verify: Callable[[Site, Ground, Done], None]
    """Looks at what was left, and does the command again."""
    prepare: Callable[[Site], None] = lambda _: None


def attempt(site: Site, ground: Ground, dice: Random, number: int) -> None:
    """End one command at one step of it."""
    name = list(_SCENES)[number % len(_SCENES)]
    scene = _SCENES[name]
    how = dice.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGKILL, signal.SIGINT))
    scene.prepare(site)
    steps = ground.notes.setdefault("steps", {})
    if name not in steps:
        with ground.site() as whole:
            scene.prepare(whole)
            counting = _Steps(-1, 0)
            done = whole.run(*scene.arguments(whole), before=counting.begin)
            hold(done, frozenset({0}))
            steps[name] = counting.count
    # Most of what can go wrong happens early: while a library is made, or a lock is taken.
    last = dice.randint(1, dice.choice((steps[name], steps[name] // 5)))
    site.doing = f"{name}: {how.name} at step {last} of {steps[name]}"
    done = site.run(*scene.arguments(site), before=_Steps(last, how).begin)
    # A signal at the very end comes too late to change what is said.
    hold(done, STATUSES | {-signal.SIGKILL} if how == signal.SIGKILL else STATUSES | {130})
    scene.verify(site, ground, done)


def _made(site: Site, ground: Ground, _: Done) -> None:
    if site.library.exists():
        done = site.run("list")
        hold(done)
        if "别的 SQLite" in done.err.decode():
            fail(done, "an unfinished library is taken for another program's")
    site.index_again(str(site.reports))
    require(len(site.listed()) == 2, "reports are missing from the library that was made")
    site.examine()


def _grown(site: Site, ground: Ground, _: Done) -> None:
    require(site.listed() >= ground.kept, "reports are lost")
    site.index_again(str(site.reports))
    require(len(site.listed()) == len(ground.kept) + 2, "reports are missing")
    site.examine()


def _merged(site: Site, ground: Ground, _: Done) -> None:
    require(site.listed() >= ground.kept, "reports are lost")
    require(site.listed(site.other) == ground.others, "the other library lost reports")
    site.index_again(str(site.other))
    require(site.listed() == ground.kept | ground.others, "reports are missing")
    site.examine()
    site.examine(site.other)


def _removed(site: Site, ground: Ground, _: Done) -> None:
    left = site.listed()
    require(ground.kept >= left, "reports came from nowhere")
    require(len(ground.kept - left) <= 1, "more is gone than was to be")
    site.examine()


def _packed(site: Site, ground: Ground, done: Done) -> None:
    target = site.work / "copy.sqlite3"
    if target.exists():
        require(site.listed(target) == ground.kept, "the copy is there, but not whole")
        target.unlink()
    again = site.run("pack", str(target))
    hold(again)
    if again.status:
        fail(again, "cannot be done again")
    require(site.listed(target) == ground.kept, "the copy lacks reports")
    require([path.name for path in site.work.iterdir()] == ["copy.sqlite3"], "leaves files behind")
    site.examine()


_OLD: Final = "an earlier export\n"


def _written(site: Site, _: Ground, done: Done) -> None:
    target = Path(done.command.split()[-1])
    content = target.read_bytes()
    if content != _OLD.encode():
        require(_whole(target.suffix, content), "what was exported is cut off")
    again = site.run(*done.command.split(" "))
    hold(again)
    if again.status:
        fail(again, "cannot be done again")
    require(_whole(target.suffix, target.read_bytes()), "what was exported is cut off")
    left = [path.name for path in site.work.iterdir()]
    require(left == [target.name], f"leaves files behind: {left}")


def _write_old(target: Path) -> None:
    target.write_text(_OLD, "utf-8")


def _whole(suffix: str, content: bytes) -> bool:
    match suffix:
        case ".json":
            return len(json.loads(content)["reports"]) > 0
        case ".docx":
            return content[:2] == b"PK" and b"PK\x05\x06" in content[-64:]
        case _:
            return content.rstrip().endswith(b"</html>")


def _cleared(site: Site, _: Ground, __: Done) -> None:
    """Excerpts: those that were there, or none, and the change can be taken back."""
    left = site.run("excerpts")
    hold(left)
    require(left.out.decode().count("节选") in (0, _TAKEN), "some excerpts are lost")
    if left.status:
        hold(site.run("excerpts", "--undo"), frozenset({0}))
    require(site.run("excerpts").out.decode().count("节选") == _TAKEN, "excerpts do not come back")
    names = {path.name for path in site.home.rglob("*") if path.is_file()}
    odd = {name for name in names if name.endswith((".part", ".bak", ".tmp"))}
    require(not odd, f"leaves files behind: {odd}")


_TAKEN: Final = 3


def _take(site: Site) -> None:
    def take() -> int:
        return sum(
            not excerpts.add(Excerpt("0" * 64, at, at + 1, f"节选{at}", "甲镇"))
            for at in range(_TAKEN)
        )

    hold(site.act("taking excerpts", take), frozenset({0}))


def _writes(name: str, *arguments: str) -> _Scene:
    return _Scene(
        lambda site: [*arguments, "-o", str(site.work / name)],
        _written,
        lambda site: _write_old(site.work / name),
    )


_SCENES: Final = {
    "make": _Scene(
        lambda site: ["index", str(site.reports)], _made, lambda site: site.library.unlink()
    ),
    "add": _Scene(lambda site: ["index", str(site.reports)], _grown),
    "merge": _Scene(lambda site: ["index", str(site.other)], _merged),
    "rm": _Scene(lambda _: ["rm", "石鼓滩镇@2022"], _removed),
    "pack": _Scene(lambda site: ["pack", str(site.work / "copy.sqlite3")], _packed),
    "export": _writes("all.json", "export"),
    "docx": _writes("sheet.docx", "compare", "石鼓滩镇@2022", "石鼓滩镇@2023"),
    "clear": _Scene(lambda _: ["excerpts", "--clear"], _cleared, _take),
    "html": _writes("sheet.html", "compare", "石鼓滩镇@2022", "石鼓滩镇@2023"),
}

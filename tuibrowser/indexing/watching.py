"""``index --watch``: a library kept in step with folders."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol

from tuibrowser.indexing.files import NOTHING_INSIDE, Findings, find_files
from tuibrowser.indexing.notices import EVERY, FolderNotices
from tuibrowser.indexing.outcome import Outcome
from tuibrowser.indexing.run import Ways, folders_with_files, update
from tuibrowser.indexing.settling import QUIET, Settled, Settling, State
from tuibrowser.reading.sandbox import SHARED
from tuibrowser.store.errors import LibraryLocked
from tuibrowser.store.library import Library

_SOON: Final = 0.5
"""Seconds between two looks while something waits to be whole."""
_SHARE_OF_TIME: Final = 10
"""Looks may take a tenth of the time: a folder of 100,000 files on a share takes seconds."""


class Listener(Protocol):
    """Is told what happens."""

    def begun(self, outcome: Outcome) -> None:
        """All that was there is in the library."""

    def watching(self, by_notices: bool) -> None:
        """Changes are learnt of by the file system's notices, or by looking; also when that
        becomes another."""

    def changed(self, outcome: Outcome, vanished: Sequence[Path], back: Sequence[Path]) -> None:
        """Some files were dealt with; ``vanished`` are gone since last time, others are back."""

    def trouble(self, sentence: str) -> None:
        """Something keeps files from being dealt with; it is tried again."""


def watch(library: Library, paths: Sequence[Path], listener: Listener, ways: Ways) -> None:
    """Bring ``library`` up to date with ``paths``, and keep it so until interrupted.

    Files that are not whole are left until they stand still; what cannot be read is tried again
    when it has changed.

    Raises:
        LibraryError: the library cannot be written.
        LexiconError: a person's own lexicon cannot be used.
        KeyboardInterrupt: as it comes; what was done before stays done.
    """
    _Watch(library, paths, listener, ways).run()


class _Watch:
    def __init__(
        self, library: Library, paths: Sequence[Path], listener: Listener, ways: Ways
    ) -> None:
        self._library = library
        self._paths = tuple(paths)
        self._listener = listener
        self._ways = ways
        self._settling = Settling()
        self._found = Findings()
        self._vanished: set[Path] = set()
        self._told: set[str] = set()
        """Troubles that last."""
        self._places = self._identities()
        self._notices = self._new_notices()

    def run(self) -> None:
        self._begin()
        self._listener.watching(self._notices.come)
        noticed = False
        while True:
            began = time.monotonic()
            self._mind_places()
            was_waiting = self._settling.is_waiting
            settled = self._settling.look(self._files(), began)
            if settled:
                self._deal_with(settled)
            if self._settling.is_waiting and not (was_waiting or noticed):
                self._doubt_notices()
            patience = _SOON if self._settling.is_waiting else self._notices.patience
            took = time.monotonic() - began
            noticed = self._notices.wait(max(patience, took * _SHARE_OF_TIME))
            rest = began + took * _SHARE_OF_TIME - time.monotonic()
            if rest > 0:
                time.sleep(rest)

    def _begin(self) -> None:
        """Take in what stands still; the rest will follow."""
        files = self._files()
        latest = time.time_ns() - int(QUIET * 1e9)
        if any(changed >= latest for changed, _ in files.values()):
            time.sleep(QUIET)
        before, files = files, self._files()
        self._settling.look(files, time.monotonic())
        whole = [path for path, state in files.items() if state[1] and before.get(path) == state]
        found = Findings(whole, self._refused())
        folders = folders_with_files(self._paths, self._found)
        outcome = self._update(found, folders)
        self._settling.deal_with(whole)
        self._vanished.update(outcome.vanished)
        self._listener.begun(outcome)

    def _deal_with(self, settled: Settled) -> None:
        folders = folders_with_files(self._paths, self._found) if settled.gone else []
        gone = [path for path in settled.gone if self._is_known_gone(path, folders)]
        if not (settled.files or gone):
            self._tell_once("文件夹里已没有文件，可能是共享没有连接；其中的报告都保留，连上后继续")
            return
        try:
            outcome = self._update(Findings(list(settled.files)), folders)
        except LibraryLocked as error:
            self._tell_once(str(error))
            return
        self._told.clear()
        self._settling.deal_with(settled.files, gone)
        vanished = [path for path in outcome.vanished if path not in self._vanished]
        back = [path for path in settled.files if path in self._vanished]
        self._vanished.update(vanished)
        self._vanished.difference_update(back)
        self._listener.changed(outcome, vanished, back)

    def _update(self, found: Findings, folders: Sequence[Path]) -> Outcome:
        outcome = update(self._library, found, folders, self._ways)
        # Nothing may happen for days: no process waits for it.
        SHARED.close()
        return outcome

    def _is_known_gone(self, path: Path, folders: Sequence[Path]) -> bool:
        """Whether it is gone rather than out of reach. A file that was named is gone when it is."""
        inside = [it for it in self._paths if it in path.parents]
        return not inside or any(it in folders for it in inside)

    def _files(self) -> dict[Path, State]:
        self._found = find_files(self._paths, aside=self._ways.aside)
        states = {}
        for path in self._found.files:
            try:
                info = os.stat(path)
            except OSError:
                continue
            states[path] = info.st_mtime_ns, info.st_size
        for path, reason in self._refused():
            self._tell_once(f"{path}：{reason}")
        return states

    def _refused(self) -> list[tuple[Path, str]]:
        """Folders that cannot be looked through; an empty one may be filled later."""
        return [it for it in self._found.refused if it[1] != NOTHING_INSIDE]

    def _tell_once(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self._listener.trouble(sentence)

    def _new_notices(self) -> FolderNotices:
        # A file that is replaced is another one, of which its notices do not tell.
        if all(os.path.isdir(path) for path in self._paths):
            return FolderNotices(self._paths)
        return FolderNotices(())

    def _identities(self) -> tuple[tuple[int, int] | None, ...]:
        found: list[tuple[int, int] | None] = []
        for path in self._paths:
            try:
                info = os.stat(path)
            except OSError:
                found.append(None)
            else:
                found.append((info.st_dev, info.st_ino) if os.path.isdir(path) else None)
        return tuple(found)

    def _mind_places(self) -> None:
        """Ask for notices anew where a folder is another one now: a share was connected."""
        places = self._identities()
        if places != self._places:
            self._places = places
            came = self._notices.come
            self._notices = self._new_notices()
            if self._notices.come != came:
                self._listener.watching(self._notices.come)

    def _doubt_notices(self) -> None:
        if self._notices.come and not self._notices.wait(EVERY) and self._notices.doubt():
            self._listener.watching(False)

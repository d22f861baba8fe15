"""What belongs to one person, as small JSON files: the one place where they are read and written.

Several windows and programs of one person may be at work. So a change is applied to what is on disk
at that moment, under a lock, and nothing that was read earlier is ever written back.

Anybody may have edited a file, and a disk may have spoilt it. What can be used of it is used; what
cannot is kept beside, in a file of its own, and said once.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, NamedTuple, TypeVar

from tuibrowser.files import make_private, read_whole, replacing
from tuibrowser.locations import NoHome, state_home
from tuibrowser.reasons import reason_of
from tuibrowser.state.lock import Busy, locked
from tuibrowser.state.values import UnfitValue, table

T = TypeVar("T")

Say = Callable[[str], object]
"""Tells the person one Chinese sentence."""


def unheard(_: str) -> None:
    """Tell nobody: for whoever has said it before, or only looks."""


_VERSION: Final = 1
_MOST: Final = 64 * 1024 * 1024
"""Bytes: some ten thousand excerpts of a page each."""


class StateUnsaved(Exception):
    """A file could not be stored; ``str()`` is one Chinese sentence."""


class ContentChange(NamedTuple, Generic[T]):
    """What a file held and what it holds now; the same object where nothing changed."""

    before: T
    after: T


class _Content(NamedTuple, Generic[T]):
    """What was found in a file."""

    value: T
    unfit: int = 0
    """How many entries are not in ``value``, since they are damaged."""
    raw: bytes | None = None
    """The whole file, where anything of it is not in ``value``."""


@dataclass(frozen=True, slots=True)
class Stored(Generic[T]):
    """One JSON file of a person and what it means."""

    file: Callable[[], Path]
    """Where it is; may raise :class:`~tuibrowser.locations.NoHome`."""
    what: str
    """What it holds, to begin a Chinese sentence with."""
    empty: T
    """What there is without a file."""
    understand: Callable[[dict[str, Any]], tuple[T, int]]
    """Makes the value out of the outermost object, and says how many entries it left out; raises
    :class:`~tuibrowser.state.values.UnfitValue` where it can make nothing of it."""
    express: Callable[[T], dict[str, Any]]
    """Makes an object for JSON out of the value; whoever owns the file adds its version."""

    def read(self, say: Say) -> T:
        """Return what the file holds, as far as it can be used.

        Args:
            say: Is told what cannot be used and where that is kept.
        """
        notes: list[str] = []
        try:
            content = self._content()
            if content.raw is not None:
                with locked(_folder()):
                    # Another window may have seen to it meanwhile.
                    content = self._sound(self._content(), notes)
        except _Unreadable as error:
            say(f"{self.what}无法读取（{error.file}）：{reason_of(error.reason)}，本次从空白开始")
            return self.empty
        except (OSError, Busy) as error:
            reason = reason_of(error) if isinstance(error, OSError) else _BUSY
            notes.append(
                f"{self.what}{_lost(content)}，也未能另存：{reason}（原文件 {self.file()}）"
            )
        for note in notes:
            say(note)
        return content.value

    def change(self, change: Callable[[T], T], say: Say) -> ContentChange[T]:
        """Apply ``change`` to what the file holds now, and keep the result.

        Args:
            change: Makes the new value; the object it was given means that nothing changes.
            say: See :meth:`read`.

        Raises:
            StateUnsaved: it could not be kept; the file is as it was.
        """
        notes: list[str] = []
        try:
            with locked(_folder()):
                before = self._sound(self._content(), notes).value
                after = change(before)
                if after is not before:
                    self._write(after)
        except _Unreadable as error:
            raise self._unsaved(f"{error.file} 无法读取，{reason_of(error.reason)}") from error
        except Busy:
            raise self._unsaved(_BUSY) from None
        except NoHome as error:
            raise self._unsaved(str(error)) from None
        except OSError as error:
            raise self._unwritable(error) from error
        finally:
            # Not under the lock: a terminal may be stopped.
            for note in notes:
                say(note)
        return ContentChange(before, after)

    def put(self, value: T) -> None:
        """Keep ``value`` in the place of all that was kept before, whoever kept it.

        Raises:
            StateUnsaved: it could not be kept; the file is as it was.
        """
        try:
            # Another window may be about to mend the file.
            with locked(_folder()):
                self._write(value)
        except Busy:
            raise self._unsaved(_BUSY) from None
        except NoHome as error:
            raise self._unsaved(str(error)) from None
        except OSError as error:
            raise self._unwritable(error) from error

    def _unwritable(self, error: OSError) -> StateUnsaved:
        return self._unsaved(f"{reason_of(error)}，请检查 {state_home()} 能否写入")

    def _unsaved(self, reason: str) -> StateUnsaved:
        return StateUnsaved(f"{self.what}未能保存：{reason}")

    def _content(self) -> _Content[T]:
        """What the file holds; raises ``_Unreadable`` where that cannot be known."""
        try:
            file = self.file()
        except OSError:
            # No home, or a library in a current folder that is gone.
            return _Content(self.empty)
        try:
            raw = read_whole(file, _MOST)
        except (FileNotFoundError, NotADirectoryError):
            return _Content(self.empty)
        except OSError as error:
            raise _Unreadable(file, error) from error
        try:
            content = table(json.loads(raw))
            if content.get("version") != _VERSION:
                raise UnfitValue(content)
            value, unfit = self.understand(content)
        except (ValueError, RecursionError):
            return _Content(self.empty, raw=raw)
        return _Content(value, unfit, raw if unfit else None)

    def _sound(self, content: _Content[T], notes: list[str]) -> _Content[T]:
        """``content``, with nothing in the file that is not in it: a copy of the damaged file lies
        beside, which is noted. Only under the lock."""
        if content.raw is None:
            return content
        copy = _copy(self.file(), content.raw)
        self._write(content.value)
        if content.unfit:
            notes.append(f"{self.what}{_lost(content)}，原文件另存为 {copy}")
        else:
            notes.append(f"{self.what}{_lost(content)}，已另存为 {copy}，本次从空白开始")
        return _Content(content.value)

    def _write(self, value: T) -> None:
        # A path may hold bytes that are not UTF-8; json reads them back the same way.
        content = {"version": _VERSION, **self.express(value)}
        text = json.dumps(content, ensure_ascii=False, indent=1)
        raw = text.encode("utf-8", "surrogatepass")
        if len(raw) > _MOST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        make_private(self.file().parent)
        with replacing(self.file(), private=True) as new:
            new.write(raw)


class _Unreadable(Exception):
    def __init__(self, file: Path, reason: OSError) -> None:
        super().__init__(file)
        self.file = file
        self.reason = reason


_BUSY: Final = "另一个窗口或程序正在写入，请稍后再试"


def _folder() -> Path:
    """The folder that is locked for any change; it is made where it does not exist."""
    folder = state_home()
    make_private(folder)
    return folder


def _lost(content: _Content[Any]) -> str:
    if content.unfit:
        return f"中有 {content.unfit} 条无法识别，已略过"
    return "无法读取"


def _copy(file: Path, raw: bytes) -> Path:
    """Keep ``raw`` in a new file beside ``file``, or in one that holds the same."""
    number = 1
    while True:
        copy = file.with_name(f"{file.name}.bak{f'-{number}' if number > 1 else ''}")
        try:
            descriptor = os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        except FileExistsError:
            with suppress(OSError):
                if read_whole(copy, len(raw)) == raw:
                    return copy
            number += 1
            continue
        try:
            with open(descriptor, "wb") as new:
                new.write(raw)
        except BaseException:
            copy.unlink(missing_ok=True)
            raise
        return copy

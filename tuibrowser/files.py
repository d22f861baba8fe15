"""Files that are read whole, and written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from tuibrowser.partial_files import part_in

_PRIVATE: Final = 0o600
_ACCESS_LIST: Final = "system.posix_acl_access"


def name_as_text(name: str) -> str:
    """A file's name as text, where its bytes are GBK, as after unpacking a Windows archive."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "backslashreplace")
    return name


def folders_above(path: Path) -> tuple[str, ...]:
    """The names of the folders above ``path`` as text, the innermost last."""
    return tuple(map(name_as_text, path.absolute().parent.parts[1:]))


def path_as_text(path: Path) -> str:
    """``path`` as text, each of its names as :func:`name_as_text` reads it."""
    return str(Path(*map(name_as_text, path.parts)))


@contextmanager
def replacing(target: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """Yield a file that takes the place of ``target`` once the block ends without error.

    Until then, and after an error, ``target`` is as it was. A link stays a link; what it points to
    is replaced, and keeps its mode and, where the system allows it, its owner. A device or pipe is
    written directly. What killed processes left in the folder is removed.

    Args:
        target: What is to be replaced, or made.
        private: Whether a new file is for its owner alone.

    Raises:
        OSError: ``target`` or its folder cannot be written; it names ``target``.
    """
    try:
        before = _status(target)
        if before is not None and not stat.S_ISREG(before.st_mode):
            with target.open("wb") as file:
                yield file
            return
        place = Path(os.path.realpath(target))
        with part_in(place.parent, _PRIVATE if private or before else 0o666) as (part, descriptor):
            with open(os.dup(descriptor), "wb") as file:
                if before is not None:
                    _take_after(descriptor, place, before)
                yield file
            part.replace(place)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error


def read_whole(path: Path, most: int) -> bytes:
    """Return what the file at ``path`` holds; a pipe or device is not waited for.

    Args:
        path: What to read.
        most: Bytes that it may have.

    Raises:
        OSError: it cannot be read, is no regular file (``ENODEV``) or is too long (``EFBIG``).
    """
    with open(path, "rb", opener=_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), str(path))
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return content


def make_private(folder: Path) -> None:
    """Make ``folder`` and those above that are missing, for their owner alone.

    Raises:
        OSError: it cannot be made, or something else is in its place.
    """
    try:
        folder.mkdir(0o700)
    except FileNotFoundError:
        make_private(folder.parent)
        folder.mkdir(0o700, exist_ok=True)
    except FileExistsError:
        if not folder.is_dir():
            raise


def _at_once(path: str, flags: int) -> int:
    # Otherwise opening a pipe waits for somebody to write into it.
    return os.open(path, flags | os.O_NONBLOCK)


def _status(path: Path) -> os.stat_result | None:
    """What stands at ``path``; raises where links go round in a circle."""
    with suppress(FileNotFoundError):
        return os.stat(path)
    return None


def _take_after(descriptor: int, place: Path, before: os.stat_result) -> None:
    """Give a new file the owner and the rights of the one it replaces, as far as that is allowed.

    A group that cannot be kept gets no other rights than everybody has: they were meant for
    another one.
    """
    mode = stat.S_IMODE(before.st_mode) & 0o777
    now = os.fstat(descriptor)
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        try:
            os.fchown(descriptor, before.st_uid, before.st_gid)
        except OSError:
            try:
                os.fchown(descriptor, -1, before.st_gid)
            except OSError:
                mode = mode & ~0o070 | mode & mode << 3 & 0o070
    # Some network and Windows disks know no rights.
    with suppress(OSError):
        os.fchmod(descriptor, mode)
    # Rights given to single persons; not every system has them, nor every file.
    with suppress(OSError, AttributeError):
        os.setxattr(descriptor, _ACCESS_LIST, os.getxattr(place, _ACCESS_LIST))

"""Doing something in a process of its own: without rights, or with limits that end with it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

_NOBODY = 65534


def as_nobody(action: Callable[[], str]) -> str:
    """As :func:`apart`, without any rights of root, should the tests run as root."""

    def without_rights() -> str:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(_NOBODY)
            os.setuid(_NOBODY)
        return action()

    return apart(without_rights)


def apart(action: Callable[[], str]) -> str:
    """What ``action`` returns, or type and sentence of what it raises, in a fork of this process.

    A fork, so that what only root may import is imported already.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            answer = action()
        except Exception as error:
            answer = f"{type(error).__name__}: {error}"
        os.write(writer, answer.encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        answer = pipe.read().decode()
    os.waitpid(child, 0)
    return answer


def forbid_writing(folder: Path) -> None:
    """Let others read ``folder`` and its files, and nobody but root write."""
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)


def allow_writing(folder: Path) -> None:
    """Let the owner write again, so that the folder can be removed."""
    folder.chmod(0o755)
    for path in folder.iterdir():
        path.chmod(0o644)

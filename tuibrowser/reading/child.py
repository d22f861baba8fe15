"""The child process in which files are read: ``python -m tuibrowser.reading.child FORMAT``.

It imports its reader first and then gives up for good what reading does not need: it can open no
file and no connection (no descriptor is left to give), write nowhere but to its parent, and use
only so much memory and, per file, so much time. Requests and answers are frames on standard input
and output: eight bytes of length, big-endian, then the file's bytes or JSON. Answers are JSON, not
pickle: whatever a hostile file made of this process, its parent only reads data.
"""

from __future__ import annotations

import codecs
import gc
import json
import os
import resource
import sys
from importlib import import_module
from typing import Any, BinaryIO, Final

from tuibrowser.reading.extract import Extract, Member
from tuibrowser.reading.formats import BY_NAME
from tuibrowser.reading.refused import Refused

MEMORY: Final = 420 * 1024 * 1024
"""Bytes of address space beyond what the reader takes once it is loaded. Ordinary files need under
200 MB; a PDF made to harm took 12 GB without a limit."""

SECONDS: Final = 6
"""Of processor time for one file; the slowest ordinary ones take under two."""

_CODECS: Final = (
    "gb18030", "gbk", "big5", "big5hkscs", "hz", "utf-7", "utf-8-sig", "utf-16", "utf-16-le",
    "utf-16-be", "utf-32", "latin-1", "cp1252", "cp437", "idna", "unicode_escape", "mac_roman",
)  # fmt: skip
"""Loaded from files when first used, which is too late here."""

_LOADED_LATE: Final = ("heapq", "email.parser", "email.iterators", "email.header", "calendar")
"""Modules that others of the standard library import inside functions."""


def main() -> None:
    """Answer requests until there are no more."""
    chosen = BY_NAME[sys.argv[1]]
    assert chosen.module is not None
    reader = import_module(chosen.module)
    for name in _CODECS:
        codecs.lookup(name)
    for name in _LOADED_LATE:
        import_module(name)
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    _give_up_rights()
    gc.freeze()
    while (data := receive(requests)) is not None:
        _allow_seconds(SECONDS)
        try:
            answer = pack(reader.read(data))
        except Refused as reason:
            answer = {"refused": str(reason)}
        except MemoryError:
            answer = {"memory": True}
        except RecursionError:
            answer = {"depth": True}
        except Exception as error:
            # A mistake of ours, or a file that no rule foresaw: never a traceback for the user.
            answer = {"error": type(error).__name__}
        del data
        send(answers, json.dumps(answer, ensure_ascii=True).encode())


def pack(result: Extract | list[Member]) -> dict[str, Any]:
    """What a reader found, as JSON can hold it."""
    if isinstance(result, Extract):
        return {
            "paragraphs": [list(it) for it in result.paragraphs],
            "encoding": result.encoding,
            "stated": list(result.stated),
            "doubts": list(result.doubts),
        }
    # Bytes as the first 256 characters.
    return {"members": [[it.name, it.data.decode("latin-1"), it.trouble] for it in result]}


def send(stream: BinaryIO, data: bytes) -> None:
    """Write one frame."""
    stream.write(len(data).to_bytes(8, "big"))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Read one frame; ``None`` when there are no more."""
    length = stream.read(8)
    if len(length) < 8:
        return None
    return stream.read(int.from_bytes(length, "big"))


def _give_up_rights() -> None:
    most = _address_space() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    for what in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE):
        resource.setrlimit(what, (0, 0))


def _address_space() -> int:
    """Bytes of address space in use; the largest size ever where /proc does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 256 * 1024 * 1024


def _allow_seconds(seconds: int) -> None:
    """Let the system end this process after so much more processor time."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


if __name__ == "__main__":
    main()

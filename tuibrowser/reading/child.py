"""The child process in which files are read: ``python -m tuibrowser.reading.child FORMAT``.

It imports its reader first and then gives up for good what reading does not need: it can open no
file and no connection (no descriptor is left to give), write nowhere but to its parent, and use
only so much memory and, per file, so much time. A request on standard input is eight bytes of
length, big-endian, and a file's bytes; an answer on standard output is a frame like that, which
holds JSON in a frame of its own and the bytes that go with it. It is JSON, not pickle: whatever a
hostile file made of this process, its parent only reads data.
"""

from __future__ import annotations

import codecs
import gc
import json
import os
import resource
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, BinaryIO, Final

from tuibrowser.reading.extract import Extract, Member
from tuibrowser.reading.formats import BY_NAME
from tuibrowser.reading.refused import Refused
from tuibrowser.text.fold import folding

MEMORY: Final = 360 * 1024 * 1024
"""Bytes of address space beyond what the reader takes once it is loaded. Ordinary files need under
200 MB; a PDF made to harm took 12 GB without a limit."""

SECONDS: Final = 4
"""Of processor time for one file; the slowest ordinary ones take under two."""

MOST_PARAGRAPHS: Final = 100_000
MOST_CHARACTERS: Final = 10_000_000
"""Of one file; the longest real reports have a thousand and a hundred thousand."""
_TOO_LONG: Final = "文件内容异常，文字过多，不像一份报告，请检查原件"

_CODECS: Final = (
    "gb18030", "gbk", "big5", "big5hkscs", "hz", "utf-7", "utf-8-sig", "utf-16", "utf-16-le",
    "utf-16-be", "utf-32", "latin-1", "cp1252", "cp437", "idna", "unicode_escape", "mac_roman",
    "cp932", "cp949", "cp950", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "cp1258", "cp874", "ascii",
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
    folding()  # its table is a file
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    _give_up_rights()
    gc.freeze()
    while (data := receive(requests)) is not None:
        _allow_seconds(SECONDS)
        send(answers, *_answer(reader, data))
        del data


def _answer(reader: Any, data: bytes) -> tuple[bytes, list[bytes]]:
    """JSON, and the bytes that go with it."""
    answer: dict[str, Any]
    try:
        found: Extract | list[Member] = reader.read(data)
        if isinstance(found, Extract):
            return _packed(_described(found)), []
        listed = [[it.name, len(it.data), it.trouble] for it in found]
        return _packed({"members": listed}), [it.data for it in found]
    except Refused as reason:
        answer = {"refused": str(reason)}
    except MemoryError:
        answer = {"memory": True}
    except RecursionError:
        answer = {"depth": True}
    except Exception as error:
        # A mistake of ours, or a file that no rule foresaw: never a traceback for the user.
        answer = {"error": type(error).__name__}
    return _packed(answer), []


def _described(found: Extract) -> dict[str, Any]:
    characters = sum(len(it.text) for it in found.paragraphs)
    if len(found.paragraphs) > MOST_PARAGRAPHS or characters > MOST_CHARACTERS:
        raise Refused(_TOO_LONG)
    return {
        "paragraphs": [list(it) for it in found.paragraphs],
        "encoding": found.encoding,
        "stated": list(found.stated),
        "doubts": list(found.doubts),
    }


def _packed(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer, ensure_ascii=True).encode()


def send(stream: BinaryIO, answer: bytes, rest: Sequence[bytes] = ()) -> None:
    """Write one frame that holds the frame ``answer`` and what follows it."""
    length = 8 + len(answer) + sum(map(len, rest))
    stream.write(length.to_bytes(8, "big") + len(answer).to_bytes(8, "big"))
    for part in (answer, *rest):
        stream.write(part)
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

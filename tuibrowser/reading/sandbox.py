"""Files of dangerous formats, read in child processes with limits; see ``child`` beside this.

A child reads one format, file after file, since starting it costs more than most files (50 ms and
20 ms). It is ended after a file that broke it or its limits, and that file is refused.
"""

from __future__ import annotations

import atexit
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any, Final, NoReturn

from tuibrowser.model.document import Stated
from tuibrowser.reading.extract import Extract, Member, Paragraph
from tuibrowser.reading.formats import Format
from tuibrowser.reading.refused import Refused

_PATIENCE: Final = 8.0
"""Seconds until a child that is not at work is ended. Processor time ends one that is, after
``child.SECONDS``; on a busy machine those can take longer."""
_LONGEST: Final = 30.0
"""Seconds after which a child is ended whatever it does."""
_LARGEST_ANSWER: Final = 140 * 1024 * 1024
"""Bytes; what an archive may hold, and a little."""
_MOST_CHILDREN: Final = 2
"""Kept waiting for the next file; a folder holds few formats, and each child takes 30 MB."""

_TOO_LONG: Final = "文件内容异常，读取时间过长，请重新取得原件，或另存为其他格式后再试"
_TOO_LARGE: Final = "文件内容异常，读取时占用内存过多，请重新取得原件，或另存为其他格式后再试"
_BROKEN: Final = "文件已损坏或格式不规范，无法读取，请用原软件打开并另存一份后再试"
_NO_CHILD: Final = "系统不允许启动读取进程，请稍后再试"


class Sandbox:
    """Children of this process, by format; to be closed. Threads may share it: a child that is at
    work is in nobody else's hands."""

    def __init__(self) -> None:
        self._idle: OrderedDict[str, _Child] = OrderedDict()
        self._lock = Lock()

    def read(self, chosen: Format, data: bytes) -> Extract | list[Member]:
        """Read ``data`` in a child.

        Raises:
            Refused: the reader refuses it, or passed its limits.
        """
        with self._lock:
            child = self._idle.pop(chosen.name, None)
        if child is not None and not child.is_alive:
            child.end()
            child = None
        child = child or _Child(chosen.name)
        try:
            answer, rest = child.ask(data)
        except BaseException:
            child.end()
            raise
        if set(answer) & {"memory", "depth"}:
            # What the file left of its memory the next one should not have to do with.
            child.end()
        else:
            self._keep(chosen.name, child)
        return _unpack(answer, rest)

    def _keep(self, name: str, child: _Child) -> None:
        """Let ``child`` wait for the next file, in place of what has waited longest."""
        with self._lock:
            spare = [self._idle.pop(name)] if name in self._idle else []
            self._idle[name] = child
            while len(self._idle) > _MOST_CHILDREN:
                spare.append(self._idle.popitem(last=False)[1])
        for it in spare:
            it.end()

    def close(self) -> None:
        """End the children that wait."""
        with self._lock:
            idle, self._idle = self._idle, OrderedDict()
        for child in idle.values():
            child.end()


class _Child:
    def __init__(self, name: str) -> None:
        # -I: neither the folder one is in nor PYTHON… variables decide what code runs.
        start = f"import sys; sys.path[:] = {sys.path!r}; from {_MAIN} import main; main()"
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-X", "utf8", "-c", start, name],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env={"LANG": "C.UTF-8"},
                # Ctrl+C reaches every process of the terminal; the parent decides what it means.
                start_new_session=True,
            )
        except OSError:
            raise Refused(_NO_CHILD) from None
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            os.set_blocking(stream.fileno(), False)

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, data: bytes) -> tuple[dict[str, Any], memoryview]:
        """Hand ``data`` over and wait for the answer, JSON and bytes that go with it.

        Raises:
            Refused: none comes, or none that can be understood.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        request = memoryview(len(data).to_bytes(8, "big") + data)
        answer = bytearray()
        started = time.monotonic()
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.stdin, selectors.EVENT_WRITE)
            selector.register(self._process.stdout, selectors.EVENT_READ)
            while not _is_whole(answer):
                passed = time.monotonic() - started
                if passed > _LONGEST or (passed > _PATIENCE and not self._is_at_work()):
                    raise Refused(_TOO_LONG)
                for key, _ in selector.select(timeout=1.0):
                    if key.fileobj is self._process.stdin:
                        try:
                            request = request[os.write(key.fd, request[:65_536]) :]
                        except BlockingIOError:
                            continue
                        except BrokenPipeError:
                            self._explain_end()
                        if not request:
                            selector.unregister(self._process.stdin)
                    elif part := os.read(key.fd, 1_048_576):
                        answer += part
                        if len(answer) > _LARGEST_ANSWER:
                            raise Refused(_TOO_LARGE)
                    else:
                        self._explain_end()
        whole = memoryview(answer)[8:]
        end = 8 + int.from_bytes(whole[:8], "big")
        try:
            answered = json.loads(bytes(whole[8:end]))
        except ValueError:
            raise Refused(_BROKEN) from None
        if not isinstance(answered, dict):
            raise Refused(_BROKEN)
        return answered, whole[end:]

    def end(self) -> None:
        with suppress(ProcessLookupError):
            self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            with suppress(OSError):
                stream.close()

    def _is_at_work(self) -> bool:
        """Whether the child waits for a processor or has one, rather than for something else."""
        try:
            fields = Path(f"/proc/{self._process.pid}/stat").read_text("ascii", "replace")
        except OSError:
            return False
        return fields.rpartition(")")[2].split()[0] == "R"

    def _explain_end(self) -> NoReturn:
        """Say why the child ended by itself."""
        status = self._process.wait()
        if -status in {signal.SIGXCPU, signal.SIGKILL}:
            raise Refused(_TOO_LONG)
        raise Refused(_BROKEN)


_MAIN: Final = "tuibrowser.reading.child"


def _is_whole(answer: bytearray) -> bool:
    return len(answer) >= 8 and len(answer) >= 8 + int.from_bytes(answer[:8], "big")


def _unpack(answer: dict[str, Any], rest: memoryview) -> Extract | list[Member]:
    if "refused" in answer:
        raise Refused(str(answer["refused"]))
    if "memory" in answer:
        raise Refused(_TOO_LARGE)
    if "depth" in answer or "error" in answer:
        raise Refused(_BROKEN)
    if "members" in answer:
        members = []
        for name, size, trouble in answer["members"]:
            members.append(Member(name, bytes(rest[:size]), trouble))
            rest = rest[size:]
        return members
    return Extract(
        [
            Paragraph(text, level, None if cell is None else (cell[0], cell[1], cell[2]), page)
            for text, level, cell, page in answer["paragraphs"]
        ],
        answer["encoding"],
        Stated(*answer["stated"]),
        tuple(answer["doubts"]),
    )


SHARED: Final = Sandbox()
"""That of this process, closed when it ends: children belong to it."""
atexit.register(SHARED.close)

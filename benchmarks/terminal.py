"""A program on a pseudo-terminal: type a key, wait until it has drawn, look at the clock."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
from collections.abc import Mapping, Sequence
from time import perf_counter
from types import TracebackType

_QUIET = 0.08
"""Seconds without output after which a program counts as done drawing."""
_LIMIT = 20.0

_CONTROLS = re.compile(rb"\x1b\[[0-9;?>$]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")


class Terminal:
    """Runs one program on a terminal of ``columns`` by ``rows`` cells."""

    def __init__(
        self,
        command: Sequence[str],
        columns: int,
        rows: int,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.began = perf_counter()
        self._process, self._fd = pty.fork()
        if self._process == 0:
            os.environ.update(environment or {})
            os.environ["TERM"] = "xterm-256color"
            os.execvp(command[0], list(command))
        self._set_size(columns, rows)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.kill(self._process, signal.SIGKILL)
        os.close(self._fd)
        os.waitpid(self._process, 0)

    def until(self, words: str) -> float:
        """Milliseconds from the start of the program until ``words`` are on the terminal."""
        seen = b""
        while perf_counter() - self.began < _LIMIT:
            seen += self._read(_LIMIT)
            if words.encode() in _CONTROLS.sub(b"", seen):
                return (perf_counter() - self.began) * 1000
        raise TimeoutError(f"{words} did not appear: {seen[-400:]!r}")

    def settle(self) -> int:
        """Wait until nothing more is drawn; the bytes drawn meanwhile."""
        return self._drawn(perf_counter())[1]

    def press(self, keys: str) -> tuple[float, int]:
        """Type ``keys`` at once: milliseconds to the last byte drawn, and how many bytes."""
        began = perf_counter()
        os.write(self._fd, keys.encode())
        return self._drawn(began)

    def resize(self, columns: int, rows: int) -> tuple[float, int]:
        """Change the size: milliseconds to the last byte drawn, and how many bytes."""
        began = perf_counter()
        self._set_size(columns, rows)
        os.kill(self._process, signal.SIGWINCH)
        return self._drawn(began, patience=1.0)

    def memory(self) -> float:
        """Resident memory in MiB."""
        with open(f"/proc/{self._process}/status", encoding="ascii") as status:
            line = next(line for line in status if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _drawn(self, began: float, patience: float = 0.5) -> tuple[float, int]:
        """Until output stops; ``patience`` is what the first byte may take."""
        last, count = began, 0
        while data := self._read(_QUIET if count else patience):
            last = perf_counter()
            count += len(data)
        return (last - began) * 1000, count

    def _read(self, timeout: float) -> bytes:
        if not select.select([self._fd], [], [], timeout)[0]:
            return b""
        try:
            return os.read(self._fd, 1 << 16)
        except OSError:
            return b""

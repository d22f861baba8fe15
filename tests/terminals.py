"""A pseudo-terminal with the real program at its other end."""

from __future__ import annotations

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

_PATIENCE = 30.0
"""Seconds to wait for anything: far more than it takes, so that a loaded machine fails nothing."""

_SEQUENCE = re.compile(rb"\x1b\[[0-9;:?<>=$]*[@-~]|\x1b\][^\x07\x1b]*\x07")

_LAST = b"\x00that is all\x00"

_ON_A_TERMINAL = "import os, sys; os.login_tty(0); os.execv(sys.argv[1], sys.argv[1:])"


class Terminal:
    """What a person at a terminal does and sees."""

    def __init__(
        self,
        arguments: Sequence[str],
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        """Start ``python`` with ``arguments`` on a terminal of ``size`` columns and lines.

        Args:
            arguments: Those of the interpreter.
            size: Of the terminal.
            environment: All variables; this process's own if ``None``.
            folder: The working directory; this process's own if ``None``.
        """
        self._master, slave = os.openpty()
        # Kept open, so that the modes that were left can be looked at.
        self._slave = slave
        self._set_size(*size)
        self.modes_before = termios.tcgetattr(slave)
        self.output = b""
        """Everything that was written so far."""
        self._seen = 0
        self.process = subprocess.Popen(
            [sys.executable, "-c", _ON_A_TERMINAL, sys.executable, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            cwd=folder,
        )

    def type(self, keys: str | bytes) -> None:
        """Send keys as a client in UTF-8 does, or bytes as they are."""
        os.write(self._master, keys.encode() if isinstance(keys, str) else keys)

    def taken(self) -> None:
        """Wait until the program has read everything that was typed, or has ended."""
        deadline = time.monotonic() + _PATIENCE
        while self.process.poll() is None:
            (waiting,) = struct.unpack("i", fcntl.ioctl(self._slave, termios.FIONREAD, b"\0" * 4))
            if not waiting:
                return
            assert time.monotonic() < deadline, "the program does not read what was typed"
            self._read(0.005)

    @property
    def words(self) -> str:
        """Everything that was written so far, without sequences, in the order of writing."""
        text = _SEQUENCE.sub(b"", self.output).decode("utf-8", "replace")
        return "".join(char for char in text if char.isprintable() or char == "\n")

    def wait_for_output(self, patience: float = _PATIENCE) -> None:
        """Wait until the program writes something more, or ``patience`` seconds."""
        self._read(patience)

    def assert_restored(self) -> None:
        """The terminal is as it was: modes, normal screen, cursor, no mouse, no paste marks."""
        assert self.modes == self.modes_before
        last = dict(re.findall(rb"\x1b\[\?(\d+)([hl])", self.output))
        assert last.pop(b"25", b"h") == b"h"
        assert last.pop(b"7", b"h") == b"h"
        assert set(last.values()) <= {b"l"}, f"left on: {last}"
        assert self.output.rfind(b"\x1b[<u") >= self.output.rfind(b"\x1b[>")

    def resize(self, columns: int, lines: int) -> None:
        """Change the window as a person does who drags its corner."""
        self._set_size(columns, lines)  # and the kernel tells the program

    def expect(self, *words: str) -> None:
        """Wait until ``words`` are written, in any order, after what was waited for last."""
        deadline = time.monotonic() + _PATIENCE
        while True:
            text = _SEQUENCE.sub(b"", self.output[self._seen :]).decode("utf-8", "replace")
            if all(each in text for each in words):
                self._seen = len(self.output)
                return
            if time.monotonic() > deadline or not self._read():
                raise AssertionError(f"{words!r} was not written, but:\n{text}")

    def end(self) -> int:
        """Wait for the program to end; returns its exit status, negative for a signal."""
        deadline = time.monotonic() + _PATIENCE
        while (status := self.process.poll()) is None:
            assert time.monotonic() < deadline, "the program does not end"
            self._read(0.05)
        self._drain()
        return status

    @property
    def modes(self) -> list[Any]:
        """The terminal's modes, as the next program would find them."""
        return termios.tcgetattr(self._slave)

    def restore_modes(self) -> None:
        """Do as a shell does whose job was stopped all of a sudden."""
        termios.tcsetattr(self._slave, termios.TCSANOW, self.modes_before)

    def hang_up(self) -> None:
        """Go away, as a lost connection does."""
        os.close(self._slave)
        os.close(self._master)
        self._slave = self._master = -1

    def close(self) -> None:
        """Clean up, whatever happened."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self._master >= 0:
            self.hang_up()

    def _set_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def _drain(self) -> None:
        """Read what the program wrote last.

        What is written on one end comes to the other a little later, so nothing to read does not
        mean that nothing is under way. A mark written behind the last word comes after it.
        """
        os.write(self._slave, _LAST)
        while not self.output.endswith(_LAST):
            assert self._read(), "what was written to the terminal does not come"
        self.output = self.output.removesuffix(_LAST)

    def _read(self, patience: float = _PATIENCE) -> bool:
        ready, _, _ = select.select([self._master], [], [], patience)
        if ready:
            self.output += os.read(self._master, 65536)
        return bool(ready)

"""The terminal's two ends, made to survive what real terminals do.

Textual 8.2.8 decodes keys as strict UTF-8, so one byte from a client set to GBK ends the app; it
asks for every movement of the mouse (mode 1003), which PuTTY answers over SSH with a flood; it
leaves a terminal in raw mode when it is terminated, and spins when its terminal hangs up. The
driver here differs from ``LinuxDriver`` in these points, and asks how wide the terminal draws
ambiguous characters.
"""

from __future__ import annotations

import codecs
import os
import re
import select
import selectors
import signal
import sys
import termios
from contextlib import suppress
from types import FrameType
from typing import Any, Final

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tuibrowser.tui.messages import TerminalMeasured
from tuibrowser.tui.terminal.widths import PROBE, measured

NOT_UTF8: Final = "终端编码不是 UTF-8，请在客户端“编码”处改为 UTF-8"

_FATAL_SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)

_PIECE: Final = re.compile(rb"[\x00-\x2f]+|[^\x00-\x2f]+")
"""Controls, blanks and signs are part of no character in either encoding: broken ones end there."""

_RESTORE: Final = (
    b"\x1b[?1006l\x1b[?1002l\x1b[?1000l"  # mouse
    b"\x1b[?2004l\x1b[?1004l\x1b[<u"  # bracketed paste, focus reports, Kitty's keyboard protocol
    b"\x1b[?7h\x1b[?1049l\x1b[?25h"  # line wrap, the normal screen, the cursor
)


class TolerantDecoder:
    """Bytes from the keyboard to characters, whatever the client's encoding.

    UTF-8 comes first; a piece that is not UTF-8 is read as GB18030, which every byte of GBK is.
    That keeps the second byte of such a character, often an ASCII letter, from acting as a key.
    """

    def __init__(self) -> None:
        self._pending = b""
        self.foreign = False
        """Whether anything but UTF-8 has been seen so far."""

    def feed(self, data: bytes) -> str:
        """The characters that ``data`` completes; never raises.

        A character cut by the end of ``data`` waits for the rest. Bytes that are neither encoding
        come out as U+FFFD.
        """
        pieces = _PIECE.findall(self._pending + data)
        self._pending = b""
        text = [self._decode(piece, last=False) for piece in pieces[:-1]]
        text += [self._decode(piece, last=True) for piece in pieces[-1:]]
        return "".join(text)

    def _decode(self, piece: bytes, last: bool) -> str:
        try:
            text, consumed = codecs.utf_8_decode(piece, "strict", not last)
            self._pending = piece[consumed:]
        except UnicodeDecodeError:
            self.foreign = True
            decoder = codecs.getincrementaldecoder("gb18030")("replace")
            text = decoder.decode(piece, final=not last)
            self._pending = decoder.getstate()[0]
        return text


class _Display:
    """The terminal as Textual's writer thread sees it: a file that cannot fail.

    Always UTF-8, also where an installed GB18030 locale has Python write something else. Output to
    a terminal that is gone is dropped: an error here would end the writer thread, and the app
    would then wait for ever on its full queue.
    """

    def __init__(self, fileno: int) -> None:
        self._fileno = fileno
        self._waiting: list[bytes] = []

    def fileno(self) -> int:
        return self._fileno

    def write(self, text: str) -> None:
        self._waiting.append(text.encode("utf-8", "replace"))

    def flush(self) -> None:
        data = memoryview(b"".join(self._waiting))
        self._waiting.clear()
        while data:
            try:
                data = data[os.write(self._fileno, data) :]
            except BlockingIOError:
                # Another program on this terminal may have left it non-blocking.
                select.select([], [self._fileno], [])
            except OSError:
                return


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, hardened.

    SIGTERM, SIGHUP, SIGINT and a terminal that hangs up end the app in good order (the terminal
    restored, the workspace saved) with return code 128 + the signal's number; a second signal does
    not wait for the app any more. Ctrl+C and Ctrl+Z are keys like others.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        # Textual draws on standard error; there `2>log` would leave a terminal in raw mode, empty.
        self._file: Any = _Display(sys.__stdout__.fileno() if sys.__stdout__ else 1)
        self._handlers_before: dict[int, Any] = {}
        self._leaving = False
        self.speaks_utf8 = True
        """Nothing but UTF-8 has been typed so far."""
        # Ends the input thread's wait at once; on its own it looks up every 0.1 s, which a person
        # feels as a slow quit.
        self._wake_reader, self._wake_writer = os.pipe()

    def _enable_mouse_support(self) -> None:
        if self._mouse:
            # Clicks, the wheel, and movement while a button is down (to select), in SGR form.
            self.write("\x1b[?1000h\x1b[?1002h\x1b[?1006h")
            self.flush()

    def _disable_mouse_support(self) -> None:
        if self._mouse:
            pixels = "\x1b[?1016l" if self._mouse_pixels else ""
            self.write(f"{pixels}\x1b[?1006l\x1b[?1002l\x1b[?1000l")
            self.flush()

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        for number in _FATAL_SIGNALS:
            before = signal.getsignal(number)
            # `nohup` has the hang-up ignored, and means it.
            if before != signal.SIG_IGN and number not in self._handlers_before:
                self._handlers_before[number] = before
                signal.signal(number, self._on_fatal_signal)

        # The screen is empty and nothing is drawn yet.
        self.write(PROBE)
        self.flush()

    def process_message(self, message: Message) -> None:
        """Hand on what was typed; what answers the probe becomes a fact about the terminal."""
        if isinstance(message, events.CursorPosition):
            # This runs in the thread that reads keys.
            if (width := measured(message.x, message.y)) is not None:
                self._app.post_message(TerminalMeasured(width))
            return
        super().process_message(message)

    def disable_input(self) -> None:
        """Stop reading keys."""
        os.write(self._wake_writer, b".")
        super().disable_input()
        os.read(self._wake_reader, 4096)

    def close(self) -> None:
        """Let go of the terminal."""
        super().close()
        for number, handler in self._handlers_before.items():
            signal.signal(number, handler)
        self._handlers_before.clear()

    def run_input_thread(self) -> None:
        """Read keys until told to stop or the terminal is gone."""
        parser = XTermParser(self._debug)
        decoder = TolerantDecoder()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake_reader, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = [key.fd for key, _ in selector.select(0.1)]
                if self.fileno in ready:
                    data = self._read()
                    if not data:
                        self._loop.call_soon_threadsafe(self._leave, signal.SIGHUP)
                        return
                    text = decoder.feed(data)
                    warned = not self.speaks_utf8
                    self.speaks_utf8 = not decoder.foreign
                    # The parser takes an empty string for the end of all input.
                    if text:
                        for message in parser.feed(text):
                            self.process_message(message)
                    if decoder.foreign and not warned:
                        self._app.notify(NOT_UTF8, severity="warning", timeout=15, markup=False)
                # An Esc by itself is told from the start of a sequence by the time that passes.
                for message in parser.tick():
                    self.process_message(message)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            # Linux answers so when the other end of a pseudo-terminal has gone.
            return b""

    def _leave(self, number: int) -> None:
        self._leaving = True
        self._app.exit(return_code=128 + number)

    def _on_fatal_signal(self, number: int, _frame: FrameType | None) -> None:
        if not self._leaving:
            self._leaving = True
            self._loop.call_soon_threadsafe(self._leave, number)
            return
        # The app did not get round to leaving: give the terminal back by hand, and go. A terminal
        # that takes no output may be the very reason, so nothing here waits for it. One that is
        # gone takes none at all.
        with suppress(OSError, termios.error):
            if select.select([], [self._file.fileno()], [], 0)[1]:
                os.write(self._file.fileno(), _RESTORE)
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

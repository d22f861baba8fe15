"""The terminal's two ends, made to survive what real terminals do.

Textual 8.2.8 decodes keys as strict UTF-8, so one byte from a client set to GBK ends the app; it
takes sequences it does not know for typed text; it asks for every movement of the mouse (mode
1003), which PuTTY answers over SSH with a flood; it leaves a terminal in raw mode when it is
terminated, spins when its terminal hangs up, takes the modes of a terminal that it had taken over
already for those before it when it goes on after a stop, and draws nothing then. The driver here
differs from ``LinuxDriver`` in these points, and asks how wide the terminal draws ambiguous
characters.
"""

from __future__ import annotations

import os
import select
import selectors
import signal
import sys
import termios
from collections.abc import Callable, Iterable
from contextlib import suppress
from time import monotonic
from types import FrameType
from typing import Any, Final

from textual import events
from textual.app import App
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tuibrowser.tui.messages import TerminalMeasured
from tuibrowser.tui.terminal.jobs import is_in_foreground, is_managed, stop
from tuibrowser.tui.terminal.keyboard import Keyboard
from tuibrowser.tui.terminal.pinning import pinned
from tuibrowser.tui.terminal.shown import Shown
from tuibrowser.tui.terminal.widths import PROBE, alike, ambiguous, measured

NOT_UTF8: Final = "终端编码不是 UTF-8，请在客户端“编码”处改为 UTF-8"

NOT_MANAGED: Final = "没有可以回去的命令行，不能暂时离开；要退出请按 q"

_FATAL_SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_BEHIND: Final = 0.5
"""Seconds that a terminal may take to draw what was written, before it counts as stuck, too."""

_RESTORE: Final = (
    b"\x1b[?1006l\x1b[?1002l\x1b[?1000l"  # mouse
    b"\x1b[?2004l\x1b[?1004l\x1b[<u"  # bracketed paste, focus reports, Kitty's keyboard protocol
    b"\x1b[?7h\x1b[?1049l\x1b[?25h"  # line wrap, the normal screen, the cursor
)


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
    not wait for the app any more. Ctrl+C and Ctrl+Z are keys like others. SIGTSTP stops the job,
    its terminal given back, and after any stop the terminal is taken over anew.
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
        self._ambiguous: int | None = None
        """Cells of every ambiguous character, once the terminal has said that they are alike."""
        # Ends the input thread's wait at once.
        self._wake_reader, self._wake_writer = os.pipe()
        self._shown = Shown()
        self._resized = False
        self._holds_terminal = False
        self._typed_before = True
        """Whether what is read next was typed before the terminal was taken over."""
        signal.signal(signal.SIGTSTP, self._on_stop)
        signal.signal(signal.SIGCONT, self._on_continue)

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
        # First who gives it back: a signal may come while its modes change.
        for number in _FATAL_SIGNALS:
            before = signal.getsignal(number)
            # `nohup` has the hang-up ignored, and means it.
            if before != signal.SIG_IGN and number not in self._handlers_before:
                self._handlers_before[number] = before
                signal.signal(number, self._on_fatal_signal)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._watch_size()
        # The screen is empty and nothing is drawn yet.
        self.write(PROBE)
        self.flush()
        self._holds_terminal = True

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        self._holds_terminal = False
        super().stop_application_mode()

    def _watch_size(self) -> None:
        """Draw on an empty screen once the size has changed: terminals move what stands there, and
        tmux 3.3 keeps halves of wide characters that blank what is drawn beside them."""
        tell = signal.getsignal(signal.SIGWINCH)

        def on_resize(number: int, frame: FrameType | None) -> None:
            self._resized = True
            if callable(tell):
                tell(number, frame)

        signal.signal(signal.SIGWINCH, on_resize)

    def _query_in_band_window_resize(self) -> None:
        """Ask for none: SIGWINCH tells the size, and any that is typed would be believed."""

    def write(self, data: str) -> None:
        """Write to the terminal what does not stand there already; nothing moves because a
        character is drawn in another width."""
        known = self._ambiguous == ambiguous()
        if self._resized:
            self._resized = False
            super().write(self._shown.emptied())
        super().write(pinned(self._shown.changes(data, monotonic(), known), known))

    def process_message(self, message: Message) -> None:
        """Hand on what was typed; what answers the probe becomes a fact about the terminal."""
        if isinstance(message, events.CursorPosition):
            # This runs in the thread that reads keys.
            if (width := measured(message.x, message.y)) is not None:
                self._ambiguous = width if alike(message.x) else None
                self._shown.forget()
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
        keyboard = Keyboard()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake_reader, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                # A little more, so that the time has passed indeed.
                patience = ESCAPE_DELAY + 0.001 if keyboard.pending else None
                ready = [key.fd for key, _ in selector.select(patience)]
                if self.fileno in ready:
                    data = self._read()
                    if not data:
                        self._loop.call_soon_threadsafe(self._leave, signal.SIGHUP)
                        return
                    if self._typed_before:
                        # The terminal still translated Enter then.
                        data, self._typed_before = data.replace(b"\n", b"\r"), False
                    self._hand_on(keyboard.feed(data, monotonic()))
                    if keyboard.foreign and self.speaks_utf8:
                        self.speaks_utf8 = False
                        self._app.notify(NOT_UTF8, severity="warning", timeout=15, markup=False)
                else:
                    self._hand_on(keyboard.tick(monotonic()))

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            # Linux answers so when the other end of a pseudo-terminal has gone.
            return b""

    # Being stopped and going on

    def suspend_job(self) -> bool:
        """Stop this program and what was started with it, until the shell lets them go on.

        Returns:
            ``False`` where nobody would ever let them; that is said, and nothing happens.
        """
        if not self._holds_terminal or self._leaving:
            return False
        if not is_managed():
            self._app.notify(NOT_MANAGED, severity="warning", markup=False)
            return False
        self.suspend_application_mode()
        stop(self._on_stop)
        self._take_again()
        return True

    def _on_stop(self, _number: int, _frame: FrameType | None) -> None:
        # Not here: the loop may be in the middle of writing.
        self._soon(self.suspend_job)

    def _on_continue(self, _number: int, _frame: FrameType | None) -> None:
        if self._holds_terminal:
            self._soon(self._take_back)

    def _soon(self, callback: Callable[[], object]) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(callback)

    def _take_back(self) -> None:
        """Set modes again that another program had its hands on, after a stop from outside."""
        if self._holds_terminal and not self._leaving:
            self.suspend_application_mode()
            self._take_again()

    def _take_again(self) -> None:
        while not is_in_foreground(self.fileno):
            # Sent to the background: whoever drew there would draw over the shell.
            os.kill(os.getpid(), signal.SIGSTOP)
        self.resume_application_mode()
        self._app.post_message(self.SignalResume())
        self._app.refresh(layout=True)

    def _leave(self, number: int) -> None:
        self._leaving = True
        self._app.exit(return_code=128 + number)

    def _on_fatal_signal(self, number: int, _frame: FrameType | None) -> None:
        if not self._leaving:
            self._leaving = True
            self._loop.call_soon_threadsafe(self._leave, number)
            return
        # The app did not get round to leaving: give the terminal back by hand, and go. A terminal
        # that takes no output may be the very reason, so nothing here waits for it longer than one
        # needs that is behind with a screenful. One that is gone takes none at all.
        with suppress(OSError, termios.error):
            if select.select([], [self._file.fileno()], [], _BEHIND)[1]:
                os.write(self._file.fileno(), _RESTORE)
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

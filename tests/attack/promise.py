"""What the README promises of every command and of the browser, as checks."""

from __future__ import annotations

import csv
import io
import re
import signal
from typing import Final, NoReturn

from terminals import Terminal

from attack.processes import Done

STATUSES: Final = frozenset({0, 1, 2, 3})
"""Done, nothing found or some refused, wrong usage, library unusable."""

_HAN: Final = re.compile("[\u4e00-\u9fff]")
_PYTHON: Final = re.compile(
    r"Traceback|Exception ignored|^\w*(Error|Exception|Warning)\b", re.MULTILINE
)
_HARMFUL: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, those of one byte and C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction
    "\ufdd0-\ufdef" + "".join(f"{chr(0x10000 * n + 0xFFFE)}-{chr(0x10000 * n + 0xFFFF)}"
                              for n in range(17)) + "]"
)  # fmt: skip

BYTE_ORDER_MARK: Final = "\ufeff"

OUR_CLIPBOARD: Final = "QVRUQUNL"
"""Stands in hostile values as what a terminal is to copy; no output may hold it unmasked."""


_FORMULA: Final = tuple("=+-@＝＋－＠\t\r")

_COPY: Final = (b"\x1b]52;c;", "\x9d52;c;".encode())


class Broken(Exception):
    """A promise did not hold; ``str()`` says how."""


def fail(done: Done, how: str) -> NoReturn:
    """Raise :class:`Broken` with the words of the command."""
    raise Broken(f"{how}: {done.command} (status {done.status})\n{_words(done)}")


def _words(done: Done) -> str:
    """What it said last; of a traceback, what was raised and where in the program."""
    text = (done.err or done.out).decode("utf-8", "backslashreplace").strip()
    if "Traceback" in text:
        places = re.findall(r"tuibrowser/(\S+)\", line (\d+), in (\S+)", text)
        raised = re.findall(r"^[\w.]+(?:: .*)?$", text, re.MULTILINE)
        text = f"{' < '.join(':'.join(place) for place in places[:-4:-1])}\n{raised[-1:]}"
    # It may be the very thing that a terminal must not see.
    return "".join(
        char if char.isprintable() or char == "\n" else f"<{ord(char):x}>" for char in text[-800:]
    )


def hold(done: Done, statuses: frozenset[int] = STATUSES, heard: bool = True) -> None:
    """Raise :class:`Broken` unless ``done`` keeps what is promised of every command.

    One of ``statuses``; no traceback; nothing that a terminal would obey; where it did not do what
    was asked, a sentence says so, and only one where it did nothing. That is not asked for unless
    it could be ``heard``.
    """
    if done.status in (-signal.SIGXCPU, -signal.SIGKILL) and -signal.SIGKILL not in statuses:
        fail(done, "does not end")
    out, err = (_decoded(done, stream) for stream in (done.out, done.err))
    if _PYTHON.search(err) or "Traceback" in out:
        fail(done, "speaks Python")
    if done.status not in statuses:
        fail(done, f"has a status other than {sorted(statuses)}")
    for text in (out.removeprefix(BYTE_ORDER_MARK), err):
        if found := _HARMFUL.search(text.replace("\r\n", "\n")):
            fail(done, f"writes U+{ord(found[0]):04X}")
    if done.status > 0 and heard and not _HAN.search(err + out):
        fail(done, "says nothing")
    if done.status in (2, 3) and len(err.strip().split("\n")) > 1:
        fail(done, "says more than a sentence")


def hold_cells(done: Done) -> None:
    """Raise :class:`Broken` where a spreadsheet would take a cell of this CSV for a formula."""
    for row in csv.reader(io.StringIO(done.out.decode("utf-8-sig"))):
        for cell in row:
            if cell[:1] in _FORMULA:
                fail(done, f"has a cell that is a formula: {cell[:40]!a}")


def _decoded(done: Done, data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        fail(done, "writes what is not UTF-8")


def hold_on_screen(terminal: Terminal, status: int, statuses: frozenset[int]) -> None:
    """Raise :class:`Broken` unless the browser that ended with ``status`` left in good order."""
    words = terminal.words
    if b"Traceback" in terminal.output:
        places = re.findall(r"/?([\w/]+\.py):(\d+)", re.sub(r"[│\s]+", "", words))
        raised = re.findall(r"^\w+: .*", words, re.MULTILINE)[-1:]
        raise Broken(f"the browser shows a traceback\n{places[-2:]} {raised}")
    words = words[-600:]
    if status not in statuses:
        raise Broken(f"the browser ended with {status}, not one of {sorted(statuses)}\n{words}")
    if any(intro + OUR_CLIPBOARD.encode() in terminal.output for intro in _COPY):
        raise Broken("the browser hands a sequence of a report's to the terminal")
    try:
        terminal.assert_restored()
    except AssertionError as wrong:
        raise Broken(f"the terminal is left in disorder: {wrong}\n{words}") from wrong

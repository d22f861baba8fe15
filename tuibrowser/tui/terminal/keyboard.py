"""What a terminal sends, as Textual's messages: keys, the mouse, paste, focus, answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser
from textual.keys import Keys
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from tuibrowser.tui.terminal.decoding import TolerantDecoder
from tuibrowser.tui.terminal.pieces import ESC, Pieces, TerminalPiece

_MOUSE: Final = re.compile(r"\x1b\[<\d{1,3};-?\d{1,5};-?\d{1,5}[Mm]")
_CURSOR: Final = re.compile(r"\x1b\[(\d{1,5});(\d{1,5})R")
_MODE: Final = re.compile(r"\x1b\[\?2026;[1-4]\$y")
_FOCUS: Final = {"\x1b[I": events.AppFocus, "\x1b[O": events.AppBlur}
_EXTENDED: Final = re.compile(
    r"\x1b\[(\d{0,7})(?::\d*)*(?:;(\d{0,3})(?::(\d))?(?:;([\d:]{0,400}))?)?([u~ABCDEFHPQRS])"
)
"""A key as Kitty's protocol has it: code, modifiers, kind of event, its text, and a letter."""
_RELEASED: Final = "3"
_MODIFIED: Final = "27~"
"""How xterm sends a key with modifiers that has no sequence of its own."""


class Keyboard:
    """Reads bytes; knows keys by Textual's tables, and drops every sequence that is none."""

    def __init__(self) -> None:
        self._pieces = Pieces()
        self._decoder = TolerantDecoder()
        # For its tables only: what it does with sequences it does not know is the very fault.
        self._table = XTermParser()
        self._alt = False

    @property
    def foreign(self) -> bool:
        """Whether anything but UTF-8 has been typed so far."""
        return self._decoder.foreign

    @property
    def pending(self) -> bool:
        """Whether :meth:`tick` has to be called before more comes."""
        return self._pieces.pending

    def feed(self, data: bytes, now: float) -> Iterator[Message]:
        """The messages that ``data`` completes; it came at ``now``, in seconds."""
        return self._read(self._pieces.feed(data, now))

    def tick(self, now: float) -> Iterator[Message]:
        """The messages that are complete because nothing has followed until ``now``."""
        return self._read(self._pieces.tick(now))

    def _read(self, pieces: Iterable[TerminalPiece]) -> Iterator[Message]:
        for kind, data in pieces:
            if kind != "text":
                yield from self._keys(self._decoder.end())
            if kind == "text":
                yield from self._keys(self._decoder.feed(data))
            elif kind == "pasted":
                yield events.Paste(self._pasted(data))
            elif kind == "alt" and not data:
                self._alt = True
            elif kind == "alt":
                yield from self._with_alt(data.decode("ascii"))
            else:
                yield from self._sequence(data.decode("latin-1"))

    def _keys(self, text: str) -> Iterator[Message]:
        for character in text:
            if self._alt:
                self._alt = False
                yield from self._with_alt(character)
            else:
                yield from self._known(character)

    def _with_alt(self, character: str) -> Iterator[Message]:
        keys = list(self._table._sequence_to_key_events(f"\x1b{character}"))
        yield from keys or self._table._sequence_to_key_events(character, alt=True)

    def _known(self, sequence: str) -> Iterator[Message]:
        for key in self._table._sequence_to_key_events(sequence):
            if key.key != Keys.Ignore:
                yield key

    def _sequence(self, sequence: str) -> Iterator[Message]:
        if sequence == ESC.decode():
            yield events.Key("escape", sequence)
        elif focus := _FOCUS.get(sequence):
            yield focus()
        elif found := _CURSOR.fullmatch(sequence):
            yield events.CursorPosition(int(found[2]) - 1, int(found[1]) - 1)
        elif _MODE.fullmatch(sequence):
            yield TerminalSupportsSynchronizedOutput()
        elif _MOUSE.fullmatch(sequence):
            if (moved := self._table.parse_mouse_code(sequence)) is not None:
                yield moved
        elif found := _EXTENDED.fullmatch(sequence):
            yield from self._extended(*found.groups(""))
        elif sequence in ANSI_SEQUENCES_KEYS:
            yield from self._known(sequence)

    def _extended(
        self, code: str, modifiers: str, kind: str, text: str, letter: str
    ) -> Iterator[Message]:
        plain = f"\x1b[{code};{modifiers};{text}".rstrip(";") + letter
        known = f"{code or 1}{letter}"
        if kind == _RELEASED:
            return
        codes = [code, *text.split(":")]
        if known in FUNCTIONAL_KEYS or known == _MODIFIED or (letter == "u" and code):
            if all(not it or _is_character(int(it)) for it in codes):
                yield from self._known(plain)
        elif isinstance(keys := ANSI_SEQUENCES_KEYS.get(plain), tuple):
            # Textual reads the F13 of rxvt, ESC [ 2 5 ~, as the character of that number.
            yield from (events.Key(key.value, None) for key in keys)

    def _pasted(self, data: bytes) -> str:
        decoder = TolerantDecoder()
        text = decoder.feed(data) + decoder.end()
        self._decoder.foreign |= decoder.foreign
        return text.replace("\x00", "")


def _is_character(code: int) -> bool:
    return code < 0xD800 or 0xDFFF < code <= 0x10FFFF

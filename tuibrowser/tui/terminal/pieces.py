"""What a terminal sends, cut into pieces: text, keys, control sequences, what was pasted.

Terminals answer questions among the keys, late or unasked: after a detour through tmux, or left
over from the program before. Textual 8.2.8 takes what it does not know for typed text, so that
``ESC [ ? 6 2 c`` opened the help. Here a control sequence is cut out whole by its form (ECMA-48),
known or not, at whatever bytes the reads are split.

Time decides where bytes alone cannot: an Esc by itself is the start of a sequence that did not go
on. Nothing waits for ever: what is cut off is given up after a silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from textual.constants import ESCAPE_DELAY

ESC: Final = b"\x1b"
_PASTE: Final = b"\x1b[200~"
_PASTED: Final = b"\x1b[201~"

_REST_OF_SEQUENCE: Final = 1.0
"""Seconds of silence after which a sequence that has begun is given up."""
_REST_OF_STRING: Final = 5.0
_DOUBT: Final = 0.3
"""Seconds of silence after which only what ends a string is taken for its rest."""
_REST_OF_PASTE: Final = 3.0
_MOST_PASTED: Final = 1 << 20
"""Bytes that are kept of what is pasted."""
_MOST_HELD: Final = 1 << 12
"""Bytes that are kept of a sequence that has not ended."""

_UTF_8: Final = (
    rb"\xc2[\xa0-\xbf]|[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_CUT_UTF_8: Final = re.compile(
    rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z"
)
_C1: Final = re.compile(rb"\xc2[\x80-\x9f]")
"""A control of one character, in UTF-8."""
_STRING_BYTE: Final = rb"[\x90\x98\x9d-\x9f]"
_INTRODUCER: Final = rb"[\x90\x98\x9b\x9d-\x9f]"
"""Such a control in one byte, after which more comes. In GBK it is the first byte of a character,
so it counts only where all that follows reads as a sequence."""
_BARE: Final = re.compile(
    rb"\x9b[0-?][ -?]*[@-~]|" + _STRING_BYTE + rb"[ -~]+(?:\x9c|\xc2\x9c|\x1b\\|\x07)"
)
_CUT_BARE: Final = re.compile(
    rb"\x9b(?:[0-?][ -?]*)?\Z|" + _STRING_BYTE + rb"[ -~]*(?:\x1b|\xc2)?\Z"
)
_NO_CHARACTER: Final = re.compile(_INTRODUCER + rb"[ -?]")
_GBK: Final = rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]|[\x80-\xff]"
_TEXT: Final = re.compile(
    rb"(?:[\x00-\x1a\x1c-\x7f]|" + _UTF_8 + rb"|(?!" + _INTRODUCER + rb"|\xc2)(?:" + _GBK + rb"))+"
)
_FOREIGN: Final = re.compile(_GBK)

_CONTROL: Final = re.compile(
    # [[A is F1 of the Linux console, 3$ is of rxvt, three bytes follow the oldest mouse report.
    rb"\[(?:\[[@-~]|M[ -\xff]{3}|(?:23|24|3|7|8)\$|(?![M\[])[ -?]*[@-~])|O[ -?]*[@-~]"
)
"""What follows Esc, whole."""
_CUT_CONTROL: Final = re.compile(rb"\[(?:\[|M[ -\xff]{0,2}|[ -?]*)\Z|O[ -?]*\Z")
_BROKEN_CONTROL: Final = re.compile(rb"\[M?[ -?]*|O[ -?]*")
_STRINGS: Final = b"]PX^_"
_IN_STRING: Final = re.compile(
    rb"(?:[^\x07\x18\x1a\x1b\x80-\xff]|" + _UTF_8 + rb"|(?![\x9c\xc2])[\x80-\xff])*"
)
_STRING_END: Final = re.compile(rb"\x07|\x1b\\|\xc2?\x9c|[\x18\x1a]")
_LATE: Final = re.compile(
    rb"\x1b(?:\[(?:[0-9:;]|[<-?][0-9:;]*)[ -?]*[@-~]|\][0-9]+;|P[0-9;]*[!$+>|]|_G[a-z]=)"
)
"""What no hand types in one go after Esc: the rest of a sequence that came late."""


class TerminalPiece(NamedTuple):
    """A piece of what a terminal sent."""

    kind: Literal["text", "sequence", "alt", "pasted"]
    """``alt``: Esc and one key, together."""
    data: bytes
    """All of a sequence, with Esc for a control of one byte; of ``alt`` the key alone, and nothing
    where that is the first character of the text that follows."""


class Pieces:
    """Cuts what comes into pieces, and keeps what is incomplete."""

    def __init__(self) -> None:
        self._data = b""
        """What came and is not cut yet."""
        self._waits = False
        """Whether that needs more to be told what it is."""
        self._by_hand = True
        """Whether an Esc at its beginning may have been typed."""
        self._in_string = False
        """Whether a string (OSC, DCS, APC, PM, SOS) is under way. None is a key: it is dropped."""
        self._in_doubt = False
        self._pasted: bytearray | None = None
        """What was pasted so far; ``None`` outside a paste."""
        self._given_up = b""
        """What was taken for a key just now because nothing followed."""
        self._since = 0.0

    def feed(self, data: bytes, now: float) -> Iterator[TerminalPiece]:
        """The pieces that ``data`` completes; it came at ``now``, in seconds."""
        self._since = now
        if self._in_doubt and not _STRING_END.search(self._data + data):
            self._in_string, self._data = False, b""
        self._in_doubt = False
        late, self._given_up = self._given_up, b""
        self._data += late + data if late and _LATE.match(late + data) else data
        self._waits = False
        while self._data and not self._waits:
            if self._pasted is not None:
                yield from self._paste(self._pasted)
            elif self._in_string:
                self._skip_string()
            elif text := _TEXT.match(self._data):
                yield from self._text(text.end())
            elif self._data.startswith(ESC):
                yield from self._escape()
            else:
                yield from self._control()

    def tick(self, now: float) -> Iterator[TerminalPiece]:
        """The pieces that are complete because nothing has followed until ``now``."""
        quiet = now - self._since
        if self._pasted is not None:
            if quiet >= _REST_OF_PASTE:
                yield self._end_paste(bytes(self._pasted))
        elif self._in_string:
            self._in_doubt = quiet >= _DOUBT
            if quiet >= (_REST_OF_SEQUENCE if self._data else _REST_OF_STRING):
                self._in_string, self._in_doubt, self._data = False, False, b""
        elif not self._data:
            if quiet >= _REST_OF_SEQUENCE:
                self._given_up = b""
        elif not self._data.startswith(ESC):
            if _NO_CHARACTER.match(self._data):
                self._data = self._data if quiet < _REST_OF_SEQUENCE else b""
            elif quiet >= ESCAPE_DELAY:
                yield TerminalPiece("text", self._take(len(self._data)))
        elif len(self._data) <= 2 and self._by_hand:
            if quiet >= ESCAPE_DELAY:
                self._given_up = key = self._take(2)
                yield (
                    TerminalPiece("alt", key[1:]) if key != ESC else TerminalPiece("sequence", key)
                )
        elif quiet >= _REST_OF_SEQUENCE:
            self._data, self._by_hand = b"", True

    @property
    def pending(self) -> bool:
        """Whether :meth:`tick` has to be called before more comes."""
        return bool(self._data or self._in_string or self._given_up or self._pasted is not None)

    def _take(self, length: int) -> bytes:
        taken, self._data = self._data[:length], self._data[length:]
        return taken

    def _text(self, end: int) -> Iterator[TerminalPiece]:
        if end == len(self._data) and (cut := _CUT_UTF_8.search(self._data)):
            end = cut.start()
            self._waits = True
        if end:
            yield TerminalPiece("text", self._take(end))

    def _control(self) -> Iterator[TerminalPiece]:
        """Cut a control of one character, or what only looks like one."""
        if _C1.match(self._data):
            self._introduce(self._take(2)[1])
        elif _BARE.match(self._data):
            self._introduce(self._take(1)[0])
        elif self._data == b"\xc2" or _CUT_BARE.match(self._data):
            self._waits = True
        else:
            # Also \xc2 and half a character of GBK.
            found = _FOREIGN.match(self._data)
            yield TerminalPiece("text", self._take(found.end() if found else 1))

    def _introduce(self, control: int) -> None:
        """Go on as if Esc and a letter had come for ``control``; drop one that begins nothing."""
        letter = control - 0x40
        if letter in b"[O" + _STRINGS:
            self._data = ESC + bytes([letter]) + self._data
            self._by_hand = False

    def _escape(self) -> Iterator[TerminalPiece]:
        by_hand = self._by_hand
        letter = self._data[1:2]
        if not letter:
            self._waits = True
        elif letter in (b"[", b"O"):
            yield from self._sequence()
        elif letter in (b"]", b"P", b"X", b"^", b"_"):
            if len(self._data) == 2 and by_hand:
                self._waits = True
            else:
                self._take(2)
                self._in_string = True
        elif letter == ESC:
            yield TerminalPiece("sequence", self._take(1))
        elif letter >= b"\x80":
            self._take(1)
            yield TerminalPiece("alt", b"")
        else:
            yield TerminalPiece("alt", self._take(2)[1:])
        if not self._waits:
            self._by_hand = True

    def _sequence(self) -> Iterator[TerminalPiece]:
        if whole := _CONTROL.match(self._data, 1):
            sequence = self._take(whole.end())
            if sequence == _PASTE:
                self._pasted = bytearray()
            else:
                yield TerminalPiece("sequence", sequence)
        elif _CUT_CONTROL.match(self._data, 1):
            # What is longer is none that anybody knows: its middle need not be kept.
            self._data = self._data[:_MOST_HELD]
            self._waits = True
        elif broken := _BROKEN_CONTROL.match(self._data, 1):
            self._take(broken.end())

    def _skip_string(self) -> None:
        cut = _CUT_UTF_8.search(self._data)
        whole = cut.start() if cut else len(self._data)
        inside = _IN_STRING.match(self._data, 0, whole)
        end = inside.end() if inside else 0
        if end == whole:
            self._take(end)
            self._waits = bool(cut)
        elif found := _STRING_END.match(self._data, end):
            self._take(found.end())
            self._in_string = False
        elif self._data[end:] == ESC:
            self._take(end)
            self._waits = True
        elif self._data[end:].startswith(ESC):
            # It begins something else.
            self._take(end)
            self._in_string = False
        else:
            self._take(end + 1)

    def _paste(self, pasted: bytearray) -> Iterator[TerminalPiece]:
        # The mark at the end may be cut.
        searched = max(0, len(pasted) - len(_PASTED))
        pasted += self._take(len(self._data))
        end = pasted.find(_PASTED, searched)
        if end >= 0:
            self._data = bytes(pasted[end + len(_PASTED) :])
            yield self._end_paste(bytes(pasted[:end]))
        elif len(pasted) > _MOST_PASTED:
            del pasted[_MOST_PASTED // 2 : -len(_PASTED)]

    def _end_paste(self, pasted: bytes) -> TerminalPiece:
        self._pasted = None
        return TerminalPiece("pasted", pasted)

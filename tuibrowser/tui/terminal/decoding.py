"""Bytes from the keyboard to characters, whatever the client's encoding."""

from __future__ import annotations

import codecs
import re
from typing import Final

_PIECE: Final = re.compile(rb"[\x00-\x2f]+|[^\x00-\x2f]+")
"""Controls, blanks and signs are part of no character in either encoding: broken ones end there."""


class TolerantDecoder:
    """Decodes what a client in UTF-8 sends, and what one in GBK sends.

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

    def end(self) -> str:
        """What a character comes to whose rest never came: something else has come instead."""
        piece, self._pending = self._pending, b""
        return self._decode(piece, last=False)

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

"""RTF tokens as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from tuibrowser.reading.extract import Paragraph
from tuibrowser.reading.marker import numbered
from tuibrowser.reading.refused import Refused
from tuibrowser.reading.rtf.charsets import (
    SYMBOLS,
    WESTERN,
    codec_of_font,
    codec_of_page,
    decoded,
)
from tuibrowser.reading.rtf.tokens import Token
from tuibrowser.reading.tables import Cells, rows_as_lines

_DEEPEST: Final = 500
"""Groups inside each other."""
_UNREAD: Final = frozenset({
    "colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "filetbl", "listtable", "listoverridetable", "revtbl",
    "rsidtbl", "generator", "xmlnstbl", "themedata", "colorschememapping", "datastore",
    "latentstyles", "annotation", "atnid", "atnauthor", "atntime", "atnicn", "atnref", "atnparent",
    "atndate", "atrfstart", "atrfend", "nonshppict", "sp", "objdata", "objclass", "bkmkstart",
    "bkmkend", "formfield", "ffname", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "ftncn", "aftncn",
    "tc", "xe", "pgdsctbl", "mmathPr", "upr", "falt", "panose", "userprops", "pntxta", "pntxtb",
    "listname", "do", "background", "fchars", "lchars", "template", "private", "docvar", "pgptbl",
})  # fmt: skip
"""Destinations whose text is none of the document's."""
_READ_THOUGH_STARRED: Final = frozenset(
    {"footnote", "shppict", "shpinst", "shptxt", "ud", "fldinst", "pn"}
)
_CHARACTERS: Final = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": " ", "nbsp": "\u00a0", "softline": "\n", "lbr": "\n",
}  # fmt: skip
_CONTENTS = re.compile(r"\s*TOC\b", re.I)


@dataclass(slots=True)
class _State:
    """What holds in a group."""

    codec: str
    skip: int = 1
    """Characters after ``\\u`` that stand for it in old readers."""
    hidden: bool = False
    unread: bool = False
    role: str = ""
    """``listtext``, ``footnote``, ``shptxt``, ``fldinst``, ``fonttbl``, or empty."""


@dataclass(slots=True)
class _Flow:
    """A story being written: the body, a note, a text box."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    number: str = ""
    level: int = 0
    cell: list[Paragraph] = field(default_factory=list)
    cells: Cells = field(default_factory=list)
    row: int = 0
    in_table: bool = False
    after: list[Paragraph] = field(default_factory=list)
    """Notes and boxes of the paragraph that is being written."""


class Story:
    """Reads one document."""

    def __init__(self) -> None:
        self._default = WESTERN
        self._fonts: dict[int, str] = {}
        self._font_read: int | None = None
        self._state = _State(self._default)
        self._groups: list[_State] = []
        self._flows = [_Flow()]
        self._bytes = bytearray()
        self._to_skip = 0
        self._high = 0
        self._starred = False
        self._opened = False
        self._instructions: list[str] = []
        self._tables = 0
        self._destinations: list[int] = []
        """Depths of groups at which a flow of its own began."""

    def read(self, tokens: Iterable[Token]) -> list[Paragraph]:
        """All paragraphs, in order."""
        for token in tokens:
            if token.text:
                self._take(token.text)
            elif token.word == "{":
                self._open()
            elif token.word == "}":
                self._close()
            elif token.word == "*":
                self._starred = True
            elif token.word:
                self._flush()
                self._word(token.word, token.number)
                self._starred = self._opened = False
        self._flush()
        while len(self._flows) > 1:
            self._end_flow()
        self._end_paragraph()
        self._end_row()
        return self._flows[0].paragraphs

    # Groups

    def _open(self) -> None:
        self._flush()
        if len(self._groups) > _DEEPEST:
            raise Refused("文件内容异常，嵌套过深，请用 Word 或 WPS 另存一份后再试")
        self._groups.append(self._state)
        self._state = replace(self._state)
        self._opened = True

    def _close(self) -> None:
        self._flush()
        if not self._groups:
            return
        ended = self._state
        self._state = self._groups.pop()
        if self._destinations and self._destinations[-1] > len(self._groups):
            self._destinations.pop()
            self._end_flow()
        if ended.role == "field" and self._state.role != "field" and self._instructions:
            self._instructions.pop()

    def _begin_flow(self) -> None:
        self._flows.append(_Flow())
        self._destinations.append(len(self._groups))

    def _end_flow(self) -> None:
        self._end_paragraph()
        self._end_row()
        ended = self._flows.pop()
        self._flows[-1].after += ended.paragraphs

    # Words

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        if self._opened and (word in _UNREAD or self._starred):
            state.unread = state.unread or word not in _READ_THOUGH_STARRED
        if word == "u" and number is not None:
            self._take_unicode(number)
        elif word == "uc":
            state.skip = max(0, min(number or 0, 10))
        elif word == "ansicpg":
            self._default = codec_of_page(number)
            state.codec = self._default
        elif word in {"f", "af"} and state.role == "fonttbl":
            self._font_read = number
        elif word == "fcharset" and self._font_read is not None:
            self._fonts[self._font_read] = codec_of_font(number)
        elif word == "f":
            state.codec = self._fonts.get(number or 0) or self._default
        elif word in {"fonttbl", "listtext", "pntext", "footnote", "shptxt", "field", "fldinst"}:
            self._begin_role(word)
        elif word in {"v", "deleted", "mdeleted"}:
            state.hidden = number != 0
        elif word == "plain":
            state.hidden = False
            state.codec = self._default
        elif not state.unread:
            self._layout(word, number)

    def _begin_role(self, word: str) -> None:
        state = self._state
        if word == "field":
            state.role = "field"
            self._instructions.append("")
            return
        state.role = "listtext" if word == "pntext" else word
        if word in {"footnote", "shptxt"} and not state.unread:
            self._begin_flow()
        elif word == "listtext":
            self._flows[-1].number = ""

    def _layout(self, word: str, number: int | None) -> None:
        flow = self._flows[-1]
        if word in _CHARACTERS:
            self._write(_CHARACTERS[word])
        elif word in {"par", "sect", "page", "column"}:
            self._end_paragraph()
        elif word == "pard":
            flow.level = 0
            flow.in_table = False
        elif word == "intbl":
            flow.in_table = True
        elif word == "outlinelevel":
            flow.level = (number or 0) + 1 if 0 <= (number or 0) < 9 else 0
        elif word in {"cell", "nestcell"}:
            flow.in_table = True
            self._end_paragraph()
            flow.cells.append(flow.cell)
            flow.cell = []
        elif word in {"row", "nestrow"}:
            self._end_row()

    # Text

    def _take(self, data: bytes) -> None:
        while self._to_skip and data:
            self._to_skip -= 1
            data = data[1:]
        self._bytes += data
        self._starred = self._opened = False

    def _take_unicode(self, number: int) -> None:
        code = number & 0xFFFF
        self._to_skip = self._state.skip
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00 if self._high else 0xFFFD
        self._high = 0
        self._write(chr(code))

    def _flush(self) -> None:
        if not self._bytes:
            return
        data, self._bytes = bytes(self._bytes), bytearray()
        if self._state.codec != SYMBOLS:
            self._write(decoded(data, self._state.codec, self._default))

    def _write(self, text: str) -> None:
        state = self._state
        if state.role == "fldinst":
            if self._instructions:
                self._instructions[-1] += text
            return
        in_contents = any(_CONTENTS.match(it) for it in self._instructions)
        if state.unread or state.hidden or state.role == "fonttbl" or in_contents:
            return
        if state.role == "listtext":
            self._flows[-1].number += text
        else:
            self._flows[-1].text.append(text)

    def _end_paragraph(self) -> None:
        flow = self._flows[-1]
        text, number = "".join(flow.text), flow.number.strip(" \t·•\uf0b7\ufffd")
        flow.text, flow.number = [], ""
        if text.strip():
            place = (self._tables, flow.row, len(flow.cells)) if flow.in_table else None
            paragraph = Paragraph(numbered(number, text), flow.level, place)
            (flow.cell if flow.in_table else flow.paragraphs).append(paragraph)
        if not flow.in_table:
            if flow.row:
                flow.row = 0
                self._tables += 1
            flow.paragraphs += flow.after
            flow.after = []

    def _end_row(self) -> None:
        flow = self._flows[-1]
        if flow.cell:
            flow.cells.append(flow.cell)
        flow.paragraphs += rows_as_lines(flow.cells)
        flow.paragraphs += flow.after
        flow.cell, flow.cells, flow.after = [], [], []
        flow.row += 1

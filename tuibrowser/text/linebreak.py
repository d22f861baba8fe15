"""Lines of Chinese text.

Textual and rich break at white space and then anywhere; 6 to 9 lines in a hundred of a real report
then start with a punctuation mark. Here a line neither starts with a closing mark nor ends with an
opening one (避头尾), and numbers and Latin words stay whole; so do a number with what it counts,
and Chinese words where it is known where they start, as long as little room is lost. After the
rules of GB/T 15834-2011 for punctuation and UAX #14 for numbers, as far as reports need them.

A paragraph is measured once; breaking it again at another width reuses the sums (100,000
characters: 25-37 ms the first time, 13-16 ms again).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from tuibrowser.model.terms import Span
from tuibrowser.text.cellwidth import Ambiguous, prefix_sums
from tuibrowser.text.visible import visible_lines
from tuibrowser.text.words import starts_word

CLOSERS: Final = frozenset(
    "，。、；：！？）〕】》〉」』〗〙］｝”’…—～·％‰℃﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞，．｡｣､,.;:!?)]}%°"
)
"""Marks that never start a line."""

OPENERS: Final = frozenset("（〔【《〈「『〖〘［｛“‘﹙﹛﹝｢￥＄([{¥$№")
"""Marks that never end a line."""

_BLANKS: Final = frozenset(" \t\n\u3000\u00a0")
_WORD: Final = frozenset(
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "０１２３４５６７８９ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"
    "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
)
_JOINERS: Final = frozenset(".,:/-+_@&=#~'’·．：－＋～—")
"""Hold a number or word together when they stand inside it: 23.7, 1,234, 12·4, 2021—2025."""
_SIGNS: Final = frozenset("%％‰℃°")
_DIGITS: Final = frozenset("0123456789０１２３４５６７８９")
_ARROW: Final = "→"
"""Between an old number and the new one."""

_COUNT: Final = r"[\d.,]+[%％‰\u4e00-\u9fff]{0,4}"
_CHANGE: Final = re.compile(f"{_COUNT}{_ARROW}{_COUNT}")
"""An old number with the new one, each with what it counts: 3.8万元→4.1万元."""

_BACK = 12
"""How many characters a break may move left to keep a number or word whole. Longer ones (a web
address) are cut rather than leaving half a line empty."""

_GIVEN = 6
"""Of a line, one part in so many may stay empty to keep a Chinese word whole, or a number and what
it counts, which readers can do without: at 37 cells three characters."""
_GIVEN_MOST = 8
"""And in a wide line no more cells than four characters take; longer words are rare."""
_GIVEN_CHANGE = 3
"""Of a line, one part in so many may stay empty to keep a change of a number whole, which is read
at one glance: at 37 cells twelve characters."""

# It cannot begin within blanks, or a long run of them would be read anew from each of its places.
_WRAP: Final = re.compile(r"(?<![ \t\u3000\u00a0])[ \t\u3000\u00a0]*\n[ \t\n\u3000\u00a0]*")


def _hide(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    gap = "\n" * (match.end() - match.start())
    # Only between Latin words was there a space where the source broke the line.
    if before.isascii() and before.isalpha() and after.isascii() and after.isalpha():
        return " " + gap[1:]
    return gap


def join_wraps(text: str) -> str:
    """``text`` with the line wraps of its source undone, character for character.

    Returns:
        As many characters as ``text``: what is not to be drawn (a line break with the blanks
        around it) became ``\\n``, which takes no cell; a tab became a space, a control ``�``.
    """
    if "\n" in text:
        text = _WRAP.sub(_hide, text)
    # Reading removes controls; should one come another way, it must not reach the terminal.
    return visible_lines(text)


def broken(text: str, width: int, ambiguous: Ambiguous = 1) -> list[str]:
    """``text`` as lines of ``width`` cells, 1 or more; its own line ends are kept."""
    return [
        paragraph[start:end]
        for paragraph in text.split("\n")
        for start, end in MeasuredParagraph(paragraph, ambiguous).lines(max(width, 1)) or [(0, 0)]
    ]


def one_line(text: str) -> str:
    """``text`` without line ends, and with nothing in it that a terminal would obey."""
    return join_wraps(text).replace("\n", "")


class MeasuredParagraph:
    """One paragraph, measured once and broken at any width."""

    __slots__ = ("_origin", "_sums", "_words", "shown")

    def __init__(
        self, text: str, ambiguous: Ambiguous = 1, words: bytes | None = None, origin: int = 0
    ) -> None:
        """Measure ``text``, which is taken for one paragraph however its source wraps it.

        Args:
            text: The paragraph.
            ambiguous: Cells of an ambiguous character on this terminal.
            words: Word starts of the text that it is taken from, if they are known.
            origin: Where it begins in that text.
        """
        self.shown = join_wraps(text)
        self._sums = prefix_sums(self.shown, ambiguous)
        self._words, self._origin = words, origin

    def lines(self, width: int, indent: int = 0) -> list[Span]:
        """Break into lines.

        Args:
            width: Cells of a line, 1 or more. A line is wider only where a single character is.
            indent: Cells that the first line leaves free on its left.

        Returns:
            Half-open ranges of the text, in order. Between them, and at both ends of the
            paragraph, only blanks are left out; of an empty paragraph nothing remains.
        """
        shown, sums = self.shown, self._sums
        start, end = 0, len(shown)
        while end and shown[end - 1] in _BLANKS:
            end -= 1
        found: list[Span] = []
        room = max(width - indent, 1)
        while True:
            while start < end and shown[start] in _BLANKS:
                start += 1
            if start >= end:
                return found
            fits = max(bisect_right(sums, sums[start] + room, start + 1) - 1, start + 1)
            while fits < end and sums[fits] == sums[fits + 1]:
                fits += 1  # an accent stays with its letter
            if fits >= end:
                stop = end
            else:
                stop = self._before_change(start, fits, room) or self._best_break(start, fits, room)
            last = stop
            while shown[last - 1] in _BLANKS:
                last -= 1
            found.append((start, last))
            start, room = stop, width

    def _before_change(self, start: int, fits: int, room: int) -> int:
        """Where the change of a number begins that a break before ``fits`` would part; 0 where
        there is none, or too much room would be lost."""
        shown = self.shown
        begin = max(start, fits - 2 * _BACK)
        if _ARROW not in shown[begin : fits + _BACK]:
            return 0
        # A closing mark goes where the change goes.
        is_behind = shown[fits] in CLOSERS
        changes = (it.span() for it in _CHANGE.finditer(shown, begin, fits + 2 * _BACK))
        change = next((a for a, b in changes if a < fits < b + is_behind), start)
        is_near = self._sums[change] >= self._sums[start] + room - room // _GIVEN_CHANGE
        return change if change > start and is_near and self._may_break(change) else 0

    def _best_break(self, start: int, fits: int, room: int) -> int:
        """The best place to end a line, after ``start`` and no later than ``fits``."""
        shown, words = self.shown, self._words
        plain = "\u4e00" <= shown[fits - 1] <= "\u9fff" and "\u4e00" <= shown[fits] <= "\u9fff"
        # Between two plain characters, as most breaks are, nothing speaks against a break but a
        # word that would be cut.
        if plain and (words is None or starts_word(words, self._origin + fits)):
            return fits
        second = None
        least = self._sums[start] + room - min(room // _GIVEN, _GIVEN_MOST)
        for at in range(fits, start, -1):
            if self._sums[at] < least:
                break
            if (
                (words is None or starts_word(words, self._origin + at))
                and self._may_break(at)
                and not self._cuts_word(at)
            ):
                if not self._parts_count(at):
                    return at
                second = second or at
        if second is not None:
            return second
        if plain:
            return fits
        for at in range(fits, max(start, fits - _BACK), -1):
            if self._may_break(at) and not self._cuts_word(at):
                return at
        for at in range(fits, start, -1):
            if self._may_break(at):
                return at
        return fits

    def _may_break(self, at: int) -> bool:
        """Whether punctuation allows a line to end before ``at``; blanks there vanish."""
        shown, sums = self.shown, self._sums
        following = at
        while shown[following] in _BLANKS:
            following += 1
        if shown[following] in CLOSERS or (following == at and sums[at] == sums[at + 1]):
            return False
        before = at - 1
        while before > 0 and (shown[before] in _BLANKS or sums[before] == sums[before + 1]):
            before -= 1
        return shown[before] not in OPENERS

    def _cuts_word(self, at: int) -> bool:
        """Whether a break would part a number or a Latin word."""
        # A wrap of the source ("\n") may stand inside a number and is looked through.
        shown = self.shown
        around = shown[max(at - 8, 0) : at].rstrip("\n"), shown[at : at + 8].lstrip("\n")
        before, following = around[0][-1:], around[1][:1]
        if before in _WORD:
            if following in _WORD or following in _SIGNS:
                return True
            return following in _JOINERS and around[1][1:2] in _WORD
        return before in _JOINERS and following in _WORD and around[0][-2:-1] in _WORD

    def _parts_count(self, at: int) -> bool:
        """Whether a break would part a number from what it counts (3|件), or from what it was."""
        before, following = self.shown[at - 1], self.shown[at]
        counts = before in _DIGITS and "\u4e00" <= following <= "\u9fff"
        return counts or _ARROW in (before, following)

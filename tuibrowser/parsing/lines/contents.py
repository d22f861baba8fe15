"""A table of contents, which names every heading before the report does."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tuibrowser.parsing.lines.source import Line

# Code, not lexicon: a table of contents is told by its form.
_NAMED = re.compile(r"^[\[【〈《]?(?:目[录次]|contents)[\]】〉》]?:?$")
_ROMAN = "(?:[ivx]{1,6}|[ⅰ-ⅻⅠ-Ⅻ]{1,3})"
"""What the pages before the first are numbered with."""
# 一、主要举措……3, 一、主要举措 3 with the white space that the shadow leaves out.
_LEADERS = re.compile(
    r"(?:[.…·・•⋯。_—―─-]{2,}|[…⋯])[(-]?(?:第|p\.?)?"
    rf"(?:\d{{1,3}}(?:-\d{{1,3}})?|{_ROMAN}|[一二三四五六七八九十]{{1,3}})?页?[)-]?$"
)
# 一、主要举措（3), 一、主要举措 第3页, 一、主要举措 1-3
_ITS_PAGE = re.compile(rf"\(?第?(?:(?<!\d)\d{{1,3}}(?:-\d{{1,3}})?|{_ROMAN})页?\)?$")
# Also -3- and (3).
_PAGE = re.compile(rf"^(?P<words>.*?[^\d(-])[(-]?(?P<page>\d{{1,3}}|{_ROMAN})[)-]?$")
_WORTH = {"i": 1, "v": 5, "x": 10}
_LONGEST = 80
_WIDE = 2
"""Blanks that part words from a page."""
_FEWEST = 3
"""Lines that make a table of contents which neither a name nor pages tell."""
_STOPS = re.compile(r"[。;!?]")
_HEADING_ENDS = re.compile(r"[。:]")


class _Entry(NamedTuple):
    words: str
    page: int
    """0 where leaders tell the entry."""
    has_leaders: bool


def find_contents(lines: Sequence[Line], text: str) -> set[int]:
    """Indices of the lines of a table of contents, its own heading among them.

    Lines that end in leaders or, parted by white space, in a page's number: two in a row are one,
    or any below 目录; below it also such as a later line says again, its page aside. Rows
    of a table end in numbers, too: without leaders pages rise, and a later line says one of the two
    again. Three short lines in a row are one as well, where later lines say them again in that
    order and with something between.
    """
    entries = [_entry(line, text) for line in lines]
    last = {said: index for index, line in enumerate(lines) for said in _sayings(line.shadow)}
    found: set[int] = set()
    for index, line in enumerate(lines):
        if index not in found and _NAMED.match(line.shadow):
            end = index + 1
            while end < len(lines) and (
                entries[end]
                or (len(lines[end].shadow) <= _LONGEST and _said_again(lines[end], last) > end)
            ):
                end += 1
            if end > index + 1:
                found |= set(range(index, end))
    for index in range(1, len(lines)):
        above, here = entries[index - 1], entries[index]
        if (
            above
            and here
            and (
                above.has_leaders
                or here.has_leaders
                or (
                    above.page <= here.page
                    and index < max(last.get(above.words, -1), last.get(here.words, -1))
                )
            )
        ):
            found |= {index - 1, index}
    return found | _announced(lines, last)


def _announced(lines: Sequence[Line], last: Mapping[str, int]) -> set[int]:
    """Indices of lines that only name what comes: as links of a page do, or a pasted outline."""
    found: set[int] = set()
    run: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        is_short = len(line.shadow) <= _LONGEST and not _STOPS.search(line.shadow)
        later = _said_again(line, last) if is_short else -1
        if run and not (index < run[0][1] and later > run[-1][1]):
            found |= _names_of(run)
            run = []
        if later > index:
            run.append((index, later))
    return found | _names_of(run)


def _names_of(run: Sequence[tuple[int, int]]) -> set[int]:
    """The lines of ``run``, each with the one that says it again, if they announce those: not in a
    text that stands there twice, where the same follow each other again."""
    if len(run) < _FEWEST or run[-1][1] - run[0][1] < len(run):
        return set()
    return {index for index, _ in run}


def ends_in_page(shadow: str) -> bool:
    """Whether leaders run to a page's number at its end: 一、主要举措……3."""
    return len(shadow) <= _LONGEST and bool(_LEADERS.search(shadow))


def _sayings(shadow: str) -> set[str]:
    """A line, and the heading that runs into it: 1.宪法宣传。12月…."""
    return {shadow, _HEADING_ENDS.split(shadow, maxsplit=1)[0]}


def _said_again(line: Line, last: Mapping[str, int]) -> int:
    """The last line that says what ``line`` does, but for a page; -1 where none does."""
    words = _ITS_PAGE.sub("", line.shadow)
    return max(last.get(line.shadow, -1), last.get(words, -1))


def _entry(line: Line, text: str) -> _Entry | None:
    shadow = line.shadow
    if len(shadow) > _LONGEST or len(shadow) < 3:
        return None
    if leaders := _LEADERS.search(shadow):
        words = shadow[: leaders.start()]
        return None if _STOPS.search(words) else _Entry(words, 0, has_leaders=True)
    page = _PAGE.match(shadow)
    if not page or _STOPS.search(shadow):
        return None
    at = page.end("words")
    gap = text[line.offsets[at - 1] + 1 : line.offsets[at]]
    if "\t" not in gap and len(gap) < _WIDE and "\u3000" not in gap:
        return None
    return _Entry(page["words"], _number(page["page"]), has_leaders=False)


def _number(page: str) -> int:
    if page.isdecimal():
        return int(page)
    worth = [_WORTH[letter] for letter in unicodedata.normalize("NFKC", page).lower()]
    return sum(-it if it < after else it for it, after in zip(worth, [*worth[1:], 0], strict=True))

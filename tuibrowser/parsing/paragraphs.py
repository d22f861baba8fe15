"""The paragraphs of a text, whatever its line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tuibrowser.parsing.lines import Line, join, unwrapped
from tuibrowser.parsing.numbering import HAN, MARKER, ordinal_of
from tuibrowser.parsing.oneline import cut_page, cut_title

_INNER_NUMBERS = (
    re.compile(rf"(?<!\d)(\d{{1,2}})[.、](?=[{HAN}]{{2}})"),
    re.compile(rf"(\([一二三四五六七八九十]\))(?=[{HAN}]{{2}})"),
    re.compile(rf"([①-⑩])(?=[{HAN}]{{2}})"),
)


def paragraphs(text: str) -> list[Line]:
    """The paragraphs of ``text`` in order; one that holds several numbered ones is cut."""
    lines = unwrapped(text)
    titled = [piece for line in lines[:3] for piece in cut_title(line, text)]
    whole = [piece for line in (*titled, *lines[3:]) for piece in cut_page(line, text)]
    cut = [piece for line in whole for piece in _cut_at_numbers(line, text)]
    return list(_with_broken_headings(cut))


_TWO_CLAUSES = re.compile(r"[^,。;:!?]{3,20},(?P<second>[^,。;:!?]{2,20})$")
_REST = re.compile(r"[^,。;:!?、\d|\t]{1,8}$")


def _with_broken_headings(lines: Sequence[Line]) -> Iterator[Line]:
    """``lines``, a heading whose last word came on a line of its own made whole: the second clause
    is then as long as the first. 坚持综合施策,优化营商 / 环境"""
    held: Line | None = None
    for line in lines:
        if held is not None and _completes(held.shadow, line.shadow):
            yield join([held, line])
            held = None
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _completes(heading: str, rest: str) -> bool:
    marker = MARKER.match(heading)
    words = heading[marker.end() :] if marker else ""
    clauses = _TWO_CLAUSES.match(words)
    if not clauses or not _REST.match(rest) or MARKER.match(rest):
        return False
    missing = words.index(",") - len(clauses["second"])
    return missing > 1 and abs(missing - len(rest)) <= 1


def _cut_at_numbers(line: Line, text: str) -> list[Line]:
    """1.宪法宣传。…2.送法下乡。…: a paragraph that begins with a number and counts on inside."""
    pattern = next((p for p in _INNER_NUMBERS if p.match(line.shadow)), None)
    if not pattern:
        return [line]
    cuts, last = [0], 0
    for match in pattern.finditer(line.shadow):
        ordinal = ordinal_of(match[1]) or 0
        if not match.start():
            last = ordinal
        elif ordinal == last + 1 and line.shadow[match.start() - 1] == "。":
            cuts.append(match.start())
            last = ordinal
    return line.cut([*cuts, len(line.shadow)], text)

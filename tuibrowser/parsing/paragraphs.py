"""The paragraphs of a text, whatever its line breaks."""

from __future__ import annotations

import re

from tuibrowser.parsing.broken import whole_headings
from tuibrowser.parsing.lines import Line, unwrapped
from tuibrowser.parsing.numbering import HAN, ordinal_of
from tuibrowser.parsing.oneline import cut_page, is_page
from tuibrowser.parsing.page_head import cut_title

# Code, not lexicon: how numbers, marks and line ends part a text; the words at the seams are in
# seams.toml.
_INNER_NUMBERS = (
    re.compile(rf"(?<!\d)(\d{{1,2}})[.、](?=[{HAN}]{{2}})"),
    re.compile(rf"(\([一二三四五六七八九十]\))(?=[{HAN}]{{2}})"),
    re.compile(rf"([①-⑩])(?=[{HAN}]{{2}})"),
)


def paragraphs(text: str) -> list[Line]:
    """The paragraphs of ``text`` in order; one that holds several numbered ones is cut."""
    lines = unwrapped(text)
    length = sum(len(line.shadow) for line in lines)
    titled = [piece for line in lines[:3] for piece in cut_title(line, text)]
    whole = [
        piece
        for line in (*titled, *lines[3:])
        for piece in cut_page(line, text, is_page(line, length))
    ]
    cut = [piece for line in whole for piece in _cut_at_numbers(line, text)]
    return whole_headings(cut)


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

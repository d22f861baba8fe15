"""The paragraphs of a text, whatever its line breaks."""

from __future__ import annotations

import re

from tuibrowser.parsing.breaks.broken import whole_headings
from tuibrowser.parsing.breaks.glued import cut_glued
from tuibrowser.parsing.breaks.oneline import cut_page, is_page
from tuibrowser.parsing.breaks.page_head import cut_title
from tuibrowser.parsing.breaks.rows import cut_rows
from tuibrowser.parsing.breaks.seam_sides import item_length
from tuibrowser.parsing.lines.numbering import HAN, MARKER, ordinal_of
from tuibrowser.parsing.lines.source import Line, unwrapped

# Code, not lexicon: how numbers, marks and line ends part a text; the words at the seams are in
# seams.toml.
_INNER_NUMBERS = (
    re.compile(rf"(?<!\d)(\d{{1,2}})[.、](?=[{HAN}]{{2}})"),
    re.compile(rf"(\([一二三四五六七八九十]\))(?=[{HAN}]{{2}})"),
)
_COUNTED = re.compile(rf"\d[余多万]*(?:[{HAN}]{{1,2}}|%)$")
# 一、主要举措和成效（一）强化学习。…: a heading alone stands before the first number below it.
_FIRST_BELOW = {
    "part": re.compile(rf"(?:\(一\)|一、)(?=[{HAN}]{{2}})"),
    "section": re.compile(rf"(?:\(一\)|一、)(?=[{HAN}]{{2}})"),
    "chapter": re.compile(rf"(?:(?<![第之])\(一\)|(?<![\d.])1[.、])(?=[{HAN}]{{2}})"),
    "item": re.compile(rf"(?<![\d.])1[.、](?=[{HAN}]{{2}})"),
}
# …3次。二、存在的不足和原因: the line end before the next part was lost.
_NEXT_PART = re.compile(r"(?<=[。!?])[二三四五六七八九]、")
_PART = re.compile(r"[^。:;!?]{4,48}(?=[。:]|$)")
_HEADS = re.compile(r"[^。;!?]{2,60}")


def paragraphs(text: str) -> list[Line]:
    """The paragraphs of ``text`` in order; one that holds several numbered ones is cut."""
    lines = cut_rows(unwrapped(text), text)
    length = sum(len(line.shadow) for line in lines)
    titled = [piece for line in lines[:3] for piece in cut_title(line, text)]
    whole = [
        piece
        for line in (*titled, *lines[3:])
        for piece in cut_page(line, text, is_page(line, length))
    ]
    headed = [piece for line in whole for piece in _cut_below_headings(line, text)]
    parted = [piece for line in headed for piece in _cut_before_parts(line, text)]
    cut = [piece for line in parted for piece in _cut_at_numbers(line, text)]
    return cut_glued(whole_headings(cut, text), text)


def _cut_below_headings(line: Line, text: str) -> list[Line]:
    """The headings that a paragraph begins with, each above the first of its own, and the rest."""
    edges = [0]
    while marker := MARKER.match(line.shadow, edges[-1]):
        pattern = _FIRST_BELOW.get(marker.lastgroup or "")
        words = _HEADS.match(line.shadow, marker.end())
        if pattern is None or words is None:
            break
        below = pattern.search(line.shadow, marker.end() + 2, words.end())
        if below is None:
            break
        edges.append(below.start())
    return line.cut([*edges, len(line.shadow)], text) if len(edges) > 1 else [line]


def _cut_before_parts(line: Line, text: str) -> list[Line]:
    """A paragraph, and the numbered headings of required items that ran on behind it."""
    edges = [0]
    for number in _NEXT_PART.finditer(line.shadow):
        words = _PART.match(line.shadow, number.end())
        if words and item_length(words[0]) == len(words[0]):
            edges.append(number.start())
    return line.cut([*edges, len(line.shadow)], text) if len(edges) > 1 else [line]


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
        elif ordinal == last + 1 and (
            line.shadow[match.start() - 1] == "。"
            # …办案5件（三）强化执法。…, whose stop was lost.
            or (match[1][0] == "(" and _COUNTED.search(line.shadow, 0, match.start()))
        ):
            cuts.append(match.start())
            last = ordinal
    return line.cut([*cuts, len(line.shadow)], text)

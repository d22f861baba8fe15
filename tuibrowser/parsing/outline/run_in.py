"""Headings without number that run into their paragraph: its first sentence, a name in brackets, or
words that white space parts from the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tuibrowser.parsing.breaks.seam_sides import item_length
from tuibrowser.parsing.lines.numbering import MARKER, POINT
from tuibrowser.parsing.lines.source import Line
from tuibrowser.parsing.outline.marked import Heading, gap_after_heading
from tuibrowser.parsing.outline.unmarked import (
    HasKind,
    is_parallel,
    looks_like_heading,
    names_part,
    unmarked_heading,
)

_LONGEST = 48
# 【规范执法】全年…
_BOXED = re.compile(r"^[【〖]([^【】〖〗]{2,20})[】〗]")
_LONGEST_LABEL = 12
_ITEM_OPENS = re.compile(r"[^。;:!?]{4,36}[。:](?=.)")
# Code, not lexicon: how numbers, marks and line ends part a text; the words at the seams are in
# seams.toml.
_NOTHING = re.compile("暂?(?:无|没有)")
_FIRST_SENTENCE = re.compile(r"^([^。;:!?]{3,40})。(?=.{6})")
_LONGEST_BARE = 22
# Prose that speaks of somebody or some time is no heading.
_PROSE = re.compile(
    r"^(?:我|本|全|各|该|镇|乡|街道|区|县|市|今年|去年|一年来|近年|为了?|在(?!.{2,8}上)|通过|经|由|其中|此外|同时|目前|下一?步|接下来|虽然|对|截)"
    r"|\d|[无没]|[了已]"
)


def items_run_in(
    lines: Sequence[Line],
    body: Sequence[int],
    marked: Mapping[int, Heading],
    has_kind: HasKind,
    text: str,
) -> Iterator[tuple[int, Heading]]:
    """Headings of required items that run into their text: 主要举措和成效。全年…, 其他情况：无。

    Where the first level kept its numbers such words only open a paragraph.
    """
    if any(heading.style in {"part", "chapter"} for heading in marked.values()):
        return
    parts = [lines[index].shadow for index in body if index not in marked]
    alone = any(item_length(words) == len(words) for words in parts if len(words) <= _LONGEST)
    for index in body:
        if index in marked:
            continue
        shadow = lines[index].shadow
        at = gap_after_heading(lines[index], 0, text)
        if at is None and (opened := _ITEM_OPENS.match(shadow)):
            # Among parts on lines of their own it is one of its likes: 规范执法。…
            is_like = alone and opened[0].endswith("。")
            at = None if is_like and not _NOTHING.match(shadow, opened.end()) else opened.end()
        words = shadow[:at].rstrip("。:")
        if at and has_kind(words) and item_length(words) == len(words):
            yield index, _cut(index, lines[index], at, has_kind, text)


def run_in(
    lines: Sequence[Line],
    body: Sequence[int],
    known: Mapping[int, Heading],
    has_kind: HasKind,
    text: str,
) -> Iterator[tuple[int, Heading]]:
    """First sentences that head their paragraph, where a first-level section has them throughout.

    Under a second-level heading the same form is a point that opens with its subject, no heading.
    """
    for group in _under_first_level(body, known):
        heads = {
            index: m for index in group if (m := _opens_with_head(lines[index].shadow, has_kind))
        }
        for clauses in (1, 2):
            same = [i for i, match in heads.items() if match[1].count(",") + 1 == clauses]
            rest = [i for i in group if i not in same and not POINT.match(lines[i].shadow)]
            # A single clause is a common opener, so all must have it, less one general paragraph.
            throughout = not rest or rest == group[:1] or (clauses == 2 and len(same) > 2)
            if not throughout:
                same = _of_one_length(same, heads, group)
            if len(same) < 2:
                continue
            for index in same:
                heading = _cut(index, lines[index], heads[index].end(), has_kind, text)
                yield index, replace(heading, level=2)  # whatever it names, it stands below


def _of_one_length(
    same: Sequence[int], heads: Mapping[int, re.Match[str]], group: Sequence[int]
) -> list[int]:
    """Those as long as the first, which opens the section: the paragraphs between go on below."""
    if not same or same[0] != group[0]:
        return []
    length = len(heads[same[0]][1])
    return [i for i in same if len(heads[i][1]) == length <= _LONGEST_LABEL]


def parted_by_space(
    lines: Sequence[Line],
    body: Sequence[int],
    known: Mapping[int, Heading],
    has_kind: HasKind,
    text: str,
) -> Iterator[tuple[int, Heading]]:
    """Headings that white space parts from their text, two at least in a section: 严格执法 全年…"""
    for group in _under_first_level(body, known):
        parted = {
            index: at
            for index in group
            if (at := gap_after_heading(lines[index], 0, text))
            and looks_like_heading(lines[index].shadow[:at])
            and not _PROSE.search(lines[index].shadow[:at])
        }
        if len(parted) > 1 and group[0] in parted:
            for index, at in parted.items():
                yield index, replace(_cut(index, lines[index], at, has_kind, text), level=2)


def boxed(
    lines: Sequence[Line],
    body: Sequence[int],
    known: Mapping[int, Heading],
    has_kind: HasKind,
    text: str,
) -> Iterator[tuple[int, Heading]]:
    """Names in 【】 that open paragraphs, two at least: 【规范执法】全年…"""
    opened = {i: m for i in body if (m := _BOXED.match(lines[i].shadow))}
    if len(opened) > 1:
        for index in opened.keys() - known.keys():
            match = opened[index]
            heading = _cut(index, lines[index], match.end(), has_kind, text)
            yield index, replace(heading, marker_length=1)


def _cut(index: int, line: Line, at: int, has_kind: HasKind, text: str) -> Heading:
    body = line.piece(at, len(line.shadow), text) if at < len(line.shadow) else None
    return unmarked_heading(index, line.piece(0, at, text), has_kind, body)


def _under_first_level(body: Sequence[int], known: Mapping[int, Heading]) -> Iterator[list[int]]:
    """Paragraphs of each first-level section without a second level of its own."""
    group: list[int] | None = None
    for index in body:
        heading = known.get(index)
        if heading is None:
            if group is not None:
                group.append(index)
        elif heading.level <= 2:
            if group:
                yield group
            group = [] if heading.level == 1 and heading.body is None else None
    if group:
        yield group


def _opens_with_head(shadow: str, has_kind: HasKind) -> re.Match[str] | None:
    match = _FIRST_SENTENCE.match(shadow)
    if (
        not match
        or shadow[0] in "—–-"
        or POINT.match(shadow)
        or MARKER.match(shadow)
        or _PROSE.search(match[1])
    ):
        return None
    bare = len(match[1]) <= _LONGEST_BARE and "," not in match[1]
    return match if bare or is_parallel(match[1]) or names_part(match[1], has_kind) else None

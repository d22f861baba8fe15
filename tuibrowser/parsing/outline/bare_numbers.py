"""Headings whose number has lost its mark or has a wrong one: 一 推进…, 二存在的不足, 2优化服务,
三。下一步打算, －、主要举措."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tuibrowser.parsing.breaks.seam_sides import item_length
from tuibrowser.parsing.lines.numbering import HAN, ordinal_of
from tuibrowser.parsing.lines.source import Line
from tuibrowser.parsing.outline.marked import Heading, cut_heading

# 3人民调解…, 2日常执法… and 4多元化解… begin with words.
_COUNTED = (
    "(?:年(?![轻度])|月|日(?!常)|个(?![人体别])|名(?!誉)|件|次|场(?![所景])|户(?![外籍])|人(?![民大员才居])"
    "|条(?!例)|项(?!目)|家(?![庭风校长])|份|起|万|多(?![元方部])|余)"
)
_BROKEN_NUMBER = re.compile(rf"^(\d{{1,2}})(?=[{HAN}]{{4}})(?!{_COUNTED})")
# What a slip of the finger or a scan leaves for 、; 1—3月 and 8:30 are followed by digits.
_WRONG = "[。;:·｡､—–-]?"
_SPACED = re.compile(
    rf"^(?P<chapter>[一二三四五六七八九十]{{1,3}}{_WRONG})(?=[{HAN}]|20\d\d年)"
    rf"|^(?P<number>\d{{1,2}}{_WRONG}(?=[{HAN}])|\d{{1,2}}?{_WRONG}(?=20\d\d年))"
)
_DASHED = re.compile(f"^[—–-]{{1,2}}、(?=[{HAN}]|20\\d\\d年)")
"""A dash for 一, which it looks like."""


def spaced_numbers(
    lines: Sequence[Line], body: Sequence[int], marked: Mapping[int, Heading], text: str
) -> dict[int, Heading]:
    """一 推进…, 二存在的不足 and 三。下一步打算: white space or a required item follows the number,
    and at least one more line counts on so; －、 before 二、."""
    found: dict[int, Heading] = {}
    counts: dict[str, list[tuple[int, int, int]]] = {}
    for index in body:
        line = lines[index]
        if dashed := _DASHED.match(line.shadow):
            counts.setdefault("chapter", []).append((index, dashed.end(), 1))
            continue
        if not (match := _SPACED.match(line.shadow)):
            continue
        words = line.shadow[match.end() :].rstrip("。:")
        is_spaced = line.offsets[match.end()] - line.offsets[match.end() - 1] > 1
        if not is_spaced and item_length(words) < len(words):
            continue
        place = index, match.end(), ordinal_of(match[0]) or 0
        counts.setdefault(match.lastgroup or "chapter", []).append(place)
    for style, numbered in counts.items():
        ordinals = {it.ordinal for it in marked.values() if it.style == style}
        ordinals |= {ordinal for *_, ordinal in numbered}
        for index, length, ordinal in numbered:
            is_counted = ordinals & {ordinal - 1, ordinal + 1}
            heading = cut_heading(index, lines[index], style, length, ordinal, text)
            if heading and is_counted:
                found[index] = heading
    return found


def repair_numbers(
    lines: Sequence[Line], body: Sequence[int], found: dict[int, Heading], text: str
) -> dict[int, Heading]:
    """2优化服务 between 1. and 3. has lost its dot."""
    numbered = {h.ordinal for h in found.values() if h.style == "number"}
    repaired = {}
    for index in body:
        match = _BROKEN_NUMBER.match(lines[index].shadow)
        if index in found or not match or not {int(match[1]) - 1, int(match[1]) + 1} & numbered:
            continue
        if heading := cut_heading(index, lines[index], "number", match.end(), int(match[1]), text):
            repaired[index] = heading
    return repaired

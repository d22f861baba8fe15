"""Copies of a text as pages, mail and typists alter it, with where each character came from.

Each alteration is a list of edits of the original; nothing else about it changes, so what was right
of the original must still be found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Edit = tuple[int, int, str]
"""Offset, characters removed, characters put in."""


@dataclass(frozen=True)
class Altered:
    """A text and, for each of its characters, the offset in the original (-1: put in)."""

    text: str
    origin: tuple[int, ...]


@dataclass(frozen=True)
class HeadingPlace:
    """Where a labelled heading stands in the original."""

    start: int
    title_start: int
    title_end: int
    level: int


def apply(text: str, edits: Iterable[Edit]) -> Altered:
    """Carry out ``edits``, which must not overlap."""
    pieces: list[str] = []
    origin: list[int] = []
    at = 0
    for offset, removed, inserted in sorted(edits):
        pieces += [text[at:offset], inserted]
        kept = range(offset, offset + len(inserted)) if removed == len(inserted) else None
        origin += [*range(at, offset), *(kept or [-1] * len(inserted))]
        at = offset + removed
    pieces.append(text[at:])
    origin += range(at, len(text))
    return Altered("".join(pieces), tuple(origin))


def as_it_is(text: str, _: Sequence[HeadingPlace]) -> Altered:
    """The original."""
    return apply(text, ())


def without_markers(text: str, headings: Sequence[HeadingPlace]) -> Altered:
    """First and second level lost their 一、 and （一）, as automatic numbering does on copying."""
    return apply(text, [(h.start, h.title_start - h.start, "") for h in headings if h.level <= 2])


def half_width(text: str, _: Sequence[HeadingPlace]) -> Altered:
    """Half-width punctuation."""
    twins = dict(zip("，；：（）！？", ",;:()!?", strict=True))
    return apply(text, [(m.start(), 1, twins[m[0]]) for m in re.finditer("[，；：（）！？]", text)])


def full_width_digits(text: str, _: Sequence[HeadingPlace]) -> Altered:
    """Full-width digits."""
    return apply(
        text, [(m.start(), 1, chr(ord(m[0]) + 0xFEE0)) for m in re.finditer("[0-9]", text)]
    )


def wrapped(text: str, _: Sequence[HeadingPlace]) -> Altered:
    """Hard-wrapped at 38 characters, as mail programs do."""
    edits: list[Edit] = []
    for line in re.finditer(r"[^\n]+", text):
        edits += [(at, 0, "\n") for at in range(line.start() + 38, line.end(), 38)]
    return apply(text, edits)


def without_blank_lines(text: str, _: Sequence[HeadingPlace]) -> Altered:
    """No blank lines."""
    return apply(
        text, [(m.start(), len(m[0]) - 1, "") for m in re.finditer(r"\n(?:[ \t\u3000]*\n)+", text)]
    )


def with_full_stops(text: str, headings: Sequence[HeadingPlace]) -> Altered:
    """Headings on a line of their own end in 。"""
    return apply(
        text,
        [
            (h.title_end, 0, "。")
            for h in headings
            if text[h.title_end : h.title_end + 1] in {"", "\n", "\r", " ", "\u3000"}
        ],
    )


def indented(text: str, _: Sequence[HeadingPlace]) -> Altered:
    """Every paragraph indented by two ideographic spaces."""
    return apply(text, [(m.start(), 0, "\u3000\u3000") for m in re.finditer(r"(?m)^(?=\S)", text)])


def spaced_digits(text: str, _: Sequence[HeadingPlace]) -> Altered:
    """Spaces around numbers, as PDF readers put them."""
    joints = re.finditer(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])", text)
    return apply(text, [(m.start(), 0, " ") for m in joints])


def in_one_line(text: str, _: Sequence[HeadingPlace]) -> Altered:
    """The page as one line, as some sites store it: nothing parts heading and text."""
    return apply(text, [(m.start(), len(m[0]), "") for m in re.finditer(r"\s*\n\s*", text)])


def in_one_spaced_line(text: str, _: Sequence[HeadingPlace]) -> Altered:
    """The page as one line with a space where a line ended."""
    return apply(text, [(m.start(), len(m[0]), " ") for m in re.finditer(r"\s*\n\s*", text)])


ALTERATIONS: dict[str, Callable[[str, Sequence[HeadingPlace]], Altered]] = {
    "原样": as_it_is,
    "去掉一、（一）": without_markers,
    "半角标点": half_width,
    "全角数字": full_width_digits,
    "38 字硬换行": wrapped,
    "无空行": without_blank_lines,
    "标题以。结尾": with_full_stops,
    "全角空格缩进": indented,
    "数字两侧空格": spaced_digits,
    "合为一行": in_one_line,
    "合为一行（空格）": in_one_spaced_line,
}

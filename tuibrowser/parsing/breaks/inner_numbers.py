"""The numbers in a long line that head: 一、 （一） 1. where a sentence, a heading or a line ended
before, and each the next of its list, so 一、二、三产业 parts nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from tuibrowser.parsing.breaks.seam_sides import item_length
from tuibrowser.parsing.breaks.seams import LONGEST
from tuibrowser.parsing.lines.numbering import BULLETS, HAN, MARKER, ordinal_of
from tuibrowser.parsing.lines.source import Line

_LONGEST_HEADING: Final = 60
# Code, not lexicon: how numbers, marks and line ends part a text; the words at the seams are in
# seams.toml.
_TENS = "一二三四五六七八九十"
_CHARGED = "壹贰叁参肆伍陆柒捌玖拾"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BULLET: Final = rf"(?<![{_TENS}〇○零])[{BULLETS}]"
"""The ○ of 二○二四年 is none."""
_MARK: Final = rf"(?:[、.]|(?<=[。;!?][{_TENS}]),)"
"""Behind the number of a chapter; a comma only where a sentence ended before that: …。二,"""
_COUNTED: Final = rf"[{_TENS}](?:[、线级类是]|季度|产业|把手|期|班)"
"""What follows numbers that are counted, not headed by: 一、二级, 三、四季度."""
_WORDS: Final = rf"(?=[{HAN}\"]{{2}})"
"""What a heading begins with."""
_FORMS: Final = (
    rf"第[{_TENS}]{{1,2}}(?:部分|章|节)[、:,]?",  # 第一部分
    rf"(?<![{_TENS}、第])[{_TENS}]{{1,3}}{_MARK}(?=[{HAN}\d\"])(?!{_COUNTED})",  # 一、
    rf"[{_CHARGED}]{{1,2}}、",  # 壹、
    "[Ⅰ-Ⅻⅰ-ⅻ]{1,4}[、.]",  # Ⅱ.
    rf"\([{_TENS}]{{1,3}}\)[、]?",  # (一)
    rf"(?<![{_TENS}])[{_TENS}]{{1,3}}\)[、]?",  # 一)
    "[㈠-㈩]",  # ㈠
    rf"(?<![\d.])\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}[.、]?(?=[{HAN}]{{4}})",  # 1.2推进依法
    rf"(?<![\d.])\d{{1,2}}[.、](?=[{HAN}\"]{{2}}|20\d\d年)",  # 1.推进
    rf"[{_STEMS}]、(?=[{HAN}]{{2}})",  # 甲、推进
    f"{_BULLET}{_WORDS}",  # ●推进
    rf"\(\d{{1,2}}\){_WORDS}",  # (1)推进
    f"[①-⑳⑴-⒇]{_WORDS}",  # ①推进
)
_FIRSTS: Final = rf"(?=[第{_TENS}{_CHARGED}Ⅰ-Ⅻⅰ-ⅻ(㈠-㈩\d{_STEMS}{BULLETS}①-⑳⑴-⒇])"
"""What all of them begin with: anything else is passed over at once."""
_INNER: Final = re.compile(f"{_FIRSTS}(?:{'|'.join(_FORMS)})")
_SPACED: Final = re.compile(rf"(?<![{_TENS}、第])[{_TENS}]{{1,2}}(?=[{HAN}]{{2}})")
"""一 推进…: white space alone follows the number."""
_FEWEST_SPACED: Final = 2
BARE: Final = re.compile(r"[^。;:!?\d]{4,40}$")
"""What may be a heading without number right before the 1. of a list."""
PAGE_NUMBER: Final = re.compile(r"(?<=[。;!?])([-—–])\d{1,3}\1")
"""What a printed page ends in, where a sentence ended with it."""
_BEHIND_PAGE: Final = re.compile(rf"{PAGE_NUMBER.pattern}$")
_STOPS = frozenset("。;!?:")
_SHORTEST_NAME: Final = 3
_LONGEST_NAME: Final = 16
_ANNOUNCED = re.compile(r"(?:报告|总结|汇报|情况|如下|材料|年报)[)》。:]?$")
_ATTACHED: Final = re.compile(r"(?<=[。:])附件?[:0-9一二]")


class HeadingNumber(NamedTuple):
    """A number that heads; ``end`` is where its heading's words begin."""

    start: int
    end: int
    style: str
    ordinal: int


FIRST: Final = frozenset({"part", "chapter"})
_LISTS: Final = frozenset({"part", "chapter", "item"})
_MOST_LOST: Final = 2
"""Numbers of a list that may be lost one after another."""


def find_numbers(line: Line) -> Iterator[HeadingNumber]:
    """The numbers that head, in order."""
    shadow = line.shadow
    counts: dict[str, int] = {}  # of the lists that are open, the outermost first
    last = 0
    attached = _ATTACHED.search(shadow, shadow.rfind("。") + 1)
    end = attached.start() if attached else len(shadow)
    spaced = _spaced(line, end)
    for match in sorted([*_INNER.finditer(shadow, 0, end), *spaced], key=re.Match.start):
        style = "chapter" if match.re is _SPACED else _style(match[0])
        ordinal = ordinal_of(match[0])
        if match[0] in BULLETS:
            style, ordinal = "bullet", counts.get("bullet", 0) + 1
        if style is None or ordinal is None:
            continue
        number = HeadingNumber(*match.span(), style, ordinal)
        if _heads(line, number, counts, last):
            _open(counts, style, ordinal)
            last = number.start
            yield number


def _heads(line: Line, number: HeadingNumber, counts: Mapping[str, int], last: int) -> bool:
    """Whether ``number`` goes on with a list or begins one, where a heading may begin.

    Args:
        line: The page.
        number: What looks like a number of a list.
        counts: The last number of each list that is open.
        last: Where the last of them all begins.
    """
    shadow, (at, end, style, ordinal) = line.shadow, number
    counted = counts.get(style, 0)
    gap = _follows_gap(line, at)
    ended = gap or _follows_sentence(shadow, at)
    is_open = bool(counts) and _is_open(shadow, last, at, ordinal)
    begins = ordinal == 1 and _follows_bare(shadow, at)
    is_next = bool(counted) and ordinal == counted + 1
    if style == "bracket" and not (
        (is_open and ordinal == 1) or (ended and is_next) or _heads_in_brackets(shadow, at, end)
    ):
        return False
    lost = ordinal - counted - 1
    if ordinal == 1 and counted:
        # A list begins anew below a heading that lost its number.
        if style in FIRST or not (gap or begins):
            return False
    elif lost and not (0 < lost <= _MOST_LOST and ended and (counted or style in _LISTS)):
        return False
    announced = style in FIRST and bool(_ANNOUNCED.search(shadow[max(0, at - 8) : at]))
    parted = not at or ended or style == "bullet" or shadow[at - 1] in _STOPS
    # （二） is a number wherever it stands, and the next one of its list.
    if parted or is_open or announced or begins or (style == "item" and is_next):
        return True
    # …走访12次二、存在的不足: a caption or a sentence without its stop stands before.
    names_item = item_length(shadow[end : end + LONGEST]) > 0
    return style in FIRST and is_next and names_item


def _follows_gap(line: Line, at: int) -> bool:
    """Whether white space stands before ``at``."""
    return at > 0 and line.offsets[at] - line.offsets[at - 1] > 1


def _follows_sentence(shadow: str, at: int) -> bool:
    """Whether a sentence ends before ``at``, or a printed page behind one."""
    ended = shadow[at - 1 : at] in {"。", "!", "?"}
    return ended or bool(_BEHIND_PAGE.search(shadow[max(at - 6, 0) : at]))


def _spaced(line: Line, end: int) -> list[re.Match[str]]:
    """The numbers that white space alone parts from their headings, of which there are several."""
    found = [
        match
        for match in _SPACED.finditer(line.shadow, 0, end)
        if _follows_gap(line, match.end()) and _may_begin(line, match.start())
    ]
    return found if len(found) >= _FEWEST_SPACED else []


def _may_begin(line: Line, at: int) -> bool:
    return not at or _follows_gap(line, at) or line.shadow[at - 1] in _STOPS


def _style(written: str) -> str | None:
    marker = MARKER.match(f"{written}字字")
    if marker is None or marker.lastgroup != "decimal":
        return marker and marker.lastgroup
    return f"decimal {written.rstrip('.、').count('.')}"


def _open(counts: dict[str, int], style: str, ordinal: int) -> None:
    """Count ``style``, which closes the lists below it; 一、 closes all but 第一部分."""
    names = list(counts)
    if style in names:
        closed = names[names.index(style) + 1 :]
    else:
        closed = [name for name in names if style in FIRST and name != "part"]
    for name in closed:
        del counts[name]
    counts[style] = ordinal


def _is_open(shadow: str, last: int, at: int, ordinal: int) -> bool:
    """Whether nothing but a heading stands between two numbers: 一、强化组织领导（一）…"""
    between = shadow[last:at]
    longest = _LONGEST_HEADING if ordinal == 1 else _LONGEST_NAME
    return len(between) <= longest and not any(stop in between for stop in "。;!?:")


def _follows_bare(shadow: str, at: int) -> bool:
    """Whether a heading without number may stand right before ``at``."""
    begin = max(shadow.rfind(stop, 0, at) for stop in "。;!?:") + 1
    return begin < at and bool(BARE.match(shadow[begin:at]))


def _heads_in_brackets(shadow: str, start: int, end: int) -> bool:
    """Whether （1） heads: a name of its own with a full stop. Below a lead-in it counts points."""
    stop = shadow.find("。", end, end + _LONGEST_NAME)
    name = shadow[end:stop] if stop > 0 else ""
    parted = shadow[start - 1 : start] == "。"
    return parted and len(name) >= _SHORTEST_NAME and not re.search(r"[\d,;:]", name)

"""Pages that lost their line breaks, cut into paragraphs and headings.

Time grows with the length of the line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tuibrowser.parsing.breaks.broken import is_torn
from tuibrowser.parsing.breaks.inner_headings import heading_ends
from tuibrowser.parsing.breaks.inner_numbers import FIRST, PAGE_NUMBER, find_numbers
from tuibrowser.parsing.breaks.lost_numbers import unnumbered
from tuibrowser.parsing.breaks.page_words import PageWords
from tuibrowser.parsing.breaks.seam_sides import names_item
from tuibrowser.parsing.lines.numbering import HAN, MARKER
from tuibrowser.parsing.lines.source import Line
from tuibrowser.text.numerals import ZERO

# A page that came as one line is longer than any paragraph of it; 5,000 characters were seen.
_ONE_LINE_PAGE: Final = 400
_NUMBERS_OF_PAGE: Final = 3
"""Of two styles; a paragraph that counts has one."""
_LONGEST_HEADING: Final = 60
# Code, not lexicon: how numbers, marks and line ends part a text; the words at the seams are in
# seams.toml.
_DIGITS: Final = "0123456789"
_LONGEST_NUMBER: Final = 24
"""Digits that are looked through; a page of nothing but numbers and gaps has 50,000 in a row."""
_HAN: Final = re.compile(f"[{HAN}]")
_YEAR: Final = re.compile(r"20\d\d年")
_MOST_OF_TEXT: Final = 0.8
_SHORTEST_PAGE: Final = 150
# A heading without marker, parted from its text by a space: 存在问题 …
_LOST_HEADING: Final = re.compile(r"^[^。;:!?、\d]{4,30}$")
_SIGNED: Final = re.compile(
    r"(?:(?<=。)|(?<=(?:情况|事项)无)|(?<=(?:情况|事项):无))(?P<closing>特此报告。?)?(?P<name>[^。;,:]{2,40}(?:政府|委员会|办事处|党委|局))"
    rf"(?P<day>20\d\d年\d{{1,2}}月\d{{1,2}}日|二[{ZERO}].{{2}}年.{{1,2}}月.{{1,3}}日|$)"
)
# A day that nobody signed ends a page, too: …无。2024年1月15日
_DATED: Final = re.compile(
    rf"(?<=。)(?P<day>20\d\d年\d{{1,2}}月\d{{1,2}}日|二[{ZERO}].{{2}}年[^。,;\d]{{1,2}}月[^。,;\d]{{1,3}}日)$"
)
# What announces a report, in the line that the numbers follow in.
_OPENS: Final = re.compile(
    "[^:]{0,300}现[将就对把][^。:]{0,60}(?:报告|总结|汇报|公[开布示告])如下[:。](?=[(一1])"
)
_CLOSING: Final = re.compile("(?<=。)特此报告。?$")
_LONGEST_TAIL: Final = 400


def is_page(line: Line, whole: int) -> bool:
    """Whether ``line`` holds nearly all of a text of ``whole`` characters, as no paragraph does."""
    return len(line.shadow) >= max(whole * _MOST_OF_TEXT, _SHORTEST_PAGE)


def cut_page(line: Line, text: str, is_whole: bool = False) -> list[Line]:
    """The paragraphs and headings of a line that holds several; ``line`` alone if it is one.

    ``is_whole`` is for one that is known to be a page.
    """
    shadow = line.shadow
    numbers = list(find_numbers(line))
    chapters = sum(number.style in FIRST for number in numbers)
    styles = {number.style for number in numbers}
    nested = len(numbers) >= _NUMBERS_OF_PAGE and (len(styles) > 1 or bool(_OPENS.match(shadow)))
    if not is_whole and len(shadow) <= _ONE_LINE_PAGE and chapters < 2 and not nested:
        return [line]
    page = PageWords.of(shadow)
    cuts = {0, *(number.start for number in numbers)}
    ends = set(heading_ends(line, numbers, page))
    cuts |= ends
    # A long paragraph of a report in many is no page, whatever its sentences begin with.
    if is_whole or chapters or nested:
        for start, end in unnumbered(shadow, numbers, ends, page):
            cuts |= {start, end}
    cuts |= _gaps(line, cuts)
    cuts |= {at for match in PAGE_NUMBER.finditer(shadow) for at in match.span()}
    cuts |= set(_tail(shadow))
    return line.cut([*sorted(cuts - {len(shadow)}), len(shadow)], text)


def _tail(shadow: str) -> Iterator[int]:
    """Where 特此报告, signature or a day alone, and what a page says below it begin."""
    lowest = max(len(shadow) - _LONGEST_TAIL, 0)
    if signed := list(_SIGNED.finditer(shadow, lowest)):
        last = signed[-1]
        yield from {last.start(), last.start("name"), last.end("day")}
    elif dated := _DATED.search(shadow, lowest):
        yield dated.start()
    elif closing := _CLOSING.search(shadow, lowest):
        yield closing.start()


def _spaces_number(line: Line, gap: int, *, heads: bool) -> bool:
    """Whether the white space at ``gap`` is one that stands on either side of a number.

    Where a heading may end (``heads``), a number that joins the Han on its other side is no such:
    二、工作展望 2025年…, 三、展望2025 镇里….
    """
    shadow = line.shadow
    if shadow[gap - 1].isdigit():
        before = shadow[max(0, gap - _LONGEST_NUMBER) : gap]
        other = gap - len(before) + len(before.rstrip(_DIGITS))
        beyond = shadow[other - 1 : other]
    elif shadow[gap].isdigit() and not MARKER.match(shadow, gap):
        behind = shadow[gap : gap + _LONGEST_NUMBER]
        other = gap + len(behind) - len(behind.lstrip(_DIGITS))
        beyond = shadow[other : other + 1]
    else:
        return False
    joined = 0 < other < len(shadow) and line.offsets[other] - line.offsets[other - 1] == 1
    return not (heads and joined and _HAN.match(beyond))


def _gaps(line: Line, cuts: set[int]) -> set[int]:
    """White space that parts paragraphs, a heading and its text, or what follows the last one."""
    shadow, offsets = line.shadow, line.offsets
    gaps = [at for at in range(1, len(shadow)) if offsets[at] - offsets[at - 1] > 1]
    found = set[int]()
    edges = sorted(cuts)
    last, last_stop = 0, shadow.rfind("。")
    below_heading = False  # whether nothing but a heading stands right above
    for gap, following in pairwise([*gaps, len(shadow)]):
        edge = edges[bisect_left(edges, gap) - 1]
        if edge > last:
            last, below_heading = edge, False
        opened = MARKER.match(shadow[last : last + 12])
        heading = shadow[last:gap]
        is_heading = False
        if opened and _YEAR.match(shadow, gap) and names_item(heading):
            is_heading = True  # 三、下一步打算 2025年…
        elif _spaces_number(line, gap, heads=bool(opened)):
            continue  # 2024 年 as PDF readers space it
        elif opened and gap == last + opened.end():
            continue  # 第二部分 stands apart from its own words
        elif (shadow[gap - 1] + shadow[gap]).isascii() and shadow[gap - 1 : gap + 1].isalpha():
            continue  # two words of another language
        elif opened and len(heading) <= _LONGEST_HEADING and "。" not in heading:
            if is_torn(heading[opened.end() :], shadow[gap:following]):
                continue  # a line end stood amid the heading
            is_heading = True
        elif not opened and (below_heading or shadow[last - 1] == "。"):
            is_heading = bool(_LOST_HEADING.match(heading))
        if (
            is_heading
            or gap in cuts
            or MARKER.match(shadow[gap : gap + 12])
            or shadow[gap - 1] in "。;!?"
            or gap > last_stop  # signature, attachments, footer
        ):
            found.add(gap)
            last, below_heading = gap, is_heading
    return found

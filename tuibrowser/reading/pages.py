"""What a printed page puts between two lines of a text: its number, its running head.

They belong to no paragraph, and a paragraph goes on across them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

# A number or two in words or signs of their own: - 3 -, — 3, — 三 —, 第3页共8页, 共8页 第3页, 3/8,
# P.3, 页码：3.
_SIGNS = r"[-\u2010-\u2015－•·~*_=|<>\s]"
_DRAWN = r"[-\u2010-\u2015－•·~*=_]"
_SAID = "[一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾]{1,3}"
_OF = rf"\d{{1,3}}|{_SAID}"
_NTH = rf"第?\s*(?:{_OF})\s*[页頁]"
_ALL = rf"[共总/／]\s*(?:{_OF})\s*[页頁]"
_NUMBER = re.compile(
    rf"^{_SIGNS}*(?:{_DRAWN}\s*(?:{_OF}|[ivx]{{1,5}})\s*{_DRAWN}|[-‐-―－]{{1,2}}\s*\d{{1,3}}|\d{{1,3}}\s*[-‐-―－]{{1,2}}"
    rf"|{_NTH}\s*[,，/／、()（]?\s*(?:{_ALL})?[)）]?|{_ALL}\s*[,，/／、]?\s*(?:{_NTH})?"
    r"|\d{1,3}\s*[/／|]\s*\d{1,3}|(?:page|p\.?|no\.|页[码次][:：]?)\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?"
    rf"|\d{{1,3}}\s+of\s+\d{{1,3}}){_SIGNS}*$",
    re.IGNORECASE,
)
_BARE = re.compile(r"^[(（\[【〔<]?\s*(\d{1,3})\s*[)）\]】〕>]?$")
_FEWEST_BARE = 3
# A bare number below a clause that goes on, above no unit that it could count: 46次， / 4 / 整改….
# One of several clauses may break off amid words: 走进集市，讲解防骗 / 4 / 知识，送出册子。
_GOES_ON = re.compile(r".{11,}[，、,]$|(?=.*[，、,]).{20,}[\u4e00-\u9fff]$")
_WORDS_BELOW = re.compile(
    r"(?![余多次场件份人名个项户起条家期篇部处元万亿年月日%％])[\u4e00-\u9fff].{5,}"
)
_FEWEST_LINES_A_PAGE = 4
_FEWEST_HEADS = 3
_TITLE_ENDS = 5
"""Lines with text below which no line is a title."""
_HEAD_LENGTH = range(6, 41)
_HEAD = re.compile(r"^(?![(（\d一二三四五六七八九十第])[^。；;：:！!？?,，]+$")


def page_lines(lines: Sequence[str]) -> set[int]:
    """Indices of the lines that hold a page's number or running head; a head's first stays, since
    it may be the title, unless it stands beside a page's number below other text.

    Args:
        lines: of the whole text, white space around them and all.
    """
    plain = [line.strip() if len(line) < 200 else "" for line in lines]
    found = {index for index, line in enumerate(plain) if line and _NUMBER.match(line)}
    found |= _counted(plain) | _amid(plain)
    return found | _heads(plain, found)


def _counted(plain: Sequence[str]) -> set[int]:
    """Bare numbers that count the pages: 1, 2, 3 …, some lines apart; of two the second ends the
    text."""
    bare = [index for index, line in enumerate(plain) if _BARE.match(line)]
    if len(bare) < _FEWEST_BARE and not (len(bare) > 1 and _beside(plain, bare[-1], 1) < 0):
        return set()
    numbers = [int(found[1]) for index in bare if (found := _BARE.match(plain[index]))]
    counts = all(b == a + 1 for a, b in pairwise(numbers))
    apart = all(b - a >= _FEWEST_LINES_A_PAGE for a, b in pairwise(bare))
    return set(bare) if counts and apart and numbers[0] <= 2 else set()


def _amid(plain: Sequence[str]) -> set[int]:
    """Bare numbers amid a sentence."""
    found = set[int]()
    for index, line in enumerate(plain):
        if not _BARE.match(line):
            continue
        above, below = _beside(plain, index, -1), _beside(plain, index, 1)
        if min(above, below) < 0:
            continue
        if _GOES_ON.match(plain[above]) and _WORDS_BELOW.match(plain[below]):
            found.add(index)
    return found


def _heads(plain: Sequence[str], numbers: set[int]) -> set[int]:
    """A line that is repeated on page after page, or beside the number of more than one page."""
    count = Counter(line for line in plain if len(line) in _HEAD_LENGTH)
    heads, seen = set[int](), set[str]()
    for index, line in enumerate(plain):
        if count.get(line, 0) < 2 or not _HEAD.match(line):
            continue
        beside = {_beside(plain, index, step) for step in (-1, 1)}
        if line not in seen:
            seen.add(line)
            first = sum(map(bool, plain[:index])) < _TITLE_ENDS
            if first or not beside & numbers:
                continue
        if count[line] >= _FEWEST_HEADS or beside & numbers:
            heads.add(index)
    return heads


def _beside(plain: Sequence[str], index: int, step: int) -> int:
    """The next line above (-1) or below (1) that is not blank; -1 where there is none."""
    index += step
    while 0 <= index < len(plain) and not plain[index]:
        index += step
    return index if index < len(plain) else -1

"""Headings that lost their numbering, as happens when automatic numbers are not copied.

A line of its own before longer text, or a sentence on its line of one form with its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from tuibrowser.parsing.breaks.seam_sides import item_length
from tuibrowser.parsing.lines.dates import find_day
from tuibrowser.parsing.lines.numbering import BULLETS, HAN, MARKER, POINT
from tuibrowser.parsing.lines.signatures import signs
from tuibrowser.parsing.lines.source import Line, without_remarks
from tuibrowser.parsing.outline.kinds import FRAME
from tuibrowser.parsing.outline.marked import ASKED, Heading

_LONGEST = 48
_LONGEST_SLOGAN = 12
# ●规范执法, —规范执法: a sign in place of a number; 【规范执法】 alone on its line.
_BULLET = re.compile(
    rf"^[{BULLETS}•·]{{1,2}}|^[—–-]{{1,2}}(?=[{HAN}])|^[【〖](?=[^【】〖〗]{{2,20}}[】〗]$)"
)
_LOOSELY = 8
# Times its own length that stand below a sentence that heads (2.8 and more). In a list of what was
# done, one sentence a line, the next is as long as any.
_TEXT_BELOW = 2.0
_FEWEST_BARS = 2
"""Of a row of a table; a stray one stands before many a line of a page."""
_ENDS = tuple("。;:!?,、.…")
_INNER_STOP = re.compile(r"[。;!?]")
# Code, not lexicon: how prose opens, beside how a heading names, is grammar.
_DATE_OR_NOTE = re.compile(
    r"^(?:20\d\d(?:年\d|年?来?(?:,|$)|[-/.])|[(〔《]|注:|附|表\d|图(?:\d|为|片)|[上下左右]图|单位:|今年)|\d{4}$"
)
# How opening paragraphs speak, even where only a fragment of one is left.
_OPENING = re.compile(
    r"现[将就]|如下|(?:以下|下列|下面)(?:几|[一二三四五六七八九]|方面|工作|问题|内容|情况|措施)|(?:几|[一二三四五六七八九两])(?:个方面|方面|点|项)(?:的?工作|问题|内容)?$|坚持以(?:习近平|.{2,20}为(?:指导|引领|统领|遵循))|[领指]导下|为指导|根本遵循"
)
# ——在云川区第三届人大常委会第五次会议上, or signs without a word.
_SPEAKS = re.compile(r"^[—\-]{1,4}在|^[\W\d_]+$")
# 开展学习12次，覆盖300人 reports, though nothing ends it.
_COUNTS = re.compile(
    r"\d(?:余|多|万)*(?:次|人|件|场|份|个|名|项|%|户|起|条|家|期|篇|部|处|元|亩|宗)"
)
# …履行第一责任人职责,加强法治政府建设的有关情况, as the rules word it.
_IN_TWO_CLAUSES = re.compile(
    r"^[^,]*(?:责任人?(?:的?职责)?|(?:负责人|负责同志|领导)(?:带头|切实|认真)?履职(?:尽责)?),[^,]*情况$"
)
_ALIKE = 2
"""Characters in which two clauses differ that head whatever is below them."""
_FEWEST_ALTERNATE = 2
_NO_COMMA = re.compile(r"^[^,;]{4,40}$")
_TWO_CLAUSES = re.compile(r"^([^,。]{4,20})[,]([^,。]{4,24})。?$")
# What stands below a part's heading, however short: 人手少。 or 无
_TOLD = re.compile("[。;]$|^暂?(?:无|没有)")
# 我镇还存在一些不足。 says what a heading names.
_SAYS = re.compile(r"[还仍也]|一些|一定|不少|较多|主要[为是有]|表现[为在]")
_NAMES_ITEM = re.compile(r"^(?!.*(?:如下|以下|体现|表现))[^,]{4,16}:$")
HasKind = Callable[[str], bool]


def lines_of_their_own(
    lines: Sequence[Line], body: Sequence[int], marked: Mapping[int, Heading], has_kind: HasKind
) -> Iterator[tuple[int, Heading]]:
    """Short lines that no stop ends and that stand before longer text, a point or a heading."""
    heads = set(marked)
    # Where the first level kept its numbers 主要做法: announces what follows.
    is_numbered = any(heading.style in {"part", "chapter"} for heading in marked.values())
    slogans = {
        at
        for one, other in pairwise(body)
        if _answers(lines[one].shadow, lines[other].shadow)
        for at in (one, other)
    }
    above = dict(zip(body[1:], body, strict=False))
    alternate = not marked and _alternate([lines[index].shadow for index in body])
    listed = {
        at
        for one, other in pairwise(body)
        if _are_listed(lines[one].shadow, lines[other].shadow, has_kind)
        for at in (one, other)
    }
    # Backwards, since what follows decides: a lost heading stands before text or a heading.
    for index, below in reversed(list(pairwise(body))):
        shadow = _BULLET.sub("", without_remarks(lines[index].shadow))
        after = lines[below].shadow
        if (
            not is_numbered
            and shadow.endswith(":")
            and _NAMES_ITEM.match(shadow)
            and has_kind(shadow[:-1])
        ):
            shadow = shadow[:-1]  # 存在的问题：
        if (
            index not in marked
            and looks_like_heading(shadow)
            and index not in slogans
            and index not in listed
            and (
                (
                    below in heads
                    and not _is_whole_body(above.get(index), below, marked)
                    and (not _opens_part(below, marked) or names_part(shadow, has_kind))
                )
                or POINT.match(after)
                or (below not in heads and len(after) > 1.2 * len(shadow))
                or (below not in heads and _TOLD.search(after) and names_part(shadow, has_kind))
                # 狠抓学法,提升能力 above 每月学法一次。
                or (
                    below not in heads
                    and after.endswith("。")
                    and (alternate or is_parallel(shadow, _ALIKE))
                )
            )
        ):
            heads.add(index)
            yield index, unmarked_heading(index, lines[index], has_kind)


def names_part(shadow: str, has_kind: HasKind) -> bool:
    """Whether ``shadow`` names a part of the report and says nothing of it."""
    is_one = "," not in shadow or _IN_TWO_CLAUSES.search(shadow) or _names_in_two(shadow, has_kind)
    return bool(is_one) and has_kind(shadow) and not _SAYS.search(shadow)


def _are_listed(shadow: str, after: str, has_kind: HasKind) -> bool:
    """Whether one sign opens two lines that stand together: items of a list, which rule no text."""
    sign = _BULLET.match(shadow)
    return bool(
        sign and after.startswith(sign[0]) and not has_kind(shadow[sign.end() :].rstrip("】〗"))
    )


def _alternate(shadows: Sequence[str]) -> bool:
    """Whether short lines that no stop ends stand above paragraphs with their stop throughout."""
    first = next((at for at, it in enumerate(shadows) if looks_like_heading(it)), len(shadows))
    heads = [looks_like_heading(it) for it in shadows[first:]]
    return sum(heads) >= _FEWEST_ALTERNATE and all(
        is_head != it.endswith("。") and not (is_head and follows)
        for is_head, follows, it in zip(heads, [*heads[1:], True], shadows[first:], strict=True)
    )


def _answers(shadow: str, after: str) -> bool:
    """Whether two short lines answer each other: 小事不出村 above 大事不出镇."""
    if len(shadow) != len(after) or len(shadow) > _LONGEST_SLOGAN:
        return False
    return sum(one == other for one, other in zip(shadow, after, strict=True)) * 2 >= len(shadow)


def _is_whole_body(above: int | None, below: int, known: Mapping[int, Heading]) -> bool:
    """Whether a line between two headings is all that the first of them rules: then it is text."""
    if above is None or above not in known or below not in known:
        return False
    heading = known[above]
    return heading.body is None and heading.level >= known[below].level


def _opens_part(below: int, known: Mapping[int, Heading]) -> bool:
    """Whether a numbered part begins ``below``, above which no heading of a lower level stands."""
    return below in known and known[below].style in {"part", "chapter"}


def looks_like_heading(shadow: str) -> bool:
    """Whether nothing in ``shadow`` rules out that it is a heading without number."""
    return (
        1 < len(shadow) <= _LONGEST
        and not _SPEAKS.match(shadow)
        and not (signs(shadow) and find_day(shadow))
        and not shadow.endswith(_ENDS)
        and not _INNER_STOP.search(ASKED.sub("", shadow))
        and not POINT.match(shadow)
        and not MARKER.match(shadow)  # an item of a list, or it would be known
        and not _DATE_OR_NOTE.search(shadow)
        and not _OPENING.search(shadow)
        and not _COUNTS.search(shadow)
        and ":" not in shadow
        and shadow.count("|") < _FEWEST_BARS
    )


def unmarked_heading(
    index: int, line: Line, has_kind: HasKind, body: Line | None = None
) -> Heading:
    """``line`` as a heading without number, of level 1 where it names an item, else 2."""
    sign = _BULLET.match(line.shadow)
    length = sign.end() if sign else 0
    words = line.shadow[length:].rstrip("。:】〗")
    named = _NO_COMMA.match(words) or _IN_TWO_CLAUSES.search(words) or _is_item(words, ",")
    first = bool(
        FRAME.match(words) or (named and has_kind(words)) or _names_in_two(words, has_kind)
    )
    return Heading(index, 1 if first else 2, None, None, length, line, body)


def _is_item(words: str, end: str = "") -> bool:
    """Whether ``words`` to the first ``end`` are a required item's heading: 存在的不足,原因分析."""
    item = words.partition(end)[0] if end else words
    return bool(item) and item_length(item) == len(item)


def _names_in_two(words: str, has_kind: HasKind) -> bool:
    """Whether two clauses are one such heading together, or each is: 下一年度法治政府建设,主要安排;
    问题短板,原因剖析."""
    first, comma, second = words.partition(",")
    if not comma or not (has_kind(words) or has_kind(first)):
        return False
    return _is_item(first + second) or (_is_item(first) and _is_item(second))


def sentences_that_head(
    lines: Sequence[Line], body: Sequence[int], known: Mapping[int, Heading], has_kind: HasKind
) -> Iterator[tuple[int, Heading]]:
    """Lines that end in 。 and yet head: at least two of one form, or one that names an item."""
    alike: list[int] = []
    rather: list[int] = []
    before = dict(zip(body[1:], body, strict=False))
    level = 0
    for index, below in pairwise(body):
        shadow, after = lines[index].shadow, lines[below].shadow
        level = known[index].level if index in known else level
        if index in known or not shadow.endswith("。") or not looks_like_heading(shadow[:-1]):
            continue
        stands_before = below in known or POINT.match(after) or len(after) > len(shadow)
        whole = below in known and _is_whole_body(before.get(index), below, known)
        if re.search(r"\d|[无没]", shadow) or not stands_before or whole:
            continue
        # The last line above a heading ends what stands there; in a list all are as long.
        rules = (
            known[below].level > level
            if below in known
            else POINT.match(after) or len(after) >= _TEXT_BELOW * len(shadow)
        )
        # Above the first part the report begins: 分局认真履职。 is no heading.
        opens_list = (
            below in known
            and known[below].ordinal == 1
            and not _opens_part(below, known)
            and "," not in shadow
        )
        if opens_list or (has_kind(shadow[:-1]) and "," not in shadow and not _SAYS.search(shadow)):
            yield index, unmarked_heading(index, lines[index], has_kind)
        elif rules and is_parallel(shadow):
            alike.append(index)
        elif rules and is_parallel(shadow, _LOOSELY):
            rather.append(index)
    if len(alike) > 1:
        for index in alike + (rather if len(alike) > 2 else []):
            yield index, unmarked_heading(index, lines[index], has_kind)


def is_parallel(sentence: str, slack: int = 5) -> bool:
    """Whether ``sentence`` has two clauses whose lengths differ by ``slack`` at most."""
    halves = _TWO_CLAUSES.match(sentence)
    return bool(halves and abs(len(halves[1]) - len(halves[2])) <= slack)

"""Headings whose numbering survived, whole lines or run into their paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tuibrowser.parsing.breaks.seam_sides import names_item
from tuibrowser.parsing.lines.numbering import HAN, MARKER, POINT, ordinal_of
from tuibrowser.parsing.lines.source import Line, without_remarks

LONGEST_HEADING = 60
_LONGEST_ITEM = 120
"""Characters of a first-level heading that says over what the regulation asks for: 围绕…推动法治
政府建设的举措和成效."""
_NAMES_ITEM = re.compile("(?:举措|措施|做法|成效|情况|问题|不足|原因|安排|打算|计划|思路)[。:]?$")
_LEVELS = {
    "part": 1,
    "section": 1,
    "chapter": 1,
    "item": 2,
    "decimal": 3,
    "number": 3,
    "bracket": 4,
    "letter": 4,
}
_INNER_STOP = re.compile(r"[。;!?]")
# 谁来抓?压实责任链条
ASKED = re.compile(r"\?(?=[^。;:!?]{2,20}$)")
_STOP_THEN_TEXT = re.compile(r"[。:](?=.)")
# 1.开展宣传40场。 reports, 1.普法宣传。 heads.
_LONGEST_LEAF = 40
# Code, not lexicon: how a sentence tells, beside how a heading names, is grammar.
# 1.全年检查240次。 and 1.我镇组织宣讲团进村。 tell, whatever follows.
_TELLS = re.compile(
    r"(?<!\")\d[余多万]*(?:次|人|件|场|份|名|项|户|起|条|家|期|篇|部|处|套|座|台|张|辆|册|批|分钟|公里|吨|万?元|亩|宗|%)(?![^\"]*\")"
    r"|^(?:[我本全][镇乡街县区市局]|镇里|乡里|街道里|镇政府|乡政府)|[了已](?!解)"
)
_REPORTS = re.compile(r"\d|,.*,")
_ANNOUNCES = re.compile("如下|以下|表现|方面$|包括|情况$|做法$")
# 普法宣传方面:…, which announces nothing.
_OF_FIELD = re.compile("(?!.*(?:如下|以下|表现|包括|[几个多各两]方面))[^,\\d]{3,12}(?:方面|情况)$")
_LONGEST_BEFORE_GAP = 32
_LONGEST_BEHIND_COLON = 24
_SHORTEST_AFTER_GAP = 8
_SECOND_CLAUSE = re.compile(r"[^,。;:!?\d]{2,20}")
_CLOSERS = frozenset('")》')
_HAN = re.compile(f"[{HAN}]")
_BRACKET_AMID = re.compile(r"(?<=[。;:])(?:\(?\d{1,2}\)|[①-⑳⑴-⒇❶-❿]|第[一二三四五六七八九十]、)")
# 五、其他需要报告的情况 无。
_NOTHING_AFTER = re.compile(
    r"(?:情况|事项|说明|问题|内容)[:。]?(?=\(?暂?(?:无|没有)[^,;。·()]{0,20}[·。.]?\)?[。.]?$)"
)
# （二） broken to a lone bracket.
_DANGLING = re.compile(rf"^\([{HAN}]{{4}}")


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading; ``line`` covers it alone, ``body`` is what follows it in its paragraph."""

    paragraph: int
    level: int
    style: str | None
    """Name of the marker's group in ``MARKER``; ``None`` without marker."""
    ordinal: int | None
    marker_length: int
    line: Line
    body: Line | None
    styled: int = 0
    """Level of its style in the file, from 1; 0 where that tells nothing."""

    @property
    def title(self) -> str:
        """Folded, without marker and closing punctuation."""
        return self.line.shadow[self.marker_length :].rstrip("。,:;】〗")


def marked_heading(index: int, line: Line, text: str) -> Heading | None:
    """The heading that paragraph ``index`` begins with, if a marker opens it and it heads."""
    match = MARKER.match(line.shadow)
    if not match or match.end() == len(line.shadow):
        if not _DANGLING.match(line.shadow):
            return None
        style, length = "item", 1
        if ")" in line.shadow[:LONGEST_HEADING]:
            return None
    else:
        style, length = match.lastgroup or "item", match.end()
        if (style == "bracket" or line.shadow[0] == "第") and _counts_on_inside(
            line.shadow, length
        ):
            return None
    return cut_heading(index, line, style, length, ordinal_of(line.shadow[:length]), text)


def _counts_on_inside(shadow: str, length: int) -> bool:
    """Whether (2) follows (1) in one paragraph: then both are points, whatever ends in between."""
    ordinal = ordinal_of(shadow[:length])
    following = (ordinal or 0) + 1
    return any(
        ordinal_of(match[0]) == following for match in _BRACKET_AMID.finditer(shadow, length)
    )


def cut_heading(
    index: int, line: Line, style: str, length: int, ordinal: int | None, text: str
) -> Heading | None:
    """The heading whose number is the first ``length`` characters of ``line``, parted from the text
    that runs on behind it; ``None`` where it tells what was done."""
    shadow = line.shadow
    rest = without_remarks(shadow[length:])

    def parted(at: int) -> Heading:
        head, behind = line.piece(0, at, text), line.piece(at, len(shadow), text)
        return Heading(index, _LEVELS[style], style, ordinal, length, head, behind)

    if nothing := _NOTHING_AFTER.search(rest):
        return parted(length + nothing.end())
    if gap := gap_after_heading(line, length, text):
        return parted(gap)
    stop = _STOP_THEN_TEXT.search(rest)
    if stop and _names_before_colon(rest, stop):
        stop = None
    if stop and stop.start() <= LONGEST_HEADING:
        if ";" in rest[: stop.start()]:
            return None
        if _LEVELS[style] > 1 and _TELLS.search(rest[: stop.start()]):
            return None
        if stop[0] == ":" and not _heads_before_colon(style, rest[: stop.start()]):
            return None
        return parted(length + stop.end())
    longest = _LONGEST_ITEM if _LEVELS[style] == 1 and _NAMES_ITEM.search(rest) else LONGEST_HEADING
    if (
        len(rest) <= longest
        and not _INNER_STOP.search(ASKED.sub("", rest[:-1]))
        and not rest.endswith((";", ","))
    ):
        return Heading(index, _LEVELS[style], style, ordinal, length, line, None)
    # 一、主要措施一是…: no punctuation parts heading and text.
    at = rest.find("一是", 4)
    if 0 < at <= LONGEST_HEADING and rest[at - 1] not in ",、:":
        return parted(length + at)
    return None


def _heads_before_colon(style: str, head: str) -> bool:
    """1.城市综合执法工作:… heads, as do two clauses of one length; an announcement does not."""
    if style == "bracket" or (_ANNOUNCES.search(head) and not _OF_FIELD.match(head)):
        return False
    clauses = [len(clause) for clause in head.split(",")]
    return len(head) <= 24 and len(clauses) <= 2 and max(clauses) - min(clauses) <= 5


def _names_before_colon(rest: str, stop: re.Match[str]) -> bool:
    """Whether the words behind a colon are of the heading: 党建引领:让法治成为共识."""
    behind = rest[stop.end() :]
    return (
        stop[0] == ":"
        and len(behind) <= _LONGEST_BEHIND_COLON
        and not re.search("[。;:]", behind)
        and not _TELLS.search(behind)
        and not POINT.match(behind)
        and not names_item(rest[: stop.start()])
    )


def gap_after_heading(line: Line, start: int, text: str) -> int | None:
    """Where a space alone parts heading and text: 1、抓审批提速 以“拿地即开工”为突破口…"""
    if is_spread(line, start):
        return None
    for at in range(start + 4, min(start + _LONGEST_BEFORE_GAP, len(line.shadow))):
        before, after = line.shadow[at - 1], line.shadow[at]
        if before in "。;:!?":
            return None
        gap = text[line.offsets[at - 1] + 1 : line.offsets[at]]
        # A line end in a line is one that was joined, and parts nothing.
        if gap.isspace() and "\n" not in gap and (_is_han(before) or before in _CLOSERS):
            heading = at - start
            stop = line.shadow.find("。", at, at + _SHORTEST_AFTER_GAP)
            if stop > 0 and stop + 1 < len(line.shadow):
                return None  # （一）规范 执法。全年…: a stray space within it
            is_item = names_item(line.shadow[start:at])
            if not is_item and _SECOND_CLAUSE.fullmatch(line.shadow, at):
                return None  # （一）规范执法 推进综合执法改革: two clauses of one heading
            is_longer = is_item or len(line.shadow) - at > 1.2 * heading
            return at if (_is_han(after) or after == '"') and is_longer else None
    return None


def is_spread(line: Line, start: int) -> bool:
    """Whether white space sets every character apart: 主 要 举 措."""
    return all(b - a > 1 for a, b in pairwise(line.offsets[start : start + 3]))


def _is_han(character: str) -> bool:
    return bool(_HAN.match(character))


def drop_stray_decimals(found: dict[int, Heading]) -> None:
    """Take out 1.5… where nothing counts with it: it is a quantity, no heading of 1."""
    decimals = {index: it.ordinal or 0 for index, it in found.items() if it.style == "decimal"}
    ordinals = set(decimals.values())
    for index, ordinal in decimals.items():
        if ordinal != 1 and not ordinals & {ordinal - 1, ordinal + 1}:
            del found[index]


def drop_list_items(
    lines: Sequence[Line],
    body: Sequence[int],
    found: dict[int, Heading],
    is_itemised: Callable[[str], bool],
    is_item: Callable[[str], bool],
) -> None:
    """Take out numbered sentences that rule no text: they are items of a list, not headings.

    Args:
        lines: paragraphs of the whole source.
        body: indices of those that may be heading or body, in order.
        found: the marked headings by paragraph; changed in place.
        is_itemised: whether a first-level title names an item whose points often are one numbered
            sentence each (不足, 安排).
        is_item: whether a paragraph is a title that names an item.
    """
    neighbours = {at: (b, a) for b, at, a in zip([-1, *body], body, [*body[1:], -1], strict=False)}
    itemised = False
    items = []
    alone: list[list[int]] = []  # lists whose members so far rule no text
    for index in sorted(found):
        heading = found[index]
        if heading.level == 1:
            itemised = is_itemised(heading.title)
            alone.append([])
            continue
        before, after = neighbours[index]
        goes_on = bool(alone and alone[-1]) and _counts_on(found[alone[-1][-1]], heading)
        if not goes_on:
            alone.append([])
        if not heading.body and before >= 0 and _goes_on_from(lines[before].shadow, heading):
            items.append(index)
            continue
        if heading.body or not heading.line.shadow.endswith(("。", ";")):
            alone.append([])
            continue
        # It rules the paragraph below, unless that is the next part without its number.
        if (
            after >= 0
            and _level(lines[after].shadow) > heading.level
            and not is_item(lines[after].shadow)
        ):
            alone.append([])
            continue
        alone[-1].append(index)
        listed = before >= 0 and lines[before].shadow.endswith(";")
        is_long = len(heading.title) > _LONGEST_LEAF
        if listed or itemised or is_long or _REPORTS.search(heading.title):
            items.append(index)
    items += [index for group in alone if len(group) > 1 for index in group]
    for index in {*items}:
        del found[index]


def _counts_on(one: Heading, other: Heading) -> bool:
    return one.style == other.style and other.ordinal == (one.ordinal or 0) + 1


def _goes_on_from(shadow: str, heading: Heading) -> bool:
    """Whether the paragraph above is the item before ``heading`` in a list: 1.《宪法》;"""
    marker = MARKER.match(shadow) if shadow.endswith(";") else None
    return (
        marker is not None
        and marker.lastgroup == heading.style
        and ordinal_of(marker[0]) == (heading.ordinal or 0) - 1
    )


def _level(shadow: str) -> int:
    """The level of the marker a paragraph begins with; below all levels without one."""
    match = MARKER.match(shadow)
    return _LEVELS[match.lastgroup] if match and match.lastgroup else 9

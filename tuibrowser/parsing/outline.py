"""Headings: marked, run into their paragraph, or with their marker lost.

Levels follow GB/T 9704 (一、 then （一） then 1. then （1）); a style that serves two levels and a
heading without marker are placed by kind words and by their neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tuibrowser.parsing.lines import MARKER, POINT, Line

_LONGEST = 60
_LONGEST_LOST = 48
_LEVELS = {"part": 1, "chapter": 1, "item": 2, "number": 3, "bracket": 4}
_NUMERALS = "零一二三四五六七八九十"
_ENDS = tuple("。;:!?,、.…")
_INNER_STOP = re.compile(r"[。;!?]")
_STOP_THEN_TEXT = re.compile(r"[。:](?=.)")
# 1.开展宣传40场。 reports, 1.普法宣传。 heads.
_REPORTS = re.compile(r"\d|[,，].*[,，]")
_DATE_OR_NOTE = re.compile(r"^(?:20\d\d(?:年\d|年?$|[-/.])|[(〔《]|注:|附|表\d|图\d|单位:)|\d{4}$")
_FIRST_LEVEL_WITHOUT_MARKER = re.compile(r"^[^,;]{4,40}$")
_BROKEN_NUMBER = re.compile(r"^(\d{1,2})(?=[\u4e00-\u9fff]{4})(?!年|月|日|个|名|件|次|场|户|人|条|项|家|份|起|万|多|余)")
_TWO_CLAUSES = re.compile(r"^([^,。]{4,20})[,]([^,。]{4,24})。?$")
_DANGLING = re.compile(r"^\([\u4e00-\u9fff]{4}")


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

    @property
    def title(self) -> str:
        """Folded, without marker and closing punctuation."""
        return self.line.shadow[self.marker_length :].rstrip("。:;")


def find_headings(
    lines: Sequence[Line],
    is_body: Callable[[int], bool],
    has_kind: Callable[[str], bool],
    text: str,
) -> list[Heading]:
    """The headings among ``lines``, in order.

    Args:
        lines: paragraphs of the whole source.
        is_body: whether the paragraph of an index may be heading or body (not masthead or tail).
        has_kind: whether folded words name one of the five required items.
        text: the report's text.
    """
    body = [index for index in range(len(lines)) if is_body(index)]
    found = {index: h for index in body if (h := _marked(index, lines[index], text))}
    found |= _broken_numbers(lines, body, found, text)
    _drop_list_items(lines, body, found)
    found |= _without_marker(lines, body, found, has_kind)
    headings = [found[index] for index in sorted(found)]
    return _settle_levels(headings, has_kind)


# --- with marker ------------------------------------------------------------------------------


def _marked(index: int, line: Line, text: str) -> Heading | None:
    match = MARKER.match(line.shadow)
    if not match or match.end() == len(line.shadow):
        if not _DANGLING.match(line.shadow):
            return None
        style, length = "item", 1  # （二） broken to a lone bracket
        if ")" in line.shadow[:_LONGEST]:
            return None
    else:
        style, length = match.lastgroup or "item", match.end()
    return _cut(index, line, style, length, _ordinal(line.shadow[:length]), text)


def _cut(
    index: int, line: Line, style: str, length: int, ordinal: int | None, text: str
) -> Heading | None:
    shadow = line.shadow
    rest = shadow[length:]
    stop = _STOP_THEN_TEXT.search(rest)
    if stop and stop.start() <= _LONGEST:
        if ";" in rest[: stop.start()]:
            return None
        at = length + stop.end()
        if stop[0] == ":" and not _heads_before_colon(style, rest[: stop.start()]):
            return None
        return Heading(
            index, _LEVELS[style], style, ordinal, length,
            line.piece(0, at, text), line.piece(at, len(shadow), text),
        )  # fmt: skip
    if len(rest) <= _LONGEST and not _INNER_STOP.search(rest[:-1]) and not rest.endswith((";", ",")):
        return Heading(index, _LEVELS[style], style, ordinal, length, line, None)
    if point := POINT.search(rest, 4):
        # 一、主要措施一是…: no punctuation parts heading and text.
        if point.start() <= _LONGEST and point[0].startswith("一是") and rest[point.start() - 1] not in ",、:":
            at = length + point.start()
            return Heading(
                index, _LEVELS[style], style, ordinal, length,
                line.piece(0, at, text), line.piece(at, len(shadow), text),
            )  # fmt: skip
    return None


def _heads_before_colon(style: str, head: str) -> bool:
    """1.城市综合执法工作:… heads; 一、主要做法:一是… too, but a clause with commas goes on."""
    return "," not in head and len(head) <= 24 and style != "bracket"


def _ordinal(marker: str) -> int | None:
    if digits := re.search(r"\d+", marker):
        return int(digits[0])
    if "①" <= marker[0] <= "⑳":
        return ord(marker[0]) - ord("①") + 1
    han = "".join(c for c in marker if c in _NUMERALS)
    if not han:
        return None
    tens, ten, ones = han.rpartition("十")
    if not ten:
        return _NUMERALS.index(han[0])
    return (_NUMERALS.index(tens[0]) if tens else 1) * 10 + (
        _NUMERALS.index(ones[0]) if ones else 0
    )


def _broken_numbers(
    lines: Sequence[Line], body: Sequence[int], found: dict[int, Heading], text: str
) -> dict[int, Heading]:
    """2优化服务 between 1. and 3. has lost its dot."""
    numbered = {h.ordinal for h in found.values() if h.style == "number"}
    repaired = {}
    for index in body:
        match = _BROKEN_NUMBER.match(lines[index].shadow)
        if index not in found and match and {int(match[1]) - 1, int(match[1]) + 1} & numbered:
            heading = _cut(index, lines[index], "number", match.end(), int(match[1]), text)
            if heading:
                repaired[index] = heading
    return repaired


def _drop_list_items(
    lines: Sequence[Line], body: Sequence[int], found: dict[int, Heading]
) -> None:
    """Numbered sentences that rule no text are items of a list: 1.发放资料300份。 2.…"""
    position = {index: at for at, index in enumerate(body)}
    leaves = []
    for index, heading in found.items():
        shadow = heading.line.shadow
        if heading.body or heading.level < 3 or not shadow.endswith(("。", ";")):
            continue
        after = body[position[index] + 1] if position[index] + 1 < len(body) else None
        below = found.get(after) if after is not None else None
        if after is None or (below and below.level <= heading.level):
            leaves.append(index)
    for index in leaves:
        if _REPORTS.search(found[index].title) or len(leaves) > 1:
            del found[index]
    # （一）部分干部法治意识不强。 （二）…: a whole section of one-sentence items.
    items = [
        index
        for index, heading in found.items()
        if heading.style == "item"
        and heading.body is None
        and heading.line.shadow.endswith("。")
        and _rules_nothing(index, body, position, found)
        and len(heading.title) > 25
    ]
    for index in items:
        del found[index]


def _rules_nothing(
    index: int, body: Sequence[int], position: dict[int, int], found: dict[int, Heading]
) -> bool:
    at = position[index] + 1
    return at == len(body) or (body[at] in found and found[body[at]].level <= found[index].level)


# --- without marker ---------------------------------------------------------------------------


def _without_marker(
    lines: Sequence[Line],
    body: Sequence[int],
    marked: dict[int, Heading],
    has_kind: Callable[[str], bool],
) -> dict[int, Heading]:
    found: dict[int, Heading] = {}
    # Backwards, since what follows decides: a lost heading stands before text or a heading.
    for at in range(len(body) - 1, -1, -1):
        index = body[at]
        if index in marked or not _looks_like_heading(lines[index].shadow):
            continue
        if at + 1 == len(body):
            continue
        below = body[at + 1]
        after = lines[below].shadow
        if (
            below in marked
            or below in found
            or POINT.match(after)
            or len(after) > 1.2 * len(lines[index].shadow)
        ):
            found[index] = _lost(index, lines[index], has_kind)
    return found | _sentences_that_head(lines, body, marked | found, has_kind)


def _looks_like_heading(shadow: str) -> bool:
    return (
        2 < len(shadow) <= _LONGEST_LOST
        and not shadow.endswith(_ENDS)
        and not _INNER_STOP.search(shadow)
        and not POINT.match(shadow)
        and not _DATE_OR_NOTE.search(shadow)
        and ":" not in shadow
    )


def _lost(index: int, line: Line, has_kind: Callable[[str], bool]) -> Heading:
    shadow = line.shadow
    first = bool(_FIRST_LEVEL_WITHOUT_MARKER.match(shadow)) and has_kind(shadow.rstrip("。"))
    return Heading(index, 1 if first else 2, None, None, 0, line, None)


def _sentences_that_head(
    lines: Sequence[Line],
    body: Sequence[int],
    known: dict[int, Heading],
    has_kind: Callable[[str], bool],
) -> dict[int, Heading]:
    """Unmarked lines that end in 。 and yet head: of one form with each other, or naming an item."""
    candidates: list[int] = []
    kinds: list[int] = []
    for at, index in enumerate(body[:-1]):
        shadow = lines[index].shadow
        if index in known or not shadow.endswith("。") or not _looks_like_heading(shadow[:-1]):
            continue
        if re.search(r"\d|[无没]", shadow):
            continue
        below = body[at + 1]
        if below not in known and not POINT.match(lines[below].shadow) and (
            len(lines[below].shadow) <= len(shadow)
        ):
            continue
        if has_kind(shadow[:-1]) and "," not in shadow:
            kinds.append(index)
        elif _parallel(shadow):
            candidates.append(index)
    if len(candidates) < 2:
        candidates = []
    return {index: _lost(index, lines[index], has_kind) for index in (*candidates, *kinds)}


def _parallel(shadow: str) -> bool:
    halves = _TWO_CLAUSES.match(shadow)
    return bool(halves) and abs(len(halves[1]) - len(halves[2])) <= 5 if halves else False


# --- levels -----------------------------------------------------------------------------------


def _settle_levels(headings: list[Heading], has_kind: Callable[[str], bool]) -> list[Heading]:
    return _nest_second_chapters(_promote_orphans(headings, has_kind), has_kind)


def _promote_orphans(
    headings: list[Heading], has_kind: Callable[[str], bool]
) -> list[Heading]:
    """Where a report has no 一、 at all, （一） that name required items stand at first level."""
    if any(heading.level == 1 for heading in headings):
        return headings
    named = [h for h in headings if h.style == "item" and has_kind(h.title)]
    if len(named) < 2:
        return headings
    return [
        replace(h, level=1) if h.style == "item" else replace(h, level=max(1, h.level - 1))
        for h in headings
    ]


def _nest_second_chapters(
    headings: list[Heading], has_kind: Callable[[str], bool]
) -> list[Heading]:
    """一、 used at both levels: a count that starts anew right under a 一、 is the lower one."""
    settled: list[Heading] = []
    outer = inner = 0
    for heading in headings:
        if heading.style != "chapter" or heading.ordinal is None:
            settled.append(heading)
            continue
        ordinal = heading.ordinal
        opens_inner = ordinal == 1 and outer >= 1 and not has_kind(heading.title)
        goes_on_inner = (
            inner
            and ordinal == inner + 1
            and not (ordinal == outer + 1 and has_kind(heading.title))
        )
        if opens_inner or goes_on_inner:
            inner = ordinal
            settled.append(replace(heading, level=2))
        else:
            outer, inner = ordinal, 0
            settled.append(heading)
    return settled

"""Headings that a line end broke in two, made whole: 健全完善重大行政 / 决策合法性审查机制.

A heading with a number and a short line below it are one where the words part badly between them,
or where that line would be the only heading that the other one rules.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tuibrowser.parsing.breaks.seam_sides import begins_words, ends_heading, item_length, names_item
from tuibrowser.parsing.lines.contents import ends_in_page
from tuibrowser.parsing.lines.numbering import HAN, MARKER, POINT
from tuibrowser.parsing.lines.signatures import is_signer
from tuibrowser.parsing.lines.source import Line, join

_LONGEST: Final = 60
_LONGEST_REST: Final = 40
_COLUMNS: Final = 2
"""Tabs of a line that is a row."""
_SHORTEST_TEXT: Final = 1.2
"""Times as long as a heading is what it rules, where nothing else tells."""
# Code, not lexicon: which signs and particles leave a line open is grammar.
# No stop, number, table or name with a colon.
_SHORT: Final = re.compile(rf"^(?:20\d\d年度?|[\"《(,、])?[{HAN}][^。;!?:|\t]*$")
_OPEN_END: Final = re.compile(r"(?:[,、和与及的《(]|\d年|年度)$")
_YEAR: Final = re.compile(r"20\d\d年度?$")
# 报告年度 2023年 of a form, whose next row is no end of it.
_YEAR_ROW: Final = re.compile(r"(?:填报|报送|报告|编报|上报|所属)?年[度份]20\d\d年?度?$")
_OPEN_START: Final = re.compile(r"^[的和与及、,》)]")


def whole_headings(lines: Sequence[Line], text: str) -> list[Line]:
    """``lines`` of ``text``, broken headings on one; the names of columns break none."""
    short = [_may_head(line.shadow) for line in lines]
    found: list[Line] = []
    for index, line in enumerate(lines):
        if (
            0 < index < len(lines) - 1
            and short[index]
            and found[-1] is lines[index - 1]
            and _is_open(found[-1].shadow, line.shadow)
            and text.count("\t", found[-1].start, found[-1].end) < _COLUMNS
            and _rules_text(line.shadow, lines[index + 1].shadow)
            and _goes_on(found[-1].shadow, line.shadow, _is_alone(lines, short, index))
        ):
            found[-1] = join([found[-1], line])
        else:
            found.append(line)
    return found


def _may_head(shadow: str) -> bool:
    return (
        len(shadow) <= _LONGEST_REST
        and bool(_SHORT.match(shadow))
        and not MARKER.match(shadow)
        and not POINT.match(shadow)
        and not is_signer(shadow)
    )


def _is_open(heading: str, rest: str) -> bool:
    """Whether ``heading`` is one that nothing ends."""
    return (
        heading[-1] not in "。;!?:)"
        and not heading.endswith(("报告表", "报告书"))
        and not ends_in_page(heading)
        and not _YEAR_ROW.match(heading)
        and not re.search("[。;!?:]", heading)
        and len(heading) + len(rest) <= _LONGEST
    )


def _rules_text(rest: str, below: str) -> bool:
    return bool(
        MARKER.match(below)
        or POINT.match(below)
        or "。" in below
        or len(below) > _SHORTEST_TEXT * len(rest)
    )


def _is_alone(lines: Sequence[Line], short: Sequence[bool], index: int) -> bool:
    """Whether no other line up to the next number might be a heading."""
    for below in range(index + 1, len(lines)):
        if MARKER.match(lines[below].shadow):
            return True
        if short[below]:
            return False
    return True


def _goes_on(heading: str, rest: str, is_alone: bool) -> bool:
    marker = MARKER.match(heading)
    words = heading[marker.end() :] if marker else heading
    if marker is None and not _may_head(heading):
        return False
    if _YEAR.match(heading) and re.search(r"20\d\d年", rest):
        return False  # of a cover, above a title with a year of its own
    if _OPEN_END.search(words) or _OPEN_START.match(rest):
        return True
    if marker is None:
        return is_torn(words, rest) and (not _is_item(rest) or _is_item(words + rest))
    if names_item(words):
        return False
    return is_alone and not (ends_heading(words) and (begins_words(rest) or names_item(rest)))


def _is_item(words: str) -> bool:
    """Whether ``words`` are the heading of a required item from first to last."""
    return item_length(words) == len(words)


def is_torn(words: str, rest: str) -> bool:
    """Whether a heading that begins with ``words`` ends with a short ``rest``, not in between."""
    if _OPEN_END.search(words) or _OPEN_START.match(rest):
        return len(rest) <= _LONGEST_REST and not re.search("[。;!?:]", rest)
    is_short = len(rest) * 2 < len(words) and not begins_words(rest)
    return is_short and ends_heading(words + rest) and not ends_heading(words)

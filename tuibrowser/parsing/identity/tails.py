"""Where the body of a report ends: signature and date, attachments, what a page says below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.identity.furniture import COVER
from tuibrowser.parsing.lines.dates import find_day
from tuibrowser.parsing.lines.masthead import Masthead
from tuibrowser.parsing.lines.numbering import MARKER, POINT
from tuibrowser.parsing.lines.signatures import (
    CLOSING,
    DATE_LINE,
    REPORTER,
    SIGNER,
    is_signer,
    signs,
)
from tuibrowser.parsing.lines.source import Line

# What the report itself is numbered by, beside lists of attachments.
_HEADS = frozenset({"part", "section", "chapter", "item"})
# Code, not lexicon: how a report closes is a form of official papers.
_ATTACHMENT = re.compile(r"^附(?:件|表|录)?[0-9一二三]{0,2}[:、.]?$|^附(?:件|表|录|:)")
_NUMBERED = re.compile(r"^附件?:?(?=一、|\(一\))")
# Below a covering letter; a list of attachments names reports with a number before them.
_TITLE = re.compile(r"^(?![附《]|\d(?!\d{3}年))[^。;:]{4,50}法治[^。;:]{2,30}(?:报告|总结)$")
_FEWEST_ABOVE = 3
"""Numbered lines above a signature from which on they are the report, not its covering letter."""
_MOST_TAIL_LINES = 24
_MOST_ATTACHMENTS = 8
# 注：数据截至…。 below the last part.
_NOTE = re.compile(r"^(?:注|备注|说明)\d?:")
_LONGEST_ATTACHED = 40
# A sentence, long enough not to be (此件公开发布。).
_TEXT = re.compile(r"^.{12}[^。;]*[。;]")


def take_tail(head: Masthead, lines: Sequence[Line], lexicon: Lexicon) -> None:
    """Signature and date, 特此报告 above them, attachments and page furniture below."""
    first = _tail_start(head, lines, lexicon)
    signed = [i for i in range(first, len(lines)) if signs(lines[i].shadow)]
    attached = False
    for index in range(first, len(lines)):
        shadow = lines[index].shadow
        if head.roles.get(index) in {"title", "furniture"}:
            continue
        if signs(shadow) or CLOSING.match(shadow):
            head.roles[index] = "signature"
            head.date = head.date or find_day(shadow)
            if not DATE_LINE.match(shadow) and not CLOSING.match(shadow):
                head.signers.append(lines[index])
        elif REPORTER.match(shadow):
            head.roles[index] = "furniture"
            head.bylines.append(lines[index])
        elif (signed and index > signed[0]) or lexicon.tail.match(shadow) or COVER.match(shadow):
            head.roles[index] = "furniture"
            attached = attached or shadow.startswith("附")
        elif attached:  # 附件: 1.… with 2.… on the next line
            head.roles[index] = "furniture"


def take_letter(head: Masthead, lines: Sequence[Line]) -> None:
    """Who signs, with a day below, above the end: a covering letter comes before the report."""
    for index, (line, below) in enumerate(pairwise(lines)):
        # 2024-01-05 below a page's own name is the page's day.
        signed = is_signer(line.shadow) and DATE_LINE.match(below.shadow)
        if signed and "年" in below.shadow and head.roles.get(index) in {None, "furniture"}:
            head.letters.append(line)
            head.roles[index] = head.roles[index + 1] = "signature"
            head.date = head.date or find_day(below.shadow)


def _tail_start(head: Masthead, lines: Sequence[Line], lexicon: Lexicon) -> int:
    """Index after the last paragraph of the body.

    What a page says below a signature is not to be foreseen (28 of 41 footers tried were in no list
    of words), so a government's name with a day below it ends the body, whatever follows.
    """
    if (attached := _above_attachment(lines)) is not None:
        return _above_signature(lines, attached, lexicon)
    lowest = max(len(lines) - _MOST_TAIL_LINES, 0)
    for index in range(lowest, len(lines)):
        signer = SIGNER.match(lines[index].shadow)
        below = lines[index + 1].shadow if index + 1 < len(lines) else ""
        dated = signer and (DATE_LINE.match(below) or find_day(lines[index].shadow))
        if dated and signs(lines[index].shadow) and not _goes_on(lines[index + 1 :]):
            return _above_signature(lines, index, lexicon)
    if (listed := _list_at_end(lines)) is not None:
        return _above_signature(lines, listed, lexicon)
    for index in range(len(lines) - 1, lowest - 1, -1):
        shadow = lines[index].shadow
        if index in head.roles or signs(shadow) or CLOSING.match(shadow) or _NOTE.match(shadow):
            continue
        text = MARKER.match(shadow) or POINT.match(shadow) or _TEXT.search(shadow)
        if text and not shadow.startswith(("附", "(")):
            return index + 1
    return lowest


def _above_attachment(lines: Sequence[Line]) -> int | None:
    """Index of a signature with its day below which an attachment begins, numbered as it may be.

    A report that is attached to a covering letter is none: nothing numbered stands above.
    """
    numbered = 0
    for index in range(len(lines) - 2):
        marker = MARKER.match(lines[index].shadow)
        numbered += bool(marker and marker.lastgroup in _HEADS)
        if (
            numbered >= _FEWEST_ABOVE
            and is_signer(lines[index].shadow)
            and DATE_LINE.match(lines[index + 1].shadow)
            and _ATTACHMENT.match(lines[index + 2].shadow)
        ):
            return index
    return None


def _list_at_end(lines: Sequence[Line]) -> int | None:
    """Index of the line that names attachments, if nothing but their names follows."""
    for index in range(len(lines) - 1, max(len(lines) - 1 - _MOST_ATTACHMENTS, -1), -1):
        if _ATTACHMENT.match(lines[index].shadow):
            return index
        if not _names_attachment(lines[index].shadow):
            return None
    return None


def _names_attachment(shadow: str) -> bool:
    marker = MARKER.match(shadow)
    is_heading = marker is not None and marker.lastgroup in _HEADS
    return not is_heading and "。" not in shadow and len(shadow) <= _LONGEST_ATTACHED


def _goes_on(lines: Sequence[Line]) -> bool:
    """Whether the report has more to say: its title, or a numbered heading, not of a list."""
    markers = [MARKER.match(line.shadow) for line in lines]
    return any(m and m.lastgroup in _HEADS for m in markers) or any(
        titles_report(line.shadow) for line in lines
    )


def titles_report(shadow: str) -> bool:
    """Whether a line below a signature is the title of a report that a letter covers."""
    return bool(_TITLE.match(shadow))


def _above_signature(lines: Sequence[Line], index: int, lexicon: Lexicon) -> int:
    """The first line of what stands right above a signature: 特此报告, a list of attachments."""
    top = index
    for above in range(index - 1, max(index - _MOST_ATTACHMENTS, 0), -1):
        shadow = lines[above].shadow
        if signs(shadow) or CLOSING.match(shadow) or lexicon.tail.match(shadow):
            top = above
        elif not _names_attachment(shadow) and not _is_numbered_on(lines, above):
            break
    return top


def _is_numbered_on(lines: Sequence[Line], index: int) -> bool:
    """Whether a line goes on a list of attachments that is numbered as headings are: 附件:一、…"""
    for above in range(index - 1, max(index - _MOST_ATTACHMENTS, 0), -1):
        if _NUMBERED.match(lines[above].shadow):
            return True
        if "。" in lines[above].shadow:
            break
    return False

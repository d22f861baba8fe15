"""What may have been meant: the issuers and the days that a text and its file name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Report
from tuibrowser.model.terms import Role
from tuibrowser.parsing.identity.acting import acting_names
from tuibrowser.parsing.identity.issuer import file_names, signer_name
from tuibrowser.parsing.identity.named import Name
from tuibrowser.parsing.identity.names import government
from tuibrowser.parsing.identity.offices import issuer_of
from tuibrowser.parsing.lines.dates import find_day
from tuibrowser.parsing.lines.source import Line
from tuibrowser.text.fold import fold, squeeze
from tuibrowser.text.numerals import ZERO, ZEROS, parse_numeral

PLACES_NAMED: Final[dict[Role, str]] = {
    "title": "标题",
    "signature": "落款",
    "furniture": "网页信息",
    "lead": "正文开头",
}
_YEAR: Final = re.compile(
    rf"(?<!\d)(20\d\d|19\d\d)(?!\d)|(二[{ZERO}][{ZERO}一二三四五六七八九]{{2}})年"
)


def words_around(report: Report) -> Iterator[tuple[str, str]]:
    """What is said of a report in its title, its signature, around its body and outside its text,
    and where that stands."""
    for role, where in PLACES_NAMED.items():
        yield from ((report.slice(it), where) for it in report.passages if it.role == role)
    for words in (report.stated.title, report.stated.issuer, report.stated.site):
        if words:
            yield words, "网页或文件的属性"
    yield report.file.rpartition(".")[0] or report.file, "文件名"


def issuers_named(report: Report, lexicon: Lexicon) -> dict[str, str]:
    """Short names of whoever may have issued ``report``, and where each is named first."""
    found: dict[str, str] = {}
    for words, where in words_around(report):
        shadow, offsets = squeeze(words)
        if not shadow:
            continue
        for name in _names(where, shadow, offsets, len(words), lexicon):
            if issuer := issuer_of(name, shadow, lexicon):
                (start, end), _ = issuer
                found.setdefault("".join(words[it] for it in offsets[start:end]), where)
    return found


def _names(
    where: str, shadow: str, offsets: list[int], end: int, lexicon: Lexicon
) -> Iterator[Name]:
    if where == PLACES_NAMED["lead"]:
        yield from acting_names(shadow, lexicon)
        return
    yield from file_names(shadow, lexicon)
    line = Line(1, shadow, offsets, end)
    if name := signer_name(line, lexicon):
        yield name
    if name := government(shadow, 0, len(shadow), lexicon, strictly=True):
        yield name


def years_named(report: Report) -> dict[int, str]:
    """The years that may be reported on, and where each is named; last the one before the day of
    writing."""
    found: dict[int, str] = {}
    for words, where in words_around(report):
        for year, han in _YEAR.findall(fold(words)):
            known = int(year) if year else parse_numeral(han.translate(ZEROS))
            if known is not None:
                found.setdefault(known, where)
    for day, called in ((report.date, "成文日期"), (report.published, "发布日期")):
        if day:
            found.setdefault(int(day[:4]) - 1, f"{called}的上一年")
    return found


def days_named(report: Report) -> dict[str, str]:
    """The days, ISO 8601, that stand around the body, and where."""
    found: dict[str, str] = {}
    around = [*words_around(report), (report.stated.published or "", "网页或文件的属性")]
    for words, where in around:
        if day := find_day(fold(words)):
            found.setdefault(day, where)
    return found

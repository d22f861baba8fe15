"""Whose report it is and of which year, where another place of it says otherwise: most were written
over that of a neighbour or of the year before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Doubt, Report
from tuibrowser.model.terms import Role
from tuibrowser.parsing.identity.naming import PLACES_NAMED, issuers_named, words_around
from tuibrowser.parsing.lines.dates import find_year
from tuibrowser.text.fold import fold, squash, squeeze
from tuibrowser.text.placename import stem

_TOWNSHIPS: Final = ("镇", "乡", "街道", "街", "苏木")
# Code, not lexicon: what offices of one county are told apart by is their names alone.
_OFFICES: Final = ("局", "委员会", "中心", "大队", "支队")
_FILE: Final = "文件名"
_SURE: Final = frozenset({PLACES_NAMED["title"], PLACES_NAMED["signature"], _FILE})
_YEAR_OF_FILE: Final = re.compile(
    r"(?<![0-9a-z])(?<![a-z]_)(?<!\d[-—~至])(?<!\d年[-—~至])20\d\d(?![0-9a-z号]|年?[-—~至._]\d)"
)
"""A year by itself, no plan's (2021—2025年), day's or document's."""
_SUBJECT: Final = 8
"""Characters in which an opening names the year that it is about: 2023年，…."""
_SINCE: Final = re.compile(
    r"[^,。;]{2,7}年度?(?:\d|[^,。;年]{0,12}(?:以来|至今|起|[前后底末初]|开始|时)(?=[,。;]))"
)
"""When something began or came out, not what is reported on: 2021年以来, 2021年8月."""


def doubts_of_identity(report: Report, lexicon: Lexicon) -> Iterator[Doubt]:
    """What title, signature, opening and file name say of issuer and year that others deny."""
    if not report.is_report:
        return
    yield from _of_issuer(report, lexicon)
    yield from _of_year(report)


def _of_issuer(report: Report, lexicon: Lexicon) -> Iterator[Doubt]:
    issuer = fold(report.issuer or "")
    kin = next((ends for ends in (_TOWNSHIPS, _OFFICES) if issuer.endswith(ends)), None)
    if kin is None:
        return
    named = issuers_named(report, lexicon)
    own = named.get(report.issuer or "", "正文")
    opening = _opening(report)
    for other, where in named.items():
        is_meant = where in _SURE or (
            # 2023年，龙山镇… in a report of 河口镇 that its opening does not name at all.
            where == PLACES_NAMED["lead"] and opening and stem(issuer) not in opening
        )
        if is_meant and other.endswith(kin) and not _is_same(issuer, fold(other)):
            says = f"{own}写的是{report.issuer}，{where}写的是{other}，请核对是哪个单位的报告"
            yield Doubt("issuer", says, *_stands(report, where, other))
            return


def _is_same(one: str, other: str) -> bool:
    """Whether two names are of one unit: 石井街 and 石井街道, 柳河乡 that became 柳河镇, a bureau
    with and without its city."""
    return one in other or other in one or stem(one) == stem(other)


def _of_year(report: Report) -> Iterator[Doubt]:
    if report.year is None:
        return
    opening = _opening(report)
    begins = None if _SINCE.match(opening) else find_year(opening[:_SUBJECT])
    if begins not in (None, report.year) and f"{report.year}年" not in opening:
        says = f"年度写作{report.year}年，正文开头说的是{begins}年，请核对是哪一年度的报告"
        yield Doubt("year", says, *_stands(report, PLACES_NAMED["lead"], ""))
    years = _YEAR_OF_FILE.findall(fold(report.file.rpartition(".")[0]).lower())
    # Many a file bears the year in which it was sent in.
    if years and not {str(report.year), str(report.year + 1)} & {*years}:
        says = f"年度写作{report.year}年，{_FILE}写的是{years[0]}年，请核对是哪一年度的报告"
        yield Doubt("year", says)


def _opening(report: Report) -> str:
    """What stands before the first heading."""
    words = (words for words, where in words_around(report) if where == PLACES_NAMED["lead"])
    return "".join(squeeze(it)[0] for it in words)


def _stands(report: Report, where: str, words: str) -> tuple[int | None, int | None]:
    """Offsets of the passage that says ``words`` there; none outside the text."""
    roles: dict[str, Role] = {says: role for role, says in PLACES_NAMED.items()}
    for passage in report.passages:
        if passage.role == roles.get(where) and squash(words) in squash(report.slice(passage)):
            return passage.start, passage.end
    return None, None

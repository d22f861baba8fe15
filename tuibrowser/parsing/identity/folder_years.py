"""The year a report is on by the folder it lies in, where neither text nor file name says one.

A folder says less than a text: what a day in the text makes impossible is not believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Doubt
from tuibrowser.parsing.lines.dates import find_year
from tuibrowser.text.fold import squash

_BY_HANDING_IN: Final = "，按报送年份的上一年推定"
_HIGHEST: Final = 4
"""Folders above a file that are asked; farther up is a person's disk and not what was sent."""
# No day (20240105, 2024-01-05), month (2024年1月) or span of years (2021-2025).
_YEAR: Final = re.compile(
    r"(?<![0-9a-z])(?<![\da-z][-—–~至_.])(20\d\d)(?!\d|[a-z]|[-—–~至_.]\d|年[-—–~至]|年\d{1,2}月)"
)
_SHORT: Final = re.compile(r"(?<!\d)(\d\d)年度|^(\d\d)年$")
_DIGITS: Final = re.compile(r"20\d\d")
_REPORTED_ON: Final = re.compile(
    r"^(?:年度|年?(?:法治|法制|依法行政|工作(?:总结|报告|情况)|总结|述法|年报(?![送来备上])|年终))"
)
_SUMMER: Final = 6
"""The month from which a report may be on its own year; before it, it is on the last."""
_WINTER: Final = 11
"""The month from which it is on its own year."""


class FolderYear(NamedTuple):
    """The year that a folder tells."""

    year: int
    folder: str
    """Its name."""
    doubt: Doubt
    """Says so."""


def year_of_folders(
    folders: Sequence[str], written: str | None, published: str | None, lexicon: Lexicon
) -> FolderYear | None:
    """The year that the nearest folder with one tells.

    Args:
        folders: Names of the folders above the file, the innermost last.
        written: The day of writing, ISO 8601.
        published: The day on which it was published.
        lexicon: What folders are called in which things are sent in or put away.
    """
    for folder in reversed(folders[-_HIGHEST:]):
        told = list(_told(squash(folder), lexicon))
        for year, how in told:
            if _fits(year, written, published):
                return FolderYear(year, folder, Doubt("year", f"年度取自文件夹“{folder}”{how}"))
        if told:
            return None
    return None


def _told(folder: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """The years that a folder may mean, the likeliest first, and what is to be said of each."""
    found = {*_YEAR.findall(folder), *(f"20{a or b}" for a, b in _SHORT.findall(folder))}
    if not found and not _DIGITS.search(folder) and (spoken := find_year(folder)):  # 二〇二三年
        found = {str(spoken)}
    if len(found) != 1:
        return
    year = int(found.pop())
    behind = folder.partition(str(year))[2] if str(year) in folder else "年度"
    if _REPORTED_ON.match(behind):
        yield year, ""
    elif lexicon.handed_in.search(folder):
        yield year - 1, _BY_HANDING_IN
        yield year, ""
    elif not lexicon.put_away.search(folder):
        yield year, ""
        yield year - 1, _BY_HANDING_IN


def _fits(year: int, written: str | None, published: str | None) -> bool:
    """Whether a report that was written and published on these days may be on ``year``."""
    if written:
        day = date.fromisoformat(written)
        if day.year == year:
            return day.month >= _SUMMER
        return day.year == year + 1 and day.month < _WINTER
    return not published or year < int(published[:4]) or published[5:7] >= f"{_SUMMER:02}"

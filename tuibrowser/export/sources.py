"""Where words stand, said so that anybody can find them in the report again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tuibrowser.layout.notes import markers, short_title
from tuibrowser.model.report import Report
from tuibrowser.text.linebreak import one_line
from tuibrowser.text.quotation import quoted

_PARTS_CLAUSES: Final = "，。；：！？,;!?\n\r"


def clause_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around ``text[start:end]``, less white space: what one searches a document for."""
    begin = max(text.rfind(it, 0, start) for it in _PARTS_CLAUSES) + 1
    stop = min((at for it in _PARTS_CLAUSES if (at := text.find(it, end)) >= 0), default=len(text))
    while begin < start and text[begin].isspace():
        begin += 1
    while stop > end and text[stop - 1].isspace():
        stop -= 1
    return begin, stop


def source_line(report: Report, passage: int) -> str:
    """Where a passage (an index) stands: ``潭柘寺镇2023年报告，一、（二）“践行枫桥经验…”``."""
    return source_of(report, (passage,))


def source_of(report: Report, passages: Iterable[int]) -> str:
    """Where ``passages`` (indices) stand, the headings in the order given, each once.

    A heading below another one of them is not named: whoever finds the upper one finds it. Pages
    are said where they are known: ``潭柘寺镇2023年报告，第3页，一、“…”``.
    """
    passages = list(passages)
    named = {report.passages[passage].section: None for passage in passages}
    outermost = [
        index
        for index in named
        if index is not None and named.keys().isdisjoint(report.chain(report.parents[index]))
    ]
    headings = (
        f"{markers(report, index)}{quoted(short_title(report, index))}" for index in outermost
    )
    return "，".join(
        (_called(report), *_pages(report, passages), *("；".join(headings),) * bool(outermost))
    )


def _pages(report: Report, passages: Sequence[int]) -> Iterator[str]:
    parts = [report.passages[passage] for passage in passages]
    found = [pages for part in parts if (pages := report.pages_of(part.start, part.end))]
    if found:
        first, last = min(pages[0] for pages in found), max(pages[1] for pages in found)
        yield f"第{first}页" if first == last else f"第{first}—{last}页"


def is_under(report: Report, section: int, above: int) -> bool:
    """Whether the heading ``section`` is ``above`` or stands below it (indices)."""
    return above in report.chain(section)


def _called(report: Report) -> str:
    """``潭柘寺镇2023年报告``; the file's name where the issuer is unknown."""
    if report.issuer is None:
        # A file's name may hold anything but "/" and NUL.
        return one_line(report.file)
    return f"{report.name_parts[0]}{'' if report.year is None else f'{report.year}年'}报告"

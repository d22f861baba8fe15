"""What a report is called on the screen, and under a passage that was copied from it."""

from __future__ import annotations

from tuibrowser.layout.notes import markers, short_title
from tuibrowser.model import Place, Report, ReportEntry
from tuibrowser.text.cellwidth import Ambiguous, cells, shorten
from tuibrowser.text.linebreak import join_wraps
from tuibrowser.text.placename import stem


def report_name(report: Report | ReportEntry) -> str:
    """``潭柘寺镇2023``; the file's name where the issuer is unknown."""
    if report.issuer is None:
        # A file's name may hold anything but "/" and NUL.
        return join_wraps(report.file).replace("\n", "")
    return f"{report.issuer}{'（年份不明）' if report.year is None else report.year}"


def place_names(place: Place) -> list[str]:
    """The divisions above a township, largest first, each once: ``["北京", "门头沟"]``."""
    names = [stem(name) for name in (place.province, place.city, place.county) if name]
    return list(dict.fromkeys(names))


def pane_title(report: Report, width: int, ambiguous: Ambiguous = 1) -> str:
    """The title over a pane, in at most ``width`` cells; the places go first where room lacks."""
    name = report_name(report)
    places = [place for place in place_names(report.place) if not name.startswith(place)]
    while places and cells(" ".join([*places, name]), ambiguous) > width:
        places.pop(0)
    return shorten(" ".join([*places, name]), width, ambiguous)


def source_line(report: Report, passage: int) -> str:
    """Where a passage stands: ``潭柘寺镇2023年报告，一、（二）“践行枫桥经验…”``."""
    if report.issuer is None:
        where = report_name(report)
    else:
        year = "" if report.year is None else f"{report.year}年"
        where = f"{report.issuer}{year}报告"
    index = report.passages[passage].section
    if index is None:
        return where
    return f"{where}，{markers(report, index)}“{short_title(report, index)}”"

"""What a report is called on the screen, and under a passage that was copied from it."""

from __future__ import annotations

from tuibrowser.model.report import Place, Report, ReportEntry
from tuibrowser.text.cellwidth import Ambiguous, cells, shorten
from tuibrowser.text.placename import stem
from tuibrowser.text.visible import visible


def report_name(report: Report | ReportEntry, number: int = 1) -> str:
    """``潭柘寺镇2023``; the file's name where the issuer is unknown, or the text is no report.

    Args:
        report: What is to be named.
        number: Which of the texts of its issuer and year it is; 1 is not said.
    """
    return "".join(_name_parts(report, number))


def fitted_name(
    report: Report | ReportEntry, width: int, ambiguous: Ambiguous = 1, number: int = 1
) -> str:
    """:func:`report_name` in at most ``width`` cells; the year is the last to be cut off, since
    without it a name is that of other reports, too."""
    who, when = _name_parts(report, number)
    room = width - cells(when, ambiguous)
    # Two characters and the sign that there are more.
    if room < min(cells(who, ambiguous), 5):
        return shorten(who + when, width, ambiguous)
    return shorten(who, room, ambiguous) + when


def _name_parts(report: Report | ReportEntry, number: int) -> tuple[str, str]:
    """Whose report, and which of theirs."""
    who, when = report.name_parts
    return visible(who), when + (f"（第 {number} 份）" if when and number > 1 else "")


def place_names(place: Place) -> list[str]:
    """The divisions above a township, largest first, each once: ``["北京", "门头沟"]``."""
    names = [stem(visible(name)) for name in (place.province, place.city, place.county) if name]
    return list(dict.fromkeys(names))


def pane_title(report: Report, width: int, ambiguous: Ambiguous = 1, number: int = 1) -> str:
    """The title over a pane, in at most ``width`` cells; the places go first where room lacks."""
    name = report_name(report, number)
    places = [place for place in place_names(report.place) if not name.startswith(place)]
    while places and cells(" ".join([*places, name]), ambiguous) > width:
        places.pop(0)
    if not places:
        return fitted_name(report, width, ambiguous, number)
    return " ".join([*places, name])

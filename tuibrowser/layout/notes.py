"""What is said where a report has nothing to show, or shows text from elsewhere."""

from __future__ import annotations

from tuibrowser.lexicon.labels import KIND_TITLES, STATE_LABELS, THEME_LABELS
from tuibrowser.model import SECTION_KINDS, Cell, Report, SectionKind
from tuibrowser.text.cellwidth import Ambiguous, cells, shorten

_LONGEST_HEADING = 24
"""Characters of a quoted heading, so that a note stays one to three lines in a narrow pane."""


def section_note(report: Report, kind: SectionKind, cell: Cell) -> str | None:
    """Why ``cell`` is empty, or where its text was fetched from; ``None`` if neither is so."""
    if cell.state == "inside" and cell.elsewhere:
        places = "；".join(heading_path(report, index) for index in cell.elsewhere)
        said = f"{STATE_LABELS['inside']}，见：{places}"
    elif cell.passages or cell.state is None or cell.state == "own":
        return None
    elif cell.state == "none":
        said = "本报告未单列此部分"
    else:
        said = STATE_LABELS[cell.state]
    return f"{KIND_TITLES[kind]}：{said}"


def part_title(kind: SectionKind) -> str:
    """``规定内容 3/5 党政主要负责人履职``."""
    return f"规定内容 {SECTION_KINDS.index(kind) + 1}/{len(SECTION_KINDS)} {KIND_TITLES[kind]}"


def part_bar(kind: SectionKind, width: int, ambiguous: Ambiguous = 1) -> str:
    """The line of ``width`` cells above a part of the regulation: ``-- 规定内容 2/5 … ----``."""
    title = shorten(f"-- {part_title(kind)} ", width, ambiguous)
    # ASCII: a box-drawing rule takes two cells on terminals set up for old Chinese programs.
    return title + "-" * (width - cells(title, ambiguous))


def theme_label(theme: str | None) -> str:
    """The name of a theme as it stands above its measures."""
    return f"〔{'未分领域' if theme is None else THEME_LABELS.get(theme, theme)}〕"


def heading_path(report: Report, index: int) -> str:
    """A heading with the markers of those above it: ``一、（二）加强行政执法``.

    Args:
        report: The report it stands in.
        index: Into ``Report.sections``.
    """
    return markers(report, index) + short_title(report, index)


def markers(report: Report, index: int) -> str:
    """The markers of a heading and of those above it, outermost first."""
    section = report.sections[index]
    found, level = [section.marker or ""], section.level
    for above in reversed(report.sections[:index]):
        if above.level < level:
            found.append(above.marker or "")
            level = above.level
    return "".join(reversed(found))


def short_title(report: Report, index: int) -> str:
    """The title of a heading, cut where it is long."""
    title = report.sections[index].title
    return title if len(title) <= _LONGEST_HEADING else title[: _LONGEST_HEADING - 1] + "…"

"""What one can do next on the compare screen."""

from __future__ import annotations

from collections.abc import Collection

from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.compare.open_reports import OpenReports
from tuibrowser.tui.compare.stops import Stops


def urgent(opened: OpenReports, stops: Stops, drafts: Collection[str]) -> list[str]:
    """Ids of the commands that matter now and go first in the footer."""
    found = []
    if opened.in_years:
        found.append("compare.years")
    if opened.zoomed:
        found.append("compare.zoom")
    if stops.count:
        found.append("compare.next_mark")
    if opened.current is not None and opened.current.sha256 in drafts:
        found.append("compare.reread")
    return found


def nothing_open() -> str:
    """What to do where no report is open."""
    add, find = command("compare.add").shown, command("app.find").shown
    return f"还没有打开报告。按 {add} 从报告目录中添加，按 {find} 检索全文。"

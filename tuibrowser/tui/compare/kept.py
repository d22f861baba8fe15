"""What is open, as it is kept in a workspace and put up again from one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tuibrowser.model.report import Report
from tuibrowser.state.workspaces import Sync, Workspace
from tuibrowser.tui.compare.open_reports import Aside, OpenReports
from tuibrowser.tui.compare.yearly import FEWEST, why_not


def put_up(opened: OpenReports, reports: Sequence[Report], workspace: Workspace) -> Workspace:
    """Open what ``workspace`` says, years only if they still are.

    Args:
        opened: What it goes to, in the place of all that is open.
        reports: Those of ``workspace`` that are there, and those that lie aside.
        workspace: What was kept.

    Returns:
        What was put up: ``workspace``, or what lay aside in it.
    """
    aside = workspace.aside
    held = {report.sha256: report for report in reports}
    if aside is not None:
        reports = _of(workspace, held)
    if workspace.mode == "years" and (len(reports) < FEWEST or why_not(reports)):
        workspace = aside or replace(workspace, mode="section")
        if aside is not None:
            reports = _of(aside, held)
        aside = None
    lying: Aside | None = None
    if aside is not None and (others := _of(aside, held)):
        pinned = aside.pinned and others[0].sha256 == aside.reports[0]
        active = min(max(aside.active, 0), len(others) - 1)
        lying = Aside(others, active, aside.mode, pinned)
    opened.put_up(reports, workspace.mode, lying)
    first = next(iter(workspace.reports), "")
    opened.pinned = workspace.pinned and opened.index(first) == 0
    wanted = workspace.reports[workspace.active : workspace.active + 1]
    opened.active = (opened.index(wanted[0]) if wanted else None) or 0
    return workspace


def workspace_of(opened: OpenReports, sync: Sync, offset: int) -> Workspace:
    """What to keep of ``opened``; which of it are drafts others know.

    Args:
        opened: The open reports.
        sync: How their panes move.
        offset: Where one is in the active one.
    """
    aside = None
    if opened.aside is not None:
        reports, active, mode, pinned, _ = opened.aside
        aside = Workspace(_shas(reports), active, 0, mode, sync, pinned=pinned)
    shas, mode = _shas(opened.reports), opened.mode
    return Workspace(shas, opened.active, offset, mode, sync, pinned=opened.pinned, aside=aside)


def _of(workspace: Workspace, held: dict[str, Report]) -> list[Report]:
    return [held[sha256] for sha256 in workspace.reports if sha256 in held]


def _shas(reports: Sequence[Report]) -> tuple[str, ...]:
    return tuple(report.sha256 for report in reports)

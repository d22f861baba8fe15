"""对照方案: what is on the screen, kept under a name and opened again."""

from __future__ import annotations

from collections.abc import Sequence

from tuibrowser.model.report import Report
from tuibrowser.state.workspaces import Workspace
from tuibrowser.tui.compare.jumps import Jumps
from tuibrowser.tui.compare.stage import CompareStage


class WorkspaceKeys:
    """The key for workspaces."""

    def __init__(self, stage: CompareStage, jumps: Jumps) -> None:
        self._stage = stage
        self._jumps = jumps

    def action_workspaces(self) -> None:
        """List the workspaces that have a name."""
        from tuibrowser.tui.compare.workspaces import WorkspacesScreen  # noqa: PLC0415

        reports = self._stage.comparison.opened.reports
        proposal = self._stage.header.called(reports[0]) if reports else ""
        if len(reports) > 1:
            proposal += f"等 {len(reports)} 份"
        session = self._stage.host.session
        personal = session.personal

        def take(chosen: Workspace | None) -> None:
            opening = None if chosen is None else session.reopen(chosen)
            if opening is not None:
                self.restore(opening.reports, opening.workspace)

        now, keep = self._stage.workspace, personal.change_workspaces
        self._stage.ask(WorkspacesScreen(personal.workspaces, now, proposal, keep), take)

    def restore(self, reports: Sequence[Report], workspace: Workspace) -> None:
        """Put up ``workspace`` instead of what is open.

        Args:
            reports: Those of it that are there.
            workspace: Where one was in them.
        """
        self._stage.comparison.restore(reports, workspace)
        self._jumps.forget()
        self._stage.rearrange()

"""对照方案: what is on the screen, kept under a name and opened again."""

from __future__ import annotations

from collections.abc import Sequence

from tuibrowser.model.report import Report
from tuibrowser.state.workspaces import Workspace
from tuibrowser.tui.compare.board import Board
from tuibrowser.tui.compare.comparison import Comparison


class Keeping(Board):
    """The key for workspaces."""

    def action_workspaces(self) -> None:
        """List the workspaces that have a name."""
        from tuibrowser.tui.compare.workspaces import WorkspacesScreen  # noqa: PLC0415

        reports = self.desk.reports
        proposal = self._called(reports[0]) if reports else ""
        if len(reports) > 1:
            proposal += f"等 {len(reports)} 份"
        session = self._app.session
        personal = session.personal

        def take(chosen: Workspace | None) -> None:
            opening = None if chosen is None else session.reopen(chosen)
            if opening is not None:
                self.restore(opening.reports, opening.workspace)

        listed = WorkspacesScreen(
            personal.workspaces, self.workspace, proposal, personal.change_workspaces
        )
        self.app.push_screen(listed, take)

    def restore(self, reports: Sequence[Report], workspace: Workspace) -> None:
        """Put up ``workspace`` instead of what is open.

        Args:
            reports: Those of it that are there.
            workspace: Where one was in them.
        """
        before = self.desk
        self._comparison = Comparison(reports, workspace)
        self.desk.ambiguous = before.ambiguous
        self.desk.pairings = before.pairings
        self._fit(self._drawn_for)
        self._keep()

"""对照方案: those that were given a name, to open, save, rename and delete one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tuibrowser.state.workspaces import Workspace
from tuibrowser.tui.commands import bindings
from tuibrowser.tui.widgets.drawer import Drawer
from tuibrowser.tui.widgets.prompt import PromptScreen

Keep = Callable[[dict[str, Workspace]], bool]
"""Stores the workspaces; ``False`` if that failed, which it has said."""


class WorkspacesScreen(Drawer[str | None]):
    """Dismissed with the name of the one to open, or ``None``."""

    COMMANDS_OF = "workspaces"
    BINDINGS = bindings("workspaces")

    def __init__(
        self, named: Mapping[str, Workspace], now: Workspace, proposal: str, keep: Keep
    ) -> None:
        """List workspaces.

        Args:
            named: By name.
            now: What is on the screen, to be saved.
            proposal: A name for that.
            keep: Stores them after each change.
        """
        super().__init__(" 对照方案")
        self._named = dict(named)
        self._now = now
        self._proposal = proposal
        self._keep = keep
        self._to_delete: str | None = None

    def lines(self) -> Sequence[str]:
        """One line a workspace."""
        if not self._named:
            return [" （还没有保存的方案）"]
        return [f" {name}（{len(it.reports)} 份报告）" for name, it in self._named.items()]

    @property
    def _picked(self) -> str | None:
        """The chosen one."""
        return list(self._named)[self.chosen or 0] if self._named else None

    def action_open(self) -> None:
        """Open the chosen one."""
        if self._picked is not None:
            self.dismiss(self._picked)

    def action_save(self) -> None:
        """Save what is on the screen under a name."""

        def take(name: str | None) -> None:
            if name is not None:
                replaced = name in self._named
                rest = {key: it for key, it in self._named.items() if key != name}
                done = "已更新" if replaced else "已保存"
                self._change({name: self._now, **rest}, name, f"{done}对照方案“{name}”")

        prompt = PromptScreen("保存当前对照方案", "写一个名称；同名的会被更新", self._proposal)
        self.app.push_screen(prompt, take)

    def action_rename(self) -> None:
        """Give the chosen one another name."""
        old = self._picked
        if old is None:
            return

        def take(name: str | None) -> None:
            if name is None or name == old:
                return
            if name in self._named:
                self.notify(f"已有名为“{name}”的对照方案，请换一个名称", markup=False)
                return
            renamed = {name if key == old else key: it for key, it in self._named.items()}
            self._change(renamed, name, f"已改名为“{name}”")

        self.app.push_screen(PromptScreen(f"为“{old}”改名", "写新的名称", old), take)

    def action_delete(self) -> None:
        """Delete the chosen one, if asked twice."""
        name = self._picked
        if name is None:
            return
        if self._to_delete != name:
            self._to_delete = name
            self.notify(f"再按一次，删除对照方案“{name}”（报告不受影响）", markup=False)
            return
        self._to_delete = None
        rest = {key: it for key, it in self._named.items() if key != name}
        self._change(rest, None, f"已删除对照方案“{name}”")

    def action_move(self, steps: int) -> None:
        """Choose another one; what was to be deleted is not any more."""
        self._to_delete = None
        super().action_move(steps)

    def _change(self, named: dict[str, Workspace], chosen: str | None, done: str) -> None:
        if self._keep(named):
            self._named = named
            self.list_lines()
            if chosen is not None:
                self.choose(list(named).index(chosen))
            self.notify(done, markup=False)

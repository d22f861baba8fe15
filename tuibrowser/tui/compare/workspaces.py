"""对照方案: those that were given a name, to open, save, rename and delete one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from tuibrowser.state.workspaces import Named, Workspace
from tuibrowser.text.visible import visible
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.compare.commands_drawers import WORKSPACES
from tuibrowser.tui.widgets.drawer import Drawer
from tuibrowser.tui.widgets.prompt import PromptScreen

Change = Callable[[Named], Named]
"""Makes other workspaces of those that are there; the same object where nothing is to change."""
Keep = Callable[[Change], Named | None]
"""Applies a change to what is stored at that moment, which other windows may have changed, too, and
returns what is stored then; ``None`` if that failed, which it has said."""


_OF_ONE: Final = ("workspaces.open", "workspaces.rename", "workspaces.delete")
_GONE: Final = "对照方案“{}”已在另一个窗口删除或改名"


class WorkspacesScreen(Drawer[Workspace | None]):
    """Dismissed with the one to open, or ``None``."""

    SPEC = WORKSPACES
    BINDINGS = bindings(WORKSPACES.commands)

    def __init__(self, named: Named, now: Workspace, proposal: str, keep: Keep) -> None:
        """List workspaces.

        Args:
            named: By name.
            now: What is on the screen, to be saved.
            proposal: A name for that.
            keep: Stores each change.
        """
        super().__init__(" 对照方案")
        self._named = named
        self._now = now
        self._proposal = proposal
        self._keep = keep
        self._to_delete: str | None = None

    def offered(self) -> list[Command]:
        """Where none is saved, there is none to open, rename or delete."""
        return [it for it in super().offered() if self._named or it.id not in _OF_ONE]

    def lines(self) -> Sequence[str]:
        """One line a workspace."""
        if not self._named:
            return [" （还没有保存的方案）"]
        return [f" {visible(name)}（{len(it.reports)} 份报告）" for name, it in self._named.items()]

    @property
    def _picked(self) -> str | None:
        """The chosen one."""
        return list(self._named)[self.chosen or 0] if self._named else None

    def action_open(self) -> None:
        """Open the chosen one."""
        if self._picked is not None:
            self.dismiss(self._named[self._picked])

    def action_save(self) -> None:
        """Save what is on the screen under a name."""

        def take(name: str | None) -> None:
            if name is None:
                return
            done = "已保存"

            def saved(named: Named) -> Named:
                nonlocal done
                done = "已更新" if name in named else done
                return {name: self._now, **_without(named, name)}

            if self._change(saved):
                self._choose(name)
                self.notify(f"{done}对照方案“{visible(name)}”")

        hint = "写一个名称；同名的会被更新"
        prompt = PromptScreen("保存当前对照方案", hint, self._proposal, proposed=True)
        self.app.push_screen(prompt, take)

    def action_rename(self) -> None:
        """Give the chosen one another name."""
        old = self._picked
        if old is None:
            return

        def take(name: str | None) -> None:
            if name is None or name == old:
                return
            said = _GONE.format(visible(old))

            def renamed(named: Named) -> Named:
                nonlocal said
                if old not in named:
                    return named
                if name in named:
                    said = f"已有名为“{visible(name)}”的对照方案，请换一个名称"
                    return named
                said = f"已改名为“{visible(name)}”"
                return {name if key == old else key: it for key, it in named.items()}

            if self._change(renamed):
                self._choose(name if old not in self._named else old)
                self.notify(said)

        self.app.push_screen(
            PromptScreen(f"为“{visible(old)}”改名", "写新的名称", visible(old)), take
        )

    def action_delete(self) -> None:
        """Delete the chosen one, if asked twice."""
        name = self._picked
        if name is None:
            return
        if self._to_delete != name:
            self._to_delete = name
            self.notify(f"再按一次，删除对照方案“{visible(name)}”（报告不受影响）")
            return
        self._to_delete = None
        # Another window may have saved something else under this name.
        meant = self._named[name]
        said = f"对照方案“{visible(name)}”已由另一个窗口更新，未删除"

        def thinned(named: Named) -> Named:
            nonlocal said
            if name in named and named[name] != meant:
                return named
            said = f"已删除对照方案“{visible(name)}”"
            return _without(named, name) if name in named else named

        if self._change(thinned):
            self.notify(said)

    def action_move(self, steps: int) -> None:
        """Choose another one; what was to be deleted is not any more."""
        self._to_delete = None
        super().action_move(steps)

    def _change(self, change: Change) -> bool:
        """Store a change and show what is stored then; ``False`` if that failed."""
        named = self._keep(change)
        if named is None:
            return False
        self._named = named
        self.list_lines()
        self.offer_keys()
        return True

    def _choose(self, name: str) -> None:
        if name in self._named:
            self.choose(list(self._named).index(name))


def _without(named: Named, name: str) -> Named:
    return {key: it for key, it in named.items() if key != name}

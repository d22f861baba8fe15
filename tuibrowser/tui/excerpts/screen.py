"""摘录: what was collected by copying, to read, thin out and export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from tuibrowser.model.kept import Excerpt
from tuibrowser.text.visible import visible
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.excerpts.commands import EXCERPTS
from tuibrowser.tui.host import Host
from tuibrowser.tui.messages import OpenExcerpt
from tuibrowser.tui.terminal.widths import broken, shorten
from tuibrowser.tui.widgets.drawer import Drawer

_EDGES: Final = 3
"""Cells of a line of the text that are not text: a blank on either side, the scroll bar."""


class ExcerptsScreen(Drawer[None]):
    """Two lines an excerpt, what it says and where that stands; the chosen one whole below."""

    SPEC = EXCERPTS
    BINDINGS = bindings(EXCERPTS.commands)
    WIDTH = 120
    DEFAULT_CSS = """
    ExcerptsScreen {
        #excerpt { height: 2fr; border-top: solid $foreground-muted; padding: 0 1; }
        #excerpt { scrollbar-size-vertical: 1; }
        Choices { height: 3fr; }
    }
    """

    def __init__(self, host: Host) -> None:
        super().__init__(" 摘录")
        self._host = host
        self._excerpts: tuple[Excerpt, ...] = ()
        self._to_clear = False

    def below(self) -> ComposeResult:
        """The chosen excerpt."""
        with VerticalScroll(id="excerpt", can_focus=False):
            yield Static(id="excerpt-text", markup=False)

    def on_mount(self) -> None:
        """Begin with what was collected last."""
        self._read()
        self.choose(len(self._excerpts) - 1)

    def on_resize(self) -> None:
        """Set the lines anew."""
        super().on_resize()
        self._show_chosen()

    def lines(self) -> Sequence[Content | str]:
        """Two lines an excerpt."""
        if not self._excerpts:
            copy = command("compare.copy_paragraph").shown
            return [f" （还没有摘录；在对照、检索界面按 {copy} 复制段落，就会加入）"]
        width = self.width - 1
        return [
            Content.assemble(
                shorten(f" {number}  {_first_line(each)}", width),
                "\n",
                (shorten(f"     {visible(each.source)}", width), "$text-muted"),
            )
            for number, each in enumerate(self._excerpts, 1)
        ]

    # Keys

    def action_open(self) -> None:
        """Go to where the chosen one stands."""
        if (picked := self._picked) is not None:
            self.dismiss(None)
            self.app.post_message(OpenExcerpt(picked))

    def action_export(self) -> None:
        """Write all of them into a file."""
        from tuibrowser.tui.export.offers import excerpts_offer  # noqa: PLC0415  (not at start)

        offers = (
            [excerpts_offer(self._excerpts, self._host.session.library)] if self._excerpts else []
        )
        self._host.offer(offers)

    def action_copy(self) -> None:
        """Copy the chosen one."""
        if (picked := self._picked) is not None:
            self._host.copy(str(picked))

    def action_remove(self) -> None:
        """Take the chosen one out."""
        picked = self._picked
        if picked is not None and self._host.session.personal.drop_excerpts([picked]):
            self._read()
            self._host.say(f"已移除 1 条，按 {command('excerpts.undo').shown} 恢复")

    def action_clear(self) -> None:
        """Take all of them out, if asked twice."""
        count = len(self._excerpts)
        if count and not self._to_clear:
            self._to_clear = True
            self.notify(f"再按一次，清空全部 {count} 条摘录（报告不受影响）")
        elif count and self._host.session.personal.drop_excerpts(self._excerpts):
            self._read()
            self._host.say(f"已清空 {count} 条，按 {command('excerpts.undo').shown} 恢复")

    def action_undo(self) -> None:
        """Take back the last change; again, take it back again."""
        undone = self._host.session.personal.undo_excerpts()
        if undone:
            self._read()
        if undone is not None:
            said = f"已撤销上一次改动，现有 {len(self._excerpts)} 条摘录"
            self._host.say(said if undone else "没有可以撤销的改动")

    def action_move(self, steps: int) -> None:
        """Choose another one; they are not to be cleared any more."""
        self._to_clear = False
        super().action_move(steps)

    def action_scroll(self, lines: int) -> None:
        """Move the text of the chosen one."""
        self.query_one("#excerpt").scroll_relative(y=lines, animate=False)

    # Drawing

    @property
    def _picked(self) -> Excerpt | None:
        return self._excerpts[self.chosen or 0] if self._excerpts else None

    def _read(self) -> None:
        self._to_clear = False
        self._excerpts = self._host.session.personal.excerpts
        count = f"（共 {len(self._excerpts)} 条）" if self._excerpts else ""
        self.query_one("#drawer-title", Static).update(Content(f" 摘录{count}"))
        self.list_lines()
        self._show_chosen()

    @on(OptionList.OptionHighlighted)
    def _show_chosen(self) -> None:
        picked, width = self._picked, self.width - _EDGES
        text = "" if picked is None else f"{picked.text}\n（{picked.source}）"
        # Each line end is one of a paragraph; nothing else steers the terminal.
        lines = (broken(visible(each), width) for each in text.split("\n"))
        self.query_one("#excerpt-text", Static).update(
            Content("\n".join(it for each in lines for it in each))
        )
        self.query_one("#excerpt").scroll_home(animate=False)


def _first_line(excerpt: Excerpt) -> str:
    return visible(" ".join(excerpt.text.split()))

"""导出: what, in which format, into which file; and afterwards where that is."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tuibrowser.export.naming import ExportRefused, Format, ending_of, format_of
from tuibrowser.export.writing import Exported
from tuibrowser.reasons import reason_of
from tuibrowser.store.library import LibraryError
from tuibrowser.text.visible import visible
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.commands.footer import footer
from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.export.commands import EXPORT, EXPORT_PATH
from tuibrowser.tui.export.exported import told
from tuibrowser.tui.export.offers import Offer
from tuibrowser.tui.export.path_input import PathInput
from tuibrowser.tui.terminal.widths import broken, cells, shorten
from tuibrowser.tui.widgets.choices import Choices
from tuibrowser.tui.widgets.footer import Footer
from tuibrowser.tui.widgets.notices import Notices

_FORMAT_WORDS: Final[dict[Format, str]] = {
    "docx": "Word、WPS 文档（.docx），可直接打印",
    "html": "网页（.html），用浏览器打开，可直接打印",
    "xlsx": "Excel、WPS 表格（.xlsx）",
    "csv": "通用表格（.csv）",
    "md": "Markdown 文本（.md）",
    "text": "纯文本（.txt）",
}
_WITHOUT_MARKS: Final[tuple[Format, ...]] = ("xlsx", "csv", "md")
_NEXT: Final = "export.next_content"
_WRITING: Final = "正在导出…"
_LINES_AROUND: Final = 3
"""Lines above and below formats and note: what is exported, the path, the keys."""


class ExportScreen(ModalScreen[tuple[Offer, Exported] | None]):
    """Dismissed with what was written, or ``None``.

    Letters and digits are commands until Tab leads to the line for the file. What is refused is
    said below that line, and everything stays as it was typed.
    """

    SPEC = EXPORT
    BINDINGS = bindings(EXPORT.commands)
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    ExportScreen {
        align: left bottom;
        overflow: hidden;
        Vertical { width: 100%; height: auto; background: $surface; }
        #export-what { height: 1; text-style: bold; }
        Choices { background: $surface; height: auto; scrollbar-size-vertical: 0; }
        PathInput, PathInput:focus { border: none; height: 1; padding: 0 1; }
        #export-note { height: auto; padding: 0 1; }
    }
    """

    def __init__(self, offers: Sequence[Offer], tell: Callable[[str], object]) -> None:
        """Propose ``offers``, of which there is at least one, the first one first.

        Args:
            offers: What can be exported.
            tell: Shows one sentence when this screen has been left.
        """
        super().__init__()
        self._offers = offers
        self._tell = tell
        self._at = 0
        self._list = Choices()
        self._line = PathInput()
        self._is_writing = False
        self._lines_noted = 1
        self._lines_said = 0

    def compose(self) -> ComposeResult:
        """What, formats, file, what is to be said of it, keys."""
        with Vertical():
            yield Static(id="export-what", markup=False)
            yield self._list
            yield self._line
            yield Static(id="export-note", markup=False)
            yield Footer()

    def on_mount(self) -> None:
        """Propose the first offer."""
        self._line.cursor_blink = False
        self._take_offer(0)

    def on_resize(self) -> None:
        """Set the lines anew."""
        self._draw_offers()
        self._list_formats()
        self._say_where()
        self._draw_keys()

    def on_descendant_focus(self) -> None:
        """Other keys work now."""
        self._draw_keys()

    def on_descendant_blur(self) -> None:
        """Other keys work now."""
        self._draw_keys()

    def on_notices_resized(self, message: Notices.Resized) -> None:
        """List less while something is said."""
        self._lines_said = message.lines
        self._fit()

    # Keys

    def action_move(self, steps: int) -> None:
        """Choose another format."""
        self.action_choose(((self._list.highlighted or 0) + steps) % len(self._offer.formats))

    def action_choose(self, index: int) -> None:
        """Choose a format; the file's name ends accordingly."""
        if index < len(self._offer.formats):
            self._list.highlighted = index
            self._name_after_format()

    def action_content(self, steps: int) -> None:
        """Choose something else to export."""
        self._take_offer((self._at + steps) % len(self._offers))

    def action_name(self) -> None:
        """Let the path be changed: what is typed goes before the ending."""
        self._line.focus()
        name = self._line.value.removesuffix(ending_of(self._format))
        self._line.cursor_position = len(name)

    def action_leave_name(self) -> None:
        """Back to the formats."""
        self.set_focus(None)

    def action_complete(self) -> None:
        """Complete the path before the cursor as far as it is sure, and show what it may be."""
        if words := self._line.complete():
            # After the line, which says something of its own when it changes.
            self.call_later(self._say, shorten(words, self.size.width - 2))

    def action_close(self) -> None:
        """Leave; a file that is being written is written, and that is said."""
        self.dismiss(None)

    def action_write(self) -> None:
        """Write the file and leave; stay where that is refused."""
        if not self._is_writing:
            self._is_writing = True
            self._say(_WRITING)
            # Not before it says so: finding the marks takes some 100 ms in long reports.
            self.call_after_refresh(
                self._begin, self._offer, self._format, self._line.target(self._format)
            )

    def _begin(self, offer: Offer, format_: Format, target: Path) -> None:
        # The app's worker, so that it goes on if this screen is left.
        self.app.run_worker(self._write(offer, format_, target))

    async def _write(self, offer: Offer, format_: Format, target: Path) -> None:
        done, sentence = None, ""
        try:
            done = await asyncio.to_thread(offer.begin(), format_, target)
        except (ExportRefused, LibraryError) as refused:
            sentence = str(refused)
        except OSError as error:
            sentence = f"未能写入 {target}：{reason_of(error)}，请换一个文件或文件夹"
        self._is_writing = False
        if self not in self.app.screen_stack:
            self._tell(told(offer, done) if done else visible(sentence))
        elif done is not None:
            self.dismiss((offer, done))
        else:
            self._say(sentence)

    # What is chosen

    @property
    def _offer(self) -> Offer:
        return self._offers[self._at]

    @property
    def _format(self) -> Format:
        return self._offer.formats[self._list.highlighted or 0]

    def _take_offer(self, at: int) -> None:
        before = self._format
        self._at = at
        self._draw_offers()
        self._list_formats()
        formats = self._offer.formats
        self._list.highlighted = formats.index(before) if before in formats else 0
        self._propose()

    def _propose(self) -> None:
        self._line.propose(self._offer.suggest(self._format))

    def _name_after_format(self) -> None:
        """Have the path in the line end as the chosen format does."""
        if self._line.is_proposed:
            self._propose()
            return
        path = Path(self._line.value)
        if format_of(path) in self._offer.formats:
            self._line.value = str(path.with_suffix(ending_of(self._format)))
        self._say_where()

    @on(Input.Changed)
    def _format_after_name(self) -> None:
        """A known ending that is typed chooses the format."""
        meant = format_of(Path(self._line.value))
        if meant in self._offer.formats:
            self._list.highlighted = self._offer.formats.index(meant)
        self._say_where()

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.action_choose(event.option_index)

    # Drawing

    def _say_where(self) -> None:
        target = self._line.target(self._format)
        exists = os.path.isfile(target)
        self._say(f"{target} 已存在，导出后会被替换" if exists else f"写入 {target}")

    def _say(self, sentence: str) -> None:
        lines = broken(visible(sentence), self.size.width - 2)
        self.query_one("#export-note", Static).update(Content("\n".join(lines)))
        self._lines_noted = len(lines)
        self._fit()

    def _fit(self) -> None:
        """List as many formats as there is room for below all else."""
        around = _LINES_AROUND + self._lines_noted + self._lines_said
        self._list.styles.max_height = max(self.size.height - around, 1)

    def _draw_offers(self) -> None:
        if len(self._offers) == 1:
            line = f" 导出{self._offer.what}：{self._offer.words}"
        else:
            names = [
                f"【{it.words}】" if number == self._at else f"  {it.words}  "
                for number, it in enumerate(self._offers)
            ]
            line = f" 导出 {''.join(names)}"
            if cells(line) > self.size.width:
                # The chosen one is what has to be read.
                line = f" 导出 {self._at + 1}/{len(names)} {names[self._at]}"
        line = shorten(line, self.size.width)
        self.query_one("#export-what", Static).update(Content(line))

    def _list_formats(self) -> None:
        chosen = self._list.highlighted
        self._list.clear_options()
        lines = [
            f" {number} {_FORMAT_WORDS[format_]}"
            + "，不带标注" * (self._offer.marked and format_ in _WITHOUT_MARKS)
            for number, format_ in enumerate(self._offer.formats, 1)
        ]
        self._list.add_options([Option(Content(shorten(it, self.size.width))) for it in lines])
        self._list.highlighted = chosen

    def _draw_keys(self) -> None:
        offered = footer(EXPORT_PATH if self._line.has_focus else EXPORT)
        if len(self._offers) == 1:
            offered = [it for it in offered if it is not command(_NEXT)]
        self.query_one(Footer).offer(offered, self.size.width)

"""The line for the file that is written, and what is meant by it."""

from __future__ import annotations

from pathlib import Path

from tuibrowser.export.naming import Format, target_of
from tuibrowser.text.visible import visible
from tuibrowser.tui.commands.bindings import bindings
from tuibrowser.tui.export.commands import EXPORT_PATH
from tuibrowser.tui.widgets.completion import NO_SUCH_FILE, complete
from tuibrowser.tui.widgets.line_input import LineInput


class PathInput(LineInput):
    """A path is proposed; a person may change it."""

    BINDINGS = bindings(EXPORT_PATH.commands)

    def __init__(self) -> None:
        super().__init__(select_on_focus=False)
        self._proposed = ""
        """The path that stands in the line as long as nobody changed it."""
        self._folder = Path()
        """What a path that is typed begins in."""

    @property
    def is_proposed(self) -> bool:
        """Whether nobody has changed the path."""
        return self.value == self._proposed

    def propose(self, path: Path) -> None:
        """Put ``path`` into the line."""
        self._folder = path.parent
        # In the current folder the name says enough; the line below has the rest.
        self._proposed = path.name if _is_here(self._folder) else str(path)
        self.value = self._proposed

    def target(self, format_: Format) -> Path:
        """The file that the line means."""
        return target_of(self.value.strip(), format_, self._proposed, self._folder)

    def complete(self) -> str:
        """Complete the path before the cursor as far as it is sure; returns what it may go on to,
        if that is to be said."""
        at = self.cursor_position
        # What stands behind the cursor is kept: a folder is typed before the name.
        completed, found = complete(self.value[:at])
        self.value = completed + self.value[at:]
        self.cursor_position = len(completed)
        if len(found) == 1:
            return ""
        return "  ".join(map(visible, found)) if found else NO_SUCH_FILE


def _is_here(folder: Path) -> bool:
    try:
        return folder == Path.cwd()
    except OSError:
        # It was removed.
        return False

"""The way into the browser from a terminal, and back."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Final

from tuibrowser.store.library import Library
from tuibrowser.text.visible import visible
from tuibrowser.tui.app import BrowserApp

_CONSOLE_SHOWS_CHINESE: Final = "TUIBROWSER_CONSOLE"
"""Set to 1 under fbterm and the like, which call themselves ``linux`` too."""
_NO_GLYPHS: Final = (
    "Linux 控制台没有中文字形，请用 SSH 从带中文字体的终端登录，或使用 fbterm、kmscon；"
    f"若屏幕确能显示中文，请设环境变量 {_CONSOLE_SHOWS_CHINESE}=1"
)


def run_app(library: Library, refs: Sequence[str], open_sample: Callable[[], int]) -> int:
    """Run the browser until it is left.

    Args:
        library: Where reports come from; it may not exist yet.
        refs: Reports to open, as people name them.
        open_sample: Runs the browser on the sample reports and returns its exit status.

    Returns:
        The exit status.

    Raises:
        LibraryError: the library is there but cannot be read.
        RefError: a REF names nothing, or several reports.
        DraftUnread: a file cannot be read.
    """
    if os.environ.get("TERM") == "linux" and os.environ.get(_CONSOLE_SHOWS_CHINESE) != "1":
        print(_NO_GLYPHS, file=sys.stderr)
        return 1
    # The screen is as large as the terminal, whatever was exported when it had another size; rich
    # and Textual believe these, without a limit.
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    app = BrowserApp(library, refs)
    app.run()
    if app.session.unsaved:
        print(visible(app.session.unsaved), file=sys.stderr)
    return open_sample() if app.sample_wanted else app.return_code or 0

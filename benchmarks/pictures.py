"""The pictures of the README, drawn by the program from the sample reports.

    python -m benchmarks.pictures [FOLDER]

writes them to ``docs`` unless told otherwise.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tuibrowser.indexing.run import index
from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp

_ROOT = Path(__file__).resolve().parents[1]
_COMPARED = ("柳溪镇@2024", "白石桥镇@2024", "望禾乡@2024")

_WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_FAMILY = re.compile(r"Fira Code")
# Where a picture stands in a page no font is fetched, and the one Textual names has no Chinese.
_CHINESE = "Sarasa Mono SC, Noto Sans Mono CJK SC, monospace"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else _ROOT / "docs"
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = name
        library = Library(Path(name) / "library.sqlite3")
        index(library, [_ROOT / "fixtures" / "reports"], words=False)
        picture = asyncio.run(_draw(library, (120, 32), ["r", *"ttt", "d"]))
    (folder / "compare.svg").write_text(picture, "utf-8", newline="\n")


async def _draw(library: Library, size: tuple[int, int], keys: Sequence[str]) -> str:
    app = BrowserApp(library, _COMPARED)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        svg = app.export_screenshot(title="tuibrowser", simplify=True)
    # Rich names its classes after a random number.
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    return _FAMILY.sub(_CHINESE, _WEB_FONT.sub("", svg))


if __name__ == "__main__":
    main()

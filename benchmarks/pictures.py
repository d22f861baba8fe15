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
from functools import partialmethod
from html import escape, unescape
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple
from unittest.mock import patch

from rich.console import Console

from tuibrowser.indexing.run import index
from tuibrowser.store.library import Library
from tuibrowser.text.cellwidth import cells
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.find.hits import HitList
from tuibrowser.tui.find.preview import Preview
from tuibrowser.tui.find.screen import FindScreen

ROOT: Final = Path(__file__).resolve().parents[1]


class Scene(NamedTuple):
    """What a picture shows."""

    refs: Sequence[str]
    """The reports that are open."""
    keys: Sequence[str]
    """What is pressed before the picture is taken."""


_TOWNS: Final = ("柳溪镇@2024", "白石桥镇@2024", "望禾乡@2024")
_YEARS: Final = ("柳溪镇@2022", "柳溪镇@2023", "柳溪镇@2024")
SCENES: Final = {
    # Level on themes, with what the others lack.
    "compare": Scene(_TOWNS, ["r", *"ttttt", *"dd"]),
    # As it is typed without an input method.
    "find": Scene(_TOWNS, ["/", *"jiufen"]),
    # One township beside its year before, each measure with what became of it.
    "years": Scene(_YEARS, ["c", "]"]),
}
_SIZE: Final = (120, 32)

# A Chinese character is as wide as it is high, a Latin one half of that: columns stay level even
# where a reader of SVG knows no textLength. Rich names its classes after a random number.
_EXPORT: Final = partialmethod(Console.export_svg, font_aspect_ratio=0.5, unique_id="terminal")
_CELL: Final = 10
"""Pixels; Rich sets letters of 20."""
_TEXT: Final = re.compile(
    r'<text( [^>]*)x="([^"]*)"([^>]*)textLength="[^"]*"([^>]*)>([^<]*)</text>'
)

_WEB_FONT: Final = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
# What a font draws wider or narrower than its cells is pressed or drawn out, letters and all. A
# Chinese character needs none of it: it is as wide as it is high in every font.
_FITTED: Final = ' lengthAdjust="spacingAndGlyphs"'
# In a Chinese font “ stands at the right of two cells.
_AMBIGUOUS: Final = _FITTED + ' style="font-family: monospace"'
_ADJUSTED: Final = {"narrow": _FITTED, "wide": "", "ambiguous": _AMBIGUOUS}
# Textual 8 has digits drawn as Chinese characters are, two cells wide.
_FULL_WIDTH: Final = re.compile(r"\s*font-variant-east-asian: full-width;")
_FAMILY: Final = re.compile(r"Fira Code")
# Where a picture stands in a page no font is fetched, and the one Textual names has no Chinese.
_CHINESE: Final = "Sarasa Term SC, Noto Sans Mono CJK SC, monospace"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs"
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = name
        # In all colours, whatever this terminal has.
        os.environ["COLORTERM"] = "truecolor"
        library = Library(Path(name) / "library.sqlite3")
        index(library, [ROOT / "fixtures" / "reports"])
        for picture, scene in SCENES.items():
            path = folder / f"{picture}.svg"
            path.write_text(draw(library, scene), "utf-8", newline="\n")
            print(path)


def draw(library: Library, scene: Scene) -> str:
    """``scene`` as SVG; the same each time."""
    return asyncio.run(_draw(library, scene))


async def _draw(library: Library, scene: Scene) -> str:
    app = BrowserApp(library, scene.refs)
    async with app.run_test(size=_SIZE) as pilot:
        await pilot.press(*scene.keys)
        await pilot.pause()
        while isinstance(app.screen, FindScreen) and not _is_whole(app.screen):
            await pilot.pause(0.01)
        await pilot.pause()
        with patch.object(Console, "export_svg", _EXPORT):
            svg = app.export_screenshot(title="tuibrowser", simplify=True)
    for unwanted in (_WEB_FONT, _FULL_WIDTH):
        svg = unwanted.sub("", svg)
    return _TEXT.sub(_pieces, _FAMILY.sub(_CHINESE, svg))


def _is_whole(find: FindScreen) -> bool:
    """Whether all hits have come, and the text of the chosen one."""
    return find.finished and find.query_one(Preview).hit is find.query_one(HitList).chosen


def _pieces(match: re.Match[str]) -> str:
    """A piece of text as pieces of one kind of characters each, as long as their cells.

    A browser makes a piece as long as it is told by moving all its characters by the same, so that
    of Chinese and Latin in one piece the ones overlap and the others gape. What one font draws
    narrow and another wide (“—…) is pressed into its cell by itself.
    """
    before, x, between, after, words = match.groups()
    at = float(x)
    pieces = []
    for kind, group in groupby(unescape(words), _kind):
        piece = "".join(group)
        length = cells(piece) * _CELL
        shown = piece.lstrip("\xa0")
        if shown:
            left = at + (len(piece) - len(shown)) * _CELL
            pieces.append(
                f'<text{before}x="{left:g}"{between}textLength="{cells(shown) * _CELL}"'
                f"{_ADJUSTED[kind]}{after}>{escape(shown)}</text>"
            )
        at += length
    return "".join(pieces)


def _kind(character: str) -> str:
    if cells(character, 1) != cells(character, 2):
        return "ambiguous"
    return "wide" if cells(character) == 2 else "narrow"


if __name__ == "__main__":
    main()

"""What is drawn can be read: in all colours, in sixteen of whatever palette, and in none."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import drawn
import made
import pytest
from rich.color import ColorSystem
from rich.palette import Palette
from rich.style import Style
from textual.color import Color
from textual.pilot import Pilot

from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.theme import THEMES

ENOUGH = 4.5
"""WCAG 2.1, 1.4.3."""

TEXTS = ("text", "text-muted", "text-quiet", "text-primary", "text-warning", "text-success")
GROUNDS = ("background", "surface", "panel")
# What is coloured in the text of a report stands on the ground of its pane only.
ON_PANELS = ("text", "text-muted", "text-accent")

# The sixteen as they come: of VGA, of xterm, of PuTTY and of the Windows console.
PALETTES = {
    "vga": "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa"
    " 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5"
    " 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    "putty": "000000 bb0000 00bb00 bbbb00 0000bb bb00bb 00bbbb bbbbbb"
    " 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    "windows": "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc"
    " 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
}


def contrast(one: Color, other: Color) -> float:
    """As WCAG 2.1 defines it, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Color) -> float:
    parts = [
        it / 12.92 if it <= 0.03928 else ((it + 0.055) / 1.055) ** 2.4 for it in colour.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def palette(name: str) -> Palette:
    return Palette([Color.parse(f"#{it}").rgb for it in PALETTES[name].split()])


def pairs(of_16: bool, light: bool) -> list[tuple[str, str]]:
    theme = THEMES[of_16, light]
    grounds = {"background": theme.background, "surface": theme.surface, "panel": theme.panel}
    found = []
    for ground, text in product(GROUNDS, (*TEXTS, "text-accent")):
        if ground != "panel" or text in ON_PANELS:
            found.append((theme.variables[text], str(grounds[ground])))
    return found


@pytest.mark.parametrize("light", [False, True])
def test_every_text_stands_out_from_its_ground(light: bool) -> None:
    for text, ground in pairs(of_16=False, light=light):
        assert contrast(Color.parse(ground), Color.parse(text)) >= ENOUGH, (text, ground)


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("light", [False, True])
def test_so_it_does_in_sixteen_colours(light: bool, name: str) -> None:
    colours = palette(name)

    def as_drawn(colour: str) -> Color:
        number = Color.parse(colour).rich_color.downgrade(ColorSystem.STANDARD).number
        assert number is not None
        return Color(*colours[number])

    for text, ground in pairs(of_16=True, light=light):
        # Of sixteen, one grey is darker than white: 4.0 in xterm and on Windows.
        enough = 4 if light and text == THEMES[True, True].variables["text-quiet"] else ENOUGH
        assert contrast(as_drawn(ground), as_drawn(text)) >= enough, (text, ground)


async def test_the_theme_is_the_terminals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = made.library(tmp_path / "library.sqlite3", [])
    assert BrowserApp(library).current_theme.name == "dark"
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "xterm")
    app = BrowserApp(library)
    assert app.current_theme.name == "dark-16"
    async with app.run_test() as pilot:
        await pilot.press("B")
        assert app.current_theme.name == "light-16"


async def test_without_colours_none_is_drawn_and_what_is_chosen_stands_out(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = BrowserApp(sample_library)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("d", "d")
        await pilot.pause()
        assert_colourless(app)
        assert any(it.underline for line in range(30) for it in drawn.styles(app, line).values())
        await pilot.press("a")
        await pilot.pause()
        assert_colourless(app)
        assert reversed_lines(app)
        assert len(reversed_lines(app)) < 4
        await pilot.press("escape", "/", *"调解")
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert_colourless(app)
        assert any(line.startswith(">") for line in drawn.lines(app))
        await pilot.press("escape", "escape", "B")
        await pilot.pause()
        assert any("NO_COLOR" in note.message for note in app._notifications)
        assert app.current_theme.dark


async def settle(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.pause()


def assert_colourless(app: BrowserApp) -> None:
    for strip in app.screen._compositor.render_strips():
        for piece in strip:
            style = piece.style or Style()
            for colour in (style.color, style.bgcolor):
                assert colour is None or colour.is_default, piece


def reversed_lines(app: BrowserApp) -> list[int]:
    return [
        line
        for line in range(app.size.height)
        if any(it.reverse for it in drawn.styles(app, line).values())
    ]

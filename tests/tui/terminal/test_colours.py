"""What is drawn can be read: in all colours, in 256, in sixteen, and in none."""

from __future__ import annotations

from collections.abc import Iterator

import drawn
import pytest
from compared import said
from finding import until
from rich.color import Color, ColorSystem
from rich.segment import Segment
from textual.pilot import Pilot

from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.find.screen import FindScreen
from tuibrowser.tui.terminal.theme import THEMES

PALETTES = {
    "VGA": "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    "PuTTY": "000000 bb0000 00bb00 bbbb00 0000bb bb00bb 00bbbb bbbbbb "
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    "Windows": "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc "
    "767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
}
"""What terminals make of the sixteen colours."""

REFS = ("柳溪镇@2024", "白石桥镇@2024", "望禾乡@2024")
WAYS = {
    "compare, what the others lack": "r d d n",
    "compare, years": "c",
    "reports": "a l x",
    "outline": "i",
    "find": "/ 矛 盾",
    "find, counts": "/ 矛 盾 shift+tab",
    "find, nothing typed": "/",
    "other years": "/ 矛 盾 escape c",
    "help": "?",
    "palette": ": d",
    "export": "y e",
    "excerpts": "y j j j y E",
    "name of a workspace": "w s",
    "notice": "ctrl+c",
}

Rgb = tuple[int, int, int]


def contrast(one: Rgb, other: Rgb) -> float:
    """By WCAG 2: from 1 to 21; 4.5 is asked of text."""
    values = []
    for colour in (one, other):
        linear = [
            part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
            for part in colour
        ]
        values.append(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
    return (max(values) + 0.05) / (min(values) + 0.05)


def test_the_measure_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0x77, 0x77, 0x77), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def as_seen(colour: Color, of_16: bool) -> list[Rgb]:
    """What terminals of sixteen colours, or others, may draw for it."""
    if not of_16:
        reduced = colour.downgrade(ColorSystem.EIGHT_BIT)
        return [tuple(colour.get_truecolor()), tuple(reduced.get_truecolor())]  # type: ignore[list-item]
    number = colour.downgrade(ColorSystem.STANDARD).number
    assert number is not None
    return [tuple(bytes.fromhex(palette.split()[number])) for palette in PALETTES.values()]  # type: ignore[misc]


async def go(pilot: Pilot[None], keys: str) -> None:
    for key in keys.split():
        await pilot.press(key)
        await pilot.pause()
        screen = pilot.app.screen
        if isinstance(screen, FindScreen):
            await until(pilot, lambda screen=screen: screen.finished)  # type: ignore[misc]
    await pilot.pause()


def pieces(app: BrowserApp) -> Iterator[Segment]:
    """What is drawn, less what lies behind a window, which is meant to recede."""
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        x = 0
        for piece in strip:
            if piece.text.strip() and app.screen.get_widget_at(x, y)[0] is not app.screen:
                yield piece
            x += piece.cell_length


def enough(text: str, quiet: bool) -> float:
    """The contrast that ``text`` needs: rules and scroll bars are no text, and what every report
    says is meant to be passed over."""
    return 2.5 if text.strip("│▏─▁▂▃▄▅▆▇ ") == "" else 4.0 if quiet else 4.5


@pytest.mark.parametrize("of_16", [False, True])
async def test_every_screen_can_be_read(
    sample_library: Library, of_16: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if of_16:
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.delenv("COLORTERM")
    unread = set()
    for name, keys in WAYS.items():
        app = BrowserApp(sample_library, REFS)
        async with app.run_test(size=(120, 32), notifications=True) as pilot:
            await go(pilot, keys)
            for light in (False, True):
                app.use_ground(light)
                await pilot.pause()
                unread |= {(name, light, *each) for each in hard_to_read(app, of_16, light)}
    assert unread == set()


def hard_to_read(app: BrowserApp, of_16: bool, light: bool) -> Iterator[tuple[str, str, float]]:
    """Pieces of the screen with too little contrast, how they are drawn, and that contrast."""
    theme = THEMES[of_16, light]
    assert app.theme == theme.name
    quiet = Color.parse(theme.variables["text-quiet"])
    for piece in pieces(app):
        style = piece.style
        assert style is not None
        assert style.color is not None
        assert style.bgcolor is not None
        seen = [as_seen(each, of_16) for each in (style.color, style.bgcolor)]
        least = min(contrast(*pair) for pair in zip(*seen, strict=True))
        if least < enough(piece.text, style.color == quiet):
            yield piece.text, str(style), round(least, 1)


CHOSEN = {
    "reports": ("a", "> "),
    "outline": ("i", "1 主要举措和成效"),
    "palette": (":", "添加报告"),
    "export": ("e", "1 Word"),
    "excerpts": ("y E", "1  "),
    "workspaces": ("w s enter", "柳溪镇2024等"),
    "letters": ("m a m", "a  柳溪镇2024"),
    "find": ("/ 矛 盾", "> "),
    "compare, by its title": ("", "【泽川 青棠 柳溪镇2024】"),
}


@pytest.mark.parametrize("screen", CHOSEN)
async def test_without_colours_what_is_chosen_is_reversed(
    sample_library: Library, screen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    keys, words = CHOSEN[screen]
    app = BrowserApp(sample_library, REFS)
    async with app.run_test(size=(120, 32)) as pilot:
        await go(pilot, keys)
        reversed_ = [it.text for it in pieces(app) if it.style and it.style.reverse]
        assert any(text.lstrip().startswith(words.strip()) for text in reversed_), reversed_
        # Neither letters nor ground are of any colour.
        for piece in pieces(app):
            for colour in (piece.style.color, piece.style.bgcolor) if piece.style else ():
                assert colour is None or colour.is_default


async def test_without_colours_cursor_and_what_is_typed_over_are_seen(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = BrowserApp(sample_library, REFS)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "/ 矛 盾")
        line = app.screen._compositor.render_strips()[0]
        assert any(it.style and it.style.reverse for it in line if it.text == " ")
        # Who comes back types over what stands there.
        await go(pilot, "enter /")
        assert drawn.styles(app, 0)["矛盾"].reverse
        await go(pilot, "escape 1 B")
        assert said(app)[-1] == "已设环境变量 NO_COLOR，不使用颜色，明暗由终端决定"


async def test_no_color_that_is_empty_is_not_set(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    app = BrowserApp(sample_library, REFS)
    async with app.run_test(size=(80, 24)):
        colours = {it.style.color for it in pieces(app) if it.style}
        assert len(colours) > 2

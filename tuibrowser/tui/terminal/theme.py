"""Colours: a dark and a light ground, for terminals of many colours and for those of sixteen.

Text has a contrast of 4.5 or more, on terminals of sixteen colours in whichever palette (VGA,
xterm, PuTTY, Windows) these are; what is meant to be passed over, one of 4. Textual's own themes do
not reach it: of their colours reduced to sixteen, which is what ``TERM=xterm`` gets, a dozen pairs
come out grey on grey, and muted text of the light one white on white.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, Final

from textual.app import App
from textual.filter import LineFilter, Monochrome, NoColor
from textual.theme import Theme

NO_COLOR: Final = "NO_COLOR"
"""The environment variable, https://no-color.org."""

# Where text is muted or dimmed by opacity, as Textual does, nobody knows what becomes of it.
_DARK: Final = {
    "background": "#121212",
    "surface": "#1c1c1c",
    "panel": "#242f38",
    "foreground": "#e4e4e4",
    "muted": "#a8a8a8",
    "quiet": "#949494",
    "rule": "#6c6c6c",
    "heading": "#5fafff",
    "figure": "#ffd75f",
    "lacking": "#87d787",
    "key": "#ffd75f",
    "selection": "#005f87",
}
_LIGHT: Final = {
    "background": "#eeeeee",
    "surface": "#e4e4e4",
    "panel": "#dadada",
    "foreground": "#1c1c1c",
    "muted": "#4e4e4e",
    "quiet": "#585858",
    "rule": "#808080",
    "heading": "#005f87",
    "figure": "#af0000",
    "lacking": "#005f00",
    "key": "#005f87",
    "selection": "#afd7ff",
}
# What is given exactly is not moved when it is reduced: 0 black, 1 red, 4 blue, 5 magenta, 7 white,
# 8 bright black, 10 bright green, 11 bright yellow, 14 bright cyan, 15 bright white.
_DARK_OF_16: Final = {
    "background": "#000000",
    "surface": "#000000",
    "panel": "#0000aa",
    "foreground": "#ffffff",
    "muted": "#aaaaaa",
    "quiet": "#aaaaaa",
    "rule": "#555555",
    "heading": "#55ffff",
    "figure": "#ffff55",
    "lacking": "#55ff55",
    "key": "#ffff55",
    "selection": "#0000aa",
}
_LIGHT_OF_16: Final = {
    "background": "#ffffff",
    "surface": "#ffffff",
    "panel": "#aaaaaa",
    "foreground": "#000000",
    "muted": "#000000",
    "quiet": "#555555",
    "rule": "#555555",
    "heading": "#0000aa",
    "figure": "#aa0000",
    "lacking": "#aa00aa",
    "key": "#0000aa",
    "selection": "#aaaaaa",
}


def _theme(name: str, colours: dict[str, str], dark: bool) -> Theme:
    return Theme(
        name,
        primary=colours["heading"],
        warning=colours["figure"],
        error=colours["figure"],
        success=colours["lacking"],
        accent=colours["key"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        dark=dark,
        variables={
            "text": colours["foreground"],
            "text-muted": colours["muted"],
            "text-quiet": colours["quiet"],
            "text-disabled": colours["rule"],
            "foreground-muted": colours["rule"],
            "text-primary": colours["heading"],
            "text-warning": colours["figure"],
            "text-error": colours["figure"],
            "text-success": colours["lacking"],
            "text-accent": colours["key"],
            "input-selection-background": colours["selection"],
            "screen-selection-background": colours["selection"],
            "screen-selection-foreground": colours["foreground"],
            "scrollbar": colours["muted"],
            "scrollbar-hover": colours["muted"],
            "scrollbar-active": colours["foreground"],
            "scrollbar-background": colours["panel"],
        },
    )


THEMES: Final = {
    (of_16, light): _theme(name, colours, dark=not light)
    for of_16, light, name, colours in (
        (False, False, "dark", _DARK),
        (False, True, "light", _LIGHT),
        (True, False, "dark-16", _DARK_OF_16),
        (True, True, "light-16", _LIGHT_OF_16),
    )
}
"""By whether the terminal has no more than sixteen colours, and whether the ground is light."""
_PLAIN: Final = NoColor()


class ColouredApp(App[None], inherit_bindings=False):
    """An app in these colours, or in none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        # Set to nothing it is not set, which Textual 8.2.8 does not know.
        self.no_color = bool(os.environ.get(NO_COLOR))
        of_16 = self.console.color_system == "standard"
        self._grounds = {light: THEMES[of_16, light] for light in (False, True)}
        for theme in self._grounds.values():
            self.register_theme(theme)
        self.use_ground(light=False)

    def use_ground(self, light: bool) -> None:
        """Draw on a light ground, or on a dark one."""
        self.theme = self._grounds[light].name

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Without colours there are bold, dim, underlined and reversed letters in the terminal's
        own; Textual 8.2.8 draws greys on a ground of its own instead."""
        if self.no_color:
            return [_PLAIN]
        return [it for it in super().get_line_filters() if not isinstance(it, Monochrome)]

"""What a person would see of an app under test."""

from __future__ import annotations

from typing import Any

from rich.style import Style
from textual.app import App


def lines(app: App[Any]) -> list[str]:
    """The screen as text, line by line; a wide character is one character."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def styles(app: App[Any], line: int) -> dict[str, Style]:
    """The pieces of one line, less blanks around them, and how each is drawn."""
    pieces = app.screen._compositor.render_strips()[line]
    return {piece.text.strip(): piece.style or Style() for piece in pieces}


def text(app: App[Any]) -> str:
    """The screen as text."""
    return "\n".join(lines(app))

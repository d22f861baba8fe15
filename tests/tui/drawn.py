"""What a person would see of an app under test."""

from __future__ import annotations

from typing import Any

from textual.app import App


def lines(app: App[Any]) -> list[str]:
    """The screen as text, line by line; a wide character is one character."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def text(app: App[Any]) -> str:
    """The screen as text."""
    return "\n".join(lines(app))

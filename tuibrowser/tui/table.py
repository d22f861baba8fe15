"""The table of all screens and their commands, joined from the folders."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from tuibrowser.tui.commands.general import GENERAL
from tuibrowser.tui.commands.registry import REGISTRY
from tuibrowser.tui.commands.screen_spec import ScreenSpec

__all__ = ["REGISTRY", "SPECS"]

_FOLDERS: Final = (
    "compare",
    "find",
    "adding",
    "excerpts",
    "export",
    "library",
    "correcting",
    "widgets",
    "help",
)
"""In the order of the documentation. The folder of a new screen is named here and nowhere else."""


def _specs(folder: str) -> tuple[ScreenSpec, ...]:
    specs: tuple[ScreenSpec, ...] = import_module(f"tuibrowser.tui.{folder}.commands").SPECS
    return specs


SPECS: Final = tuple(spec for folder in _FOLDERS for spec in _specs(folder))
"""Of all screens and their parts."""

REGISTRY.fill(GENERAL, SPECS)

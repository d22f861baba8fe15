"""How the top floor is built, as far as the import contracts do not say it."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import tuibrowser.tui
from tuibrowser.tui.table import SPECS

TOP = Path(tuibrowser.tui.__file__).parent
MOST_LINES = 300


def modules() -> Iterator[Path]:
    yield from sorted(TOP.rglob("*.py"))


def test_no_file_is_long() -> None:
    long = {str(it.relative_to(TOP)): len(it.read_text("utf-8").splitlines()) for it in modules()}
    assert {name: lines for name, lines in long.items() if lines > MOST_LINES} == {}


def test_no_class_has_two_bases() -> None:
    """State has one owner; what a class is besides, a Protocol or a generic, holds none."""
    found = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases = [ast.unparse(base).partition("[")[0] for base in node.bases]
                if len(set(bases) - {"Generic", "Protocol"}) > 1:
                    found.append(f"{path.name}: {node.name}{tuple(bases)}")
    assert found == []


def test_no_screen_takes_the_app_for_more_than_its_host() -> None:
    for path in modules():
        text = path.read_text("utf-8")
        if path.name not in ("app.py", "run.py"):
            assert "BrowserApp" not in text, path


def test_every_screen_that_has_a_spec_of_its_own_can_be_loaded() -> None:
    for spec in SPECS:
        assert bool(spec.screen) <= (spec.entry is not None), spec.name
        if spec.screen:
            module, _, name = spec.screen.partition(":")
            screen = getattr(import_module(module), name)
            assert screen.SPEC is spec
            assert list(inspect.signature(screen).parameters) == ["host"]

"""That nothing of the room is off its map, and no check is left out."""

from __future__ import annotations

import importlib
import pkgutil

from tuibrowser.insight import checks
from tuibrowser.insight.checks.review import CHECKS


def test_the_map_names_every_module() -> None:
    named = set(str(checks.__doc__).split("``"))
    assert {it.name for it in pkgutil.iter_modules(checks.__path__)} <= named


def test_every_check_is_called() -> None:
    modules = [
        importlib.import_module(f"{checks.__name__}.{it.name}")
        for it in pkgutil.iter_modules(checks.__path__)
    ]
    found = {name for module in modules for name in vars(module) if name.startswith("check_")}
    assert found == {it.__name__ for it in CHECKS}

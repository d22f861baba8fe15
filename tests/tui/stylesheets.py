"""Textual's stylesheets, read once for all apps of a process."""

from __future__ import annotations

from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_READ: dict[tuple[Any, ...], list[RuleSet]] = {}
"""The rules by what they were read from; as little changed as those that one app uses again."""


def read_once(patch: pytest.MonkeyPatch) -> None:
    """Have apps share the rules of the same text with the same variables: a tenth of a start."""
    read = Stylesheet._parse_rules

    def remembered(self: Stylesheet, *arguments: Any, **options: Any) -> list[RuleSet]:
        key = (*arguments, *options.items(), *self._variables.items())
        if key not in _READ:
            _READ[key] = read(self, *arguments, **options)
        return _READ[key]

    patch.setattr(Stylesheet, "_parse_rules", remembered)

"""How much each trait that two measures share says of their being one matter.

``likeness.txt`` was learnt from labelled measures by ``makers/likeness.py`` (``SOURCES.md``). For
each question it has a weight a trait, and what speaks against the matter before any trait is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

BEFOREHAND: Final = "-"
"""In place of a trait: the odds before anything is known."""
_FILE: Final = Path(__file__).with_name("likeness.txt")


@cache
def load_likeness() -> Mapping[str, Mapping[str, float]]:
    """For each question, the weights of traits by name."""
    found: dict[str, dict[str, float]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            question, trait, weight = line.split()
            found.setdefault(question, {})[trait] = float(weight)
    return found

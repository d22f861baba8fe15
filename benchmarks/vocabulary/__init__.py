"""Words, names and sentence patterns of generated reports, all written for this project."""

from __future__ import annotations

import tomllib
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


@cache
def table(name: str) -> dict[str, Any]:
    """The vocabulary file ``name``."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def fingerprint(*others: Path) -> str:
    """Another value when a table, this package's code or one of the files ``others`` changes."""
    paths = [*others, *sorted(_FOLDER.glob("*.toml")), *sorted(_FOLDER.glob("*.py"))]
    return sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:8]

"""What a person said of pairs of measures: that two belong together, or do not.

One file for all libraries, since a report is its sha256.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tuibrowser.locations import state_home
from tuibrowser.model.kept import Pairing, Stretch
from tuibrowser.state import storage

_VERSION = 1


def pairings_file() -> Path:
    """Where the pairings are kept."""
    return state_home() / "pairings.json"


def load_pairings() -> tuple[Pairing, ...]:
    """All pairings, the last said last.

    Raises:
        StateDamaged: the file is there but cannot be read; it was put aside.
    """
    return storage.load(pairings_file(), "人工配对", _from_json, ())


def save_pairings(pairings: Iterable[Pairing]) -> None:
    """Keep ``pairings`` in the place of all that were kept before.

    Raises:
        StateUnsaved: the state folder cannot be written.
    """
    content = [asdict(it) for it in pairings]
    storage.save(pairings_file(), "人工配对", {"version": _VERSION, "pairings": content})


def _from_json(content: dict[str, Any]) -> tuple[Pairing, ...]:
    if content["version"] != _VERSION:
        raise ValueError("version")
    return tuple(
        Pairing(_stretch(it["first"]), _stretch(it["second"]), bool(it["joined"]))
        for it in content["pairings"]
    )


def _stretch(value: dict[str, Any]) -> Stretch:
    stretch = Stretch(value["report"], value["start"], value["end"])
    if not (
        isinstance(stretch.report, str)
        and isinstance(stretch.start, int)
        and isinstance(stretch.end, int)
    ):
        raise ValueError("values")
    return stretch

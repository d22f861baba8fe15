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
from tuibrowser.state import values
from tuibrowser.state.storage import Say, Stored, unheard


def pairings_file() -> Path:
    """Where the pairings are kept."""
    return state_home() / "pairings.json"


def load_pairings(say: Say = unheard) -> tuple[Pairing, ...]:
    """Return all pairings, the last said last; ``say`` is told of what is damaged."""
    return _STORED.read(say)


def keep_pairings(said: Iterable[Pairing], say: Say = unheard) -> None:
    """Keep what was ``said`` last; what was said of the same two before is gone.

    Raises:
        StateUnsaved: it could not be kept.
    """
    last = {_two(it): it for it in said}

    def renewed(pairings: tuple[Pairing, ...]) -> tuple[Pairing, ...]:
        return (*(it for it in pairings if _two(it) not in last), *last.values())

    _STORED.change(renewed, say)


def _two(pairing: Pairing) -> frozenset[Stretch]:
    return frozenset((pairing.first, pairing.second))


def _understand(content: dict[str, Any]) -> tuple[tuple[Pairing, ...], int]:
    pairings, unfit = values.fitting(values.listing(content.get("pairings")), _pairing)
    return tuple(pairings), unfit


def _pairing(value: Any) -> Pairing:
    content = values.table(value)
    return Pairing(
        _stretch(content.get("first")),
        _stretch(content.get("second")),
        values.truth(content.get("joined")),
    )


def _stretch(value: Any) -> Stretch:
    content = values.table(value)
    return Stretch(values.digest(content.get("report")), *values.span(content))


def _express(pairings: tuple[Pairing, ...]) -> dict[str, Any]:
    return {"pairings": [asdict(it) for it in pairings]}


_STORED: Stored[tuple[Pairing, ...]] = Stored(pairings_file, "人工配对", (), _understand, _express)

"""How columns of rosters are headed: ``rosters.toml`` of this folder, and a person's own.

Only ``coverage`` reads it; it is no part of ``Lexicon.version``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from tuibrowser.lexicon.own import Fault, check, own_file

_SHIPPED: Final = Path(__file__).with_name("rosters.toml")


class RosterWords(NamedTuple):
    """What a roster is read by."""

    columns: Mapping[str, tuple[str, ...]]
    """For each column the words that head it, in small letters, a person's first."""
    groups: tuple[str, ...]
    """The words that the heading of a group of units is made of, the longest first."""


@cache
def load_roster_words() -> RosterWords:
    """Read the words of rosters, a person's own before ours.

    Raises:
        LexiconError: a person's file is not TOML, or not of the shape of ours; it names the line.
    """
    ours, theirs = _read()
    columns = theirs.get("columns", {})
    groups = (*theirs.get("groups", {}).get("words", ()), *ours["groups"]["words"])
    return RosterWords(
        {
            key: tuple(_folded(word) for word in (*columns.get(key, ()), *words))
            for key, words in ours["columns"].items()
        },
        tuple(sorted(groups, key=len, reverse=True)),
    )


def _read() -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Our words and a person's own."""
    ours = tomllib.loads(_SHIPPED.read_text(encoding="utf-8"))
    own = own_file(_SHIPPED.name)
    if own is not None:
        try:
            check(own.content, ours)
        except Fault as fault:
            raise own.blamed(fault) from None
    return ours, {} if own is None else own.content


def _folded(word: str) -> str:
    return "".join(word.split()).lower()

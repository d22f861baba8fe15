"""The number of the rules by which reports are understood."""

from __future__ import annotations

from functools import cache
from typing import Final

from tuibrowser.fingerprint import fingerprint

_RULES: Final = (
    *("parsing", "places", "text"),
    *(
        f"lexicon.{it}"
        for it in ("load", "overlay", "patterns", "finder", "classifier", "leanings", "trust")
    ),
    *(
        f"lexicon.{it}"
        for it in (
            "akin",
            "moves",
            "units",
            "counting",
            "verbal",
            "edges",
            "indicators",
            "seams",
            "endings",
            "signs",
        )
    ),
)
"""The wordings themselves are counted by ``Lexicon.version``; records do nothing by themselves, and
what is shown of them (``lexicon.labels``) changes no report."""


@cache
def parser_version() -> int:
    """Another number whenever a rule changes; reports of another one are parsed again.

    A number kept by hand would be forgotten. This one costs 0.2 s in a process that indexes, once.
    """
    return int(fingerprint("parsing.understand", _RULES)[:7], 16)

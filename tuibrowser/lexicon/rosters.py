"""How columns of rosters are headed: ``rosters.toml`` of this folder, and a person's own.

Only ``coverage`` reads it; it is no part of ``Lexicon.version``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from tuibrowser.lexicon.own import Fault, check, own_file

_SHIPPED: Final = Path(__file__).with_name("rosters.toml")


@cache
def load_columns() -> Mapping[str, tuple[str, ...]]:
    """For each column of a roster the words that head it, in small letters, a person's first.

    Raises:
        LexiconError: a person's file is not TOML, or not of the shape of ours; it names the line.
    """
    ours = tomllib.loads(_SHIPPED.read_text(encoding="utf-8"))
    own = own_file(_SHIPPED.name)
    if own is not None:
        try:
            check(own.content, ours)
        except Fault as fault:
            raise own.blamed(fault) from None
    theirs = {} if own is None else own.content.get("columns", {})
    return {
        key: tuple("".join(word.split()).lower() for word in (*theirs.get(key, ()), *words))
        for key, words in ours["columns"].items()
    }

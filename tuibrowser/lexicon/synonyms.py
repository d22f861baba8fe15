"""The list of synonyms: ``synonyms.toml`` of this folder, and a person's own before it.

Only ``index`` reads it and notes it in the library, so that searching opens no file. It is no part
of ``Lexicon.version``: another list changes no report.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from tuibrowser.lexicon.own import Fault, check_words, own_file
from tuibrowser.model.search import SynonymGroup

_SHIPPED: Final = Path(__file__).with_name("synonyms.toml")
_HOW: Final = '每组应写作 [[group]] 和 words = ["举措", "措施"]'


@cache
def load_synonyms() -> tuple[SynonymGroup, ...]:
    """The groups of both files, a person's first.

    Raises:
        LexiconError: a person's file is not TOML, or not of the shape of ours; it names the line.
    """
    groups = _groups(tomllib.loads(_SHIPPED.read_text(encoding="utf-8")))
    own = own_file(_SHIPPED.name)
    if own is None:
        return groups
    try:
        return _groups(own.content) + groups
    except Fault as fault:
        raise own.blamed(fault) from None


def _groups(raw: dict[str, Any]) -> tuple[SynonymGroup, ...]:
    for name in raw:
        if name != "group":
            raise Fault((name,), f"“{name}”不是词表中的名称，{_HOW}")
    listed = raw.get("group", [])
    if not isinstance(listed, list):
        raise Fault(("group",), _HOW)
    return tuple(_group(entry, number) for number, entry in enumerate(listed))


def _group(entry: Any, number: int) -> SynonymGroup:
    way = "group", number
    if not isinstance(entry, dict) or "words" not in entry:
        raise Fault(way, _HOW)
    for name in entry:
        if name not in ("words", "within"):
            raise Fault((*way, name), f"“{name}”不是词表中的名称，{_HOW}")
    return SynonymGroup(
        check_words(entry["words"], (*way, "words")),
        check_words(entry.get("within", []), (*way, "within")),
    )

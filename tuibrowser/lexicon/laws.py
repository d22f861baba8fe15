"""Laws and plans that are no longer in force: ``laws.toml`` of this folder, and a person's own.

Only checks of reports read it; it is no part of ``Lexicon.version``.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from tuibrowser.lexicon.own import Fault, Way, check_words, own_file, unquoted

_SHIPPED: Final = Path(__file__).with_name("laws.toml")
_HOW: Final = '每条应写作 [[law]]、names = ["合同法"] 和 until = "2021-01-01"'
_KEYS: Final = frozenset({"names", "until", "instead", "source", "not_after", "span"})
_QUOTE: Final = r"[\"']?"
_DASH: Final = r"年?[-—–~―至到]{1,2}"
_NOT_BEHIND: Final = "律治庭院官规学理定制务系人文工权"
"""继承法治精神, 婚姻法律 are no names of laws."""


class Law(NamedTuple):
    """A law or plan that ceased."""

    names: tuple[str, ...]
    until: date
    """The first day on which it is not in force."""
    instead: str
    """What holds now; empty where nothing does."""
    source: str
    """Of the pattern that finds it in folded text without white space."""

    def pattern_for(self, words: str) -> re.Pattern[str] | None:
        """The pattern, if ``words``, which are without quotation marks, hold a name of it.

        Of all laws a report names a few; compiling all took 40 ms of the 57 of a check.
        """
        return re.compile(self.source) if any(it in words for it in self.names) else None


@cache
def load_laws() -> tuple[Law, ...]:
    """The entries of both files, a person's first.

    Raises:
        LexiconError: a person's file is not TOML, or not of the shape of ours; it names the line.
    """
    ours = _laws(tomllib.loads(_SHIPPED.read_text(encoding="utf-8")))
    own = own_file(_SHIPPED.name)
    if own is None:
        return ours
    try:
        return _laws(own.content) + ours
    except Fault as fault:
        raise own.blamed(fault) from None


def _laws(raw: dict[str, Any]) -> tuple[Law, ...]:
    for name in raw:
        if name != "law":
            raise Fault((name,), f"“{name}”不是词表中的名称，{_HOW}")
    listed = raw.get("law", [])
    if not isinstance(listed, list):
        raise Fault(("law",), _HOW)
    return tuple(_law(entry, ("law", number)) for number, entry in enumerate(listed))


def _law(entry: Any, way: Way) -> Law:
    if not isinstance(entry, dict) or not {"names", "until"} <= entry.keys():
        raise Fault(way, _HOW)
    for key in entry.keys() - _KEYS:
        raise Fault((*way, key), f"“{key}”不是词表中的名称，{_HOW}")
    names = unquoted(check_words(entry["names"], (*way, "names")))
    if not names:
        raise Fault((*way, "names"), _HOW)
    try:
        until = date.fromisoformat(entry["until"])
    except (TypeError, ValueError):
        raise Fault((*way, "until"), '“until”应写作日期，如 "2021-01-01"') from None
    instead = entry.get("instead", "")
    if not isinstance(instead, str):
        raise Fault((*way, "instead"), "“instead”应写作引号里的文字")
    behind = check_words(entry.get("not_after", []), (*way, "not_after"))
    return Law(names, until, instead, _source(names, behind, entry.get("span"), way))


def _source(names: tuple[str, ...], behind: tuple[str, ...], span: Any, way: Way) -> str:
    longest_first = sorted(names, key=len, reverse=True)
    words = "|".join(_QUOTE + _QUOTE.join(map(re.escape, name)) for name in longest_first)
    before = "".join(f"(?<!{re.escape(word)})" for word in behind)
    if span is None:
        after = f"(?![{_NOT_BEHIND}])" if all(name.endswith("法") for name in names) else ""
        return rf"{before}(?:{words}){after}"
    if not (isinstance(span, list) and len(span) == 2 and all(isinstance(it, int) for it in span)):
        raise Fault((*way, "span"), "“span”应写作两个年份，如 [2015, 2020]")
    years = rf"{span[0]}{_DASH}{span[1]}"
    return rf"(?:{words})》?[(\[〔]?{years}(?:年?[)\]〕])?|{years}年?[)\]〕]?《?(?:{words})"

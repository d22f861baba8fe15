"""Words by which checks know what belongs together: ``checks.toml``, and a person's own.

Only checks of reports read it; it is no part of ``Lexicon.version``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from tuibrowser.lexicon.own import Fault, check, own_file

_SHIPPED: Final = Path(__file__).with_name("checks.toml")

Patterns = tuple[re.Pattern[str], ...]


class CheckWords(NamedTuple):
    """The lists of the file, under their names there."""

    found: re.Pattern[str]
    came: re.Pattern[str]
    settled: re.Pattern[str]
    filling: re.Pattern[str]
    carried: re.Pattern[str]
    qualified: re.Pattern[str]
    aspects: re.Pattern[str]
    leading: re.Pattern[str]
    bodies: re.Pattern[str]
    whole: re.Pattern[str]
    plain: re.Pattern[str]
    common: re.Pattern[str]
    beside: re.Pattern[str]
    towards: re.Pattern[str]
    halves: tuple[Patterns, ...]
    remainders: tuple[Patterns, ...]
    exclusive: tuple[Patterns, ...]
    same: tuple[tuple[re.Pattern[str], str], ...]
    """Pattern, and the word that stands for what it matches."""


@cache
def load_check_words() -> CheckWords:
    """The words of both files.

    Raises:
        LexiconError: a person's file is not TOML, or not of the shape of ours; it names the line.
    """
    words: dict[str, list[str]] = tomllib.loads(_SHIPPED.read_text(encoding="utf-8"))
    own = own_file(_SHIPPED.name)
    if own is None:
        return _compiled(words)
    try:
        check(own.content, words)
        for name, more in own.content.items():
            for at, word in enumerate(more):
                _tried(word, (name, at))
        return _compiled({name: [*words[name], *own.content.get(name, ())] for name in words})
    except Fault as fault:
        raise own.blamed(fault) from None


def _tried(word: str, way: tuple[str | int, ...]) -> None:
    try:
        re.compile(word)
    except re.error:
        raise Fault(way, f"“{word}”不是有效的正则表达式", word) from None


def _compiled(words: dict[str, list[str]]) -> CheckWords:
    halves, remainders, exclusive = (
        tuple(map(_members, words[name])) for name in ("halves", "remainders", "exclusive")
    )
    return CheckWords(
        found=_any(words["found"]),
        came=_any(words["came"]),
        settled=_any(words["settled"]),
        filling=_any(words["filling"]),
        carried=_any(words["carried"]),
        qualified=_any(words["qualified"]),
        aspects=_any(words["aspects"]),
        leading=_any(words["leading"]),
        bodies=_any(words["bodies"]),
        whole=_any(words["whole"]),
        plain=_any(words["plain"]),
        common=_any(words["common"]),
        beside=_any(words["beside"]),
        towards=re.compile(f"(?:{_any(words['towards']).pattern})$"),
        halves=halves,
        remainders=remainders,
        exclusive=exclusive,
        same=tuple(map(_same, words["same"])),
    )


def _any(words: Iterable[str]) -> re.Pattern[str]:
    # The longest first: 已办结 before 已.
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


def _members(line: str) -> Patterns:
    return tuple(re.compile(it) for it in line.split(" / "))


def _same(line: str) -> tuple[re.Pattern[str], str]:
    word, _, forms = line.partition(" / ")
    return re.compile(forms or word), word

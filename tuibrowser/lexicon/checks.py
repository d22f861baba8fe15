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

from tuibrowser.lexicon.overlay import check_pattern, merged
from tuibrowser.lexicon.own import Fault, check, own_file
from tuibrowser.lexicon.patterns import longest_of

_SHIPPED: Final = Path(__file__).with_name("checks.toml")

_PARTS: Final = " / "
_TWO: Final = 2
_DIVIDED: Final = {
    "halves": "两项，如 专职 / 兼职",
    "remainders": "两项，如 办结 / 在办",
    "exclusive": "两项以上，如 保留 / 修改 / 废止",
    "same": "两项，如 纠纷 / 矛盾纠纷|民间纠纷",
}

Patterns = tuple[re.Pattern[str], ...]


class CheckWords(NamedTuple):
    """The lists of the file, under their names there."""

    found: re.Pattern[str]
    came: re.Pattern[str]
    settled: re.Pattern[str]
    ended: re.Pattern[str]
    """What is settled, and the words that say so only alone; ``naming`` behind them makes names."""
    filling: re.Pattern[str]
    carried: re.Pattern[str]
    set_aside: re.Pattern[str]
    qualified: re.Pattern[str]
    aspects: re.Pattern[str]
    leading: re.Pattern[str]
    bodies: re.Pattern[str]
    kinds: re.Pattern[str]
    whole: re.Pattern[str]
    plain: re.Pattern[str]
    narrower: re.Pattern[str]
    common: re.Pattern[str]
    no_member: re.Pattern[str]
    no_name: re.Pattern[str]
    no_slogan: re.Pattern[str]
    beside: re.Pattern[str]
    doing: re.Pattern[str]
    towards: re.Pattern[str]
    slogans: re.Pattern[str]
    notes: re.Pattern[str]
    labels: re.Pattern[str]
    here: re.Pattern[str]
    fillable: re.Pattern[str]
    officers: re.Pattern[str]
    nameless: re.Pattern[str]
    form: re.Pattern[str]
    acting: re.Pattern[str]
    organs: re.Pattern[str]
    deeds: re.Pattern[str]
    own_parts: re.Pattern[str]
    at_home: re.Pattern[str]
    arrangements: re.Pattern[str]
    general: re.Pattern[str]
    halves: tuple[Patterns, ...]
    remainders: tuple[Patterns, ...]
    exclusive: tuple[Patterns, ...]
    same: tuple[tuple[re.Pattern[str], str], ...]
    """Pattern, and as a template the word that stands for what it matches."""


@cache
def load_check_words() -> CheckWords:
    """The words of both files.

    Raises:
        LexiconError: a person's file is not TOML, or not of the shape of ours; it names the line.
    """
    words: dict[str, list[str]] = tomllib.loads(_SHIPPED.read_text(encoding="utf-8"))
    own = own_file(_SHIPPED.name)
    if own is not None:
        try:
            check(own.content, words)
            for name, more in own.content.items():
                _check_lines(name, more)
        except Fault as fault:
            raise own.blamed(fault) from None
        words = merged(own.content, words)
    return _compiled(words)


def _check_lines(name: str, lines: list[str]) -> None:
    for line in lines:
        members = line.split(_PARTS) if name in _DIVIDED else [line]
        if name in _DIVIDED and not _are_parts(members, any_number=name == "exclusive"):
            raise Fault((name,), f"“{line}”应写作{_DIVIDED[name]}", line)
        for member in members[1:] if name == "same" else members:
            check_pattern(member, (name,))
            if re.compile(member).groups:
                # What is asked for is all that a pattern matches, not what its brackets hold.
                raise Fault((name,), f"“{line}”中的括号应写作 (?:…)", line)


def _are_parts(members: list[str], *, any_number: bool) -> bool:
    return all(members) and len(members) >= _TWO and (any_number or not members[_TWO:])


def _compiled(words: dict[str, list[str]]) -> CheckWords:
    halves, remainders, exclusive = (
        tuple(map(_members, words[name])) for name in ("halves", "remainders", "exclusive")
    )
    return CheckWords(
        found=longest_of(words["found"]),
        came=longest_of(words["came"]),
        settled=_acts(words["settled"], words["naming"]),
        ended=_acts([*words["settled"], *words["ended"]], words["naming"]),
        filling=longest_of(words["filling"]),
        carried=longest_of(words["carried"]),
        set_aside=longest_of(words["set_aside"]),
        qualified=longest_of(words["qualified"]),
        aspects=longest_of(words["aspects"]),
        leading=longest_of(words["leading"]),
        bodies=longest_of(words["bodies"]),
        kinds=longest_of(words["kinds"]),
        whole=longest_of(words["whole"]),
        plain=longest_of(words["plain"]),
        narrower=longest_of(words["narrower"]),
        common=longest_of(words["common"]),
        no_member=longest_of(words["no_member"]),
        no_name=longest_of(words["no_name"]),
        no_slogan=longest_of(words["no_slogan"]),
        beside=longest_of(words["beside"]),
        doing=longest_of(words["doing"]),
        towards=re.compile(f"(?:{longest_of(words['towards']).pattern})$"),
        slogans=longest_of(words["slogans"]),
        notes=longest_of(words["notes"]),
        labels=longest_of(words["labels"]),
        here=longest_of(words["here"]),
        fillable=longest_of(words["fillable"]),
        officers=longest_of(words["officers"]),
        nameless=longest_of(words["nameless"]),
        form=longest_of(words["form"]),
        acting=longest_of(words["acting"]),
        organs=longest_of(words["organs"]),
        deeds=longest_of(words["deeds"]),
        own_parts=longest_of(words["own_parts"]),
        at_home=longest_of(words["at_home"]),
        arrangements=longest_of(words["arrangements"]),
        general=longest_of(words["general"]),
        halves=halves,
        remainders=remainders,
        exclusive=exclusive,
        same=tuple(map(_same, words["same"])),
    )


def _acts(words: Iterable[str], naming: Iterable[str]) -> re.Pattern[str]:
    """Acts, but where they are part of a name: the 调解 of 调解员."""
    return re.compile(f"(?:{longest_of(words).pattern})(?!{longest_of(naming).pattern})")


def _members(line: str) -> Patterns:
    return tuple(map(re.compile, line.split(_PARTS)))


def _same(line: str) -> tuple[re.Pattern[str], str]:
    word, _, forms = line.partition(_PARTS)
    return re.compile(forms), word.replace("\\", r"\\")

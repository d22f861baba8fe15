"""Wordings as data: reads the TOML files of this folder, and a person's own beside them.

A person's files stand in ``$XDG_CONFIG_HOME/tuibrowser/lexicon/`` under the same names; their
lists are put before ours, so what a person writes is tried first. Only parsing needs this module:
browsing and searching use what ``index`` stored.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from tuibrowser.lexicon.finder import WordFinder
from tuibrowser.lexicon.indicators import Catalogue, catalogue
from tuibrowser.lexicon.overlay import check_patterns, merged
from tuibrowser.lexicon.own import Fault, check, own_file
from tuibrowser.lexicon.patterns import any_of, is_one, longest_first
from tuibrowser.lexicon.units import Units, units_of
from tuibrowser.model.terms import IssuerKind, SectionKind

_FILES = ("furniture", "issuers", "kinds", "themes", "units")
_HERE = Path(__file__).parent
_OF_NAMES: Final = frozenset(
    {
        *("office_words", "not_office_words", "not_names", "pronouns", "not_inside"),
        *("not_in_levels", "acts"),
        *("elsewhere", "before_stem", "behind_stem", "behind_own_stem", "words_like_places"),
        "behind_in_file",
    }
)
"""What of ``issuers`` tells names from other words; the other lists are of suffixes, by kind."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the parser knows of wordings, compiled; all patterns are for folded text."""

    version: str
    """Changes whenever any wording does."""
    indicators: Catalogue
    headings: Mapping[SectionKind, re.Pattern[str]]
    """What tells a first-level heading's kind, in the order to try."""
    nested: Mapping[SectionKind, re.Pattern[str]]
    """What gives a lower heading a kind of its own."""
    speaks: Mapping[SectionKind, re.Pattern[str]]
    """How paragraphs begin that tell, below no heading of its own, what belongs to a kind."""
    themes: WordFinder
    """Every theme word."""
    theme_words: Mapping[str, tuple[tuple[str, int], ...]]
    """For each word its themes and their weights."""
    furniture: re.Pattern[str]
    furniture_keys: re.Pattern[str]
    """What a line of the page begins with where a value follows (来源, 发布时间)."""
    furniture_longest: int
    published_keys: tuple[str, ...]
    written_keys: tuple[str, ...]
    handed_in: re.Pattern[str]
    """In a folder's name: things were sent in in the year that it bears."""
    put_away: re.Pattern[str]
    """In a folder's name: things were copied or put away in the year that it bears."""
    below_title: frozenset[str]
    """Lines of a page between title and text."""
    table_heads: re.Pattern[str]
    """A line of nothing but heads of columns."""
    tail: re.Pattern[str]
    issuer_suffixes: Mapping[IssuerKind, tuple[str, ...]]
    zone_endings: tuple[str, ...]
    """The endings of kind other, longest first."""
    office_words: re.Pattern[str]
    """Words of offices that hold a level's character and name no level."""
    not_names: frozenset[str]
    pronouns: tuple[str, ...]
    not_inside: re.Pattern[str]
    """What no name holds that is in no gazetteer."""
    not_in_levels: re.Pattern[str]
    """What no place holds that is in no gazetteer; an office's name may hold it."""
    acts: re.Pattern[str]
    """What may follow the one who acts in a clause."""
    elsewhere: re.Pattern[str]
    """In a clause about another place: who is helped, visited or met at a border."""
    before_stem: str
    """Source of a pattern for what stands before a place without its level: 法治淄川."""
    behind_stem: str
    """Source of a pattern for what stands behind such a place: 淄川律师事务所."""
    behind_own_stem: re.Pattern[str]
    """What stands behind one that nothing else need name: 启东主城区."""
    words_like_places: frozenset[str]
    """Stems of counties that are ordinary words."""
    behind_in_file: re.Pattern[str]
    """What stands behind an issuer in a file's name: 石门乡终稿."""
    units: Units


@cache
def load() -> Lexicon:
    """The shipped lexicon with the person's own additions.

    Raises:
        LexiconError: a person's file cannot be read, is no TOML or holds something that is of no
            use; it names the file and the line.
    """
    digest = hashlib.sha256()
    content: dict[str, Any] = {}
    for name in _FILES:
        data = (_HERE / f"{name}.toml").read_bytes()
        digest.update(data)
        content[name] = tomllib.loads(data.decode())
        own = own_file(f"{name}.toml")
        if own is not None:
            digest.update(own.data)
            try:
                check(own.content, content[name], free=("not_before", "one_of"))
                check_patterns(own.content)
            except Fault as fault:
                raise own.blamed(fault) from None
            content[name] = merged(own.content, content[name])
    indicators = catalogue()
    for data in indicators.sources:
        digest.update(data)
    return _compile(content, indicators, digest.hexdigest()[:16])


def _compile(raw: Mapping[str, Any], indicators: Catalogue, version: str) -> Lexicon:
    kinds = {entry["id"]: entry for entry in raw["kinds"]["kind"]}
    furniture = raw["furniture"]
    words = _theme_words(raw["themes"]["theme"])
    issuers = raw["issuers"]
    suffixes = {kind: tuple(ends) for kind, ends in issuers.items() if kind not in _OF_NAMES}
    return Lexicon(
        version=version,
        indicators=indicators,
        headings=_by_kind(kinds, "heading"),
        nested=_by_kind(kinds, "nested"),
        speaks=_by_kind(kinds, "speaks"),
        themes=WordFinder(words),
        theme_words=words,
        furniture=_furniture(furniture),
        furniture_keys=re.compile(rf"^[-·•*\[【(|]*(?:{longest_first(furniture['starts'])})"),
        furniture_longest=furniture["longest"],
        published_keys=tuple(furniture["published"]),
        written_keys=tuple(furniture["written"]),
        handed_in=any_of(furniture["handed_in"]),
        put_away=any_of(furniture["put_away"]),
        below_title=frozenset(furniture["below_title"]),
        table_heads=re.compile(
            rf"^[|｜]?(?:(?:{longest_first(furniture['table_heads'])})[|｜\t]?)+$"
        ),
        tail=re.compile(rf"^(?:{longest_first(furniture['tail_starts'])})"),
        issuer_suffixes=suffixes,
        zone_endings=tuple(sorted(issuers["other"], key=len, reverse=True)),
        office_words=re.compile(
            rf"(?!{longest_first(issuers['not_office_words'])})"
            rf"(?:{longest_first(issuers['office_words'])})"
        ),
        not_names=frozenset(issuers["not_names"]),
        pronouns=tuple(issuers["pronouns"]),
        not_inside=re.compile(longest_first(issuers["not_inside"])),
        not_in_levels=re.compile(longest_first(issuers["not_in_levels"])),
        acts=re.compile(longest_first(issuers["acts"])),
        elsewhere=re.compile(longest_first(issuers["elsewhere"])),
        before_stem=rf"(?:{longest_first(issuers['before_stem'])})",
        behind_stem=rf"(?:{longest_first(issuers['behind_stem'])})",
        behind_own_stem=re.compile(longest_first(issuers["behind_own_stem"])),
        words_like_places=frozenset(issuers["words_like_places"]),
        behind_in_file=re.compile(longest_first(issuers["behind_in_file"])),
        units=units_of(raw["units"]),
    )


def _by_kind(kinds: Mapping[SectionKind, Any], key: str) -> dict[SectionKind, re.Pattern[str]]:
    return {kind: any_of(e[key]) for kind, e in kinds.items() if e[key]}


def _theme_words(themes: Mapping[str, Any]) -> dict[str, tuple[tuple[str, int], ...]]:
    words: dict[str, tuple[tuple[str, int], ...]] = {}
    for theme, entry in themes.items():
        for key, weight in (("deed", 5), ("name", 3), ("hint", 1)):
            for word in entry[key]:
                words[word] = (*words.get(word, ()), (theme, weight))
    return words


def _furniture(entry: Mapping[str, Any]) -> re.Pattern[str]:
    starts = longest_first(entry["starts"])
    whole = longest_first(entry["whole"])
    # A key is one when no sentence follows it: 日期:…, 发布时间 2024…, or nothing.
    first = [it for it in entry["patterns"] if it.startswith("^") and is_one(it)]
    at_once = (
        rf"[-·•*\[【(|]*(?:{starts})[\]】)|]*(?:[:|\[【(]|\d|$)",
        rf"(?:{whole})+$",
        *(it[1:] for it in first),
    )
    others = (it for it in entry["patterns"] if it not in first)
    # One ^ for all: else each is tried at every place, which takes ten times as long.
    return re.compile("|".join((f"^(?:{'|'.join(at_once)})", *others)))

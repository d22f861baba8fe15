"""Wordings as data: reads the TOML files of this folder, and a person's own beside them.

A person's files stand in ``$XDG_CONFIG_HOME/tuibrowser/lexicon/`` under the same names; their
lists are put before ours, so what a person writes is tried first. Only parsing needs this module:
browsing and searching use what ``index`` stored.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from tuibrowser.lexicon.indicators import Catalogue, catalogue
from tuibrowser.lexicon.own import Fault, Way, check, name_of, own_file
from tuibrowser.model.terms import IssuerKind, SectionKind

_FILES = ("furniture", "issuers", "kinds", "places", "themes", "units")
_HERE = Path(__file__).parent


PATTERN_KEYS: Final = frozenset(
    {
        "heading",
        "nested",
        "patterns",
        "periods",
        "leading_patterns",
        "trailing_patterns",
        "predicate_patterns",
    }
)
"""Lists of regular expressions; all others are of words."""
_REFERS_TO_GROUPS: Final = re.compile(r"\\[1-9]|\(\?P=|\(\?\(")
_NO_WORDING: Final = "\ue000"
"""No report says this, and so no pattern finds anything in it."""


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
    themes: re.Pattern[str]
    """Every theme word, longest first."""
    theme_words: Mapping[str, tuple[tuple[str, int], ...]]
    """For each word its themes and their weights."""
    furniture: re.Pattern[str]
    furniture_keys: re.Pattern[str]
    """What a line of the page begins with where a value follows (来源, 发布时间)."""
    furniture_longest: int
    published_keys: tuple[str, ...]
    written_keys: tuple[str, ...]
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
    """The same of places alone; an office's name may hold it."""
    acts: re.Pattern[str]
    """What may follow the one who acts in a clause."""
    provinces: tuple[str, ...]
    municipalities: frozenset[str]
    prefectures: frozenset[str]
    units: Units


@dataclass(frozen=True, slots=True)
class Units:
    """What the grammar of figures is made of."""

    always: tuple[str, ...]
    countable: frozenset[str]
    before: tuple[str, ...]
    before_powers: tuple[str, ...]
    after: tuple[str, ...]
    trailing: tuple[str, ...]
    no_hedges: tuple[str, ...]
    """Words that only end like a hedge."""
    not_before: Mapping[str, tuple[str, ...]]
    idioms: tuple[str, ...]
    marks_near: tuple[str, ...]
    took_near: tuple[str, ...]
    """Words near working days that something took, which are else a limit."""
    periods: re.Pattern[str]
    named_by_few: frozenset[str]
    one_counts: frozenset[str]
    counting: Counting


@dataclass(frozen=True, slots=True)
class Counting:
    """What the grammar of a counting clause is made of."""

    leading: re.Pattern[str]
    summed: re.Pattern[str]
    """Who did what a number sums up: 整治行动共(拆除浮台)."""
    trailing: re.Pattern[str]
    """What stands between an object and its number: 共, 达到, 同比上升."""
    totals: re.Pattern[str]
    introducing: re.Pattern[str]
    """Verbs that are left out before their object."""
    acts: re.Pattern[str]
    """Verbs that say what was done to it."""
    verbs: re.Pattern[str]
    """Both."""
    closing: re.Pattern[str]
    """Verbs that close what stands before a number, so that they have no object there."""
    bare: re.Pattern[str]
    """Acts alone, with their adverbs."""
    fates: re.Pattern[str]
    """The same, and what becomes of a thing besides: 查实, 不予批准, 注销."""
    giving: frozenset[str]
    """Verbs that introduce an object and say more than that something was done: 发放, not 开展."""
    adverbs: re.Pattern[str]
    prepositions: re.Pattern[str]
    predicates: re.Pattern[str]
    """What ends a noun behind a number: a verb, an adverb, another number."""
    manners: re.Pattern[str]
    """Words that end it, too, where they do not begin it: 3次联合执法, 5家单位联合执法."""
    moneys: tuple[str, ...]
    """Endings of nouns of which an amount of money is one."""
    things: tuple[str, ...]
    """Nouns of which two or three are counted, not named."""
    heads: re.Pattern[str]
    """The last word of a noun, that says what kind of thing it is."""
    doers: re.Pattern[str]
    """At the end of a noun behind a number those who do something, whose deed is no noun."""
    actors: re.Pattern[str]
    """Before an act those who did it and are not counted."""


@cache
def load() -> Lexicon:
    """The shipped lexicon with the person's own additions.

    Raises:
        LexiconError: a person's file cannot be read, is no TOML or holds something that is of no
            use; it names the file and the line.
    """
    digest = hashlib.sha256()
    merged: dict[str, Any] = {}
    for name in _FILES:
        data = (_HERE / f"{name}.toml").read_bytes()
        digest.update(data)
        merged[name] = tomllib.loads(data.decode())
        own = own_file(f"{name}.toml")
        if own is not None:
            digest.update(own.data)
            try:
                check(own.content, merged[name], free=("not_before",))
                _check_patterns(own.content)
            except Fault as fault:
                raise own.blamed(fault) from None
            merged[name] = _merge(own.content, merged[name])
    indicators = catalogue()
    for data in indicators.sources:
        digest.update(data)
    return _compile(merged, indicators, digest.hexdigest()[:16])


def _check_patterns(content: Any, way: Way = ()) -> None:
    """Raise :class:`Fault` for the first pattern in ``content`` that would spoil the others."""
    if isinstance(content, dict):
        for name, value in content.items():
            _check_patterns(value, (*way, name))
    elif isinstance(content, list):
        for number, value in enumerate(content):
            if not isinstance(value, str):
                _check_patterns(value, (*way, number))
            elif name_of(way) in PATTERN_KEYS:
                _check_pattern(value, way)


def _check_pattern(pattern: str, way: Way) -> None:
    try:
        with warnings.catch_warnings():
            # What Python only warns of, in English and at each start, is a slip, too.
            warnings.simplefilter("error")
            # As it will stand: among others.
            compiled = re.compile(f"法|(?:{pattern})")
            alone = re.compile(pattern)
    except (re.error, Warning, OverflowError, RecursionError):
        raise Fault(way, f"“{pattern}”不是有效的正则表达式", pattern) from None
    if compiled.groupindex or _REFERS_TO_GROUPS.search(pattern):
        raise Fault(way, f"“{pattern}”中的括号不能命名，也不能引用", pattern)
    found = alone.search(_NO_WORDING)
    if found is not None and not found[0]:
        raise Fault(way, f"“{pattern}”与任何文字都相符", pattern)


def _merge(first: Any, second: Any) -> Any:
    """``first`` laid over ``second``: lists joined, tables merged, tables with an id matched."""
    if isinstance(first, dict) and isinstance(second, dict):
        return {
            key: _merge(first[key], second[key])
            if key in first and key in second
            else first.get(key, second.get(key))
            for key in (*second, *(key for key in first if key not in second))
        }
    if isinstance(first, list) and isinstance(second, list):
        if second and isinstance(second[0], dict):
            own: dict[str, Any] = {}
            for entry in first:
                own[entry["id"]] = _merge(own.get(entry["id"], {}), entry)
            return [_merge(own.get(entry["id"], {}), entry) for entry in second]
        return [*first, *(entry for entry in second if entry not in first)]
    return first


def _compile(raw: Mapping[str, Any], indicators: Catalogue, version: str) -> Lexicon:
    kinds = {entry["id"]: entry for entry in raw["kinds"]["kind"]}
    furniture, units, places = raw["furniture"], raw["units"], raw["places"]
    words = _theme_words(raw["themes"]["theme"])
    issuers = dict(raw["issuers"])
    rules = {
        key: issuers.pop(key)
        for key in ("office_words", "not_names", "pronouns", "not_inside", "not_in_levels", "acts")
    }
    return Lexicon(
        version=version,
        indicators=indicators,
        headings=_by_kind(kinds, "heading"),
        nested=_by_kind(kinds, "nested"),
        themes=re.compile(_by_first_character(words)),
        theme_words=words,
        furniture=_furniture(furniture),
        furniture_keys=re.compile(rf"^[-·•*\[【(|]*(?:{_longest_first(furniture['starts'])})"),
        furniture_longest=furniture["longest"],
        published_keys=tuple(furniture["published"]),
        written_keys=tuple(furniture["written"]),
        tail=re.compile(rf"^(?:{_longest_first(furniture['tail_starts'])})"),
        issuer_suffixes={kind: tuple(suffixes) for kind, suffixes in issuers.items()},
        zone_endings=tuple(sorted(issuers["other"], key=len, reverse=True)),
        office_words=re.compile(_longest_first(rules["office_words"])),
        not_names=frozenset(rules["not_names"]),
        pronouns=tuple(rules["pronouns"]),
        not_inside=re.compile(_longest_first(rules["not_inside"])),
        not_in_levels=re.compile(_longest_first(rules["not_in_levels"])),
        acts=re.compile(_longest_first(rules["acts"])),
        provinces=tuple(places["provinces"]),
        municipalities=frozenset(places["municipalities"]),
        prefectures=frozenset(places["prefectures"]),
        units=Units(
            always=tuple(sorted(units["always"], key=len, reverse=True)),
            countable=frozenset(units["countable"]),
            before=tuple(units["before"]),
            before_powers=tuple(units["before_powers"]),
            after=tuple(units["after"]),
            trailing=tuple(units["trailing"]),
            no_hedges=tuple(units["no_hedges"]),
            not_before={unit: tuple(words) for unit, words in units["not_before"].items()},
            idioms=tuple(units["idioms"]),
            marks_near=tuple(units["marks_near"]),
            took_near=tuple(units["took_near"]),
            periods=_any_of(units["periods"]),
            named_by_few=frozenset(units["named_by_few"]),
            one_counts=frozenset(units["one_counts"]),
            counting=_counting(units["counting"], units["countable"], units["after"]),
        ),
    )


def _counting(words: Mapping[str, Any], units: Sequence[str], after: Sequence[str]) -> Counting:
    introducing = _longest_first(words["introducing"])
    acts = rf"(?:{_longest_first(words['acts'])})(?!{_longest_first(words['no_act_before'])})"
    predicates, totals = _longest_first(words["adverbs"]), _longest_first(words["totals"])
    manners = _longest_first(words["manners"])
    adverbs = rf"{predicates}|{manners}"
    # 对接, 对象, 在编 and 为期 are words of their own.
    prepositions = rf"(?:{_longest_first(words['prepositions'])})(?![接象口编岗册期面予])"
    never = _longest_first(words["no_verb_before"])
    light = _longest_first(words["light"])
    # 参与率, 覆盖面 and 发布会 are words of their own, and so are 社会组织, 依申请公开.
    closing = {*words["introducing"], *words["closing"]} - {*words["nominal"]}
    within = "".join(rf"(?<!{re.escape(word)})" for word in words["no_verb_after"])
    verb = rf"{within}(?:{introducing})(?!{never})了?到?"
    number = (
        rf"[一二两三四五六七八九十百千]+[{re.escape(''.join(after))}]?(?:{_longest_first(units)})"
    )
    leading = _longest_first(words["leading"])
    # 整治行动共拆除浮台: who did it stands before 共; but 纠纷累计化解 was done to those.
    summed = (
        rf"[^,《》\d]{{2,16}}?(?:(?<!公)共|累计|总计)(?=(?:{manners})?(?:{verb}|{acts})..)"
        r"|[^,《》\d]{0,14}?(?:整治|行动|活动|工作|专项|检查|排查|攻坚)(?:共|累计|总计)(?=..)"
    )
    # 办复, 责改: two characters that both mean acts are one, but for these that are counted.
    acting = rf"[{words['act_characters']}]"
    unnamed = rf"(?!{_longest_first([*words['heads'], *words['no_acts']])}){acting}{acting}"
    return Counting(
        leading=re.compile(rf"(?:{'|'.join(words['leading_patterns'])}|{leading})+"),
        summed=re.compile(summed),
        trailing=re.compile(
            rf"(?:{totals}|{'|'.join(words['trailing_patterns'])}"
            rf"|{_longest_first(words['trailing'])})+$"
        ),
        totals=re.compile(totals),
        introducing=re.compile(verb),
        acts=re.compile(rf"(?:(?:{acts})[、和]?)+"),
        verbs=re.compile(rf"{verb}|{acts}"),
        closing=re.compile(
            rf"^(?:{adverbs})*(?:{introducing})了?$"
            rf"|(?:(?:{adverbs})*(?:{_longest_first(closing)})了?)+$"
        ),
        bare=re.compile(
            rf"(?:{adverbs}|{manners})*(?:(?!{light}){verb})?(?:{acts})+(?:成功|完成|完毕|到位|属实)?"
        ),
        fates=re.compile(
            rf"(?:{adverbs}|{_longest_first(words['fate_adverbs'])})*(?:(?!{light}){verb})?"
            rf"(?:{acts}|{_longest_first(words['fates'])}|{unnamed})+(?:{verb})?(?:成功|完成|完毕|到位|属实)?"
        ),
        giving=frozenset(words["introducing"]) - frozenset(words["light"]),
        adverbs=re.compile(rf"(?:{predicates}|依法(?!治))+"),
        prepositions=re.compile(prepositions),
        predicates=re.compile(
            rf"\d|{number}|{verb}|{_longest_first(words['predicates'])}"
            rf"|{'|'.join(words['predicate_patterns'])}|{predicates}"
        ),
        manners=re.compile(manners),
        moneys=tuple(words["moneys"]),
        things=tuple(words["things"]),
        heads=re.compile(rf"(?:{_longest_first([*words['things'], *words['heads']])})$"),
        doers=re.compile(rf"(?:{_longest_first([*words['things'], *words['doers']])})\ue002*$"),
        actors=re.compile(rf"(?:{_longest_first(words['actors'])})$"),
    )


def _by_kind(kinds: Mapping[SectionKind, Any], key: str) -> dict[SectionKind, re.Pattern[str]]:
    return {kind: _any_of(e[key]) for kind, e in kinds.items() if e[key]}


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _by_first_character(words: Iterable[str]) -> str:
    """As :func:`_longest_first`, but a place in a text is tried with the few words that begin so.

    0.4 ms instead of 1.1 for the 700 words of themes in a report.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{re.escape(it)}(?:{_longest_first(rest)})" for it, rest in rests.items())


def _theme_words(themes: Mapping[str, Any]) -> dict[str, tuple[tuple[str, int], ...]]:
    words: dict[str, tuple[tuple[str, int], ...]] = {}
    for theme, entry in themes.items():
        for key, weight in (("deed", 5), ("name", 3), ("hint", 1)):
            for word in entry[key]:
                words[word] = (*words.get(word, ()), (theme, weight))
    return words


def _furniture(entry: Mapping[str, Any]) -> re.Pattern[str]:
    starts = _longest_first(entry["starts"])
    whole = _longest_first(entry["whole"])
    # A key is one when no sentence follows it: 日期:…, 发布时间 2024…, or nothing.
    return re.compile(
        rf"^[-·•*\[【(|]*(?:{starts})[\]】)|]*(?:[:|\[【(]|\d|$)"
        rf"|^(?:{whole})+$"
        rf"|{_any_of(entry['patterns']).pattern}"
    )

"""What a person types → what is asked.

The grammar is small and never refuses: words, ``"phrase"``, ``-not`` and fields, in half or full
width. What cannot be read as an operator is text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from tuibrowser.lexicon.labels import KIND_LABELS, KIND_WORDS, THEME_LABELS
from tuibrowser.model.search import Filters, Query
from tuibrowser.model.terms import SectionKind
from tuibrowser.text.equivalence import equate, without_invisible
from tuibrowser.text.fold import fold
from tuibrowser.text.numerals import parse_numeral
from tuibrowser.text.placename import without_office

FIELDS: Final = {
    **dict.fromkeys(("年", "年份", "年度"), "年"),
    **dict.fromkeys(("地", "地区", "区划", "县区", "省", "市", "县", "区"), "地"),
    **dict.fromkeys(("镇", "乡", "街道", "乡镇", "镇街", "单位", "报告单位"), "镇"),
    "部分": "部分",
    **dict.fromkeys(("领域", "主题"), "领域"),
}
"""What people call a field, and the field."""
_FIELD: Final = "|".join(sorted(FIELDS, key=len, reverse=True))

# A quote opens a phrase only where a word begins: 开展“八五”普法 is one word. A phrase without its
# closing quote runs to the end, since that is what it is while being typed.
_TOKEN = re.compile(
    rf"""(?P<minus>-?)
    (?P<literal>
        (?: (?P<field>{_FIELD}) : (?P<gap>[ ]*) )?
        (?: "(?P<phrase>[^"]*)"? | (?P<word>\S*) )
    )""",
    re.VERBOSE,
)

# What lines of a list begin with, and no text is.
_BULLETS = "-–—*•·●▪ "

_WHOLE_QUOTED = re.compile(r"[\"“「]([^\"“”「」]*)[\"”」]")

# Quotes within quotes, which end at the word's end: "开展“宪法宣传周”活动".
_NESTED = re.compile(
    r"""(?<!\S)(?:["＂][^"＂\n]*[“”‘’「」『』][^"＂\n]*["＂]|“[^“”\n]*[“‘「『][^“”\n]*[”’」』][^“”\n]*”)(?!\S)"""
)
_INNER = "\ue010"
"""Stands for a quote within quotes until the query is taken apart."""
_INNER_QUOTES = dict.fromkeys(map(ord, "“”‘’「」『』"), _INNER)

_QUOTES = dict.fromkeys(map(ord, "‘’「」『』"), '"')

# xi’an, as an input method writes it.
_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")

_YEARS = re.compile(
    r"(?P<first>\d{1,4})?年?(?P<to>-+|—+|–|~|\.{2,3}|至|到)?(?P<last>\d{1,4})?年?", re.ASCII
)

# 二〇二三, as titles write it.
_SPELT = re.compile("[一二][零〇一二三四五六七八九]{3}")

_BETWEEN = re.compile(r"[,、|]")

_MISREAD = re.compile(rf"(?:{_FIELD}):.+")

_UNFILTERED = Filters()
_SYLLABLE = re.compile(r"[^\W\d_\u3400-\u9fff]{1,6}[0-5]?")

_T = TypeVar("_T")


def parse(raw: str) -> Query:
    """Read ``raw`` as words, phrases, exclusions and fields; never raises.

    ``年:2021-2024 地:大兴 镇:旧宫 部分:不足 领域:普法``, by any name in :data:`FIELDS`; a field
    given twice, or with values divided by ``、`` or ``,``, means any of its values (years: from the
    first to the last). A blank may stand before the value. A field still empty is left out, as it
    is being typed; one whose value says nothing is text.

    A text of several lines was pasted, and has no operators: a list in it may begin with -.

    The query as a whole is looked for too, whatever it says here: see ``stages.plan``.
    """
    needles: list[str] = []
    excluded: list[str] = []
    quoted: set[str] = set()
    filters = Filters()
    if _is_pasted(raw):
        lines = as_typed(raw).splitlines()
        words = [word for line in lines for word in line.strip().lstrip(_BULLETS).split()]
        return Query(raw=raw, needles=tuple(dict.fromkeys(filter(None, map(equate, words)))))
    for token in _TOKEN.finditer(_grammatical(raw)):
        field = token["field"]
        text: str = token["word"] if token["phrase"] is None else token["phrase"]
        if field and not token["minus"]:
            narrowed = _narrow(filters, FIELDS[field], equate(text)) if text.strip() else filters
            if narrowed is not None:
                filters = narrowed
                continue
        spelt_out = field and (token["minus"] or not token["gap"])
        needle = equate((token["literal"] if spelt_out else text).replace(_INNER, '"'))
        if needle:
            (excluded if token["minus"] else needles).append(needle)
            if token["phrase"] is not None:
                quoted.add(needle)
    return Query(
        raw=raw,
        needles=tuple(needles if _are_syllables(needles) else dict.fromkeys(needles)),
        excluded=tuple(dict.fromkeys(excluded)),
        filters=filters,
        quoted=frozenset(quoted.intersection(needles)),
    )


def _are_syllables(needles: Sequence[str]) -> bool:
    """Whether each word may be a syllable of pinyin, so that twice the same says more than once:
    pang ting ting shen."""
    return all(map(_SYLLABLE.fullmatch, needles))


def misread(needles: Sequence[str]) -> tuple[str, ...]:
    """Those of ``needles`` that are fields whose value says nothing. They are looked for as text;
    nobody meant that who has no hits."""
    return tuple(needle for needle in needles if _MISREAD.fullmatch(needle))


def written(
    needles: Sequence[str], filters: Filters = _UNFILTERED, excluded: Sequence[str] = ()
) -> str:
    """A query that asks for ``needles`` within ``filters``, as :func:`parse` reads it."""
    fields = {
        "年": "-".join(map(str, filters.years or ())),
        "地": "、".join(filters.places),
        "镇": "、".join(filters.issuers),
        "部分": "、".join(filters.kinds),
        "领域": "、".join(filters.themes),
    }
    return " ".join(
        (
            # Quotes inside a word need none around it, and would end them.
            *(needle if '"' in needle else f'"{needle}"' for needle in needles),
            *(f'-"{word}"' for word in excluded),
            *(f"{name}:{value}" for name, value in fields.items() if value),
        )
    )


def _is_pasted(raw: str) -> bool:
    return len(raw.strip().splitlines()) > 1


def as_typed(raw: str) -> str:
    """What is looked for as a whole: ``raw``, if it is of several lines without quotes around it,
    which nobody pasted but to quote it."""
    whole = _WHOLE_QUOTED.fullmatch(raw.strip()) if _is_pasted(raw) else None
    return whole[1] if whole else raw


def _grammatical(raw: str) -> str:
    """``raw`` with operators as the grammar has them, and nothing that only hides them."""
    told_apart = _NESTED.sub(
        lambda found: found[0][0] + found[0][1:-1].translate(_INNER_QUOTES) + found[0][-1],
        without_invisible(_APOSTROPHE.sub("'", raw)),
    )
    return fold(told_apart.translate(_QUOTES))


def years(value: str) -> tuple[int, int] | None:
    """First and last year of ``2023``, ``2021-2024``, ``2021..``, ``..2023``; else ``None``.

    Two digits are a year of this century (21), except that fewer than four stand for the years that
    begin with them where a year may still be being typed: ``202`` is 2020 to 2029. A range may be
    given backwards. 二〇二三 is 2023.
    """
    found = _YEARS.fullmatch(_SPELT.sub(_in_digits, equate(value)))
    if found is None or not (found["first"] or found["last"]):
        return None
    if not found["to"]:
        return None if found["last"] else _bounds(found["first"])
    first, last = _bounds(found["first"] or "0"), _bounds(found["last"] or "9")
    return min(first[0], last[0]), max(first[1], last[1])


def _in_digits(spelt: re.Match[str]) -> str:
    return str(parse_numeral(spelt[0]))


def _bounds(digits: str) -> tuple[int, int]:
    if len(digits) == 2 and digits not in ("19", "20"):
        digits = f"20{digits}"
    return int(digits.ljust(4, "0")), int(digits.ljust(4, "9"))


def kinds(value: str) -> tuple[SectionKind, ...]:
    """Section kinds named by an id, a short word (不足) or a part of the label; may be empty."""
    name = equate(value)
    exact = tuple(k for k, word in KIND_WORDS.items() if name in (k, word))
    return exact or tuple(k for k, label in KIND_LABELS.items() if name and name in label)


def themes(value: str) -> tuple[str, ...]:
    """Ids of the themes named by an id or a part of the label (普法); may be empty."""
    name = equate(value)
    if name in THEME_LABELS:
        return (name,)
    return tuple(theme for theme, label in THEME_LABELS.items() if name and name in label)


def _narrow(filters: Filters, field: str, value: str) -> Filters | None:
    """``filters`` with one more field; ``None`` where ``value`` does not fit the field."""
    values = [one for one in _BETWEEN.split(value) if one]
    match field:
        case "年":
            if spans := _each(values, _years):
                spans = (*spans, *((filters.years,) if filters.years else ()))
                first, last = zip(*spans, strict=True)
                return filters._replace(years=(min(first), max(last)))
        case "部分":
            if named := _each(values, kinds):
                return filters._replace(kinds=filters.kinds + named)
        case "领域":
            if meant := _each(values, themes):
                return filters._replace(themes=filters.themes + meant)
        case "地":
            if places := _each(values, _name):
                return filters._replace(places=filters.places + places)
        case "镇":
            if issuers := _each(values, _unit):
                return filters._replace(issuers=filters.issuers + issuers)
    return None


def _each(values: list[str], read: Callable[[str], tuple[_T, ...]]) -> tuple[_T, ...]:
    """What all ``values`` say together; nothing where one of them says nothing."""
    found = [read(value) for value in values]
    return tuple(one for some in found for one in some) if all(found) else ()


def _years(value: str) -> tuple[tuple[int, int], ...]:
    span = years(value)
    return (span,) if span else ()


def _unit(value: str) -> tuple[str, ...]:
    return tuple(map(without_office, _name(value)))


def _name(value: str) -> tuple[str, ...]:
    # No list of all places and issuers is at hand, but a name is written in letters.
    return (value,) if value.isalnum() else ()

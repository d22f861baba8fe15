"""What the columns of an answer may hold: the wall between a file and the program's records.

SQLite keeps any value in any column, and a constraint only speaks when something is written; so a
library that is damaged, or made to harm, answers with bytes for a name, a fraction for an offset, a
kind that there is not. All values of a column are looked at together, which costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from math import isfinite
from typing import Any, Final, get_args

from tuibrowser.lexicon.labels import THEME_LABELS
from tuibrowser.model.terms import (
    LEVELS,
    ROLES,
    SECTION_KINDS,
    FigureRole,
    FigureScope,
    FigureTime,
    IssuerKind,
    LevelState,
    SectionState,
    YearSource,
)

Row = Sequence[Any]
Rule = Callable[[Collection[Any]], bool]
"""Whether a column may hold these values, of which there is at least one."""

_NOTHING: Final = type(None)
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_NUMBERS: Final = re.compile(r"-?[0-9]+( -?[0-9]+)*")
_DEEPEST: Final = 99
"""Of headings; a margin is drawn by it."""
_LAST_YEAR: Final = 9999
_LARGEST: Final = 2**31
"""Above every offset and line of a text that SQLite can hold."""


def conform(rows: Sequence[Row], rules: Sequence[Rule]) -> bool:
    """Whether every column of ``rows`` keeps its rule."""
    columns = zip(*rows, strict=True)
    return not rows or all(map(_keeps, rules, columns))


def _keeps(rule: Rule, column: Collection[Any]) -> bool:
    return rule(column)


def _of_types(*types: type) -> Rule:
    allowed = frozenset(types)
    return lambda values: allowed.issuperset(map(type, values))


def _one_of(words: Iterable[object]) -> Rule:
    allowed = frozenset(words)
    return allowed.issuperset


def _between(low: int, high: int, *, unknown: bool = False) -> Rule:
    are_whole = _of_types(int, _NOTHING) if unknown else _of_types(int)

    def keeps(values: Collection[Any]) -> bool:
        if not are_whole(values):
            return False
        known = [value for value in values if value is not None] if unknown else values
        return not known or (low <= min(known) and max(known) <= high)

    return keeps


def is_sha256(value: object) -> bool:
    """Whether ``value`` is a sha256 in lower-case hex."""
    return isinstance(value, str) and _SHA256.fullmatch(value) is not None


text: Final = _of_types(str)
text_or_none: Final = _of_types(str, _NOTHING)
blob: Final = _of_types(bytes)
blob_or_none: Final = _of_types(bytes, _NOTHING)
whole: Final = _of_types(int)
boolean: Final = _one_of((0, 1))
year: Final = _between(1, _LAST_YEAR, unknown=True)
level: Final = _between(1, _DEEPEST)
line: Final = _between(1, _LARGEST)
offset: Final = _between(0, _LARGEST)
offset_or_none: Final = _between(0, _LARGEST, unknown=True)
section_number: Final = _between(0, _LARGEST, unknown=True)
role: Final = _one_of(ROLES)
kind: Final = _one_of(SECTION_KINDS)
kind_or_none: Final = _one_of((*SECTION_KINDS, None))
state: Final = _one_of(get_args(SectionState))
place_level: Final = _one_of(LEVELS)
year_source: Final = _one_of((*get_args(YearSource), None))
level_state: Final = _one_of(get_args(LevelState))
figure_role: Final = _one_of((*get_args(FigureRole), None))
figure_scope: Final = _one_of((*get_args(FigureScope), None))
figure_time: Final = _one_of((*get_args(FigureTime), None))
issuer_kind: Final = _one_of((*get_args(IssuerKind), None))


def sha256(values: Collection[Any]) -> bool:
    """Names of reports."""
    return text(values) and all(map(is_sha256, set(values)))


def numbers(values: Collection[Any]) -> bool:
    """Whole numbers with spaces between them; nothing for none."""
    return text_or_none(values) and all(map(_NUMBERS.fullmatch, filter(None, values)))


def amount(values: Collection[Any]) -> bool:
    """What figures say."""
    return _of_types(int, float)(values) and all(map(isfinite, values))


def amount_or_none(values: Collection[Any]) -> bool:
    """Upper ends of what figures say."""
    return amount([it for it in values if it is not None])


def themes(values: Collection[Any]) -> bool:
    """Ids of themes, separated by spaces."""
    return text(values) and all(THEME_LABELS.keys() >= set(one.split()) for one in set(values))


WORDS: Final = 4_096
"""Roles, kinds, units, nouns and the like that are remembered."""


@lru_cache(WORDS)
def one(word: Any) -> Any:
    """``word`` itself, the same object wherever it stands: there are few of them, and thousands of
    rows."""
    return word

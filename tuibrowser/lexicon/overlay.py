"""A person's own wordings laid over the shipped ones."""

from __future__ import annotations

import re
import warnings
from typing import Any, Final

from tuibrowser.lexicon.own import Fault, Way, name_of

PATTERN_KEYS: Final = frozenset(
    {
        "heading",
        "nested",
        "speaks",
        "patterns",
        "handed_in",
        "put_away",
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


def check_patterns(content: Any, way: Way = ()) -> None:
    """Raise :class:`Fault` for the first pattern in ``content`` that would spoil the others."""
    if isinstance(content, dict):
        for name, value in content.items():
            check_patterns(value, (*way, name))
    elif isinstance(content, list):
        for number, value in enumerate(content):
            if not isinstance(value, str):
                check_patterns(value, (*way, number))
            elif name_of(way) in PATTERN_KEYS:
                check_pattern(value, way)


def check_pattern(pattern: str, way: Way) -> None:
    """Raise :class:`Fault` if ``pattern``, put among others, would spoil them."""
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


def merged(first: Any, second: Any) -> Any:
    """``first`` laid over ``second``: lists joined, tables merged, tables with an id matched."""
    if isinstance(first, dict) and isinstance(second, dict):
        return {
            key: merged(first[key], second[key])
            if key in first and key in second
            else first.get(key, second.get(key))
            for key in (*second, *(key for key in first if key not in second))
        }
    if isinstance(first, list) and isinstance(second, list):
        if second and isinstance(second[0], dict):
            own: dict[str, Any] = {}
            for entry in first:
                own[entry["id"]] = merged(own.get(entry["id"], {}), entry)
            return [merged(own.get(entry["id"], {}), entry) for entry in second]
        return [*first, *(entry for entry in second if entry not in first)]
    return first

"""Words of which one stands in whatever a pattern matches, so that a dictionary rules most out.

Only the syntax of the catalogue is understood: literals, ``(?:a|b)``, classes, ``.{0,8}``, ``?``,
anchors and lookarounds. Of what is not, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_OPTIONAL: Final = re.compile(r"[?*]|\{0?,")
_QUANTIFIER: Final = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
_CLASS: Final = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_GROUP: Final = "(?:"


def needles(pattern: str) -> frozenset[str] | None:
    """The words, or ``None`` where a match may hold none of them.

    Raises:
        ValueError: a bracket of ``pattern`` is not closed.
    """
    if "(?i" in pattern or "(?x" in pattern:
        return None  # what stands there is not what is matched
    found: set[str] = set()
    for alternative in _alternatives(pattern):
        choices = [it for it in _parts(alternative) if it]
        if not choices:
            return None
        # The rarer words first: the longest, of as long ones the fewest.
        found |= max(choices, key=lambda words: (min(map(len, words)), -len(words)))
    return frozenset(found)


def _alternatives(pattern: str) -> Iterator[str]:
    begin = at = 0
    while at < len(pattern):
        if pattern[at] == "|":
            yield pattern[begin:at]
            begin = at = at + 1
        else:
            at = _end(pattern, at)
    yield pattern[begin:]


def _end(pattern: str, at: int) -> int:
    """Where the group, class, escape or character at ``at`` ends."""
    if pattern[at] == "\\":
        return at + 2
    if pattern[at] == "[" and (found := _CLASS.match(pattern, at)):
        return found.end()
    if pattern[at] != "(":
        return at + 1
    at += 1
    while pattern[at : at + 1] != ")":
        if at >= len(pattern):
            raise ValueError(pattern)
        at = _end(pattern, at)
    return at + 1


def _parts(pattern: str) -> Iterator[frozenset[str]]:
    """The words of each part of one alternative that must be matched."""
    run = ""
    at = 0
    while at < len(pattern):
        end = _end(pattern, at)
        atom = pattern[at:end]
        many = _QUANTIFIER.match(pattern, end)
        at = many.end() if many else end
        is_optional = many is not None and _OPTIONAL.match(many[0]) is not None
        is_literal = len(atom) == 1 and atom not in ".^$"
        if is_literal and not is_optional:
            run += atom
            if not many:
                continue
        if run:
            yield frozenset((run,))
            run = ""
        if atom.startswith(_GROUP) and not is_optional:
            yield needles(atom[len(_GROUP) : -1]) or frozenset()
    if run:
        yield frozenset((run,))

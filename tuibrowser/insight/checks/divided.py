"""Words by which a list says that its members leave nothing beside them, or exclude each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tuibrowser.lexicon.checks import Patterns, load_check_words

_QUARTERS: Final = 4
_TWO: Final = 2
# Code, not lexicon: how Chinese negates.
_NOT: Final = re.compile(r"(?:不予?|未能?|没有)(?P<what>(?!受理)[\u4e00-\u9fff]{2})")
_PARTLY: Final = re.compile("基本|部分|比较")
"""基本满意 leaves room for 满意 beside it and 不满意."""


def are_halves(one: str, other: str) -> bool:
    """Whether the words of two members say that there is no third: 专职, 兼职."""
    return _are_two(load_check_words().halves, one, other) or are_opposites(one, other)


def are_opposites(one: str, other: str) -> bool:
    """Whether one says that what the other does was not done: 批准, 不予批准."""
    return _denies(one, other) or _denies(other, one)


def _denies(one: str, other: str) -> bool:
    denied = _NOT.search(one)
    if denied is None or _NOT.search(other) or _PARTLY.search(other):
        return False
    return denied["what"] in other


def are_done_and_left(one: str, other: str) -> bool:
    """Whether one member is what was settled and the other what is left."""
    return _are_two(load_check_words().remainders, one, other)


def without_halves(words: str) -> str:
    """``words`` less those by which one half is told from the other."""
    for patterns in load_check_words().halves:
        for pattern in patterns:
            words = pattern.sub("", words)
    return words


def _are_two(pairs: Sequence[Patterns], one: str, other: str) -> bool:
    return any(
        (first.search(one) and second.search(other)) or (second.search(one) and first.search(other))
        for first, second in pairs
    )


def exclude_each_other(members: Sequence[str]) -> bool:
    """Whether each of the words names another end of a thing that has one."""
    if len(members) == _TWO and are_opposites(*members):
        return True
    lists = load_check_words()
    # 其余正在化解 is left, though it names what is to be done.
    remainders = (group[::-1] for group in lists.remainders)
    for group in (*lists.exclusive, *lists.halves, *remainders):
        found = [
            next((at for at, it in enumerate(group) if it.search(one)), None) for one in members
        ]
        if None not in found and len(set(found)) == len(members):
            return True
    return False


def are_all_ends(members: Sequence[str]) -> bool:
    """Whether the words name three ends that exclude each other, which are all as a rule."""
    are_some_quarters = "季度" in members[0] and len(members) < _QUARTERS
    return len(members) > 2 and exclude_each_other(members) and not are_some_quarters

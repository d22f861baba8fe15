"""Whether one of a thing counts, for it was made: 新建一处法治长廊, 成立一支宣传队.

一处 and 一个 alone make words (一处受理, 一个平台), and a team that shall be good is no count
(打造一支过硬的队伍).
"""

from __future__ import annotations

import re
from typing import Final

# Code, not lexicon: what makes a thing and what can be seen to stand there is grammar.
_OF_PLACES: Final = frozenset("处座所家")
_OF_SITES: Final = frozenset("个条支间座处所")
_VERB: Final = (
    "(?:[新改扩修筹援共]建|建[成设立造起]|打造|改造|[开新增]设|设[立置]|创[建办成]|培[育植])了?"
)
_MADE: Final = re.compile(f"{_VERB}$")
_MADE_TOO: Final = re.compile(
    f"(?:{_VERB}|成立|组建|配[备置]|购置|添置)(?:[^,。;]{{2,18}}[、和])?$"
)
"""Verbs of making, and more of what was made: 建成一处长廊、一座公园."""
_SITE: Final = re.compile(
    "[^,。;、()\\d]{0,9}?(?:[室站亭馆墙栏廊屏园]|广场|公园|基地|阵地|专班|橱窗|服务点|宣传车|讲堂"
    "|(?:宣传|宣讲|服务|志愿|调解|巡逻|突击|小分)队)(?=[,。;、和]|$)"
)
_EACH: Final = re.compile("[每各][^,。;]*$")
"""Each has one: 每村建成一个阵地."""


def is_one_made(unit: str, before: str, after: str) -> bool:
    """Whether a one in ``unit`` between ``before`` and ``after`` counts what was made."""
    if unit in _OF_PLACES and _MADE.search(before):
        return True
    is_site = unit in _OF_SITES and _SITE.match(after) is not None
    return is_site and _MADE_TOO.search(before) is not None and not _EACH.search(before)

"""Events and counted days with their years: ``events.toml`` of this folder, and a person's own.

Only checks of reports read it; it is no part of ``Lexicon.version``.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from tuibrowser.lexicon.own import Fault, check_words, own_file, unquoted

_SHIPPED: Final = Path(__file__).with_name("events.toml")
_COUNT: Final = r"(?P<count>\d{1,3}|[一二两三四五六七八九十百零〇]{1,5})"
_ANNIVERSARY: Final = rf"(?:{{words}})(?:大庆|成立|胜利)?[\"']?{_COUNT}周年"
_DAY: Final = rf"第{_COUNT}[个次届]\"?(?:\d{{1,2}}[.·]\d{{1,2}}\"?)?(?:{{words}})"
_HOW: Final = {
    "anniversary": 'words = ["建党"]、since = 1921',
    "day": 'words = ["国家宪法日"]、first = 2014',
    "event": 'words = ["党纪学习教育"]、first = 2024、last = 2025',
}
_KEYS: Final = {
    "anniversary": {"words", "since"},
    "day": {"words", "first"},
    "event": {"words", "first", "last", "every", "never"},
}
_GAP: Final = "…"
_BETWEEN: Final = "[^,。;:]{0,8}?"
_FIRST_YEAR: Final = 1800
_LAST_YEAR: Final = 9999


class Event(NamedTuple):
    """What took place in certain years only."""

    words: tuple[str, ...]
    first: int
    last: int
    every: int = 0
    """Years from one to the next; 0 of what took place once."""
    never: tuple[str, ...] = ()
    """What before it makes it something else."""

    def around(self, year: int) -> tuple[int, int]:
        """First and last year of the one that is nearest before ``year``, or on."""
        ahead = (year - self.first) // self.every * self.every if self.every else 0
        return self.first + max(0, ahead), self.last + max(0, ahead)

    @property
    def pattern(self) -> re.Pattern[str]:
        """Finds it; compiled for an event that ``may_stand_in`` a text, of 100 a few."""
        return _compiled("{words}", self.words)

    def may_stand_in(self, words: str) -> bool:
        """Whether ``words``, which are without quotation marks, hold one of its own."""
        return any(it.partition(_GAP)[0] in words for it in self.words)


class CountedYears(NamedTuple):
    """What is counted from a year on: 建党102周年."""

    words: tuple[str, ...]
    form: str
    """The pattern around ``{words}``, with a group ``count``."""
    since: int
    step: int
    """``since``, ``step`` and the count make the year."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """Finds it."""
        return _compiled(self.form, self.words)

    def may_stand_in(self, words: str) -> bool:
        """As of an event."""
        return any(it in words for it in self.words)


class Events(NamedTuple):
    """All that is known."""

    counted: tuple[CountedYears, ...]
    events: tuple[Event, ...]


@cache
def load_events() -> Events:
    """What both files say, a person's first.

    Raises:
        LexiconError: a person's file is not TOML, or not of the shape of ours; it names the line.
    """
    ours = _read(tomllib.loads(_SHIPPED.read_text(encoding="utf-8")))
    own = own_file(_SHIPPED.name)
    if own is None:
        return ours
    try:
        theirs = _read(own.content)
    except Fault as fault:
        raise own.blamed(fault) from None
    return Events(theirs.counted + ours.counted, theirs.events + ours.events)


def _read(raw: dict[str, Any]) -> Events:
    counted: list[CountedYears] = []
    events: list[Event] = []
    for name, entries in raw.items():
        if name not in _HOW:
            raise Fault((name,), f"“{name}”不是词表中的名称")
        if not isinstance(entries, list):
            raise Fault((name,), f"每条应写作 [[{name}]] 和 {_HOW[name]}")
        for number, entry in enumerate(entries):
            way = (name, number)
            if not isinstance(entry, dict) or "words" not in entry:
                raise Fault(way, f"每条应写作 [[{name}]] 和 {_HOW[name]}")
            for key in entry.keys() - _KEYS[name]:
                raise Fault((*way, key), f"“{key}”不是词表中的名称，应写作 {_HOW[name]}")
            words = unquoted(check_words(entry["words"], (*way, "words")))
            match name:
                case "anniversary":
                    counted.append(CountedYears(words, _ANNIVERSARY, _year(entry, "since", way), 0))
                case "day":
                    counted.append(CountedYears(words, _DAY, _year(entry, "first", way), -1))
                case _:
                    first, last = _year(entry, "first", way), _year(entry, "last", way)
                    every = entry.get("every", 0)
                    if not isinstance(every, int) or every < 0:
                        raise Fault((*way, "every"), "“every”应为几年一次的年数，如 5")
                    never = unquoted(check_words(entry.get("never", []), (*way, "never")))
                    events.append(Event(words, first, last, every, never))
    return Events(tuple(counted), tuple(events))


@cache
def _compiled(form: str, words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(form.replace("{words}", "|".join(map(_quoted, words))))


def _quoted(word: str) -> str:
    """The word, wherever quotes stand in it; … is a few characters of the same clause."""
    return r"[\"']?".join(_BETWEEN if it == _GAP else re.escape(it) for it in word)


def _year(entry: dict[str, Any], key: str, way: tuple[str | int, ...]) -> int:
    value = entry.get(key, _LAST_YEAR if key == "last" else None)
    if not isinstance(value, int) or not _FIRST_YEAR <= value <= _LAST_YEAR:
        raise Fault(way, f"“{key}”应为四位数字的年份")
    return value

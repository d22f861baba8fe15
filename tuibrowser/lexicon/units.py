"""What the grammar of figures is made of: ``units.toml`` of this folder, compiled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tuibrowser.lexicon.counting import Counting, counting_of
from tuibrowser.lexicon.patterns import any_of, longest_first


@dataclass(frozen=True, slots=True)
class Units:
    """What the grammar of figures is made of."""

    always: tuple[str, ...]
    countable: frozenset[str]
    numbered: frozenset[str]
    """Units that a number from eleven up, in Chinese, numbers: 二十大."""
    before: tuple[str, ...]
    before_powers: tuple[str, ...]
    after: tuple[str, ...]
    trailing: tuple[str, ...]
    no_hedges: tuple[str, ...]
    """Words that only end like a hedge."""
    parted_before: tuple[tuple[str, tuple[str, ...]], ...]
    """With what behind it the last character of a longer unit begins a word: 42条|目标."""
    not_before: Mapping[str, tuple[str, ...]]
    yet_before: Mapping[str, tuple[str, ...]]
    """Longer words that begin like those and are counted."""
    closes_clause: frozenset[str]
    """Units that count only where a clause ends with them."""
    bare_after: tuple[str, ...]
    """What is counted without unit: 点击量6.2万."""
    money: tuple[str, ...]
    """What a number in 万 or 亿 without unit is of, if it is of money: 投入资金200万."""
    zero_after: tuple[str, ...]
    """Of what a zero in Chinese tells: 复议零件."""
    idioms: tuple[str, ...]
    marks_near: tuple[str, ...]
    ages_near: tuple[str, ...]
    """Words near years that somebody's age has not."""
    took_near: tuple[str, ...]
    """Words near working days that something took, which are else a limit."""
    periods: re.Pattern[str]
    named_by_few: frozenset[str]
    built: re.Pattern[str]
    """What ends in a verb behind which things are counted, however they are named: 建成三个窗口."""
    ideas: re.Pattern[str]
    """What begins with a thing that nobody counts: 三个统一, 五个方面."""
    one_counts: frozenset[str]
    one_of: Mapping[str, tuple[str, ...]]
    """Of what 一 counts where a clause ends with the unit: 公园一处, but 融为一处."""
    counting: Counting


@cache
def shipped_units() -> frozenset[str]:
    """``Units.countable`` without a person's own: 7 ms, where all of the lexicon takes 200."""
    table = Path(__file__).with_name("units.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(table)["countable"])


def units_of(raw: Mapping[str, Any]) -> Units:
    """Compile the table as the TOML has it."""
    return Units(
        always=tuple(sorted(raw["always"], key=len, reverse=True)),
        countable=frozenset(raw["countable"]),
        numbered=frozenset(raw["numbered"]),
        before=tuple(raw["before"]),
        before_powers=tuple(raw["before_powers"]),
        after=tuple(raw["after"]),
        trailing=tuple(raw["trailing"]),
        no_hedges=tuple(raw["no_hedges"]),
        parted_before=tuple((it, tuple(words)) for it, words in raw["parted_before"].items()),
        not_before={unit: tuple(words) for unit, words in raw["not_before"].items()},
        yet_before={unit: tuple(words) for unit, words in raw["yet_before"].items()},
        closes_clause=frozenset(raw["closes_clause"]),
        bare_after=tuple(raw["bare_after"]),
        money=tuple(sorted(raw["money"], key=len, reverse=True)),
        zero_after=tuple(raw["zero_after"]),
        idioms=tuple(raw["idioms"]),
        marks_near=tuple(raw["marks_near"]),
        ages_near=tuple(raw["ages_near"]),
        took_near=tuple(raw["took_near"]),
        periods=any_of(raw["periods"]),
        named_by_few=frozenset(raw["named_by_few"]),
        # 建成三个广场、两条长廊
        built=re.compile(
            f"(?:{longest_first(raw['built'])})了?(?:[一二三四五六七八九十两\\d]+[^,。;、]{{2,12}}[、和])*$"
        ),
        ideas=re.compile(f"[^,。;、]{{0,4}}(?:{longest_first(raw['ideas'])})"),
        one_counts=frozenset(raw["one_counts"]),
        one_of={unit: tuple(words) for unit, words in raw["one_of"].items()},
        counting=counting_of(raw["counting"], raw["countable"], raw["after"]),
    )

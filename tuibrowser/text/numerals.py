"""Numbers as Chinese prose writes them."""

from __future__ import annotations

import re
from typing import Final

_DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_POWERS: Final = {"十": 10, "百": 100, "千": 1000}
_MYRIADS: Final = {"万": 10**4, "亿": 10**8}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_SMALL = re.compile("[零一二三四五六七八九十]+")
_ASCII = re.compile(r"\d+")
_SPELT = re.compile("[零〇一二两三四五六七八九]+")

NUMERAL: Final = "零〇一二两三四五六七八九十百千万亿"
"""The characters of a Chinese numeral."""


def parse_numeral(numeral: str) -> int:
    """The value of a Chinese numeral: 三百五十 is 350, 三百五 too, 二〇二三 is 2023, 百 is 100.

    Raises:
        ValueError: a character is no numeral, or there is none.
    """
    if not numeral:
        raise ValueError("empty numeral")
    if len(numeral) > 1 and _SPELT.fullmatch(numeral):
        return int("".join(str(_DIGITS[character]) for character in numeral))
    total = section = digit = last_power = 0
    for character in numeral:
        if character in _DIGITS:
            digit = _DIGITS[character]
            last_power = last_power if digit else 0  # 三百零五 is 305, 三百五 350
        elif character in _POWERS:
            last_power = _POWERS[character]
            section += (digit or 1) * last_power
            digit = 0
        elif character in _MYRIADS:
            last_power = _MYRIADS[character]
            # 亿 scales all before it (一万亿), 万 only what stands since (一亿二千万).
            if character == "亿":
                total = (total + section + digit or 1) * last_power
            else:
                total += (section + digit or 1) * last_power
            section = digit = 0
        else:
            raise ValueError(f"not a numeral: {character!r}")
    if digit and last_power >= 100:
        digit *= last_power // 10
    return total + section + digit


def parse_ordinal(marker: str) -> int | None:
    """The number that a marker counts with: 12 of ``12.``, 21 of ``（二十一）``, 3 of ``③``.

    Up to 99 in Chinese; of characters that make no such number the first counts.

    Returns:
        ``None`` where nothing is counted (首先).
    """
    if digits := _ASCII.search(marker):
        return int(digits[0])
    if marker and (circled := _CIRCLED.find(marker[0])) >= 0:
        return circled + 1
    numeral = _SMALL.search(marker)
    if numeral is None:
        return None
    tens, ten, ones = numeral[0].rpartition("十")
    if not ten:
        return _DIGITS[ones[0]]
    return _small(tens, 1) * 10 + _small(ones, 0)


def _small(digits: str, absent: int) -> int:
    return _DIGITS.get(digits[0], 10) if digits else absent

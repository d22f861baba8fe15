"""Numbers as Chinese prose writes them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

_DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_TENS: Final = {"廿": 20, "卅": 30}
_POWERS: Final = {"十": 10, "百": 100, "千": 1000}
_MYRIADS: Final = {"万": 10**4, "亿": 10**8}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_SMALL = re.compile("[零一二三四五六七八九十]+")
_ASCII = re.compile(r"\d+")
_SPELT = re.compile("[零〇一二两三四五六七八九]+")
# 两三, 二十七八, 七八十, 三四百万: the second digit stands where the first does.
_PAIR = re.compile(
    "(?P<head>(?:[一二两三四五六七八九十百千万]*[十百千万])?)(?P<low>[一二两三四五六七八])"
    "(?P<high>[二两三四五六七八九])(?P<powers>[十百千万亿]*)"
)
_STEPS: Final = frozenset({(3, 5)})
"""Digits that make an approximate pair though they are no neighbours: 三五个."""
_TEEN: Final = re.compile("(?P<low>[二三四五六七八]?十)[几来](?P<high>[二三四五六七八九]十)")
"""What is more than one ten and about the next: 十几二十人."""
_TURNED: Final = "三两"
"""Two or three, the larger first: 三两户, 三两百元."""

_FORMAL: Final = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟圆", "一二三四五六七八九十百千元")
_FORMAL_RUN = re.compile(
    "[壹贰叁肆伍陆柒捌玖](?:[零壹贰叁肆伍陆柒捌玖万亿]*[拾佰仟][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*圆?|[万亿]*[元圆])"
)
"""A numeral as on a cheque; 伍 and 陆 alone are part of words: 队伍, 登陆."""

NUMERAL: Final = "零〇一二两三四五六七八九十廿卅百千万亿"
"""The characters of a Chinese numeral."""
ZERO: Final = "〇○零0oOОоΟο"
"""What is written for the zero of 二〇二三, letters of three alphabets among it."""
ZEROS: Final = str.maketrans({**dict.fromkeys(ZERO, "〇"), "两": "二"})
"""What makes a numeral of a year so written."""
READ_OUT: Final = str.maketrans("0123456789", "〇一二三四五六七八九")
"""What writes digits as a year is read out."""


def whole_number(written: str) -> int:
    """The value of a whole number in digits or numerals.

    Raises:
        ValueError: it is none.
    """
    return int(written) if written.isascii() else parse_numeral(written)


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
        elif character in _TENS:
            section += _TENS[character]
            last_power = 10
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


def plain_numerals(text: str) -> str:
    """``text``, as long as before, with formal numerals as prose has them: 叁仟圆 is 三千元."""
    return _FORMAL_RUN.sub(lambda it: it[0].translate(_FORMAL), text)


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


def parse_decimal(numeral: str) -> Decimal:
    """The value of a Chinese numeral that may have a point: 九十八点五 is 98.5, 一点二万 12,000.

    Raises:
        ValueError: it is no numeral.
    """
    whole, point, rest = numeral.partition("点")
    if not point:
        return Decimal(parse_numeral(numeral))
    digits = rest.rstrip("万亿")
    if not digits or not all(character in _DIGITS for character in digits):
        raise ValueError(f"not a decimal: {numeral!r}")
    spelt = "".join(str(_DIGITS[character]) for character in digits)
    value = Decimal(f"{parse_numeral(whole)}.{spelt}")
    for power in rest[len(digits) :]:
        value *= _MYRIADS[power]
    return value


def parse_pair(numeral: str) -> tuple[int, int] | None:
    """Both ends of an approximate pair: 两三 is 2 and 3, 七八十 70 and 80; ``None`` for others."""
    if teen := _TEEN.fullmatch(numeral):
        low, high = parse_numeral(teen["low"]), parse_numeral(teen["high"])
        return (low, high) if high == low + 10 else None
    match = _PAIR.fullmatch(numeral)
    if not match:
        return None
    first, second = match["low"], match["high"]
    if first + second == _TURNED:
        first, second = second, first
    low, high = _DIGITS[first], _DIGITS[second]
    if high != low + 1 and (low, high) not in _STEPS:
        return None
    head, powers = match["head"], match["powers"]
    return parse_numeral(head + first + powers), parse_numeral(head + second + powers)

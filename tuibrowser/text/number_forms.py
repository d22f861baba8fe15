"""The ways in which one number is written: 3000, 3,000, 三千; 12, 十二; 98.5%, 百分之九十八点五."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from tuibrowser.text.numerals import NUMERAL, parse_numeral

_DIGITS: Final = "零一二三四五六七八九"
_SAID: Final = "〇" + _DIGITS
_HEARD: Final = str.maketrans(_SAID, "00123456789")
_SPELT: Final = str.maketrans("0123456789", "〇一二三四五六七八九")
_POWERS: Final = ("", "十", "百", "千")
_TENS: Final = {"二十": "廿", "三十": "卅"}
"""How the tens are written that have a character of their own."""
_MYRIADS: Final = {"亿": 10**8, "万": 10**4}
_LARGEST: Final = 10**12

_SCALES: Final = {"百": 100, "千": 1000, "百万": 10**6, "千万": 10**7, **_MYRIADS, "": 1}
_ARABIC: Final = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)([百千]?万|[百千亿]|)(%?)", re.ASCII)
# 3万4000 and 3万4千 are 34,000.
_MIXED: Final = re.compile(r"(\d{1,4})万(?:(\d{4})|(\d)千)", re.ASCII)
_PER_CENT: Final = "百分之"
_CHINESE: Final = re.compile(f"({_PER_CENT})?([{NUMERAL}]+)(?:点([{_SAID}]+))?")
NUMBER: Final = re.compile(
    r"\d{1,4}万(?:\d{4}|\d千)(?!\d)"
    rf"|\d[\d,.]*(?<![,.])(?:[百千]?万|[百千亿])?%?|(?:{_PER_CENT})?[{NUMERAL}]+(?:点[{_SAID}]+)?",
    re.ASCII,
)
"""Finds what may be a number."""

_YEARS: Final = range(1900, 2100)


def forms(written: str) -> tuple[str, ...]:
    """The other ways to write the number ``written`` (as search compares it); may be none."""
    value, is_rate = _value(written)
    if value is None or not 0 <= value < _LARGEST:
        return ()
    rate, before = ("%", _PER_CENT) if is_rate else ("", "")
    found = [_arabic(value) + rate, _grouped(value) + rate]
    if is_rate:
        found += [_arabic(value) + zeros + rate for zeros in _zeros(value)]
        found += [f"{_PER_CENT}百"] if value == 100 else []
    if value == value.to_integral_value():
        number = int(value)
        found += [before + one for one in _chinese(number)]
        if number in _YEARS and not is_rate:
            found.append(str(number).translate(_SPELT))
            found.append(str(number).translate(_SPELT).replace("〇", "零"))
    else:
        whole, _, rest = _arabic(value).partition(".")
        decimals = rest.translate(_SPELT).replace("〇", "零")
        found.append(f"{before}{_chinese(int(whole))[0]}点{decimals}")
    if not is_rate:
        for sign, scale in _MYRIADS.items():
            scaled = value / scale
            if scaled >= 1 and scaled == round(scaled, 2):
                found.append(_arabic(scaled) + sign)
        found += [*_mixed(value), *_with_power(value)]
    return tuple(dict.fromkeys(one for one in found if one != written))


def _value(written: str) -> tuple[Decimal | None, bool]:
    if mixed := _MIXED.fullmatch(written):
        myriads, rest, thousands = mixed.groups()
        below = int(rest) if rest else int(thousands) * 1000
        return Decimal(int(myriads) * 10**4 + below), False
    if arabic := _ARABIC.fullmatch(written):
        scale = _SCALES[arabic[2]]
        return Decimal(arabic[1].replace(",", "")) * scale, bool(arabic[3])
    if chinese := _CHINESE.fullmatch(written):
        before, whole, decimals = chinese.groups()
        is_spelt = len(whole) > 1 and not set(whole) & set("十百千万亿廿卅")
        # 四五 and 两三 are no 45 and 23; only years are spelt so.
        if is_spelt and len(whole) != 4:
            return None, False
        try:
            value = Decimal(parse_numeral(whole))
            if decimals:
                value = Decimal(f"{value}.{decimals.translate(_HEARD)}")
        except ValueError:
            return None, False
        return value, before is not None
    return None, False


def _mixed(value: Decimal) -> Iterator[str]:
    myriads, rest = divmod(value, 10**4)
    if 1 <= myriads < 10**4 and rest >= 1000 and rest == int(rest):
        yield f"{int(myriads)}万{int(rest)}"
        if rest % 1000 == 0:
            yield f"{int(myriads)}万{int(rest) // 1000}千"


def _with_power(value: Decimal) -> Iterator[str]:
    """3千, 8百, 5百万: one digit before a power of ten."""
    for sign in ("百", "千", "百万", "千万"):
        digit = value / _SCALES[sign]
        if 1 <= digit < 10 and digit == int(digit):
            yield f"{int(digit)}{sign}"


def _zeros(value: Decimal) -> tuple[str, ...]:
    """What a rate may end in: 98.0%, 98.00%, 98.50%."""
    places = len(_arabic(value).partition(".")[2])
    return (".0", ".00") if not places else ("0",) * (places == 1)


def _arabic(value: Decimal) -> str:
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _grouped(value: Decimal) -> str:
    whole, point, rest = _arabic(value).partition(".")
    return f"{int(whole):,}{point}{rest}"


def _chinese(number: int) -> tuple[str, ...]:
    """``number`` in full; with 两 where that is said, too."""
    if number < 10:
        plain = _DIGITS[number]
        return (plain, "两") if number == 2 else (plain,)
    text = _read(number)
    spoken = re.sub("二(?=[百千万亿])", "两", text)
    brief = re.sub("^一(?=十)", "", text)
    tens = [text.replace(long, short) for long, short in _TENS.items() if text.startswith(long)]
    return tuple(dict.fromkeys((brief, spoken, text, *tens)))


def _read(number: int) -> str:
    for sign, scale in _MYRIADS.items():
        if number >= scale:
            high, low = divmod(number, scale)
            gap = "零" if 0 < low < scale // 10 else ""
            return _read(high) + sign + (gap + _read(low) if low else "")
    text, digits = "", str(number)
    for power, digit in enumerate(reversed(digits)):
        if digit != "0":
            text = _DIGITS[int(digit)] + _POWERS[power] + text
        elif text and not text.startswith("零"):
            text = "零" + text
    return text

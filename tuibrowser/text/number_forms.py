"""The ways in which one number is written: 3000, 3,000, 三千; 12, 十二; 98.5%, 百分之九十八点五;
1/3, 三分之一; Ⅳ, 4."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from tuibrowser.text.numerals import NUMERAL, READ_OUT, parse_numeral, parse_pair, whole_number

_DIGITS: Final = "零一二三四五六七八九"
_SAID: Final = "〇" + _DIGITS
_HEARD: Final = str.maketrans(_SAID, "00123456789")
_POWERS: Final = ("", "十", "百", "千")
_TENS: Final = {"二十": "廿", "三十": "卅"}
"""How the tens are written that have a character of their own."""
_MYRIADS: Final = {"亿": 10**8, "万": 10**4}
_LARGEST: Final = 10**12

_SCALES: Final = {"百": 100, "千": 1000, "百万": 10**6, "千万": 10**7, **_MYRIADS, "": 1}
# 3万4000 and 3万4千 are 34,000.
_MIXED: Final = re.compile(r"(\d{1,4})万(?:(\d{4})|(\d)千)", re.ASCII)
_PER_CENT: Final = "百分之"
_ALL: Final = ("百分之百", "百分百")
_PER_MILLE: Final = "千分之"
# 百分之97.5 and 千分之3 are dictated so.
_ARABIC: Final = re.compile(
    rf"({_PER_CENT})?(\d+(?:,\d{{3}})*(?:\.\d+)?)([百千]?万|[百千亿]|)(%?)", re.ASCII
)
_CHINESE: Final = re.compile(f"({_PER_CENT}|{_PER_MILLE})?([{NUMERAL}]+)(?:点([{_SAID}]+))?")
_MILLE: Final = re.compile(rf"(\d+(?:\.\d+)?)‰|{_PER_MILLE}(\d+(?:\.\d+)?)", re.ASCII)
_TENTHS: Final = re.compile("([一二三四五六七八九1-9])成")
_FRACTION: Final = re.compile(r"(\d{1,3})/(\d{1,3})", re.ASCII)
_SAID_FRACTION: Final = re.compile(
    rf"([{NUMERAL}]+|\d{{1,3}})分之([{NUMERAL}]+|\d{{1,3}})", re.ASCII
)
_ROMAN: Final = ("", *["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"])
ROMAN: Final = frozenset(_ROMAN[1:])
"""Numbers that may as well be letters: only what is ranked is numbered so, Ⅳ级, Ⅱ类."""
NUMBER: Final = re.compile(
    r"百分百|\d{1,4}万(?:\d{4}|\d千)(?!\d)"
    r"|\d{1,3}/\d{1,3}(?![\d/])|\d+(?:\.\d+)?‰"
    rf"|(?:[{NUMERAL}]+|\d+)分之(?:[{NUMERAL}]+(?:点[{_SAID}]+)?|\d+(?:\.\d+)?)"
    r"|[一二三四五六七八九1-9]成(?=以|左右|多|的|\W|$)"
    rf"|\d[\d,.]*(?<![,.])(?:[百千]?万|[百千亿])?%?|[{NUMERAL}]+(?:点[{_SAID}]+)?"
    rf"|(?<![a-z])(?:{'|'.join(sorted(ROMAN, reverse=True))})(?![a-z])",
    re.ASCII,
)
"""Finds what may be a number."""

_YEARS: Final = range(1900, 2100)
_MOST_SPELT: Final = 5
"""Digits that are read out one by one, as of a hotline; of a longer number nobody does."""


def forms(written: str) -> tuple[str, ...]:
    """The other ways to write the number ``written`` (as search compares it); may be none."""
    if fraction := _fraction(written):
        return tuple(one for one in _fractions(*fraction) if one != written)
    value, is_rate = (Decimal(100), True) if written in _ALL else _value(written)
    if value is None or not 0 <= value < _LARGEST:
        return ()
    rate, before = ("%", _PER_CENT) if is_rate else ("", "")
    found = [_arabic(value) + rate, _grouped(value) + rate]
    if is_rate:
        found += [_arabic(value) + zeros + rate for zeros in _zeros(value)]
        found += _ALL if value == 100 else ()
        found += _tenths_and_mille(value)
        found.append(_PER_CENT + _arabic(value))
    if value == value.to_integral_value():
        number = int(value)
        found += [before + one for one in _chinese(number)]
        if not is_rate:
            found += _read_out(number)
            found += _ROMAN[number : number + 1] if number else ()
    else:
        whole, _, rest = _arabic(value).partition(".")
        decimals = rest.translate(READ_OUT).replace("〇", "零")
        found.append(f"{before}{_chinese(int(whole))[0]}点{decimals}")
    if not is_rate:
        for sign, scale in _MYRIADS.items():
            scaled = value / scale
            if scaled >= 1 and scaled == round(scaled, 2):
                found.append(_arabic(scaled) + sign)
                found += [cents + sign for cents in _with_cents(scaled)]
        found += [*_mixed(value), *_with_power(value)]
        found += _with_cents(value)
    return tuple(dict.fromkeys(one for one in found if one != written))


def _value(written: str) -> tuple[Decimal | None, bool]:
    if mixed := _MIXED.fullmatch(written):
        myriads, rest, thousands = mixed.groups()
        below = int(rest) if rest else int(thousands) * 1000
        return Decimal(int(myriads) * 10**4 + below), False
    if arabic := _ARABIC.fullmatch(written):
        before, digits, scale, sign = arabic.groups()
        return Decimal(digits.replace(",", "")) * _SCALES[scale], bool(before or sign)
    if tenths := _TENTHS.fullmatch(written):
        return Decimal(whole_number(tenths[1]) * 10), True
    if mille := _MILLE.fullmatch(written):
        return Decimal(mille[1] or mille[2]) / 10, True
    if written in ROMAN:
        return Decimal(_ROMAN.index(written)), False
    if chinese := _CHINESE.fullmatch(written):
        before, whole, decimals = chinese.groups()
        is_spelt = len(whole) > 1 and not set(whole) & set("十百千万亿廿卅")
        # 四五 and 两三 are no 45 and 23; 八五 is read out, as 三一五 is.
        if is_spelt and (len(whole) > _MOST_SPELT or parse_pair(whole) or "两" in whole):
            return None, False
        try:
            value = Decimal(parse_numeral(whole))
            if decimals:
                value = Decimal(f"{value}.{decimals.translate(_HEARD)}")
        except ValueError:
            return None, False
        return value / 10 if before == _PER_MILLE else value, before is not None
    return None, False


def _fraction(written: str) -> tuple[int, int] | None:
    """Numerator and denominator; none of what is more than all, or a rate."""
    if ascii_ := _FRACTION.fullmatch(written):
        above, below = int(ascii_[1]), int(ascii_[2])
    elif said := _SAID_FRACTION.fullmatch(written):
        try:
            above, below = whole_number(said[2]), whole_number(said[1])
        except ValueError:
            return None
    else:
        return None
    return (above, below) if 0 < above < below and below not in (100, 1000) else None


def _fractions(above: int, below: int) -> Iterator[str]:
    yield f"{above}/{below}"
    for one in _chinese(below):
        for other in _chinese(above):
            yield f"{one}分之{other}"
    yield f"{below}分之{above}"


def _tenths_and_mille(value: Decimal) -> Iterator[str]:
    """九成 for 90%; 5‰ and 千分之五 for 0.5%."""
    if value % 10 == 0 and 0 < value < 100:
        yield f"{_DIGITS[int(value) // 10]}成"
        yield f"{int(value) // 10}成"
    if 0 < value < 1:
        yield f"{_arabic(value * 10)}‰"
        yield f"{_PER_MILLE}{_arabic(value * 10)}"
        if value * 10 == int(value * 10):
            yield f"{_PER_MILLE}{_DIGITS[int(value * 10)]}"


def _read_out(number: int) -> Iterator[str]:
    """Digit by digit: 二〇二三, 一二三四五热线, 八五普法."""
    digits = str(number)
    if number in _YEARS or (1 < len(digits) <= _MOST_SPELT and not digits.endswith("00")):
        spelt = digits.translate(READ_OUT)
        if not parse_pair(spelt):
            yield from dict.fromkeys((spelt, spelt.replace("〇", "零")))


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


def _with_cents(value: Decimal) -> tuple[str, ...]:
    """Two decimals, as an amount of money has, where one is enough."""
    if value == int(value) or value != round(value, 1):
        return ()
    return f"{value:.2f}", f"{value:,.2f}"


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
    spoken = re.sub("(?<!十)二(?=[百千万亿])", "两", text)
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

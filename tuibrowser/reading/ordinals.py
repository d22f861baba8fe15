"""Numbers of headings and lists as word processors draw them.

The formats bear the names of ECMA-376 (17.18.59 ST_NumberFormat); readers of other formats map
theirs onto them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_LEGAL: Final = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")
_SPOKEN: Final = ("零一二三四五六七八九", "十百千")
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_FULL_WIDTH: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST: Final = 9_999
"""Beyond it every format is written in digits: no list has as many items, files made to harm say
they have."""
_SPOKEN_FORMATS: Final = frozenset({
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
    "taiwaneseCountingThousand", "koreanCounting", "ideographDigital", "japaneseDigitalTenThousand",
    "taiwaneseDigital", "koreanDigital2",
})  # fmt: skip
_LEGAL_FORMATS: Final = frozenset({
    "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal",
})  # fmt: skip
# First character and how many there are.
_ENCLOSED: Final = {
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
    "ideographEnclosedCircle": ("㊀", 10),
}


def ordinal(number: int, style: str) -> str:
    """``number`` in ``style``; in digits where the style is unknown or does not reach so far."""
    if number < 0 or number > _LARGEST:
        return str(number)
    if style in {"none", "bullet"}:
        return ""
    if style in _SPOKEN_FORMATS:
        return _chinese(number, *_SPOKEN, begins_with_ten=True)
    if style in _LEGAL_FORMATS:
        return _chinese(number, *_LEGAL, begins_with_ten=False)
    if style in _ENCLOSED:
        first, many = _ENCLOSED[style]
        return chr(ord(first) + number - 1) if 1 <= number <= many else _circled(number, first)
    return _other(number, style)


def _other(number: int, style: str) -> str:
    write = _WRITERS.get(style)
    return write(number) if write is not None and number else str(number)


def _circled(number: int, first: str) -> str:
    if first == "①" and 21 <= number <= 35:
        return chr(ord("㉑") + number - 21)
    if first == "①" and 36 <= number <= 50:
        return chr(ord("㊱") + number - 36)
    return str(number)


def _chinese(number: int, digits: str, powers: str, begins_with_ten: bool) -> str:
    """十一 rather than 一十一 where spoken; 壹拾壹 on cheques. 105 is 一百零五."""
    if not number:
        return digits[0]
    written = ""
    for at, digit in enumerate(figures := [int(it) for it in str(number)]):
        power = len(figures) - at - 2
        if digit:
            written += digits[digit] + (powers[power] if power >= 0 else "")
        elif written and any(figures[at:]) and not written.endswith(digits[0]):
            written += digits[0]
    ten = digits[1] + powers[0]
    return written[1:] if begins_with_ten and written.startswith(ten) else written


def _letters(number: int) -> str:
    """a to z, then aa, bb, …, as Word counts."""
    return chr(ord("A") + (number - 1) % 26) * min((number - 1) // 26 + 1, 16)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


_WRITERS: Final[dict[str, Callable[[int], str]]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "ideographZodiac": lambda number: _BRANCHES[(number - 1) % 12],
    "ideographZodiacTraditional": lambda number: (
        _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]
    ),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "numberInDash": lambda number: f"- {number} -",
}

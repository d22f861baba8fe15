"""Numbering as reports write it: what may open a heading, what opens a point, and how it counts.

All patterns are for shadows (:mod:`tuibrowser.parsing.lines.source`): folded, without white space.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.text.numerals import parse_ordinal

HAN: Final = "〇\u3400-\u9fff\uf900-\ufaff\ue000-\uf8ff\U00020000-\U0003ffff\U000f0000-\U0010fffd"
"""The inside of a ``[…]``: every ideograph, and private use, where fonts put rare names."""

# Code, not lexicon: numbering is laid down (GB/T 9704).
_TENS = "一二三四五六七八九十"
_CHARGED = "壹贰参肆伍陆柒捌玖拾"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_NUMERAL = rf"[{_TENS}]{{1,3}}"
_ORDINAL = rf"第(?:{_NUMERAL}|\d{{1,2}})"
_COUNTED_ON = f"[{_TENS}]{{1,2}}(?:季度|月|两|期(?!间))"
"""What the number before 、 is counted with: 三、四季度, 五、六月份."""
# 3.5万元 is a quantity, 3.5万元以上的合同 no heading.
_UNITS = "万亿千百元个倍米亩吨公平分岁小年月日号%"
_PARTS = (
    rf"{_ORDINAL}(?:部分|章|篇)[、:,.]?",  # 第一部分 第2章、
    rf"[{_CHARGED}叁]{{1,2}}[、.:,]",  # 壹、 叁.
    rf"[{_STEMS}]、(?![{_STEMS}])",  # 甲、, but 甲、乙双方
    "[ⅰ-ⅻⅠ-Ⅻ]{1,4}[、.:,]",  # Ⅱ、
    rf"(?:i{{1,3}}|iv|vi{{0,3}}|ix|x)[、.:](?=[{HAN}]|20\d\d年)",  # iii. of letters
)
_SECTION = rf"{_ORDINAL}节[、:,.]?"  # 第一节
_CHAPTER = (
    rf"{_NUMERAL}(?:、(?!{_COUNTED_ON})|\.(?=\D|20\d\d年|$)|,(?=\D|20\d\d年)|:"  # 一、 二. 三,
    rf"|[`\\·](?=[{HAN}]|20\d\d年))"  # 一` where the keyboard stood otherwise
)
_ITEMS = (
    rf"\({_NUMERAL}\)[、.,]?",  # (一)、
    rf"[\[【〔]{_NUMERAL}[\]】〕][、.,]?",  # 【一】
    "[㈠-㈩][、.,]?",  # ㈠
    rf"{_NUMERAL}\)[、.]?",  # 一)
    rf"\({_NUMERAL}(?=[{HAN}]{{2}})(?!〇)",  # (一推进…, which nothing closes
)
_DECIMAL = rf"\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}[.、]?(?=[{HAN}\"])(?![{_UNITS}])"  # 1.2推进
_NUMBERS = (
    rf"\d{{1,2}}(?:[.、](?=20\d\d(?:年|-)|\D|$)|,(?=[{HAN}]|20\d\d年))",  # 1. 2、 3,
    "[⒈-⒛]",  # ⒈
    rf"第[{_TENS}]{{1,2}}、(?![第{_TENS}])",  # 第一、, but 第一、第二季度
)
_LETTER = rf"(?:[a-h][.、:]|\([a-h]\)[、.]?)(?=[{HAN}])"  # a. (b)
_BRACKETS = (r"\(\d{1,2}\)[、.]?", r"\d{1,2}\)[、.]?", "[①-⑳⑴-⒇❶-❿]、?")  # (1) 1) ①

MARKER: Final = re.compile(
    f"(?P<part>{'|'.join(_PARTS)})|(?P<section>{_SECTION})|(?P<chapter>{_CHAPTER})"
    f"|(?P<item>{'|'.join(_ITEMS)})|(?P<decimal>{_DECIMAL})|(?P<number>{'|'.join(_NUMBERS)})"
    f"|(?P<bracket>{'|'.join(_BRACKETS)})|(?P<letter>{_LETTER})"
)
"""Numbering at the start of a shadow, by GB/T 9704 (一、 then （一） then 1. then （1）) and as it
is also written: 壹、 Ⅰ、 over 一、, 1.1 below 1., letters that rule all or stand below all."""

BULLETS: Final = "●◆■▲★▶►◇□○◎※➢✓▪◼"
"""Signs that stand before headings in place of a number; the inside of a ``[…]``."""

POINT: Final = re.compile(
    rf"[{_TENS}]{{1,3}}[是要]|首先|其次|再次|再者|最后|第[{_TENS}][,:]|其[{_TENS}][,:]"
)
"""What opens a point inside or at the start of a paragraph."""

RANKS: Final = {
    "part": 0, "section": 1, "chapter": 2, "inner": 3, "item": 4, "styled": 4, "number": 5,
    "bracket": 9, "letter": 10,
}  # fmt: skip
"""Which style rules which where nothing says otherwise, the outermost first; ``inner`` is a 一、
below a 一、, ``styled`` a heading without number that only its style places, and decimals of n
numbers rank n - 1 below ``number``."""

_SERIES = ("⑴", "⒈", "㈠", "❶", "ⅰ", "Ⅰ")
"""First characters of series that count on by code point, at most twenty long."""
_LETTERS = "abcdefgh"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_DIGITS = re.compile(r"\d+(?=[.、)]*$)")
_PLAIN = str.maketrans(f"{_CHARGED}叁", f"{_TENS}三")


def ordinal_of(marker: str) -> int | None:
    """The number that ``marker`` says: 12 for 十二、, 3 for 叁、 Ⅲ、 or ⒊; the last one of 1.2."""
    if digits := _DIGITS.findall(marker):
        return int(digits[-1])
    for first in _SERIES:
        if 0 <= ord(marker[0]) - ord(first) < 20:
            return ord(marker[0]) - ord(first) + 1
    word = marker.rstrip(".、:")
    if len(word) == 1 and word in _STEMS:
        return _STEMS.index(word) + 1
    if len(letter := word.strip("()")) == 1 and letter in _LETTERS:
        return _LETTERS.index(letter) + 1
    return _ROMAN.index(word) + 1 if word in _ROMAN else parse_ordinal(marker.translate(_PLAIN))

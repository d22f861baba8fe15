"""What stands in quotes and brackets, veiled before a clause is read; texts stay as long."""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.parsing.nouns.whole import VEIL

_NUMERALS: Final = "[一二三四五六七八九十百两]"
_COUNTING: Final = (
    rf"[^()]{{0,28}}{_NUMERALS}(?:成|分之)"
    r"|[^()]{1,26}[二三四五六七八九十百两][人名个件起次场家户份][^()]{0,8}\)"
)
_VEILED: Final = re.compile(
    r'《[^《》]{1,60}》|"[^"]{1,40}"'
    rf"|\((?![一二三四五六七八九十]{{1,3}}\)|{_COUNTING})[^()\d]{{1,30}}\)"
)
"""Titles, quotes and brackets in which nothing is counted: of (其中女性三名) the noun looks out."""
_ROUND: Final = str.maketrans("【】［］[]", "()()()")


def round_brackets(text: str) -> str:
    """``text`` with round brackets for others: 办件量【环比增加9%】."""
    return text.translate(_ROUND)


def veiled(text: str) -> str:
    """Folded ``text`` with :data:`VEIL` for each character that is quoted, or set aside."""
    return _VEILED.sub(lambda it: VEIL * len(it[0]), text)

"""Whether a small number in Chinese counts some of what was counted: 两件,一件维持,一件撤回."""

from __future__ import annotations

import re

from tuibrowser.text.numerals import NUMERAL

# Code, not lexicon: how a clause goes on from a count is grammar.
_PART = re.compile("(?:其中|其余|余下|剩余)有?$")
_BECAME = re.compile("[已均正被获尚未经由属系得]")
"""Behind one of them, what became of it: 其中一件已息诉; 其中一件大事 names."""
_COUNTED = re.compile(rf"[{NUMERAL}\d][余多]?(?P<unit>[\u4e00-\u9fff])(?=[^。]*$)")
_FATE = re.compile("(?![不也都没就在一性月接又挨]|小时|工作日)[^,。;、()\\d]{2,6}(?=[,。;)]|$)")
"""What became of one that begins a clause; 一件不漏, 一件一档 and 一次性办结 tell of all."""
_MATTERS = frozenset("件宗例卷份")
"""What fares one by one; 两人结对, 五户联保 and 一起 tell how."""


def counts_some(number: str, unit: str, before: str, after: str) -> bool:
    """Whether ``number`` stands for a part, or goes on a sentence that counted in its unit."""
    is_counted = any(earlier["unit"] == unit for earlier in _COUNTED.finditer(before))
    if _PART.search(before):
        return _BECAME.match(after) is not None or (number != "一" and is_counted)
    goes_on = unit in _MATTERS and is_counted and before.endswith((",", ";"))
    return goes_on and not after.startswith(unit) and _FATE.match(after) is not None

"""What this program wrote itself, which is no report although it quotes reports whole.

Exports are written where the browser was started, as a rule in the folder of reports, and the next
``index`` of that folder finds them: a comparison would be one more text of its first township.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

_EXPORTED: Final = (
    "这是本程序导出的文件，不是报告原文；已改写成报告的，请删去开头的“导出日期”一行再试"
)
_PRINTED: Final = "这是本程序输出的文字，不是报告原文，请指定原来的报告文件"

_DAY: Final = re.compile(r"导出日期：\d{4}-\d{2}-\d{2}(?:$|。)")
"""The second line of every export, below its title; who goes on writing in one takes it away."""
_ABREAST: Final = re.compile(r"={20,}\n-- .+ -{2,}$", re.M)
"""Below the names of reports side by side in a text. A rule alone may stand under any title."""
_FILE: Final = re.compile(r"^文件：.+（sha256 [0-9a-f]{12}）$", re.M)
_HEAD: Final = 8
"""Lines of facts that ``show`` puts before a report, or of names side by side, at most."""


def trouble_of_own(text: str) -> str | None:
    """Why ``text`` is none to take in, if it is the program's own; else ``None``."""
    head = list(islice(_lines(text), _HEAD))
    if len(head) > 1 and _DAY.match(head[1]):
        return _EXPORTED
    above = "\n".join(head)
    return _PRINTED if _ABREAST.search(above) or _FILE.search(above) else None


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.split("\n") if line and not line.isspace())

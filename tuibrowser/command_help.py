"""Clauses of help for commands that no screen of the browser does.

The table of the command line and the help of the browser, of which neither knows the other, take
them from here. It imports nothing of the house: asking for help loads no floor.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

COMMAND_HELP: Final[Mapping[str, str]] = {
    "check": "核对报告或草稿：数据、年份、名称、未填的空白、引用的文件等",
    "coverage": "覆盖情况：哪些单位已报送，五个部分和各领域各写了多少",
    "changes": "逐份统计与上一年相比的变化",
    "reuse": "查找报告的表述还在哪些报告中出现",
    "figures": "列出报告中的数据，按指标、单位和年份",
    "like": "查找其他单位同类工作的表述，写得具体的在前",
}
"""By the name of the command."""

"""What is asked outside of the browser, which nobody would look for there unless told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tuibrowser.text.fold import fold
from tuibrowser.text.typed import matches
from tuibrowser.tui.commands.screen_spec import Row

# Not from the table of commands, which is the command line's.
COMMAND_LINE: Final[Sequence[Row]] = (
    ("tuibrowser check", "核对报告或草稿：数据、年份、名称、未填的空白、引用的文件等"),
    ("tuibrowser coverage", "覆盖情况：哪些单位已报送，各部分和各领域写了多少"),
    ("tuibrowser changes", "逐份统计与上一年相比的变化"),
    ("tuibrowser reuse", "表述还在哪些报告中出现"),
    ("tuibrowser figures", "列出数据，按指标、单位和年份"),
    ("tuibrowser like", "其他单位同类工作的表述"),
)


def outside(typed: str) -> list[Row]:
    """What of it ``typed`` may mean: every word stands in its name or sentence, or is it in pinyin
    or initials."""
    words = fold(typed).split()
    return [
        (name, says)
        for name, says in COMMAND_LINE
        if words and all(word in fold(f"{name} {says}") or matches(word, says) for word in words)
    ]

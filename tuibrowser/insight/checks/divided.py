"""Words by which a list says that its members leave nothing beside them, or exclude each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_HALVES: Final = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        ("专职", "兼职"),
        ("男", "女"),
        ("书面", "口头"),
        ("简易", "一般程序|普通程序"),
        ("上半年", "下半年"),
        ("线上", "线下"),
        ("本级", "村"),
        ("在编|编内", "聘用|编外|合同制|辅助"),
        ("予以公开", "不予公开"),
        ("胜诉", "败诉"),
    )
)
"""Two members that leave nothing beside them."""
_EXCLUSIVE: Final = tuple(
    tuple(map(re.compile, members))
    for members in (
        ("保留|继续有效", "修改|修订|修正", "废止|失效|取消"),
        ("维持", "撤销", "驳回", "终止", "变更|纠正", "撤回"),
        ("(?:立即|当场|立行立|立查立|现场)[整立]?改", "限期整改", "正在整改|(?:其余|剩余)"),
        ("(?<!不)予以公开", "部分公开", "不予公开", "其他处理|无法提供"),
        ("(?<![未不])采纳", "未采纳|不采纳|不予采纳"),
        ("胜诉", "败诉", "未审结|审理中"),
        ("(?<!不)合格", "不合格"),
    )
)
"""What became of a thing, of which only one can."""


def are_halves(one: str, other: str) -> bool:
    """Whether the words of two members say that there is no third."""
    return any(
        (first.search(one) and second.search(other)) or (second.search(one) and first.search(other))
        for first, second in _HALVES
    )


def exclude_each_other(members: Sequence[str]) -> bool:
    """Whether each of the words names another end of a thing that has one."""
    for group in _EXCLUSIVE:
        found = [
            next((at for at, it in enumerate(group) if it.search(one)), None) for one in members
        ]
        if None not in found and len(set(found)) == len(members):
            return True
    return False


def are_all_ends(members: Sequence[str]) -> bool:
    """Whether the words name three ends that exclude each other, which are all as a rule."""
    return len(members) > 2 and exclude_each_other(members)

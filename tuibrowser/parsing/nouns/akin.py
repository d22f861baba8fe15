"""Which units count the same kind of thing: 件 and 起, 人 and 名."""

from __future__ import annotations

from typing import Final

TIMES: Final = frozenset({"次", "场", "期", "场次", "轮", "批", "批次", "轮次"})
"""Units of how often something was done."""
CASES: Final = frozenset({"件", "起", "例", "宗", "桩", "条", "件次"})
PEOPLE: Final = frozenset({"人", "名", "位", "人次"})
HOMES: Final = frozenset({"户", "家", "户次", "家次"})
VISITED: Final = PEOPLE | HOMES
BODIES: Final = frozenset({"户", "家", "所", "支", "个", "村", "辆", "艘", "%"})
"""Units of what may act, or that acts are done to, and is no person."""
MATTERS: Final = CASES | {"项", "类"}
_FAMILIES: Final = (CASES, PEOPLE, HOMES, frozenset({"分钟", "小时"}), TIMES)
RATES: Final = frozenset({"%", "百分点", "千分点", "倍"})


def are_akin(one: str, other: str) -> bool:
    """Whether numbers in these units may count the same thing: 件 and 起."""
    return one == other or any(one in family and other in family for family in _FAMILIES)

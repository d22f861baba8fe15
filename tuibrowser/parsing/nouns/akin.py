"""Which units count the same kind of thing: 件 and 起, 人 and 名."""

from __future__ import annotations

from typing import Final

from tuibrowser.lexicon.akin import families

_AKIN: Final = families().akin
TIMES: Final = _AKIN["times"]
"""Units of how often something was done."""
CASES: Final = _AKIN["cases"]
PEOPLE: Final = _AKIN["people"]
HOMES: Final = _AKIN["homes"]
VISITED: Final = PEOPLE | HOMES
BODIES: Final = frozenset({"户", "家", "所", "支", "个", "村", "辆", "艘", "%"})
"""Units of what may act, or that acts are done to, and is no person."""
MATTERS: Final = CASES | {"项", "类"}
RATES: Final = frozenset({"%", "百分点", "千分点", "倍"})


def are_akin(one: str, other: str) -> bool:
    """Whether numbers in these units may count the same thing: 件 and 起."""
    return one == other or any(one in family and other in family for family in _AKIN.values())

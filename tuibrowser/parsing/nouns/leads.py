"""Words behind which the thing that a number counts stands: 商场、网吧等场所, 被媒体报道."""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.parsing.nouns.whole import VEIL

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_OCCASION: Final = (
    "行动|工作|活动|专项|整治|检查|排查|攻坚|过程|考核|考评|测评|评比|竞赛|[网所]点|中心|大厅|现场"
    f"|[雨风雪汛灾潮洪情]|{VEIL}"
)
"""In the course of what, or where."""
_IN_IT: Final = "中(?![心队小学])|设(?!施|备)|摆|挂"
"""整治行动中拆除, 服务大厅设; but 中心 and 设备."""
_AMONG_OTHERS: Final = (
    "等(?![级次候额距同待效])(?:(?:重点|多个)?(?:方面|领域|环节|行业(?!性|协会))的?)?"
    "(?:多个?)?(?:职能|相关|成员)?(?:部门|单位|科室)?"
)
"""等重点领域, 等相关部门; but 等级."""
_BY_WHOM: Final = (
    "(?<![植棉夹])被(?![诉骗复侵害执征拆盗告查评列困](?!.{0,3}媒体))(?![^,]{1,8}(?:次数|[率数量])$)"
)
"""被媒体报道; but 棉被, 被诉 and 被投诉次数, which are things."""
LEADS: Final = re.compile(
    "|".join(
        (
            "(?<![标目])的",  # but 目的
            "(?<=..)使(?=[^用得命馆者领].)",  # but 使用
            f"(?:{_OCCASION})(?:{_IN_IT})",
            _AMONG_OTHERS,
            _BY_WHOM,
        )
    )
)

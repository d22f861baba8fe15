"""What a number may be limited to: a part of the year, a share, somebody's own, one campaign."""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.insight.checks.prose import Number, Prose

# Code, not lexicon: the grammar of periods, bases and of what is done in a sentence.
OF_PERIOD: Final = re.compile(
    r"上半年|下半年|上年|去年|同期|近[两三五]年|其中|[一二三四1-4]季度|季末|(?<!\d)(?:1[0-2]|[1-9])月(?!底)|期间|当[天日月]|首[批次]|第[一二三四五六七八九十\d]+[批次期轮]"
    r"|活动月|宣传周|宣传月|宣传日"
)
OF_CLAUSE: Final = re.compile(r"每|平均|计划|力争|拟|目标|较|比|至少|新增|新|增加|减少|再")
EARLIER: Final = re.compile(r"[较比](?:上年|去年|同期|20\d\d年)[^,。;]*,")
"""A comparison that ends before the clause."""
BASES: Final = (
    ("town", re.compile(r"镇本级|乡本级|街道本级|镇级|机关|镇机关|本级")),
    ("villages", re.compile(r"各村|村级|村居|村\(社区\)|社区|镇村|各社区|行政村")),
)
_FRAMES: Final = re.compile(
    "开展|组织|举办|召开|会同|联合|联动|与|期间|活动|行动|整治|检查|走访|受理|入[村户]|宣传|中,"
)


def frame_of(prose: Prose, number: Number) -> str:
    """What was done before in the sentence that a number may belong to: 开展治超行动, 与检察院联动.

    Nothing where it stands in the first clause, or nothing is said to be done there.
    """
    start, _ = prose.sentence_at(number.start)
    before = prose.text[start : max(start, prose.clause_start(number.start))]
    return before if _FRAMES.search(before) else ""

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
_EARLIER: Final = re.compile(r"[较比](?:上年|去年|同期|20\d\d年)[^,。;]*,")
"""A comparison that ends before the clause."""
_REACH: Final = 24
"""Characters before a clause that may say of which time it is."""
BASES: Final = (
    ("town", re.compile(r"镇本级|乡本级|街道本级|镇级|机关|镇机关|本级")),
    ("villages", re.compile(r"各村|村级|村居|村\(社区\)|社区|镇村|各社区|行政村")),
)
_STARTS_FROM: Final = re.compile("[^,。;]{0,8}基础上")
_OF_THING: Final = re.compile("的(?!基础|目标|总体)[\u4e00-\u9fff]")
_OF_THAT: Final = re.compile("涉及|惠及|覆盖|吸引|参与|挽回|追回|为")
"""What begins a clause that tells more of what was done before it."""
_FRAMES: Final = re.compile(
    "开展|组织|举办|召开|会同|联合|联动|与|期间|活动|行动|整治|检查|走访|受理|入[村户]|宣传|中,"
)


def is_limited(prose: Prose, number: Number, words: str) -> bool:
    """Whether a number is some of another one, planned or a change, as ``words`` before it or 其中
    in its sentence say."""
    start, _ = prose.sentence_at(number.start)
    return "其中" in prose.text[start : number.start] or OF_CLAUSE.search(words) is not None


def describes(prose: Prose, number: Number) -> bool:
    """Whether a number only says of which kind something is: 流转2300亩的大户."""
    return _OF_THING.match(prose.text, number.end) is not None


def looks_back(prose: Prose, number: Number) -> bool:
    """Whether a plan tells what it starts from: 在全年接待1210人次的基础上."""
    return _STARTS_FROM.match(prose.text, number.end, prose.clause_end(number.end)) is not None


def is_of_period(prose: Prose, number: Number) -> bool:
    """Whether a part of the year or another time is named near before a number, other than to
    compare with."""
    start, _ = prose.sentence_at(number.start)
    first = max(start, prose.clause_start(number.start) - _REACH)
    return OF_PERIOD.search(_EARLIER.sub("", prose.text[first : number.start])) is not None


def frame_of(prose: Prose, number: Number) -> str:
    """What was done before in the sentence that a number may belong to: 开展治超行动, 与检察院联动.

    Nothing where it stands in the first clause, or nothing is said to be done there.
    """
    start, _ = prose.sentence_at(number.start)
    before = prose.text[start : prose.clause_start(number.start)]
    return before if _FRAMES.search(before) else deed_of(prose, number)


def deed_of(prose: Prose, number: Number) -> str:
    """What was done before in the sentence that the number's clause tells more of: 涉及工人52人."""
    start, clause = prose.sentence_at(number.start)[0], prose.clause_start(number.start)
    return prose.text[start:clause] if _OF_THAT.match(prose.text, clause) else ""

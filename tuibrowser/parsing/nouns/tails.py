"""What ends the words behind a number and is no part of what it counts: 90个服务站|作用.

Offsets are into a folded line, veiled as that of ``objects``.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.parsing.nouns.akin import BODIES, PEOPLE
from tuibrowser.parsing.nouns.objects import NOUN_TAIL
from tuibrowser.parsing.nouns.whole import VEIL

_NEAR: Final = 2
# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_ASPECT: Final = re.compile(
    "的[^的,]{0,6}?(?:情况|效果|成效|质量|程序|内容|过程|[^属]性|实施|执行|施行|落实)"
    "(?=进行|开展|作出?|予以|加以|(?:和[^,]{2,6})?评估)"
)
"""What of the things was looked at: 对6部规章的执行效果进行评估."""
_USE: Final = re.compile(
    "(?<=...)(?:的?(?:职能|桥梁|纽带|示范|带动|引领)?作用|"
    "(?<=[心站室所点])(?:规范化|标准化|信息化|示范)(?:建设|改造|提升|创建))$"
)
"""What those that are counted were put to."""
_THEIR_HEAD: Final = re.compile(
    "(?<=..)(?<=[门位道镇乡村区委部业局所])(?:党委|党工委|党组|党?支部)?(?:党政)?"
    "(?:(?:主要|分管)(?:负责人|领导|负责同志)|负责人|书记)$"
)
"""Whose heads they are, where bodies are counted: 20个部门主要负责人."""
_THEIRS: Final = re.compile(
    "(?<=.[员工民生众人户者警师家业体童老女])的?(?:(?:合法|正当|切身)*[权利]益|(?:生命|人身|财产|出行|饮水|用餐)*安全"
    "|(?:住房|就业|就医|入学|出行|生活|用[水电]|饮水)(?:问题|难题|困难))$"
)
"""What of those was seen to who are counted: 90名职工合法权益."""
_THEIR_ENDS: Final = ("益", "安全", "问题", "难题", "困难")
_WHOSE_RATE: Final = re.compile("([^,。;、()的]{2,8}?)(?:[^,。;、()的]{2}|持证上岗|应急处置)率")
_RATED: Final = re.compile(r"(?:[均为达约近超]|全部|达到|保持|稳定|在)*(?=\d|百分)")
"""Things, their rate and how high that is."""
_USED: Final = ("作用", "建设", "改造", "提升", "创建")
_HEADED: Final = ("负责人", "领导", "负责同志", "书记")


def trim_tail(text: str, begin: int, stop: int, unit: str) -> int:
    """Where a noun ends without what was looked at of the things, their use, and their heads.

    Args:
        text: The folded line.
        begin: Where the noun begins.
        stop: Where its clause, or what is said of it, ends.
        unit: What it is counted in.
    """
    if aspect := _ASPECT.search(text, begin + 2, min(len(text), stop + _NEAR)):
        stop = min(stop, aspect.start())
    is_used = text.endswith(_USED, begin, stop)  # a search costs ten times as much
    if is_used and (use := _USE.search(text, begin, stop)):
        stop = use.start()  # 发挥90个服务站作用
    is_headed = unit in BODIES and text.endswith(_HEADED, begin, stop)
    head = _THEIR_HEAD.search(text, begin, stop) if is_headed else None
    veiled = text.rfind(VEIL, begin, stop)
    # 乡镇(街道)主要负责人 are one word, 村(社区)、站所主要负责人 are none.
    if head and (veiled < 0 or text.find("、", veiled, head.start()) > 0):
        stop = head.start()  # 20个部门|主要负责人
    if unit in PEOPLE | BODIES and text.endswith(_THEIR_ENDS, begin, stop):
        theirs = _THEIRS.search(text, begin, stop)
        stop = theirs.start() if theirs else stop
    tail = NOUN_TAIL.search(text[begin:stop])
    return begin + tail.start() if tail else stop


def before_rate(text: str, begin: int, stop: int) -> int:
    """Where things end whose rate is told with how high it is: 9台电梯|投保率93%."""
    is_rate = text.endswith("率", begin, stop)  # a match costs ten times as much
    whose = _WHOSE_RATE.match(text, begin, stop) if is_rate else None
    return whose.end(1) if whose and _RATED.match(text, stop) else stop

"""What a number counts, and over which period: both read from the words around it.

Answers are spans of the folded text without white space that was searched.
"""

from __future__ import annotations

import re

from tuibrowser.model import Span

_CLAUSE_BREAKS = ",。;:!?()"
_SENTENCE_BREAKS = "。!?"
_LONGEST_LEFT = 24
_LONGEST_RIGHT = 16

_POINT_MARK = re.compile(
    r"[一二三四五六七八九十]{1,3}[是要]|(?:首先|其次|再次|最后),?|"
    r"\(?[一二三四五六七八九十\d]{1,3}[)、.]"
)
_LEADING = re.compile(
    r"(?:截[至止].{0,10}(?:底|末|目前|日)|今年以来|今年来|20\d\d年(?:以来|度|底|全年|"
    r"上半年|下半年)?|全年|年内|上半年|"
    r"下半年|我[镇乡]|我街道|我办|全[镇乡]|全街道|本[镇乡]|共|已|累计|总计|合计|其中|先后|"
    r"现有|均|同时|还|并|目前|"
    r"一年来|年度|本年度?|期间|各类)+"
)
# What introduces a number, not what it counts. 行为, 作为 and 平均 are words of their own.
_TRAILING = re.compile(
    r"(?:共计|共有|共|累计|总计|合计|达到|达|约|(?<![行作成])为|(?<!平)均|分别|各|近|已|"
    r"就|只有|仅有|现有|实有|"
    r"(?<![所没])有|是|仅|由|从|至|到|不少于|超过|[“\"])+$"
)
_VERB = re.compile(
    r"(?:组织开展|组织召开|开展|组织|召开|举办|发放|提供|完成|实现|进行|印发|张贴|悬挂|"
    r"制作|制定|出台|邀请|投入|"
    r"新增|新建|建成|打造|配备|聘请|接受|收到|收集|推送|播放|发布|刊发|出动|"
    r"达成)(?=[\u4e00-\u9fff\"《]{2})"
)
# After these the number comes before what it counts: 聘请5名调解员, 进8个村.
_THEN_NOUN = re.compile(
    r"(?:^|[等计织对含了及和与的以向在进入给自]|列入|纳入|包括|涉及|设立|建成|建立|新建|"
    r"新增|打造|配备|聘请|选聘|投入|"
    r"举办|召开|开展|组建|完成|出动|选派|发布|印发|制定|培育|培养|受理|办理|开通|邀请|"
    r"提供|评选|发展|清理|修订|安排|"
    r"达成|形成|覆盖|惠及|整改|走访|发放|查处|立案|解答|接待|选树|处理|深入|吸纳|吸收|"
    r"实现|为辖区|服务|联系)$"
)
_NOUN_ENDS = re.compile(r"\d|进行|参加|开展|全部|以及|并|均|已|到|为|达|全面|上岗|入驻")


def find_noun(shadow: str, start: int, end: int, *, is_rate: bool) -> Span | None:
    """What ``shadow[start:end]`` counts: left of it (调解矛盾纠纷98件) or right (41名执法人员).

    Args:
        shadow: The text.
        start: Where the figure begins.
        end: Where it ends.
        is_rate: One rate may serve an enumeration (参考率、合格率均达100%), a count its last part.
    """
    breaks = _CLAUSE_BREAKS if is_rate else _CLAUSE_BREAKS + "、"
    left = max((shadow.rfind(mark, 0, start) for mark in breaks), default=-1) + 1
    left = _skip(_POINT_MARK, shadow, left, start)
    left = _skip(_LEADING, shadow, left, start)
    right = start
    if earlier := re.search(r"\d", shadow[left:right]):  # 由5天压减至3天 counts what 5天 does
        right = left + earlier.start()
    right = left + len(_TRAILING.sub("", shadow[left:right]))
    comes_after = right <= left or bool(_THEN_NOUN.search(shadow[left:right]))
    if not is_rate and comes_after and (after := _noun_after(shadow, end)):
        return after
    left = _skip(_VERB, shadow, left, right)
    if right - left < 2:
        return _noun_after(shadow, end)
    return max(left, right - _LONGEST_LEFT), right


def _skip(pattern: re.Pattern[str], shadow: str, start: int, end: int) -> int:
    match = pattern.match(shadow, start, end)
    return match.end() if match else start


def _noun_after(shadow: str, end: int) -> Span | None:
    """Up to the next clause, number or verb: 41名行政执法人员参加…"""
    if shadow.startswith("的", end):
        end += 1
    stops = [at for mark in _CLAUSE_BREAKS + "、" if (at := shadow.find(mark, end)) >= 0]
    stop = min([*stops, len(shadow), end + _LONGEST_RIGHT])
    if verb := _NOUN_ENDS.search(shadow, end, stop):
        stop = verb.start()
    return (end, stop) if stop > end else None


def find_period(shadow: str, at: int, periods: re.Pattern[str]) -> Span | None:
    """Span of the last scope word between the sentence's start and ``at``.

    The base of a comparison (较2020年) and the end of a range (2021—2025年) are none.
    """
    begin = max((shadow.rfind(mark, 0, at) for mark in _SENTENCE_BREAKS), default=-1) + 1
    found = None
    for match in periods.finditer(shadow, begin, at):
        if shadow[match.start() - 1 : match.start()] not in {"—", "-", "~", "至", "《", "较", "比"}:
            found = match.span()
    return found

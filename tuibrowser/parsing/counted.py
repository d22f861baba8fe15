"""What a number counts, and over which period: both read from the words around it.

Answers are spans of the folded text without white space that was searched.
"""

from __future__ import annotations

import re

from tuibrowser.model.terms import Span

_CLAUSE_BREAKS = ",。;:!?()"
_SENTENCE_BREAKS = "。!?"
_NO_SCOPE_AFTER = frozenset("—-~至《较比由")
# A line may be a whole page: what stands further away is not looked at.
_LONGEST_CLAUSE = 120
_LONGEST_SENTENCE = 600
_LONGEST_LEFT = 24
_LONGEST_RIGHT = 16
_ENOUGH = 3
_FIGURE = re.compile(
    r"\d[\d.,]*[余多]?[十百千万亿]?[余多]?"
    r"(?:人次|场次|户次|家次|百分点|小时|[件次场名人个份户起家处项天条期部元%]|类|批|支|篇|卷|册)?"
)
_MOVES = re.compile(r"(?:压减|压缩|缩短|提高|提升|增加|增长|增至|下降|降低|降至|减少)")

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
    r"(?:共计|共有|共|累计|总计|合计|达到|达|(?<![规民公])约|(?<![行作成])为|(?<!平)均|分别|各|近|已|"
    r"就|只有|仅有|现有|实有|"
    r"(?<![所没])有|是|仅|由|从|至|到|不少于|超过)+$"
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
    r"实现|为辖区|服务|联系|引导|明确|对照|不少于|[全我本](?:[镇乡县市区局办处]|街道))$"
)
_NOUN_ENDS = re.compile(r"\d|进行|参加|开展|全部|以及|并|均|已|到|(?<![行作])为|达|全面|上岗|入驻")


def find_noun(shadow: str, start: int, end: int, *, is_rate: bool) -> Span | None:
    """What ``shadow[start:end]`` counts: left of it (调解矛盾纠纷98件) or right (41名执法人员).

    Args:
        shadow: The text.
        start: Where the figure begins.
        end: Where it ends.
        is_rate: One rate may serve an enumeration (参考率、合格率均达100%), a count its last part.
    """
    left = _clause_start(shadow, start, is_rate=is_rate)
    left = _skip(_POINT_MARK, shadow, left, start)
    left = _skip(_LEADING, shadow, left, start)
    left, right = _between_figures(shadow, left, start)
    right = left + len(_TRAILING.sub("", shadow[left:right]))
    comes_after = right <= left or bool(_THEN_NOUN.search(shadow[left:right]))
    if not is_rate and comes_after and (after := _noun_after(shadow, end)):
        return after
    left = _skip(_VERB, shadow, left, right)
    if right - left < 2:
        return _noun_after(shadow, end)
    return max(left, right - _LONGEST_LEFT), right


def _clause_start(shadow: str, start: int, *, is_rate: bool) -> int:
    first = max(0, start - _LONGEST_CLAUSE)
    clause = max(first - 1, *(shadow.rfind(mark, first, start) for mark in _CLAUSE_BREAKS)) + 1
    listed = shadow.rfind("、", clause, start) + 1
    # 参考率、合格率均达100% has one figure, 参考率100%、优秀率92% two.
    if listed and (not is_rate or re.search(r"\d", shadow[clause:listed])):
        return listed
    return clause


def _between_figures(shadow: str, left: int, start: int) -> Span:
    """What stands after an earlier figure of the clause if that says enough, else before it.

    与8个站所签订责任书18份 counts 责任书; 由5天压减至3天 counts what 5天 does.
    """
    figures = [m for m in _FIGURE.finditer(shadow, left, start) if not _is_quoted(shadow, left, m)]
    if not figures:
        return left, start
    between = _TRAILING.sub("", shadow[figures[-1].end() : start])
    if len(between) >= _ENOUGH and not _MOVES.match(between):
        return figures[-1].end(), start
    return left, figures[0].start()


def _is_quoted(shadow: str, left: int, match: re.Match[str]) -> bool:
    return shadow.count('"', left, match.start()) % 2 == 1


def _skip(pattern: re.Pattern[str], shadow: str, start: int, end: int) -> int:
    match = pattern.match(shadow, start, end)
    return match.end() if match else start


def _noun_after(shadow: str, end: int) -> Span | None:
    """Up to the next clause, number or verb: 41名行政执法人员参加…"""
    if shadow.startswith("的", end):
        end += 1
    last = min(len(shadow), end + _LONGEST_RIGHT)
    stop = min(
        (at for mark in _CLAUSE_BREAKS + "、" if (at := shadow.find(mark, end, last)) >= 0),
        default=last,
    )
    if verb := _NOUN_ENDS.search(shadow, end, stop):
        stop = verb.start()
    return (end, stop) if stop > end else None


def find_period(shadow: str, at: int, periods: re.Pattern[str]) -> Span | None:
    """Span of the last scope word between the sentence's start and ``at``.

    The base of a comparison (较2020年), the end of a range (2021—2025年), a bound (2018年前) and a
    year in a document's title are none; 年初 holds for its own clause.
    """
    first = max(0, at - _LONGEST_SENTENCE)
    begin = max(first - 1, *(shadow.rfind(mark, first, at) for mark in _SENTENCE_BREAKS)) + 1
    found = None
    for match in periods.finditer(shadow, begin, at):
        before, after = shadow[match.start() - 1 : match.start()], shadow[match.end() : at]
        if before in _NO_SCOPE_AFTER or after.startswith(("前", "以前", "之前", "后", "的")):
            continue
        if shadow.count("《", begin, match.start()) > shadow.count("》", begin, match.start()):
            continue
        if match[0].endswith(("年初", "年底", "年末")) and match[0][0] != "截" and "," in after:
            continue
        found = match.span()
    return found

"""One thing, two values: what a report says twice and not the same.

Only what is said in the same words, verbs of doing and words of the period aside, is one thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from tuibrowser.insight.checks.agreement import contradiction, may_be_one
from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Number, Prose
from tuibrowser.insight.checks.scopes import BASES, frame_of, is_limited, is_of_period

# Code, not lexicon: the grammar of periods, bases and kinds; synonyms of ``retold`` are words.
_WHOLE_YEAR: Final = re.compile(
    r"全年|年内|本年度?|今年以?来?|一年来|累计|截至(?:20\d\d年)?(?:年?底|年?末|12月底?|目前)|截止目前|20\d\d年度?(?=[,共全])|共"
)
_SAME: Final = (
    (re.compile(r"矛盾纠纷|纠纷矛盾|纠纷案件|民间纠纷"), "纠纷"),
    (re.compile(r"成功调解|成功化解|调解成功|调处化解|调处|化解|调解|处置"), "调"),
    (re.compile(r"集中学法|集体学法|学习法律"), "学法"),
    (re.compile(r"宣传资料|宣传材料|宣传品|宣传手册|宣传册|宣传单"), "资料"),
    (re.compile(r"排查出|摸排|排摸"), "排查"),
    (re.compile(r"普法宣传|法治宣传|法律宣传|普法活动"), "普法"),
)
_FILLING: Final = re.compile(
    r"全镇|全乡|全街道|我镇|我乡|我街道|本镇|本乡|镇党委政府|镇政府|法律顾问|目前|现有|共有|已有|已建成|建成|建有|设有|并全部投用|拥有|配备|现|均|已|并|共计?|累计|全年"
    r"|年内|本年度?|今年以?来?|一年来|截至|20\d\d年度?|年?底|年?末|各类|各种|各|了|有效|及时|积极|依法|先后|组织|开展|进行|完成|举办|召开"
    r"|达到?|为|的|等|[\"'()、]"
)
_SPECIFIC: Final = re.compile(
    r"纠纷|信访|案件|处罚|法律顾问|明白人|调解员|执法人员|合同|文件|工单|咨询|法律援助|意见书|隐患|资料|网格员|检查|立案|学法|议案|提案|述法"
)
_STATE: Final = re.compile(r"现有|共有|已有|配备|拥有|下辖|辖|目前|已建成|建有|设有|累计建成")
_STOCK: Final = frozenset("个名支所家座间台辆套处")
"""Units of what there is, rather than of what was done."""
_ACT: Final = re.compile(
    r"培训|组织|开展|选派|表彰|走访|解决|发现|整改|检查|服务(?!站|点|中心)|帮助|处理|处置|化解|调解(?!员|室|委)|查处|参加|邀请"
    r"|推选|评选|创建|打造|发放|办理|新"
)
_SHORTEST: Final = 3
_SHORTEST_OF_INDICATOR: Final = 4
"""Characters from which words say enough where only the catalogue knows what they count; 培训 of
two groups of people are two things."""
_LONGEST: Final = 24


class _Said(NamedTuple):
    prose: Prose
    number: Number
    is_sure: bool
    """Whether it says that this is all there is."""


def check_values(material: Material) -> Iterator[Finding]:
    """Yield what is said with two values."""
    said: dict[tuple[str, str, str], list[_Said]] = defaultdict(list)
    for prose in material.paragraphs:
        for number in prose.numbers:
            key = _key(prose, number)
            if key is not None:
                start = prose.clause_start(number.start)
                before = prose.text[start : number.start]
                sure = _WHOLE_YEAR.search(_scope(prose, number, start)) or _STATE.search(before)
                said[key].append(_Said(prose, number, bool(sure)))
    for them in said.values():
        yield from _differing(them)


def _differing(them: list[_Said]) -> Iterator[Finding]:
    first = them[0]
    for other in them[1:]:
        if (
            not may_be_one(first.number, other.number)
            and (first.is_sure or other.is_sure)
            and _are_of_one_frame(first, other)
        ):
            yield contradiction(first, other)
            return


def _are_of_one_frame(one: _Said, other: _Said) -> bool:
    """Whether neither belongs to a deed that the other does not; one sentence is one."""
    start, end = one.prose.sentence_at(one.number.start)
    if one.prose is other.prose and start <= other.number.start < end:
        return True
    return frame_of(one.prose, one.number) == frame_of(other.prose, other.number)


def _scope(prose: Prose, number: Number, start: int) -> str:
    sentence, _ = prose.sentence_at(number.start)
    return prose.text[max(sentence, start - 40) : number.start]


def _key(prose: Prose, number: Number) -> tuple[str, str, str] | None:
    """What is counted, its unit, whose it is; ``None`` where that is not sure."""
    if number.is_percent or prose.kind_at(number.start) in ("next_plan", "shortcomings"):
        return None
    start = prose.clause_start(number.start)
    before = prose.text[start : number.start]
    # The words of a list's second member are its own.
    inner = prose.numbers_in(start, number.start)
    if inner:
        before = prose.text[inner[-1].end : number.start]
        more = re.search(r"[、和及]", before)
        before = before[more.end() :] if more else ""
    if is_limited(prose, number, before) or is_of_period(prose, number):
        return None
    after = prose.words_behind(number)
    words = before + "|" + after
    if re.search(r"其[他它余]|包括|分别", before):
        return None
    base = next((name for name, pattern in BASES if pattern.search(words)), "")
    plain = _FILLING.sub("", words).replace("|", "")
    for pattern, word in _SAME:
        plain = pattern.sub(word, plain)
    if not _SHORTEST <= len(plain) + 1 <= _LONGEST:
        return None
    is_known = number.figure.indicator is not None and len(plain) >= _SHORTEST_OF_INDICATOR
    is_whole = _WHOLE_YEAR.search(_scope(prose, number, start)) and (
        is_known or _SPECIFIC.search(before + after)
    )
    is_stock = number.figure.unit in _STOCK and not inner and not _ACT.search(before)
    is_named = is_known and bool(_SPECIFIC.search(before + after))
    if is_whole or is_stock or is_named or _STATE.search(before):
        return plain, number.family, base
    return None

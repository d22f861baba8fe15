"""What makes a noun whole that the grammar of the clause found: the head it shares, by whom it is.

其中简易程序38件 are cases, as the 46 before it; 人均51学时 is by head.
Answers are spans of the folded text, read together in their order.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.model.terms import Span

Noun = tuple[Span, ...]
"""Spans that are read together, nearly always one."""

VEIL: Final = "\ue002"
"""Stands for each character of quotes, of titles and of brackets without a number."""
# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_NEAR: Final = 16
"""Characters before a number in which an average stands."""
_EACH: Final = r"每(?:个|一)?(?:行政|自然)?(?:村|社区|人|户|网格|小组|单位|场|期|班|批)(?:\ue002+)?"
_AVERAGE: Final = re.compile(
    rf"(年?人均|户均|村均|案均|件均|[日周月年]均|(?<![国省市县区镇乡])平均(?:{_EACH})?|{_EACH})(?:参加|完成|接受|达到?|[近约]|仅有?|只有?)?$"
)
_BARE_STUDY: Final = re.compile("([人户年月]均(?:学习|培训|参训))(?:达到?|[近约超])?$")
AVERAGE_ONLY: Final = re.compile(rf"平均|(?:平均)?{_EACH}|[人户村日周月年]均")
"""By how many, and nothing else."""
_TOTAL: Final = re.compile(r"(累计|总计)(?:已?达到?|已?有)?$")
_LEVELS: Final = re.compile(r"(?:省|市|县|区|镇|乡|街道|村|社区|组|[、和])+[一二两三四]级(?=...)")
_LABEL: Final = re.compile(r'(?:"[^"\u4e00-\u9fff]{1,20}")+等?(?=..)')
_SLOGAN: Final = re.compile(
    r'《[^《》]{2,40}》(?=配套)|"(?!双随机)[^"]{2,8}[、,][^"]{2,20}"(?=[^"《]{4})|(?:《[^《》]+》[、和]?){2,}(?=[^"《等的]{4})'
    r'|"[^"]{2,10}"(?=(?:微信|政务)?(?:公众号|视频号))|"[^"+]{1,8}\+[^"]{1,8}"(?=..)|"[^"]{2,10}"(?=平均)'
)
"""A slogan, several titles or a channel's name before what says itself what it is."""
_INCLUDING: Final = re.compile(r"(?<=..)\((?:不?含|包括|其中)[^()]+\)$")
_FOR_LEVELS: Final = re.compile(
    r"(?<=..)(?<![村镇乡居县区市道社])\((?:[省市州盟县旗区镇乡村居街道社组级]|[、和及])+\)$"
)
"""For whom they are that are counted: 行政许可(区、镇)29项."""
_LISTED: Final = re.compile("(?<=问题|议题|线索|诉求)(?:清单|台账)$")
"""In what they stand that are counted: 问题清单63项."""
_POOL: Final = re.compile('(?<=[员者师官"])(?:队伍|团队|小组)$')
_INNER: Final = re.compile("带头(?!人)|先后|累计|分别|逐一|各[类级]")
# 干部网上学法112人 are 网上学法 干部, those who do it.
_WHO: Final = re.compile(
    "((?:机关|村|社区|党员|执法|领导|科室|部门|单位|在职|新进|新任)*"
    "(?:干部(?:职工)?|群众|村民|居民|学生|党员|职工|人员|代表|家长|商户|负责人|负责同志|队员))"
    "((?:(?:网上|线上|现场|集中|年终|年度|述职)*(?:学法|述法|述职|参与|参加|参训|参学|参考|报名|受益|旁听|参会|听课|上岗|持证)"
    '|"[^"]{1,6}")[^的,、]{0,6})'
)
_NEW: Final = re.compile("新[增设建]")
_LONG: Final = 6
"""Characters from which only the head of a noun is shared by its parts."""
_SHARED: Final = ("案件", "纠纷", "事项", "投诉", "举报", "警情", "事故")
_SHORT: Final = 4
"""Characters up to which a noun is its own head: 护林员."""
_DOERS: Final = re.compile("[人成队]员$")
_CAME: Final = re.compile("(?P<took>参[训演会赛]|受[训教])|(?:来信)?来访|到访|接访")
"""What people did, with nothing it was done to."""
_STUDY: Final = frozenset({"学时", "课时", "学分"})
"""Units that say themselves what is counted: 人均9学时."""
_PEOPLE: Final = frozenset({"人", "名", "位"})


def trim(text: str, noun: Noun, unit: str) -> Noun:
    """``noun`` without levels (镇、村两级), marks (5G+), adverbs, or the team of its members."""
    spans: list[Span] = []
    for start, end in noun:
        if text[end - 1] == ")":
            asides = (it.search(text, start, end) for it in (_INCLUDING, _FOR_LEVELS))
            end = next((it.start() for it in asides if it), end)  # noqa: PLW2901
        if unit in "项个条件" and (listed := _LISTED.search(text, start, end)):
            end = listed.start()  # noqa: PLW2901
        for pattern in (_LEVELS, _LABEL, _SLOGAN):
            if lead := pattern.match(text, start, end):
                start = lead.end()  # noqa: PLW2901 — the span shrinks
        if unit in _PEOPLE and (pool := _POOL.search(text, start, end)):
            end = pool.start()  # noqa: PLW2901
        for adverb in _INNER.finditer(text, start, end):
            if adverb.start() > start and adverb.end() < end:
                spans.append((start, adverb.start()))
            start = adverb.end() if adverb.end() < end else start  # noqa: PLW2901
        if unit in _PEOPLE and (who := _WHO.fullmatch(text, start, end)):
            spans += [who.span(2), who.span(1)]
        else:
            spans.append((start, end))
    return tuple(spans)


def complete(text: str, noun: Noun, end: int, unit: str, *, is_said: bool, is_all: bool) -> Noun:
    """``noun`` as it is named: trimmed, of all there are, of heads where those are counted.

    Args:
        text: The folded line.
        noun: What is counted.
        end: Where the number's unit ends.
        unit: What it is counted in.
        is_said: Whether the noun was said of an earlier number.
        is_all: Whether that told how many are new, and this tells how many there are.
    """
    if is_all and noun:
        noun = _without_new(text, noun)
    noun = trim(text, noun, unit)
    if unit == "人次" and noun and _counts_heads(text, noun, is_said=is_said):
        noun = (*noun, (end - len(unit), end))  # 培训2期90人次
    return noun


def _counts_heads(text: str, noun: Noun, *, is_said: bool) -> bool:
    """Whether heads are counted of what ``noun`` says was only done: 参训90人次, 来访9批30人次."""
    came = _CAME.fullmatch(text, noun[0][0], noun[-1][1])
    return bool(came and (is_said or came["took"])) or (
        is_said and text.endswith(("训", "接待", "接访"), *noun[-1])
    )


def _without_new(text: str, noun: Noun) -> Noun:
    """What there is in all, where ``noun`` says how many are new: 新增网格员9名,总数90名."""
    (start, end), *rest = noun
    new = _NEW.search(text, start, end)
    if new is None:
        return noun
    if new.end() == end:
        return ((start, new.start()), *rest) if new.start() > start else tuple(rest)
    before = ((start, new.start()),) if new.start() > start else ()
    return (*before, (new.end(), end), *rest)  # 雪亮工程|摄像头


def find_head(text: str, noun: Span, words: Counting) -> Span | None:
    """The word that says what kind of thing ``noun`` is: 案件 of 行政处罚案件.

    A short noun is its own head; of others only known words are.
    """
    start, end = noun
    if not text[start:end].strip(VEIL):
        return noun
    if found := find_known_head(text, noun, words):
        # 简易程序案件, but 专职人民调解员: a kind of cases is named without what they are about.
        shared = end - start > _LONG or text.startswith(_SHARED, found[0])
        return found if shared else noun
    return noun if end - start <= _SHORT else None


def find_known_head(text: str, noun: Span, words: Counting) -> Span | None:
    """The known word that ``noun`` ends with: 居民 of 接诊居民."""
    found = words.heads.search(text, *noun)
    return found.span() if found else None


def qualify(text: str, noun: Noun, start: int, end: int, unit: str, *, is_said: bool) -> Noun:
    """``noun`` with the average or the total that stands right before its number.

    Args:
        text: The folded line.
        noun: What is counted.
        start: Where the number begins.
        end: Where the unit ends.
        unit: Of the number.
        is_said: Whether the noun was said of an earlier number.
    """
    at = text.rfind(unit, start, end) if unit in _STUDY else start  # 60学时以上
    if not noun:
        alone = _AVERAGE.search(text, max(0, start - _NEAR), start) if unit in _STUDY else None
        return (alone.span(1), (at, at + len(unit))) if alone else noun
    near = max(0, start - _NEAR)
    if unit in _STUDY:
        return _study(text, noun, start, (at, at + len(unit)), is_said=is_said)
    if average := _average(text, noun, start):
        if average[0] < noun[-1][1]:
            return average, *noun
        if unit == "分" and not text.endswith(("得分", "成绩"), *noun[-1]):
            at = text.rfind(unit, start, end)
            return *noun, average, (at, at + 1)  # 结业考试|平均|分
        is_theirs = unit not in _PEOPLE and _DOERS.search(text, *noun[-1])
        return (*noun, average) if is_theirs else (average, *noun)  # 办案人员|年人均9件
    if is_said and (total := _TOTAL.search(text, near, start)):
        return total.span(1), *noun
    return noun


def _study(text: str, noun: Noun, start: int, unit: Span, *, is_said: bool) -> Noun:
    """Whose or which study it is, by the hour: 人均学时, 专题培训学时."""
    near = max(0, start - _NEAR)
    if bare := _BARE_STUDY.search(text, near, start):
        return bare.span(1), unit
    average = _average(text, noun, start)
    lead = (average,) if average else ()
    is_course = text.endswith("培训", *noun[-1])
    if lead and not is_said and text.find(",", noun[-1][1], start) >= 0:
        return *lead, unit  # 抓好队伍培训,人均不少于60学时
    is_own = not is_said and not (is_course and lead)
    if is_own or text.endswith(("学法", "学习", "学时", "课时"), *noun[-1]):
        return *lead, *noun
    return (*lead, *noun, unit) if is_course or not lead else (*lead, unit)


def _average(text: str, noun: Noun, start: int) -> Span | None:
    """The average before a number, or before its noun: 人均参加|培训."""
    first = noun[0][0]
    ends = (start, first) if first < start else (start,)
    for end in ends:
        near = max(0, end - _NEAR)
        if text.find("均", near, end) < 0 and text.find("每", near, end) < 0:
            continue  # a search costs ten times as much
        average = _AVERAGE.search(text, near, end)
        if average and not _covers(noun, average.span(1)):
            return average.span(1)
    return None


def _covers(noun: Noun, span: Span) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in noun)

"""Which numbers are of before the year reported on: 去年38件, 由12件减至5件, 较2022年的38件."""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.moves import LAST_YEAR
from tuibrowser.parsing.figures.parts import REACH, Read

# Code, not lexicon: how Chinese compares is grammar; each exception has a test.
YEAR_BEFORE: Final = f"(?:{LAST_YEAR}|前一?年|往年)(?:同期)?"
_WHOLE_YEAR: Final = re.compile(r"(20\d\d)(?:年度?(?:全年)?)?")
_PREVIOUS: Final = re.compile(
    rf"{YEAR_BEFORE}(?:的|为|是|有|共|仅|仅为|只有|全年|底|末|约)*$"
    r"|(?<!较)(?<!比)(?:原来|原先|原有|之前|此前|年初)的?(?:为|是)?$"
)
_YEARS_AGO: Final = re.compile(r"(?:^|[,;])(?:[一两二三四五六七八九十几]年|早年)前,?[^,;:]*$")
_NOW_TOO: Final = re.compile(
    r"今年|本年|(?<![实发出体呈])现|目前|同比|[较比][上去前年]|[增上]升|增[加长至到]|下降|减[少至到]|[升降][至到]|20\d\d"
)
_OWN_YEAR: Final = re.compile(r"(?:去年|上一年度)(?![底末初])")
_NUMBER: Final = re.compile(r"\d")
_FORESEEN: Final = 80
"""Characters behind a number that may tell of now beside it."""
_PREVIOUS_CLAUSE: Final = re.compile(
    rf"^(?:而|其中)?{YEAR_BEFORE}(?!以来|[底末]以来)[^,;:]*$|^(?:原有|原先有|原来有)[^,;:的]*$"
)
_OF_YEAR: Final = re.compile(
    r"(?:[较比于,;:。(]|^)(20\d\d)年(?:度|全年|同期)*(?:的|为|是|共|约|[:(])*$"
)
"""较2022年的38件增加14件, (2022年:38件), 比2022年(38件)."""
_BESIDE_YEAR: Final = re.compile(r"[较比](20\d\d)年(?:同期)?[^,;:。\d]{1,8}$")
_MOVED: Final = re.compile("(?:有所|明显|略有|大幅)?(?:上升|下降|增|减|回落|提)")
"""较2022年投诉量|516件|有所上升."""
_OBJECT: Final = re.compile(
    "(?:[评抽检审核清梳]查|抽取|清理|整改|审[核计议]|公[布开示]|编制|报送|上报|回访|复核|汇编|完成|开展|组织|对)了?$"
)
"""评查|2023年案卷: the year is of what was done, not when."""
_NO_PREVIOUS: Final = re.compile(r"较|比|[加和与及、](?:本年|今年|当年)")
"""In a clause that tells more than of last year: 上年结转和本年新收36件."""
_FROM: Final = re.compile(r"(?:由|从)[^,;:。]{0,10}?(?:的|约|近)*$|[把将][^,;:。]{1,10}$")
_TO_NOW: Final = re.compile(
    r"[^,。;]{0,6}?,?(?:增|升|提|上升|下降|降|减|压|扩|精简|优化|发展|整合|调整|缩|跃|变|到|至)"
    r"[^,。;\d]{0,4}(?:至|到|为|成)?(?:约|近|超过?)?(?=[\d一二两三四五六七八九十百])"
)


def is_previous(shadow: str, read: Read, clause: str, period: str | None, year: int | None) -> bool:
    """Whether the number ``read`` is of before the year reported on; ``clause`` leads to it."""
    if read.said.unit in {"倍", "百分点", "千分点"}:
        return False  # 是上年的1.5倍, 高于上年同期2.4个百分点
    if _PREVIOUS.search(read.before) or _YEARS_AGO.search(read.before):
        return True
    if _FROM.search(read.before) and leads_to_now(read):
        return True
    is_told = _PREVIOUS_CLAUSE.search(clause) and not _NO_PREVIOUS.search(clause)
    if is_told and not _is_own_year(shadow, read, clause):
        return True
    based = _OF_YEAR.search(read.before)
    if based is None and _MOVED.match(read.after):
        based = _BESIDE_YEAR.search(read.before)
    if based and year and int(based[1]) < year:
        return True
    if not is_before(period, year):
        return False
    before, stated, _ = clause.partition(period or "")
    return bool(stated) and not _OBJECT.search(before)


def leads_to_now(read: Read) -> bool:
    """Whether what stands behind a number tells to what it rose or fell: 12件减至5件."""
    return _TO_NOW.match(read.after) is not None


def is_before(period: str | None, year: int | None) -> bool:
    """Whether ``period`` is a whole year before the one reported on."""
    stated = year_of(period)
    return bool(stated and year and stated < year)


def year_of(period: str | None) -> int | None:
    """The year that ``period`` is the whole of."""
    stated = _WHOLE_YEAR.fullmatch(period or "")
    return int(stated[1]) if stated else None


def _is_own_year(shadow: str, read: Read, clause: str) -> bool:
    """Whether 去年 is the year reported on, as in what is written in January: no number before it
    in its sentence, and nothing there or right behind tells of another year."""
    if not _OWN_YEAR.match(clause):
        return False
    first = max(0, read.said.start - 2 * REACH)
    begin = max(first, *(shadow.rfind(it, first, read.said.start) + 1 for it in "。!?"))
    said = shadow[begin : read.said.start]
    beyond = shadow[read.said.end : read.said.end + _FORESEEN]
    return not (_NUMBER.search(said) or _NOW_TOO.search(said + beyond))

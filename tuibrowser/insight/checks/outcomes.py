"""What was done of what was found: 排查136件，成功化解126件.

One pairing serves two checks: that no more is settled than was found, and that a rate is what its
two numbers make.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tuibrowser.insight.checks.prose import Number, Prose

_FOUND: Final = re.compile(
    r"排查|摸排|排摸|受理|收到|接到|接收|接办|登记|发现|查出|承接|承办|交办|转办|应考|应参|应到|应诉|立案|征集|梳理"
    r"|共有|现有|参加|参考|参训|检查|抽查|挂牌|报名|申报|申请|送检|送评|参评|派单|反馈|提出|接收|征求"
)
_SETTLED: Final = re.compile(
    r"化解|调解|调处|调成|办结|结案|整改|答复|回复|处置|解决|成功|销号|合格|及格|通过|整治|消除|采纳|办理|处理|回访|满意"
    r"|持证|出庭|实考|实参|实到|优秀|获批|录用|取证"
)
_DUE: Final = re.compile("应[考参到训]")
_CAME: Final = re.compile("参[考训学加]|[实到][考参到训]")
_FILLING: Final = re.compile(
    r"负责人|限期|当场|立即|立行立改|全镇|全乡|全街道|我镇|我乡|我街道|本镇|镇综治中心|司法所|目前|现|均|已|其中|并|共计?|累计|全年|年内|成功|及时|按期|按时"
    r"|有效|全部|各类|各种|就地|当场|了|被|得到|完成|实现|开展|为|达"
)
_LONGEST_SENTENCE: Final = 400


class Outcome(NamedTuple):
    """Two numbers of one sentence."""

    found: Number
    settled: Number
    found_words: str
    """The clause before the first number, 全年排查各类矛盾纠纷."""
    settled_words: str


def outcomes(prose: Prose) -> Iterator[Outcome]:
    """Yield the pairs of a paragraph, each settled number with the nearest that it may be of."""
    for start, end in prose.sentences():
        numbers = [it for it in prose.numbers_in(start, end) if not it.is_percent]
        if end - start > _LONGEST_SENTENCE * 4:
            continue
        clauses = [_clause(prose, it, start) for it in numbers]
        for at, number in enumerate(numbers):
            came = bool(_CAME.search(clauses[at])) and not _DUE.search(clauses[at])
            if not came and not _settles(clauses[at]):
                continue
            for before in range(at - 1, max(-1, at - 8), -1):
                one = numbers[before]
                if one.family == number.family and _is_whole(came, clauses[before], clauses[at]):
                    if came or _same_object(clauses[before], clauses[at]):
                        yield Outcome(one, number, clauses[before], clauses[at])
                    break


def _clause(prose: Prose, number: Number, start: int) -> str:
    """The words that a number belongs to: before it, and between its unit and the next mark."""
    first = max(start, prose.clause_start(number.start))
    before = prose.text[first : number.start]
    # A list joined by 、 counts one by one.
    before = before.rpartition("、")[2] if re.search(r"\d", before) else before
    return before + prose.text[number.end : min(prose.clause_end(number.end), number.end + 12)]


def _is_whole(came: bool, clause: str, settled: str) -> bool:
    if came:
        return bool(_DUE.search(clause))
    return _finds(clause) or _tries(clause, settled)


def _finds(clause: str) -> bool:
    return bool(_FOUND.search(clause)) and not re.search("成功|未|其中", clause)


def _tries(clause: str, settled: str) -> bool:
    """Whether the second clause tells what the first one came to: 调解211件，成功195件."""
    return bool(
        re.search("调解|调处|处理|承办|化解", clause)
        and not re.search("成功|未|其中", clause)
        and re.search("成功|调成|达成一致", settled)
    )


def _settles(clause: str) -> bool:
    if not _SETTLED.search(clause) or re.search(r"未|不|率|较|同比|上年|去年|计划", clause):
        return False
    return not _FOUND.search(clause) or "成功" in clause


def _same_object(found: str, settled: str) -> bool:
    """Whether the second clause names no other thing than the first."""
    plain = _FILLING.sub("", _SETTLED.sub("", settled))
    plain = re.sub(r"[、和及与的中(\"]", "", plain)
    if len(plain) < 2:
        return True
    return any(plain[at : at + 2] in found for at in range(len(plain) - 1))

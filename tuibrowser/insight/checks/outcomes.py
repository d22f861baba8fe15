"""What was done of what was found: 排查136件，成功化解126件.

One pairing serves two checks: that no more is settled than was found, here, and that a rate is what
its two numbers make (``rates``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.lists import row_value
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Number, Prose
from tuibrowser.lexicon.checks import CheckWords, load_check_words

# Code, not lexicon: the grammar of a clause.
_SUM: Final = re.compile("(?:[两二三]者|全年|一)?(?:合计|共计|总计|总共|共)[为达]?")
_DUE: Final = re.compile("应(?:[考参到训述报检学评]|出席|出庭|参加)")
_CAME: Final = re.compile("参[考训学加]|[实到][考参到训述报检学评]|实际(?=[参到出完述])")
_TRIED: Final = re.compile("调解|调处|处理|承办|化解|办理|领办")
_PLANNED: Final = re.compile("计划|目标|任务|预期")
ALL: Final = re.compile("全部|[全均都]")
_OPEN: Final = re.compile(r"未|不|率|较|同比|[上去前往历]年|同期|计划|(?<!重)拟|另|距|低于|少于")
_NEGATION: Final = re.compile("[未不]")
_AMONG: Final = re.compile(
    r"(?P<whole>[^,。;:、(]{0,12}?(?:\([^,。;()\d]{1,6}\)[^,。;:、(]{0,6})?)(?<![其集年])中(?![心小层队旬央国学期]),?(?P<part>[^,。;:、\d]{0,12})"
)
"""35名执法人员中持证33名."""
_ACTORS: Final = frozenset("村镇乡县市区组")
_LONGEST_SENTENCE: Final = 400
_PERCENT: Final = re.compile(r"\d+(?:\.\d+)?%")
_THOSE: Final = re.compile("[^,。;]{2,}的(?P<what>[\u4e00-\u9fff]{1,2}?)?[有达共]?$")
_OF: Final = re.compile(r"\((?:全[镇乡])?(?:[总应]?共有?|总数为?|应[考参到训]的?|现有)")
"""持证61人(共64人)."""
_FARTHEST: Final = 8
"""Numbers between the two."""
_ONE_OF_SEVERAL: Final = re.compile(r"第[一二三四五六\d][批期次轮组]")
_ACTS: Final = frozenset({"次", "场", "期", "轮", "场次"})
"""Units that count acts."""
_MOST_TIMES: Final = 3
"""A number that exceeds another one by more is of another thing: 印发要点5份，发放3000份."""


class NumberPair(NamedTuple):
    """Two numbers of one sentence."""

    found: Number
    settled: Number
    found_words: str
    """The clause before the first number, 全年排查各类矛盾纠纷."""
    settled_words: str
    beside: float
    """What else is counted so in the sentence before, less the outcomes of it."""
    is_among: bool = False
    """Whether the second is said to be some of the first: 18个村中已有12个村建成."""


def check_settled(material: Material) -> Iterator[Finding]:
    """Yield where more is said to be settled than was found."""
    for prose in material.paragraphs:
        for it in outcomes(prose):
            most = row_value(prose, it.found, it.settled, it.beside) + it.settled.slack
            if it.found.is_exact and it.settled.is_reached and it.settled.value > most:
                says = f"办理结果为{it.settled.with_unit}，大于总数{it.found.with_unit}，请核"
                quote = prose.quote_clauses(it.found.start, it.settled.end)
                yield Finding("part_exceeds", says, (quote,))


def outcomes(prose: Prose) -> Iterator[NumberPair]:
    """Yield the pairs of a paragraph, each settled number with the nearest that it may be of."""
    words = load_check_words()
    for start, end in prose.sentences():
        numbers = [it for it in prose.numbers_in(start, end) if not it.is_percent]
        # Of what was carried over, as the sentence before may say, more is settled than came in.
        before, _ = prose.sentence_at(max(0, start - 1))
        if end - start > _LONGEST_SENTENCE * 4 or words.carried.search(prose.text, before, end):
            continue
        clauses = [_clause(prose, it) for it in numbers]
        for at in range(len(numbers)):
            whole = _whole_of(prose, numbers, clauses, at, words)
            if whole is not None:
                yield whole


def _whole_of(
    prose: Prose, numbers: list[Number], clauses: list[str], at: int, words: CheckWords
) -> NumberPair | None:
    number, clause = numbers[at], clauses[at]
    if (some := _some_of(prose, numbers, at)) is not None:
        return some
    if ALL.search(prose.text, number.end, prose.clause_end(number.end)):
        return None  # 2份司法建议、1份检察建议全部按期回复: all of them, not one of two
    came = bool(_CAME.search(clause)) and not _DUE.search(clause)
    if not came and not _settles(clause, words):
        return None
    # 召开听证会2次，公示3次: acts are no part of each other.
    is_bare = not came and number.figure.unit not in _ACTS and _is_bare(clause, words)
    for before in range(at - 1, max(-1, at - _FARTHEST), -1):
        one = numbers[before]
        if one.family != number.family or _is_in_bracket(prose, one, number):
            continue
        if one.figure.role == "previous" or _is_of_less_time(one, number):
            continue  # 上半年排查64件，全年化解117件
        if _ONE_OF_SEVERAL.search(clauses[before]):
            continue  # 第一批24名，第二批22名，考核合格45名
        if not came and are_of_one_row(prose, one, number):
            return None
        if came:
            fits = bool(_DUE.search(clauses[before]))
        else:
            fits = _finds(clauses[before], words) or _tries(clauses[before], clause)
            fits = fits and _same_object(clauses[before], clause, words)
            is_sum = _sums_up(clauses[: before + 1], clause, words)
            fits = fits or is_sum
            told = words.settled.search(clause) or _names_it(clauses[before], clause, words)
            fits = fits and bool(told)
            fits = fits or (
                is_bare
                and _goes_further(clauses[before], clause, words)
                and _is_near(prose, one, number)
            )
        if fits:
            apart = [] if not came and is_sum else numbers[:before]
            beside = _beside(apart, clauses, number.family, words)
            return NumberPair(one, number, clauses[before], clause, beside, is_among=came)
        if _finds(clauses[before], words):
            return None
    return None


def are_of_one_row(prose: Prose, one: Number, other: Number) -> bool:
    """Whether two numbers stand side by side: 建议9件、提案6件; 包案的58件，答复的271件."""
    between = prose.text[one.end : other.start]
    if between.startswith("、"):
        return not re.search("[,;(]|其中", between)
    return between.endswith("的") and prose.text[one.start - 1] == "的"


def _is_of_less_time(one: Number, other: Number) -> bool:
    """Whether the first is of a part of the year, the second of another time."""
    first, second = one.figure, other.figure
    return first.time == "half_year" and second.period not in (None, first.period)


def _is_in_bracket(prose: Prose, one: Number, other: Number) -> bool:
    """Whether a bracket ends between two numbers that the first one stands in."""
    between = prose.text[one.end : other.start]
    closed = between.find(")")
    return closed >= 0 and "(" not in between[:closed]


def _beside(
    numbers: Sequence[Number], clauses: Sequence[str], family: str, words: CheckWords
) -> float:
    """What else was found before, and the first outcome, which is one of nothing that is told:
    化解信访问题6件，受理初访4件，办结10件."""
    earlier = [(it, clauses[at]) for at, it in enumerate(numbers) if it.family == family]
    return sum(
        it.value
        for at, (it, clause) in enumerate(earlier)
        if _finds(clause, words) or (at == 0 and _settles(clause, words))
    )


def _some_of(prose: Prose, numbers: list[Number], at: int) -> NumberPair | None:
    """A pair that says itself that one is some of the other, whatever was done."""
    number, before = numbers[at], numbers[:at]
    if before and (pair := _among(prose, before[-1], number)):
        return pair
    if before and (pair := _of_earlier(prose, before, number)):
        return pair
    return _within(prose, number, numbers[at + 1]) if at + 1 < len(numbers) else None


def _within(prose: Prose, part: Number, whole: Number) -> NumberPair | None:
    """持证上岗61人(共64人)."""
    if part.family != whole.family or not _OF.fullmatch(prose.text, part.end, whole.start):
        return None
    words = prose.text[prose.clause_start(part.start) : part.start]
    return NumberPair(whole, part, "", words, 0, is_among=True)


def _of_earlier(prose: Prose, numbers: list[Number], part: Number) -> NumberPair | None:
    """开通直播23期，点击超1万次的达26期: the last number of the kind before."""
    clause = prose.text[prose.clause_start(part.start) : part.start]
    whole = next((it for it in numbers[::-1] if it.family == part.family), None)
    those = _THOSE.search(clause)
    if whole is None or those is None or re.search(rf"其中|{_OPEN.pattern}", clause):
        return None
    between = prose.text[whole.end : prose.clause_start(part.start)]
    named = prose.text[prose.clause_start(whole.start) : whole.start]
    what = those["what"] or ""
    if what and between == f"{what},":
        between = ","  # 14个村，建成书屋的村15个
    elif not named.endswith(what):
        return None
    if between != "," or are_of_one_row(prose, whole, part):
        return None
    return NumberPair(whole, part, "", clause, 0, is_among=True)


def _among(prose: Prose, whole: Number, part: Number) -> NumberPair | None:
    """35名执法人员中持证33名, 19个村中13个村达标."""
    among = _AMONG.fullmatch(prose.text, whole.end, part.start)
    if among is None or whole.family != part.family:
        return None
    after = prose.text[part.end : min(prose.clause_end(part.end), part.end + 12)]
    settled = among["part"] + re.split(r"[、\d]", after)[0]
    # What was not done to some makes no rate, but they cannot be more than all.
    if _OPEN.search(_NEGATION.sub("", settled) if part.value > whole.value else settled):
        return None
    return NumberPair(whole, part, among["whole"], settled, 0, is_among=True)


def _clause(prose: Prose, number: Number) -> str:
    """The words that a number belongs to: before it, and between its unit and the next mark."""
    before = prose.text[prose.clause_start(number.start) : number.start]
    # A list joined by 、 counts one by one.
    before = before.rpartition("、")[2] if re.search(r"\d", before) else before
    after = prose.text[number.end : min(prose.clause_end(number.end), number.end + 12)]
    return before + after.partition("(")[0]


def _finds(clause: str, words: CheckWords) -> bool:
    return bool(words.found.search(clause)) and not re.search("成功|未|其中|计划|目标", clause)


def _sums_up(clauses: Sequence[str], settled: str, words: CheckWords) -> bool:
    """Whether the last clause only sums up what was found, or tried: 受理纠纷210件、争议44件，
    合计254件."""
    return bool(_SUM.fullmatch(clauses[-1])) and any(
        _finds(it, words) or _tries(it, settled) for it in clauses[:-1]
    )


def _tries(clause: str, settled: str) -> bool:
    """Whether the second clause tells what the first one came to: 调解211件，成功195件."""
    return bool(
        _TRIED.search(clause)
        and not re.search("成功|未|其中|办结", clause)
        and re.search("成功|调成|达成一致|办结", settled)
    )


def _settles(clause: str, words: CheckWords) -> bool:
    if not words.ended.search(clause) or _OPEN.search(clause):
        return False
    found = words.found.search(words.settled.sub("", clause))  # 出庭应诉 is what became of 应诉案件
    return not found or "成功" in clause or clause.startswith("已")


def _is_bare(clause: str, words: CheckWords) -> bool:
    """Whether a clause says what was done and names no thing of its own: ，已发放4860份."""
    return not words.filling.sub("", words.ended.sub("", clause))


def _names_it(found: str, settled: str, words: CheckWords) -> bool:
    """Whether the second clause names just the first one's thing: 接到举报26件，查实举报24件."""
    plain = words.filling.sub("", words.ended.sub("", settled))
    return len(plain) > 1 and found.endswith(plain)


def _goes_further(found: str, settled: str, words: CheckWords) -> bool:
    """Whether the second clause tells what the first one's thing came to: not of 年初计划, nor of
    an act that is its own (镇调解45件，村调解103件) or that names no thing (办结38件，回复40件)."""
    if _PLANNED.search(found) or _is_bare(found, words):
        return False
    acts = words.ended.findall(found)
    return any(it not in acts for it in words.ended.findall(settled))


def _is_near(prose: Prose, one: Number, number: Number) -> bool:
    between = prose.text[one.end : number.start]
    return (
        "其中" not in between
        and ";" not in between
        and not re.search(r"\d", _PERCENT.sub("", between))
        and not _is_some(prose, one)
        and number.value <= one.value * _MOST_TIMES
    )


def _is_some(prose: Prose, number: Number) -> bool:
    """Whether 其中 stands before a number, so that what follows may be of the same whole.

    执法人员22名，其中党员12名，持证18名 tells two parts of 22.
    """
    return "其中" in prose.text[prose.sentence_at(number.start)[0] : number.start]


def _same_object(found: str, settled: str, words: CheckWords) -> bool:
    """Whether the second clause names no other thing than the first."""
    plain = words.filling.sub("", words.settled.sub("", settled))
    plain = re.sub(r"[、和及与的中(\"]", "", plain)
    if len(plain) < 2:
        return plain not in _ACTORS
    return any(plain[at : at + 2] in found for at in range(len(plain) - 1))

"""Rates that are named (办结率): above a hundred, and other than the numbers beside them make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.insight.checks.agreement import agrees, is_made, mismatch, sum_makes
from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.outcomes import ALL, NumberPair, are_of_one_row, outcomes
from tuibrowser.insight.checks.prose import Number, Prose
from tuibrowser.insight.checks.shares import is_among
from tuibrowser.lexicon.checks import load_check_words
from tuibrowser.lexicon.moves import MOVED

# Code, not lexicon: a rate says by its own name what it is of; these are the usual exceptions.
_RATE: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,8}?(?:率|比例|占比|比重)|[\u4e00-\u9fff]{0,6}(?:满意度|覆盖面))(?:分别|均|都|全部)?(?:达到?了?|仅?为|是|保持在?|实现|提升至|提高到)*$"
)
_GROWS: Final = re.compile(f"{MOVED}|同比|环比|超额|增")
_MAY_EXCEED: Final = re.compile(r"完成率|达成率|增长率|入库率|执行率|收益率|回报率|利用率|增速")
_SHARED: Final = re.compile(r"率|占|比例|覆盖面?|普及面?|满意度|知晓度")
_OF_RATE: Final[tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]] = tuple(
    (re.compile(rate), re.compile(found), re.compile(settled))
    for rate, found, settled in (
        (
            r"成功率|化解率|调处率|调解率|调成率",
            r"排查|摸排|受理|接到|登记|纠纷|调解|调处|处理",
            r"成功|化解|调解|调处|调成",
        ),
        (r"办结率|结案率|办理率", r"受理|收到|接|交办|转办|承办|立案", r"办结|结案|办理"),
        (r"回复率|答复率", r"受理|收到|接|交办|转办|承办", r"回复|答复"),
        (r"整改率|销号率|消除率", r"发现|排查|查出|检查|挂牌", r"整改|销号|消除"),
        (r"合格率|及格率|通过率", r"参加|参考|应考|检查|抽查|参训", r"合格|及格|通过"),
        (r"优秀率", r"参加|参考|检查|抽查", r"优秀"),
        (
            r"参考率|参学率|参训率|到课率|参与率|参会率|到会率|述法率",
            r"应考|应参|应到|共有|现有",
            r"参考|参加|参训|实考|实参|实到",
        ),
        (r"持证率", r"共有|现有", r"持证"),
        (r"采纳率", r"征集|收到|梳理", r"采纳"),
        (r"出庭应诉率|出庭率", r"应诉|立案|受理|共有", r"出庭"),
        (r"满意[率度]", r"回访", r"满意"),
    )
)
_BEYOND: Final = ("超", "逾", "高于", "突破")
"""群众满意率超过100% is more than there can be, too."""
_NEGATED: Final = re.compile("[不未][\u4e00-\u9fff]{2}")
_DONE: Final = re.compile("^(?:已|均|实际|完成|实现)+")
_OF_REACH: Final = ("覆盖", "知晓", "普及")
_BY_MARKS: Final = re.compile(r"\d分(?:及|含)?以上")
_OF_MARKS: Final = re.compile("合格|及格|优秀|优良|通过")
_OF_OPINION: Final = re.compile("满意|知晓|支持|认可|信任|群众")
_ACT_AT_END: Final = re.compile(
    "(?<=..)(?:整改|办结|回复|答复|销号|处置|化解|回访|履行|整治|处理)$"
)
"""What was done to a thing that a rate names as well."""
_NEAR: Final = 16
"""Characters between a number and the rate that it makes."""
_OCCASIONS: Final = frozenset({"次", "场", "期", "轮", "场次", "家次", "户次", "批次"})
"""Units of acts, of which two kinds are no part of each other."""
_SIGNERS: Final = frozenset("户家人个")
_SHORTENED: Final = 2
"""Characters of a rate's name that may each stand for a word."""
_FARTHEST: Final = 3
"""Numbers before a rate that may make it."""


def check_rates_over_100(material: Material) -> Iterator[Finding]:
    """Yield the shares above a hundred per cent; growth and plans exceeded may be so."""
    for prose in material.paragraphs:
        for number in prose.numbers:
            is_over = number.value > 100 or (
                number.value == 100 and (number.figure.hedge or "").startswith(_BEYOND)
            )
            if number.figure.unit != "%" or not is_over:
                continue
            words = prose.text[prose.clause_start(number.start) : number.start]
            about = words[-16:]
            if not _SHARED.search(about) or _GROWS.search(about) or _MAY_EXCEED.search(about):
                continue
            beyond = "超过" if number.value == 100 else ""
            says = f"比率写为{beyond}{number.shown}%，超过100%，请核"
            quote = prose.quote_clauses(number.start, number.end)
            yield Finding("rate_over_100", says, (quote,))


def check_rates(material: Material) -> Iterator[Finding]:
    """Yield the rates and shares that their two numbers do not make."""
    for prose in material.paragraphs:
        pairs = list(outcomes(prose))
        for number in prose.numbers:
            if number.figure.unit == "%":
                yield from _rate(prose, number, pairs)


def _rate(prose: Prose, rate: Number, pairs: list[NumberPair]) -> Iterator[Finding]:
    start, end = prose.sentence_at(rate.start)
    words = prose.text[prose.clause_start(rate.start) : rate.start]
    named = _RATE.search(words)
    if named is None or "其中" in words or ("分别" in words and words.count("率") > 1):
        return
    name = named["name"]
    if (only := load_check_words().qualified.search(name)) is not None:
        pairs = [it for it in pairs if only[0] in it.settled_words]
    meant = [
        it
        for it in pairs
        if start <= it.found.start
        and it.settled.start < rate.start
        and (_is_of(name, it) or _is_beside(prose, it, rate, name))
    ]
    if not meant and (behind := _told_behind(prose, pairs, rate, name)):
        yield from mismatch(prose, behind.settled, behind.found, rate)
        return
    if not meant:
        numbers = [it for it in prose.numbers_in(start, rate.start) if not it.is_percent]
        if (
            is_among(prose, numbers)
            and _is_right_before(prose, numbers[-1], rate, name)
            and not _is_of_other_act(name, _clause_of(prose, numbers[-1]))
        ):
            yield from mismatch(prose, numbers[-1], numbers[-2], rate)
        else:
            yield from _named_alike(prose, rate, name)
        return
    whole = meant[-1].found
    parts = [it.settled for it in meant if it.found is whole]
    if parts[-1].value > whole.value:
        return
    # 当场整改352条，限期整改54条 are settled together.
    made = sum(it.value for it in parts) / whole.value * 100 if whole.value else 0
    all_found = {it.found.start: it.found.value for it in meant}
    of_all = sum(it.settled.value for it in meant) / (sum(all_found.values()) or 1) * 100
    if (len(parts) > 1 and agrees(made, rate.value, rate.digits)) or agrees(
        of_all, rate.value, rate.digits
    ):
        return
    # 应考124人、实考122人，及格120人 may be of either.
    if not is_made(parts[-1], prose.numbers_in(start, end), rate):
        yield from mismatch(prose, parts[-1], whole, rate)


def _told_behind(
    prose: Prose, pairs: list[NumberPair], rate: Number, name: str
) -> NumberPair | None:
    """What a rate is made of, where it stands first: 参训率为86.2%，应训130人、实训112人."""
    _, end = prose.sentence_at(rate.start)
    for it in pairs:
        if rate.end <= it.found.start and it.settled.start < end:
            between = prose.text[rate.end : it.found.start]
            is_near = len(between) <= _NEAR // 2 and ";" not in between
            return it if is_near and (it.is_among or _is_of(name, it)) else None
    return None


def _is_of(name: str, pair: NumberPair) -> bool:
    """Whether a rate of this name is of the two numbers."""
    for rate, found, settled in _OF_RATE:
        if rate.search(name):
            return bool(found.search(pair.found_words) and settled.search(pair.settled_words))
    return False


def _is_beside(prose: Prose, pair: NumberPair, rate: Number, name: str) -> bool:
    """Whether a rate stands right behind some of a whole: 18个村中12个村建成, 覆盖率75%."""
    is_near = pair.is_among and _is_right_before(prose, pair.settled, rate, name)
    return is_near and not _is_of_other_act(name, pair.settled_words)


def _is_of_other_act(name: str, told: str) -> bool:
    """Whether the name says of which act a rate is, and the number beside it is of another one:
    36名执法人员中，持证33人，参训率100%."""
    own = [settled for rate, _, settled in _OF_RATE if rate.search(name)]
    acts = load_check_words().settled.findall(told)
    return bool(own and acts) and not any(it.search(told) for it in own)


def _is_right_before(prose: Prose, part: Number, rate: Number, name: str) -> bool:
    between = re.sub(r"\([^()]*\)", "", prose.text[part.end : rate.start])
    is_near = between.count(",") == 1 and not re.search(r"[;。\d]", between)
    return is_near and not _OF_OPINION.search(name)


def _named_alike(prose: Prose, rate: Number, name: str) -> Iterator[Finding]:
    """年内实际运用31项，运用率41.9%: the number before a rate that is told in the rate's own words,
    of one before that counts the same."""
    start, end = prose.sentence_at(rate.start)
    numbers = [it for it in prose.numbers_in(start, rate.start) if not it.is_percent]
    words = load_check_words()
    only = words.qualified.search(name)
    carried = [it.start() for it in words.carried.finditer(prose.text, start, end)]
    for at in range(len(numbers) - 1, max(0, len(numbers) - _FARTHEST), -1):
        part = numbers[at]
        # The mark in 90分以上28人 is a number, too.
        earlier = [it.end for it in numbers[:at] if it.figure.unit != "分"]
        before = max(*earlier, prose.clause_start(part.start)) if earlier else 0
        told = prose.text[before : part.start] + _after(prose, part)
        if len(prose.text[part.end : rate.start]) > _NEAR or not _tells(told, name):
            continue
        if only is not None and only[0] not in told:
            return  # 受理50件，办结45件，按期办结率100%
        if ALL.search(prose.text, part.end, prose.clause_end(part.end)):
            return  # 2份司法建议、1份检察建议全部回复
        wholes = [it for it in numbers[:at] if _may_be_whole(prose, it, part, told)]
        if any(not _is_counted(prose, it, wholes) for it in carried):
            return
        if wholes and not is_made(part, prose.numbers_in(start, end), rate):
            whole = ([it for it in wholes if not _tells_end(prose, it)] or wholes)[-1]
            ends = sum(whole.start < it.start and _tells_end(prose, it) for it in numbers[:at])
            ends += sum(it.is_percent for it in prose.numbers_in(whole.end, part.start))
            between = prose.text[whole.end : part.start]
            # The whole is told in the clause before, but for other ends: 参加64人，60分以上62人.
            behind = [it for it in numbers if it.start > whole.start]
            parts = [it for it in behind if it.family == whole.family]
            is_told = ";" not in between and between.count(",") <= 1 + ends
            if is_told and not sum_makes(parts, whole, rate):
                yield from mismatch(prose, part, whole, rate)
        return


def _may_be_whole(prose: Prose, whole: Number, part: Number, told: str) -> bool:
    """Whether a number may hold ``part``, of which ``told`` tells.

    Of acts only one that tells of the same (专题会3次，出庭应诉1次 are two things); households and
    firms may hold the papers that they sign.
    """
    is_alike = whole.family == part.family
    if not is_alike:
        is_alike = (
            whole.family in _SIGNERS and part.family == "份" and _are_signed(whole, part, told)
        )
    if not is_alike or whole.value < part.value or whole.figure.role == "part":
        return False
    if are_of_one_row(prose, whole, part):
        return False
    if whole.figure.unit not in _OCCASIONS:
        return True
    words = prose.text[prose.clause_start(whole.start) : whole.start]
    is_found = load_check_words().found.search(words) is not None
    return is_found or any(told[it : it + 2] in words for it in range(len(told) - 1))


def _are_signed(whole: Number, part: Number, told: str) -> bool:
    return "签" in told and part.value * 2 >= whole.value


def _is_counted(prose: Prose, at: int, wholes: Sequence[Number]) -> bool:
    """Whether what is at ``at`` is itself counted: 信访积案12件，化解10件."""
    return any(prose.clause_start(it.start) <= at < it.start for it in wholes)


def _clause_of(prose: Prose, number: Number) -> str:
    return prose.text[prose.clause_start(number.start) : prose.clause_end(number.end)]


def _after(prose: Prose, number: Number) -> str:
    """What stands between a number and the next mark or digit."""
    words = prose.text[number.end : min(prose.clause_end(number.end), number.end + 12)]
    return re.split(r"[、()\d]", words)[0]


def _tells(clause: str, name: str) -> bool:
    """Whether a clause says what a rate is of: 采用率 of 被采用90条, 优秀率 of 90分以上28人."""
    stem = name.removesuffix("率").removesuffix("面")
    done = _DONE.sub("", clause)
    if stem.endswith(_OF_REACH):
        # 书面述法90名 make no 述法覆盖率
        return stem[-2:] in clause or (bool(done) and done == stem[:-2])
    if len(done) == 1 and done in stem:
        return True  # 已拆57处，拆除率
    if _BY_MARKS.search(clause) and _OF_MARKS.search(stem):
        return True
    clause = _NEGATED.sub("", clause)
    if stem.startswith("签") and "签" in clause:
        return True  # 签订责任书78份，签约率
    if len(stem) == _SHORTENED and re.search(f"{stem[0]}.{{1,3}}?{stem[1]}", clause):
        return True  # 网上办理875件，网办率
    if (act := _ACT_AT_END.search(stem)) and act[0] not in clause:
        return False  # 差评19条，差评整改率
    return any(stem[at : at + 2] in clause for at in range(len(stem) - 1))


def _tells_end(prose: Prose, number: Number) -> bool:
    clause = prose.text[prose.clause_start(number.start) : number.start]
    return bool(_BY_MARKS.search(clause) or load_check_words().ended.search(clause))

"""Shared wording: how much of what was copied is found, and how much of what is found was copied.

    python -m benchmarks.reuse [--measures 300] [--seed 1] [--misses]
    python -m benchmarks.reuse --labelled

Measures of generated townships, no two with a clause in common, are copied by others as officials
copy: renamed, renumbered, clauses dropped, moved or put among one's own, words replaced until 5 to
40 % of the characters are others. As many are nobody's copy, though they begin alike, quote the
same rule or report the same act in the usual frame. What was copied from where is known, since it
was done here. They stand in libraries of 10, 100 and 1,000 reports, where what others wrote by
chance counts as found too much unless it has a clause in common.

``--labelled`` asks pairs of measures that were labelled by hand instead, among all measures of
their file, each a township's: those of ``fixtures/wordings.jsonl``, which the program was tuned
on, and those of ``fixtures/unseen``.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Final, NamedTuple

from benchmarks import generate
from benchmarks.evaluate import FIXTURES, Tally, sittings
from tuibrowser.insight.evidence import Loose
from tuibrowser.insight.reuse import reuse
from tuibrowser.lexicon.load import load
from tuibrowser.lexicon.stock import commonplaces
from tuibrowser.model.document import Document
from tuibrowser.model.report import Passage, Place, Report
from tuibrowser.model.terms import SECTION_KINDS
from tuibrowser.parsing.parse import parse

SHARES: Final = (0.05, 0.1, 0.2, 0.3, 0.4)
"""Of the characters that a copy has otherwise."""

_TOWNSHIPS: Final = 20
_SHORTEST: Final = 40
_CLAUSE: Final = re.compile("[^，。；：、！？]+[，。；：、！？]?")
_DIGIT: Final = re.compile(r"\d")
_NO_WORD: Final = re.compile(r"[\W\d_]+")
_LONG: Final = 9
"""Characters in a row that two independent measures do not share; names of offices have seven."""
_RULES: Final = (
    "按照“行政执法人员在执法过程中应当主动出示执法证件，表明执法身份”的规定",
    "落实“凡涉及群众切身利益的重大事项都要充分听取群众意见”的要求",
    "根据《乡镇人民政府工作规则（试行）》《重大行政决策程序暂行条例》",
)
_FRAMES: Final = (
    "全年共排查各类矛盾纠纷#件，成功化解#件，化解率#%",
    "组织开展法治宣传活动#场次，发放宣传资料#余份，解答群众法律咨询#人次",
    "党委理论学习中心组集中学法#次，组织干部参加法律知识考试，参考率、合格率均为100%",
    "聘请法律顾问#名，审查合同#份，提出法律意见#条",
    "办理行政处罚案件#件，罚没款#万元，无行政复议和行政诉讼案件",
    "培育法律明白人#名，组织法律明白人培训#期",
    "召开专题会议#次，研究部署法治政府建设工作，听取工作汇报#次",
    "组织执法人员参加业务培训#次，开展案卷评查#次，持证上岗率100%",
)
_TWINS: Final = {
    **{
        "组织": "安排",
        "开展": "进行",
        "建立": "设立",
        "制定": "出台",
        "完善": "健全",
        "指导": "督促",
    },
    **{
        "邀请": "聘请",
        "推进": "推动",
        "听取": "了解",
        "针对": "围绕",
        "解决": "处理",
        "明确": "确定",
    },
    **{"通过": "利用", "进一步": "持续", "及时": "第一时间", "全面": "系统", "切实": "着力"},
    **{
        "落实": "执行",
        "提升": "提高",
        "做好": "抓好",
        "问题": "难题",
        "制度": "规定",
        "检查": "巡查",
    },
}


class Measure(NamedTuple):
    """A measure, whose it is, and the number of the one it was copied from."""

    text: str
    township: int
    source: int | None
    kind: str


def main() -> None:
    """Print a line a size of library, a line a kind of copy, and a line a list of pairs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--measures", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true", help="show what was found wrongly, or not")
    parser.add_argument("--labelled", action="store_true")
    options = parser.parse_args()
    if options.labelled:
        for path in (FIXTURES / "wordings.jsonl", *sittings("reuse").values()):
            _print_labelled(path)
        return
    measures = make(options.measures, options.seed)
    for size in (10, 100, 1000):
        began = perf_counter()
        found = find(measures, size)
        seconds = perf_counter() - began
        count = tally(measures, found)
        print(f"{size} reports: P {count.precision:.3f} R {count.recall:.3f}, {seconds:.1f} s")
    for kind in sorted({it.kind for it in measures if it.source is not None}):
        of_kind = {at for at, it in enumerate(measures) if it.kind == kind}
        hits = sum(_pair(at, measures[at].source) in found for at in of_kind)
        print(f"  {kind}: {hits}/{len(of_kind)}")
    if options.misses:
        _tell(measures, found)


def make(count: int, seed: int = 1) -> list[Measure]:
    """``count`` measures by twenty townships, a third of them copied from another's."""
    chance = random.Random(seed)
    third = count // 3
    texts = own_measures(3 * third, seed)
    fillings = texts[2 * third :]
    made = [Measure(text, at % _TOWNSHIPS, None, "own") for at, text in enumerate(texts[:third])]
    kinds = list(_COPIES)
    for at in range(third):
        others = [number for number in range(_TOWNSHIPS) if number != made[at].township]
        kind = kinds[at % len(kinds)]
        text = _renumbered(_COPIES[kind](made[at].text, fillings, chance), chance)
        made.append(Measure("二是" + text, chance.choice(others), at, kind))
    shapes = (_commonplace, _ruled, _framed)
    for at, text in enumerate(texts[third : 2 * third]):
        made.append(Measure(shapes[at % 3](text, chance), at % _TOWNSHIPS, None, "alike"))
    return made


def find(measures: Sequence[Measure], size: int) -> dict[tuple[int, int], str]:
    """The pairs of measures found alike in a library of ``size`` reports; a passage of no measure
    here has a number below 0."""
    reports, owners = _reports(measures)
    shelf = Loose([*reports, *_others(size - len(reports))])
    found = {}
    for report in reports:
        for it in reuse(report, shelf, max(_TOWNSHIPS, size // generate.YEARS)).passages:
            own = owners[report.sha256, it.passage.start]
            for match in it.matches:
                other = owners.get((match.origin.report, match.start), -1 - match.start)
                if other >= 0 or not stretches(measures[own].text) & stretches(match.text):
                    found[_pair(own, other)] = match.text
    return found


def tally(measures: Sequence[Measure], found: dict[tuple[int, int], str]) -> Tally:
    """Count ``found`` against what was copied."""
    truth = {_pair(at, it.source): "" for at, it in enumerate(measures) if it.source is not None}
    count = Tally()
    count.add(truth, found)
    return count


def _print_labelled(path: Path) -> None:
    """Print how many pairs of the same wording are found, and how many others."""
    lines = path.read_text(encoding="utf-8").splitlines()
    labels = [json.loads(line) for line in lines]
    texts = list(dict.fromkeys(it[key] for it in labels for key in ("one", "other")))
    reports, _ = _reports([Measure(text, at, None, "") for at, text in enumerate(texts)])
    shelf = Loose(reports)
    names = dict(zip(texts, (it.sha256 for it in reports), strict=True))
    found = {
        (text, match.origin.report)
        for text, report in zip(texts, reports, strict=True)
        for it in reuse(report, shelf, len(reports)).passages
        for match in it.matches
    }
    for half, rest in (("单数行", 1), ("双数行", 0)):
        count = Tally()
        for number, it in enumerate(labels, 1):
            if number % 2 == rest:
                is_found = (it["one"], names[it["other"]]) in found
                where = {number: f"{number} {it['kind']}"}
                count.add(where if it["same"] else {}, where if is_found else {})
        print(f"{path.stem}（{half}） 准确率 {count.precision:.3f} 召回率 {count.recall:.3f}")


def stretches(text: str) -> set[str]:
    """All stretches of ``_LONG`` characters, less figures and signs."""
    plain = _NO_WORD.sub("", text)
    return {plain[at : at + _LONG] for at in range(len(plain) - _LONG + 1)}


def own_measures(count: int, seed: int = 1) -> list[str]:
    """Measures of generated townships, no two of which have so much as a clause in common."""
    lexicon = load()
    found: list[str] = []
    seen: set[str] = set()
    number = 1000 * seed
    while len(found) < count:
        # Six years of each township are much alike.
        name, text = generate.report(number * generate.YEARS)
        report = parse(Document(text, f"{number:064x}", name, "utf-8"), lexicon)
        for it in report.measures:
            measure = report.slice(it)
            its = stretches(measure)
            if it.end - it.start >= _SHORTEST and not its & seen:
                found.append(measure)
                seen |= its
        number += 1
    random.Random(seed).shuffle(found)
    return found[:count]


def _replaced(share: float) -> Callable[[str, Sequence[str], random.Random], str]:
    def replace(text: str, others: Sequence[str], chance: random.Random) -> str:
        left = round(share * len(text))
        pieces = list(text)
        places = list(range(0, len(text), 12))
        chance.shuffle(places)
        for place in places:
            size = min(left, chance.randint(4, 12), len(text) - place)
            foreign = chance.choice(others)
            start = chance.randrange(max(1, len(foreign) - size))
            taken = list(foreign[start : start + size])
            pieces[place : place + size] = taken
            left -= len(taken)
            if left <= 0:
                break
        return "".join(pieces)

    return replace


def _moved(text: str, _: Sequence[str], chance: random.Random) -> str:
    parts = _CLAUSE.findall(text)
    chance.shuffle(parts)
    return "".join(parts)


def _half(text: str) -> str:
    """The first clauses, more than half of the text."""
    taken = ""
    for part in _CLAUSE.findall(text):
        taken += part
        if len(taken) >= 0.6 * len(text):
            break
    return taken


def _shortened(text: str, _: Sequence[str], __: random.Random) -> str:
    return _half(text)


def _among(text: str, others: Sequence[str], chance: random.Random) -> str:
    """The larger half, with some of one's own before it."""
    return _half(chance.choice(others))[: len(text) // 3] + "。" + _half(text)


def _twinned(text: str, _: Sequence[str], __: random.Random) -> str:
    return re.sub("|".join(_TWINS), lambda it: _TWINS[it[0]], text)


_COPIES: Final[dict[str, Callable[[str, Sequence[str], random.Random], str]]] = {
    **{f"{share:.0%} replaced": _replaced(share) for share in SHARES},
    "clauses moved": _moved,
    "clauses dropped": _shortened,
    "among one's own": _among,
    "other verbs": _twinned,
}


def _renumbered(text: str, chance: random.Random) -> str:
    return _DIGIT.sub(lambda _: str(chance.randint(1, 9)), text)


def _commonplace(text: str, chance: random.Random) -> str:
    return f"{chance.choice([it for it in commonplaces() if len(it) > 12])}，{text}"


def _ruled(text: str, chance: random.Random) -> str:
    return f"{chance.choice(_RULES)}，{text}"


def _framed(text: str, chance: random.Random) -> str:
    frame = re.sub("#", lambda _: str(chance.randint(2, 99)), chance.choice(_FRAMES))
    return f"{frame}，{_CLAUSE.findall(text)[0]}"


def _others(count: int) -> Iterator[Report]:
    lexicon = load()
    for number in range(max(0, count)):
        name, text = generate.report(number)
        yield parse(Document(text, f"{number:064x}", name, "utf-8"), lexicon)


def _reports(
    measures: Sequence[Measure],
) -> tuple[list[Report], dict[tuple[str, int], int]]:
    """A report for each township, and which measure stands where."""
    by_township: dict[int, list[int]] = defaultdict(list)
    for number, it in enumerate(measures):
        by_township[it.township].append(number)
    reports, owners = [], {}
    for township, numbers in sorted(by_township.items()):
        sha = sha256(f"{township}".encode()).hexdigest()
        text, passages = "", []
        for number in numbers:
            end = len(text) + len(measures[number].text)
            passages.append(Passage("measure", len(text), end, None, None))
            owners[sha, len(text)] = number
            text += measures[number].text + "\n"
        reports.append(_report(sha, f"第{township}镇", text, passages))
    return reports, owners


def _report(name: str, issuer: str, text: str, passages: Sequence[Passage]) -> Report:
    return Report(
        sha256=name,
        file=f"{issuer}.txt",
        text=text,
        is_report=True,
        title=None,
        issuer=issuer,
        issuer_kind="town",
        year=2023,
        date=None,
        published=None,
        place=Place(),
        section_states=dict.fromkeys(SECTION_KINDS, "none"),
        sections=(),
        passages=tuple(passages),
        figures=(),
    )


def _tell(measures: Sequence[Measure], found: dict[tuple[int, int], str]) -> None:
    truth = {_pair(at, it.source) for at, it in enumerate(measures) if it.source is not None}
    for word, pairs in (("missed", truth - found.keys()), ("wrong", found.keys() - truth)):
        for low, high in sorted(pairs):
            own = measures[high]
            other = found[low, high] if low < 0 else measures[low].text
            print(f"{word} ({own.kind}): {own.text}\n    {other}")


def _pair(one: int | None, other: int | None) -> tuple[int, int]:
    assert one is not None
    assert other is not None
    return min(one, other), max(one, other)


if __name__ == "__main__":
    main()

"""Shared wording: how much of what was copied is found, and how much of what is found was copied.

    python -m benchmarks.reuse [--measures 720] [--seed 1] [--misses]
    python -m benchmarks.reuse --labelled

Measures of generated townships are copied by others as officials copy: renamed, renumbered, words,
clauses or single characters replaced, left out, put in or moved until 5 to 40 % of the characters
are others (``copies``). As many are nobody's copy, though they begin alike, quote the same rule or
report the same act in the usual frame. They stand in libraries of 10, 100 and 1,000 reports.

What was copied from where is known, since it was done here; which sentence patterns two measures
were filled from is known, too (``patterns``). What nobody copied and is found all the same counts
as found too much, unless two fifths of its characters are of patterns that both were filled from:
there the wording does stand, whoever wrote it first. How many those are is said, too.

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
from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import product
from pathlib import Path
from time import process_time
from typing import Final, NamedTuple

from benchmarks import generate
from benchmarks.copies import WAYS, clauses, renumbered
from benchmarks.evaluate import FIXTURES, Tally, sittings
from benchmarks.patterns import alike
from tuibrowser.insight.evidence import Loose, Shelf
from tuibrowser.insight.reuse import reuse
from tuibrowser.insight.yardstick import LEAST
from tuibrowser.lexicon.load import load
from tuibrowser.lexicon.stock import commonplaces
from tuibrowser.model.document import Document
from tuibrowser.model.report import Passage, Place, Report
from tuibrowser.model.terms import SECTION_KINDS
from tuibrowser.parsing.understand import understand

_SIZES: Final = (10, 100, 1000)
"""Reports of the libraries; those of the measures, 20, are all of the first."""
_TOWNSHIPS: Final = 20
_SHORTEST: Final = 40
_NO_WORD: Final = re.compile(r"[\W\d_]+")
_LONG: Final = 9
"""Characters in a row that no two measures share as they were written."""
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


class Measure(NamedTuple):
    """A measure, whose it is, and the number of the one it was copied from."""

    text: str
    township: int
    source: int | None
    kind: tuple[str, float]


class Found(NamedTuple):
    """Pairs of measures found alike; a passage of no measure here has a number below 0."""

    pairs: dict[tuple[int, int], str]
    by_pattern: int
    """Pairs besides those that are filled from the same patterns, though nobody copied."""


def main() -> None:
    """Print a line a size of library, a line a way of copying, and a line a list of pairs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--measures", type=int, default=720)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true", help="show what was found wrongly, or not")
    parser.add_argument("--labelled", action="store_true")
    options = parser.parse_args()
    if options.labelled:
        for path in (FIXTURES / "wordings.jsonl", *sittings("reuse").values()):
            _print_labelled(path)
        return
    measures = make(options.measures, options.seed)
    others = list(_others(_SIZES[-1] - _TOWNSHIPS))
    for size in _SIZES:
        began = process_time()
        found = find(measures, others[: max(0, size - _TOWNSHIPS)])
        took = 1000 * (process_time() - began) / _TOWNSHIPS
        count = tally(measures, found.pairs)
        print(
            f"{size} reports: P {count.precision:.3f} R {count.recall:.3f}, "
            f"by pattern {found.by_pattern}, {took:.0f} ms a report"
        )
    _print_ways(measures, found.pairs)
    if options.misses:
        _tell(measures, found.pairs)


def make(count: int, seed: int = 1) -> list[Measure]:
    """``count`` measures by twenty townships, a third of them copied from another's."""
    chance = random.Random(seed)
    third = count // 3
    texts = own_measures(3 * third, seed)
    fillings = texts[2 * third :]
    made = [
        Measure(text, at % _TOWNSHIPS, None, ("own", 0.0)) for at, text in enumerate(texts[:third])
    ]
    kinds = list(WAYS)
    for at in range(third):
        others = [number for number in range(_TOWNSHIPS) if number != made[at].township]
        kind = kinds[at % len(kinds)]
        text = WAYS[kind](made[at].text, chance.sample(fillings, 12), chance)
        made.append(Measure("二是" + renumbered(text, chance), chance.choice(others), at, kind))
    shapes = (_commonplace, _ruled, _framed)
    for at, text in enumerate(texts[third : 2 * third]):
        shaped = shapes[at % 3](text, chance)
        made.append(Measure(shaped, at % _TOWNSHIPS, None, ("alike", 0.0)))
    return made


def find(measures: Sequence[Measure], others: Sequence[Report]) -> Found:
    """Look for each of the measures in a library of their reports and ``others``."""
    reports, owners = reports_of(measures)
    units = max(_TOWNSHIPS, (len(reports) + len(others)) // generate.YEARS)
    return found_on(Loose([*reports, *others]), units, measures, reports, owners)


def found_on(
    shelf: Shelf,
    units: int,
    measures: Sequence[Measure],
    reports: Sequence[Report],
    owners: Mapping[tuple[str, int], int],
) -> Found:
    """Look for each of the measures on a shelf that knows so many units.

    Args:
        shelf: It holds ``reports``.
        units: How many it knows.
        measures: What is looked for.
        reports: As :func:`reports_of` makes them.
        owners: As it makes them, too.
    """
    elsewhere: dict[tuple[str, int], int] = {}
    found: dict[tuple[int, int], str] = {}
    for report in reports:
        for it in reuse(report, shelf, units).passages:
            own = owners[report.sha256, it.passage.start]
            for match in it.matches:
                where = match.origin.report, match.start
                if (other := owners.get(where)) is None:
                    other = elsewhere.setdefault(where, -1 - len(elsewhere))
                found[_pair(own, other)] = match.text
    copied = _truth(measures)
    rest = {pair: text for pair, text in found.items() if pair not in copied}
    by_pattern = {pair for pair, text in rest.items() if _is_by_pattern(measures, *pair, text)}
    return Found(
        {pair: it for pair, it in found.items() if pair not in by_pattern}, len(by_pattern)
    )


def tally(measures: Sequence[Measure], found: dict[tuple[int, int], str]) -> Tally:
    """Count ``found`` against what was copied."""
    count = Tally()
    count.add(dict.fromkeys(_truth(measures), ""), found)
    return count


def _truth(measures: Sequence[Measure]) -> set[tuple[int, int]]:
    return {_pair(at, it.source) for at, it in enumerate(measures) if it.source is not None}


def _is_by_pattern(measures: Sequence[Measure], low: int, high: int, text: str) -> bool:
    """Whether two have a wording in common by the patterns that they, or what they were copied
    from, were filled from."""
    there = [text] if low < 0 else _as_written(measures, low)
    pairs = list(product(_as_written(measures, high), there))
    return max(max(alike(one, other), alike(other, one)) for one, other in pairs) >= LEAST


def _as_written(measures: Sequence[Measure], number: int) -> list[str]:
    """A measure, and the one that it was copied from."""
    it = measures[number]
    return [it.text] if it.source is None else [it.text, measures[it.source].text]


def _print_ways(measures: Sequence[Measure], found: Collection[tuple[int, int]]) -> None:
    """Print how many of the copies made in each way are found, by the share of the characters."""
    counts: dict[str, dict[float, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for at, it in enumerate(measures):
        if it.source is not None:
            name, share = it.kind
            counts[name][share].append(_pair(at, it.source) in found)
    for name, by_share in counts.items():
        told = (f"{share:.0%} {sum(hits)}/{len(hits)}" for share, hits in by_share.items())
        print(f"  {name}: {', '.join(told).removeprefix('0% ')}")


def _print_labelled(path: Path) -> None:
    """Print how many pairs of the same wording are found, and how many others."""
    lines = path.read_text(encoding="utf-8").splitlines()
    labels = [json.loads(line) for line in lines]
    texts = list(dict.fromkeys(it[key] for it in labels for key in ("one", "other")))
    reports, _ = reports_of([Measure(text, at, None, ("", 0.0)) for at, text in enumerate(texts)])
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


def own_measures(count: int, seed: int = 1) -> list[str]:
    """Measures of generated townships, no two of which have ``_LONG`` characters in common."""
    lexicon = load()
    found: list[str] = []
    seen: set[str] = set()
    number = 1000 * seed
    while len(found) < count:
        # Six years of each township are much alike.
        name, text = generate.report(number * generate.YEARS)
        report = understand(Document(text, f"{number:064x}", name, "utf-8"), lexicon)
        for it in report.measures:
            measure = report.slice(it)
            its = _stretches(measure)
            if it.end - it.start >= _SHORTEST and not its & seen:
                found.append(measure)
                seen |= its
        number += 1
    random.Random(seed).shuffle(found)
    return found[:count]


def _stretches(text: str) -> set[str]:
    """All stretches of ``_LONG`` characters, less figures and signs."""
    plain = _NO_WORD.sub("", text)
    return {plain[at : at + _LONG] for at in range(len(plain) - _LONG + 1)}


def _commonplace(text: str, chance: random.Random) -> str:
    return f"{chance.choice([it for it in commonplaces() if len(it) > 12])}，{text}"


def _ruled(text: str, chance: random.Random) -> str:
    return f"{chance.choice(_RULES)}，{text}"


def _framed(text: str, chance: random.Random) -> str:
    frame = re.sub("#", lambda _: str(chance.randint(2, 99)), chance.choice(_FRAMES))
    return f"{frame}，{clauses(text)[0]}"


def _others(count: int) -> Iterator[Report]:
    lexicon = load()
    for number in range(max(0, count)):
        name, text = generate.report(number)
        yield understand(Document(text, f"{number:064x}", name, "utf-8"), lexicon)


def reports_of(
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
    truth = _truth(measures)
    for word, pairs in (("missed", truth - found.keys()), ("wrong", found.keys() - truth)):
        for low, high in sorted(pairs):
            own = measures[high]
            other = found[low, high] if low < 0 else measures[low].text
            print(f"{word} ({own.kind[0]} {own.kind[1]:.0%}): {own.text}\n    {other}")


def _pair(one: int | None, other: int | None) -> tuple[int, int]:
    assert one is not None
    assert other is not None
    return min(one, other), max(one, other)


if __name__ == "__main__":
    main()

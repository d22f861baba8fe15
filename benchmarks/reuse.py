"""Shared wording: how much of what was copied is found, and how much of what is found was copied.

    python -m benchmarks.reuse [--measures 300]
    python -m benchmarks.reuse --labelled

Measures of generated townships are copied by others as officials copy: renamed, renumbered, with
other figures, clauses dropped or swapped, and words replaced until 5 to 40 % of the characters are
others. As many measures of each township are its own and share stock phrases and openings only.
What was copied from where is known, since it was done here. ``--labelled`` asks the pairs of
measures in ``fixtures/unseen`` instead, among all measures of their file, each a township's.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256
from time import perf_counter
from typing import NamedTuple

from benchmarks import generate
from benchmarks.evaluate import FIXTURES, SITTINGS, Tally
from tuibrowser.insight.evidence import Loose
from tuibrowser.insight.reuse import reuse
from tuibrowser.lexicon.load import load
from tuibrowser.lexicon.stock import stock_phrases
from tuibrowser.model.report import Document, Passage, Place, Report
from tuibrowser.model.terms import SECTION_KINDS
from tuibrowser.parsing.parse import parse
from tuibrowser.text.winnowing import hashes_of

SHARES = (0.05, 0.1, 0.2, 0.3, 0.4)
"""Of the characters that a copy has otherwise."""

_TOWNSHIPS = 20
_SHORTEST = 40
_DIGIT = re.compile(r"\d")


class Copied(NamedTuple):
    """A measure, whose it is, and the number of the one it was copied from."""

    text: str
    township: int
    source: int | None
    share: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--measures", type=int, default=300)
    parser.add_argument("--labelled", action="store_true")
    options = parser.parse_args()
    if options.labelled:
        for end in SITTINGS:
            _print_labelled(f"reuse{end}")
        return
    measures = make(options.measures)
    reports, owners = _reports(measures)
    shelf = Loose(reports)
    truth = {_pair(at, it.source) for at, it in enumerate(measures) if it.source is not None}
    began = perf_counter()
    found = {
        _pair(owners[report.sha256, it.passage.start], owners[match.origin.report, match.start])
        for report in reports
        for it in reuse(report, [shelf], _TOWNSHIPS).passages
        for match in it.matches
    }
    seconds = perf_counter() - began
    right = len(found & truth)
    print(
        f"{len(measures)} measures, {len(truth)} copied: P {right / max(1, len(found)):.3f}", end=""
    )
    print(f", R {right / len(truth):.3f}, {1000 * seconds / len(measures):.2f} ms a measure")
    for share in SHARES:
        of_share = {
            _pair(at, it.source)
            for at, it in enumerate(measures)
            if it.source is not None and it.share == share
        }
        print(f"  {share:.0%} of the characters others: R {len(found & of_share)}/{len(of_share)}")
    prints = sum(len(hashes_of(it.text)) for it in measures)
    print(f"{prints / len(measures):.1f} fingerprints a measure")


def _print_labelled(name: str) -> None:
    """Print how many pairs of the same wording are found, and how many others."""
    lines = (FIXTURES / "unseen" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [json.loads(line) for line in lines]
    texts = list(dict.fromkeys(it[key] for it in labels for key in ("one", "other")))
    reports = [
        _report(sha256(text.encode()).hexdigest(), f"第{number}镇", text, [_whole(text)])
        for number, text in enumerate(texts)
    ]
    shelf = Loose(reports)
    names = dict(zip(texts, (it.sha256 for it in reports), strict=True))
    found = {
        (text, match.origin.report)
        for text, report in zip(texts, reports, strict=True)
        for it in reuse(report, [shelf], len(reports)).passages
        for match in it.matches
    }
    for half, rest in (("单数行", 1), ("双数行", 0)):
        tally = Tally()
        for number, it in enumerate(labels, 1):
            if number % 2 == rest:
                is_found = (it["one"], names[it["other"]]) in found
                where = {number: f"{number} {it['kind']}"}
                tally.add(where if it["same"] else {}, where if is_found else {})
        print(f"{name}（{half}） 准确率 {tally.precision:.3f} 召回率 {tally.recall:.3f}")


def _whole(text: str) -> Passage:
    return Passage("measure", 0, len(text), None, None)


def make(count: int, seed: int = 1) -> list[Copied]:
    """``count`` measures by twenty townships, a third of them copied from another's."""
    chance = random.Random(seed)
    texts = _own_measures(count)
    chance.shuffle(texts)
    third = count // 3
    originals = [Copied(text, at % _TOWNSHIPS, None, 0.0) for at, text in enumerate(texts[:third])]
    made = list(originals)
    for at, it in enumerate(originals):
        others = [number for number in range(_TOWNSHIPS) if number != it.township]
        share = SHARES[at % len(SHARES)]
        made.append(
            Copied(altered(it.text, share, texts, chance), chance.choice(others), at, share)
        )
    openings = [phrase for phrase in stock_phrases() if "…" not in phrase]
    for at, text in enumerate(texts[third : 2 * third]):
        made.append(Copied(f"{chance.choice(openings)}，{text}", at % _TOWNSHIPS, None, 0.0))
    return made


def altered(text: str, share: float, others: Sequence[str], chance: random.Random) -> str:
    """``text`` as another office would take it over, with ``share`` of its characters replaced."""
    clauses = re.split("(?<=[，；])", text)
    if len(clauses) > 3 and share >= 0.2:
        clauses[0], clauses[1] = clauses[1], clauses[0]
    text = "".join(clauses)
    text = _DIGIT.sub(lambda _: str(chance.randint(1, 9)), text)
    left = round(share * len(text))
    pieces = list(text)
    # From the end, phrase by phrase, each replaced by as many characters of another measure.
    places = list(range(0, len(text), 12))
    chance.shuffle(places)
    for place in places:
        size = min(left, chance.randint(4, 12))
        if size <= 0:
            break
        foreign = chance.choice(others)
        start = chance.randrange(max(1, len(foreign) - size))
        pieces[place : place + size] = list(foreign[start : start + size])[: len(pieces) - place]
        left -= size
    return "二是" + "".join(pieces)


def _own_measures(count: int) -> list[str]:
    lexicon = load()
    found: dict[str, None] = {}
    number = 0
    while len(found) < count:
        # Six years of each township are much alike.
        name, text = generate.report(number * generate.YEARS)
        report = parse(Document(text, f"{number:064x}", name, "utf-8"), lexicon)
        found |= dict.fromkeys(
            report.slice(it) for it in report.measures if it.end - it.start >= _SHORTEST
        )
        number += 1
    return list(found)[:count]


def _reports(measures: Sequence[Copied]) -> tuple[list[Report], dict[tuple[str, int], int]]:
    """A report for each township, and which measure stands where."""
    by_township: dict[int, list[int]] = defaultdict(list)
    for number, it in enumerate(measures):
        by_township[it.township].append(number)
    reports, owners = [], {}
    for township, numbers in sorted(by_township.items()):
        name = sha256(str(township).encode()).hexdigest()
        text, passages = "", []
        for number in numbers:
            passages.append(
                Passage("measure", len(text), len(text) + len(measures[number].text), None, None)
            )
            owners[name, len(text)] = number
            text += measures[number].text + "\n"
        reports.append(_report(name, f"第{township}镇", text, passages))
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


def _pair(one: int | None, other: int | None) -> tuple[int, int]:
    assert one is not None
    assert other is not None
    return min(one, other), max(one, other)


if __name__ == "__main__":
    main()

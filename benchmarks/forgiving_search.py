"""Forgiving search beside fzf and a scan with rapidfuzz, on libraries of generated reports.

    python -m benchmarks.forgiving_search [--reports 10000 100000]

Spans of 4 to 9 characters that at least three passages hold are spoilt in ten ways, 30 of each. An
answer is right if it holds the span as it was. Spoilt queries that some passage holds as they are
would test nothing and are left out. fzf gets a file with one passage a line and is a whole process
on one core; the scan has the passages folded and in memory.
"""

from __future__ import annotations

import argparse
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from shutil import which

from benchmarks.corpus import Corpus, corpus_of
from benchmarks.measure import Timing, milliseconds, print_table
from tuibrowser.search.find import search
from tuibrowser.store.library import Library
from tuibrowser.text.equivalence import equate
from tuibrowser.text.pinyin import initials, is_han, sounds, spoken

_EACH = 30
_SHORTEST, _LONGEST = 4, 9
_HITS = 3

# Of more passages the slow contenders take minutes a query.
_SCANNED = 1_000_000

# Characters that are read, or recognised by a scanner, for each other.
_ALIKE = (
    "己已巳 未末 土士 日曰 人入八 大太犬 千干于 天夫 刀力 候侯 侍待 拔拨 折析拆 历厉 晴睛情清 "
    "镇填 治冶 决诀 徵微 渡度 堡保 帐账 住往 间问 园圆 幕慕墓 辨辩 坏怀 抗杭 调凋 矛予 访仿 "
    "话活 纷粉 积枳 案桉 执势热 法去 政正 府俯 村衬 项顶 设没 检捡险 查香 审宙 全金 员贞 "
    "宣宜 传转 材村 料科 服报 务劳 民氏 解懈 组姐 织识 培陪 训川 风凤 险验 防访 范苑"
)


@dataclass(frozen=True)
class Spoilt:
    """A query, and what was meant."""

    kind: str
    query: str
    span: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reports", type=int, nargs="+", default=[1000])
    parser.add_argument("--each", type=int, default=_EACH, help="queries of each kind")
    parser.add_argument("--brute", type=int, default=10, help="queries for the slow contenders")
    parser.add_argument("--misses", action="store_true", help="list what was not found")
    parser.add_argument(
        "--folder", type=Path, help="where the libraries are kept for the next run (a cache)"
    )
    arguments = parser.parse_args()
    asked: list[Timing] = []
    for reports in arguments.reports:
        corpus = corpus_of(reports, arguments.folder)
        corpus.describe()
        queries = list(_queries(corpus.passages, arguments.each))
        timings = _ask_all(corpus.library, queries, arguments.misses)
        asked.append(Timing(f"{reports} reports, forgiving", list(timings.values())))
        some = queries[:: max(1, len(queries) // max(arguments.brute, 1))][: arguments.brute]
        if some and len(corpus.passages) < _SCANNED:
            print(f"the same {len(some)} queries:")
            print_table(
                [
                    Timing("forgiving search", [timings[spoilt] for spoilt in some]),
                    *_contenders(corpus, some),
                ]
            )
        print()
    print_table(asked)


def _ask_all(library: Library, queries: Sequence[Spoilt], tell: bool) -> dict[Spoilt, float]:
    """Ask every query, print how many were answered rightly, and return the milliseconds."""
    took: dict[Spoilt, float] = {}
    places: defaultdict[str, list[int | None]] = defaultdict(list)

    def ask(spoilt: Spoilt) -> None:
        with library.read() as reader:
            hits = search(reader, spoilt.query, forgiving=True).hits
        right = [place for place, hit in enumerate(hits) if spoilt.span in equate(hit.passage.text)]
        places[spoilt.kind].append(min(right, default=None))

    ask(Spoilt("warm-up", "预热查询", "预热查询"))
    del places["warm-up"]
    for spoilt in queries:
        took[spoilt] = milliseconds(ask, spoilt)
        place = places[spoilt.kind][-1]
        if tell and (place is None or place >= 10):
            print(f"  missed: {spoilt.kind} {spoilt.query} for {spoilt.span}")
    print(f"{'':18} {'asked':>5} {'hit@1':>6} {'hit@10':>6} {'p50 ms':>7} {'p95 ms':>7} {'max':>7}")
    for kind, found in places.items():
        _print_row(kind, found, [took[one] for one in queries if one.kind == kind])
    _print_row("all", [one for found in places.values() for one in found], list(took.values()))
    return took


def _print_row(label: str, places: Sequence[int | None], runs: Sequence[float]) -> None:
    first = sum(place == 0 for place in places) / len(places)
    ten = sum(place is not None and place < 10 for place in places) / len(places)
    timing = Timing(label, runs)
    print(
        f"{label:18} {len(places):5} {first:6.3f} {ten:6.3f} {timing.percentile(0.5):7.1f}"
        f" {timing.percentile(0.95):7.1f} {max(runs):7.1f}"
    )


def _queries(texts: Sequence[str], each: int) -> Iterator[Spoilt]:
    chance = Random("forgiving")
    everything = "\n".join(texts)
    spoil: dict[str, Callable[[str], str | None]] = {
        "homophone": lambda span: _sound_alike(span, 1, chance),
        "two homophones": lambda span: _sound_alike(span, 2, chance),
        "similar shape": lambda span: _look_alike(span, chance),
        "missing": lambda span: _without(span, chance),
        "extra": lambda span: _with(span, texts, chance),
        "wrong": lambda span: _wrong(span, texts, chance),
        "swapped": lambda span: _swapped(span, chance),
        "order": lambda span: _reordered(span, chance),
        "full pinyin": lambda span: "".join(spoken(character)[0] for character in span),
        "initials": initials,
    }
    for kind, way in spoil.items():
        made: set[str] = set()
        while len(made) < each:
            span = _span(texts, chance)
            if everything.count(span) < _HITS:
                continue
            query = way(span)
            if query and query not in made and query not in everything:
                made.add(query)
                yield Spoilt(kind, query, span)


def _span(texts: Sequence[str], chance: Random) -> str:
    """A stretch of Han characters of some passage."""
    while True:
        text = chance.choice(texts)
        size = chance.randint(_SHORTEST, _LONGEST)
        start = chance.randrange(max(1, len(text) - size))
        span = text[start : start + size]
        if len(span) == size and all(map(is_han, span)):
            return span


def _sound_alike(span: str, count: int, chance: Random) -> str | None:
    places = chance.sample(range(len(span)), count)
    characters = list(span)
    for place in places:
        sound = sounds()[spoken(characters[place])[0]]
        # Only what an input method offers early.
        others = [other for other in sound.by_default[:12] if other != characters[place]]
        if not others:
            return None
        characters[place] = chance.choice(others)
    return "".join(characters)


def _look_alike(span: str, chance: Random) -> str | None:
    alike = {
        character: family.replace(character, "")
        for family in _ALIKE.split()
        for character in family
    }
    places = [place for place, character in enumerate(span) if character in alike]
    if not places:
        return None
    place = chance.choice(places)
    return span[:place] + chance.choice(alike[span[place]]) + span[place + 1 :]


def _without(span: str, chance: Random) -> str:
    place = chance.randrange(1, len(span) - 1)
    return span[:place] + span[place + 1 :]


def _with(span: str, texts: Sequence[str], chance: Random) -> str:
    place = chance.randrange(1, len(span))
    return span[:place] + chance.choice(_span(texts, chance)) + span[place:]


def _wrong(span: str, texts: Sequence[str], chance: Random) -> str:
    place = chance.randrange(len(span))
    return span[:place] + chance.choice(_span(texts, chance)) + span[place + 1 :]


def _swapped(span: str, chance: Random) -> str:
    place = chance.randrange(len(span) - 1)
    return span[:place] + span[place + 1] + span[place] + span[place + 2 :]


def _reordered(span: str, chance: Random) -> str:
    place = chance.randrange(2, len(span) - 1)
    return span[place:] + span[:place]


def _contenders(corpus: Corpus, queries: Sequence[Spoilt]) -> Iterator[Timing]:
    from rapidfuzz import fuzz, process

    def scan(query: str) -> None:
        process.extract(query, corpus.passages, scorer=fuzz.partial_ratio, limit=10)

    yield Timing("partial_ratio", [milliseconds(scan, one.query) for one in queries])
    if not which("fzf"):
        print("fzf is not installed and left out")
        return
    one_core = ["taskset", "-c", "0"] if which("taskset") else []

    def fzf(query: str) -> None:
        with corpus.lines.open("rb") as file:
            command = [*one_core, "fzf", "--filter", query]
            subprocess.run(command, stdin=file, capture_output=True, check=False)

    yield Timing("fzf --filter, process", [milliseconds(fzf, one.query) for one in queries])


if __name__ == "__main__":
    main()

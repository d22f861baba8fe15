"""Questions in everyday words, asked of the coded reports (``fixtures/meaning``).

``python -m benchmarks.meanings`` indexes the reports that have topics and asks each question as the
browser does. A measure answers if one of its topics is among those of the question; what is no
measure counts as no answer. Questions on what no township reports on should find nothing. Only
totals were looked at when the limits were chosen.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from benchmarks.coded import HELD, SAMPLES, Coded, load_coded
from benchmarks.evaluate import FIXTURES
from tuibrowser.indexing.meaning import mark_meaning
from tuibrowser.lexicon.synonyms import load_synonyms
from tuibrowser.search.find import search
from tuibrowser.store.library import Library, Reader
from tuibrowser.text.equivalence import equate
from tuibrowser.text.meaning import DIMENSIONS, direction, packed
from tuibrowser.text.nearness import nearness

_MOST = 20
_FIRST = 5
_COMPARED = 100_000


def main() -> None:
    """Print how well questions are answered."""
    lines = (FIXTURES / "meaning/queries.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [json.loads(line) for line in lines]
    for name, folders in {"示例报告": SAMPLES, "另备的报告": HELD}.items():
        coded = load_coded(*folders)
        with TemporaryDirectory() as folder:
            library = _library(Path(folder) / "library.sqlite3", coded)
            with library.read() as reader:
                print(f"按意思检索：{name}，{_scores(reader, labels, coded)}")
    _print_speed([it.report.slice(measure) for it in coded for measure in it.report.measures])


def _library(path: Path, coded: Sequence[Coded]) -> Library:
    library = Library(path)
    with library.write() as writer:
        writer.upkeep.set_synonyms(load_synonyms())
        for it in coded:
            writer.put(it.report, Path(it.name), 0)
        mark_meaning(writer, lambda *_: None)
    return library


def _scores(reader: Reader, labels: Sequence[dict[str, Any]], coded: Sequence[Coded]) -> str:
    topics = {(it.report.sha256, start): some for it in coded for start, some in it.topics.items()}
    ranks, shares, silent, foreign, asked = 0.0, 0.0, 0, 0, 0
    for label in labels:
        wanted = frozenset(label["topics"])
        hits = search(reader, label["query"], limit=_MOST, forgiving=True).hits
        if not wanted:
            foreign += not hits
            continue
        possible = sum(bool(wanted & some) for some in topics.values())
        if not possible:
            continue
        asked += 1
        silent += not hits
        places = (topics.get((hit.passage.report, hit.passage.start), frozenset()) for hit in hits)
        right = [bool(wanted & some) for some in places]
        ranks += 1 / (right.index(True) + 1) if any(right) else 0
        shares += sum(right[:_FIRST]) / min(_FIRST, possible)
    kinds = sum(not label["topics"] for label in labels)
    return (
        f"{asked} 问：MRR {ranks / asked:.3f} P@5 {shares / asked:.3f}，{silent} 问没有结果；"
        f"{kinds} 个无关的问题中 {foreign} 个没有结果"
    )


def _print_speed(texts: Sequence[str]) -> None:
    """What it costs to note and to compare, in milliseconds of this processor."""
    began = process_time()
    vectors = [packed(equate(text)) for text in texts]
    noted = (process_time() - began) / len(texts)
    many = b"".join(vectors) * (_COMPARED // len(vectors))
    wanted = direction("邻里吵架怎么劝")
    began = process_time()
    nearness(wanted, many)
    compared = process_time() - began
    print(
        f"按意思检索：记一项 {noted * 1000:.2f} 毫秒，"
        f"比 {len(many) // DIMENSIONS:,} 项 {compared * 1000:.0f} 毫秒"
    )


if __name__ == "__main__":
    main()

"""Whether queries nobody tuned for find their passage (``fixtures/unseen/queries.jsonl``).

    python -m benchmarks.queries [--misses odd]

All passages stand in one library. A query has found its passage where that is among the first ten
hits, and first where no other stands before it.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.evaluate import FIXTURES
from tuibrowser.lexicon.synonyms import load_synonyms
from tuibrowser.model.report import Passage, Place, Report
from tuibrowser.search.find import search
from tuibrowser.store.library import Library

_LISTED: Final = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--misses", choices=("odd", "even"), help="list those of half the lines")
    arguments = parser.parse_args()
    lines = (FIXTURES / "unseen" / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [json.loads(line) for line in lines]
    places: defaultdict[str, list[int]] = defaultdict(list)
    with TemporaryDirectory() as folder:
        library = _store(Path(folder), [label["passage"] for label in labels])
        with library.read() as reader:
            for number, label in enumerate(labels, start=1):
                hits = search(reader, label["query"], limit=_LISTED, forgiving=True).hits
                texts = [hit.passage.text for hit in hits]
                place = texts.index(label["passage"]) if label["passage"] in texts else _LISTED
                places[label["kind"]].append(place)
                if place and arguments.misses == ("odd" if number % 2 else "even"):
                    print(f"{number}\t{place}\t{label['kind']}\t{label['query']!r}")
    _print(places)


def _store(folder: Path, passages: list[str]) -> Library:
    text, ranges = "", []
    for passage in passages:
        ranges.append(Passage("measure", len(text), len(text) + len(passage), None, None, ()))
        text += passage + "\n"
    digest = sha256(text.encode()).hexdigest()
    report = Report(
        digest, "queries.txt", text, False, None, None, None, None, None, None, Place(),
        {}, (), tuple(ranges), (),
    )  # fmt: skip
    library = Library(folder / "library.sqlite3")
    with library.write() as writer:
        writer.put(report, Path("queries.txt"), 0)
        writer.upkeep.set_synonyms(load_synonyms())
    return library


def _print(places: dict[str, list[int]]) -> None:
    rows = {**places, "all": [place for some in places.values() for place in some]}
    print("检索：前十处中有 / 第一处就是 / 全部")
    for kind, found in rows.items():
        print(f"{kind:16} {sum(p < _LISTED for p in found):4} {found.count(0):4} {len(found):4}")


if __name__ == "__main__":
    main()

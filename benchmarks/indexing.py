"""Reports a second into a new library: parsing alone, one process, all cores; the word pass alone.

    python -m benchmarks.indexing [--reports 1000]

``index`` marks words with rjieba where it is installed (extra ``fast``), else with jieba, whose
dictionary alone takes a second; both are measured.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from subprocess import run

from benchmarks.generate import write
from benchmarks.measure import milliseconds
from tuibrowser.indexing.run import Ways, index
from tuibrowser.lexicon.load import load
from tuibrowser.parsing.understand import understand
from tuibrowser.reading.read import read
from tuibrowser.store.library import Library

# rjieba is hidden by what an import of None means to Python.
_WITH_JIEBA = """
import sys
sys.modules["rjieba"] = None
from pathlib import Path
from tuibrowser.indexing.run import index
from tuibrowser.store.library import Library
index(Library(Path(sys.argv[1])), [Path(sys.argv[2])])
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reports", type=int, default=1000)
    count = parser.parse_args().reports
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = folder / "texts"
        write(texts, range(count))
        raw = sum(file.stat().st_size for file in texts.iterdir())
        print(f"{count} generated reports, {raw / 1e6:.1f} MB")

        _print_rate("read and parse, nothing stored", count, lambda: _parse(texts))
        alone = Library(folder / "alone.sqlite3")
        bare = Library(folder / "bare.sqlite3")
        one = _print_rate(
            "index --no-words, one process",
            count,
            lambda: index(alone, [texts], Ways(words=False, processes=1)),
        )
        all_cores = _print_rate(
            "index --no-words, all cores", count, lambda: index(bare, [texts], Ways(words=False))
        )
        print(f"all cores against one process: {one / all_cores:.2f} x")
        words, slow = Library(folder / "words.sqlite3"), Library(folder / "jieba.sqlite3")
        bare.pack(words.path)
        bare.pack(slow.path)
        packed = words.path.stat().st_size
        _print_rate("word pass, rjieba", count, lambda: index(words, [texts]))
        arguments = [str(slow.path), str(texts)]
        _print_rate(
            "word pass, jieba, whole process",
            count,
            lambda: run([sys.executable, "-c", _WITH_JIEBA, *arguments], check=True),
        )
        _print_rate("index again, nothing changed", count, lambda: index(words, [texts]))
        marked = words.path.stat().st_size
        for label, size in (("packed", packed), ("packed, then words marked", marked)):
            print(f"library, {label}: {size / raw:.2f} x raw text")
        _print_sizes(bare, raw)


def _print_sizes(library: Library, raw: int) -> None:
    """What texts and the index take, where this SQLite counts pages."""
    with closing(sqlite3.connect(library.path)) as connection:
        try:
            tables = connection.execute(
                "SELECT name, sum(pgsize) FROM dbstat GROUP BY 1"
            ).fetchall()
        except sqlite3.OperationalError:
            print("this SQLite has no dbstat, so the parts of the library are not told apart")
            return
    parts = {"report": "text", "passage_index_data": "index"}
    shares = {parts.get(name, "the rest"): 0.0 for name, _ in tables}
    for name, size in tables:
        shares[parts.get(name, "the rest")] += size / raw
    print(", ".join(f"{label} {share:.2f}" for label, share in sorted(shares.items())))
    print(f"text and index: {sum(shares.values()) - shares['the rest']:.2f} x raw text")


def _parse(texts: Path) -> None:
    lexicon = load()
    for path in texts.iterdir():
        understand(read(path), lexicon)


def _print_rate(label: str, count: int, work: Callable[[], object]) -> float:
    seconds = milliseconds(work) / 1000
    print(f"{label:38} {seconds:6.2f} s {count / seconds:8.0f} reports/s")
    return seconds


if __name__ == "__main__":
    main()

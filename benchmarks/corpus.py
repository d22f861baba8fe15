"""The library of generated reports that the search benchmarks ask, kept for the next run."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.generate import fingerprint, repetition, write
from benchmarks.measure import milliseconds
from tuibrowser.indexing.run import index
from tuibrowser.locations import cache_home
from tuibrowser.model import PassageRecord
from tuibrowser.store.library import Library


def library_of(reports: int, folder: Path | None = None) -> Library:
    """The library of the first ``reports`` reports, made now or by a run before this one.

    Args:
        reports: How many.
        folder: Where it is kept; by default a folder of the cache.
    """
    folder = folder or cache_home() / "benchmarks" / f"{fingerprint()}-{reports}"
    if not (folder / "texts").exists():
        write(folder / "texts", range(reports))
    library = Library(folder / "library.sqlite3")
    took = milliseconds(lambda: index(library, [folder / "texts"], words=False))
    print(f"index: {took / 1000:.1f} s, {reports / took * 1000:.0f} reports/s")
    return library


def passages_of(library: Library) -> list[PassageRecord]:
    """All passages, newest first."""
    with library.read() as reader:
        return reader.passages((), limit=sys.maxsize)


def write_lines(library: Library, records: list[PassageRecord]) -> Path:
    """All passages as written, one a line, in a file beside the library."""
    lines = library.path.with_name("passages.txt")
    text = "".join(record.text.replace("\n", "") + "\n" for record in records)
    lines.write_text(text, encoding="utf-8")
    return lines


def describe(library: Library, records: list[PassageRecord], reports: int) -> None:
    """Say how large and how repetitive the corpus is, and what the library takes."""
    size = sum(len(record.text.encode()) for record in records)
    print(f"{reports} generated reports, {len(records)} passages, {size / 1e6:.1f} MB")
    count, distinct = repetition(range(min(reports, 1000)))
    print(f"of their first {count} lines {distinct:.0%} are distinct")
    print(f"library: {library.path.stat().st_size / size:.2f} x the passages")

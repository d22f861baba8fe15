"""The libraries of generated reports that the search benchmarks ask, kept for the next run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.generate import fingerprint, repetition, write
from benchmarks.measure import milliseconds
from tuibrowser.indexing.run import Ways, index
from tuibrowser.locations import cache_home
from tuibrowser.store.library import Library
from tuibrowser.text.equivalence import equate

_AT_A_TIME = 20_000


@dataclass(frozen=True)
class Corpus:
    """Generated reports, indexed, and their passages one a line for the programs beside."""

    reports: int
    library: Library
    lines: Path
    """The passages as search compares them: folded and without white space, newest first."""

    @cached_property
    def passages(self) -> list[str]:
        """The lines, in memory."""
        return self.lines.read_text(encoding="utf-8").splitlines()

    def describe(self) -> None:
        """Say how large and how repetitive it is, and what the library takes."""
        size = self.lines.stat().st_size - len(self.passages)
        print(
            f"{self.reports} generated reports, {len(self.passages)} passages, {size / 1e6:.1f} MB"
        )
        count, distinct = repetition(range(min(self.reports, 1000)))
        print(f"of their first {count} lines {distinct:.0%} are distinct")


def corpus_of(reports: int, folder: Path | None = None) -> Corpus:
    """The first ``reports`` reports, made now or by a run before this one.

    Args:
        reports: How many.
        folder: Where corpora are kept; by default a folder of the cache.
    """
    folder = (folder or cache_home() / "benchmarks") / f"{fingerprint()}-{reports}"
    if not (folder / "texts").exists():
        write(folder / "unfinished", range(reports))
        (folder / "unfinished").rename(folder / "texts")
    library = Library(folder / "library.sqlite3")
    if _holds(library, reports):
        # Parsed by other rules than today's, perhaps, which is all one to a search.
        with library.write() as writer:
            writer.upkeep.renew_index()
    else:
        took = milliseconds(lambda: index(library, [folder / "texts"], Ways(words=False)))
        print(f"index of {reports}: {took / 1000:.1f} s, {reports / took * 1000:.0f} reports/s")
    lines = folder / "passages.txt"
    if not lines.exists() or lines.stat().st_mtime < library.path.stat().st_mtime:
        with lines.open("w", encoding="utf-8") as file:
            file.writelines(f"{text}\n" for text in _passages(library))
    return Corpus(reports, library, lines)


def _holds(library: Library, reports: int) -> bool:
    if not library.exists():
        return False
    with library.read() as reader:
        return len(reader.sha256s()) == reports


def _passages(library: Library) -> Iterator[str]:
    before = None
    with library.read() as reader:
        while records := reader.passages((), before=before, limit=_AT_A_TIME):
            yield from (equate(record.text) for record in records)
            before = records[-1].id

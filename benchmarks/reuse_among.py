"""Shared wording in a library that is there: as ``reuse``, among as many reports as it holds.

    python -m benchmarks.reuse_among LIBRARY [--measures 720] [--seed 2]

The library is one of generated reports, such as 10,000 (``generate``): by their patterns it is told
what is found too much. The measures, of townships that it has not, stand beside it and are asked
for in both.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from time import process_time
from typing import Final

from benchmarks.reuse import found_on, make, reports_of, tally
from tuibrowser.insight.evidence import Grams, Loose, Shelf
from tuibrowser.store.answers.wordings import HeldPassage
from tuibrowser.store.library import Library

_BESIDE: Final = 1 << 55
"""Added to ids of passages beside the library, above all of its own."""


class _Both:
    """A library's shelf and one beside it."""

    def __init__(self, library: Shelf, beside: Shelf) -> None:
        self._library = library
        self._beside = beside

    def holders(self, wanted: Iterable[Grams], most: int) -> dict[Grams, list[int]]:
        asked = list(wanted)
        found, beside = (it.holders(asked, most) for it in (self._library, self._beside))
        return {it: [*found[it], *map(_BESIDE.__add__, beside[it])][:most] for it in asked}

    def passages(self, ids: Iterable[int]) -> dict[int, HeldPassage]:
        own, beside = _parted(ids)
        found = self._library.passages(own)
        return found | {it + _BESIDE: held for it, held in self._beside.passages(beside).items()}

    def texts(self, ids: Iterable[int]) -> dict[int, str]:
        own, beside = _parted(ids)
        found = self._library.texts(own)
        return found | {it + _BESIDE: text for it, text in self._beside.texts(beside).items()}


def _parted(ids: Iterable[int]) -> tuple[list[int], list[int]]:
    wanted = list(ids)
    return [it for it in wanted if it < _BESIDE], [it - _BESIDE for it in wanted if it >= _BESIDE]


def main() -> None:
    """Print one line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("library", type=Path)
    parser.add_argument("--measures", type=int, default=720)
    parser.add_argument("--seed", type=int, default=2)
    options = parser.parse_args()
    measures = make(options.measures, options.seed)
    reports, owners = reports_of(measures)
    with Library(options.library).read() as reader:
        wordings, count = reader.wordings(), len(reader.sha256s())
        units = wordings.units() + len(reports)
        began = process_time()
        found = found_on(_Both(wordings, Loose(reports)), units, measures, reports, owners)
        took = 1000 * (process_time() - began) / len(reports)
    told = tally(measures, found.pairs)
    print(
        f"{count} reports: P {told.precision:.3f} R {told.recall:.3f}, "
        f"by pattern {found.by_pattern}, {took:.0f} ms a report"
    )


if __name__ == "__main__":
    main()

"""Right indicators, roles and totals of figures, on hand labels of measures.

``python -m benchmarks.indicators`` prints what ``fixtures/unseen/indicators.jsonl`` and the files
二, 四 and 六 of later sittings ask for; ``--misses odd`` lists what was wrong on the lines of odd
number, so that the others stay unseen. Figures that were not found count as misses of all three.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from benchmarks.evaluate import Tally, sittings
from benchmarks.quantities import Line, read_lines
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.parsing.figures.placing import place_figures
from tuibrowser.text.fold import squeeze

_LATER = frozenset({
    "court_observed", "court_observers", "demands_collected", "documents_written",
    "exam_excellent_rate", "people_evacuated", "police_cases", "problems_found",
    "school_law_heads",
})  # fmt: skip
"""Indicators that came after the labels; where these say that there is none, they are no miss."""
_SPLIT = {
    "hotline_settled_rate": "hotline_satisfaction_rate",
    "petitions_satisfaction_rate": "petitions_settled_rate",
    "proposals_settled_rate": "proposals_satisfaction_rate",
}
"""Indicators that were one with another when the labels were made."""
_Placed = tuple[str | None, str | None, int | None, str | None]
"""Indicator, role, end of the total and time."""
PARTS = ("指标", "角色", "所属合计", "时段")


def compare(lines: Sequence[Line], lexicon: Lexicon) -> dict[str, Tally]:
    """A tally of each part."""
    tallies = {part: Tally() for part in PARTS}
    for number, label in lines:
        text = label["text"]
        found: dict[int, list[_Placed]] = {}
        for end, placed in _found(text, lexicon, is_plan=label.get("kind") == "next_plan"):
            found.setdefault(end, []).append(placed)
        ends = [int(figure["end"]) for figure in label["figures"]]
        optional = {
            end for end, it in zip(ends, label["figures"], strict=True) if it.get("optional")
        }
        # A number that two nouns share is labelled twice, and found twice.
        for end, figure in zip(ends, label["figures"], strict=True):
            if end in optional:
                continue
            where = f"{number} {text[max(0, end - 24) : end + 8]!r}"
            total = None if figure["part_of"] is None else ends[int(figure["part_of"])]
            got = _take(found.get(end, []), _ids(figure))
            if got[0] not in _ids(figure):
                got = (_SPLIT.get(got[0] or "", got[0]), *got[1:])
            wanted = (_ids(figure), (figure["role"],), (total,), (figure["time"],))
            for part, of, it in zip(PARTS, wanted, got, strict=True):
                _count(tallies[part], of, it, where)
    return tallies


def _take(found: list[_Placed], ids: Sequence[str | None]) -> _Placed:
    """Take out the first of ``found`` that is of one of ``ids``, or else the first."""
    plain = [(None, *it[1:]) if it[0] in _LATER and None in ids else it for it in found]
    at = next((at for at, it in enumerate(plain) if it[0] in ids), 0)
    if not plain:
        return (None, None, None, None)
    del found[at]
    return plain[at]


def _ids(figure: dict[str, Any]) -> tuple[str | None, ...]:
    """The indicator of a label, and those that are as right."""
    return figure["indicator"], *figure.get("indicator_also", ())


def _count(tally: Tally, wanted: Sequence[object], got: object, where: str) -> None:
    if got in wanted:
        tally.hits += got is not None
        return
    if any(wanted):
        tally.missed.append(f"{where}：应为 {wanted[0]}，得到 {got}")
    if got is not None:
        tally.extra.append(f"{where}：应为 {wanted[0]}，得到 {got}")


def _found(text: str, lexicon: Lexicon, *, is_plan: bool) -> Iterator[tuple[int, _Placed]]:
    shadow, offsets = squeeze(text)
    written = "".join(text[offset] for offset in offsets)
    found = list(find_figures(shadow, written, lexicon.units))
    ends = [offsets[it.end - 1] + 1 for it in found]
    placed = place_figures(shadow, found, lexicon, None, is_plan=is_plan)
    for end, it in zip(ends, placed, strict=True):
        total = None if it.part_of is None else ends[it.part_of]
        yield end, (it.indicator, it.role, total, it.time)


def main() -> None:
    """Print the tallies of both halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", choices=("odd", "all"))
    arguments = parser.parse_args()
    lexicon = load()
    halves = {"单数行": 1, "双数行": 0}
    for (sitting, path), (half, rest) in product(sittings("indicators").items(), halves.items()):
        tallies = compare([it for it in read_lines(path) if it.number % 2 == rest], lexicon)
        for part, tally in tallies.items():
            print(
                f"{part}{sitting}（{half}） 准确率 {tally.precision:.3f}"
                f" 召回率 {tally.recall:.3f}"
                f" 对 {tally.hits} 漏或错 {len(tally.missed)} 多或错 {len(tally.extra)}"
            )
            if arguments.misses == "all" or (arguments.misses and rest):
                print(*(f"  漏或错 {it}" for it in tally.missed), sep="\n")


if __name__ == "__main__":
    main()

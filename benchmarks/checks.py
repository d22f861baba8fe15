"""How often the remarks of ``check`` are those of a reader, by kind.

``python -m benchmarks.checks [FILE…]`` prints precision and recall over ``fixtures/unseen``;
``--misses odd`` lists what was missed or is too much in the lines with odd numbers, which may be
looked at. A remark is a reader's where its kind is, and where its words hold those of the label.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks.evaluate import Tally, sittings
from tuibrowser.insight.checks.finding import KINDS, Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.review import review
from tuibrowser.lexicon.load import load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand

UNSEEN: Final = [*sittings("checks").values()]
FIRST_CONTACT: Final = "first contact: P 0.889, R 0.720"


class Verdict(NamedTuple):
    """What became of one line."""

    right: list[str]
    """Kinds that reader and program remark."""
    missed: list[tuple[str, str]]
    """Kind and words of what only the reader remarks."""
    extra: list[tuple[str, str]]
    """Kind and words of what only the program remarks."""


def judge(label: dict[str, Any]) -> Verdict:
    """The remarks on one line beside its label."""
    texts = [(it["role"], _understood(it["text"])) for it in label["texts"]]
    by_role: dict[str, list[Report]] = defaultdict(list)
    for role, report in texts:
        by_role[role].append(report)
    last = by_role["last"][0] if by_role["last"] else None
    found = list(review(Material(by_role["report"][0], last, by_role["neighbour"])))
    right: list[str] = []
    missed: list[tuple[str, str]] = []
    for wanted in label["findings"]:
        match = next((it for it in found if _is_meant(wanted, it)), None)
        if match is None:
            missed.append((wanted["kind"], "／".join(wanted["passages"])))
        else:
            found.remove(match)
            right.append(wanted["kind"])
    return Verdict(right, missed, [(it.kind, it.says) for it in found])


def _is_meant(wanted: dict[str, Any], finding: Finding) -> bool:
    words = ["".join(words.split()) for words in wanted["passages"]]
    quotes = ["".join(quote.text.split()) for quote in finding.quotes]
    near = any(word in quote or quote in word for word in words for quote in quotes)
    return bool(wanted["kind"] == finding.kind and (not words or near))


def _understood(text: str) -> Report:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return understand(Document(text, digest, "报告.txt", "utf-8"), load())


def main() -> None:
    """Print precision and recall by kind, and over the lines of odd and of even number."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("files", nargs="*", type=Path, default=UNSEEN)
    arguments.add_argument("--misses", choices=("odd",))
    options = arguments.parse_args()
    for file in options.files:
        print(file.stem)
        _print_tallies(file, with_misses=bool(options.misses))
    print(FIRST_CONTACT)


def _print_tallies(file: Path, *, with_misses: bool) -> None:
    tallies = {kind: Tally() for kind in KINDS}
    halves = {"even": Tally(), "odd": Tally()}
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        verdict = judge(json.loads(line))
        half = halves["odd" if number % 2 else "even"]
        half.hits += len(verdict.right)
        for kind in verdict.right:
            tallies[kind].hits += 1  # type: ignore[index]
        for said, kind, words in _differences(verdict):
            for tally in (tallies[kind], half):  # type: ignore[index]
                (tally.missed if said == "缺" else tally.extra).append(words)
            if with_misses and number % 2:
                print(f"{number}\t{said}\t{kind}\t{words}")
    whole = Tally(
        sum(it.hits for it in halves.values()),
        [words for it in halves.values() for words in it.missed],
        [words for it in halves.values() for words in it.extra],
    )
    rows: list[tuple[str, Tally]] = [*tallies.items(), *halves.items(), ("all", whole)]
    for name, tally in rows:
        print(_row(name, tally))


def _differences(verdict: Verdict) -> Iterator[tuple[str, str, str]]:
    yield from (("缺", *it) for it in verdict.missed)
    yield from (("多", *it) for it in verdict.extra)


def _row(name: str, tally: Tally) -> str:
    return (
        f"{name:18} P {tally.precision:.3f}  R {tally.recall:.3f}"
        f"  {tally.hits} right, {len(tally.missed)} missed, {len(tally.extra)} too much"
    )


if __name__ == "__main__":
    main()

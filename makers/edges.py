"""Makes edges.txt (``tuibrowser/lexicon/SOURCES.md``).

    pip install 'numpy>=2.2,<3'
    python -m makers.edges

Logistic regression that tells of the places in a clause the one where the name of what is counted
begins, and where it ends. It learns from the labelled figures of ``fixtures`` and from the odd
lines of ``fixtures/unseen`` (never from even lines, nor from an examination).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks.evaluate import FIXTURES
from makers.regression import Example, learn
from tuibrowser.lexicon.counting import Counting
from tuibrowser.lexicon.edges import TABLE
from tuibrowser.lexicon.load import load
from tuibrowser.lexicon.signs import lines_of
from tuibrowser.parsing.nouns.edges import (
    BREAK,
    LONGEST_BEHIND,
    NEAR,
    SHORTEST,
    begin_signs,
    behind_signs,
    clause_of,
    end_signs,
)
from tuibrowser.text.fold import squash, squeeze

OWN: Final = ("figures.jsonl", "indicators.jsonl", "sentences.jsonl", "edges.jsonl")
"""Files of ``fixtures``, of which every line is learnt from."""
UNSEEN: Final = (
    *("figures2", "figures3", "figures4", "figures6", "indicators2", "indicators4", "indicators6"),
    *("whole8", "whole9", "whole11", "whole12"),
    *("sentences1", "sentences2", "sentences3", "sentences4"),
)
"""Files of ``fixtures/unseen``, of which odd lines are."""

# Chosen by even lines of the whole reports and of the sentences, by their totals.
SHRINKING: Final = 2.0
RAREST: Final = 3
"""A sign must stand at so many places."""
_MORE: Final = re.compile("(?:以[上下]|左右|[余多])+$")
"""What may stand behind a unit."""


class Named(NamedTuple):
    """A labelled figure in its paragraph, folded and without white space."""

    shadow: str
    start: int
    end: int
    unit: str
    names: Sequence[str]
    """Of what it counts, all as right; the first is what an official would write first."""


def figures() -> Iterator[Named]:
    """All that may be learnt from."""
    for name in OWN:
        for label in _labels(FIXTURES / name, 1):
            yield from _figures(label)
    for name in UNSEEN:
        for label in _labels(FIXTURES / "unseen" / f"{name}.jsonl", 2):
            yield from _figures(label)


def _labels(path: Path, step: int) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines()[::step]:
        yield json.loads(line)


def _figures(label: Mapping[str, Any]) -> Iterator[Named]:
    text: str = label["text"]
    at = 0
    for figure in label.get("figures", ()):
        if figure.get("optional") or not figure.get("noun"):
            continue
        start = figure.get("start", text.find(figure["text"], at))
        if start < 0:
            continue
        at = start
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", start)
        shadow, offsets = squeeze(text[first : last if last >= 0 else len(text)])
        inside = [n for n, it in enumerate(offsets) if start <= first + it < start + _size(figure)]
        if not inside:
            continue
        names = [squash(it) for it in (figure["noun"], *figure.get("noun_also", ())) if it]
        unit = _MORE.sub("", figure["text"])[-1]
        yield Named(shadow, inside[0], inside[-1] + 1, unit, names)


def _size(figure: Mapping[str, Any]) -> int:
    """How long a figure is; labels that say where it ends quote it with more."""
    return int(figure["end"]) - int(figure["start"]) if "end" in figure else len(figure["text"])


def beginning(it: Named) -> Example | None:
    """Where a name before its number begins, of the places in its clause."""
    before = it.shadow[: it.start]
    ends = [before.rfind(name) + len(name) for name in it.names if name in before]
    ends = [end for end in ends if it.start - end <= NEAR]
    if not ends:
        return None
    end = max(ends)
    clause = clause_of(it.shadow, end)
    places = range(clause, end - SHORTEST + 1)
    rights = {
        end - len(name)
        for name in it.names
        # What is shorter than an official would write has lost something.
        if len(name) >= len(it.names[0]) and it.shadow.endswith(name, clause, end)
    }
    return _example(places, rights, lambda at: begin_signs(it.shadow, clause, at, end))


def ending(it: Named, words: Counting) -> Example | None:
    """Where a name before its number ends."""
    before = it.shadow[: it.start]
    clause = max((found.end() for found in BREAK.finditer(before)), default=0)
    rights = {before.rfind(name) + len(name) for name in it.names if name in before}
    places = range(max(clause + SHORTEST, it.start - NEAR), it.start + 1)
    return _example(places, rights, lambda at: end_signs(it.shadow, at, it.start, words))


def ending_behind(it: Named, words: Counting) -> Example | None:
    """Where a name behind its number ends."""
    found = BREAK.search(it.shadow, it.end)
    last = found.start() if found else len(it.shadow)
    rights = {
        it.end + len(name)
        for name in it.names
        if len(name) >= SHORTEST and it.shadow.startswith(name, it.end)
    }
    places = range(it.end + SHORTEST, min(last, it.end + LONGEST_BEHIND) + 1)
    return _example(places, rights, lambda at: behind_signs(it.shadow, it.end, at, it.unit, words))


def _example(places: range, rights: set[int], signs: Any) -> Example | None:
    numbers = [places.index(at) for at in rights if at in places]
    if not numbers or len(places) == 1:
        return None
    return Example([dict.fromkeys(signs(at), 1.0) for at in places], numbers)


def _learn(examples: Iterable[Example | None]) -> dict[str, float]:
    found = [it for it in examples if it]
    return learn(found, rarest=RAREST, shrinking=SHRINKING)


def main() -> None:
    """Write the table."""
    words = load().units.counting
    named = list(figures())
    tables: dict[str, dict[str, float]] = {
        "begin": _learn(map(beginning, named)),
        "end": _learn(ending(it, words) for it in named),
        "behind": _learn(ending_behind(it, words) for it in named),
    }
    TABLE.write_text("\n".join(lines_of(tables)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

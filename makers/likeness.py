"""Makes likeness.txt (``tuibrowser/lexicon/SOURCES.md``).

    pip install 'numpy>=2.2,<3'
    python -m makers.likeness

Logistic regression from what two measures share to whether they are one matter: of two townships,
whether they report the same act; of two years of one township, whether one goes on from the other.
It learns from ``fixtures/pairs.jsonl``, ``fixtures/years.jsonl``, the topics of the samples and the
odd lines of the first sittings of the same kinds in ``fixtures/unseen``; never from even lines, nor
from what is held.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from benchmarks.coded import SAMPLES, load_coded, pairs_of
from benchmarks.evaluate import FIXTURES
from benchmarks.lists import Class, numbers_of, report_of, whole_reports
from tuibrowser.compare import parts, traits
from tuibrowser.compare.chains import Chain, go_on
from tuibrowser.compare.effort import Effort
from tuibrowser.compare.judgement import judge
from tuibrowser.compare.parts import candidates
from tuibrowser.compare.similarity import profiles
from tuibrowser.compare.succession import wordings
from tuibrowser.compare.traits import FEATURES, Traits
from tuibrowser.lexicon import likeness
from tuibrowser.lexicon.likeness import BEFOREHAND, load_likeness
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.model.report import Report
from tuibrowser.text import vectors

TARGET: Final = Path(likeness.__file__).with_name("likeness.txt")

# Chosen by leaving out one hand's labels after the other.
SHRINKING: Final = 1.0
"""How far a weight is held back."""
TOPIC: Final = 0.7
"""What a pair of the samples counts beside one of the lists, of which there are fewer."""
OF_YEARS: Final = (*traits.AT_ONCE, "pairs", "themes", "meaning")
"""What is asked of two years: the other traits are right in one row more of 500 and take as long as
these."""
STEPS: Final = 30
"""Of Newton's method; after ten nothing moves."""

Array = Any
"""Of numpy, which only makers need."""


class Example(NamedTuple):
    """Two measures."""

    features: tuple[float, ...]
    is_one: bool
    counts: float = 1.0


def example(one: Traits, other: Traits, is_one: bool, counts: float = 1.0) -> Example:
    """Two measures with what they share."""
    shared = vectors.product(one.said.characters, other.said.characters)
    told = (
        *traits.at_once(one.said, other.said, shared),
        *(trait(one, other) for trait in traits.AT_LENGTH.values()),
        *(trait(one, other) for trait in traits.AT_LAST.values()),
    )
    return Example(told, is_one, counts)


def read(
    lines: Sequence[dict[str, Any]], lexicon: Lexicon
) -> Iterator[tuple[list[Report], Sequence[Sequence[str]], list[Class]]]:
    """The reports of two years, what they do, and what became of it."""
    for line in lines:
        if "texts" in line:
            yield whole_reports(line, lexicon)
        else:
            lists = line["before"], line["after"]
            reports = [report_of("青棠镇", 2022 + at, it, lexicon) for at, it in enumerate(lists)]
            yield reports, lists, [(new, old, change) for new, old, change in line["classes"]]


def of_years(lines: Sequence[dict[str, Any]], lexicon: Lexicon) -> Iterator[Example]:
    """Every measure of a year beside every one of the next."""
    for reports, lists, rows in read(lines, lexicon):
        goes_on = {(old, new) for new, old, _ in rows}
        befores, afters = (
            list(zip(wordings(it), numbers_of(it, own), strict=True))
            for it, own in zip(reports, lists, strict=True)
        )
        for (old, olds), (new, news) in product(befores, afters):
            if olds and news and old.said_as == new.said_as:
                is_one = any(it in goes_on for it in product(olds, news))
                yield example(old.traits, new.traits, is_one)


def of_parts(lines: Sequence[dict[str, Any]], lexicon: Lexicon) -> Iterator[Example]:
    """What is left over of either year beside every measure that goes on."""
    for reports, lists, rows in read(lines, lexicon):
        goes_on = {(old, new) for new, old, _ in rows}
        numbers = [numbers_of(it, own) for it, own in zip(reports, lists, strict=True)]
        chains: list[Chain] = []
        for number, report in enumerate(reports):
            go_on(chains, number, wordings(report), Effort())
        for here, there in ((0, 1), (1, 0)):
            for part, whole, found in candidates(chains, here, there, Effort()):
                two = {here: part.years[here].index, there: whole.years[there].index}
                olds, news = (numbers[year][two[year]] for year in (0, 1))
                if olds and news:
                    yield Example(found, any(it in goes_on for it in product(olds, news)))


def of_townships(lines: Sequence[dict[str, Any]], lexicon: Lexicon) -> Iterator[Example]:
    """Every measure of a township beside every one of another."""
    for line in lines:
        same = {(a, b) for a, b in line["same"]}
        lefts, rights = (
            list(zip(profiles(it), numbers_of(it, own), strict=True))
            for own, name in ((line["left"], "青棠镇"), (line["right"], "柳坝镇"))
            for it in (report_of(name, 2023, own, lexicon),)
        )
        for (one, ones), (other, others) in product(lefts, rights):
            is_one = any(it in same for it in product(ones, others))
            yield example(one.traits, other.traits, is_one)


def of_topics() -> Iterator[Example]:
    """Every measure of a sample report beside every one of another township's."""
    for one, other in pairs_of(load_coded(*SAMPLES)):
        mine, theirs = (
            [
                (profile.traits, coded.topics[it.start])
                for profile, it in zip(profiles(coded.report), coded.report.measures, strict=True)
                if coded.is_scored(it.start)
            ]
            for coded in (one, other)
        )
        for (here, topics), (there, others) in product(mine, theirs):
            yield example(here, there, bool(topics & others), TOPIC)


def lines_of(written: Sequence[str], unseen: Sequence[str]) -> list[dict[str, Any]]:
    """The labels of files written to learn from, and the odd lines of ``unseen``."""
    paths = [(FIXTURES / f"{name}.jsonl", 1) for name in written]
    paths += [(FIXTURES / "unseen" / f"{name}.jsonl", 2) for name in unseen]
    return [
        json.loads(line)
        for path, step in paths
        for line in path.read_text(encoding="utf-8").splitlines()[::step]
    ]


def learn(examples: Sequence[Example]) -> Array:
    """The weight of each feature, and last what speaks for it beforehand."""
    found = np.array([it.features for it in examples])
    middle, spread = found.mean(0), found.std(0)
    found = np.column_stack([(found - middle) / np.where(spread, spread, 1), np.ones(len(found))])
    wanted = np.array([it.is_one for it in examples], float)
    counts = np.array([it.counts for it in examples])
    held = SHRINKING * np.diag([*np.ones(len(middle)), 0.0])
    weights = np.zeros(len(middle) + 1)
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-found @ weights))
        slope = found.T @ (counts * (wanted - said)) - held @ weights
        bend = (found * (counts * said * (1 - said))[:, None]).T @ found + held
        weights += np.linalg.solve(bend, slope)
    plain = weights[:-1] / np.where(spread, spread, 1)
    return np.array([*plain, weights[-1] - plain @ middle])


def rows_of(
    question: str, names: Sequence[str], examples: Sequence[Example], told: Sequence[str] = ()
) -> Iterator[str]:
    """The lines of one question.

    Args:
        question: Its name.
        names: The traits that it asks for.
        examples: What is learnt from.
        told: The traits that each of them has, where those are more.
    """
    kept = [(told or names).index(name) for name in names]
    chosen = [it._replace(features=tuple(it.features[at] for at in kept)) for it in examples]
    for name, weight in zip((*names, BEFOREHAND), learn(chosen), strict=True):
        yield f"{question} {name} {weight:.3f}"


def write(rows: Sequence[str]) -> None:
    """Write the table."""
    head = "# Made by makers/likeness.py: what each trait adds to the odds, for each question."
    TARGET.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    load_likeness.cache_clear()
    judge.cache_clear()


def main() -> None:
    """Learn the weights."""
    lexicon = load()
    # Later sittings are not learnt from: they tell how well the weights do elsewhere.
    pairs = lines_of(["pairs"], ["pairs", "pairs2", "pairs4"])
    years = lines_of(["years", "year_lists"], ["changes", "changes2", "changes4", "years"])
    townships = [*of_townships(pairs, lexicon), *of_topics()]
    rows = [*rows_of("townships", FEATURES, townships)]
    rows += rows_of("years", OF_YEARS, [*of_years(years, lexicon)], FEATURES)
    write(rows)
    # What is left over is told from the weights just learnt.
    rows += rows_of("parts", parts.FEATURES, [*of_parts(years, lexicon)])
    write(rows)


if __name__ == "__main__":
    main()

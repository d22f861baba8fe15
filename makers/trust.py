"""Makes trust.txt (``tuibrowser/lexicon/SOURCES.md``).

    pip install 'numpy>=2.2,<3' 'scipy>=1.14,<2'
    python -m makers.trust

Logistic regression that tells of what patterns and leanings say of a number the indicator that it
is of. It learns from ``fixtures/sentences.jsonl``, for which no pattern was written: of other lines
patterns know more than they do of a report that nobody has seen. What a number of theirs leans
towards is told by leanings learnt from all but its share of the sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from makers.leanings import Labelled, Learnt, examples_of, ids, labelled, learn, named, sentences
from makers.regression import Example
from makers.regression import learn as weigh
from tuibrowser.lexicon.leanings import NONE
from tuibrowser.lexicon.load import load
from tuibrowser.lexicon.signs import lines_of
from tuibrowser.lexicon.trust import QUESTION, TABLE
from tuibrowser.parsing.figures.deciding import candidates, choices_of, signs
from tuibrowser.parsing.figures.indicators import Assigning

SHARES: Final = 3
RAREST: Final = 3
SHRINKING: Final = 6.0
HOLDING: Final[dict[str, float]] = {"": 1.3, "/bare": 4.0}
"""What speaks besides for what patterns name, below a heading and without one: then little but
patterns tells what field it is of."""
NAMING: Final[dict[str, float]] = {"": 0.4, "/bare": -0.6}
"""What speaks besides against none: of the sentences' numbers, more than of those of reports only
look like one of an indicator. These were chosen by the totals of even lines."""


def examples() -> Iterator[Example]:
    """The numbers of the sentences, each with what it may be of."""
    assigning = Assigning(load().indicators)
    found = list(sentences())
    others = [*examples_of(labelled()), *named()]
    for share in range(SHARES):
        rest = chain.from_iterable(it for at, it in enumerate(found) if at % SHARES != share)
        learnt = learn([*others, *examples_of(rest)], ids())
        asked = list(chain.from_iterable(found[share::SHARES]))
        yield from _examples([*asked, *map(_bare, asked)], learnt, assigning)


def _bare(it: Labelled) -> Labelled:
    """A number whose heading says nothing."""
    context = it.asked.context._replace(heading="")
    return it._replace(asked=it.asked._replace(context=context))


def _examples(found: Sequence[Labelled], learnt: Learnt, assigning: Assigning) -> Iterator[Example]:
    told = [asked.context for asked, _ in found]
    known = {it: at for at, it in enumerate(learnt.ids)}
    leans = learnt.lean(told), learnt.lean(told, is_near=True)
    for (asked, rights), all_, near in zip(found, *leans, strict=True):
        choices = choices_of(asked, assigning)
        if asked.named is None and all(near[known[it]] < near[known[NONE]] for it in choices):
            continue
        wanted = {*choices, *asked.ranks, asked.named or NONE, NONE}
        leanings = {it: float(all_[known[it]]) for it in wanted}
        tried = candidates(asked, leanings, choices, assigning)
        right = [at for at, it in enumerate(tried) if (None if it == NONE else it) in rights]
        if right and len(right) < len(tried):
            yield Example([dict(signs(asked, it, leanings)) for it in tried], right)


def main() -> None:
    """Write the table."""
    weights = weigh(list(examples()), rarest=RAREST, shrinking=SHRINKING)
    for case, holding in HOLDING.items():
        weights[f"is named/named{case}"] += holding
        for kind in ("none", "none/named"):
            weights[f"is {kind}{case}"] -= NAMING[case]
    TABLE.write_text("\n".join(lines_of({QUESTION: weights})) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

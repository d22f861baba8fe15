"""Right answers on hand labels of sentences and measures: quantities, their nouns, themes.

``python -m benchmarks.quantities`` prints what ``fixtures/unseen/figures.jsonl`` and
``themes.jsonl`` ask for, and the files of later sittings (二 to 六); ``--misses odd`` lists what
was wrong on the lines of odd number, so that the others stay unseen.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.evaluate import FIXTURES, Tally, sittings
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.parsing.figures.find import Quantity, find_figures
from tuibrowser.parsing.themes import ThemedHeading, give_themes, score_measure, score_title
from tuibrowser.text.fold import squash, squeeze

_ACT = 4
"""Characters by which an answer may say more of the act than the label does."""


_Key = tuple[str, float, float | None, str]
"""The text of a figure, its value, the upper end of two, and its unit."""


class Line(NamedTuple):
    """A labelled line, its number from 1."""

    number: int
    label: dict[str, Any]


def read_lines(path: Path) -> list[Line]:
    """The labels of one file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Line(at, json.loads(line)) for at, line in enumerate(lines, 1) if line.strip()]


def compare_figures(lines: Sequence[Line], lexicon: Lexicon) -> dict[str, Tally]:
    """A tally of quantities (text, value and unit), nouns and periods of those found."""
    tallies = {"数据": Tally(), "名称": Tally(), "时段": Tally()}
    for number, label in lines:
        shadow, offsets = squeeze(label["text"])
        written = "".join(label["text"][offset] for offset in offsets)
        found = list(find_figures(shadow, written, lexicon.units))
        asked = [_key(it) for it in label["figures"] if not it.get("optional")]
        free = {_key(it) for it in label["figures"]}
        given = [_seen(it, shadow) for it in found]
        tally = tallies["数据"]
        tally.add(
            {(number, it, n): f"{number} {it}" for it, n in _numbered(asked)},
            {
                (number, it, n): f"{number} {it}"
                for it, n in _numbered(given)
                if it in asked or it not in free
            },
        )
        for quantity, right in _paired(found, given, label["figures"], shadow):
            if right.get("optional"):
                continue
            where, nouns = f"{number} {squash(right['text'])}", _nouns_of(right)
            noun = _noun(quantity, shadow)
            others = [squash(it["noun"] or "") for it in label["figures"] if it is not right]
            _count(tallies["名称"], is_noun(noun, nouns, others), where, nouns, noun)
            period = shadow[slice(*quantity.period)] if quantity.period else ""
            want = [squash(right["period"] or "")]
            _count(tallies["时段"], period in want, where, want, period)
    return tallies


def _paired(
    found: Sequence[Quantity],
    keys: Sequence[_Key],
    labels: Sequence[dict[str, Any]],
    shadow: str,
) -> Iterator[tuple[Quantity, dict[str, Any]]]:
    """What was found with its label; of several labels of one key first those whose noun it has."""
    asked, given = list(labels), list(zip(found, keys, strict=True))
    for needs_noun in (True, False):
        for quantity, key in list(given):
            rights = [it for it in asked if _key(it) == key]
            if needs_noun:
                noun = _noun(quantity, shadow)
                others = [squash(it["noun"] or "") for it in labels if it not in rights]
                rights = [it for it in rights if is_noun(noun, _nouns_of(it), others)]
            if rights:
                asked.remove(rights[0])
                given.remove((quantity, key))
                yield quantity, rights[0]


def _noun(quantity: Quantity, shadow: str) -> str:
    return quantity.told(lambda start, end: shadow[start:end])


def _nouns_of(label: dict[str, Any]) -> list[str]:
    return [squash(it or "") for it in (label["noun"], *label.get("noun_also", ()))]


def compare_nouns(lines: Sequence[Line], lexicon: Lexicon) -> dict[str, Tally]:
    """A tally of the nouns of labelled figures that are found: their texts end alike.

    How something changed (同比下降12%) is in these labels part of the noun, and need not be.
    """
    tally = Tally()
    for number, label in lines:
        shadow, offsets = squeeze(label["text"])
        written = "".join(label["text"][offset] for offset in offsets)
        open_ = list(label["figures"])
        for quantity in find_figures(shadow, written, lexicon.units):
            text = shadow[quantity.start : quantity.end]
            rights = [it for it in open_ if text.endswith(squash(it["text"]))][:1]
            if not rights:
                continue
            open_.remove(rights[0])
            nouns = [squash(it) for it in (rights[0]["noun"], *rights[0].get("noun_also", ()))]
            nouns += [thing for it in nouns if (thing := it.partition("同比")[0])]
            others = [squash(it["noun"]) for it in label["figures"] if it not in rights]
            noun = _noun(quantity, shadow)
            _count(tally, is_noun(noun, nouns, others), f"{number} {text}", nouns, noun)
    return {"名称": tally}


def _count(tally: Tally, is_right: bool, where: str, want: Sequence[str], got: str) -> None:
    if is_right:
        tally.hits += 1
    else:
        tally.missed.append(f"{where}：应为 {'／'.join(want)}，得到 {got}")


def _key(figure: dict[str, Any]) -> _Key:
    unit = figure["unit"].replace("/", "")
    return squash(figure["text"]), float(figure["value"]), figure.get("value_to"), unit


def _seen(quantity: Quantity, shadow: str) -> _Key:
    return (
        shadow[quantity.start : quantity.end],
        float(quantity.value),
        getattr(quantity, "value_to", None),
        quantity.unit,
    )


def _numbered(keys: Sequence[Any]) -> Iterator[tuple[Any, int]]:
    seen: Counter[Any] = Counter()
    for key in keys:
        yield key, seen[key]
        seen[key] += 1


def is_noun(noun: str, rights: Sequence[str], others: Sequence[str]) -> bool:
    """Whether it is the label, has a little more of the act, or the thing without its act."""
    if noun in rights:
        return True
    if len(noun) < 2:
        return False
    return any(
        (noun.endswith(right) and len(noun) - len(right) <= _ACT)
        or (right.endswith(noun) and not any(other.endswith(noun) for other in others))
        for right in rights
        if right
    )


def compare_themes(lines: Sequence[Line], lexicon: Lexicon) -> dict[str, Tally]:
    """A tally of first themes and of all themes of the measures.

    What is in ``themes_also`` is neither asked for nor wrong.
    """
    tallies = {"首个领域": Tally(), "全部领域": Tally()}
    for number, label in lines:
        heading = ThemedHeading(
            2,
            False,
            score_title(squash(label["heading"] or ""), lexicon),
            [score_measure(squash(label["text"]), lexicon)],
        )
        ((_, (themes,)),) = give_themes([heading])
        right = label["themes"]
        words = f"{number} {label['text'][:40]}"
        _count(tallies["首个领域"], themes[:1] == tuple(right[:1]), words, right[:1], str(themes))
        tallies["全部领域"].add(
            {(number, it): f"{words} {it}" for it in right},
            {
                (number, it): f"{words} {it}"
                for it in themes
                if it not in label.get("themes_also", ())
            },
        )
    return tallies


def main() -> None:
    """Print the tallies of both halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", choices=("odd", "all"))
    arguments = parser.parse_args()
    lexicon = load()
    comparisons = {"figures": compare_figures, "themes": compare_themes}
    files = [
        (sitting, path, compare)
        for name, compare in comparisons.items()
        for sitting, path in sittings(name).items()
    ]
    tuned_on = compare_nouns(read_lines(FIXTURES / "figures.jsonl"), lexicon)["名称"]
    print(f"名称（按它调过的） 召回率 {tuned_on.recall:.3f}，{tuned_on.hits} 个对")
    for sitting, path, compare in files:
        lines = read_lines(path)
        for half, rest in (("单数行", 1), ("双数行", 0)):
            tallies = compare([it for it in lines if it.number % 2 == rest], lexicon)
            for part, tally in tallies.items():
                print(f"{part}{sitting}（{half}）", tally.shares)
                if arguments.misses == "all" or (arguments.misses and rest):
                    print(*(f"  漏或错 {it}" for it in tally.missed), sep="\n")
                    print(*(f"  多 {it}" for it in tally.extra), sep="\n")


if __name__ == "__main__":
    main()

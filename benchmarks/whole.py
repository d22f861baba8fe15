"""Right answers on whole reports labelled by hand, from the issuer to the indicator of a figure.

    python -m benchmarks.whole [FILE…] [--misses PART [PART…]]

prints a line a part over ``fixtures/unseen/whole*.jsonl``, odd lines and even lines. What either of
two hands accepts is right, for two careful people do not always name a column alike. ``--misses``
lists what was wrong on odd lines, so that the others stay unseen; of an examination no line is.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.evaluate import FIXTURES, Tally
from benchmarks.openings import judge
from benchmarks.quantities import is_noun
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Figure, Report
from tuibrowser.parsing.understand import understand
from tuibrowser.text.fold import squash

UNSEEN: Final = sorted((FIXTURES / "unseen").glob("whole*[0-9].jsonl"))
EXAMINATIONS: Final = frozenset({"whole10", "whole13", "whole14", "whole15", "whole16"})
"""Files of which no line may be read (``fixtures/unseen/README.md``)."""
HALVES: Final = {"单数行": 1, "双数行": 0}

Label = dict[str, Any]


def score(label: Label, report: Report) -> Iterator[tuple[str, Tally]]:
    """The tally of each part of one report beside its label."""
    for verdict in judge(label, report):
        is_right = _is_place(label, verdict.found) if verdict.part == "所属地区" else verdict.right
        yield verdict.part, _one(is_right, f"应为 {verdict.wanted}，得到 {verdict.found}")
    yield "标题", _headings(label, report)
    yield from _themes(label, report)
    yield from _figures(label, report)


def _is_place(label: Label, found: Mapping[str, str | None]) -> bool:
    """Whether the levels that a label gives are right; a municipality may be its own city."""
    rights = (label["place"], *label.get("place_also", ()))
    return any(
        all(
            found[level] == name or (level == "city" and found["city"] == found["province"])
            for level, name in right.items()
        )
        for right in rights
        if isinstance(right, dict)
    )


def _one(is_right: bool, words: str) -> Tally:
    return Tally(hits=1) if is_right else Tally(missed=[words], extra=[words])


def _headings(label: Label, report: Report) -> Tally:
    tally = Tally()
    found = {_folded(it.title): f"{it.level} {it.title}" for it in report.sections}
    wanted = {_folded(title): f"{level} {title}" for level, title in label["headings"]}
    tally.add(wanted, found)
    return tally


def _folded(title: str) -> str:
    return squash(title).strip("。:;")


def _themes(label: Label, report: Report) -> Iterator[tuple[str, Tally]]:
    first, tags = Tally(), Tally()
    for wanted in label["measures"]:
        start, end = wanted["start"], wanted["start"] + wanted["length"]
        middle = (start + end) // 2
        found = next((it for it in report.measures if it.start <= middle < it.end), None)
        if found is None:
            continue
        also = set(wanted.get("themes_also", ()))
        words = f"{label['text'][start:end][:60]}：应为 {wanted['themes']}，得到 {found.themes}"
        rights = [tuple(wanted["themes"][:1])]
        if "first_also" in wanted:
            rights += [(it,) for it in wanted["first_also"]] or [()]
        is_right = found.themes[:1] in rights or (
            () in rights and also.issuperset(found.themes[:1])
        )
        first.add({0: words}, {0: words} if is_right else {})
        tags.add(
            dict.fromkeys(wanted["themes"], words),
            dict.fromkeys((it for it in found.themes if it not in also), words),
        )
    yield "首个领域", first
    yield "全部领域", tags


def _figures(label: Label, report: Report) -> Iterator[tuple[str, Tally]]:
    tallies = {it: Tally() for it in ("数据", "名称", "时段", "指标", "角色")}
    free = list(report.figures)
    for figure in label["figures"]:
        found = _taken(figure, free, label)
        around = label["text"][max(0, figure["start"] - 40) : figure["start"] + 30]
        where = f"{figure['text']} {around!r}"
        if found is None:
            if not figure.get("optional"):
                tallies["数据"].missed.append(where)
            continue
        free.remove(found)
        if figure.get("optional"):
            continue
        tallies["数据"].hits += 1
        nouns, noun = _nouns(figure), squash(found.noun or "")
        is_right = is_noun(noun, nouns, _other_nouns(figure, label))
        _count(tallies["名称"], is_right, f"{where}：应为 {'／'.join(nouns)}，得到 {noun}")
        periods = [squash(it or "") for it in _rights(figure, "period")]
        period = squash(found.period or "")
        _count(tallies["时段"], period in periods, f"{where}：应为 {periods}，得到 {period}")
        for part, key in (("指标", "indicator"), ("角色", "role")):
            _id(tallies[part], _rights(figure, key), getattr(found, key), where)
    for it in free:
        around = report.text[max(0, it.start - 20) : it.end + 10]
        tallies["数据"].extra.append(f"{report.text[it.start : it.end]} {around!r}")
    yield from tallies.items()


def _rights(figure: Label, key: str) -> list[str | None]:
    """What of a figure is right by either hand."""
    return [figure[key], *figure.get(f"{key}_also", ())]


def _id(tally: Tally, rights: Sequence[str | None], found: str | None, where: str) -> None:
    if found in rights:
        tally.hits += found is not None
        return
    words = f"{where}：应为 {rights}，得到 {found}"
    if None not in rights:
        tally.missed.append(words)
    if found is not None:
        tally.extra.append(words)


def _count(tally: Tally, is_right: bool, words: str) -> None:
    if is_right:
        tally.hits += 1
    else:
        tally.missed.append(words)


def _taken(figure: Label, free: Sequence[Figure], label: Label) -> Figure | None:
    """The figure of ``free`` that is meant: of several of one number first one rightly named."""
    end, value = figure["start"] + len(figure["text"]), float(figure["value"])
    same = [
        it
        for it in free
        if it.start < end and figure["start"] < it.end and abs(float(it.value)) == value
    ]
    rights, others = _nouns(figure), _other_nouns(figure, label)
    named = (it for it in same if is_noun(squash(it.noun or ""), rights, others))
    return next(named, same[0] if same else None)


def _nouns(figure: Label) -> list[str]:
    return [squash(it).removesuffix("等") for it in _rights(figure, "noun") if it is not None]


def _other_nouns(figure: Label, label: Label) -> list[str]:
    return [squash(it["noun"] or "") for it in label["figures"] if _is_near(it, figure)]


def _is_near(one: Label, other: Label) -> bool:
    """Whether two figures stand in one sentence, more or less."""
    return one is not other and abs(one["start"] - other["start"]) < 80


def _totals(labels: Sequence[Label], rest: int, lexicon: Lexicon) -> dict[str, Tally]:
    """The tallies over the lines whose number, from 1, leaves ``rest``."""
    totals: dict[str, Tally] = {}
    for number, label in enumerate(labels, 1):
        if number % 2 != rest:
            continue
        document = Document(label["text"], f"{number:064x}", label["name"], "utf-8")
        for part, tally in score(label, understand(document, lexicon)):
            total = totals.setdefault(part, Tally())
            total.hits += tally.hits
            total.missed += (f"{number} {it}" for it in tally.missed)
            total.extra += (f"{number} {it}" for it in tally.extra)
    return totals


def _read(path: Path) -> list[Label]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def main() -> None:
    """Print the tallies of both halves."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, default=UNSEEN)
    parser.add_argument("--misses", nargs="+", default=())
    arguments = parser.parse_args()
    lexicon = load()
    for path in arguments.files:
        labels = _read(path)
        for half, rest in HALVES.items():
            totals = _totals(labels, rest, lexicon)
            for part, tally in totals.items():
                print(path.stem, half, part, tally.shares)
                if rest and part in arguments.misses and path.stem not in EXAMINATIONS:
                    print(*(f"  漏或错 {it}" for it in tally.missed), sep="\n")
                    print(*(f"  多 {it}" for it in tally.extra if it not in tally.missed), sep="\n")


if __name__ == "__main__":
    main()

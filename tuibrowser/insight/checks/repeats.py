"""What stands in last year's report, too, and in those of other units."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.compare.changes import align_years
from tuibrowser.compare.figures import figure_pairs
from tuibrowser.compare.masks import Mask
from tuibrowser.insight.checks.finding import Finding, Quote
from tuibrowser.insight.checks.material import Material
from tuibrowser.model.alignment import Row
from tuibrowser.model.report import Figure, Passage, Report
from tuibrowser.text.fold import squash

_SHORTEST: Final = 20
"""Characters of a measure from which its wording is its own."""
_SHORTEST_COUNTING: Final = 40
"""The same of a measure with figures, which are remarked by themselves."""
_STANDING: Final = frozenset("村个所处座面%分") | {"百分点", "小时", "天", "年"}
"""Units of what does not change from year to year, or is the same by nature."""
_DONE: Final = re.compile("解决|发现|整改|排查|化解|拆除|查处|办理")
_LEAST: Final = 5
"""Below it a figure is the same two years running by chance: four meetings, one a quarter."""
_GRAM: Final = 8
_SHARED: Final = 0.6
_MOST_COMMON: Final = 0.5
"""Share of the other units from which a wording is everybody's."""


def check_last_year(material: Material) -> Iterator[Finding]:
    """Yield the measures that are last year's to the letter, and figures that did not move."""
    last, report = material.last, material.report
    if last is None:
        return
    for row in align_years([last, report]).rows:
        old, new = (_measure(it, row, at) for at, it in enumerate((last, report)))
        if old is None or new is None:
            continue
        quotes = (Quote(report, new.start, new.end), Quote(last, old.start, old.end))
        figures = [] if new.kind == "next_plan" else list(_unchanged(last, old, report, new))
        shortest = _SHORTEST_COUNTING if figures else _SHORTEST
        if row.changes[-1] == "kept" and len(squash(report.slice(new))) >= shortest:
            yield Finding("same_as_last", f"与{_year(last)}表述相同，请核", quotes)
        yield from figures


def _measure(report: Report, row: Row, at: int) -> Passage | None:
    passages = (report.passages[index] for index in row.cells[at].passages)
    return next((it for it in passages if it.role == "measure"), None)


def _unchanged(last: Report, old: Passage, report: Report, new: Passage) -> Iterator[Finding]:
    for before, after in figure_pairs(last, old, report, new):
        if (before.value, before.hedge) == (after.value, after.hedge) and _moves(report, after):
            words = squash(report.slice(after))
            says = f"{_noun(after)}{words}，与{_year(last)}数据相同，请核"
            quotes = (Quote(report, after.start, after.end), Quote(last, before.start, before.end))
            yield Finding("unchanged_figure", says, quotes)


def _moves(report: Report, figure: Figure) -> bool:
    """Whether a figure of this kind is another one each year."""
    if figure.value < _LEAST:
        return False
    before = report.text[max(0, figure.start - 12) : figure.start]
    return figure.unit not in _STANDING or bool(_DONE.search(before))


def _noun(figure: Figure) -> str:
    return f"“{figure.noun}”" if figure.noun else ""


def _year(report: Report) -> str:
    return "上年报告" if report.year is None else f"{report.year}年报告"


def check_elsewhere(material: Material) -> Iterator[Finding]:
    """Yield the measures whose wording stands in reports of other units.

    What half of them have is everybody's wording, and no remark.
    """
    report = material.report
    if not material.county:
        return
    others = [it for it in material.county if it.issuer != report.issuer]
    measures = [it for it in report.measures if len(squash(report.slice(it))) >= _SHORTEST]
    mine = _grams(report, measures)
    wanted = set().union(*mine) if mine else set()
    shared: list[dict[tuple[int, int], int]] = [defaultdict(int) for _ in measures]
    places: dict[str, list[int]] = defaultdict(list)
    for number, grams in enumerate(mine):
        for gram in grams:
            places[gram].append(number)
    for which, other in enumerate(others):
        for index, grams in enumerate(_grams(other, other.measures)):
            for gram in grams & wanted:
                for number in places[gram]:
                    shared[number][which, index] += 1
    for number, measure in enumerate(measures):
        yield from _told(report, measure, len(mine[number]), shared[number], others)


def _told(
    report: Report,
    measure: Passage,
    size: int,
    shared: dict[tuple[int, int], int],
    others: Sequence[Report],
) -> Iterator[Finding]:
    like = {key: count / size for key, count in shared.items() if size and count / size >= _SHARED}
    issuers = {others[which].issuer for which, _ in like}
    if not like or (
        len(issuers) > 2 and len(issuers) > _MOST_COMMON * len({it.issuer for it in others})
    ):
        return
    best: dict[int, int] = {}
    for (which, index), _ in sorted(like.items(), key=lambda it: -it[1]):
        best.setdefault(which, index)
    found = sorted(best.items(), key=lambda it: (others[it[0]].year or 0, it[0]))
    names = "、".join(dict.fromkeys(others[which].name for which, _ in found[:3]))
    more = f"等{len(found)}份报告" if len(found) > 3 else "报告"
    quotes = [Quote(report, measure.start, measure.end)]
    for which, index in found:
        passage = others[which].measures[index]
        quotes.append(Quote(others[which], passage.start, passage.end))
    yield Finding("same_elsewhere", f"与{names}{more}表述相同，请核", tuple(quotes))


def _grams(report: Report, measures: Sequence[Passage]) -> list[set[str]]:
    mask = Mask(report)
    texts = (mask.apply(measure).text for measure in measures)
    return [{text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)} for text in texts]

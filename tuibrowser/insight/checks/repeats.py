"""What stands in last year's report, too, and in those of other units."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from tuibrowser.compare.changes import align_years
from tuibrowser.compare.figures import figure_pairs
from tuibrowser.insight.boilerplate import weights
from tuibrowser.insight.checks.finding import Finding, Quote, quoted
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.predecessor import standing
from tuibrowser.insight.reuse import ReuseScope, reuse
from tuibrowser.model.alignment import Row
from tuibrowser.model.report import Figure, Passage, Report
from tuibrowser.text.fold import squash
from tuibrowser.text.masks import without_point
from tuibrowser.text.shadows import shadow

_SHORTEST: Final = 20
"""Characters of a measure from which its wording is its own."""
_SHORTEST_COUNTING: Final = 28
"""Characters of a measure with figures, which are remarked by themselves, from which it is so."""
# Code, not lexicon: units, which units.toml lists for other ends.
_STANDING: Final = frozenset("村个所处座面%分") | {"百分点", "小时", "天", "年"}
"""Units of what does not change from year to year, or is the same by nature."""
_TIMES: Final = frozenset({"小时", "天"})
_LONG: Final = 100
"""From here on hours and days were counted over a year: 服务980小时."""
_THERE: Final = re.compile(
    "配备|现有|共有|设有|划分|权责清单|赋权|承接|下辖|面积|户籍|[常总]住?人口|耕地|海拔"
)
"""What there is is the same from year to year: 配备法律顾问14名, 常住人口23100人."""
_DONE: Final = re.compile("检查|整治|走访|解决|发现|整改|排查|化解|拆除|查处|办理")
_LEAST: Final = 5
"""Below it a figure is the same two years running by chance: four meetings, one a quarter."""
_LEAST_ELSEWHERE: Final = 20
"""Below it a figure is so where nothing else of the two measures is alike."""
_REACH: Final = 24
"""Characters before a figure that tell what it counts."""
_ALIKE: Final = 4
"""Characters right before two figures by which they count the same; one less where a figure is so
large that it is seldom the same by chance."""
_SELDOM: Final = 1000
_ROUND: Final = 100
"""What is no multiple of it was counted to the last, whatever is said of it: 8640余份."""
_PERIOD: Final = re.compile("全年|年内|本年度?|今年以?来?|一年来|累计|共计?|已")
_SHARED: Final = 0.6
"""Share of a measure from which its wording is another's."""
_STOP: Final = re.compile("[。；;]")
_NAMED: Final = 3
"""Reports that a sentence names before it says how many there are."""


def check_last_year(material: Material) -> Iterator[Finding]:
    """Yield the measures that are last year's to the letter, and figures that did not move."""
    last, report = material.last, material.report
    if last is None:
        return
    told: set[int] = set()
    kept: set[int] = set()
    for row in align_years([last, report], parts=False).rows:
        old, new = (_measure(it, row, at) for at, it in enumerate((last, report)))
        if old is None or new is None:
            continue
        quotes = (Quote(report, new.start, new.end), Quote(last, old.start, old.end))
        figures = [] if new.kind == "next_plan" else list(_unchanged(last, old, report, new))
        shortest = _SHORTEST_COUNTING if figures else _SHORTEST
        text = report.slice(new)
        if row.changes[-1] == "kept":
            kept.add(new.start)
            if len(squash(text)) >= shortest and _is_ones_own(text):
                yield _same_wording(last, quotes)
        told.update(it.quotes[0].start for it in figures)
        yield from figures
    yield from _kept_in_pieces(last, report, kept)
    # A sentence may be a new one, and its numbers last year's.
    for it, then in standing(material):
        figure, before = it.number.figure, then.number.figure
        if figure.start not in told and _moves(report, figure):
            told.add(figure.start)
            yield _same_figure(last, before, report, figure)
    yield from _unchanged_elsewhere(last, report, told)


def _kept_in_pieces(last: Report, report: Report, kept: set[int]) -> Iterator[Finding]:
    """Measures each sentence of which stands in last year's report: one became two, or two one."""
    earlier = {said: it for it in last.measures for said in _sentences(last, it)}
    for new in report.measures:
        sentences = _sentences(report, new)
        is_long = sum(map(len, sentences)) >= _SHORTEST_COUNTING
        if is_long and new.start not in kept and all(it in earlier for it in sentences):
            olds = {earlier[it].start: earlier[it] for it in sentences}
            if _is_ones_own(report.slice(new)):
                quotes = [Quote(last, it.start, it.end) for _, it in sorted(olds.items())]
                yield _same_wording(last, (Quote(report, new.start, new.end), *quotes))


def _sentences(report: Report, measure: Passage) -> list[str]:
    letters = without_point(squash(report.slice(measure)))
    return [it for it in _STOP.split(letters) if it]


def _same_wording(last: Report, quotes: tuple[Quote, ...]) -> Finding:
    return Finding("same_as_last", f"与{_year(last)}表述相同，请核", quotes)


def _is_ones_own(text: str) -> bool:
    """Whether anything in it is not what all say: 学习贯彻习近平法治思想, names of rules."""
    return sum(weights(text, shadow(text)).signs) >= 1


def _unchanged_elsewhere(last: Report, report: Report, told: set[int]) -> Iterator[Finding]:
    """Figures that did not move though what is told around them did: the same words before them, or
    the same thing counted, wherever it is named."""
    earlier = {_counted(last, it): it for it in _figures_of_measures(last)}
    things = {_thing(it): it for it in _figures_of_measures(last)}
    for figure in _figures_of_measures(report):
        if figure.start in told or figure.value < _LEAST_ELSEWHERE or not _moves(report, figure):
            continue
        counted = _counted(report, figure)
        if len(counted[-1]) >= _alike(figure) and counted in earlier:
            yield _same_figure(last, earlier[counted], report, figure)
        elif figure.indicator and (then := things.get(_thing(figure))) and _is_one(then, figure):
            yield _same_figure(last, then, report, figure)


def _thing(figure: Figure) -> tuple[object, ...]:
    """A figure as a key: its value, and what the catalogue says that it is of."""
    scope = figure.scope, figure.time == "half_year"
    return *_said(figure), figure.unit, figure.indicator, figure.role, *scope


def _is_one(one: Figure, other: Figure) -> bool:
    """Whether two nouns name one thing: 代办事项530件, 代办530件事项."""
    first, second = (squash(it.noun or "") for it in (one, other))
    pairs = {first[at : at + 2] for at in range(len(first) - 1)}
    return any(second[at : at + 2] in pairs for at in range(len(second) - 1))


def _figures_of_measures(report: Report) -> Iterator[Figure]:
    spans = [(it.start, it.end) for it in report.measures if it.kind != "next_plan"]
    starts = [start for start, _ in spans]
    for figure in report.figures:
        at = bisect_right(starts, figure.start) - 1
        if at >= 0 and figure.end <= spans[at][1] and figure.role in ("total", "part", "rate"):
            yield figure


def _counted(report: Report, figure: Figure) -> tuple[float, str, str | None, str]:
    """A figure as a key: its value, and the last characters that stand before it in its clause."""
    before = squash(report.text[max(0, figure.start - _REACH) : figure.start])
    words = _PERIOD.sub("", re.split(r"[,，。;；:：、\d]", before)[-1])
    value, hedge = _said(figure)
    return value, figure.unit, hedge, words[-_alike(figure) :]


def _said(figure: Figure) -> tuple[float, str | None]:
    """The value with its hedge: 达98.6% is 98.6%, and 8640余份 hardly more than 8640份."""
    is_round = figure.value % _ROUND == 0
    return figure.value, figure.hedge if is_round and figure.hedge != "达" else None


def _alike(figure: Figure) -> int:
    return _ALIKE - (figure.value >= _SELDOM)


def _measure(report: Report, row: Row, at: int) -> Passage | None:
    passages = (report.passages[index] for index in row.cells[at].passages)
    return next((it for it in passages if it.role == "measure"), None)


def _unchanged(last: Report, old: Passage, report: Report, new: Passage) -> Iterator[Finding]:
    pairs = figure_pairs(last, old, report, new)
    for before, after in {(old.start, new.start): (old, new) for old, new in pairs}.values():
        if _said(before) == _said(after) and _moves(report, after):
            yield _same_figure(last, before, report, after)


def _same_figure(last: Report, before: Figure, report: Report, after: Figure) -> Finding:
    says = f"{_noun(after)}{squash(report.slice(after))}，与{_year(last)}数据相同，请核"
    quotes = (Quote(report, after.start, after.end), Quote(last, before.start, before.end))
    return Finding("unchanged_figure", says, quotes)


def _moves(report: Report, figure: Figure) -> bool:
    """Whether a figure of this kind is another one each year."""
    if figure.value < _LEAST:
        return False
    before = report.text[max(0, figure.start - 12) : figure.start]
    if figure.unit in _TIMES and figure.value >= _LONG:
        return True
    if figure.unit == "%" and figure.role == "rate" and figure.value != round(figure.value):
        return True  # 98.6% two years running, but not 98%
    is_standing = figure.unit in _STANDING or _THERE.search(before)
    return not is_standing or bool(_DONE.search(before))


def _noun(figure: Figure) -> str:
    return quoted(figure.noun) if figure.noun else ""


def _year(report: Report) -> str:
    return "上年报告" if report.year is None else f"{report.year}年报告"


def check_elsewhere(material: Material) -> Iterator[Finding]:
    """Yield the measures whose wording stands in reports of other units, as ``reuse`` finds it."""
    report = material.report
    others = {it.sha256: it for it in material.county}
    if not others:
        return
    units = len({(it.place, it.issuer) for it in material.county})
    measures = {it.start for it in report.measures if len(squash(report.slice(it))) >= _SHORTEST}
    found = reuse(report, material.shelf, units, ReuseScope(_SHARED, without_own=True))
    for reused in found.passages:
        if reused.passage.start in measures:
            quotes = [Quote(report, reused.passage.start, reused.passage.end)]
            quotes += [Quote(others[it.origin.report], it.start, it.end) for it in reused.matches]
            whose = list(dict.fromkeys(others[it.origin.report].name for it in reused.matches))
            names = "、".join(whose[:_NAMED])
            more = f"等{len(whose)}份报告" if len(whose) > _NAMED else "报告"
            yield Finding("same_elsewhere", f"与{names}{more}表述相同，请核", tuple(quotes))

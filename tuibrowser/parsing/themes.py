"""Fields of work (工作领域) that a text speaks of, by the words of ``lexicon/themes.toml``.

What a measure is like beside them counts as well (:mod:`tuibrowser.lexicon.classifier`).

The weights were set on the primary themes of 88 headings and the topics of 305 measures, coded by
hand, and on measures labelled for it (``lexicon/SOURCES.md``).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from tuibrowser.lexicon.classifier import NO_FIELD, classify
from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.outline.tree import ruled
from tuibrowser.text.fold import squash

# What is studied, quoted or aimed at is not what is done: titles of laws, 为打造…的体系, 以…为指导.
# Code, not lexicon: grammar tells it; the words of each theme are in themes.toml.
_LAW: Final = (
    r"(?:《[^《》]{1,40}(?:法|法典|宪法|条例|规定|办法)》"
    r"|(?:行政(?:复议|处罚|许可|诉讼|强制)|人民调解|土地承包|安全生产|反有组织犯罪"
    r"|公职人员政务处分|食品安全|信访工作|法律援助|社区矫正|突发事件应对|城乡规划|土地管理"
    r"|环境保护|乡村振兴促进|村民委员会组织|个人信息保护|反电信网络诈骗)(?:法|条例))"
)
_STUDIED: Final = re.compile(
    rf"(?:学习?|领学|研读|自学)(?:了|新修订的)?(?:{_LAW}|《)"
    r"|[为给向][^,。;]{0,8}(?:干部|人员|班子|站所长?|成员|队员)[^,。;]{0,4}(?:讲解|讲授|解读|授课|上课|讲课)[^,。;]*"
    r"|观看[^,。;]{0,15}(?:开庭|庭审)"
)
"""What officials learn; what it is about is no field they worked in."""
_ON_LAWS: Final = re.compile(
    rf"(?:收看|观看|聆听)[^,。;《》]{{0,8}}(?:{_LAW}[、和]?)+[^,。;《》]{{0,10}}(?:讲座|辅导|课程|视频)"
    rf"|(?:围绕|聚焦|就|对|把|将)(?:{_LAW}[、和与及等]?)+[^,。;《》]{{0,10}}"
    "(?:学习(?!宣传|贯彻)|研讨|研学|学法|轮训|测试|测验|自学|精读|研修)"
)
"""Learning of a law that stands before it: 围绕《行政许可法》研讨."""
_AIMED: Final = "(?:建设|打造|实现|推进|加强|提升|提高|优化|改善|增强|营造|创建)"
_NOT_DONE: Final = re.compile(
    rf"{_LAW}"
    r"|(?:(?<=^)|(?<=[。;]))(?:[一二三四五六七八九十]{1,3}[是要])?"
    rf"(?:为了?(?:进一步|更好地?|切实|不断|有效|全面)?{_AIMED}|以|坚持以|深入(?:学习)?贯彻"
    rf"|(?:围绕|聚焦|着眼|紧扣|锚定|瞄准|努力)于?{_AIMED}|(?:着眼|立足)于?)[^,。;]{{2,30}}[,:]"
    r"|(?:(?<=^)|(?<=[。;,]))在[^,。;]{4,40}[中时],"
)
_KEPT: Final = 0.9
"""Share of the best theme's weight from which a measure has another theme, too. Of the themes that
measures of whole reports are given, 62 are wrong and 703 right with 0.8, 48 and 691 with 0.9."""
_CLAUSE: Final = re.compile("[,。;:]")
_OCCASION: Final = re.compile(
    "为|以|按|根据|依据|围绕|结合|针对|借|趁|在|对照|随着|每逢|坚持|抓住|紧扣|聚焦|依托|通过|利用|运用"
)
"""How a clause begins that says why, when or by what means something is done."""
_WORDS: Final = 0.3
"""What the words of a measure weigh, against what those of a heading do."""
_LEARNT: Final = 9.0
"""What a measure leans towards as a whole weighs beside."""
_STUDY: Final = 8.0
"""What it weighs that officials learn something, whatever that is about."""
_LEANS: Final = 0.1
"""A theme that no word names is not thought of below that: with 0.2, what a section is on lost
half its say in a measure that leaned to it; of 448, 8 more first themes were wrong."""

Scores = Mapping[str, float]
"""Weight of each theme in a text, in the order the text comes to speak of them."""

_MOST = 3
_NAME = 3
"""Weight of a word that names a theme."""
_DEED: Final = 5
"""Weight of a word that says what was done, whatever it was done to."""
_MOST_HINTS = 2
_FIRST_CLAUSE: Final = 2
"""More for what the first clause of a heading says."""
_BODY: Final = 0.7
"""What the measures of a section say on the average, against what its heading says."""
_SECTION: Final = 0.6
"""What a section says, against what a measure of it says."""
_SURE: Final = 3.0
"""A measure that weighs more by itself leans less on its section."""
_UNSAID: Final = 0.75
"""Share of that for a theme of the section that a measure on something else does not speak of."""
_BY_WHOM: Final = "duty"
"""The theme that tells who does it, not what is done: 镇长讲授法治课 is publicity elsewhere."""
_OF_THE_LEADERS: Final = 2.5
"""Times by which measures lean more towards that, below a heading that is on it."""
_FAINT: Final = 0.4
"""A section's score from here on says something: hints in most of its measures do."""


def score_themes(shadow: str, lexicon: Lexicon, deed: float = _DEED) -> dict[str, float]:
    """Weight of each theme in folded ``shadow``.

    5 for a deed or 3 for a word that names it, and 1 for each hint; hints together count at most
    2, so that 学习, 干部 and 培训 do not outweigh the one word that names another theme.
    """
    strongest: dict[str, float] = {}
    hinted: Counter[str] = Counter()
    for word in dict.fromkeys(lexicon.themes.findall(shadow)):
        for theme, weight in lexicon.theme_words[word]:
            if weight >= _NAME:
                strongest[theme] = max(strongest.get(theme, 0), min(weight, deed))
            else:
                hinted[theme] += weight
                strongest.setdefault(theme, 0)  # keeps the order
    return {theme: weight + min(hinted[theme], _MOST_HINTS) for theme, weight in strongest.items()}


def name_in_full(names: Iterable[str | None]) -> re.Pattern[str] | None:
    """Finds any of ``names`` where it stands in full; ``None`` where none is known."""
    known = sorted({squash(name) for name in names if name}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, known))) if known else None


def score_measure(
    shadow: str, lexicon: Lexicon, names: re.Pattern[str] | None = None
) -> dict[str, float]:
    """Weight of each theme in a folded measure, by the words in it and by what it is like.

    Laws that are studied, goals recited and circumstances do not count, nor do ``names`` of who
    reports and of where: 平安镇 tells nothing of 平安建设.
    """
    shadow = (names.sub("", shadow) if names else shadow) or shadow
    rest, studied = _STUDIED.subn("", shadow)
    done = done_in(rest)
    scores = {theme: _WORDS * it for theme, it in score_themes(done, lexicon).items()}
    if studied or _ON_LAWS.search(rest):
        scores["study"] = scores.get("study", 0) + _STUDY
    for theme, leaning in classify(done, lead_of(done)).items():
        if leaning > _LEANS or theme in scores:
            scores[theme] = scores.get(theme, 0) + _LEARNT * leaning
    return {theme: score for theme, score in scores.items() if score > 0}


def done_in(shadow: str) -> str:
    """A folded measure without names of laws, goals recited and circumstances."""
    return _NOT_DONE.sub("", shadow) or shadow


def lead_of(shadow: str) -> str:
    """The clause of a folded measure that says what is done: the first that tells no occasion."""
    clauses = [clause for clause in _CLAUSE.split(shadow) if clause]
    return next((it for it in clauses if not _OCCASION.match(it)), "".join(clauses[:1]))


def score_title(title: str, lexicon: Lexicon) -> dict[str, float]:
    """Weight of each theme in a folded heading.

    加强法治宣传教育,提高法治意识 is on 普法: the first clause says what is done, the second why.
    """
    scores = score_themes(title, lexicon, _NAME)
    for theme in score_themes(title.partition(",")[0], lexicon):
        scores[theme] = scores.get(theme, 0) + _FIRST_CLAUSE
    return scores


class ThemedHeading(NamedTuple):
    """A heading and the measures right below it, by the themes they speak of."""

    level: int
    names_item: bool
    """Whether it names an item of the report (主要举措和成效)."""
    title: Scores
    measures: Sequence[Scores]

    @property
    def is_named(self) -> bool:
        """Whether it names a theme rather than hint at one."""
        return max(self.title.values(), default=0) >= _NAME


def give_themes(
    outline: Sequence[ThemedHeading],
) -> Iterator[tuple[tuple[str, ...], list[tuple[str, ...]]]]:
    """For each heading its themes and those of each measure right below, the primary one first.

    Measures lean towards what their section speaks of. A wrapper has no theme unless it names one:
    what is below it would colour all of its measures.
    """
    levels = [heading.level for heading in outline]
    above: list[tuple[int, Scores]] = []
    for at, heading in enumerate(outline):
        measures = [it for below in ruled(levels, at) for it in outline[below].measures]
        tells = heading.is_named or not heading.names_item
        section = _score_section(heading.title, measures) if tells else {}
        themes = _best(section, max(_FAINT, max(section.values(), default=0) * 0.5))
        above = [(level, leaning) for level, leaning in above if level < heading.level]
        leaning = section or (above[-1][1] if above else {})
        above.append((heading.level, leaning))
        home = themes[0] if heading.is_named and not heading.names_item else None
        yield themes, measure_themes(heading.measures, leaning, home)


def _score_section(title: Scores, measures: Sequence[Scores]) -> dict[str, float]:
    scores = dict(title)
    for spoken in measures:
        for theme, score in spoken.items():
            if theme == NO_FIELD:
                continue
            scores[theme] = scores.get(theme, 0) + _BODY * score / len(measures)
    return scores


def measure_themes(
    measures: Sequence[Scores], section: Scores, home: str | None = None
) -> list[tuple[str, ...]]:
    """Themes of the measures of one section, of each the best first.

    Args:
        measures: What each of them speaks of.
        section: What they lean towards.
        home: The theme that the heading names, if it does. While a measure is on it but more are on
            another, the one of those that leans towards it most is on it, too: most of what stands
            below 加强法治宣传教育 is meant as a part of that.
    """
    least = max(section.values(), default=0) * 0.5
    leaning = {theme: _SECTION * score for theme, score in section.items() if score >= least}
    if max(leaning, key=leaning.__getitem__, default=None) == _BY_WHOM:
        leaning[_BY_WHOM] *= _OF_THE_LEADERS
    scores = [_lean(own, leaning) for own in measures]
    themes = [_fields(_best(it, max(it.values(), default=0) * _KEPT)) for it in scores]
    if home is not None:
        _draw_home(themes, scores, home)
    return themes


def _draw_home(themes: list[tuple[str, ...]], scores: Sequence[Scores], home: str) -> None:
    """Put measures on ``home``, too, until no other theme has more of them."""
    others: dict[str | None, list[int]] = defaultdict(list)
    for at, its in enumerate(themes):
        others[home if home in its else next(iter(its), None)].append(at)
    at_home = len(others.pop(home, ()))

    def leaning(at: int) -> tuple[float, int]:
        return scores[at].get(home, 0) / (max(scores[at].values(), default=0) or 1), -at

    for measures in others.values():
        measures.sort(key=leaning)
    # Step by step from lists: counting all anew took half a minute for 13,000 measures.
    while at_home and at_home < len(rival := max(others.values(), key=len, default=[])):
        at = rival.pop()
        themes[at] = (*themes[at][: _MOST - 1], home)
        at_home += 1


def _best(scores: Scores, floor: float) -> tuple[str, ...]:
    ranked = sorted(scores.items(), key=lambda item: -item[1])  # stable: first spoken of, first
    return tuple(theme for theme, score in ranked[:_MOST] if score >= floor)


def _fields(themes: tuple[str, ...]) -> tuple[str, ...]:
    """None where a measure is on no field of work in the first place."""
    if themes[:1] == (NO_FIELD,):
        return ()
    return tuple(theme for theme in themes if theme != NO_FIELD)


def _lean(own: Scores, leaning: Scores) -> dict[str, float]:
    """What a measure says itself, and its section where it speaks of the same or of nothing."""
    share = min(1, _SURE / max(own.values(), default=_SURE))
    absent = share * (_UNSAID if own else 1)
    return {
        theme: own[theme] + share * leaning.get(theme, 0)
        if theme in own
        else absent * leaning[theme]
        for theme in (*own, *leaning)
    }

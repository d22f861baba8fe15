"""One township's reports, year after year, and what is meant by each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import cast

from benchmarks.vocabulary import table
from benchmarks.vocabulary.names import superiors, town, villages
from benchmarks.vocabulary.words import YEARLY, Words, lists
from tuibrowser.model.report import Place
from tuibrowser.model.terms import SectionKind

FIRST_YEAR = 2019
_ORDINALS = "一二三四五六七八九十"
_DIGITS = "〇一二三四五六七八九"


# How a part's measures are strung together: what stands before each.
_FORMS: dict[str, Sequence[str]] = {
    "sentences": [""] * 10,
    "points": [f"{ordinal}是" for ordinal in _ORDINALS],
    "lines": [f"{ordinal}是" for ordinal in _ORDINALS],
    "wants": [f"{ordinal}要" for ordinal in _ORDINALS],
    "worded": ["首先，", "其次，", "再次，", "最后，"],
    "ordered": [f"第{ordinal}，" for ordinal in _ORDINALS],
}
# A measure's clauses, and how often it has an opener, figures and an aim or effect around them.
_CLAUSES = (1, 2, 2, 2, 3, 3, 3, 4, 4, 7)
_OPENED, _COUNTED, _AIMED = 0.5, 0.55, 0.6
_FEWEST = 3
"""Fewer make a sentence that could as well be a heading."""

Measure = list[str]
"""Clauses; words are filled in, what is filled anew each year is not."""


@dataclass(frozen=True, slots=True)
class WrittenSection:
    """One heading and the measures right under it, each as it stands in the text."""

    level: int
    title: str
    kind: SectionKind
    measures: list[str]


@dataclass(frozen=True, slots=True)
class Written:
    """A report and what was meant by it, which the parser should find again."""

    text: str
    issuer: str
    year: int
    place: Place
    date: str
    sections: Sequence[WrittenSection]
    paragraphs: Sequence[str]
    """The lines that are neither heading, title nor signature."""


@dataclass(slots=True)
class _Part:
    """A theme or item in one township's reports, as it changes over the years."""

    name: str
    heading: str
    form: str
    measures: list[Measure] = field(default_factory=list)


class _Page:
    """The lines of a report as it is written, and what they mean."""

    def __init__(self, indent: str) -> None:
        self.lines: list[str] = []
        self.sections: list[WrittenSection] = []
        self.paragraphs: list[str] = []
        self._indent = indent
        self._open = ""
        """A heading the next paragraph goes on from."""

    def heading(self, level: int, marker: str, title: str, kind: str) -> None:
        self.lines.append(marker + title)
        self.sections.append(WrittenSection(level, title, cast(SectionKind, kind), []))

    def run_in(self) -> None:
        """Let the next paragraph follow the heading in the same line."""
        self._open = self.lines.pop() + "。"

    def paragraph(self, text: str) -> None:
        self.lines.append(f"{self._indent}{self._open}{text}")
        self.paragraphs.append(text)
        self._open = ""


class Township:
    """Writes one township's reports; each is last year's, changed."""

    def __init__(self, township: int) -> None:
        self._issuer = town(township)
        self._chance = chance = Random(f"reports {township}")
        province, city, county = superiors(township)
        # Which superiors the title names; 31 in 100 leave them out.
        known = chance.choices(range(4), (31, 35, 22, 12))[0]
        self._place = Place(
            province if known > 2 else None,
            city if known > 1 else None,
            county if known else None,
            self._issuer,
        )
        named = "".join((province, city, county)[3 - known :])
        unit = next(level for level in ("街道", "镇", "乡") if self._issuer.endswith(level))
        level = county[-1]
        self._government = self._issuer + ("办事处" if unit == "街道" else "人民政府")
        self._words = Words(chance, {
            **lists(),
            "village": villages(chance),
            "issuer": [named + self._government],
            "unit": [unit],
            "party": ["街道党工委" if unit == "街道" else f"{unit}党委"],
            "office": ["街道办事处" if unit == "街道" else f"{unit}政府"],
            "head": ["办事处主任" if unit == "街道" else f"{unit}长"],
            "town": [self._issuer],
            "we": [f"我{unit}"],
            "place_short": [self._issuer, f"我{unit}", f"全{unit}"],
            "county_short": [county if known else level],
            "county_level": [level],
            "county_party": [f"{level}委"],
            "county_government": [f"{level}政府"],
        })  # fmt: skip
        frame = table("frame")
        self._frame = frame
        self._title = chance.choice(frame["titles"])
        self._salutation = chance.choice(frame["salutation"]) if chance.random() < 0.3 else None
        self._indent = chance.choice(("", "", "　　"))
        self._chapter_marks = chance.choice(("{}、",) * 9 + ("第{}部分 ",))
        self._theme_form = chance.choice(("marked",) * 6 + ("run-in",) * 3 + ("bare",))
        self._items = [
            _Part(item["kind"], chance.choice(item["headings"]), self._form())
            for item in frame["item"]
        ]
        if chance.random() < 0.4:  # 第一责任人 before 不足
            self._items[1:3] = self._items[2:0:-1]
        self._themes: list[_Part] = []
        self._themes += map(self._theme, sorted(self._draw(chance.randint(7, 9))))
        for part in self._items[1:]:
            part.measures = [self._measure(part) for _ in range(chance.randint(4, 5))]

    def reports(self) -> Iterator[Written]:
        """One report a year, without end."""
        year = FIRST_YEAR
        while True:
            yield self._written(year)
            year += 1
            self._grow_older()

    def _draw(self, count: int) -> list[int]:
        """Themes that are not written on yet, those that most reports have before others."""
        themes = table("themes")["theme"]
        absent = set(range(len(themes))) - {int(theme.name) for theme in self._themes}
        turns = {theme: self._chance.random() / themes[theme]["share"] for theme in sorted(absent)}
        return sorted(turns, key=turns.__getitem__)[:count]

    def _theme(self, theme: int) -> _Part:
        part = _Part(str(theme), "", self._form())
        self._words.part = part.name
        part.heading = f"{self._words.deal('left')}，{self._words.deal('right')}"
        part.measures = [self._measure(part) for _ in range(self._chance.choice((1, 2, 2, 3, 4)))]
        return part

    def _form(self) -> str:
        """How a part's measures are strung together; 一是 is the commonest by far."""
        return self._chance.choices(tuple(_FORMS), (30, 30, 22, 4, 7, 7))[0]

    def _measure(self, part: _Part) -> Measure:
        words, chance = self._words, self._chance
        words.part = part.name
        measure = [words.deal("opener")] if chance.random() < _OPENED else []
        for _ in range(chance.choice(_CLAUSES)):
            shared = part.name != "shortcomings" and chance.random() < 0.35
            measure.append(words.deal("common" if shared else "clauses"))
        if part.name != "shortcomings":
            if chance.random() < _COUNTED:
                measure.append(words.deal("figures"))
            if chance.random() < _AIMED:
                measure.append(words.deal("aim" if chance.random() < 0.6 else "effect"))
        measure = list(dict.fromkeys(measure))
        while len(measure) < _FEWEST:
            measure.insert(-1, words.deal("clauses"))
        return measure

    def _grow_older(self) -> None:
        """What a year changes: one theme in eight, of the others three measures in five."""
        chance = self._chance
        for at, part in enumerate(self._themes):
            if chance.random() < 0.12:
                self._themes[at] = self._theme(*self._draw(1))
            else:
                self._revise(part)
        for part in self._items[1:]:
            self._revise(part)
        if chance.random() < 0.3:
            one, other = chance.sample(range(len(self._themes)), 2)
            self._themes[one], self._themes[other] = self._themes[other], self._themes[one]

    def _revise(self, part: _Part) -> None:
        revised: list[Measure] = []
        for measure in part.measures:
            fate = self._chance.random()
            if fate < 0.34:
                revised.append(measure)
            elif fate < 0.68:
                revised.append(self._reworded(measure, part))
            elif fate < 0.85:
                revised.append(self._measure(part))
            elif fate < 0.93:
                revised += [measure, self._measure(part)]
        part.measures = revised or [self._measure(part)]

    def _reworded(self, measure: Measure, part: _Part) -> Measure:
        self._words.part = part.name
        measure = measure.copy()
        for _ in range(self._chance.choice((1, 1, 2))):
            clause = self._words.deal("clauses")
            if clause not in measure:
                measure[self._chance.randrange(1, len(measure))] = clause
        return measure

    def _written(self, year: int) -> Written:
        page = _Page(self._indent)
        page.lines += [self._fill(self._title, year), ""]
        if self._salutation:
            page.lines.append(self._fill(self._salutation, year))
        self._words.part = "leader_duty"
        page.paragraph(self._fill(self._chance.choice(self._frame["opening"]), year))
        for at, item in enumerate(self._items):
            self._head(page, at, item, year)
            if item.name == "measures_results":
                self._write_themes(page, year)
            else:
                self._write_measures(page, item, year)
        if self._chance.random() < 0.3:
            other = _Part("other", "其他需要报告的情况", "")
            self._head(page, len(self._items), other, year)
            page.paragraph(self._chance.choice(self._frame["nothing"]))
        month, day = 1, self._chance.randint(4, 28)
        page.lines += ["", self._government, _date(year + 1, month, day, self._chance)]
        return Written(
            "\n".join(page.lines) + "\n",
            self._issuer,
            year,
            self._place,
            f"{year + 1}-{month:02}-{day:02}",
            page.sections,
            page.paragraphs,
        )

    def _head(self, page: _Page, at: int, item: _Part, year: int) -> None:
        title = self._fill(item.heading, year)
        page.heading(1, self._chapter_marks.format(_ORDINALS[at]), title, item.name)

    def _write_themes(self, page: _Page, year: int) -> None:
        for at, theme in enumerate(self._themes):
            marker = "" if self._theme_form == "bare" else f"（{_ORDINALS[at]}）"
            page.heading(2, marker, theme.heading, "measures_results")
            if self._theme_form == "run-in":
                page.run_in()
            self._write_measures(page, theme, year)

    def _write_measures(self, page: _Page, part: _Part, year: int) -> None:
        texts = [self._yearly("，".join(measure), year) for measure in part.measures]
        openers = _FORMS[part.form]
        if len(texts) == 1 or len(texts) > len(openers):
            openers = ("",) * len(texts)
        stop = self._chance.choice("；；。") if openers[0] else "。"
        if part.form == "lines":
            stop = "。"
        measures = [opener + text + stop for opener, text in zip(openers, texts, strict=False)]
        measures[-1] = measures[-1][:-1] + "。"
        page.sections[-1].measures.extend(measures)
        # Sentences stand two to a paragraph, points all in one or each on its own line.
        step = 1 if part.form == "lines" else len(measures) if openers[0] else 2
        for at in range(0, len(measures), step):
            page.paragraph("".join(measures[at : at + step]))

    def _fill(self, pattern: str, year: int) -> str:
        return self._yearly(self._words.fill(pattern), year)

    def _yearly(self, text: str, year: int) -> str:
        """``text`` with the numbers and years of this year's report."""

        def number(slot: re.Match[str]) -> str:
            match slot[1]:
                case "year":
                    return str(year)
                case "next":
                    return str(year + 1)
                case "few":
                    return str(self._chance.randint(2, 12))
                case "n":
                    return str(self._chance.randint(5, 99))
                case "m":
                    return str(self._chance.randint(100, 6000))
            return f"{self._chance.randint(850, 1000) / 10:g}"

        return YEARLY.sub(number, text) if "{" in text else text


def _date(year: int, month: int, day: int, chance: Random) -> str:
    if chance.random() < 0.8:
        return f"{year}年{month}月{day}日"
    tens, ones = divmod(day, 10)
    han = ("", "十", "二十")[tens] + (_DIGITS[ones] if ones else "")
    return "".join(_DIGITS[int(digit)] for digit in str(year)) + f"年{_DIGITS[month]}月{han}日"

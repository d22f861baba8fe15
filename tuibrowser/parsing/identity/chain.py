"""A name as a chain of levels: province, city, county, township, office.

Where levels part is often not to be told from suffixes: 市中区 holds a 市, 住房和城乡建设局 a 乡,
太和镇 ends like 和镇. So every reading is weighed, and the gazetteer is the judge: a level it knows
costs nothing, one that only ends like a level costs more the longer it is. Names it does not hold
are read all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.lines.numbering import HAN
from tuibrowser.places.gazetteer import Unit, gazetteer

Level = Literal[
    "corps", "state", "province", "city", "area", "county", "township", "zone", "body", "rest"
]
_RANKS: Final[dict[Level, int]] = {
    "corps": 0, "state": 0, "province": 1, "city": 2, "area": 3, "body": 3, "county": 4,
    "zone": 5, "township": 6, "rest": 7,
}  # fmt: skip

LONGEST_NAME: Final = 44
_LONGEST_LEVEL: Final = 16
_ALL_HAN = re.compile(f"[{HAN}]+")
# Code, not lexicon: the levels of the country are laid down by law; names are the gazetteer's.
# Behind it a level may end; the longest suffix first.
_PROVINCE_END = re.compile("省|自治区")
_CITY_END = re.compile("自治州|地区|[市州盟]")
_COUNTY_END = re.compile("自治县|自治旗|林区|特区|[市县区旗]")
_TOWNSHIP_END = re.compile("街道|苏木|地区|[镇乡街]")
_LEVEL_CHARACTER = re.compile("街道|[省市州盟县区旗镇乡]")
_BODY_END = re.compile("[局厅委]|[支总]队|中心")
_BRANCHES = re.compile(
    "(?:[分支]局|分公司|分中心|[支大中]队|管理[部站]|(?:分局|[支大中]队).{2,10}[所站队])$"
)
"""How the branches end that a body has in a county, and what they have there themselves."""
# Whose branches bear its name before that of their place: 国家税务总局云崖县税务局.
_STATE = re.compile(f"共青团|(?:国家|中国|中华人民共和国)[{HAN}]{{1,8}}?(?:总局|局|银行)")
_CORPS = re.compile("(?:新疆生产建设)?兵团")
_DIVISION_OF_CORPS = re.compile("第?[一二三四五六七八九十\\d]{1,3}师")
_REGIMENT = re.compile("第?[一二三四五六七八九十百〇\\d]{1,6}团")

_LONGEST_STEM: Final = 4
_KNOWN: Final = 0.1
_ELSEWHERE: Final = 1.2
"""Known, but not below what stands before it."""
_SHORT: Final = 0.5
_BEHIND_PROVINCE: Final = 2.0
"""More than the short name of a province before a name of its own costs: 内蒙古|西乌拉苏木."""
_OWN_NAME: Final = re.compile(f"[{HAN}]{{2,}}(?:街道|苏木|[镇乡]|自治[县旗]|[市县旗])")
"""A town, or a county, not a word for a street behind a short name: 重庆路街道."""
_FORMER: Final = 0.3
_BY_SUFFIX: Final = 2.0
_A_CHARACTER: Final = 0.05
_IN_A_WORD: Final = 1.5
_AREA: Final = 0.2
"""More than a zone that stands below a county: 雄安新区容城县."""
_OFFICE: Final = 0.8
_ALONE: Final = 0.7
_LEVEL_INSIDE: Final = 3.5
_NO_NAME: Final = 20.0


class Step(NamedTuple):
    """One level of a reading, by its span."""

    level: Level
    start: int
    end: int
    cost: float
    unit: Unit | None = None
    is_short: bool = False
    """Whether it is what people say: 重庆 for 重庆市."""


class Reading(NamedTuple):
    """The steps of one reading and what they cost together."""

    cost: float
    steps: tuple[Step, ...]

    @property
    def is_name(self) -> bool:
        """Whether every character found a place."""
        return self.cost < _NO_NAME


def read_chain(shadow: str, start: int, end: int, lexicon: Lexicon) -> Reading:
    """The reading of ``shadow[start:end]`` that costs least."""
    return _Reader(shadow, start, end, lexicon).best(start, -1, "")


def names_corps(text: str) -> bool:
    """Whether ``text`` is a division or a regiment of the corps: 第六师, 三十四团."""
    return bool(_DIVISION_OF_CORPS.fullmatch(text) or _REGIMENT.fullmatch(text))


def opens_with_corps(text: str) -> bool:
    """Whether ``text`` begins with a division or a regiment of the corps: 三十四团司法所."""
    return bool(_DIVISION_OF_CORPS.match(text) or _REGIMENT.match(text))


class _Reader:
    def __init__(self, shadow: str, start: int, end: int, lexicon: Lexicon) -> None:
        self.shadow, self.end, self.lexicon = shadow, end, lexicon
        # 住房和城乡建设局 holds no township.
        words = [it.span() for it in lexicon.office_words.finditer(shadow, start, end)]
        self.levels = [it.start() for it in _LEVEL_CHARACTER.finditer(shadow, start, end)]
        self.levels_inside = [
            at for at in self.levels if not any(first <= at < last for first, last in words)
        ]
        self.known: dict[tuple[int, int, str], Reading] = {}

    def best(self, at: int, rank: int, code: str) -> Reading:
        """The cheapest reading of what follows ``at`` below a level of ``rank`` with ``code``."""
        if at == self.end:
            return Reading(0, ())
        key = at, rank, code
        if key not in self.known:
            found = Reading(_NO_NAME, (Step("rest", at, self.end, _NO_NAME),))
            for step in self._steps(at, rank, code):
                below = step.unit.code if step.unit else ""
                if below and len(below) < len(code):
                    below = code
                rest = self.best(step.end, _RANKS[step.level], below or code)
                if step.is_short and not (rest.steps and self._continues(rest.steps[0], step)):
                    continue
                cost = step.cost + rest.cost
                if cost < found.cost:
                    found = Reading(cost, (step, *rest.steps))
            self.known[key] = found
        return self.known[key]

    def _steps(self, at: int, rank: int, code: str) -> Iterator[Step]:
        yield from self._known_superiors(at, rank, code)
        yield from self._known_townships(at, rank, code)
        yield from self._by_suffix(at, rank)
        yield from self._corps(at, rank)
        yield from self._state(at, rank)
        yield from self._offices(at, rank)

    def _known_superiors(self, at: int, rank: int, code: str) -> Iterator[Step]:
        book, last = gazetteer(), min(self.end, at + _LONGEST_LEVEL)
        for end in range(at + 2, last + 1):
            word = self.shadow[at:end]
            units = book.superiors(word)
            for unit in units or book.superiors_abbreviated(word):
                if _RANKS[unit.level] > rank:
                    cost = _KNOWN if unit.code.startswith(code) else _ELSEWHERE
                    yield Step(unit.level, at, end, cost, unit)
            if end < self.end and len(word) <= 8:
                for unit in book.superiors_called(word):
                    level = unit.level
                    if (
                        level in {"province", "city"}
                        and _RANKS[level] > rank
                        and (unit.name != word and unit.code.startswith(code))
                    ):
                        yield Step(level, at, end, _SHORT, unit, is_short=True)

    def _known_townships(self, at: int, rank: int, code: str) -> Iterator[Step]:
        if rank >= _RANKS["township"]:
            return
        ends = {it.end() for it in _TOWNSHIP_END.finditer(self.shadow, at + 1, self.end)}
        for end in sorted({*ends, self.end}):
            if not 2 <= end - at <= _LONGEST_LEVEL:
                continue
            units = gazetteer().townships(self.shadow[at:end])
            # The list of 2023 has zones among its townships.
            if units and not (units[0].is_former and self._names_no_town(at, end, code)):
                here = [unit for unit in units if unit.code.startswith(code)]
                cost = _KNOWN if here else _ELSEWHERE
                if units[0].is_former:  # the list of 2023 has 高密市密水街道 for 密水街道
                    cost += _FORMER
                yield Step("township", at, end, cost, (here or units)[0])

    def _names_no_town(self, at: int, end: int, code: str) -> bool:
        """Whether the list of 2023 only has a zone or an office among its townships: 林业局."""
        if self.shadow.endswith(self.lexicon.zone_endings, at, end):
            return True
        is_office = self.shadow.endswith(self.lexicon.issuer_suffixes["department"], at, end)
        units = gazetteer().townships(self.shadow[at:end])
        return is_office and not (code and any(it.code.startswith(code) for it in units))

    def _by_suffix(self, at: int, rank: int) -> Iterator[Step]:
        kinds: tuple[tuple[Level, re.Pattern[str]], ...] = (
            ("province", _PROVINCE_END), ("city", _CITY_END), ("county", _COUNTY_END),
            ("township", _TOWNSHIP_END),
        )  # fmt: skip
        for level, pattern in kinds:
            if _RANKS[level] <= rank:
                continue
            for ending in pattern.finditer(self.shadow, at + 1, min(self.end, at + _LONGEST_LEVEL)):
                stem = ending.start() - at
                last = ending.end() == self.end
                if level == "city" and last and ending[0] == "市":
                    continue  # which is of a county or of a prefecture only the gazetteer knows
                if stem < (1 if ending[0] in {"县", "镇", "乡"} else 2):
                    continue
                # 澜州市 is called so, as 杭州市 is, and 澜州县: they hold no 州.
                stem_end = ending.start() - self.shadow.startswith("州", ending.start() - 1)
                inside = sum(at < it < stem_end for it in self.levels_inside)
                cost = _BY_SUFFIX + _A_CHARACTER * stem + _LEVEL_INSIDE * inside
                if not _ALL_HAN.fullmatch(self.shadow, at, ending.end()):
                    continue
                if _STATE.match(self.shadow, at, ending.start()) or _BODY_END.search(
                    self.shadow, at, ending.start()
                ):
                    cost += _LEVEL_INSIDE
                if ending.start() in self.levels and ending.start() not in self.levels_inside:
                    cost += _IN_A_WORD
                if level == "city" and not last:
                    cost += 0.1
                if level in {"county", "township"} and self._opens_with_province(at, ending.end()):
                    cost += _BEHIND_PROVINCE
                yield Step(level, at, ending.end(), cost)

    def _opens_with_province(self, at: int, end: int) -> bool:
        """Whether a province is called what it opens with, and the rest is a name by itself."""
        return any(
            unit.level == "province" and _OWN_NAME.fullmatch(self.shadow, at + length, end)
            for length in (2, 3)
            for unit in gazetteer().superiors_called(self.shadow[at : at + length])
        )

    def _continues(self, below: Step, short: Step) -> bool:
        """Whether what follows a short name lies below it; else 重庆 of 重庆路街道 would be one."""
        if below.unit and short.unit and below.unit.code.startswith(short.unit.code):
            return True
        # A town of that name may be new, or have a namesake in another province; a prefecture's
        # short name says less.
        return short.level == "province" and (
            bool(_OWN_NAME.fullmatch(self.shadow, below.start, below.end))
            if below.level == "township"
            else below.unit is None and below.level in {"city", "county"}
        )

    def _corps(self, at: int, rank: int) -> Iterator[Step]:
        found = _CORPS.match(self.shadow, at, self.end)
        if rank < 0 and found and found.end() < self.end:
            yield Step("corps", at, found.end(), _KNOWN)
        if rank < _RANKS["body"] and (found := _DIVISION_OF_CORPS.match(self.shadow, at, self.end)):
            yield Step("rest" if found.end() == self.end else "body", at, found.end(), _OFFICE)
        found = _REGIMENT.match(self.shadow, at, self.end)
        if found and found.end() == self.end:
            yield Step("rest", at, self.end, _OFFICE)

    def _state(self, at: int, rank: int) -> Iterator[Step]:
        found = _STATE.match(self.shadow, at, self.end) if rank < 0 else None
        if found and found.end() < self.end:
            yield Step("state", at, found.end(), _OFFICE)

    def _offices(self, at: int, rank: int) -> Iterator[Step]:
        """The whole rest as an office or a zone; 公安局 before the county it works in."""
        rest = self.shadow[at : self.end]
        # 区民政局 is said of the one at hand.
        alone = _ALONE if rank < 0 else 0
        if rest.endswith(self.lexicon.zone_endings):
            suffix = next(it for it in self.lexicon.zone_endings if rest.endswith(it))
            inside = self._levels_of_zone(at, self.end - len(suffix))
            if len(rest) > len(suffix) or rank >= 0:
                yield Step("rest", at, self.end, _OFFICE + alone + _LEVEL_INSIDE * inside)
        if rest.endswith(self.lexicon.issuer_suffixes["department"]) and len(rest) > 1:
            inside = sum(at < it for it in self.levels_inside)
            length = max(0, len(rest) - 18) * _A_CHARACTER
            yield Step("rest", at, self.end, _OFFICE + alone + _LEVEL_INSIDE * inside + length)
        for suffix in [it for it in self.lexicon.zone_endings if it in rest]:
            # 高新区 of a city needs no name of its own.
            stem = 0 if rank > 0 else 2
            end = self.shadow.find(suffix, at + stem, self.end) + len(suffix)
            if len(suffix) <= end - at - stem <= 16 and end < self.end and rank < _RANKS["zone"]:
                inside = self._levels_of_zone(at, end - len(suffix))
                cost = 1.5 + _LEVEL_INSIDE * inside
                yield Step("zone", at, end, cost)
                if rank < _RANKS["area"]:
                    yield Step("area", at, end, cost + _AREA)
        for body in _BODY_END.finditer(self.shadow, at + 2, self.end - 3):
            if rank < _RANKS["body"] and _BRANCHES.search(self.shadow, body.end(), self.end):
                inside = sum(at < it < body.end() for it in self.levels_inside)
                yield Step("body", at, body.end(), 1 + _LEVEL_INSIDE * inside)

    def _levels_of_zone(self, at: int, end: int) -> int:
        """How many levels a zone's name seems to hold; 新乡高新区 is called after a city."""
        after = range(at + 2, min(at + _LONGEST_STEM, end) + 1)
        known = [it for it in after if gazetteer().superiors_called(self.shadow[at:it])]
        return sum(max([at, *known]) <= it < end for it in self.levels_inside if it > at)

"""The levels that a text leaves out, from what it states and what the gazetteer holds.

Nothing is guessed: a level is added where one division only fits all that is stated, or where what
the text says elsewhere tells that one from its namesakes. A township's bare name, even one that
occurs once in the country, decides nothing by itself: the list does not hold every name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Place
from tuibrowser.model.terms import LEVELS
from tuibrowser.places.gazetteer import Gazetteer, Unit, gazetteer
from tuibrowser.places.wording import is_name
from tuibrowser.text.fold import fold
from tuibrowser.text.placename import stem

_NAMED: Final = 3.0
_TOLD: Final = 2.0
_MARGIN: Final = 2.0
_LONGEST_CLAUSE: Final = 80
"""Characters to either side; what has no stop in so many is no clause."""
_STOPS: Final = re.compile("[。;,!?:\n]")
_MOST_CANDIDATES: Final = 90
_NEXT_TO: Final = re.compile("[相毗比]邻|邻近|接壤|交界")
_SHORTEST: Final = 2
"""Characters of a name that says too little by itself."""


class Resolved(NamedTuple):
    """A place with what was inferred."""

    place: Place
    inferred: dict[str, str]
    """For each level that was added the words that showed it."""
    candidates: tuple[Place, ...] = ()
    """Where it could be, if the text leaves that open."""


class Mentions:
    """What a report says of places beside what it states: that tells namesakes apart."""

    def __init__(self, texts: Sequence[str], lexicon: Lexicon) -> None:
        """Take the paragraphs of a report, and the words that tell which place is meant."""
        self._texts = texts
        self._lexicon = lexicon

    def weight(self, name: str) -> tuple[float, str]:
        """How much speaks for the division called ``name``, and in which words."""
        if len(name) > 2 and any(any(self._spoken_of(name, text)) for text in self._texts):
            return _NAMED, name
        short = stem(name)
        if len(short) < 2 or short == name:
            return 0.0, ""
        plain = re.escape(short)
        telling = re.compile(
            f"{self._lexicon.before_stem}{plain}|{plain}{self._lexicon.behind_stem}"
        )
        for text in self._texts:
            if short in text and (found := telling.search(text)):
                return _TOLD, found[0].strip('"')
        return 0.0, ""

    def holds(self, short: str) -> bool:
        """Whether ``short`` stands anywhere where the text does not speak of others."""
        return any(any(self._spoken_of(short, text)) for text in self._texts)

    def near(self, name: str) -> bool:
        """Whether ``name`` is named as one of its own or next to that."""
        return any(
            meant
            and (
                _NEXT_TO.search(text, *_clause(text, at, end))
                or not speaks_of_others(text, at, end, self._lexicon)
            )
            for text in self._texts
            for at, end, meant in self._named(name, text)
        )

    def _named(self, name: str, text: str) -> Iterator[tuple[int, int, bool]]:
        """Where ``text`` has ``name``, and whether it is meant as a name there."""
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            yield at, end, is_name(text, at, end, self._lexicon)
            at = text.find(name, at + 1)

    def _spoken_of(self, name: str, text: str) -> Iterator[bool]:
        """For each place where ``text`` names ``name``, whether as one of its own."""
        for at, end, meant in self._named(name, text):
            yield meant and not speaks_of_others(text, at, end, self._lexicon)


def resolve(stated: Place, mentions: Mentions | None = None) -> Resolved:
    """Complete ``stated`` from the gazetteer.

    Args:
        stated: full names of the levels that the text states.
        mentions: what else the text says, if there is any text.
    """
    book = gazetteer()
    written, stated = stated, Place(*(name and fold(name) for name in stated))
    found = _complete(book, stated, mentions)
    place = Place(*(mine or other for mine, other in zip(written, found.place, strict=True)))
    return found._replace(place=place)


def _complete(book: Gazetteer, stated: Place, mentions: Mentions | None) -> Resolved:
    units = _units(book, stated)
    if not units:
        return Resolved(_municipality(stated), {})
    fitting = [unit for unit in units if _fits(book.place(unit), stated)]
    if not fitting:
        return Resolved(_municipality(stated), {})
    unit, words = fitting[0], _lowest(stated)
    alone = stated.township and not (stated.county or stated.city or stated.province)
    if len(fitting) > 1 or alone:
        found = _told_apart(book, fitting[:_MOST_CANDIDATES], mentions)
        if found is None:
            places = tuple(book.place(it) for it in fitting[:5])
            return Resolved(_municipality(stated), {}, places)
        unit, words = found
    whole = book.place(unit)
    inferred = {
        level: words
        for level, value in whole._asdict().items()
        if value and not getattr(stated, level)
    }
    return Resolved(whole, inferred)


def is_possible(place: Place) -> bool:
    """Whether nothing that is known of the country speaks against its levels lying in each other.

    A level that the gazetteer does not hold is possible anywhere.
    """
    known = Place(*map(_known, LEVELS[:-1], place[:-1]))
    for lowest, level in ((known, "county"), (known._replace(county=None), "city")):
        name = lowest.county if level == "county" else lowest.city
        units = [it for it in gazetteer().superiors(name or "") if it.level == level]
        if units and not any(_fits(gazetteer().place(unit), lowest) for unit in units):
            return False
    return True


def _known(level: str, name: str | None) -> str | None:
    """``name`` folded, if the gazetteer holds it at ``level``; a municipality is a city, too."""
    levels = {unit.level for unit in gazetteer().superiors(fold(name or ""))}
    is_known = level in levels or (level == "city" and "province" in levels)
    return fold(name) if name and is_known else None


def speaks_of_others(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the clause around ``text[start:end]`` is about another place: 对口帮扶通江县."""
    return lexicon.elsewhere.search(text, *_clause(text, start, end)) is not None


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause around ``text[start:end]`` begins and ends."""
    first, last = max(0, start - _LONGEST_CLAUSE), min(len(text), end + _LONGEST_CLAUSE)
    begin = max((it.end() for it in _STOPS.finditer(text, first, start)), default=first)
    stop = _STOPS.search(text, end, last)
    return begin, stop.start() if stop else last


def _municipality(place: Place) -> Place:
    """A municipality is its own city, whichever of the two the text names."""
    for name in (place.city, place.province):
        if (
            name
            and name.endswith("市")
            and any(unit.level == "province" for unit in gazetteer().superiors(name))
        ):
            return place._replace(province=name, city=name)
    return place


def _lowest(place: Place) -> str:
    return next((name for name in reversed(place) if name), "")


def _units(book: Gazetteer, stated: Place) -> Sequence[Unit]:
    """The divisions that bear the name of the lowest level, or of the one above it."""
    if stated.township:
        units = [unit for unit in book.townships(stated.township) if not unit.is_former]
        if any(_fits(book.place(unit), stated) for unit in units):
            return units
    for level in ("county", "city", "province"):
        if name := getattr(stated, level):
            units = [unit for unit in book.superiors(name) if unit.level == level]
            return _given_up(book, units, stated.township) or units
    return ()


def _given_up(book: Gazetteer, units: Sequence[Unit], township: str | None) -> list[Unit]:
    """The one of namesakes that is no more, if the township is one of its city now: 江北区 of
    重庆市 went into 两江新区 with its townships, that of 宁波市 never had them."""
    cities = {it.code[:4] for it in book.townships(township)} if township else set()
    found = [unit for unit in units if unit.is_former and unit.code[:4] in cities]
    return found if len(found) == 1 else []


def _fits(place: Place, stated: Place) -> bool:
    for level in ("province", "city", "county"):
        mine, other = getattr(stated, level), getattr(place, level)
        if mine and mine != other and not (level == "city" and mine == place.province):
            return False
    return True


def _told_apart(
    book: Gazetteer, units: Sequence[Unit], mentions: Mentions | None
) -> tuple[Unit, str] | None:
    """The one that the text speaks of most, if by a margin, and the words."""
    scores: list[tuple[float, Unit, str]] = []
    for unit in units:
        score, words = 0.0, ""
        for above in book.above(unit):
            weight, shown = mentions.weight(above.name) if mentions else (0.0, "")
            if above.level == "province":
                weight /= 3  # a province is named in many texts of others
            if weight:
                score, words = score + weight, shown
        scores.append((score, unit, words))
    scores.sort(key=lambda it: -it[0])
    best = scores[0]
    second = scores[1][0] if len(scores) > 1 else 0.0
    if best[0] - second >= _MARGIN:
        return best[1], best[2]
    if not mentions or any(unit.level != "county" for unit in units):
        return None
    return _hinted(book, units, mentions) or _beside(book, units, mentions)


def _hinted(book: Gazetteer, units: Sequence[Unit], mentions: Mentions) -> tuple[Unit, str] | None:
    """The one of few counties above which anything is called in the text: 白云区 is of 广州市 where
    that speaks of 广州民营科技园, and of 贵阳市 nowhere."""
    hinted = [
        (unit, short)
        for unit in units
        if (short := next(filter(mentions.holds, (stem(it.name) for it in book.above(unit))), ""))
    ]
    return hinted[0] if len(hinted) == 1 else None


def _beside(book: Gazetteer, units: Sequence[Unit], mentions: Mentions) -> tuple[Unit, str] | None:
    """The one of few counties beside which another of its city is named: 鼓楼区 is of 福州市 where
    that joins 台江区."""
    beside = [
        (unit, name)
        for unit in units
        for city in book.above(unit)[-1:]
        if (name := next(filter(mentions.near, _others(book, city, unit)), ""))
    ]
    return beside[0] if len(beside) == 1 else None


def _others(book: Gazetteer, city: Unit, unit: Unit) -> Iterator[str]:
    """The counties of ``city`` besides ``unit``."""
    for other in book.inside(city.code):
        if other.level == "county" and other.name != unit.name and len(other.name) > _SHORTEST:
            yield other.name

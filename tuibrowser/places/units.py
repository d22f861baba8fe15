"""Which reports are of one unit, and what its years say of its place together.

Names are compared in one spelling: 雲川鎮 is 云川镇. They are handed on as each text writes them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final, Protocol, TypeVar

from tuibrowser.model.report import Place
from tuibrowser.text.fold import fold

_SHORTEST_STEM: Final = 2
_NAME_END: Final = 3
_MOST_NAMESAKES: Final = 200
"""More places of one name than there are (82 are called 城关镇) come from no real library, and
would take long to compare."""
_DIFFERENT: Final = 1 << 16
"""Names of places and issuers whose spelling is kept; a province has some tens of thousands."""
_Key = TypeVar("_Key", bound=Hashable)


class Issued(Protocol):
    """A report, or how a library lists one."""

    @property
    def issuer(self) -> str | None:
        """The issuer's short name."""

    @property
    def place(self) -> Place:
        """Where it is from, as far as that is known."""


@lru_cache(_DIFFERENT)
def spelt(name: str) -> str:
    """``name`` as it is compared with others."""
    return fold(name)


def spelt_or_none(name: str | None) -> str | None:
    """The same, of what may not be known."""
    return name and spelt(name)


def spelt_place(place: Place) -> Place:
    """``place``, each level as it is compared with others."""
    return Place(*map(spelt_or_none, place))


def same_unit(one: Issued, other: Issued) -> bool:
    """Whether two reports have one issuer's name, and nothing known of their places speaks against
    it. Two reports without an issuer are of nobody, so of no unit.

    An office may be named with the place it is of or without: 青石县农业农村局, and the 农业农村局
    or 县农业农村局 of a report that is known to be from 青石县.
    """
    return share_name(one, other) and places_agree(one.place, other.place)


def share_name(one: Issued, other: Issued) -> bool:
    """Whether both have one issuer's name, the place that an office is of left out or not."""
    name, others = one.issuer, other.issuer
    if name is None or others is None:
        return False
    if name == others:
        return True
    name, others = spelt(name), spelt(others)
    return name == others or _is_in_full(name, others, other) or _is_in_full(others, name, one)


def _is_in_full(name: str, short: str, issued: Issued) -> bool:
    """Whether ``name`` is ``short`` behind levels of the place that is known of ``issued``, which
    is called so."""
    if not short or not name.endswith(short):
        return False
    above = name.removesuffix(short)
    place = spelt_place(issued.place)
    for level in place:
        above = above.removeprefix(level or "")
    lowest = place.county or place.city or ""
    # 县农业农村局 begins with the last character of the county that it is of.
    return not above or lowest == above + short[0] or lowest[-1:] == above


def name_end(issuer: str) -> str:
    """What all names of one unit end in, by which reports are grouped before they are compared."""
    return spelt(issuer[-_NAME_END:])


def places_agree(one: Place, other: Place) -> bool:
    """Whether both may be one place: no level above the township is known to differ.

    A county that became a city or a district is the same: 禄丰县, 禄丰市.
    """
    return all(
        not a or not b or a == b or _is_one_place(spelt(a), spelt(b))
        for a, b in zip(one[:-1], other[:-1], strict=True)
    )


def _is_one_place(one: str, other: str) -> bool:
    return one == other or (len(one) > _SHORTEST_STEM and one[:-1] == other[:-1])


def shared_places(units: Mapping[_Key, tuple[str | None, Place]]) -> dict[_Key, tuple[Place, _Key]]:
    """What reports learn of their places from others of the same issuer.

    Args:
        units: issuer and place of each report, as its own text tells them.

    Returns:
        For each report that learns anything its whole place, and the report that tells most of it.
        Where the others are of several places, nothing is learnt.
    """
    by_issuer: dict[str, dict[Place, list[_Key]]] = defaultdict(lambda: defaultdict(list))
    for key, (issuer, place) in units.items():
        if issuer:
            by_issuer[spelt(issuer)][place].append(key)
    found: dict[_Key, tuple[Place, _Key]] = {}
    for places in by_issuer.values():
        if 1 < len(places) <= _MOST_NAMESAKES:
            for place, keys in places.items():
                if told := _told(place, list(places)):
                    whole, teller = told
                    found |= dict.fromkeys(keys, (whole, places[teller][-1]))
    return found


def shared_names(units: Iterable[tuple[str | None, Place]]) -> dict[str, list[Place]]:
    """The issuers' names that several units have, however each is written, with the places they
    stand in.

    A report whose place is not known is of any of them.
    """
    by_issuer: dict[str, dict[Place, None]] = defaultdict(dict)
    written: dict[str, dict[str, None]] = defaultdict(dict)
    for issuer, place in units:
        if issuer:
            by_issuer[spelt(issuer)][place] = None
            written[spelt(issuer)][issuer] = None
    return {
        name: list(places)
        for issuer, places in by_issuer.items()
        if 1 < len(places) <= _MOST_NAMESAKES
        and not all(places_agree(one, other) for one, other in combinations(places, 2))
        for name in written[issuer]
    }


def within(issuer: str, place: Place, places: Iterable[Place]) -> tuple[str, ...]:
    """The levels above a unit that tell it from its namesakes in ``places``, highest first.

    As few as do: the county, unless another of that name has such a unit, too. None where it has
    no namesake, or where nothing is known of its own place.
    """
    rivals = [other for other in places if not places_agree(place, other)]
    above = [level for level in dict.fromkeys(place[:-1]) if level and level != issuer]
    for count in range(1, len(above) + 1) if rivals else ():
        chosen = tuple(above[-count:])
        names = set(map(spelt, chosen))
        if not any(names <= set(filter(None, spelt_place(other))) for other in rivals):
            return chosen
    return tuple(above) if rivals else ()


def _told(place: Place, others: Sequence[Place]) -> tuple[Place, Place] | None:
    """``place`` with what the others that agree with it know, and the one that knows most."""
    alike = [other for other in others if places_agree(place, other)]
    if not all(places_agree(one, other) for one, other in combinations(alike, 2)):
        return None
    alike.sort(key=lambda other: -sum(map(bool, other)))
    whole = place
    for other in alike:
        whole = Place(*(mine or its for mine, its in zip(whole, other, strict=True)))
    return (whole, alike[0]) if whole != place else None

"""Where zones lie, by the division that they are called after: 张家港保税区, 滦州经济开发区."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Place
from tuibrowser.parsing.identity.named import read_name
from tuibrowser.parsing.identity.stated_places import Statement, statement_of
from tuibrowser.parsing.lines.source import Line
from tuibrowser.places.gazetteer import Unit, gazetteer

# Which the state sets up, and calls after their cities.
_OF_CITY: Final = re.compile("经济技术开发区|高新技术产业开发区")


def named_after(
    issuer: str, opening: Sequence[Line], text: str, lexicon: Lexicon
) -> Iterator[Statement]:
    """张家港保税区 lies in 张家港市 if its opening speaks of that, 北京经济技术开发区 in 北京市."""
    for length in range(min(len(issuer), 6) - 1, 1, -1):
        units = gazetteer().superiors_called(issuer[:length])
        # 云溪风景区 lies anywhere, but no other place is called as a province is.
        provinces = [it for it in units if it.level == "province"]
        if provinces and any(it in issuer[length:] for it in lexicon.zone_endings):
            yield gazetteer().place(provinces[0]), issuer[:length]
            return
        if _OF_CITY.match(issuer, length) and (city := _city_of_all(units)):
            yield gazetteer().place(city), issuer[:length]
            return
        for unit in units:
            for line in opening:
                at = line.shadow.find(unit.name)
                if at >= 0:
                    name = read_name(line.shadow, at, at + len(unit.name), lexicon)
                    yield statement_of(name, line, text)


def _city_of_all(units: Sequence[Unit]) -> Unit | None:
    """The city among ``units`` that the others lie in: 长沙市 of 长沙市 and 长沙县."""
    cities = [it for it in units if it.level == "city"]
    is_sure = len(cities) == 1 and all(it.code.startswith(cities[0].code) for it in units)
    return cities[0] if is_sure else None


def of_zone(issuer: str, known: Place, lexicon: Lexicon) -> Place | None:
    """The county after which a zone is called, if its province has one of that name: 滦州市 of
    滦州经济开发区 in 河北省."""
    if not known.province or known.county or not issuer.endswith(lexicon.zone_endings):
        return None
    for length in range(min(len(issuer), 6) - 1, 1, -1):
        units = gazetteer().superiors_called(issuer[:length])
        places = [it for it in map(gazetteer().place, units) if it.province == known.province]
        if len(places) == 1 and places[0].county and known.city in {None, places[0].city}:
            return places[0]
    return None

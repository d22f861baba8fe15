"""A government's name as levels: 青棠县 in 临江市, 石门镇 in that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.terms import Span
from tuibrowser.parsing.identity.chain import LONGEST_NAME, Step, read_chain
from tuibrowser.places.gazetteer import Unit

OF_PARTY: Final = "中共"
"""Before the name of a party committee, and of an office of one."""


@dataclass(frozen=True, slots=True)
class Name:
    """A government's name and where each level stands in the shadow it was read from."""

    province: Span | None = None
    city: Span | None = None
    county: Span | None = None
    township: Span | None = None
    rest: Span | None = None
    """What follows the last level: 教育局, or the whole of a name without levels."""
    province_name: str | None = None
    """Full name; the shadow may have the short one."""
    city_name: str | None = None
    """Full name, where the gazetteer knows it."""
    county_name: str | None = None
    """Full name, where the shadow has an abbreviation that the gazetteer knows: 酉阳县."""
    city_is_known: bool = False
    body: Span | None = None
    """An office before the county that a branch of it works in: 公安局 in 公安局临水区分局."""
    head: Span | None = None
    """What a branch names before its place: 国家税务总局, 共青团."""
    zone: Span | None = None
    """A zone before an office or a township of its own."""
    unit: Unit | None = None
    """The lowest division that the gazetteer holds."""
    is_name: bool = True
    """Whether every character found a place in some reading."""

    @property
    def lowest(self) -> Span | None:
        """Where the lowest level stands."""
        return self.township or self.county or self.city or self.province

    def is_above(self, other: Name) -> bool:
        """Whether this is a government and ``other`` a township that may be its own."""
        is_level = self.lowest is not None and not (self.township or self.zone or self.rest)
        is_bare = not (other.province or other.city or other.county)
        return is_level and other.township is not None and is_bare

    @property
    def whole(self) -> Span | None:
        """From the first level to the last."""
        spans = [
            span
            for span in (
                self.head, self.province, self.city, self.body, self.county, self.zone,
                self.township, self.rest,
            )
            if span
        ]  # fmt: skip
        return (min(spans)[0], max(spans)[1]) if spans else None


def read_name(shadow: str, start: int, end: int, lexicon: Lexicon) -> Name:
    """Take apart the name in ``shadow[start:end]``; what is no name is all ``rest``."""
    if end - start > LONGEST_NAME:
        return Name(rest=(start, end), is_name=False)
    reading = read_chain(shadow, start, end, lexicon)
    if not reading.is_name:
        return Name(rest=(start, end), is_name=False)
    by_level = {step.level: step for step in reading.steps}

    def at(step: Step | None) -> Span | None:
        return (step.start, step.end) if step else None

    province, city = by_level.get("province"), by_level.get("city")
    county = by_level.get("county")
    # A 市 that the gazetteer does not hold is a prefecture unless a township lies in it.
    unheard_of = county and not county.unit and shadow.startswith("市", county.end - 1)
    if unheard_of and not city and "township" not in by_level:
        city, county = county, None
    units = [step.unit for step in reading.steps if step.unit]
    return Name(
        province=at(province),
        city=at(city),
        county=at(county),
        township=at(by_level.get("township")),
        rest=at(by_level.get("rest")),
        province_name=province.unit.name if province and province.unit else None,
        city_name=city.unit.name if city and city.unit else None,
        county_name=_whole_name(county, shadow),
        city_is_known=bool(city and city.unit),
        head=at(by_level.get("state")),
        body=at(by_level.get("body")),
        zone=at(by_level.get("zone")),
        unit=units[-1] if units else None,
    )


def _whole_name(county: Step | None, shadow: str) -> str | None:
    if county is None or county.unit is None:
        return None
    return county.unit.name if county.unit.name != shadow[county.start : county.end] else None

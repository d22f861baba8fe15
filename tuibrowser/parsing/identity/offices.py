"""Who of a name issues a report, and of what kind that is: a township, a county, a bureau."""

from __future__ import annotations

import re

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.terms import IssuerKind, Span
from tuibrowser.parsing.identity.named import OF_PARTY, Name
from tuibrowser.places.gazetteer import gazetteer

_OFFICES: tuple[IssuerKind, ...] = ("department", "other")
_TOWNSHIP_KINDS: tuple[IssuerKind, ...] = ("subdistrict", "town", "township")
# 县农业农村局 is the one at hand, in whichever county.
_RELATIVE = re.compile("自治[区州县旗]|[县市区镇乡旗州盟省](?!场|政|容|域|区)")
_GENERIC_ZONE = re.compile(
    "(?:国有|国营|经济|高新|技术|产业|工业|国家级|省级|综合|开发|示范|度假|管理|保税|临空|空港|临港|物流|化工|农业科技|现代农业)"
)
_SHORTEST_CALLED = 2
_OWN_OFFICE = re.compile("^(?:党政|党委|政府|综合)*办(?:公室)?$")


def issuer_of(name: Name, shadow: str, lexicon: Lexicon) -> tuple[Span, IssuerKind] | None:
    """Where the issuer's short name stands, and of what kind it is."""
    if name.rest and not (name.township and _OWN_OFFICE.match(shadow[slice(*name.rest)])):
        office = office_kind(shadow[slice(*name.rest)], lexicon)
        if office is None:
            return None
        lowest = name.county or name.city or name.province
        if name.body and name.county and shadow[name.rest[0] : name.rest[1]] == "分局":
            return (name.county[0], name.rest[1]), office
        if office == "department":
            # 教育局 says nothing without its place.
            if name.body and name.county:  # 云水区大队 is of one of its bodies
                lowest = name.city or name.body
            first = (name.head or lowest or name.zone or name.township or name.body or name.rest)[0]
            if shadow.startswith("委", name.rest[0]) and shadow.endswith(OF_PARTY, 0, first):
                first -= len(OF_PARTY)
            return (first, name.rest[1]), office
        # 经济开发区 is one of many.
        generic = _GENERIC_ZONE.match(shadow, *name.rest)
        return (((generic and lowest) or name.rest)[0], name.rest[1]), office
    if name.township:
        text = shadow[slice(*name.township)]
        kind = next((k for k in _TOWNSHIP_KINDS if text.endswith(lexicon.issuer_suffixes[k])), None)
        return name.township, kind or office_kind(text, lexicon) or "other"
    if name.county and name.body:  # 第八师石河子市
        return (name.body[0], name.county[1]), "other"
    if name.county:
        return name.county, "county"
    if name.city:
        return name.city, "city"
    return (name.province, "province") if name.province else None


def is_relative(name: Name, shadow: str) -> bool:
    """Whether a name says only which office of the one at hand it is: 县农业农村局."""
    if name.lowest or name.rest is None or _RELATIVE.match(shadow, *name.rest) is None:
        return False
    # 镇江高新区 is called after a city, and is no zone of the 镇 at hand.
    end = name.rest[0] + _SHORTEST_CALLED
    is_zone = _GENERIC_ZONE.match(shadow, end, name.rest[1]) or shadow.startswith("新区", end)
    return not (is_zone and gazetteer().superiors_called(shadow[name.rest[0] : end]))


def office_kind(text: str, lexicon: Lexicon) -> IssuerKind | None:
    """What kind of office ends so; ``None`` where none does."""
    if re.search("[师团]$|管委会$|[区园城]管理(?:委员会|办公室)$", text):
        return "other"
    return next((k for k in _OFFICES if text.endswith(lexicon.issuer_suffixes[k])), None)

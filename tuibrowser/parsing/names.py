"""Names of governments, taken apart by administrative level.

Without a gazetteer a name is read by its suffixes from the left: province, city, county, township
or office. Only provinces and prefectures are known by name; they tell 海口市 (a prefecture) from
启东市 (a county) and 重庆 in 重庆綦江区 from 重庆 in 重庆路街道.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.terms import IssuerKind, Span
from tuibrowser.text.placename import stem

_HAN = "[\u4e00-\u9fff]"
_CITY = re.compile(rf"{_HAN}{{2,6}}?(?:自治州|市|盟|地区)")
_COUNTY = re.compile(
    rf"[城郊矿]区|{_HAN}{{1,12}}?(?:自治县|自治旗)|{_HAN}{{2,6}}?(?:林区|特区|新区)|{_HAN}{{1,5}}?县|{_HAN}{{2,5}}?(?:区|市|旗)"
)
_TOWNSHIP = re.compile(rf"{_HAN}{{1,8}}?(?:街道|镇|乡|苏木)")
# What may follow a province's short name: 重庆綦江区 is in Chongqing, 重庆路街道 need not be.
_LONG_NAME = re.compile(rf"{_HAN}{{2,8}}?(?:自治州|地区|街道|[市盟县区旗镇乡])")
_FUNCTIONAL = re.compile(
    rf"{_HAN}{{2,14}}?(?:开发区|高新区|园区|示范区|度假区|管理区|保税区|合作区)"
)
_GOVERNMENT = re.compile(
    r"(?:人民政府|政府|街道办事处|办事处|街道办|管理委员会|管委会)(?:办公室)?$"
)
_INNER_GOVERNMENT = re.compile(r"(?:人民政府|政府)(?=.)")
_PARTY = re.compile(r"^中共.{2,24}?(?:街道工作委员会|街道工委|委员会|党工委|党委|工委|委)(?=.|$)")
_PARTY_END = re.compile(r"(?:党委|党工委|工作委员会|委员会|工委)(?=$|.{2,20}(?:政府|办事处))")


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
    city_is_known: bool = False

    @property
    def lowest(self) -> Span | None:
        """Where the lowest level stands."""
        return self.township or self.county or self.city or self.province


def read_name(shadow: str, start: int, end: int, lexicon: Lexicon) -> Name:
    """Take apart the name in ``shadow[start:end]``; what is left over becomes ``rest``."""
    at = start
    province, province_name = _province(shadow, at, end, lexicon)
    if province:
        at = province[1]
    city, known = _city(shadow, at, end, lexicon)
    if city:
        at = city[1]
    if functional := _FUNCTIONAL.match(shadow, at, end):
        if functional.end() == end:
            return Name(province, city, None, None, (at, end), province_name, known)
        at = functional.end()
    county = _match(_COUNTY, shadow, at, end)
    if county and _swallows_township(shadow, county, end):
        county = None
    if county:
        at = county[1]
    township = _match(_TOWNSHIP, shadow, at, end)
    if township:
        at = township[1]
        # 坡子街街道, 长兴镇镇 are cut too early by the shortest match.
        while (longer := _match(_TOWNSHIP, shadow, at, end)) and longer[1] - at <= 3:
            township, at = (township[0], longer[1]), longer[1]
    rest = (at, end) if at < end else None
    return Name(province, city, county, township, rest, province_name, known)


def _match(pattern: re.Pattern[str], shadow: str, at: int, end: int) -> Span | None:
    found = pattern.match(shadow, at, end)
    return found.span() if found else None


def _swallows_township(shadow: str, county: Span, end: int) -> bool:
    """Whether the county ran over a township: 白沙镇城区 is no county."""
    return bool(re.search(r"[镇乡].|街道", shadow[county[0] : county[1] - 1])) and county[1] == end


def _province(shadow: str, at: int, end: int, lexicon: Lexicon) -> tuple[Span | None, str | None]:
    for full in lexicon.provinces:
        if shadow.startswith(full, at, end):
            return (at, at + len(full)), full
    if _prefecture(shadow, at, end, lexicon):  # 吉林市, 海南藏族自治州
        return None, None
    for full, short in _short_names(lexicon.provinces):
        rest = at + len(short)
        if shadow.startswith(short, at, end) and (
            rest == end or _LONG_NAME.match(shadow, rest, end)
        ):
            return (at, rest), full
    return None, None


def _city(shadow: str, at: int, end: int, lexicon: Lexicon) -> tuple[Span | None, bool]:
    if known := _prefecture(shadow, at, end, lexicon):
        return (at, at + len(known)), True
    found = _match(_CITY, shadow, at, end)
    if found and found[1] < end:
        county = _match(_COUNTY, shadow, found[1], end)
        if county:
            return found, False
    return None, False


@cache
def _short_names(provinces: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((full, stem(full)) for full in provinces)


@cache
def _by_first(prefectures: frozenset[str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for name in sorted(prefectures, key=len, reverse=True):
        table[name[0]] = (*table.get(name[0], ()), name)
    return table


def _prefecture(shadow: str, at: int, end: int, lexicon: Lexicon) -> str | None:
    for full in _by_first(lexicon.prefectures).get(shadow[at : at + 1], ()):
        if shadow.startswith(full, at, end):
            return full
    return None


def bare(shadow: str, start: int, end: int) -> Span:
    """``shadow[start:end]`` less party committee before and 人民政府, 办事处 behind."""
    text = shadow[start:end]
    if party := _PARTY.match(text):
        if party.end() < len(text):
            start += party.end()
        else:  # the committee alone signs: 中共寨里镇委员会
            start += 2
            cut = re.search(r"(?:街道工作委员会|街道工委|委员会|党工委|党委|工委|委)$", text)
            if cut:
                keep = 2 if cut[0].startswith("街道") else 0
                end = start - 2 + cut.start() + keep
        text = shadow[start:end]
    if both := _PARTY_END.search(text):
        if both.end() < len(text):
            start += both.end()
        else:
            end = start + both.start()
        text = shadow[start:end]
    while found := _GOVERNMENT.search(text):
        keep = 2 if found[0].startswith("街道") else 0
        if found.start() + keep == 0:
            break
        end = start + found.start() + keep
        text = shadow[start:end]
    return start, end


def government(shadow: str, start: int, end: int, lexicon: Lexicon) -> Name | None:
    """The government named by ``shadow[start:end]``, or ``None`` where that is no name.

    区人民政府X街道办事处 names the 街道; a name that is only a pronoun (我镇) names nobody.
    """
    start, end = bare(shadow, start, end)
    if end - start < 2 or shadow[start:end] in lexicon.not_names:
        return None
    inner = [match.span() for match in _INNER_GOVERNMENT.finditer(shadow, start, end)]
    if not inner:
        name = read_name(shadow, start, end, lexicon)
    else:
        above = read_name(shadow, start, inner[-1][0], lexicon)
        below = read_name(shadow, inner[-1][1], end, lexicon)
        name = Name(
            province=above.province,
            city=below.city or above.city,
            county=below.county or above.county,
            township=below.township,
            rest=below.rest,
            province_name=above.province_name,
            city_is_known=below.city_is_known or above.city_is_known,
        )
    lowest = name.lowest
    if lowest and shadow[lowest[0] : lowest[1]] in lexicon.not_names:
        return None
    return name


_OFFICES: tuple[IssuerKind, ...] = ("department", "other")
_TOWNSHIP_KINDS: tuple[IssuerKind, ...] = ("subdistrict", "town", "township")


def issuer_of(name: Name, shadow: str, lexicon: Lexicon) -> tuple[Span, IssuerKind] | None:
    """Where the issuer's short name stands, and of what kind it is."""
    if name.rest and not name.township:
        office = _ends_like(shadow, name.rest, _OFFICES, lexicon)
        if office == "department":
            # 教育局 says nothing without its place.
            return (
                (name.county or name.city or name.province or name.rest)[0],
                name.rest[1],
            ), office
        return (name.rest, office) if office else None
    if name.township:
        kind = _ends_like(shadow, name.township, _TOWNSHIP_KINDS, lexicon)
        return (name.township, kind) if kind else None
    if name.county:
        return name.county, "county"
    if name.city:
        return name.city, "city" if name.city_is_known else "county"
    return (name.province, "province") if name.province else None


def _ends_like(
    shadow: str, span: Span, kinds: Sequence[IssuerKind], lexicon: Lexicon
) -> IssuerKind | None:
    text = shadow[span[0] : span[1]]
    return next((k for k in kinds if text.endswith(lexicon.issuer_suffixes[k])), None)


# Who acts in the clause that follows a name: 下蜀镇坚持以…, 区政府…, 永乐镇党委….
_ACTS = re.compile(
    r"人民政府|政府|党委|党政|党工委|办事处|街道办|坚持|深入|认真|积极|始终|全面|紧紧|紧扣|按照|围绕|贯彻|严格|高度|切实|持续|"
    r"立足|聚焦|成立|牢固|扎实|不断|结合|以习|以党|在|20\d\d|法治|严格|大力|进一步|高位|着力|把|将|共|综合|推进|加强|强化|司法所|锚定"
)
_CLAUSE = re.compile(
    r"(?:^|(?<=[,。;:、!?\"'《(])|(?<=年[,在])|(?<=度[,])|(?<=现将)|(?<=现就)|(?<=结合)|(?<=以来)|(?<=领导下)|(?<=20\d\d年))"
)


def acting_names(shadow: str, lexicon: Lexicon) -> Iterator[Name]:
    """Names that open a clause and act in it; pronouns and common words left out."""
    for clause in _CLAUSE.finditer(shadow):
        at = clause.start()
        window = shadow[at : at + 26]
        for found in re.finditer(r"街道|[镇乡县区市省]", window):
            end = at + found.end()
            text = shadow[at:end]
            if len(text) < 3 or text.endswith(lexicon.not_name_endings):
                continue
            if not re.fullmatch(rf"{_HAN}+", text) or not _ACTS.match(shadow, end):
                continue
            name = read_name(shadow, at, end, lexicon)
            if name.lowest and not name.rest and name.lowest[1] - name.lowest[0] <= 8:
                yield name
                break

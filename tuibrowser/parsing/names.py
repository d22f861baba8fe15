"""Names of governments and their offices, taken apart by administrative level.

The chain of levels is read by :mod:`tuibrowser.parsing.chain`; here names get rid of what stands
around them (中共…委员会, 人民政府) and are told from words that only look like names (我局).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.lexicon.verbal import LIKELY, score_verb
from tuibrowser.model.terms import IssuerKind, Span
from tuibrowser.parsing.chain import LONGEST_NAME, Step, read_chain
from tuibrowser.places.gazetteer import Unit, gazetteer

# Code, not lexicon: the organs of party and state are laid down by law.
_GOVERNMENT = re.compile(
    r"(?:人民政府|政府|行政公署|街道办事处|地区办事处|办事处|街道办|管委会"
    r"|(?<=[区园城])管理委员会|(?<=区)管理办公室)$"
)
_INNER_GOVERNMENT = re.compile(r"(?:人民政府|政府|行政公署)(?=.)")
_COMMITTEE = "街道工作委员会|街道工委|委员会|党工委|党委|工委|委"
_PARTY = re.compile(rf"^(?P<party>中共|中国共产党).{{2,24}}?(?:{_COMMITTEE})(?=.|$)")
_BRANCH_OF_PARTY = re.compile("(?:党?总支部?|党支部|机关党委|直属党委)(?:委员会)?$|党组$")
_PARTY_END = re.compile(r"(?:党委|党工委|工作委员会|委员会|工委)(?=$|.{2,20}(?:政府|办事处)$)")
_OF_PARTY = "中共"
# 经县政府审议, 紧扣全县中心: a clause that speaks of the one at hand.
# 区城市 of 区城市管理局 begins with the level of the one at hand.
_CLAUSE = re.compile(
    "(?:经(?!济)|受|据|由)[^市]?[省市县区镇乡]|.{2,}[全本各该][省市州县区镇乡]$|[省市州县区].+[省市州盟县区旗]$"
)
_LEVELS = re.compile("[省市州县区镇乡村]+")
_VERB: Final = 2
"""Characters of a verb."""
_VERBAL: Final = {
    "乡镇": LIKELY,
    "街道": 4,
    **dict.fromkeys("省市州县区", 4),
    **dict.fromkeys("镇乡", 6),
}
"""By what follows a verb, how sure of it one must be. Of a hundred townships' names one scores 4 or
more; those that the gazetteer holds are not asked."""
_NEVER: Final = 99
_LEVEL_ENDS = re.compile("(?:街道|[镇乡街县区市省州盟旗团场])$")
# 党委和政府 name the one that stands before them.
_BOTH = re.compile(r"(?:党委|党工委|工委)[、和]?(?:[镇乡县区市街道]{0,2}(?:人民)?政府|办事处)?$")


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


def bare(shadow: str, start: int, end: int) -> Span:
    """``shadow[start:end]`` less party committee before and 人民政府, 办事处 behind."""
    text = shadow[start:end]
    if branch := _BRANCH_OF_PARTY.search(text):  # 中共…大队总支部委员会 is the 大队
        end = start + branch.start()
        start += len(_OF_PARTY) * text.startswith(_OF_PARTY)
        text = shadow[start:end]
    if party := _PARTY.match(text):
        level = _LEVEL_ENDS.search(re.sub(rf"(?:{_COMMITTEE})$", "", party[0]))
        if party.end() < len(text) and not _is_office(text[party.end() :]):
            start += _after_and(text, party.end())
        elif party.end() == len(text) and level:  # the committee alone signs: 中共寨里镇委员会
            cut = re.search(rf"(?:{_COMMITTEE})$", text)
            if cut:
                end = start + cut.start() + (2 if cut[0].startswith("街道") else 0)
            start += len(party["party"])
        text = shadow[start:end]
    if (both := _BOTH.search(text)) and both.start() > 1:
        end = start + both.start()
        text = shadow[start:end]
    league = text.startswith("共青团")
    if (
        not league
        and (both := _PARTY_END.search(text))
        and _LEVEL_ENDS.search(text[: both.start()])
    ):
        if both.end() < len(text):
            start += _after_and(text, both.end())
        else:
            end = start + both.start()
        text = shadow[start:end]
    while government_end := _GOVERNMENT.search(text):
        keep = 2 if government_end[0].startswith(("街道", "地区")) else 0
        if government_end.start() + keep == 0:
            break
        end = start + government_end.start() + keep
        text = shadow[start:end]
    return start, end


def _after_and(text: str, at: int) -> int:
    """``at``, or behind what joins two names there."""
    return at + 1 if text[at : at + 1] in {"、", "和", "及"} else at


def _is_office(text: str) -> bool:
    """Whether what follows 中共…县委 is an office of it: 政法委员会."""
    return not _GOVERNMENT.search(text) and text.endswith(("委员会", "部", "办公室", "办", "委"))


def government(
    shadow: str, start: int, end: int, lexicon: Lexicon, *, strictly: bool = False
) -> Name | None:
    """The government or office named by ``shadow[start:end]``, or ``None`` if that is no name.

    区人民政府X街道办事处 names the 街道; a name that is only a pronoun (我镇) names nobody.
    ``strictly`` is for running text, where a level that the gazetteer does not hold must not look
    like a clause.
    """
    start, end = bare(shadow, start, end)
    if end - start < 2 or _is_no_name(shadow[start:end], lexicon, strictly):
        return None
    if shadow.startswith(_OF_PARTY, start, end):  # 中共云川县委政法委员会
        start += len(_OF_PARTY)
    inner = [match.span() for match in _INNER_GOVERNMENT.finditer(shadow, start, end)]
    if strictly and inner and shadow.startswith(("和", "及", "与"), inner[-1][1]):
        return None  # 县政府和县委 names no 和县
    if not inner:
        name = read_name(shadow, start, end, lexicon)
    else:
        above = read_name(shadow, start, inner[-1][0], lexicon)
        below = read_name(shadow, inner[-1][1], end, lexicon)
        name = _below(above, below)
    if not name.is_name:
        return None
    lowest = name.lowest
    # 城区 alone is any town's centre, 城区司法局 is the bureau of the district of that name.
    alone = strictly and name.rest is None
    if lowest and _is_no_name(shadow[lowest[0] : lowest[1]], lexicon, alone):
        return None
    if strictly and not _could_stand_alone(name, shadow, lexicon):
        return None
    return name


def _below(above: Name, below: Name) -> Name:
    """The name of what stands behind a government, with the levels that the government's tells."""
    return Name(
        province=above.province,
        city=below.city or above.city,
        county=below.county or above.county,
        township=below.township or (above.township if below.rest else None),
        rest=below.rest,
        province_name=above.province_name,
        city_name=below.city_name or above.city_name,
        county_name=below.county_name or above.county_name,
        city_is_known=below.city_is_known or above.city_is_known,
        unit=below.unit or above.unit,
        is_name=above.is_name and below.is_name,
    )


def _is_no_name(text: str, lexicon: Lexicon, strictly: bool) -> bool:
    if text in lexicon.not_names or text in lexicon.zone_endings:
        # 城区 and 郊区 are counties, too.
        return strictly or not gazetteer().superiors(text)
    return text.startswith(lexicon.pronouns) and not _is_known(text)


def _is_known(text: str) -> bool:
    """Whether ``text`` begins with a division of the gazetteer: 全南县, 各庄镇."""
    book = gazetteer()
    return any(
        book.superiors(text[:length]) or book.townships(text[:length])
        for length in range(2, min(len(text), 12) + 1)
    )


def _does_something(text: str, lexicon: Lexicon) -> bool:
    """Whether what ends like a level is a deed done to some: 统筹乡镇, 紧抓街道, 提请县."""
    stem, kind = text[:_VERB], text[_VERB:]
    if len(stem) != _VERB:
        return False
    acts = kind in {"街道", "乡镇"} and lexicon.acts.fullmatch(stem)
    return bool(acts) or score_verb(stem) >= _VERBAL.get(kind, _NEVER)


def _could_stand_alone(name: Name, shadow: str, lexicon: Lexicon) -> bool:
    for span in (name.province, name.city, name.county, name.township, name.zone, name.rest):
        text = shadow[slice(*span)] if span else ""
        if not text or gazetteer().superiors(text) or gazetteer().townships(text):
            continue
        if lexicon.not_inside.search(text) or _CLAUSE.match(text):
            return False
        if span != name.rest and (_does_something(text, lexicon) or _LEVELS.fullmatch(text)):
            return False
        if text.startswith(lexicon.pronouns) and not _is_known(text):
            return False
        if span != name.rest and lexicon.not_in_levels.search(text):
            return False
    if is_relative(name, shadow):
        return False
    if name.lowest:
        return True
    # 市场监督管理局 and 综合执法队 are of the one at hand, as 县民政局 is.
    text = shadow[slice(*name.rest)] if name.rest else ""
    return len(text) > 3 and (
        _office_kind(text, lexicon) == "other"
        or bool(_OF_THE_COUNTRY.match(text) or _MINISTRY.search(text))
        or any(it in text for it in lexicon.zone_endings)
    )


_OFFICES: tuple[IssuerKind, ...] = ("department", "other")
_TOWNSHIP_KINDS: tuple[IssuerKind, ...] = ("subdistrict", "town", "township")
# 县农业农村局 is the one at hand, in whichever county.
_RELATIVE = re.compile("自治[区州县旗]|[县市区镇乡旗州盟省](?!场|政|容|域|区)")
_OF_THE_COUNTRY = re.compile("国家|中国|中华|中央|全国")
# 文化和旅游部; 宣传部 is of the one at hand, 指挥部 of nobody.
_MINISTRY = re.compile(
    r".{4}(?<!宣传)(?<!组织)(?<!统战)(?<!武装)(?<!工作)(?<!指挥)(?<!俱乐)(?<!事业)(?<!项目)(?<!支)部$"
)
_GENERIC_ZONE = re.compile("(?:经济|高新|技术|产业|工业|国家级|省级|综合|开发|示范|度假|管理|保税)")
_OWN_OFFICE = re.compile("^(?:党政|党委|政府|综合)*办(?:公室)?$")


def issuer_of(name: Name, shadow: str, lexicon: Lexicon) -> tuple[Span, IssuerKind] | None:
    """Where the issuer's short name stands, and of what kind it is."""
    if name.rest and not (name.township and _OWN_OFFICE.match(shadow[slice(*name.rest)])):
        office = _office_kind(shadow[slice(*name.rest)], lexicon)
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
            if shadow.startswith("委", name.rest[0]) and shadow.endswith(_OF_PARTY, 0, first):
                first -= len(_OF_PARTY)
            return (first, name.rest[1]), office
        # 经济开发区 is one of many.
        generic = _GENERIC_ZONE.match(shadow, *name.rest)
        return (((generic and lowest) or name.rest)[0], name.rest[1]), office
    if name.township:
        text = shadow[slice(*name.township)]
        kind = next((k for k in _TOWNSHIP_KINDS if text.endswith(lexicon.issuer_suffixes[k])), None)
        return name.township, kind or _office_kind(text, lexicon) or "other"
    if name.county and name.body:  # 第八师石河子市
        return (name.body[0], name.county[1]), "other"
    if name.county:
        return name.county, "county"
    if name.city:
        return name.city, "city"
    return (name.province, "province") if name.province else None


def is_relative(name: Name, shadow: str) -> bool:
    """Whether a name says only which office of the one at hand it is: 县农业农村局."""
    return bool(name.lowest is None and name.rest and _RELATIVE.match(shadow, *name.rest))


def _office_kind(text: str, lexicon: Lexicon) -> IssuerKind | None:
    if re.search("[师团]$|管委会$|[区园城]管理(?:委员会|办公室)$", text):
        return "other"
    return next((k for k in _OFFICES if text.endswith(lexicon.issuer_suffixes[k])), None)

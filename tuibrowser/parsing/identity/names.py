"""Which words name a government or an office of one.

What stands around a name (中共…委员会, 人民政府) is taken off, and words that only look like names
(我局) are none. ``named`` reads the levels of a name, ``offices`` tells who of it issues.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.lexicon.verbal import LIKELY, score_verb
from tuibrowser.model.terms import Span
from tuibrowser.parsing.identity.chain import names_corps, opens_with_corps
from tuibrowser.parsing.identity.named import OF_PARTY, Name, read_name
from tuibrowser.parsing.identity.offices import is_relative, office_kind
from tuibrowser.places.gazetteer import gazetteer

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
# 经县政府审议, 紧扣全县中心: a clause that speaks of the one at hand.
# 区城市 of 区城市管理局 begins with the level of the one at hand.
_CLAUSE = re.compile(
    "(?:经(?!济)|受|据|由)[^市]?[省市县区镇乡]|.{2,}[全本各该][省市州县区镇乡]$|[省市州县区].+[省市州盟县区旗]$"
)
_LEVELS = re.compile("[省市州县区镇乡村]+")
_OF_THE_COUNTRY = re.compile("国家|中国|中华|中央|全国")
# 文化和旅游部; 宣传部 is of the one at hand, 指挥部 of nobody.
_MINISTRY = re.compile(
    r".{4}(?<!宣传)(?<!组织)(?<!统战)(?<!武装)(?<!工作)(?<!指挥)(?<!俱乐)(?<!事业)(?<!项目)(?<!支)部$"
)
_VERB: Final = 2
"""Characters of a verb."""
_VERBAL: Final = {
    **dict.fromkeys(("乡镇", "村镇", "镇街", "镇村"), LIKELY),
    "街道": 4,
    **dict.fromkeys("省市州县区", 4),
    **dict.fromkeys("镇乡", 6),
}
"""By what follows a verb, how sure of it one must be. Of a hundred townships' names one scores 4 or
more; those that the gazetteer holds are not asked."""
_NEVER: Final = 99
# 在全县法治建设工作会议上的报告
_PREPOSITIONS: Final = ("在", "对", "向", "以", "把", "将")
_UNDER_VERB: Final = 1
"""How sure of a name one must be where an office follows, 发挥镇|矛调中心; of a hundred townships
five score it."""
_BEFORE_ZONE: Final = 2
"""How sure of a name before a zone one must be."""
_SHORTEST_OFFICE: Final = 2
"""Characters of an office behind the name of its place: 海关."""
_OF_BOTH = re.compile("([省州盟市县区旗镇乡])党?委[、和及]?\\1")
_LEVEL_ENDS = re.compile("(?:街道|苏木|[镇乡街县区市省州盟旗团场])$")
# 党委和政府 name the one that stands before them.
_BOTH = re.compile(
    r"(?:党委|党工委|工委)[、和]?(?:[镇乡县区市街道]{0,2}(?:人民)?政府|办事处)?$"
    r"|(?<=([省州盟市县区旗]))\1?委[、和及]?[省州盟市县区旗]?(?:人民)?政府$"
)


def bare(shadow: str, start: int, end: int) -> Span:
    """``shadow[start:end]`` less party committee before and 人民政府, 办事处 behind."""
    text = shadow[start:end]
    if branch := _BRANCH_OF_PARTY.search(text):  # 中共…大队总支部委员会 is the 大队
        end = start + branch.start()
        start += len(OF_PARTY) * text.startswith(OF_PARTY)
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
    if _OF_BOTH.fullmatch(shadow, start, end):
        return None  # 县委县 of 县委县政府
    if end - start < 2 or _is_no_name(shadow[start:end], lexicon, strictly):
        return None
    if shadow.startswith(OF_PARTY, start, end):  # 中共云川县委政法委员会
        start += len(OF_PARTY)
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
    if above.county and below.city and not (below.county or below.township):
        below = replace(below, city=None, city_name=None, township=below.city)  # …区人民政府X地区
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
    return text.startswith((*lexicon.pronouns, *_PREPOSITIONS)) and not _is_known(text)


def _is_known(text: str) -> bool:
    """Whether ``text`` begins with a division of the gazetteer: 全南县, 各庄镇."""
    book = gazetteer()
    return any(
        book.superiors(text[:length]) or book.townships(text[:length])
        for length in range(2, min(len(text), 12) + 1)
    )


def does_something(text: str, lexicon: Lexicon, *, has_office: bool) -> bool:
    """Whether what ends like a level is a deed done to some: 统筹乡镇, 紧抓街道, 提请县.

    With an office behind it one need not be so sure: 发挥镇 of 发挥镇矛调中心.
    """
    stem, kind = text[:_VERB], text[_VERB:]
    if len(stem) != _VERB:
        return False
    acts = kind in {"街道", "乡镇"} and lexicon.acts.fullmatch(stem)
    least = _VERBAL.get(kind, _NEVER)
    if has_office and least != _NEVER:
        least = min(least, _UNDER_VERB)
    return bool(acts) or score_verb(stem) >= least


def _begins_with_deed(text: str, lexicon: Lexicon) -> bool:
    """Whether what ends like a zone is something done for one: 抢抓国家级新区, 服务自贸区."""
    ending = next((it for it in lexicon.zone_endings if text.endswith(it)), None)
    if ending is None:
        return False
    stem = text.removesuffix(ending)
    is_verb = len(stem) >= _VERB and score_verb(stem[:_VERB]) >= _BEFORE_ZONE
    return bool(is_verb and stem[:_VERB] != "综合") or bool(lexicon.not_in_levels.match(stem))


def _is_called_after_place(text: str, lexicon: Lexicon) -> bool:
    """Whether an office bears a place's name without its level: 南京海关, 长沙师范学院."""
    return office_kind(text, lexicon) == "department" and any(
        text[:length] not in lexicon.words_like_places
        and gazetteer().superiors_called(text[:length])
        for length in (2, 3)
        if len(text) >= length + _SHORTEST_OFFICE
    )


def _could_stand_alone(name: Name, shadow: str, lexicon: Lexicon) -> bool:
    for span in (name.province, name.city, name.county, name.township, name.zone, name.rest):
        text = shadow[slice(*span)] if span else ""
        if not text or gazetteer().superiors(text) or gazetteer().townships(text):
            continue
        if lexicon.not_inside.search(text) or _CLAUSE.match(text):
            return False
        if span != name.rest and (
            does_something(text, lexicon, has_office=name.rest is not None)
            or _LEVELS.fullmatch(text)
        ):
            return False
        if span != name.rest and lexicon.not_in_levels.search(text):
            return False
    if is_relative(name, shadow):
        return False
    if name.lowest:
        return True
    # 市场监督管理局 and 综合执法队 are of the one at hand, as 县民政局 is.
    text = shadow[slice(*name.rest)] if name.rest else ""
    body = shadow[slice(*name.body)] if name.body else ""
    if names_corps(text) or (
        opens_with_corps(body or text) and office_kind(text, lexicon) == "department"
    ):
        return True
    if _begins_with_deed(text, lexicon):
        return False
    return len(text) > 3 and (
        office_kind(text, lexicon) == "other"
        or _is_called_after_place(text, lexicon)
        or bool(_OF_THE_COUNTRY.match(text) or _MINISTRY.search(text))
        or any(it in text for it in lexicon.zone_endings)
    )

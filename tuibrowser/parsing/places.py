"""The administrative division: what the text states, and what follows from it.

Stated is, in order: the issuer's full name in title or signature, the same name with its superiors
anywhere in the text, the superior addressed (慈溪市委、市政府：) or whose documents are carried
out, the government a page names itself by. What follows is the business of
:mod:`tuibrowser.places`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import LevelEvidence, Place
from tuibrowser.model.terms import LEVELS, IssuerKind, Span
from tuibrowser.parsing.chain import HAN
from tuibrowser.parsing.lines import Line
from tuibrowser.parsing.names import Name, government, read_name
from tuibrowser.parsing.publisher import published_names
from tuibrowser.places.gazetteer import gazetteer
from tuibrowser.places.resolve import is_possible, resolve, speaks_of_others
from tuibrowser.text.fold import fold

_TOWNSHIPS: Final = frozenset({"town", "township", "subdistrict"})
_LONGEST_PREFIX: Final = 16
_SUPERIOR = re.compile(
    rf"(?:^|(?<=[,。;:、\"(>]))(?:中共)?(?P<name>[{HAN}]{{2,14}}?)(?=委员会|委|人民政府|政府|人大|人民代表大会|(?:全面)?依法治|法治|司法局|[局办]:?$)"
)
_IN_OPENING = re.compile(
    rf"(?:在|按照|根据|落实|贯彻|围绕|中共|、|^)(?!中共)(?P<name>[{HAN}]{{2,12}}?(?:自治[县州旗]|[区县市旗州盟]))"
    r"(?=委|政府|人民政府|有关|司法局|(?:全面)?依法治[县区市旗州盟]|《)"
)
# 青云镇位于云崖县东北部.
_LOCATED = re.compile(
    rf"(?:位于|地处|隶属于?|坐落[于在]?|归属)(?P<name>[{HAN}]{{2,14}}?(?:自治[县州旗]|[区县市旗州盟]))"
    r"(?=[东西南北中境腹城郊]|[^\w]|$)"
)
# 《青棠县司法局关于…》, 《青棠县法治政府建设方案》: what the superior issued.
_DOCUMENT = re.compile(rf"《(?:中共)?(?P<name>[{HAN}]{{2,24}})")
_DOCUMENT_LEVEL = re.compile(r"自治[县州旗]|[区县市旗州盟]")
_BEGINS_NAME = re.compile(rf"(?:[^{HAN}]|中共|现[将就]|关于|[在将和为是经])$")
_BRANCH = re.compile("分局|分院|分中心|直属")
_OFFICE = re.compile("依法|全面|委")
_NO_STEM = re.compile(r"[委政党省市县区各全我本级上]|中央|以及|国家|落实|贯彻")
_GREETING = re.compile("(?:访问|来到|进入|光临)")
_SITE = re.compile(rf"(?P<name>[{HAN}]{{2,16}})人民政府")

_CORPS: Final = "新疆生产建设兵团"
_OF_CORPS: Final = "新疆维吾尔自治区"
_Stated = tuple[Place, str]
"""A place and the words that state it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The lines that may state where a report comes from."""

    names: Sequence[tuple[Name, Line]]
    """Governments read from title and signature, with the line each was read from."""
    salutations: Sequence[Line]
    opening: Sequence[Line]
    pages: Sequence[Line]
    lines: Sequence[Line]
    """All paragraphs."""


@dataclass(frozen=True, slots=True)
class Located:
    """A place, how each of its levels is known, and where else it could be."""

    place: Place
    evidence: Mapping[str, LevelEvidence]
    candidates: tuple[Place, ...]


def find_place(
    issuer: str | None, kind: IssuerKind | None, evidence: Evidence, text: str, lexicon: Lexicon
) -> Located:
    """Every level that some source states or that follows; ``issuer`` is the short name."""
    stated = [_stated(name, line, text) for name, line in evidence.names]
    if any(_CORPS in line.shadow for _, line in evidence.names):
        stated.append((Place(_OF_CORPS), _CORPS))
    if kind in _TOWNSHIPS | {"county", "city"} and issuer:
        stated += _with_superiors(issuer, evidence.lines, text, lexicon)
    if kind != "province":
        for line in evidence.salutations:
            stated += [_stated(name, line, text) for name in _superiors(line, lexicon)]
        for pattern in (_LOCATED, _IN_OPENING):
            stated += _in_opening(pattern, evidence.opening, text, lexicon)
        stated += _in_documents(evidence.opening, text, lexicon)
        stated += _of_pages(evidence.pages, text, lexicon)
    if issuer and kind in {"other", "department"}:
        stated += _named_after(issuer, evidence.opening, text, lexicon)
    merged, words = _merge(stated)
    merged = _within_reach(merged, kind, evidence.names[:1])
    if kind in _TOWNSHIPS and _is_unheard_of(merged.city) and not merged.county:
        # A township's superior is a county, and so is a 市 of unknown rank that it reports to.
        merged = merged._replace(county=merged.city, city=None)
        words["county"] = words.pop("city", "")
    if kind in _TOWNSHIPS and issuer:
        merged = merged._replace(township=_whole_township(issuer, text))
        words["township"] = issuer
    elif kind != "department":
        merged = merged._replace(township=None)
    resolved = resolve(merged, [line.shadow for line in evidence.lines])
    if kind not in _TOWNSHIPS and kind != "department":
        resolved = resolved._replace(place=resolved.place._replace(township=None))
    return Located(
        resolved.place,
        {
            level: _level_evidence(value, words.get(level), resolved.inferred.get(level))
            for level, value in zip(LEVELS, resolved.place, strict=True)
        },
        resolved.candidates,
    )


def _within_reach(
    place: Place, kind: IssuerKind | None, names: Sequence[tuple[Name, Line]]
) -> Place:
    """``place`` less levels below the one that reports: 铜仁市 lies in no county that it names."""
    reach = kind
    if kind == "department" and names:
        name, line = names[0]
        branch = name.rest and _BRANCH.search(line.shadow, *name.rest)
        if name.lowest and not (name.county or name.township or branch):
            reach = "city" if name.city else "province"
    if reach == "province":
        return place._replace(city=None, county=None)
    return place._replace(county=None) if reach == "city" else place


def _is_unheard_of(city: str | None) -> bool:
    return bool(city and city.endswith("市") and not gazetteer().superiors(fold(city)))


def _level_evidence(value: str | None, stated: str | None, inferred: str | None) -> LevelEvidence:
    if value is None:
        return LevelEvidence("unknown", None)
    if stated is not None:
        return LevelEvidence("stated", stated)
    return LevelEvidence("inferred", inferred)


def _whole_township(issuer: str, text: str) -> str:
    """新源街 is 新源街道 where the text says that too."""
    whole = f"{issuer}道"
    return whole if issuer.endswith("街") and whole in text else issuer


def _place(name: Name, line: Line, text: str) -> Place:
    def at(span: Span | None) -> str | None:
        return line.written(text, *span) if span else None

    city, county = name.city_name or at(name.city), name.county_name or at(name.county)
    return Place(name.province_name, city, county, at(name.township))


def _stated(name: Name, line: Line, text: str) -> _Stated:
    whole = name.whole
    return _place(name, line, text), line.written(text, *whole) if whole else ""


def _merge(stated: Sequence[_Stated]) -> tuple[Place, dict[str, str]]:
    """Level by level the first that states it, as long as it agrees with what is known."""
    merged, words = Place(), dict[str, str]()
    for told, said in stated:
        before = merged.county
        merged, place = _city_and_county(merged, told)
        if before and merged.city == before:
            words["city"] = words.pop("county", said)
        if merged.county and place.county and merged.county != place.county:
            continue
        if merged.city and place.city and merged.city != place.city:
            continue
        whole = Place(*(mine or other for mine, other in zip(merged, place, strict=True)))
        if any(merged) and not is_possible(whole):
            continue
        for level, mine, other in zip(LEVELS, merged, place, strict=True):
            if other and not mine:
                words.setdefault(level, said)
        merged = whole
    return merged, words


def _city_and_county(merged: Place, place: Place) -> tuple[Place, Place]:
    """泽川市 above 东浦区 is a prefecture, though either may be one by its name."""
    one, other = merged.county, place.county
    if not one or not other or one == other:
        return merged, place
    if one.endswith("市") and not other.endswith("市") and not merged.city:
        return merged._replace(city=one, county=None), place
    if other.endswith("市") and not one.endswith("市") and not place.city:
        return merged, place._replace(city=other, county=None)
    return merged, place


def _with_superiors(
    issuer: str, lines: Sequence[Line], text: str, lexicon: Lexicon
) -> list[_Stated]:
    """雷州市东里镇: names that end in the issuer and begin where a clause or a phrase does."""
    found: Counter[_Stated] = Counter()
    for line in lines:
        written = line.written(text)
        for match in re.finditer(re.escape(issuer), written):
            if stated := _ending_in(match.span(), line, text, lexicon):
                found[stated] += 1
    return [stated for stated, _ in found.most_common()]


def _ending_in(issuer: Span, line: Line, text: str, lexicon: Lexicon) -> _Stated | None:
    start, end = issuer
    for begin in range(max(0, start - _LONGEST_PREFIX), start):
        if begin and not _BEGINS_NAME.search(line.shadow[max(0, begin - 3) : begin]):
            continue
        name = read_name(line.shadow, begin, end, lexicon)
        if name.rest or (name.township or name.county) != issuer:
            continue
        stated = _stated(name, line, text)
        place = stated[0]
        if _holds_no_name(name, line.shadow, lexicon):
            continue
        if place.province or place.city or (place.county and name.township):
            return stated
    return None


def _holds_no_name(name: Name, shadow: str, lexicon: Lexicon) -> bool:
    """Whether a level that the gazetteer does not hold looks like words: 现将北京市."""
    levels = [
        shadow[slice(*span)]
        for span, known in ((name.city, name.city_is_known), (name.county, name.county_name))
        if span and not known
    ]
    return any(
        not gazetteer().superiors(it)
        and (_NO_STEM.search(it[:-1]) or lexicon.not_inside.search(it))
        for it in levels
    )


def _superiors(line: Line, lexicon: Lexicon) -> Iterator[Name]:
    for match in _SUPERIOR.finditer(line.shadow):
        start, end = _undoubled(line.shadow, *match.span("name"))
        name = government(line.shadow, start, end, lexicon, strictly=True)
        if name and not name.rest and name.lowest and name.lowest[1] - name.lowest[0] >= 2:
            level = line.shadow[name.lowest[0] : name.lowest[1]]
            if _OFFICE.search(level):  # 县委依法治县委员会办公室
                continue
            if len(level) >= 3 or (level.endswith("县") and len(level) == 2):
                yield name


def _undoubled(shadow: str, start: int, end: int) -> Span:
    """The name before 委 in 文县县委; 津市市 of 津市市委 keeps both its characters."""
    twice = (
        end - start > 2 and shadow[end - 1] == shadow[end - 2] and shadow[end - 1] in "县区市旗州"
    )
    book = gazetteer()
    if twice and not any(book.superiors(shadow[at:end]) for at in range(start, end - 2)):
        return start, end - 1
    return start, end


def _in_opening(
    pattern: re.Pattern[str], opening: Sequence[Line], text: str, lexicon: Lexicon
) -> list[_Stated]:
    """认真落实…区委 says nothing, 在蓟州区委 does."""
    found: Counter[_Stated] = Counter()
    for line in opening:
        for match in pattern.finditer(line.shadow):
            start, end = _undoubled(line.shadow, *match.span("name"))
            if speaks_of_others(line.shadow, start, end):
                continue
            name = read_name(line.shadow, start, end, lexicon)
            ending = line.shadow[end - 2 : end]
            no_level = ending in lexicon.not_names and ending != "城区"
            if _holds_no_name(name, line.shadow, lexicon) or (no_level and not name.unit):
                continue
            if not name.rest and not name.township and (name.county or name.city):
                found[_stated(name, line, text)] += 1
    return [stated for stated, _ in found.most_common()]


def _named_after(
    issuer: str, opening: Sequence[Line], text: str, lexicon: Lexicon
) -> Iterator[_Stated]:
    """张家港保税区 lies in 张家港市 if its opening speaks of that."""
    for length in range(2, min(len(issuer), 6)):
        for unit in gazetteer().superiors_called(issuer[:length]):
            for line in opening:
                at = line.shadow.find(unit.name)
                if at >= 0:
                    name = read_name(line.shadow, at, at + len(unit.name), lexicon)
                    yield _stated(name, line, text)


def _in_documents(opening: Sequence[Line], text: str, lexicon: Lexicon) -> Iterator[_Stated]:
    for line in opening:
        for match in _DOCUMENT.finditer(line.shadow):
            for level in _DOCUMENT_LEVEL.finditer(match["name"], 1):
                start = match.start("name")
                name = government(line.shadow, start, start + level.end(), lexicon, strictly=True)
                if name is None or name.rest or name.township or not (name.county or name.city):
                    continue
                if name.unit or not _NO_STEM.search(match["name"][: level.start()]):
                    yield _stated(name, line, text)
                    break


def _of_pages(pages: Sequence[Line], text: str, lexicon: Lexicon) -> Iterator[_Stated]:
    for line in pages:
        for match in _SITE.finditer(line.shadow):
            start, end = match.span("name")
            if greeting := _GREETING.search(line.shadow, start, end):
                start = greeting.end()
            if key := lexicon.furniture_keys.match(line.shadow[start:end]):
                start += key.end()
            name = government(line.shadow, start, end, lexicon, strictly=True)
            if name and not name.rest and (name.county or name.city or name.province):
                yield _stated(name, line, text)
    for name, line in published_names(pages, lexicon):
        if name.unit and (name.county or name.city):
            yield _stated(name, line, text)

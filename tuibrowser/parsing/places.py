"""The administrative division as far as the text states it; nothing is inferred.

Evidence, in order: the issuer's full name in title or signature, the same name with its superiors
anywhere in the text, the salutation (慈溪市委、市政府：), the government a page names itself by.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Place
from tuibrowser.model.terms import IssuerKind, Span
from tuibrowser.parsing.lines import Line
from tuibrowser.parsing.names import Name, government, read_name

_TOWNSHIPS = frozenset({"town", "township", "subdistrict"})
_LONGEST_PREFIX = 16
_SUPERIOR = re.compile(
    r"(?:^|(?<=[,。;:、\"《(>]))(?:中共)?(?P<name>[\u4e00-\u9fff]{2,14}?)(?=委员会|委|人民政府|政府)"
)
_IN_OPENING = re.compile(
    r"(?:在|按照|根据|落实|贯彻|围绕|中共|《|^)(?!中共)(?P<name>[\u4e00-\u9fff]{2,5}(?:自治县|[区县市]))(?=委|政府|人民政府)"
)
_BEGINS_NAME = re.compile(r"(?:[^\u4e00-\u9fff]|中共|现[将就]|关于|[在将和为是经])$")
_OFFICE = re.compile("依法|全面|委")
_NO_STEM = re.compile(r"[委政党省市县区各全我本级上]")
_SITE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,16})人民政府")


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


def find_place(
    issuer: str | None, kind: IssuerKind | None, evidence: Evidence, text: str, lexicon: Lexicon
) -> Place:
    """Every level that some source states; ``issuer`` is the short name as written."""
    places = [_place(name, line, text) for name, line in evidence.names]
    if issuer and kind in _TOWNSHIPS:
        places += _with_superiors(issuer, evidence.lines, text, lexicon)
        places += [
            _place(name, line, text)
            for line in evidence.salutations
            for name in _superiors(line, lexicon)
        ]
        places += _in_opening(evidence.opening, text, lexicon)
        places += _of_pages(evidence.pages, text, lexicon)
    elif issuer and kind == "county":
        places += _with_superiors(issuer, evidence.lines, text, lexicon)
    merged = _merge(places)
    if kind in _TOWNSHIPS:
        merged = merged._replace(township=issuer)
    elif kind != "department":
        merged = merged._replace(township=None)
    return _municipality(merged, lexicon)


def _place(name: Name, line: Line, text: str) -> Place:
    def at(span: tuple[int, int] | None) -> str | None:
        return line.written(text, *span) if span else None

    city, county = at(name.city), at(name.county)
    return Place(name.province_name, city, county, at(name.township))


def _merge(places: Sequence[Place]) -> Place:
    """Level by level the first that states it, as long as it agrees with what is known."""
    merged = Place()
    for place in places:
        if merged.county and place.county and merged.county != place.county:
            continue
        if merged.city and place.city and merged.city != place.city:
            continue
        merged = Place(
            merged.province or place.province,
            merged.city or place.city,
            merged.county or place.county,
            merged.township or place.township,
        )
    return merged


def _municipality(place: Place, lexicon: Lexicon) -> Place:
    """A municipality is its own city, whichever of the two the text names."""
    city = place.city if place.city in lexicon.municipalities else None
    province = place.province if place.province in lexicon.municipalities else city
    if province is None:
        return place
    return Place(province, province, place.county, place.township)


def _with_superiors(issuer: str, lines: Sequence[Line], text: str, lexicon: Lexicon) -> list[Place]:
    """雷州市东里镇: names that end in the issuer and begin where a clause or a phrase does."""
    found: Counter[Place] = Counter()
    for line in lines:
        for match in re.finditer(re.escape(issuer), line.written(text)):
            if place := _ending_in(match.span(), line, text, lexicon):
                found[place] += 1
    return [place for place, _ in found.most_common()]


def _ending_in(issuer: Span, line: Line, text: str, lexicon: Lexicon) -> Place | None:
    start, end = issuer
    for begin in range(max(0, start - _LONGEST_PREFIX), start):
        if begin and not _BEGINS_NAME.search(line.shadow[max(0, begin - 3) : begin]):
            continue
        name = read_name(line.shadow, begin, end, lexicon)
        if name.rest or (name.township or name.county) != issuer:
            continue
        place = _place(name, line, text)
        if place.county and _NO_STEM.search(place.county[:-1]):
            continue
        if place.province or place.city or (place.county and name.township):
            return place
    return None


def _superiors(line: Line, lexicon: Lexicon) -> list[Name]:
    names = []
    for match in _SUPERIOR.finditer(line.shadow):
        start, end = match.span("name")
        name = government(line.shadow, start, end, lexicon)
        if name and not name.rest and name.lowest and name.lowest[1] - name.lowest[0] >= 2:
            level = line.shadow[name.lowest[0] : name.lowest[1]]
            if _OFFICE.search(level):  # 县委依法治县委员会办公室
                continue
            if len(level) >= 3 or (level.endswith("县") and len(level) == 2):
                names.append(name)
    return names


def _in_opening(opening: Sequence[Line], text: str, lexicon: Lexicon) -> list[Place]:
    """认真落实…区委 says nothing, 在蓟州区委 does."""
    found: Counter[Place] = Counter()
    for line in opening:
        for match in _IN_OPENING.finditer(line.shadow):
            start, end = match.span("name")
            if _NO_STEM.search(line.shadow[start : end - 1]):
                continue
            name = read_name(line.shadow, start, end, lexicon)
            if not name.rest and not name.township and (name.county or name.city):
                found[_place(name, line, text)] += 1
    return [place for place, _ in found.most_common(1)]


def _of_pages(pages: Sequence[Line], text: str, lexicon: Lexicon) -> list[Place]:
    found = []
    for line in pages:
        for match in _SITE.finditer(line.shadow):
            name = government(line.shadow, *match.span("name"), lexicon)
            if name and not name.rest and (name.county or name.city or name.province):
                found.append(_place(name, line, text))
    return found

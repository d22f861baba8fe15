"""The administrative division: what the text states, and what follows from it.

Stated is, in order: the issuer's full name in title or signature, the same name with its superiors
anywhere in the text, the superior addressed (慈溪市委、市政府：) or whose documents are carried
out, the government a page names itself by. What follows is the business of
:mod:`tuibrowser.places`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import LevelEvidence, Place
from tuibrowser.model.terms import LEVELS, TOWNSHIPS, IssuerKind
from tuibrowser.parsing.identity.named import Name
from tuibrowser.parsing.identity.neighbours import county_of_neighbours
from tuibrowser.parsing.identity.stated_places import (
    IN_OPENING,
    LOCATED,
    Statement,
    in_documents,
    in_opening,
    of_pages,
    only_division,
    statement_of,
    superiors,
    with_superiors,
)
from tuibrowser.parsing.identity.zones import named_after, of_zone
from tuibrowser.parsing.lines.source import Line
from tuibrowser.places.folders import joined, may_lie_in, within
from tuibrowser.places.gazetteer import gazetteer
from tuibrowser.places.resolve import Mentions, Resolved, is_possible, resolve
from tuibrowser.text.fold import fold

# Code, not lexicon: how levels follow each other; the names are in the gazetteer.
_BRANCH = re.compile("分局|分院|分中心|直属|大队|中队")
_CORPS: Final = "新疆生产建设兵团"
_OF_CORPS: Final = "新疆维吾尔自治区"


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
    statement: Statement | None = None
    """What follows from how the issuer is called."""


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
    stated = [evidence.statement] if evidence.statement else []
    stated += [statement_of(name, line, text) for name, line in evidence.names]
    if any(_CORPS in line.shadow for _, line in evidence.names):
        stated.append((Place(_OF_CORPS), _CORPS))
    if kind in TOWNSHIPS | {"county", "city"} and issuer:
        stated += with_superiors(issuer, evidence.lines, text, lexicon)
    if kind != "province":
        for line in evidence.salutations:
            stated += [statement_of(name, line, text) for name in superiors(line, lexicon)]
        for pattern in (LOCATED, IN_OPENING):
            stated += in_opening(pattern, evidence.opening, text, lexicon)
        # What another place issued is read, too: 学习《诸暨市…》 in a 太平镇, which 诸暨市 has not.
        own = issuer if kind in TOWNSHIPS else None
        carried_out, cited = (
            [it for it in in_documents(lines, text, lexicon) if may_lie_in(own, Place(), it[0])]
            for lines in (evidence.opening, evidence.lines)
        )
        stated += [*carried_out, *of_pages(evidence.pages, text, lexicon), *cited]
    if issuer and kind in {"other", "department"}:
        stated += named_after(issuer, evidence.opening, text, lexicon)
    merged, words = _merge(stated)
    reach = _reach(kind, evidence)
    merged = _within(merged, reach)
    if kind in TOWNSHIPS and _is_unheard_of(merged.city) and not merged.county:
        # A township's superior is a county, and so is a 市 of unknown rank that it reports to.
        merged = merged._replace(county=merged.city, city=None)
        words["county"] = words.pop("city", "")
    if kind in TOWNSHIPS and issuer:
        merged = merged._replace(township=_whole_township(issuer, text))
        words["township"] = issuer
    elif kind != "department":
        merged = merged._replace(township=None)
    # What a whole province names as its own is not where it lies.
    is_wide = reach == "province"
    resolved = resolve(merged) if is_wide else _resolved(merged, evidence.lines, lexicon)
    is_open = kind == "county" and not resolved.place.city
    if issuer and (is_open or (kind in TOWNSHIPS and not resolved.place.county)):
        resolved = _beside_others(resolved, issuer, evidence.lines, lexicon)
    if kind == "other" and issuer and (county := of_zone(issuer, resolved.place, lexicon)):
        resolved = resolved._replace(
            place=joined(resolved.place, county), inferred={**resolved.inferred, "county": issuer}
        )
    if kind not in TOWNSHIPS and kind != "department":
        resolved = resolved._replace(place=resolved.place._replace(township=None))
    return Located(
        resolved.place,
        {
            level: _level_evidence(value, words.get(level), resolved.inferred.get(level))
            for level, value in zip(LEVELS, resolved.place, strict=True)
        },
        resolved.candidates,
    )


def _resolved(stated: Place, lines: Sequence[Line], lexicon: Lexicon) -> Resolved:
    """``stated`` and what follows; where no county or city does, in which one all lie that the text
    names as its own."""
    mentions = Mentions([line.shadow for line in lines], lexicon)
    resolved = resolve(stated, mentions)
    if resolved.place.city or not (only := only_division(lines, stated.township, lexicon)):
        return resolved
    told, words = only
    within = joined(resolved.place, told)
    if not may_lie_in(stated.township, resolved.place, told):
        return resolved
    whole = resolve(within, mentions)
    added = {level: words for level, name in told._asdict().items() if name}
    return whole._replace(inferred=added | resolved.inferred | whole.inferred)


def _beside_others(
    resolved: Resolved, township: str, lines: Sequence[Line], lexicon: Lexicon
) -> Resolved:
    """``resolved`` with the county that alone has the townships which the text names."""
    found = county_of_neighbours(lines, township, resolved.place, lexicon)
    if found is None:
        return resolved
    place, names = found
    added = {
        level: names
        for level, mine, value in zip(LEVELS, resolved.place, place, strict=True)
        if value and not mine
    }
    return Resolved(place, added | resolved.inferred)


def with_levels(located: Located, issuer: str, told: Place, words: str) -> Located:
    """``located`` with what ``words`` beside the text tell, if that agrees with what is known."""
    if not may_lie_in(issuer, located.place, told):
        return located
    whole = resolve(within(issuer, located.place, told)).place
    evidence = {
        level: located.evidence[level] if mine else _level_evidence(value, None, words)
        for level, mine, value in zip(LEVELS, located.place, whole, strict=True)
    }
    return Located(whole, evidence, () if whole.county else located.candidates)


def _reach(kind: IssuerKind | None, evidence: Evidence) -> IssuerKind | None:
    """``kind``; of a department that of its government, if that is more than a county."""
    if kind == "department" and evidence.statement:
        told, _ = evidence.statement
        return kind if told.county else "city" if told.city else "province"
    if kind == "department" and evidence.names:
        name, line = evidence.names[0]
        branch = name.rest and _BRANCH.search(line.shadow, *name.rest)
        if name.lowest and not (name.county or name.township or branch):
            return "city" if name.city else "province"
    return kind


def _within(place: Place, reach: IssuerKind | None) -> Place:
    """``place`` less levels below the one that reports: 铜仁市 lies in no county that it names."""
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


def _merge(stated: Sequence[Statement]) -> tuple[Place, dict[str, str]]:
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

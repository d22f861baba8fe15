"""REFs: how a person names stored reports in one word.

===========================  ==========================================================
``潭柘寺镇@2023``            the report of an issuer for a year
``潭柘寺镇2023``             the same, as screens write it
``潭柘寺镇``, ``寺镇@2023``  a part of that, where only one report fits
``潭柘寺镇人民政府@2023``    the same with its office, or with all that it lies in
``蓟州区/上仓镇@2023``       the issuer of that name under a place
``…@2023#2``                 not the text indexed last but the one before
``…@?``                      the year is unknown
``3f9a12``                   the first characters of the sha256, four or more
``蓟州区/*@2023``            a set: every unit under the place
``潭柘寺镇@2021..2023``      a set: several years, also open (``2021..``)
``*``                        a set: everything
===========================  ==========================================================

Full-width and traditional characters stand for their plain forms. A name that is an issuer's own
goes before names it is a part of, so 静海镇 is never 静海区. Everything here is pure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from tuibrowser.model.report import Place, ReportEntry, short
from tuibrowser.model.terms import TOWNSHIPS
from tuibrowser.places.units import name_end, same_unit
from tuibrowser.store.refs.grammar import (
    AmbiguousRef,
    Ref,
    RefError,
    UnknownRef,
    cited,
    is_sha256,
    parse,
)
from tuibrowser.store.refs.named import Levels, known, levels, named_by, otherwise_named
from tuibrowser.store.refs.nearest import nearest, nearest_place
from tuibrowser.text.equivalence import equate

__all__ = [
    "AmbiguousRef",
    "RefError",
    "UnknownRef",
    "name",
    "resolve",
    "unplaced",
]

_LISTED: Final = 6
"""Reports a sentence names before it says how many there are."""


def resolve(ref: str, entries: Sequence[ReportEntry]) -> tuple[ReportEntry, ...]:
    """The reports that ``ref`` names among ``entries``, all that the library holds.

    Of several texts of one issuer and year it names the one indexed last; ``series.others`` gives
    the rest. Several years come in their order, another set in the order of ``entries``.

    Raises:
        UnknownRef: it names none.
        AmbiguousRef: it is no set and names several.
    """
    parsed = parse(ref)
    if parsed.may_be_sha256:
        found = [entry for entry in entries if entry.sha256.startswith(parsed.name)]
        if found:
            return _only(found, ref, entries)
    named = named_by(parsed, entries)
    if not named:
        raise _unknown(ref, parsed, entries)
    if not parsed.is_everyone:
        named += otherwise_named(named, entries)
    dated = list(filter(parsed.is_of_year, named))
    chosen = _chosen(parsed, dated)
    if not chosen:
        what = f"第 {parsed.number} 份" if dated else "这个年份的"
        nearest = sorted(dated or _latest(named), key=_by_name)
        raise UnknownRef(f"“{cited(ref)}”没有{what}报告，现有：{_list(nearest, entries)}", nearest)
    if parsed.is_everyone:
        return _of_one_place(chosen, ref, parsed)
    if parsed.is_range and all(same_unit(entry, chosen[0]) for entry in chosen):
        return tuple(sorted(chosen, key=lambda entry: (entry.year or 0, entry.number)))
    return _only(chosen, ref, entries)


def name(entry: ReportEntry, entries: Sequence[ReportEntry] = ()) -> str:
    """The shortest plain REF of ``entry``: ``潭柘寺镇@2023``, ``…@2023#2``, ``…@?``.

    A text without an issuer goes by the beginning of its sha256.

    Args:
        entry: A report of the library.
        entries: All reports of the library. With them the REF is sure to resolve: an issuer whose
            name another place has, too, is called by its place (``蓟州区/城关镇@2023``).
    """
    if not entry.issuer or not _is_plain(entry.issuer):
        return short(entry.sha256)
    year = "?" if entry.year is None else str(entry.year)
    plain = f"{entry.issuer}@{year}" + (f"#{entry.number}" if entry.number > 1 else "")
    if not entries:
        return plain
    folded = equate(entry.issuer)
    namesakes = [other for other in entries if other.issuer and equate(other.issuer) == folded]
    above = [level for level in known(entry.place) if _is_plain(level) and level != entry.issuer]
    # Of namesakes every year is called by its place, whichever of them reported in it.
    forms = [] if entry.within else [plain]
    for form in (*forms, *(f"{level}/{plain}" for level in reversed(above))):
        parsed = parse(form)
        if _chosen(parsed, filter(parsed.is_of_year, named_by(parsed, namesakes))) == [entry]:
            return form
    return short(entry.sha256)


def unplaced(refs: Iterable[str], entries: Iterable[ReportEntry]) -> int:
    """How many reports the sets of places among ``refs`` may lack together, since too little of
    theirs is known.

    They are of the years that a set names and in none of the others. A township whose county is not
    known may lie in any of a city that is not known to be another.
    """
    parsed_refs = [parse(ref) for ref in refs]
    if not any(it.is_everyone and it.places for it in parsed_refs):
        return 0  # of 10,000 reports it takes 0.2 s to find those that one is named by
    entries = list(entries)
    chosen: set[str] = set()
    lacking: set[str] = set()
    for parsed in parsed_refs:
        named = named_by(parsed, entries)
        chosen.update(entry.sha256 for entry in named if parsed.is_of_year(entry))
        if parsed.is_everyone and parsed.places:
            chosen.update(entry.sha256 for entry in named)
            lacking |= _lacking(parsed, named, entries)
    return len(lacking - chosen)


def _lacking(parsed: Ref, named: Iterable[ReportEntry], entries: Iterable[ReportEntry]) -> set[str]:
    """Reports that may be of the place and years of ``parsed``."""
    around = {_above_county(entry.place) for entry in named}
    return {
        entry.sha256
        for entry in entries
        if entry.is_report
        and parsed.is_of_year(entry)
        and (
            not any(entry.place[:-1])
            or (
                entry.issuer_kind in TOWNSHIPS
                and entry.place.county is None
                and any(_agree(_above_county(entry.place), other) for other in around)
            )
        )
    }


def _above_county(place: Place) -> Levels:
    return place.province, place.city


def _chosen(parsed: Ref, dated: Iterable[ReportEntry]) -> list[ReportEntry]:
    """The reports of the number asked for; without one, the latest of each issuer and year."""
    if parsed.number is not None:
        return [entry for entry in dated if entry.number == parsed.number]
    return _latest(list(dated))


def _latest(entries: Sequence[ReportEntry]) -> list[ReportEntry]:
    """``entries`` less those of which a later text of the same issuer and year is among them."""
    kept: dict[tuple[str, int | None], list[ReportEntry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry.number):
        alike = kept[name_end(entry.issuer or ""), entry.year]
        if not any(same_unit(entry, other) for other in alike):
            alike.append(entry)
    latest = {id(entry) for alike in kept.values() for entry in alike}
    return [entry for entry in entries if id(entry) in latest]


def _only(
    found: Sequence[ReportEntry], ref: str, entries: Sequence[ReportEntry]
) -> tuple[ReportEntry, ...]:
    if len(found) > 1:
        found = sorted(found, key=_by_name)
        sentence = f"“{cited(ref)}”可指 {len(found)} 份报告：{_list(found, entries)}，请写全"
        raise AmbiguousRef(sentence, found)
    return tuple(found)


def _by_name(entry: ReportEntry) -> tuple[str, int, int]:
    return entry.issuer or "", entry.year or 0, entry.number


def _of_one_place(chosen: Sequence[ReportEntry], ref: str, parsed: Ref) -> tuple[ReportEntry, ...]:
    """``chosen``, if the innermost place of the REF is one place for all of them."""
    kept: dict[Levels, ReportEntry] = {}
    for entry in chosen if parsed.places else ():
        path = _path_to(parsed.places[-1], entry)
        if not any(len(path) == len(other) and _agree(path, other) for other in kept):
            kept[path] = entry
    if len(kept) > 1:
        words = "、".join("/".join(dict.fromkeys(filter(None, path))) for path in kept)
        sentence = f"“{cited(ref)}”中的地名可指：{words}，请写全"
        raise AmbiguousRef(sentence, tuple(kept.values()), chosen)
    return tuple(chosen)


def _path_to(place: str, entry: ReportEntry) -> Levels:
    """The levels of ``entry`` down to the outermost that ``place`` can mean."""
    path = levels(entry.place)
    depth = next(depth for depth, level in enumerate(path) if level and place in equate(level))
    return path[: depth + 1]


def _agree(one: Levels, other: Levels) -> bool:
    """Whether both may be one place; traditional characters write no other."""
    return all(
        a is None or b is None or a == b or equate(a) == equate(b)
        for a, b in zip(one, other, strict=True)
    )


def _is_plain(issuer: str) -> bool:
    """Whether the grammar takes it for a name."""
    folded = equate(issuer)
    return bool(folded) and not re.search(r"[@#/*?]", folded) and not is_sha256(folded)


def _unknown(ref: str, parsed: Ref, entries: Sequence[ReportEntry]) -> UnknownRef:
    if not entries:
        return UnknownRef("报告库中还没有报告，请先运行：tuibrowser index 文件夹")
    suggestions = nearest(parsed, entries)
    if not suggestions and (meant := _set_meant(ref, parsed, entries)):
        return UnknownRef(f"报告库中没有“{cited(ref)}”，是否指：{meant}")
    if not suggestions:
        return UnknownRef(f"报告库中没有“{cited(ref)}”，运行 tuibrowser list 可查看全部报告")
    return UnknownRef(
        f"报告库中没有“{cited(ref)}”，是否指：{_list(suggestions, entries)}", suggestions
    )


def _set_meant(ref: str, parsed: Ref, entries: Sequence[ReportEntry]) -> str | None:
    """The set that ``ref`` may mean: of a place with a name like its own, or of a year."""
    if any(parsed.name == str(entry.year) for entry in entries):
        return f"*@{parsed.name}"
    place = nearest_place(parsed.places[-1] if parsed.places else parsed.name, entries)
    at, years = ref.partition("@")[1:]
    if place is None or not (parsed.is_everyone or not parsed.places):
        return None
    if parsed.is_dated and not at and parsed.years:
        at, years = "@", str(parsed.years[0])
    return f"{place}/*{at}{years}"


def _list(found: Sequence[ReportEntry], entries: Sequence[ReportEntry]) -> str:
    words = "、".join(name(entry, entries) for entry in found[:_LISTED])
    return words if len(found) <= _LISTED else f"{words}等 {len(found)} 份"

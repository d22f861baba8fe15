"""Another township's name left standing in the own one's place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Final

from tuibrowser.insight.checks.finding import Finding, Quote
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Prose
from tuibrowser.insight.checks.township_words import POINT, patterns
from tuibrowser.lexicon.checks import load_check_words
from tuibrowser.model.report import Passage, Place
from tuibrowser.model.terms import TOWNSHIPS
from tuibrowser.places.gazetteer import gazetteer
from tuibrowser.text.fold import squeeze
from tuibrowser.text.placename import stem

# Code, not lexicon: how a sentence names who acts is grammar; who is rightly named is words.
_KINDS: Final = ("镇", "乡", "街道")
"""What the name of each ends with."""
_POINT_ALONE: Final = re.compile(POINT)
_UNIT: Final = re.compile(r"[\u4e00-\u9fff]{1,8}?(?:镇|乡|街道)")
_LONGEST_NAME: Final = 8
_STREETS: Final = frozenset("街巷路")
_TO_US: Final = re.compile(
    r"(?:来|到|赴|向|给|助|与|和|同|为|请|援|对|帮|交|送|知)(?:我|本)(?:镇|乡|街道|辖区|地)"
)
_SLOGAN: Final = re.compile(
    r"(?:法治|平安|和谐|美丽|幸福|文明|清廉|善治)(?P<name>[\u4e00-\u9fff]{2,4})"
)
"""What is made of the own unit's name: 助力法治柳溪、平安柳溪建设."""
_US: Final = re.compile(r"(?:我|本)(?:镇|乡|街道)|[两三][镇乡地]|双方")


def check_township(material: Material) -> Iterator[Finding]:
    """Yield where another township's name stands in the own one's place."""
    report = material.report
    own = report.issuer
    if own is None or report.issuer_kind not in TOWNSHIPS:
        return
    mine = _forms(own)
    known = frozenset(material.neighbours)
    is_met = cache(partial(_is_met, place=report.place, words=material.words))
    ours = mine | {stem(it) for it in report.place if it}
    others = frozenset(map(stem, material.neighbours))
    is_other = cache(partial(_is_stem, place=report.place, others=others))
    words = load_check_words()
    for prose in material.paragraphs:
        for start, end in _in_slogans(prose, ours, is_other):
            yield _other(prose.quote(start, end), own)
        if not any(kind in prose.text for kind in _KINDS):
            continue
        spans = {
            (start, end)
            for start, end in _standing(prose, mine)
            if prose.text[start:end] in known or _is_township(prose.text[start:end])
        } | {
            (start, end)
            for start, end in _acting(prose, mine)
            if prose.text[start:end] in known or is_met(prose.text[start:end])
        }
        spans |= {
            (start, end)
            for start, end in _neighbours(prose.text, report.place, known, mine)
            if not _is_beside(prose, start, end, mine)
        }
        for start, end in _without_verbs(spans):
            if not _is_mine(prose.text[start:end], mine):
                yield _other(prose.quote(start, end), own)
    for section in report.sections:
        title, offsets = squeeze(report.text[section.start : section.end])
        for start, end in _neighbours(title, report.place, known, mine):
            if not _is_mine(title[start:end], mine) and not words.beside.search(title):
                first, last = section.start + offsets[start], section.start + offsets[end - 1]
                yield _other(Quote(report, first, last + 1), own)
    for passage in report.passages:
        if passage.role == "signature":
            yield from _signed(material, passage, mine)


def _standing(prose: Prose, mine: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where a name stands that should be the own one."""
    seen: set[tuple[int, int]] = set()
    known = patterns()
    for pattern in known.standing:
        for found in pattern.finditer(prose.text):
            which = "name" if found["name"] else "whole"
            start, end = span = found.span(which)
            if load_check_words().beside.search(prose.text, found.start(), start):
                continue  # 联合邻县马营乡成立调解组
            if pattern in known.unsure and _is_beside(prose, start, end, mine):
                continue
            if pattern in (known.subject, known.own_parts) and _is_towards_us(
                prose, start, end, mine
            ):
                continue
            if span not in seen:
                seen.add(span)
                yield span


def _in_slogans(
    prose: Prose, own: frozenset[str], is_other: Callable[[str], bool]
) -> Iterator[tuple[int, int]]:
    """Where another township's name without its kind is made a slogan of; once each."""
    words = load_check_words()
    seen: set[str] = set()
    for found in _SLOGAN.finditer(prose.text):
        start = found.start("name")
        before = prose.text[prose.clause_start(start) : start]
        for end in range(start + 2, found.end() + 1):
            name = prose.text[start:end]
            if name in own or name in seen or prose.text.startswith(_KINDS, end):
                break
            if words.no_slogan.fullmatch(name):
                continue
            if is_other(name) and not words.beside.search(before):
                seen.add(name)
                yield start, end
                break


def _is_stem(name: str, place: Place, others: frozenset[str]) -> bool:
    """Whether a neighbour, or another township of the county, is called so for short."""
    return name in others or (
        bool(place.county) and any(_is_in(name + kind, place) for kind in _KINDS)
    )


def _without_verbs(spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """``spans`` in order, of those that end together the shortest: 青石镇, not 确保青石镇."""
    return sorted(
        (start, end) for end, start in {end: start for start, end in sorted(spans)}.items()
    )


def _acting(prose: Prose, mine: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where what may be a name has a body of a township behind it, at the start of a sentence."""
    for found in patterns().subject_with_body.finditer(prose.text):
        if not _is_beside(prose, *found.span("name"), mine):
            yield found.span("name")


def _is_met(name: str, place: Place, words: str) -> bool:
    """Whether ``name`` is a township's: one of the county, or the report meets it elsewhere.

    Of 修订镇机关制度 and 富源乡普法讲师团 only the second is told of as 邻乡富源乡.
    """
    met = rf"(?:[与和同跟、]|邻[镇乡]|[毗相]邻的?|接壤的?|交界的?){re.escape(name)}"
    is_near = bool(place.county) and _is_in(name, place)
    return is_near or re.search(met, words) is not None


def _is_beside(prose: Prose, start: int, end: int, mine: frozenset[str]) -> bool:
    """Whether what is said of another township names it rightly."""
    words = load_check_words()
    first, last = prose.clause_start(start), prose.clause_end(end)
    before, after = prose.text[first:start], prose.text[end:last]
    if patterns().body.match(after) and _POINT_ALONE.fullmatch(before):
        # 青石镇矛调中心联合司法所化解: a township does so at home, too.
        if _UNIT.search(after):
            return True  # 青石镇综治中心、河口乡综治中心
        after = words.doing.sub("", after).replace("、", "")
        sentence = prose.text[slice(*prose.sentence_at(start))]
        if _US.search(sentence) or any(name in sentence for name in mine):
            return True
    return bool(
        words.beside.search(before)
        or words.beside.search(after)
        or words.towards.search(before)
        or _is_towards_us(prose, start, end, mine)
    )


def _is_towards_us(prose: Prose, start: int, end: int, mine: frozenset[str]) -> bool:
    """Whether another township does something with the own one: 派员协助我镇化解."""
    first, last = prose.clause_start(start), prose.clause_end(end)
    clause = prose.text[first:start] + prose.text[end:last]
    if _US.search(clause) or any(name in clause for name in mine):
        return True
    return _TO_US.search(prose.text, end, prose.sentence_at(start)[1]) is not None


def _neighbours(
    text: str, place: Place, known: frozenset[str], mine: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Where a township of the same county is named: one of ``known``, or the gazetteer's."""
    for found in _UNIT.finditer(text):
        start, end = found.span()
        # 石桥镇 stands within 大石桥镇; 青石镇街 is a street.
        if text.endswith(tuple(mine), 0, end) or text[end : end + 1] in _STREETS:
            continue
        for at in range(max(start, end - _LONGEST_NAME), end - 1):
            name = text[at:end]
            if name in known or (place.county and _is_in(name, place)):
                yield at, end
                break


def _is_in(name: str, place: Place) -> bool:
    """Whether the county has a township of this name; the gazetteer's places are asked."""
    places = map(gazetteer().place, gazetteer().townships(name))
    return any(
        it.county == place.county and (place.province in (None, it.province)) for it in places
    )


def _signed(material: Material, passage: Passage, mine: frozenset[str]) -> Iterator[Finding]:
    report = material.report
    text, offsets = squeeze(report.slice(passage))
    if any(form in text for form in mine):
        return
    found = re.search(
        r"(?:[\u4e00-\u9fff]{2,}?[区县市])?([\u4e00-\u9fff]{2,5}(?:镇|乡|街道))", text
    )
    if found and _may_name(found[1]):
        start, end = offsets[found.start(1)], offsets[found.end(1) - 1] + 1
        quote = Quote(report, passage.start + start, passage.start + end)
        yield _other(quote, str(report.issuer))


def _other(quote: Quote, own: str) -> Finding:
    return Finding("other_township", f"本单位是{own}，这里写作“{quote.text}”，请核", (quote,))


def _is_township(name: str) -> bool:
    return _may_name(name) or bool(gazetteer().townships(name))


def _may_name(unit: str) -> bool:
    """Whether what stands before 镇, 乡, 街道 may be a name: 完善镇 is none."""
    kind = next(it for it in _KINDS if unit.endswith(it))
    return load_check_words().no_name.search(unit.removesuffix(kind)) is None


def _forms(own: str) -> frozenset[str]:
    """What the own unit may be called: in full, and short."""
    return frozenset((own, stem(own)))


def _is_mine(name: str, mine: frozenset[str]) -> bool:
    return any(form in name for form in mine)

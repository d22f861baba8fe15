"""Who reports, from where, on which year, and what of it is in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Document, Doubt, LevelEvidence, Place
from tuibrowser.model.terms import IssuerKind
from tuibrowser.parsing.bodies import Outline
from tuibrowser.parsing.issuer import Issuer, find_issuer, find_report_year, signer_name
from tuibrowser.parsing.lines import Line
from tuibrowser.parsing.masthead import Masthead
from tuibrowser.parsing.places import Evidence, Located, find_place

_OWN_PLACE: Final = frozenset({"town", "township", "subdistrict", "department"})


class Identity(NamedTuple):
    """Who, where, when; ``None`` for what is not said."""

    issuer: str | None
    kind: IssuerKind | None
    place: Place
    year: int | None
    place_evidence: Mapping[str, LevelEvidence]
    doubts: tuple[Doubt, ...]


def identify(
    document: Document, lines: Sequence[Line], head: Masthead, outline: Outline, lexicon: Lexicon
) -> Identity:
    """Read what a report says of itself, in the order of how sure the source is."""
    text = document.text
    opening = [line for _, line in outline.opening]
    # A report without a line before its first heading may present itself below it.
    presenting = opening or [body[0] for body in outline.bodies[:1] if body]
    issuer = find_issuer(head, presenting, lines, text, lexicon)
    names = [(issuer.name, issuer.line)] if issuer else []
    names += [(name, line) for line in head.signers if (name := signer_name(line, lexicon))]
    pages = [lines[index] for index, role in head.roles.items() if role == "furniture"]
    short, kind = (issuer.short, issuer.kind) if issuer else (None, None)
    evidence = Evidence(names, head.salutations, presenting, pages, lines)
    located = find_place(short, kind, evidence, text, lexicon)
    headings = [
        heading.title
        for heading, item in zip(outline.headings, outline.kinds, strict=True)
        if heading.level == 1 and item != "next_plan"
    ]
    year = find_report_year(head, presenting, headings)
    doubts = (
        *_of_issuer(issuer),
        *_of_year(year, head),
        *_of_place(kind, located),
    )
    return Identity(short, kind, located.place, year, located.evidence, doubts)


def _of_issuer(issuer: Issuer | None) -> Iterator[Doubt]:
    if issuer is None:
        yield Doubt("issuer", "文中没有写明发文单位")
        return
    line = issuer.line
    if issuer.source == "body":
        says = f"标题和落款没有写明发文单位，{issuer.short} 是正文中出现最多的单位"
        yield Doubt("issuer", says, line.start, line.end)


def _of_year(year: int | None, head: Masthead) -> Iterator[Doubt]:
    if year is None:
        day = head.date or head.published
        if day is None:
            yield Doubt("year", "文中没有写明是哪一年度的报告")
        else:
            yield Doubt("year", f"文中没有写明是哪一年度的报告，只有日期 {day}")
    elif head.date and int(re.split("-", head.date)[0]) < year:
        says = f"年度 {year} 晚于成文日期 {head.date}"
        yield Doubt("year", says)


def _of_place(kind: IssuerKind | None, located: Located) -> Iterator[Doubt]:
    if kind not in _OWN_PLACE or not located.candidates:
        return
    wheres = ["".join(place.levels) for place in located.candidates]
    if len(wheres) == 1:
        yield Doubt("place", f"文中没有写明所属地区，可能是{wheres[0]}")
    else:
        yield Doubt("place", f"文中没有写明所属地区，同名的有{'、'.join(wheres)}等")

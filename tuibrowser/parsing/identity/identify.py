"""Who reports, from where, on which year, and what of it is in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.document import Document
from tuibrowser.model.report import Doubt, LevelEvidence, Place
from tuibrowser.model.terms import IssuerKind, YearSource
from tuibrowser.parsing.identity.folder_years import year_of_folders
from tuibrowser.parsing.identity.implied import Implied, find_implied
from tuibrowser.parsing.identity.issuer import (
    Issuer,
    file_names,
    find_issuer,
    find_report_year,
    find_spoken_year,
    find_year_of_row,
    signer_name,
)
from tuibrowser.parsing.identity.named import Name
from tuibrowser.parsing.identity.outside import issuer_outside
from tuibrowser.parsing.identity.places import Evidence, Located, find_place, with_levels
from tuibrowser.parsing.identity.publisher import find_publisher
from tuibrowser.parsing.identity.stated_places import Statement, of_pages, statement_of
from tuibrowser.parsing.identity.title_years import inferred_year
from tuibrowser.parsing.lines.dates import find_year
from tuibrowser.parsing.lines.masthead import Masthead
from tuibrowser.parsing.lines.source import Line
from tuibrowser.parsing.outline.bodies import Outline
from tuibrowser.places.folders import place_of_folder
from tuibrowser.text.fold import squeeze

# 云岭镇2024, but for 20250110, 2025-01-10 and 2025.1.10.
_YEAR_OF_FILE: Final = re.compile(r"(?<!\d)20\d\d(?!\d|[-._]\d)")
_OWN_PLACE: Final = frozenset({"town", "township", "subdistrict", "department"})


class Identity(NamedTuple):
    """Who, where, when; ``None`` for what is not said."""

    issuer: str | None
    kind: IssuerKind | None
    place: Place
    year: int | None
    place_evidence: Mapping[str, LevelEvidence]
    doubts: tuple[Doubt, ...]
    year_source: YearSource | None = None
    """What tells the year if the text does not state it."""
    year_folder: str | None = None
    """Name of the folder that tells it."""


def identify(
    document: Document, lines: Sequence[Line], head: Masthead, outline: Outline, lexicon: Lexicon
) -> Identity:
    """Read what a report says of itself, in the order of how sure the source is."""
    text = document.text
    opening = [line for _, line in outline.opening]
    # A report without a line before its first heading may present itself below it.
    presenting = opening or [body[0] for body in outline.bodies[:1] if body]
    issuer = find_issuer(head, presenting, lines, text, lexicon)
    pages = [lines[index] for index, role in sorted(head.roles.items()) if role == "furniture"]
    who = _who(document, issuer, presenting, pages, lines, lexicon)
    signers = [(name, line) for line in head.signers if (name := signer_name(line, lexicon))]
    short, kind, names = who.short, who.kind, [*who.names, *signers]
    evidence = Evidence(names, head.salutations, presenting, pages, lines, who.statement)
    located = find_place(short, kind, evidence, text, lexicon)
    if short and kind in _OWN_PLACE and not located.place.county:
        located = _located_outside(document, short, located, lexicon)
    headings = [
        heading.title
        for heading, item in zip(outline.headings, outline.kinds, strict=True)
        if heading.level == 1 and item != "next_plan"
    ]
    year = find_report_year(head, presenting, headings) or find_year_of_row(lines)
    doubts = [*who.doubts, *_of_year(year, head), *_of_place(kind, located)]
    title = head.title_line.shadow if head.title_line else ""
    plans = [
        heading.title
        for heading, item in zip(outline.headings, outline.kinds, strict=True)
        if heading.level == 1 and item == "next_plan"
    ]
    done = [
        line
        for body, item in zip(outline.bodies, outline.kinds, strict=True)
        if item != "next_plan"
        for line in body
    ]
    told = None
    if year is None:
        told = _year_elsewhere(document, [*presenting, *done], head, lexicon)
        told = told or _year_inferred(title, plans, head)
    if told:
        year = told.year
        doubts = [*(it for it in doubts if it.kind != "year"), told.doubt]
    source, folder = (told.source, told.folder) if told else (None, None)
    return Identity(
        short, kind, located.place, year, located.evidence, tuple(doubts), source, folder
    )


class _Who(NamedTuple):
    """Who reports, by which names that is known, and what of it is in doubt."""

    short: str | None
    kind: IssuerKind | None
    names: Sequence[tuple[Name, Line]]
    """With the line that each was read from."""
    doubts: tuple[Doubt, ...] = ()
    statement: Statement | None = None
    """Where they are from, if no line names that."""


def _who(
    document: Document,
    issuer: Issuer | None,
    presenting: Sequence[Line],
    pages: Sequence[Line],
    lines: Sequence[Line],
    lexicon: Lexicon,
) -> _Who:
    """The issuer by the surest source: a full name in the text, the page, a name by its level."""
    text = document.text
    is_said = issuer is not None and issuer.source == "said" and not issuer.is_relative
    implied = None
    if issuer is None or not is_said or issuer.line in presenting:
        calling = [issuer.line, *presenting] if issuer and issuer.is_relative else presenting
        implied = find_implied(calling, lines, text, lexicon)
    if issuer and is_said and not (implied and _speaks_first(implied, issuer)):
        names = [(issuer.name, issuer.line)]
        return _Who(issuer.short, issuer.kind, names)
    if issuer is None and (publisher := find_publisher(pages, lines, lexicon)):
        short, names = (
            publisher.line.written(text, *publisher.issuer),
            [(publisher.name, publisher.line)],
        )
        return _Who(short, publisher.kind, names, (_from("网页的来源或栏目"),))
    if implied:
        names = [implied.name] if implied.name else []
        doubt = Doubt("issuer", implied.says)
        return _Who(implied.short, implied.kind, names, (doubt,), implied.statement)
    if issuer:
        names = [(issuer.name, issuer.line)]
        return _Who(issuer.short, issuer.kind, names, tuple(_of_body(issuer)))
    if outsider := issuer_outside(document, lines, lexicon):
        return _Who(outsider.short, outsider.kind, [], (_from(outsider.where),))
    return _Who(None, None, [], (Doubt("issuer", "文中没有写明发文单位"),))


def _speaks_first(implied: Implied, issuer: Issuer) -> bool:
    """Whether a zone without a name of its own opens the report before a name stands there: 高新区
    坚持…, 团山镇综治中心获评…."""
    whole = issuer.name.whole
    if implied.kind != "other" or implied.start is None or whole is None:
        return False
    return implied.start < issuer.line.offsets[whole[0]]


def _from(source: str) -> Doubt:
    return Doubt("issuer", f"发文单位取自{source}")


def _of_body(issuer: Issuer) -> Iterator[Doubt]:
    if issuer.source == "page":
        yield _from("标题后的网站或栏目名称")
    if issuer.source == "body":
        says = f"标题和落款没有写明发文单位，{issuer.short} 是正文中出现最多的单位"
        yield Doubt("issuer", says, issuer.line.start, issuer.line.end)


_Outside = Literal["properties", "file"]
"""Where a text is spoken of outside it: a page's particulars, the file's name."""
_SAID_OUTSIDE: Final[Mapping[_Outside, str]] = {"properties": "网页或文件的属性", "file": "文件名"}


def _outside(document: Document) -> Iterator[tuple[str, _Outside]]:
    """What is said of a text outside it, and where."""
    if document.stated is not None:
        for words in (document.stated.title, document.stated.issuer):
            if words:
                yield words, "properties"
    yield document.name.rpartition(".")[0] or document.name, "file"


def _names_outside(document: Document, lexicon: Lexicon) -> Iterator[tuple[Name, Line, str, str]]:
    """Who may be named outside a text, with the line, the words it is of, and where they stand."""
    for words, where in _outside(document):
        shadow, offsets = squeeze(words)
        line = Line(0, shadow, offsets, len(words))
        said = _SAID_OUTSIDE[where]
        yield from ((name, line, words, said) for name in file_names(shadow, lexicon))


def _located_outside(
    document: Document, issuer: str, located: Located, lexicon: Lexicon
) -> Located:
    """``located`` with the levels above ``issuer`` that a name outside the text has, or else the
    government whose website it is on."""
    is_of_another = False
    for name, line, words, where in _names_outside(document, lexicon):
        place, said = statement_of(name, line, words)
        if place.county and said.endswith(issuer):
            above = place._replace(township=None)
            return with_levels(located, issuer, above, f"{where}：{said}")
        is_of_another |= bool(name.township or name.rest) and not said.endswith(issuer)
    file = document.name.rpartition(".")[0]
    if not is_of_another and (told := place_of_folder([file], ())):  # 光泽县-寨里镇
        place, said = told
        return with_levels(located, issuer, place, f"文件名：{said}")
    for words in filter(None, (document.stated.site, document.stated.title)):
        for place, said in of_pages([Line(0, *squeeze(words), len(words))], words, lexicon):
            return with_levels(located, issuer, place, f"网站：{said}")
    return located


class _Year(NamedTuple):
    """A year that the text does not state."""

    year: int
    source: YearSource
    doubt: Doubt
    """Says where it is from."""
    folder: str | None = None
    """Name of the folder that tells it."""


def _year_elsewhere(
    document: Document, done: Sequence[Line], head: Masthead, lexicon: Lexicon
) -> _Year | None:
    """The year that is told outside the text, else the one that most of what was ``done`` is told
    of, else that of a folder."""
    for words, where in _outside(document):
        shadow = squeeze(words)[0]
        number = _YEAR_OF_FILE.search(shadow)
        if year := find_year(shadow) or (int(number[0]) if number else None):
            return _Year(year, where, Doubt("year", f"年度取自{_SAID_OUTSIDE[where]}"))
    if spoken := find_spoken_year(done):
        return _Year(spoken, "body", Doubt("year", "年度取自正文中说得最多的年份"))
    told = year_of_folders(document.folders, head.date, head.published, lexicon)
    return _Year(told.year, "folder", told.doubt, told.folder) if told else None


def _year_inferred(title: str, plans: Sequence[str], head: Masthead) -> _Year | None:
    """The year before the one that is planned for, else that of the day of writing."""
    found = inferred_year(title, plans, head.date, head.published)
    return found and _Year(found.year, found.source, Doubt("year", f"年度按{found.words}推定"))


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

"""Issuers that a report names nowhere in full where it presents itself.

Most departments' pages open with 2023年,县司法局围绕… or with 我局, and name the county in passing:
in the plans that they carry out, or made themselves. Both together are the name; that it was put
together is said as a doubt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple, TypeVar

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.terms import IssuerKind, Span
from tuibrowser.parsing.identity.acting import opening_spans
from tuibrowser.parsing.identity.divisions import by_stem, in_full
from tuibrowser.parsing.identity.named import Name
from tuibrowser.parsing.identity.names import government
from tuibrowser.parsing.identity.offices import is_relative, issuer_of
from tuibrowser.parsing.identity.publisher import most_said_of_itself
from tuibrowser.parsing.identity.stated_places import Statement, in_documents, statement_of
from tuibrowser.parsing.lines.numbering import HAN
from tuibrowser.parsing.lines.source import Line
from tuibrowser.places.gazetteer import Level, Unit, gazetteer
from tuibrowser.places.resolve import speaks_of_others
from tuibrowser.text.fold import squeeze
from tuibrowser.text.placename import stem

# Code, not lexicon: what divisions of each level are called is laid down by law.
_LEVELS: Final[dict[str, frozenset[Level]]] = {
    "省": frozenset({"province"}),
    "自治区": frozenset({"province"}),
    "市": frozenset({"province", "city", "county"}),
    "州": frozenset({"city"}),
    "盟": frozenset({"city"}),
    "县": frozenset({"county"}),
    "区": frozenset({"county"}),
    "旗": frozenset({"county"}),
}
_OFFICE: Final = re.compile(r"(?P<level>自治区|[省市州盟县区旗])(?P<body>.{2,20})")
_GOVERNMENT: Final = re.compile(
    r"(?:^|(?<=[,。;:年度]))(?:(?:自治区|[省市州盟县区旗])委[、和]?)?"
    r"(?P<level>自治区|[省市州盟县区旗])(?:人民)?政府(?:党组)?,?"
)
_SUPERIOR: Final = re.compile("[市州盟县区旗](?=委(?!员))")
_OWN: Final = re.compile(
    rf"(?:《(?:20\d\d年度?)?|成立|调整|印发|出台|制定|修订)(?P<name>[{HAN}]{{3,40}})"
)
"""《青棠县应急管理局学法计划》 or 成立青棠县应急管理局领导小组, which 我局 made."""
_ACCOUNT: Final = re.compile(
    rf"\"(?P<name>[{HAN}]{{3,24}})\"(?:微信|公众号|视频号|抖音|官网|门户网站)"
)
"""What it publishes by: “青棠县住建局”公众号."""
_BRANCH: Final = re.compile(f"[{HAN}]{{0,6}}?(?:大队|支队|总队|中队|分局)")
"""What goes on behind an office is one of its branches: 县公安局|交警大队."""
_ITS_GOVERNMENT: Final = re.compile("(?:人民)?政府(?!办)")
_OF_OFFICE: Final = re.compile("我[局委办厅]|[局委办厅]党[组委]|[局厅]机关|[全本][局厅]")
_SAYS_OFFICE: Final = re.compile("[我本](?P<what>[局厅]|委(?!员)|办(?!公))")
_PROVINCIAL: Final = frozenset({"省", "自治区"})
_PRESENTS: Final = 3
"""Paragraphs in whose first sentence a report presents itself: its title and what follows."""
_MOST_DOCUMENTS: Final = 200
"""Names of documents that are looked at, 0.1 ms each; a report has 30."""
_CLEARLY: Final = 2
"""How many times as often as any other of its kind the one at hand is named."""

T = TypeVar("T")


class Implied(NamedTuple):
    """An issuer that follows from several places of a text."""

    short: str
    kind: IssuerKind
    says: str
    """From what it follows, a Chinese sentence."""
    name: tuple[Name, Line] | None
    """Its full name or that of its division, and the line that this was read from."""
    statement: Statement | None = None
    """Where it lies, if no line of the text names that in full."""
    start: int | None = None
    """Offset of what it is called in the text."""


class _Called(NamedTuple):
    level: str
    body: str
    """Empty for a government."""
    whole: str
    start: int
    """Offset in the text."""
    kind: IssuerKind = "department"
    """Of a body."""


class _Division(NamedTuple):
    words: str
    """As the text has it, or in full where the text has only its stem."""
    name: Name
    line: Line | None
    """``None`` where no line has all of ``words``."""


def find_implied(
    presenting: Sequence[Line], lines: Sequence[Line], text: str, lexicon: Lexicon
) -> Implied | None:
    """The issuer that a report calls by its level, or by 我局 alone.

    Args:
        presenting: where a report presents itself: its title, if that names one, and its opening.
        lines: all paragraphs, in which the division and documents of its own are looked for.
        text: the report's text.
        lexicon: supplies what names end in.
    """
    itself = most_said_of_itself(lines)
    for line in presenting[:_PRESENTS]:
        for called in _called(line, text, lexicon):
            if _is_of(called, itself) and (found := _division(called.level, lines, text, lexicon)):
                return _put_together(called, found)
    if itself in _LEVELS:  # a bureau, too, says 我县
        offices = Counter(it["what"] for line in lines for it in _SAYS_OFFICE.finditer(line.shadow))
        itself = max(offices, key=offices.__getitem__, default=itself)
    if not itself or any(_OF_OFFICE.search(line.shadow) for line in lines if itself in _LEVELS):
        return None
    return _by_own_documents(itself, lines, text, lexicon)


def _is_of(called: _Called, itself: str) -> bool:
    """Whether it may be the one that calls itself so: 区政府 in the report of 我街道 is its
    superior, but a bureau, too, says 我市."""
    if not itself or (called.body or called.level).endswith(itself):
        return True
    return bool(called.body) and itself in _LEVELS


def _called(line: Line, text: str, lexicon: Lexicon) -> Iterator[_Called]:
    """What acts in a line and is called by its level: offices and zones, then governments."""
    zone_level = next(iter(_SUPERIOR.findall(line.shadow)), "市")
    sentence = line.shadow.find("。") + 1 or len(line.shadow)
    for start, end in opening_spans(line.shadow[:sentence], lexicon):
        if line.shadow[start:end] in lexicon.zone_endings:
            zone = line.written(text, start, end)
            yield _Called(zone_level, zone, zone, line.offsets[start], "other")
        match = _OFFICE.fullmatch(line.shadow, start, end)
        if (
            match
            and match["body"].endswith(lexicon.issuer_suffixes["department"])
            and not _BRANCH.match(line.shadow, end)
        ):
            body = line.written(text, match.start("body"), end)
            whole = line.written(text, start, end)
            yield _Called(match["level"], body, whole, line.offsets[start])
    for match in _GOVERNMENT.finditer(line.shadow):
        if lexicon.acts.match(line.shadow, match.end()):
            whole = line.written(text, *match.span()).rstrip(",，")
            yield _Called(match["level"], "", whole, line.offsets[match.start()])


def _put_together(called: _Called, division: _Division) -> Implied:
    name, line = division.name, division.line
    kind: IssuerKind = "county" if name.county else "city" if name.city else "province"
    return Implied(
        short=division.words + called.body,
        kind=called.kind if called.body else kind,
        says=f"发文单位由“{called.whole}”和文中所说的“{division.words}”合成",
        name=(name, line) if line else None,
        statement=None if line else statement_of(name, _alone(division.words), division.words),
        start=called.start,
    )


def _alone(words: str) -> Line:
    """``words`` as a text of its own."""
    return Line(1, *squeeze(words), len(words))


def _division(level: str, lines: Sequence[Line], text: str, lexicon: Lexicon) -> _Division | None:
    """The division of ``level`` that is named most, if no other comes near; else the one whose
    documents are carried out, and else the one whose stem stands in a name such as 法治丽水."""
    best = _most_named(
        (line.shadow[start:end], (line, (start, end)))
        for line in lines
        for start, end in _named(level, line.shadow, lexicon)
        if not speaks_of_others(line.shadow, start, end, lexicon)
    )
    if best:
        line, (start, end) = best
        name = government(line.shadow, start, end, lexicon)
        return _Division(line.written(text, start, end), name, line) if name else None
    called = _most_named((it, it) for it in _of_documents(level, lines, text, lexicon))
    called = called or _most_named(
        (name, name)
        for line in lines
        for name in (
            *_named_by_stem(level, line.shadow, lexicon),
            *_provinces_called(level, line.shadow),
        )
    )
    if called is None:
        return None
    name = government(called, 0, len(called), lexicon)
    return _Division(called, name, None) if name else None


def _named(level: str, shadow: str, lexicon: Lexicon) -> Iterator[Span]:
    """Where divisions of ``level`` are named in full."""
    for start, end, units in in_full(shadow, lexicon):
        if shadow.endswith(level, start, end) and _is_of_level(level, units):
            yield start, end


def _of_documents(level: str, lines: Sequence[Line], text: str, lexicon: Lexicon) -> Iterator[str]:
    """The divisions of ``level`` in names of documents, those that the gazetteer does not hold
    among them."""
    for place, _ in in_documents(lines, text, lexicon):
        yield from (name for name in (place.county, place.city) if name and name.endswith(level))


def _named_by_stem(level: str, shadow: str, lexicon: Lexicon) -> Iterator[str]:
    """The full names of divisions of ``level`` that are named by their stems."""
    for _, _, units in by_stem(shadow, lexicon):
        names = [it.name for it in units if it.name.endswith(level) and _is_of_level(level, [it])]
        if len(names) == 1:
            yield names[0]


def _is_of_level(level: str, units: Sequence[Unit]) -> bool:
    return any(unit.level in _LEVELS[level] for unit in units)


def _provinces_called(level: str, shadow: str) -> Iterator[str]:
    """Provinces by what people say of them, which no other thing is called: 《福建日报》."""
    if level not in _PROVINCIAL:
        return
    for unit in gazetteer().inside(""):
        if unit.level == "province" and unit.name.endswith(level):
            yield from [unit.name] * shadow.count(stem(unit.name))


def _by_own_documents(
    itself: str, lines: Sequence[Line], text: str, lexicon: Lexicon
) -> Implied | None:
    """The body whose documents a text that says 我局 names, if it is one alone."""
    documents = (
        (line, match)
        for line in lines
        for pattern in (_OWN, _ACCOUNT)
        for match in pattern.finditer(line.shadow)
    )
    best = _most_named(
        (line.shadow[slice(*short)], (line, name, short, kind))
        for line, match in islice(documents, _MOST_DOCUMENTS)
        for name, short, kind in _makers(line.shadow, *match.span("name"), itself, lexicon)
    )
    if best is None:
        return None
    line, name, short, kind = best
    written = line.written(text, *short)
    says = f"文中没有写明发文单位，{written} 取自文中所说的文件、机构名"
    return Implied(written, kind, says, (name, line))


def _makers(
    shadow: str, start: int, end: int, itself: str, lexicon: Lexicon
) -> Iterator[tuple[Name, Span, IssuerKind]]:
    """The body that a document's name begins with, if it is what ``itself`` says."""
    for found in re.finditer(f"{re.escape(itself)}(?:(?<=委)员会)?", shadow[start:end]):
        name = government(shadow, start, start + found.end(), lexicon, strictly=True)
        issuer = issuer_of(name, shadow, lexicon) if name else None
        # 《青棠县…方案》 is as often of the superior as 我县's own, 《青棠县人民政府…》 is its own.
        is_own = itself not in _LEVELS or _ITS_GOVERNMENT.match(shadow, start + found.end())
        if name and issuer and name.lowest and is_own and not is_relative(name, shadow):
            yield name, *issuer
            return


def _most_named(named: Iterable[tuple[str, T]]) -> T | None:
    """Where the one that is named most stands first, if no other comes near."""
    first: dict[str, T] = {}
    counts = Counter[str]()
    for key, where in named:
        counts[key] += 1
        first.setdefault(key, where)
    (best, often), (_, next_often) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first[best] if often and often >= _CLEARLY * next_often else None

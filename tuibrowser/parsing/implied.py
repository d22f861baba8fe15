"""Issuers that a report names nowhere in full where it presents itself.

Most departments' pages open with 2023年,县司法局围绕… or with 我局, and name the county in passing:
in the plans that they carry out, or made themselves. Both together are the name; that it was put
together is said as a doubt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TypeVar

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.terms import IssuerKind, Span
from tuibrowser.parsing.acting import acting_spans
from tuibrowser.parsing.chain import HAN
from tuibrowser.parsing.lines import Line
from tuibrowser.parsing.names import Name, government, is_relative, issuer_of
from tuibrowser.parsing.publisher import most_said_of_itself
from tuibrowser.places.gazetteer import gazetteer
from tuibrowser.places.resolve import speaks_of_others

# Code, not lexicon: the levels are laid down by law; their codes have so many digits (GB/T 2260).
_DIGITS: Final[dict[str, frozenset[int]]] = {
    "省": frozenset({2}),
    "自治区": frozenset({2}),
    "市": frozenset({2, 4, 6}),
    "州": frozenset({4}),
    "盟": frozenset({4}),
    "县": frozenset({6}),
    "区": frozenset({6}),
    "旗": frozenset({6}),
}
_OFFICE: Final = re.compile(r"(?P<level>自治区|[省市州盟县区旗])(?P<body>.{2,20})")
_GOVERNMENT: Final = re.compile(
    r"(?:^|(?<=[,。;:年度]))(?:(?:自治区|[省市州盟县区旗])委[、和]?)?"
    r"(?P<level>自治区|[省市州盟县区旗])(?:人民)?政府(?:党组)?,?"
)
_SUPERIOR: Final = re.compile("[市州盟县区旗](?=委(?!员))")
_OWN: Final = re.compile(rf"《(?:20\d\d年度?)?(?P<name>[{HAN}]{{3,40}})")
"""《青棠县应急管理局学法计划》, which 我局 made."""
_BY_STEM: Final = re.compile(rf"(?:法治|平安|清廉|幸福|美丽)(?P<stem>[{HAN}]{{2,5}})")
_LONGEST: Final = 16
_CLEARLY: Final = 2
"""How many times as often as any other of its kind the one at hand is named."""

T = TypeVar("T")


class Implied(NamedTuple):
    """An issuer that follows from several places of a text."""

    short: str
    kind: IssuerKind
    says: str
    """From what it follows, a Chinese sentence."""
    name: Name
    """Where it lies, or its full name."""
    line: Line
    """Where ``name`` stands."""


class _Called(NamedTuple):
    level: str
    body: str
    """Empty for a government."""
    whole: str
    kind: IssuerKind = "department"
    """Of a body."""


class _Division(NamedTuple):
    words: str
    """As the text has it, or in full where the text has only its stem."""
    name: Name
    line: Line


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
    for line in presenting:
        for called in _called(line, text, lexicon):
            if _is_of(called, itself) and (found := _division(called.level, lines, text, lexicon)):
                return _put_together(called, found)
    # 《青棠县…方案》 is as often of the superior as 我县's own.
    return None if itself in {"", *_DIGITS} else _by_own_documents(itself, lines, text, lexicon)


def _is_of(called: _Called, itself: str) -> bool:
    """Whether it may be the one that calls itself so: 区政府 in the report of 我街道 is its
    superior, but a bureau, too, says 我市."""
    if not itself or (called.body or called.level).endswith(itself):
        return True
    return bool(called.body) and itself in _DIGITS


def _called(line: Line, text: str, lexicon: Lexicon) -> Iterator[_Called]:
    """What acts in a line and is called by its level: offices and zones, then governments."""
    zone_level = next(iter(_SUPERIOR.findall(line.shadow)), "市")
    for start, end in acting_spans(line.shadow, lexicon):
        if line.shadow[start:end] in lexicon.zone_endings:
            zone = line.written(text, start, end)
            yield _Called(zone_level, zone, zone, "other")
        match = _OFFICE.fullmatch(line.shadow, start, end)
        if match and match["body"].endswith(lexicon.issuer_suffixes["department"]):
            body = line.written(text, match.start("body"), end)
            yield _Called(match["level"], body, line.written(text, start, end))
    for match in _GOVERNMENT.finditer(line.shadow):
        if lexicon.acts.match(line.shadow, match.end()):
            yield _Called(match["level"], "", line.written(text, *match.span()).rstrip(",，"))


def _put_together(called: _Called, division: _Division) -> Implied | None:
    says = f"发文单位由“{called.whole}”和文中所说的“{division.words}”合成"
    short = division.words + called.body
    if called.body:
        return Implied(short, called.kind, says, division.name, division.line)
    kind: IssuerKind = (
        "county" if division.name.county else "city" if division.name.city else "province"
    )
    return Implied(short, kind, says, division.name, division.line)


def _division(level: str, lines: Sequence[Line], text: str, lexicon: Lexicon) -> _Division | None:
    """The division of ``level`` that is named most, if no other comes near; else the one whose
    stem alone stands in a name such as 法治丽水."""
    best = _most_named(
        (line.shadow[start:end], (line, (start, end)))
        for line in lines
        for start, end in _named(level, line.shadow)
        if not speaks_of_others(line.shadow, start, end, lexicon)
    )
    if best:
        line, (start, end) = best
        name = government(line.shadow, start, end, lexicon)
        return _Division(line.written(text, start, end), name, line) if name else None
    stem = _most_named(
        (name, name) for line in lines for name in _named_by_stem(level, line.shadow)
    )
    if stem is None:
        return None
    line = Line(0, stem, range(len(stem)), len(stem))
    name = government(stem, 0, len(stem), lexicon)
    return _Division(stem, name, line) if name else None


def _named(level: str, shadow: str) -> Iterator[Span]:
    """The names of divisions of ``level``, the longest where one ends like another."""
    book, digits, last = gazetteer(), _DIGITS[level], 0
    for found in re.finditer(level, shadow):
        end = found.end()
        for start in range(max(last, end - _LONGEST), end - 1):
            name = shadow[start:end]
            units = book.superiors(name) or book.superiors_abbreviated(name)
            is_short = len(name) < len(level) + 2 and level != "县"
            if not is_short and any(len(unit.code) in digits for unit in units):
                yield start, end
                last = end
                break


def _named_by_stem(level: str, shadow: str) -> Iterator[str]:
    book, digits = gazetteer(), _DIGITS[level]
    for found in _BY_STEM.finditer(shadow):
        for length in range(len(found["stem"]), 1, -1):
            units = [
                unit.name
                for unit in book.superiors_called(found["stem"][:length])
                if len(unit.code) in digits and unit.name.endswith(level)
            ]
            if len(units) == 1:
                yield units[0]
                break


def _by_own_documents(
    itself: str, lines: Sequence[Line], text: str, lexicon: Lexicon
) -> Implied | None:
    """The body whose documents a text that says 我局 names, if it is one alone."""
    best = _most_named(
        (line.shadow[slice(*short)], (line, name, short, kind))
        for line in lines
        for match in _OWN.finditer(line.shadow)
        for name, short, kind in _makers(line.shadow, *match.span("name"), itself, lexicon)
    )
    if best is None:
        return None
    line, name, short, kind = best
    written = line.written(text, *short)
    says = f"文中没有写明发文单位，{written} 取自文中所说的文件名"
    return Implied(written, kind, says, name, line)


def _makers(
    shadow: str, start: int, end: int, itself: str, lexicon: Lexicon
) -> Iterator[tuple[Name, Span, IssuerKind]]:
    """The body that a document's name begins with, if it is what ``itself`` says."""
    for found in re.finditer(re.escape(itself), shadow[start:end]):
        name = government(shadow, start, start + found.end(), lexicon, strictly=True)
        issuer = issuer_of(name, shadow, lexicon) if name else None
        if name and issuer and name.lowest and not is_relative(name, shadow):
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

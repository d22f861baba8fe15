"""Who reports by what stands around a text that does not say so itself: the page's particulars, the
name of the file, the site, the folders above.

A name that may as well be of whoever keeps the file is believed only where the text calls itself by
something of that kind: 我局 in 林业局.doc, 我镇 in a folder of 云岭镇.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.document import Document
from tuibrowser.model.terms import TOWNSHIPS, IssuerKind
from tuibrowser.parsing.identity.issuer import file_names, offices_in_file
from tuibrowser.parsing.identity.named import Name
from tuibrowser.parsing.identity.offices import is_relative, issuer_of
from tuibrowser.parsing.identity.publisher import is_called, most_said_of_itself
from tuibrowser.parsing.lines.source import Line
from tuibrowser.text.fold import squeeze

_SITES: Final = frozenset({"county", "city", "province"})


class Outsider(NamedTuple):
    """Who is named outside a text, and where."""

    short: str
    kind: IssuerKind
    where: str


def issuer_outside(document: Document, lines: Sequence[Line], lexicon: Lexicon) -> Outsider | None:
    """The first that what stands around ``lines`` names; ``None`` where it names nobody."""
    itself = most_said_of_itself(lines)
    for words, where in _particulars(document):
        line = _line(words)
        for name in file_names(line.shadow, lexicon):
            found = _named(name, line, words, where, lexicon)
            if found and not is_relative(name, line.shadow) and not _is_above(found, itself):
                return found
        for name in offices_in_file(line.shadow, lexicon):
            if (found := _named(name, line, words, where, lexicon)) and is_called(
                found.short, itself
            ):
                return found
    for words, where in _surroundings(document):
        line = _line(words)
        for name in file_names(line.shadow, lexicon):
            found = _named(name, line, words, where, lexicon)
            if found and found.kind in TOWNSHIPS and is_called(found.short, itself):
                return found
    return None


def _is_above(found: Outsider, itself: str) -> bool:
    """Whether ``found`` is a county or city, on whose site a text stands that calls itself 我镇."""
    return found.kind in _SITES and bool(itself) and not is_called(found.short, itself)


def _particulars(document: Document) -> Iterator[tuple[str, str]]:
    if document.stated is not None:
        for words in (document.stated.title, document.stated.issuer):
            if words:
                yield words, "网页或文件的属性"
    yield document.name.rpartition(".")[0] or document.name, "文件名"


def _surroundings(document: Document) -> Iterator[tuple[str, str]]:
    if document.stated is not None and document.stated.site:
        yield document.stated.site, "网站名称"
    for folder in reversed(document.folders):
        yield folder, f"文件夹“{folder}”"


def _line(words: str) -> Line:
    shadow, offsets = squeeze(words)
    return Line(0, shadow, offsets, len(words))


def _named(name: Name, line: Line, words: str, where: str, lexicon: Lexicon) -> Outsider | None:
    found = issuer_of(name, line.shadow, lexicon)
    if found is None:
        return None
    (start, end), kind = found
    return Outsider(line.written(words, start, end), kind, where)

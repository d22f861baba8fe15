"""What stands in a row of either search index: grams of the passage, and tokens to filter by.

An index holds no text, so a row can only be taken out by naming every token that went in. A wrong
list leaves postings behind that SQLite's own check does not see; hence tokens are made here and
nowhere else, always from what is stored, and :func:`fingerprint` tells when they would come out
differently.
"""

from __future__ import annotations

from typing import NamedTuple

from tuibrowser.model.report import Passage, Place, Report
from tuibrowser.model.search import UNNAMED
from tuibrowser.model.terms import ROLES, SECTION_KINDS
from tuibrowser.store.tokens import (
    initials_token,
    issuer_token,
    kind_token,
    place_token,
    role_token,
    theme_token,
)
from tuibrowser.text.fold import fold, squash
from tuibrowser.text.grams import grams, runs
from tuibrowser.text.pinyin import represent, spoken_initials
from tuibrowser.text.placename import stem
from tuibrowser.text.soundgrams import initial_groups, syllable_pairs


def report_tokens(place: Place, issuer: str | None) -> frozenset[str]:
    """The filter tokens that all passages of one report share, full names and short ones."""
    levels = [place.province, place.city, place.county, place.township]
    places = {form for name in levels if name for form in (name, stem(name))}
    issuers = {form for form in (issuer, stem(issuer)) if form} if issuer else {UNNAMED}
    return frozenset(map(place_token, places)) | frozenset(map(issuer_token, issuers))


def filter_tokens(passage: Passage, shared: frozenset[str] = frozenset()) -> set[str]:
    """The filter tokens of one passage; ``shared`` is :func:`report_tokens` of its report."""
    tokens = {role_token(passage.role), *map(theme_token, passage.themes), *shared}
    if passage.kind:
        tokens.add(kind_token(passage.kind))
    return tokens


class IndexRow(NamedTuple):
    """The tokens of one passage, divided by spaces, which no token holds."""

    characters: str
    sounds: str


def index_row(text: str, passage: Passage, shared: frozenset[str] = frozenset()) -> IndexRow:
    """What stands of ``passage`` in the index of characters and in that of sounds.

    Args:
        text: The whole text of the report.
        passage: One of its passages.
        shared: :func:`report_tokens` of the report.
    """
    squashed = squash(text[passage.start : passage.end])
    filters = filter_tokens(passage, shared)
    groups = map(initials_token, initial_groups(squashed))
    return IndexRow(
        " ".join((*grams(squashed), *filters)),
        " ".join((*syllable_pairs(squashed), *groups, *filters)),
    )


def index_rows(report: Report) -> list[IndexRow]:
    """The rows of all passages, in text order."""
    shared = report_tokens(report.place, report.issuer)
    return [index_row(report.text, passage, shared) for passage in report.passages]


def fingerprint() -> str:
    """A value that changes whenever the same passage would get other tokens.

    Tokens depend on the folding table, on Python's Unicode version and on the code above. A number
    kept by hand would be forgotten one day; this costs 25 ms, once in each run that writes.
    """
    from hashlib import sha256  # noqa: PLC0415  (2 ms that who searches need not pay)

    characters = fold("".join(map(chr, (*range(0x20, 0xD800), *range(0xE000, 0x30000)))))
    text = "依 法,治\n国2023年１２·４ＡI 调解中心"
    passage = Passage("measure", 0, len(text), None, SECTION_KINDS[0], ("legal_services",))
    place = Place("内蒙古自治区", "锡林郭勒盟", "和县", "潭柘寺镇")
    shared = report_tokens(place, "园区管委会Ａ-1") | report_tokens(place, None)
    tokens = {one for tokens in index_row(text, passage, shared) for one in tokens.split()}
    heard = (represent(characters), *map(spoken_initials, characters))
    seen = (characters, *runs(characters), *heard, *sorted(tokens | set(map(role_token, ROLES))))
    return sha256(" ".join(seen).encode()).hexdigest()[:16]

"""What stands in a row of the search index: a passage's grams and sounds, and tokens to filter by.

The index holds no text, so a row can only be taken out by naming every token that went in. A wrong
list leaves postings behind that SQLite's own check does not see; hence tokens are made here and
nowhere else, always from what is stored, and :func:`token_version` tells when they would come out
differently.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from tuibrowser.model.report import Passage, Place, Report
from tuibrowser.model.search import UNNAMED
from tuibrowser.store.index.tokens import (
    initials_token,
    issuer_token,
    kind_token,
    place_token,
    role_token,
    sound_token,
    theme_token,
)
from tuibrowser.text.equivalence import equate
from tuibrowser.text.grams import grams
from tuibrowser.text.placename import stem
from tuibrowser.text.soundgrams import initial_groups, syllable_pairs

_RULES: Final = ("store.index.entry", "store.index.tokens", "text", "model.search")
"""Where what stands in a row is decided."""


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


def index_row(text: str, passage: Passage, shared: frozenset[str] = frozenset()) -> str:
    """The tokens of ``passage``, divided by spaces, which no token holds.

    Args:
        text: The whole text of the report.
        passage: One of its passages.
        shared: :func:`report_tokens` of the report.
    """
    squashed = equate(text[passage.start : passage.end])
    filters = filter_tokens(passage, shared)
    sounds = map(sound_token, syllable_pairs(squashed))
    groups = map(initials_token, initial_groups(squashed))
    return " ".join((*grams(squashed), *sounds, *groups, *filters))


def index_rows(report: Report) -> list[str]:
    """The rows of all passages, in text order."""
    shared = report_tokens(report.place, report.issuer)
    return [index_row(report.text, passage, shared) for passage in report.passages]


@cache
def token_version() -> str:
    """A value that changes whenever the same passage could get other tokens.

    They depend on the code that makes them, on the tables it names and on Python's Unicode version.
    A number kept by hand would be forgotten one day; this one costs 15 ms, once in a process that
    writes.
    """
    from unicodedata import unidata_version  # noqa: PLC0415

    from tuibrowser.fingerprint import fingerprint  # noqa: PLC0415  (who searches needs none)

    return f"{fingerprint('store.index.entry', _RULES)[:16]}-{unidata_version}"

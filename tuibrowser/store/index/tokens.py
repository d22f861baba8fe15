"""The tokens that are asked of the search indexes, and how they are asked for.

What a row holds besides these are the grams of its passage: see ``store.index.entry``, which
searching does without, as it needs the table of pinyin.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from tuibrowser.model.search import UNNAMED
from tuibrowser.model.terms import Role, SectionKind
from tuibrowser.text.equivalence import equate
from tuibrowser.text.grams import runs

Token = str | tuple[str, ...]
"""What a row must hold; of a tuple one."""

# A private-use character and two more at least, so that a filter token equals no gram.
_MARK = "\ue000"

# Letters behind it, of what is said of a whole report and of a passage.
_OF_REPORTS = (f"{_MARK}p", f"{_MARK}i", f"{_MARK}n")
_OF_PARTS = (f"{_MARK}k", f"{_MARK}t")

# Another, so that initials are neither filter tokens nor the Latin letters of a text.
_INITIALS = "\ue001"


# And one for sounds, so that a pair of them is not taken for a pair of characters.
_SOUNDS = "\ue002"


# The tokens of roles, kinds, themes and the report at hand, 15 to a passage, are always the same.
@lru_cache(maxsize=1 << 12)
def _token(letter: str, value: str) -> str:
    # Only letters and digits: the tokenizer would split at the _ of an id.
    return _MARK + letter + "".join(runs(equate(value)))


def place_token(name: str) -> str:
    """Holds for every passage of reports from ``name``, a place of any level, full or short."""
    return _token("p", name)


def issuer_token(name: str) -> str:
    """Holds for every passage of reports issued by ``name``, full or short; if that is
    :data:`~tuibrowser.model.search.UNNAMED`, of those that state no issuer."""
    return _token("n", "issuer") if name == UNNAMED else _token("i", name)


def kind_token(kind: SectionKind) -> str:
    """Holds for every passage of a section of ``kind``."""
    return _token("k", kind)


def theme_token(theme: str) -> str:
    """Holds for every passage with ``theme``."""
    return _token("t", theme)


def role_token(role: Role) -> str:
    """Holds for every passage of ``role``; a row has exactly one."""
    return _token("r", role)


def initials_token(letters: str) -> str:
    """Holds for every passage with ``letters`` among its ``soundgrams.initial_groups``."""
    return _INITIALS + letters


def sound_token(pair: str) -> str:
    """Holds for every passage with ``pair`` among its ``soundgrams.syllable_pairs``."""
    return _SOUNDS + pair


def as_sounds(tokens: Iterable[Token]) -> Iterator[Token]:
    """``tokens``, each that is a pair of syllables made the token of it."""
    for token in tokens:
        yield _as_sound(token) if isinstance(token, str) else tuple(map(_as_sound, token))


def _as_sound(token: str) -> str:
    return token if token.startswith((_MARK, _INITIALS)) else sound_token(token)


def of_reports(tokens: Iterable[Token]) -> list[Token]:
    """Those of ``tokens`` that hold for all passages of a report or for none: place and issuer."""
    return [token for token in tokens if _begins(token, _OF_REPORTS)]


def of_parts(tokens: Iterable[Token]) -> list[Token]:
    """Those of ``tokens`` that hold for passages of a kind or a theme."""
    return [token for token in tokens if _begins(token, _OF_PARTS)]


def _begins(token: Token, marks: tuple[str, ...]) -> bool:
    return bool(token) and (token if isinstance(token, str) else token[0]).startswith(marks)


def has_each(held: Collection[str], tokens: Iterable[Token]) -> bool:
    """Whether ``held`` has every token, of a tuple one."""
    return all(
        token in held if isinstance(token, str) else any(one in held for one in token)
        for token in tokens
    )


def match_all(tokens: Iterable[Token]) -> str:
    """The FTS5 expression for rows that hold every token, of a tuple at least one.

    Each is quoted, none is syntax.
    """
    return " AND ".join(
        _quoted(token) if isinstance(token, str) else f"({' OR '.join(map(_quoted, token))})"
        for token in tokens
    )


def _quoted(token: str) -> str:
    return '"' + token.replace('"', '""') + '"'

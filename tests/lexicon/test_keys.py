"""Nothing stands in the lexicon that nobody reads."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest

from tuibrowser import lexicon, parsing, places
from tuibrowser.lexicon.akin import families
from tuibrowser.lexicon.checks import load_check_words
from tuibrowser.lexicon.counting import Counting
from tuibrowser.lexicon.events import load_events
from tuibrowser.lexicon.indicators import catalogue
from tuibrowser.lexicon.laws import load_laws
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.lexicon.rosters import load_roster_words
from tuibrowser.lexicon.seams import Seams, load_seams
from tuibrowser.lexicon.synonyms import load_synonyms
from tuibrowser.lexicon.units import Units
from tuibrowser.model.terms import IssuerKind

SHIPPED = Path(lexicon.__file__).parent
LOADERS: tuple[Any, ...] = (
    families,
    catalogue,
    load,
    load_check_words,
    load_events,
    load_roster_words,
    load_laws,
    load_seams,
    load_synonyms,
)
RULES = "\n".join(
    it.read_text("utf-8")
    for room in (parsing, places)
    for it in Path(str(room.__file__)).parent.rglob("*.py")
)
"""The code that reads reports with what is compiled."""
FOR_PEOPLE = {"source"}
"""Where it is known from that a law ceased: for who keeps the list."""


class _Table(dict[str, Any]):
    """A table of TOML that notes which of its values are asked for."""

    def __init__(self, content: dict[str, Any], way: str) -> None:
        super().__init__((key, _noting(value, f"{way}.{key}")) for key, value in content.items())
        self.way = way
        self.read: set[str] = set()

    def __getitem__(self, key: str) -> Any:
        self.read.add(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self.read.add(key)
        return super().get(key, default)

    def items(self) -> Any:
        self.read.update(self)
        return super().items()

    def values(self) -> Any:
        self.read.update(self)
        return super().values()

    def unread(self) -> Iterator[str]:
        yield from (f"{self.way}.{key}" for key in self.keys() - self.read - FOR_PEOPLE)
        for value in super().values():
            for inner in value if isinstance(value, list) else [value]:
                if isinstance(inner, _Table):
                    yield from inner.unread()


def _noting(value: Any, way: str) -> Any:
    if isinstance(value, dict):
        return _Table(value, way)
    return [_noting(it, way) for it in value] if isinstance(value, list) else value


def _without_caches(loaders: tuple[Any, ...]) -> None:
    for loader in loaders:
        loader.cache_clear()


def test_every_key_of_every_table_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    tables: list[_Table] = []
    plain: Callable[[str], dict[str, Any]] = tomllib.loads

    def loads(text: str) -> dict[str, Any]:
        name = next(it.name for it in SHIPPED.glob("*.toml") if it.read_text("utf-8") == text)
        tables.append(_Table(plain(text), name))
        return tables[-1]

    monkeypatch.setattr(tomllib, "loads", loads)
    _without_caches(LOADERS)
    try:
        for loader in LOADERS:
            loader()
    finally:
        _without_caches(LOADERS)
    assert {table.way for table in tables} == {it.name for it in SHIPPED.glob("*.toml")}
    assert [way for table in tables for way in table.unread()] == []


@pytest.mark.parametrize("record", [Lexicon, Units, Counting])
def test_everything_that_is_compiled_is_used(record: type[Any]) -> None:
    names = {field.name for field in fields(record)} - {"version"}
    assert {name for name in names if not re.search(rf"\.{name}\b", RULES)} == set()


def test_every_seam_is_used() -> None:
    assert {name for name in Seams._fields if not re.search(rf"\.{name}\b", RULES)} == set()


def test_every_list_of_suffixes_is_of_a_kind_of_issuer() -> None:
    assert load().issuer_suffixes.keys() <= set(get_args(IssuerKind))


def test_every_list_of_words_is_read_by_a_module_beside_it() -> None:
    code = "\n".join(it.read_text("utf-8") for it in SHIPPED.glob("*.py"))
    assert [it.name for it in SHIPPED.glob("*.txt") if it.stem not in code] == []


@pytest.mark.parametrize("file", sorted(SHIPPED.glob("*.toml")), ids=lambda it: it.stem)
def test_no_list_says_a_word_twice(file: Path) -> None:
    twice = [
        f"{way}: {word}"
        for way, words in _lists(tomllib.loads(file.read_text("utf-8")), file.name)
        for word, times in Counter(words).items()
        if times > 1
    ]
    assert twice == []


def _lists(value: Any, way: str) -> Iterator[tuple[str, list[str]]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _lists(inner, f"{way}.{key}")
    elif isinstance(value, list):
        words = [it for it in value if isinstance(it, str)]
        yield way, words
        for number, inner in enumerate(value):
            yield from _lists(inner, f"{way}[{number}]")

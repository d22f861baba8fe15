"""A table of data, made once for every format that one can ask for: see ``export.datafile``.

A cell that rests on a sentence names it, so that a spreadsheet can lead from the number to the
words that it was read from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuibrowser.text.visible import visible


class Source(NamedTuple):
    """A sentence that a cell rests on."""

    report: str
    """Name of the report, as REFs write it."""
    line: int
    """In the text of the report, from 1."""
    text: str


class Linked(NamedTuple):
    """A cell's value and what it rests on."""

    value: Value
    source: int
    """Number in :attr:`DataTable.sources`."""


Value = str | int | float | None
Datum = Value | Linked


class Column(NamedTuple):
    """What stands in the head of a column."""

    title: str
    is_number: bool = False
    """Whether its cells are set to the right."""


class DataTable(NamedTuple):
    """Rows below named columns."""

    title: str
    """In a word or two, 覆盖情况: heading of documents, name of a spreadsheet's first sheet."""
    columns: Sequence[Column]
    rows: Sequence[Sequence[Datum]]
    sources: Sequence[Source] = ()
    notes: Sequence[str] = ()
    """Sentences below the table."""
    lead: Sequence[str] = ()
    """Sentences to be read first: above the table in documents, where it may end pages later, and
    before the notes on a terminal, which shows its end."""
    narrow: DataTable | None = None
    """The same in fewer and narrower columns, for a terminal without room for all of them."""


def value_of(datum: Datum) -> Value:
    """What a cell shows, without what it rests on."""
    return datum.value if isinstance(datum, Linked) else datum


def shown(value: Value) -> str:
    """``value`` on one line of text; nothing for what is not known."""
    return "" if value is None else visible(str(value))

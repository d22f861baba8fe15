"""A table of data, made once for every format that one can ask for: see ``export.datafile``.

A cell that rests on a sentence names it, so that a spreadsheet can lead from the number to the
words that it was read from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuibrowser.text.visible import visible


class Share(float):
    """A part of a whole, 0 to 1, read as a percentage; a spreadsheet keeps the number."""

    def __str__(self) -> str:
        """As words say it: 30%."""
        return f"{float(self):.0%}"


class Signed(float):
    """A number with the sign of its hedge before it (≥ ≈ ≤); a spreadsheet keeps the number."""

    sign: str

    def __new__(cls, sign: str, number: float) -> Signed:
        """``number``, which is shown behind ``sign``."""
        signed = super().__new__(cls, number)
        signed.sign = sign
        return signed

    def __str__(self) -> str:
        """≥2800."""
        return f"{self.sign}{int(self) if self.is_integer() else float(self)}"


class Day(str):
    """A day as ISO 8601 writes it; a spreadsheet keeps it as one."""

    __slots__ = ()


class CellSource(NamedTuple):
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


class Marked(NamedTuple):
    """Words of which some stand out, where anything can: on a page."""

    pieces: tuple[tuple[str, bool], ...]
    """Each with whether it stands out."""


Value = str | int | float | None
Datum = Value | Linked | Marked


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
    sources: Sequence[CellSource] = ()
    notes: Sequence[str] = ()
    """Sentences below the table."""
    lead: Sequence[str] = ()
    """Sentences to be read first: above the table in documents, where it may end pages later, and
    before the notes on a terminal, which shows its end."""
    narrow: DataTable | None = None
    """The table in fewer and narrower columns, for a terminal without room for all of them."""


def value_of(datum: Datum) -> Value:
    """What a cell shows, without what it rests on or what of it stands out."""
    if isinstance(datum, Marked):
        return "".join(text for text, _ in datum.pieces)
    return datum.value if isinstance(datum, Linked) else datum


def shown(value: Value) -> str:
    """``value`` on one line of text; nothing for what is not known."""
    return "" if value is None else visible(str(value))

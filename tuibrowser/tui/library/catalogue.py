"""The reports of a library as a list to choose from: by place, newest year first, filtered.

Knows nothing of widgets. A library may hold 100,000 reports: they are filtered by the different
names there are, and a row is made when somebody looks at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final, overload

from tuibrowser.model.report import Place, ReportEntry
from tuibrowser.model.terms import Span
from tuibrowser.places.units import spelt, spelt_or_none, spelt_place
from tuibrowser.text.fold import fold
from tuibrowser.text.pinyin import is_han
from tuibrowser.text.typed import matches
from tuibrowser.tui.library.name_index import Names
from tuibrowser.tui.library.naming import place_names, report_name

_PARTS: Final = re.compile(r"\d+|[^\d@/#]+")
"""A name and its year, when they are typed without a blank between them."""
OWN: Final = "个人库"
"""What one's own of several libraries is called."""
_STRAY: Final = "未写明地区"


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One line: a report, or the place above those that follow."""

    text: str
    entry: ReportEntry | None
    spans: tuple[Span, ...] = ()
    """What in ``text`` was typed, in whatever way."""


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of the filter."""

    text: str
    by_sound: bool
    """Whether it also stands for what sounds like it."""

    def spans(self, text: str) -> tuple[Span, ...]:
        start = fold(text).find(self.text)
        if start >= 0:
            return ((start, start + len(self.text)),)
        return (matches(self.text, text) or ()) if self.by_sound else ()


class Rows(Sequence[CatalogueRow]):
    """Rows, made when they are looked at."""

    def __init__(
        self,
        entries: Sequence[ReportEntry],
        numbers: Sequence[int],
        heads: Sequence[int],
        words: Sequence[_Word] = (),
    ) -> None:
        """List some reports of a catalogue.

        Args:
            entries: All of them.
            numbers: Those to list.
            heads: For each of all the number of the place it stands under.
            words: What was typed.
        """
        self._entries = entries
        self._words = words
        self._at: list[int] = []
        """Numbers of reports; below 0 the place of the next one."""
        self.reports: list[int] = []
        """The rows that are reports."""
        head = None
        for number in numbers:
            if heads[number] != head:
                head = heads[number]
                self._at.append(~number)
            self.reports.append(len(self._at))
            self._at.append(number)

    def index_of(self, entry: ReportEntry) -> int:
        """Which of the reports listed is ``entry``, from 0; 0 if none of them."""
        listed = (number for number, at in enumerate(self.reports) if self._is(at, entry))
        return next(listed, 0)

    def _is(self, at: int, entry: ReportEntry) -> bool:
        return self._entries[self._at[at]] is entry

    def __len__(self) -> int:
        return len(self._at)

    @overload
    def __getitem__(self, index: int) -> CatalogueRow: ...
    @overload
    def __getitem__(self, index: slice) -> list[CatalogueRow]: ...
    def __getitem__(self, index: int | slice) -> CatalogueRow | list[CatalogueRow]:
        if isinstance(index, slice):
            return [self[at] for at in range(len(self))[index]]
        number = self._at[index]
        entry = self._entries[~number if number < 0 else number]
        text = _label(entry) if number >= 0 else _head(entry.place)
        spans = {span for word in self._words for span in word.spans(text)}
        return CatalogueRow(text, entry if number >= 0 else None, tuple(sorted(spans)))


class ReportCatalogue:
    """All reports, ready to be narrowed down."""

    def __init__(self, entries: Iterable[ReportEntry], own: AbstractSet[str] = frozenset()) -> None:
        """Take reports.

        Args:
            entries: As :meth:`Reader.entries` gives them, sorted by place and issuer; those without
                a place go to the end.
            own: Of several libraries those that one's own has: they are found by its name, too.
        """
        self._own = own
        self._entries: list[ReportEntry] = []
        entries = list(entries)
        unit = {
            it: (spelt_place(it[0]), spelt_or_none(it[1]))
            for it in {(entry.place, entry.issuer) for entry in entries}
        }
        for _, same_issuer in groupby(entries, lambda entry: unit[entry.place, entry.issuer]):
            self._entries += sorted(same_issuer, key=lambda entry: -(entry.year or 0))
        self._places = list(dict.fromkeys(entry.place for entry in self._entries))
        heads = {place: _above(place) for place in self._places}
        named = {above: spelt(_head(above)) for above in dict.fromkeys(heads.values())}
        self._entries.sort(key=lambda entry: named[heads[entry.place]] == _STRAY)
        number = {place: at for at, place in enumerate(self._places)}
        self._place_of = [number[entry.place] for entry in self._entries]
        # Places that are called the same stand under one head.
        first = {named[above]: at for at, above in enumerate(named)}
        of_place = [first[named[heads[place]]] for place in self._places]
        self._heads = [of_place[place] for place in self._place_of]

    def prepare(self) -> None:
        """Make what the first filter needs: for 100,000 reports 0.4 s, which can pass in a thread
        while somebody looks at the list."""
        self.rows("a")

    def rows(self, typed: str = "") -> Rows:
        """The rows whose reports hold every word of ``typed`` in place, issuer, year or title.

        Places and issuers may also be typed in pinyin or initials. Chinese words stand for what
        sounds alike only where no report has them as typed.
        """
        wanted: Sequence[int] = range(len(self._entries))
        words = []
        for text in self._words(fold(typed)):
            found = {number for number, it in enumerate(self._texts) if text in it}
            by_sound = any(map(str.isalpha, text)) and not (found and any(map(is_han, text)))
            if by_sound:
                found.update(self._sounding_like(text))
            words.append(_Word(text, by_sound))
            wanted = [number for number in wanted if number in found]
        return Rows(self._entries, wanted, self._heads, words)

    def _words(self, typed: str) -> Iterator[str]:
        """What stands between blanks; 柳溪镇2023, 柳溪@2023 or lxz2023 in its parts, unless a
        report has it so."""
        for text in typed.split():
            if any(text in it for it in self._texts):
                yield text
            else:
                yield from _PARTS.findall(text) or (text,)

    def _sounding_like(self, word: str) -> Iterator[int]:
        meant = self._names.meant(word)
        places = [not meant.isdisjoint(names) for names in self._named_places]
        for number, (name, place) in enumerate(zip(self._named, self._place_of, strict=True)):
            if places[place] or name in meant:
                yield number

    @cached_property
    def _names(self) -> Names:
        issuers = (entry.issuer for entry in self._entries if entry.issuer)
        return Names([*issuers, *(name for place in self._places for name in _levels(place))])

    @cached_property
    def _named(self) -> list[int | None]:
        number = self._names.number
        return [number[entry.issuer] if entry.issuer else None for entry in self._entries]

    @cached_property
    def _named_places(self) -> list[list[int]]:
        return [[self._names.number[name] for name in _levels(place)] for place in self._places]

    @cached_property
    def _texts(self) -> list[str]:
        texts = [fold(_searchable(entry)) for entry in self._entries]
        if self._own:
            label = fold(f"\n{OWN}")
            rows = zip(texts, self._entries, strict=True)
            texts = [text + label * (it.sha256 in self._own) for text, it in rows]
        return texts


def _stem(file: str) -> str:
    """Without the suffix: every report would be found as ``t``, ``tx``, ``txt``."""
    return file.rpartition(".")[0] or file


def _above(place: Place) -> Place:
    return Place(place.province, place.city, place.county)


def _head(place: Place) -> str:
    return " › ".join(place_names(place)) or _STRAY


def _label(entry: ReportEntry) -> str:
    return report_name(entry, entry.number) + ("" if entry.is_report else "（非年度报告）")


def _levels(place: Place) -> Iterator[str]:
    yield from filter(None, (place.province, place.city, place.county, place.township))


def _searchable(entry: ReportEntry) -> str:
    parts = (*_levels(entry.place), entry.issuer, entry.title)
    # A line end between them, so that no word is found across two.
    return "\n".join([*filter(None, parts), str(entry.year or ""), _stem(entry.file)])

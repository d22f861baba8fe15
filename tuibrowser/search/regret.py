"""Why a search found nothing, in the words of screen and command line, and what it nearly found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tuibrowser.lexicon.labels import KIND_WORDS, THEME_LABELS
from tuibrowser.model.search import UNDATED, UNNAMED, Filters, Hit, Query
from tuibrowser.search.find import search
from tuibrowser.search.limits import limited
from tuibrowser.search.query import FIELDS, misread, parse, written
from tuibrowser.search.suggest import nearest, nearest_kinds, nearest_themes
from tuibrowser.text.equivalence import equate
from tuibrowser.text.visible import visible

if TYPE_CHECKING:
    from tuibrowser.store.library import Reader

_UNFILTERED: Final = Filters()

_MOST_WORDS: Final = 16
"""Words looked at one by one; more are a pasted page, of which any word may be to blame."""

_LOOSER: Final = 10
"""Hits of a looser question: enough to go on from, too few to be taken for an answer."""

_OUTSIDE: Final = "在限定范围之外"
_SPELT: Final = frozenset({"pinyin", "initials"})
"""Ways of matching by which letters stand for characters."""

_LONGEST: Final = 24
"""Characters of a word that a sentence repeats."""

_WRITTEN: Final = {
    "年": "请写作 年:2023 或 年:2021-2024",
    "地": "请写地名，如 地:大兴",
    "镇": "请写报告单位，如 镇:旧宫",
    "部分": f"可写：{'、'.join(KIND_WORDS.values())}",
    "领域": f"可写其中的词：{'、'.join(THEME_LABELS.values())}",
}


_BRIEF: Final = frozenset(_WRITTEN[name] for name in ("年", "地", "镇", "部分"))
"""How a field is written, where that leaves the hits their room."""

_MEANS: Final = "是否指："


@dataclass(frozen=True, slots=True)
class Regret:
    """What stands in place of an answer."""

    reason: str
    """The first true reason why there are no hits: one Chinese clause."""
    advice: str = ""
    """What to do, in another; empty where there is nothing better than to give up."""
    nearly: tuple[Hit, ...] = ()
    """The best hits of the question without what is to blame; their notes say what that is."""

    def __str__(self) -> str:
        return f"{self.reason}，{self.advice}" if self.advice else self.reason

    @property
    def beside_hits(self) -> str:
        """What to say beside near hits: the reason, and what was meant or may be written, if that
        is known."""
        is_told = self.advice.startswith(_MEANS) or self.advice in _BRIEF
        return str(self) if is_told else self.reason


def regret(reader: Reader, raw: str, filters: Filters = _UNFILTERED) -> Regret:
    """Find out why ``raw`` has no hits to the letter.

    Args:
        reader: The library that was searched, not changed since.
        raw: What was typed and found nothing.
        filters: What was chosen beside it.

    Raises:
        tuibrowser.store.library.Interrupted: ``reader.interrupt`` was called.
        tuibrowser.store.library.LibraryError: The library became unusable.
    """
    return _Search(reader, parse(raw), filters).regret()


@dataclass(frozen=True, slots=True)
class _Search:
    """A question without answer, and the easier ones that tell why."""

    reader: Reader
    query: Query
    chosen: Filters

    def regret(self) -> Regret:
        if not self.reader.count((), None, 1):
            return Regret("报告库中还没有报告", "请运行：tuibrowser index 文件夹")
        if unread := _misread(self.query):
            return unread
        if self._narrows and not self._finds(()):
            return self._nowhere()
        if meant := limited(self.reader, self.query, self._lists):
            asked = self.query._replace(needles=meant.words, filters=meant.fields)
            if self._answers(asked):
                return Regret(f"没有一条同时含有各词，按 {meant.said} 筛选")
            return _Search(self.reader, asked, self.chosen).regret()
        if not self.query.needles:
            return self._excluded()
        return self._wordless()

    def _wordless(self) -> Regret:
        """Why no passage within the limits has all the words."""
        absent = self._absent()
        words = _quoted(map(self._as_typed, absent))
        present = tuple(needle for needle in self._words if needle not in absent)
        if not absent:
            if len(self.query.needles) > 1 and not self._finds(self.query.needles):
                return Regret("没有一条同时含有各词", "请减少词语", self._all_but_one())
            return self._excluded()
        without = f"不含{words}"
        if self._narrows and all(self._finds((one,), everywhere=True) for one in absent):
            return Regret(
                f"限定的范围内没有{words}",
                "报告库中别处有，请放宽范围",
                self._hits(self.query.needles, _OUTSIDE, everywhere=True)
                or self._hits(present, without),
            )
        if hits := self._spelt_elsewhere(absent):
            return Regret(f"限定的范围内没有{words}", "报告库中别处有，请放宽范围", hits)
        return Regret(f"报告库中没有{words}", "请换个说法", self._hits(present, without))

    def _spelt_elsewhere(self, absent: Sequence[str]) -> tuple[Hit, ...]:
        """What pinyin or initials stand for outside the limits, where it stands nowhere within."""
        spelt = (one for one in absent if one.isascii() and one.isalpha())
        letters = tuple(one for one in spelt if one not in self.query.quoted)
        if not (self._narrows and letters) or self._heard(letters, everywhere=False):
            return ()
        return self._heard(letters, everywhere=True)

    def _heard(self, letters: Collection[str], everywhere: bool) -> tuple[Hit, ...]:
        """Hits of ``letters`` as people type characters by them, beside the other words."""
        others = tuple(one for one in self.query.needles if one not in letters)
        fields, chosen = self._limits(everywhere)
        asked = " ".join((*letters, written(others, fields)))
        found = search(self.reader, asked, chosen, _LOOSER, compared=0, forgiving=True).hits
        return tuple(it._replace(note=_OUTSIDE) for it in found if it.how in _SPELT)

    def _as_typed(self, needle: str) -> str:
        """A word as it was typed: what is asked is written as texts are."""
        typed = (word.strip('"“”') for word in self.query.raw.split())
        return next((word for word in typed if equate(word) == needle), needle)

    @property
    def _words(self) -> tuple[str, ...]:
        """The words that are looked for one by one."""
        return self.query.needles[:_MOST_WORDS]

    def _absent(self) -> tuple[str, ...]:
        """The words that no passage within the limits has."""
        if len(self.query.needles) == 1 and not self.query.excluded:
            return self.query.needles
        return tuple(needle for needle in self._words if not self._finds((needle,)))

    def _all_but_one(self) -> tuple[Hit, ...]:
        """Hits with all words but the last that can be left out."""
        for left_out in reversed(self._words):
            rest = tuple(needle for needle in self._words if needle != left_out)
            if hits := self._hits(rest, f"不含{_quoted((left_out,))}"):
                return hits
        return ()

    def _excluded(self) -> Regret:
        words = _quoted(f"-{word}" for word in self.query.excluded)
        if self.query.needles or self._narrows:
            return Regret(
                f"符合的段落都含有不要的词{words}",
                "请去掉它",
                self._hits(self.query.needles, f"含有{_quoted(self.query.excluded)}"),
            )
        if self.query.excluded:
            return Regret(f"只写了不要的词{words}", "请再写要检索的词")
        return Regret("没有写要检索的词")

    def _nowhere(self) -> Regret:
        """Why no passage at all is within the limits: one of them alone, or all together."""
        for filters in (self.chosen, self.query.filters):
            for place in filters.places:
                if not self._lists(Filters(places=(place,))):
                    return Regret(
                        f"报告库中没有“{_short(place)}”的报告",
                        _meant("地", nearest(place, self._places())) or "请检查地名",
                    )
            for issuer in filters.issuers:
                if not self._lists(Filters(issuers=(issuer,))):
                    if issuer == UNNAMED:
                        return Regret("报告库中没有未注明单位的报告", "请取消这一筛选")
                    return Regret(
                        f"报告库中没有报告单位“{_short(issuer)}”",
                        _meant("镇", nearest(issuer, self._issuers())) or "请检查名称",
                    )
            if filters.years and not self._lists(Filters(years=filters.years)):
                if filters.years == UNDATED:
                    return Regret("报告库中没有未注明年份的报告", "请取消这一筛选")
                reason = f"报告库中没有 {_span(*filters.years)} 年的报告"
                return Regret(reason, _held(self.reader.years()))
        return Regret(
            "没有报告同时符合各项限定",
            "请放宽年份、地区、单位、部分或领域",
            self._hits(self.query.needles, _OUTSIDE, everywhere=True),
        )

    def _places(self) -> list[str]:
        places = {entry.place for entry in self.reader.entries()}
        return sorted({level for place in places for level in place if level})

    def _issuers(self) -> list[str]:
        return sorted({entry.issuer for entry in self.reader.entries() if entry.issuer})

    @property
    def _narrows(self) -> bool:
        return self.chosen != _UNFILTERED or self.query.filters != _UNFILTERED

    def _finds(self, needles: Sequence[str], everywhere: bool = False) -> bool:
        return bool(self._search(needles, everywhere, 1))

    def _answers(self, query: Query) -> bool:
        raw = written(query.needles, query.filters, query.excluded)
        return bool(search(self.reader, raw, self.chosen, limit=1, compared=0).hits)

    def _lists(self, filters: Filters) -> bool:
        return bool(search(self.reader, "", filters, limit=1, compared=0).hits)

    def _hits(self, needles: Sequence[str], note: str, everywhere: bool = False) -> tuple[Hit, ...]:
        found = self._search(needles, everywhere, _LOOSER) if needles else ()
        return tuple(hit._replace(note=note) for hit in found)

    def _search(self, needles: Sequence[str], everywhere: bool, limit: int) -> tuple[Hit, ...]:
        fields, chosen = self._limits(everywhere)
        return search(self.reader, written(needles, fields), chosen, limit, compared=0).hits

    def _limits(self, everywhere: bool) -> tuple[Filters, Filters]:
        """Those typed and those chosen, or none."""
        return (_UNFILTERED, _UNFILTERED) if everywhere else (self.query.filters, self.chosen)


def _misread(query: Query) -> Regret | None:
    for needle in misread(query.needles):
        called, _, value = needle.partition(":")
        name = FIELDS[called]
        return Regret(
            f"看不懂“{_short(needle)}”", _meant(name, _labels(name, value)) or _WRITTEN[name]
        )
    return None


def _labels(field: str, value: str) -> tuple[str, ...]:
    """The values of ``field`` that ``value`` is like."""
    if field == "领域":
        return nearest_themes(value)
    if field == "部分":
        return nearest_kinds(value)
    return ()


def _meant(field: str, values: Sequence[str]) -> str:
    return f"{_MEANS}{'、'.join(f'{field}:{value}' for value in values)}" if values else ""


def _held(years: Sequence[int]) -> str:
    return f"现有 {_span(years[-1], years[0])} 年的" if years else ""


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _quoted(words: Iterable[str]) -> str:
    return "、".join(f"“{_short(word)}”" for word in words)


def _short(word: str) -> str:
    word = visible(word)
    return word if len(word) <= _LONGEST else f"{word[:_LONGEST]}…"

"""Why a search found nothing, in the words of screen and command line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tuibrowser.lexicon.labels import KIND_WORDS, THEME_LABELS
from tuibrowser.model import Filters, Query
from tuibrowser.search.query import parse
from tuibrowser.search.stages import Scope, Stage, scope

if TYPE_CHECKING:
    from tuibrowser.store.library import Reader

_UNFILTERED: Final = Filters()

# A field whose value says nothing is looked for as text; nobody meant that who has no hits.
_MISREAD: Final = re.compile(r"(年|地|镇|部分|领域):(.+)")

_WRITTEN: Final = {
    "年": "请写作 年:2023 或 年:2021-2024",
    "地": "请写地名，如 地:大兴",
    "镇": "请写报告单位，如 镇:旧宫",
    "部分": f"可写：{'、'.join(KIND_WORDS.values())}",
    "领域": f"可写其中的词：{'、'.join(THEME_LABELS.values())}",
}


def reason(reader: Reader, raw: str, filters: Filters = _UNFILTERED) -> str:
    """The first true reason why ``raw`` has no hits, and what to do: one Chinese clause.

    Args:
        reader: The library that was searched, not changed since.
        raw: What was typed and found nothing.
        filters: What was chosen beside it.

    Raises:
        tuibrowser.store.library.Interrupted: ``reader.interrupt`` was called.
        tuibrowser.store.library.LibraryError: The library became unusable.
    """
    query = parse(raw)
    where = scope(filters, query.filters)
    if not _stands(reader, (), Scope()):
        return "报告库中还没有报告，请运行：tuibrowser index 文件夹"
    if misread := _misread(query):
        return misread
    if not _stands(reader, (), where):
        return _nowhere(reader, (filters, query.filters))
    if not query.needles:
        return _excluded(query, where)
    absent = tuple(needle for needle in query.needles if not _stands(reader, (needle,), where))
    if absent and where.narrows and all(_stands(reader, (needle,), Scope()) for needle in absent):
        return f"限定的范围内没有{_quoted(absent)}，报告库中别处有，请放宽范围"
    if absent:
        return f"报告库中没有{_quoted(absent)}，请换个说法"
    if not _stands(reader, query.needles, where):
        return "各词都有，但没有一段同时含有，请减少词语"
    return _excluded(query, where)


def _stands(reader: Reader, needles: tuple[str, ...], where: Scope) -> bool:
    """Whether any passage there holds all ``needles``."""
    stage = Stage("literal", needles, scope=where)
    return any(stage.holds(record.text) for record in stage.candidates(reader))


def _misread(query: Query) -> str | None:
    for needle in query.needles:
        if field := _MISREAD.fullmatch(needle):
            return f"看不懂“{needle}”，{_WRITTEN[field[1]]}"
    return None


def _nowhere(reader: Reader, chosen: tuple[Filters, ...]) -> str:
    """Why no passage at all is within the limits: one of them alone, or all of them together."""
    for filters in chosen:
        for place in filters.places:
            if not _stands(reader, (), scope(Filters(places=(place,)))):
                return f"报告库中没有“{place}”的报告，请检查地名"
        for issuer in filters.issuers:
            if not _stands(reader, (), scope(Filters(issuers=(issuer,)))):
                return f"报告库中没有报告单位“{issuer}”，请检查名称"
        if filters.years and not _stands(reader, (), scope(Filters(years=filters.years))):
            return f"报告库中没有 {_span(*filters.years)} 年的报告{_held(reader.years())}"
    return "没有报告同时符合各项限定，请放宽年份、地区、单位、部分或领域"


def _excluded(query: Query, where: Scope) -> str:
    words = "".join(f"“-{word}”" for word in query.excluded)
    if query.needles or where.narrows:
        return f"符合的段落都含有不要的词{words}，请去掉它"
    return f"只写了不要的词{words}，请再写要检索的词"


def _held(years: list[int]) -> str:
    return f"，现有 {_span(years[-1], years[0])} 年的" if years else ""


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _quoted(words: tuple[str, ...]) -> str:
    return "、".join(f"“{word}”" for word in words)

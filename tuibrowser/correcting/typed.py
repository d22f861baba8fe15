"""What a person typed, as corrections: one set of rules for the command and the browser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, Literal

from tuibrowser.correcting.wording import LEVEL_NAMES, NO_HEADING, NOTHING
from tuibrowser.lexicon.labels import ISSUER_KIND_LABELS, KIND_WORDS, THEME_LABELS
from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.correction import (
    Correction,
    CorrectionKey,
    heading_words,
    measure_words,
)
from tuibrowser.model.report import Report
from tuibrowser.parsing.corrected.headings import headings_within
from tuibrowser.parsing.identity.names import government
from tuibrowser.parsing.identity.offices import issuer_of
from tuibrowser.places.gazetteer import Unit, gazetteer
from tuibrowser.search import query
from tuibrowser.search.suggest import nearest_themes
from tuibrowser.text.fold import fold, squeeze
from tuibrowser.text.linebreak import one_line
from tuibrowser.text.quotation import quoted

_DAY: Final = re.compile(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?", re.ASCII)
_ABOVE: Final[tuple[CorrectionKey, ...]] = ("province", "city")
Level = Literal["province", "city", "county"]
_FIRST_YEAR: Final = 1949
_LAST_YEAR: Final = 2099
_NAMED: Final = 3
"""Headings that a sentence names."""


class Unfit(Exception):
    """What was typed cannot be meant; ``str()`` is a Chinese clause that says what to write."""


class Unfound(Unfit):
    """No part of the report has the words that were given for it."""


def corrections_of(
    key: CorrectionKey, said: str, lexicon: Lexicon, heading: str = ""
) -> list[Correction]:
    """What follows from ``said`` for ``key``.

    Args:
        key: What is to be put right.
        said: The value as typed; 无 for none.
        lexicon: The wordings: a name ends as its kind of issuer does.
        heading: For parts, their words.

    Raises:
        Unfit: it is no value of ``key``.
    """
    value = value_of(key, said)
    if key == "issuer":
        value, kind = issuer_meant(value, lexicon)
        return [Correction(key, value), Correction("issuer_kind", kind)]
    if value and key in ("province", "city", "county"):
        value = whole_name(key, value)
        return [*levels_above(key, value), Correction(key, value)]
    return [Correction(key, value, heading)]


def whole_name(level: Level, said: str) -> str:
    """The full name of what is called ``said``: 嘉鱼 is 嘉鱼县; as it is where that is open."""
    book, name = gazetteer(), fold(said)
    names = {unit.name for unit in _today(level, book.superiors_called(name))}
    return said if book.superiors(name) or len(names) != 1 else names.pop()


def levels_above(level: Level, name: str) -> list[Correction]:
    """What a division's name tells of the levels above it, if it is of one place only."""
    book = gazetteer()
    places = {book.place(unit) for unit in _today(level, book.superiors(fold(name)))}
    if len(places) != 1:
        return []
    levels = places.pop()._replace(**{level: None})._asdict()
    return [Correction(it, levels[it]) for it in _ABOVE if levels[it]]


def _today(level: Level, units: Iterable[Unit]) -> list[Unit]:
    """Those of ``level``, former ones only where there are no others."""
    found = [unit for unit in units if unit.level == level]
    return [unit for unit in found if not unit.is_former] or found


def value_of(key: CorrectionKey, said: str) -> str | None:
    """The value that ``said`` means; raises :class:`Unfit`."""
    words = " ".join(said.split())
    if not words:
        raise Unfit(f"更正的内容是空的；要表示没有，请写“{NOTHING}”")
    if words == NOTHING:
        return None
    match key:
        case "year":
            return _year(words)
        case "date" | "published":
            return _day(words)
        case "kind":
            return _kind(words)
        case "theme" | "measure":
            return _themes(words)
        case "heading":
            return _level(words)
        case "issuer_kind":
            return _issuer_kind(words)
    return words


def heading_meant(said: str, report: Report) -> str:
    """The words of the one heading that ``said``, a part of it, means; raises :class:`Unfit`.

    ``said`` may begin with the heading's number, as one that is copied does: 二、存在的问题.
    """
    known = [heading_words(section.title) for section in report.sections]
    words = heading_words(said)
    numbered = [
        title
        for section, title in zip(report.sections, known, strict=True)
        if words and heading_words((section.marker or "") + section.title).startswith(words)
    ]
    is_bare = any(words in title for title in known)
    return _one_of(said, known, "标题", () if is_bare else numbered)


def part_meant(said: str, report: Report) -> tuple[CorrectionKey, str]:
    """What has themes of its own: the heading that ``said`` means, or else the measure; key and
    words. Raises :class:`Unfit`."""
    try:
        return "theme", heading_meant(said, report)
    except Unfound:
        words = heading_words(said)
        slices = (report.slice(it) for it in report.measures)
        found = [measure_words(it) for it in slices if words in heading_words(it)]
        if not found:
            raise
        return "measure", _one_of(said, found, "事项", found)


def line_meant(said: str, report: Report) -> str:
    """The words of the heading, or else of the line, that ``said`` means: one that may become a
    heading. Raises :class:`Unfit`."""
    try:
        return heading_meant(said, report)
    except Unfound:
        cuts = (
            cut
            for passage in report.passages
            if passage.role in ("measure", "lead", "other")
            for cut in headings_within(report, passage)
        )
        found = [heading_words(cut.title) for cut in cuts]
        words = heading_words(said)
        if not any(words in it for it in found):
            raise
        return _one_of(said, found, "行")


def _one_of(said: str, known: Sequence[str], unit: str, found: Sequence[str] = ()) -> str:
    words = heading_words(said)
    if not words:
        raise Unfit(f"请写出{unit}中的几个字")
    known = list(dict.fromkeys(known))
    found = (
        list(dict.fromkeys(found))
        or [title for title in known if title == words]
        or [title for title in known if words in title]
    )
    if not found:
        raise Unfound(f"没有含“{one_line(said)}”的{unit}，标题可用 show 查看")
    if len(found) > 1:
        named = "、".join(quoted(one_line(title)) for title in found[:_NAMED])
        raise Unfit(f"含“{one_line(said)}”的{unit}有 {len(found)} 个：{named}，请写全")
    return found[0]


def issuer_meant(said: str | None, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """Name and kind as the parser would read them: 青棠县柳溪镇人民政府 is 柳溪镇, a town."""
    shadow, offsets = squeeze(said or "")
    name = government(shadow, 0, len(shadow), lexicon) if shadow else None
    found = issuer_of(name, shadow, lexicon) if name and said else None
    if found is None or not said:
        return said, kind_of_issuer(said, lexicon)
    (start, end), kind = found
    return "".join(said[it] for it in offsets[start:end]), kind


def kind_of_issuer(issuer: str | None, lexicon: Lexicon) -> str | None:
    """By the longest ending that any kind of issuer has."""
    if issuer is None:
        return None
    endings = (
        (len(suffix), kind)
        for kind, suffixes in lexicon.issuer_suffixes.items()
        for suffix in suffixes
        if issuer.endswith(suffix)
    )
    return max(endings, default=(0, "other"))[1]


def _year(said: str) -> str:
    digits = re.sub("年度?$", "", fold(said))
    if not (digits.isascii() and digits.isdigit() and len(digits) == 4 and int(digits)):
        raise Unfit(f"看不懂“{one_line(said)}”，请写四位数字，如 2023")
    if not _FIRST_YEAR <= int(digits) <= _LAST_YEAR:
        raise Unfit(f"“{digits}”不是可能的报告年份，请写 {_FIRST_YEAR} 至 {_LAST_YEAR} 之间的年份")
    return str(int(digits))


def _day(said: str) -> str:
    numbers = _DAY.fullmatch(fold(said).replace(" ", ""))
    try:
        if numbers is not None:
            return date(*(int(it) for it in numbers.groups())).isoformat()
    except ValueError:
        pass
    raise Unfit(f"看不懂“{one_line(said)}”，请写成 2024-01-15")


def _kind(said: str) -> str:
    found = query.kinds(said)
    if not found:
        words = "、".join(KIND_WORDS.values())
        raise Unfit(f"没有“{one_line(said)}”这个部分，可写：{words}")
    if len(found) > 1:
        raise Unfit(f"“{one_line(said)}”可指几个部分，请写全")
    return found[0]


def _themes(said: str) -> str:
    found: dict[str, None] = {}
    for word in re.split("[、,， ]", said):
        themes = query.themes(word) if word else ()
        if word and not themes:
            raise Unfit(f"没有“{one_line(word)}”这个工作领域，{_themes_to_write(word)}")
        found |= dict.fromkeys(themes)
    return " ".join(found)


def _themes_to_write(word: str) -> str:
    near = nearest_themes(word)
    return (
        f"是否指：{'、'.join(near)}"
        if near
        else f"可写其中的词：{'、'.join(THEME_LABELS.values())}"
    )


def _level(said: str) -> str | None:
    words = fold(said)
    if words in (NO_HEADING, "不是"):
        return None
    level = words.removesuffix("标题").removesuffix("级").strip()
    names = {name[0]: str(at) for at, name in enumerate(LEVEL_NAMES, 1)}
    level = names.get(level, level)
    if not re.fullmatch("[1-9]", level):
        raise Unfit(f"看不懂“{one_line(said)}”，请写 1 至 9，即第几级标题；不是标题则写“{NOTHING}”")
    return level


def _issuer_kind(said: str) -> str:
    for kind, label in ISSUER_KIND_LABELS.items():
        if said in (kind, label):
            return kind
    raise Unfit(f"没有“{one_line(said)}”这种单位，可写：{'、'.join(ISSUER_KIND_LABELS.values())}")

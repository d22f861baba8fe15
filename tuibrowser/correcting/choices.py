"""What a thing that is to be put right may be instead, as far as that is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from tuibrowser.correcting.matters import Matter
from tuibrowser.correcting.typed import corrections_of
from tuibrowser.correcting.wording import NOTHING, value_said
from tuibrowser.lexicon.labels import ISSUER_KIND_LABELS, THEME_LABELS
from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.correction import CORRECTION_KEYS, Correction, CorrectionKey
from tuibrowser.model.report import Place, Report
from tuibrowser.model.terms import SECTION_KINDS
from tuibrowser.parsing.identity.naming import days_named, issuers_named, words_around, years_named
from tuibrowser.places.gazetteer import gazetteer
from tuibrowser.places.units import share_name
from tuibrowser.store.library import Reader
from tuibrowser.text.linebreak import one_line

MANY: Final[frozenset[CorrectionKey]] = frozenset({"theme", "measure"})
"""Of what there may be several at once."""

_LEVELS: Final = tuple(it for it in CORRECTION_KEYS if it in Place._fields)
_ENDINGS: Final = {"county": ("县", "区", "旗"), "city": ("市", "州", "盟")}
"""Of folders that are called like a place which the gazetteer may not hold."""
_LONGEST_NAME: Final = 12
_MOST_PLACES: Final = 12
_DEEPEST_OFFERED: Final = 5
_LONGEST_TITLE: Final = 90
_CERTAIN: Final[frozenset[CorrectionKey]] = frozenset({"heading", "issuer_kind"})
"""Of what there is always one."""


class Choice(NamedTuple):
    """One value that may be meant."""

    says: str
    why: str
    """Where it is named; empty where it is one of a list."""
    corrections: tuple[Correction, ...]


def choices(matter: Matter, report: Report, reader: Reader, lexicon: Lexicon) -> list[Choice]:
    """What ``matter`` may be instead, the likeliest first; what it is now is left out.

    Args:
        matter: What is to be put right.
        report: Of which report.
        reader: The library: where the report was read, and what others of its issuer say.
        lexicon: The wordings.
    """
    if matter.key in Place._fields:
        found = list(_places(matter.key, report, reader))
    else:
        found = [
            Choice(
                one_line(value_said(matter.key, value)),
                why,
                tuple(_corrections(matter, value, lexicon)),
            )
            for value, why in _values(matter, report, lexicon)
            if value != matter.now
        ]
    if matter.now and matter.key not in _CERTAIN:
        nothing = tuple(corrections_of(matter.key, NOTHING, lexicon, matter.part))
        found.append(Choice(NOTHING, "", nothing))
    return found


def _corrections(matter: Matter, value: str | None, lexicon: Lexicon) -> list[Correction]:
    if matter.key == "issuer" and value is not None:
        return corrections_of("issuer", value, lexicon)
    return [Correction(matter.key, value, matter.part)]


def _values(matter: Matter, report: Report, lexicon: Lexicon) -> Iterator[tuple[str | None, str]]:
    match matter.key:
        case "title":
            yield from _titles(report).items()
        case "issuer":
            yield from issuers_named(report, lexicon).items()
        case "issuer_kind":
            yield from ((kind, "") for kind in ISSUER_KIND_LABELS)
        case "year":
            yield from ((str(year), where) for year, where in years_named(report).items())
        case "date" | "published":
            yield from days_named(report).items()
        case "kind":
            yield from ((kind, "") for kind in SECTION_KINDS)
        case "theme" | "measure":
            yield from ((theme, "") for theme in THEME_LABELS)
        case "heading":
            yield None, ""
            yield from ((str(level), "") for level in range(1, _DEEPEST_OFFERED + 1))


def _titles(report: Report) -> dict[str, str]:
    """What may be the title: what stands at the beginning, or is said outside the text."""
    found: dict[str, str] = {}
    for words, where in words_around(report):
        for line in (words, *words.splitlines()):
            title = "".join(line.split())
            if 1 < len(title) <= _LONGEST_TITLE and where != "落款":
                found.setdefault(title, where)
    return found


def _places(key: CorrectionKey, report: Report, reader: Reader) -> Iterator[Choice]:
    """Where the report may be from: all levels of a place at once."""
    known: dict[Place, str] = {}
    for entry in reader.entries():
        if share_name(entry, report) and entry.sha256 != report.sha256:
            known.setdefault(entry.place, "本单位另一份报告")
    for place in _by_name(report):
        known.setdefault(place, "行政区划名录")
    for source in reader.sources(report.sha256):
        for folder in reversed(source.parent.parts):
            for unit in gazetteer().superiors(folder):
                place = gazetteer().place(unit)
                known.setdefault(place._replace(township=report.place.township), "文件夹名称")
            for level, endings in _ENDINGS.items():
                if folder.endswith(endings) and 1 < len(folder) <= _LONGEST_NAME:
                    place = report.place._replace(**{level: folder})
                    known.setdefault(place, "文件夹名称")
    found = [it for it in known if getattr(it, key) not in (None, getattr(report.place, key))]
    for place in found[:_MOST_PLACES]:
        levels = place._asdict()
        corrections = tuple(Correction(it, levels[it]) for it in _LEVELS if levels[it])
        yield Choice("›".join(map(one_line, place.levels)), known[place], corrections)


def _by_name(report: Report) -> Iterator[Place]:
    """What the gazetteer holds under the names of the report's township or county, first those that
    agree with what is known above."""
    book, place = gazetteer(), report.place
    names = [name for name in (place.township, report.issuer) if name]
    found = [book.place(unit) for name in names for unit in book.townships(name)]
    for name in (place.county, report.issuer, place.city):
        found += [book.place(unit) for unit in book.superiors(name)] if name else []
    agreeing = dict.fromkeys(found)

    def differs(other: Place) -> int:
        return sum(
            bool(mine and its and mine != its) for mine, its in zip(place, other, strict=True)
        )

    yield from sorted(agreeing, key=differs)

"""The catalogue of indicators: what townships count, from ``indicators.toml`` and a person's own.

A person's file may add words to an indicator of ours and bring indicators of its own. Patterns are
compiled where figures are found, not where the catalogue is shown.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

from tuibrowser.lexicon.akin import SHIPPED, families
from tuibrowser.lexicon.labels import THEME_LABELS
from tuibrowser.lexicon.own import Fault, check_words, own_file

_FILE: Final = "indicators.toml"
_NEEDED: Final = ("label", "counted", "units")
_ID: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
WITHIN: Final = " >> "
"""Between what is said and what is counted there; no folded text has a space."""
_NO_WORDING: Final = "\ue000"


class IndicatorWording(NamedTuple):
    """Patterns by which an indicator is known."""

    counted: tuple[str, ...] = ()
    """For the noun of a number."""
    act: tuple[str, ...] = ()
    """Of which one must stand in the clause, if there are any."""
    near: tuple[str, ...] = ()
    """Of which one must stand in the sentence up to the number, if there are any."""
    never: tuple[str, ...] = ()
    """That rule it out in the noun."""
    unless: tuple[str, ...] = ()
    """That rule it out in the clause."""
    absent: tuple[str, ...] = ()
    """That rule it out in the sentence up to the number."""
    within: tuple[str, ...] = ()
    """``A >> B``: B is counted where the sentence or the heading above it says A."""


class Indicator(NamedTuple):
    """One thing that townships count."""

    id: str
    label: str
    """As an official reads it."""
    theme: str | None
    """Id of the field of work."""
    wording: IndicatorWording
    """Ours and a person's own."""
    units: frozenset[str]
    sums: bool
    """Whether the numbers of several townships add up."""
    of: str | None = None
    """The indicator that it is a kind of: 邻里纠纷 are of 化解纠纷."""
    attended: str | None = None
    """The indicator of those who came to it, where they are counted without saying to what."""
    own: IndicatorWording = IndicatorWording()
    """What of the wording a person wrote."""


_LISTS: Final = (*IndicatorWording._fields, "units")


class Catalogue:
    """Every indicator, and which units compare."""

    def __init__(self, content: Mapping[str, Any], sources: Sequence[bytes]) -> None:
        """Take ``content`` as the TOML has it; ``sources`` are the files it was merged from."""
        self.sources = sources
        families = content["families"]
        self._family: dict[str, str] = {
            unit: name for name, units in families.items() for unit in units
        }
        self.outcomes: tuple[str, ...] = tuple(content["outcomes"])
        """What becomes of things, which an indicator counts only where it says so."""
        self.indicators: Mapping[str, Indicator] = {
            entry["id"]: _indicator(entry, families) for entry in content["indicator"]
        }

    def family(self, unit: str) -> str:
        """The name of the units that ``unit`` compares with; itself where it has none."""
        return self._family.get(unit, unit)

    def label(self, id_: str | None) -> str | None:
        """What an official calls an indicator; ``None`` where there is none."""
        known = self.indicators.get(id_ or "")
        return known.label if known else id_

    @cached_property
    def families(self) -> frozenset[str]:
        """The names of all families."""
        return frozenset(self._family.values())


@cache
def catalogue() -> Catalogue:
    """The shipped catalogue with the person's own additions.

    Raises:
        LexiconError: the person's file cannot be used; it names the file and the line.
    """
    data = (Path(__file__).parent / _FILE).read_bytes()
    content = tomllib.loads(data.decode())
    content["families"] = families().indicators
    sources = (data, SHIPPED.read_bytes())
    own = own_file(_FILE)
    if own is None:
        return Catalogue(content, sources)
    try:
        _check(own.content, content)
    except Fault as fault:
        raise own.blamed(fault) from None
    return Catalogue(_merged(own.content, content), (*sources, own.data))


def _indicator(entry: Mapping[str, Any], families: Mapping[str, Sequence[str]]) -> Indicator:
    return Indicator(
        entry["id"],
        entry["label"],
        entry.get("theme"),
        _wording(entry),
        frozenset(unit for name in entry["units"] for unit in families.get(name, (name,))),
        entry.get("sums", True),
        entry.get("of"),
        entry.get("attended"),
        _wording(entry.get("own", {})),
    )


def _wording(entry: Mapping[str, Any]) -> IndicatorWording:
    return IndicatorWording(*(tuple(entry.get(key, ())) for key in IndicatorWording._fields))


def _merged(own: Mapping[str, Any], ours: Mapping[str, Any]) -> dict[str, Any]:
    families = {
        name: [*own.get("families", {}).get(name, ()), *ours["families"].get(name, ())]
        for name in (*ours["families"], *own.get("families", {}))
    }
    known_ids = {entry["id"] for entry in ours["indicator"]}
    added = [entry for entry in own.get("indicator", ()) if entry["id"] not in known_ids]
    entries: dict[str, dict[str, Any]] = {entry["id"]: {} for entry in added}
    entries |= {entry["id"]: dict(entry) for entry in ours["indicator"]}
    for entry in own.get("indicator", ()):
        known = entries[entry["id"]]
        known["own"] = _joined(entry, known.get("own", {}))
        known |= _joined(entry, known)
    return {
        "outcomes": [*own.get("outcomes", ()), *ours["outcomes"]],
        "families": families,
        "indicator": list(entries.values()),
    }


def _joined(entry: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """What ``entry`` says, its lists before those of ``known``."""
    return {
        key: [*value, *known.get(key, ())] if key in _LISTS else value
        for key, value in entry.items()
    }


def _check(own: Mapping[str, Any], ours: Mapping[str, Any]) -> None:
    for name, value in own.items():
        if name not in ours:
            raise Fault((name,), f"“{name}”不是自带词表中的名称")
        if not isinstance(value, type(ours[name])):
            shapes = {"families": "一个表", "indicator": "[[indicator]]"}
            raise Fault((name,), f"“{name}”应写作{shapes.get(name, '一个列表')}", value)
    check_words(own.get("outcomes", []), ("outcomes",))
    for name, units in own.get("families", {}).items():
        check_words(units, ("families", name))
    known = {entry["id"] for entry in ours["indicator"]}
    for number, entry in enumerate(own.get("indicator", ())):
        way = ("indicator", number)
        if not isinstance(entry, dict):
            raise Fault(way, "“indicator”应写作[[indicator]]", entry)
        for fault in _faults(entry, way, known):
            raise fault
        known.add(entry["id"])


def _faults(
    entry: Mapping[str, Any], way: tuple[str | int, ...], known: set[str]
) -> Iterator[Fault]:
    id_ = entry.get("id")
    if not isinstance(id_, str) or not _ID.fullmatch(id_):
        yield Fault(way, "“indicator”的 id 应为小写英文字母、数字和下划线", id_)
    for key in _NEEDED:
        if id_ not in known and key not in entry:
            yield Fault(way, f"新指标“{id_}”缺少 {key}", id_)
    for key, value in entry.items():
        here = (*way, key)
        if key in _LISTS:
            for pattern in check_words(value, here):
                if key == "within" and WITHIN not in pattern:
                    yield Fault(here, f"“{pattern}”应写作“前文{WITHIN}所计”", pattern)
                if key != "units" and (fault := _pattern_fault(pattern)):
                    yield Fault(here, f"“{pattern}”{fault}", pattern)
        elif fault := _value_fault(key, value, known):
            yield Fault(here, fault, value)


def _value_fault(key: str, value: Any, known: set[str]) -> str | None:
    match key:
        case "sums":
            return None if isinstance(value, bool) else "“sums”应为 true 或 false"
        case "theme" if value not in THEME_LABELS:
            return f"“theme”应为其中之一：{'、'.join(THEME_LABELS)}"
        case "of" | "attended" if value not in known:
            return f"“{key}”应为另一指标的 id，没有“{value}”"
        case "id" | "label" | "theme" | "of" | "attended":
            is_text = isinstance(value, str) and value.strip()
            return None if is_text else f"“{key}”应写作引号里的文字"
    return f"“{key}”不是自带词表中的名称"


def _pattern_fault(pattern: str) -> str | None:
    try:
        compiled = re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return "不是有效的正则表达式"
    if compiled.groups:
        return "中的括号请写作 (?:…)"
    return "与任何文字都相符" if compiled.search(_NO_WORDING) else None

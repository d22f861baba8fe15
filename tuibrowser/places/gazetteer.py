"""Provinces, prefectures, counties and townships by name and by code.

The data (``data/``, see ``lexicon/SOURCES.md``) is the ministry's list of 2025-12-31: 3,214
superiors and 38,723 townships, and what there was before: counties and prefectures since 2015, and
3,449 names that only the statistics' list of 2023 has: townships that were merged or renamed,
development zones, farms, regiments. Townships are looked up
in the file's bytes by bisection, since a table of them takes 75 ms to make and 12 MB to hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib.resources import files
from typing import Final, Literal, NamedTuple

from tuibrowser.model.report import Place
from tuibrowser.text.placename import stem

_FORMER: Final = "-"
Level = Literal["province", "city", "county", "township"]
_LEVELS: Final[dict[int, Level]] = {2: "province", 4: "city", 6: "county", 9: "township"}
"""By the digits of a code (GB/T 2260, GB/T 10114)."""
_AUTONOMOUS: Final = ("自治州", "自治县", "自治旗")


class Unit(NamedTuple):
    """One administrative division."""

    name: str
    code: str
    """2, 4, 6 or 9 digits: those of the divisions above it come first."""
    is_former: bool = False
    """Whether only an older list has it."""

    @property
    def level(self) -> Level:
        """What it is; a municipality is a province, a prefecture a city."""
        return _LEVELS[len(self.code)]


class Gazetteer:
    """The divisions of the country."""

    def __init__(self) -> None:
        data = files("tuibrowser.places") / "data"
        lines = (data / "superiors.txt").read_text("utf-8").splitlines()
        names = dict(line.split("\t") for line in lines)
        self._former = frozenset(code[:-1] for code in names if code[-1] == _FORMER)
        self._names = {code.rstrip(_FORMER): name for code, name in names.items()}
        self._townships = b"\n" + (data / "townships.txt").read_bytes()

    def superiors(self, name: str) -> tuple[Unit, ...]:
        """The provinces, prefectures and counties with this full name."""
        return self._by_name.get(name, ())

    def superiors_called(self, short: str) -> tuple[Unit, ...]:
        """Those that people call so: 大兴 for 大兴区, 北京 for 北京市."""
        return self._by_stem.get(short, ())

    def superiors_abbreviated(self, short: str) -> tuple[Unit, ...]:
        """Autonomous divisions by stem and level: 甘孜州 for 甘孜藏族自治州, 酉阳县."""
        return self._by_abbreviation.get(short, ())

    def townships(self, name: str) -> tuple[Unit, ...]:
        """The townships with this full name; 城关镇 is the name of 80.

        A 街道 is found as a bare 街, too, as it is called in the south: 洛浦街.
        """
        line = self._line(name.encode() + b"\t")
        if line is None and name.endswith("街"):
            line = self._line(f"{name}道\t".encode())
        return () if line is None else tuple(_units(line.decode()))

    def townships_beginning(self, beginning: str) -> Iterator[Unit]:
        """The townships whose names begin so, in the order of their names."""
        wanted = beginning.encode()
        at = self._start(wanted)
        while at < len(self._townships) and self._townships.startswith(wanted, at):
            end = self._townships.index(b"\n", at)
            yield from _units(self._townships[at:end].decode())
            at = end + 1

    def above(self, unit: Unit) -> tuple[Unit, ...]:
        """The divisions that ``unit`` belongs to, highest first. A municipality and counties right
        below a province have no prefecture between, some townships no county."""
        codes = [unit.code[:length] for length in _LEVELS if length < len(unit.code)]
        return tuple(self._unit(code, self._names[code]) for code in codes if code in self._names)

    def place(self, unit: Unit) -> Place:
        """``unit`` and what is above it; a municipality is its own city."""
        levels: dict[str, str] = {it.level: it.name for it in (*self.above(unit), unit)}
        province = levels.get("province")
        if province is not None and province.endswith("市"):
            levels.setdefault("city", province)
        return Place(**levels)

    def by_code(self, code: str) -> Unit | None:
        """The province, prefecture or county with this code."""
        name = self._names.get(code)
        return None if name is None else self._unit(code, name)

    def inside(self, code: str) -> tuple[Unit, ...]:
        """The provinces, prefectures and counties of today below the division with this code."""
        return tuple(
            Unit(name, it)
            for it, name in self._names.items()
            if it.startswith(code) and len(it) > len(code) and it not in self._former
        )

    @cached_property
    def _superiors(self) -> list[Unit]:
        return [self._unit(code, name) for code, name in self._names.items()]

    @cached_property
    def _by_name(self) -> dict[str, tuple[Unit, ...]]:
        return _grouped((unit.name, unit) for unit in self._superiors)

    @cached_property
    def _by_stem(self) -> dict[str, tuple[Unit, ...]]:
        return _grouped((_short(unit.name), unit) for unit in self._superiors)

    @cached_property
    def _by_abbreviation(self) -> dict[str, tuple[Unit, ...]]:
        return _grouped(
            (stem(unit.name) + level, unit)
            for unit in self._superiors
            if unit.name.endswith(_AUTONOMOUS)
            for level in (unit.name[-1], unit.name[-3:])  # 彭水县, 彭水自治县
        )

    def _unit(self, code: str, name: str) -> Unit:
        return Unit(name, code, code in self._former)

    def _start(self, wanted: bytes) -> int:
        """Offset of the first line that does not stand before ``wanted``."""
        data, low, high = self._townships, 1, len(self._townships)
        while low < high:
            begin = data.rfind(b"\n", 0, (low + high) // 2) + 1
            begin = max(begin, low)
            end = data.find(b"\n", begin)
            if data[begin:end] < wanted:
                low = end + 1
            else:
                high = begin
        return low

    def _line(self, beginning: bytes) -> bytes | None:
        at = self._start(beginning)
        if not self._townships.startswith(beginning, at):
            return None
        return self._townships[at : self._townships.index(b"\n", at)]


def _grouped(units: Iterable[tuple[str, Unit]]) -> dict[str, tuple[Unit, ...]]:
    found: dict[str, tuple[Unit, ...]] = {}
    for key, unit in units:
        found[key] = (*found.get(key, ()), unit)
    return found


def _short(name: str) -> str:
    """``stem(name)``, quicker for the many that are plain: 2.5 ms are saved on 3,400 names."""
    if name[-1] in "市县" and len(name) > 2 and "自治" not in name:
        return name[:-1]
    return stem(name)


def _units(line: str) -> Iterator[Unit]:
    name, _, codes = line.partition("\t")
    for code in codes.split(" "):
        yield Unit(name, code.rstrip(_FORMER), code.endswith(_FORMER))


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer of this process, loaded when it is first needed."""
    return Gazetteer()

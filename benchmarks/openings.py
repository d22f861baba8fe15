"""How often issuer, place, year and dates of an opening are right.

``python -m benchmarks.openings [FILE…]`` prints one line for each part over ``fixtures/unseen``,
the file of the later sitting by itself;
``--misses odd`` lists what was missed in the lines with odd numbers, which may be looked at.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks.evaluate import sittings
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand

UNSEEN: Final = [*sittings("openings").values()]
PARTS: Final = ("发文单位", "单位类别", "所属地区", "年度", "成文日期", "发布日期")
# What the labels tell apart and the program does not.
_KINDS: Final = {"zone": "other", "corps": "other"}


class Verdict(NamedTuple):
    """What became of one part of one opening."""

    part: str
    right: bool
    false: bool
    """Whether something was found where nothing is said."""
    wanted: Any
    found: Any


def judge(label: dict[str, Any], report: Report) -> Iterator[Verdict]:
    """Every part of ``label`` beside what was understood."""
    issuers = {label["issuer"], *label.get("issuer_also", ())}
    right = report.issuer in issuers
    yield Verdict("发文单位", right, label["issuer"] is None, label["issuer"], report.issuer)
    if label["issuer"] is not None:
        kind = _KINDS.get(label["issuer_kind"], label["issuer_kind"])
        yield Verdict("单位类别", report.issuer_kind == kind, False, kind, report.issuer_kind)
    for part, key in (("年度", "year"), ("成文日期", "date"), ("发布日期", "published")):
        found = getattr(report, key)
        yield Verdict(part, found == label[key], label[key] is None, label[key], found)
    wanted = {level: label["place"].get(level) for level in report.place._fields}
    found = report.place._asdict()
    if found["province"] and found["city"] == found["province"]:  # a municipality is its own city
        found["city"] = wanted["city"]
    yield Verdict("所属地区", found == wanted, not any(wanted.values()), wanted, found)


def read_openings(file: Path) -> list[dict[str, Any]]:
    """The labelled openings of ``file``, one JSON object a line."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def understood(text: str, lexicon: Lexicon) -> Report:
    """The report that is nothing but ``text``."""
    return understand(Document(text, "0" * 64, "opening.txt", "utf-8"), lexicon)


def _differences(place: Verdict) -> Iterator[tuple[str, str]]:
    """For each level that is not right: 漏, 多 or 错."""
    for level, wanted in place.wanted.items():
        found = place.found[level]
        if wanted != found:
            yield level, "漏" if found is None else "多" if wanted is None else "错"


def main() -> None:
    """Print how many of each part are right, file by file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=UNSEEN)
    parser.add_argument("--misses", choices=["odd", "all"])
    arguments = parser.parse_args()
    lexicon = load()
    for file in arguments.files:
        print(file.stem)
        _print_right(file, lexicon, arguments.misses)


def _print_right(file: Path, lexicon: Lexicon, misses: str | None) -> None:
    right: Counter[tuple[str, int]] = Counter()
    asked: Counter[tuple[str, int]] = Counter()
    false: Counter[tuple[str, int]] = Counter()
    levels: Counter[tuple[str, str]] = Counter()
    for number, label in enumerate(read_openings(file), 1):
        for it in judge(label, understood(label["text"], lexicon)):
            half = number % 2
            asked[it.part, half] += 1
            right[it.part, half] += it.right
            false[it.part, half] += it.false and not it.right
            if it.part == "所属地区" and not it.right:
                levels.update(_differences(it))
            if not it.right and (misses == "all" or (misses and half)):
                print(f"{number} {it.part}：应为 {it.wanted}，得到 {it.found}")
    print(
        "地区各级", *(f"{level} {what} {count}" for (level, what), count in sorted(levels.items()))
    )
    print("部分　　　　看过的一半　　没看过的一半　无中生有")
    for part in PARTS:
        halves = [f"{right[part, half]:3d}/{asked[part, half]:<3d}" for half in (1, 0)]
        print(part.ljust(6, "\u3000"), *halves, false[part, 0] + false[part, 1], sep="　")


if __name__ == "__main__":
    main()

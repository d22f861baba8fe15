"""Outlines in many forms, each labelled by hand: every heading, its level and its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from cases import for_each

from tuibrowser.model.report import Report
from tuibrowser.reading.clean import clean

Parsed = Callable[[str], Report]
KINDS = {
    "m": "measures_results", "s": "shortcomings", "d": "leader_duty", "p": "next_plan",
    "o": "other",
}  # fmt: skip
_HEADING = re.compile(
    r"(?P<level>\d)(?P<kind>[a-z]?)> (?P<marker>[^~]*)~(?P<words>[^|]*)\|?(?P<text>.*)"
)


class Labelled(NamedTuple):
    """A report, and level, title and letter of the kind of its headings."""

    name: str
    lines: list[str]
    headings: list[tuple[int, str, str]]


def _reports() -> Iterator[Labelled]:
    texts: dict[str, str] = {}
    report = Labelled("", [], [])
    for line in (Path(__file__).with_name("outlines.txt")).read_text("utf-8").splitlines():
        if named := re.match(r"\$(\d+) (.*)", line):
            texts[named[1]] = named[2]
        elif line.startswith("=== "):
            if report.name:
                yield report
            report = Labelled(line[4:], [], [])
        elif not line.startswith("#"):
            line = re.sub(r"\$(\d+)", lambda match: texts[match[1]], line)  # noqa: PLW2901
            if heading := _HEADING.match(line):
                title = re.sub(r"[\s⏎]", "", heading["words"]).rstrip("。：")
                report.headings.append((int(heading["level"]), title, heading["kind"]))
                line = heading["marker"] + heading["words"] + heading["text"]  # noqa: PLW2901
            report.lines.append(line.replace("⏎", "\n"))
    yield report


REPORTS = list(_reports())


@for_each("labelled", REPORTS)
def test_every_heading_is_found_and_nothing_else(parsed: Parsed, labelled: Labelled) -> None:
    report = parsed(clean("\n".join(labelled.lines)))
    found = [(it.level, re.sub(r"\s", "", it.title)) for it in report.sections]
    assert found == [(level, title) for level, title, _ in labelled.headings]
    kinds = [
        it.kind if kind else None
        for it, (*_, kind) in zip(report.sections, labelled.headings, strict=True)
    ]
    assert kinds == [KINDS.get(kind) for *_, kind in labelled.headings]

"""Reports made by hand, for what no sample would say."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from copies import filled

from tuibrowser.model.report import Passage, Place, Report, Section
from tuibrowser.model.terms import Role
from tuibrowser.store.library import Library


def report(issuer: str, year: int, measures: Sequence[str]) -> Report:
    """A report of one section; text, title and issuer stay exactly as given."""
    title = f"{issuer}{year}年法治政府建设年度报告"
    heading = "主要举措和成效"
    text = ""
    passages: list[Passage] = []

    def add(role: Role, words: str, section: int | None) -> None:
        nonlocal text
        kind = None if section is None else "measures_results"
        passages.append(Passage(role, len(text), len(text) + len(words), section, kind))  # type: ignore[arg-type]
        text += f"{words}\n"

    add("title", title, None)
    start = len(text) + 2
    add("heading", f"一、{heading}", 0)
    for measure in measures:
        add("measure", measure, 0)
    return Report(
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        file=f"{issuer}{year}.txt",
        text=text,
        is_report=True,
        title=title,
        issuer=issuer,
        issuer_kind="town",
        year=year,
        date=None,
        published=None,
        place=Place("某省", "某市", "青塘县", issuer),
        section_states={
            "measures_results": "own",
            "shortcomings": "none",
            "leader_duty": "none",
            "next_plan": "none",
            "other": "none",
        },
        sections=(
            Section(1, heading, "一、", "measures_results", (), 2, start, start + len(heading)),
        ),
        passages=tuple(passages),
        figures=(),
    )


def library(path: Path, reports: Sequence[Report]) -> Library:
    """A real library of them."""
    return filled(path, [(each.file, each) for each in reports], 0)

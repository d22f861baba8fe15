"""Reports made of parts whose role, kind and themes a test names, in a real library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tuibrowser.model.report import Passage, Place, Report, Section
from tuibrowser.model.search import PassageRecord
from tuibrowser.model.terms import SECTION_KINDS, Role, SectionKind
from tuibrowser.store.library import Library, Reader
from tuibrowser.text.equivalence import equate


@dataclass(frozen=True)
class Part:
    """One passage to be."""

    text: str
    role: Role = "measure"
    kind: SectionKind | None = None
    themes: tuple[str, ...] = ()


def make_report(
    parts: Sequence[Part],
    issuer: str | None = None,
    year: int | None = None,
    place: Place = Place(),  # noqa: B008
) -> Report:
    """A report whose text is the parts, one below the other."""
    text = ""
    sections: list[Section] = []
    passages: list[Passage] = []
    for part in parts:
        start, end = len(text), len(text) + len(part.text)
        if part.role == "heading":
            line = text.count("\n") + 1
            sections.append(Section(1, part.text, None, part.kind, part.themes, line, start, end))
        section = len(sections) - 1 if sections else None
        passages.append(Passage(part.role, start, end, section, part.kind, part.themes))
        text += part.text + "\n"
    digest = sha256(f"{issuer}{year}{text}".encode()).hexdigest()
    return Report(
        sha256=digest,
        file=f"{digest[:8]}.txt",
        text=text,
        is_report=year is not None,
        title=None if issuer is None else f"{issuer}{year}年法治政府建设年度报告",
        issuer=issuer,
        issuer_kind=None if issuer is None else "town",
        year=year,
        date=None,
        published=None,
        place=place,
        section_states=dict.fromkeys(SECTION_KINDS, "none"),
        sections=tuple(sections),
        passages=tuple(passages),
        figures=(),
    )


def store(path: Path, reports: Iterable[Report]) -> Library:
    """A library that holds ``reports``, indexed in their order."""
    library = Library(path)
    with library.write() as writer:
        for report in reports:
            writer.put(report, Path(report.sha256), 0)
    return library


def every_passage(reader: Reader) -> Iterator[PassageRecord]:
    """All passages of a library, newest first."""
    yield from reader.passages((), years=None, before=None, limit=1_000_000)


def scan(reader: Reader, needle: str) -> set[int]:
    """Ids of the passages that hold ``needle``, found by looking at each."""
    wanted = equate(needle)
    return {record.id for record in every_passage(reader) if wanted in equate(record.text)}

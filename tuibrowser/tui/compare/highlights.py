"""What stands out in the open reports: figures, differences, what was found, and where one is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from time import thread_time
from typing import TYPE_CHECKING, Final, Literal

from tuibrowser.layout.marks import Mark, MarkKind, Marks
from tuibrowser.model.alignment import Alignment
from tuibrowser.model.report import Report
from tuibrowser.model.terms import ReportSpan, Span

if TYPE_CHECKING:
    from tuibrowser.compare.differences import Aspect, Differences
    from tuibrowser.compare.wording import Wording

Shown = Literal["nothing", "figures", "lacking", "shared", "corrected"]
"""What is marked whether or not anything was looked for."""

SHOWN: Final[tuple[Shown, ...]] = ("nothing", "figures", "lacking", "shared", "corrected")
"""The order in which ``d`` goes through them, the last one only where anything was corrected."""

_ASPECTS: Final[dict[Shown, tuple[Aspect, ...]]] = {
    "nothing": (),
    "figures": ("figures",),
    "lacking": ("lacking", "alone", "reworded"),
    "shared": ("shared",),
    "corrected": (),
}
"""What one goes to in each; stock phrases are dimmed beside the last two."""
_KINDS: Final[dict[Aspect, MarkKind]] = {
    "figures": "figure",
    "lacking": "lacking",
    "reworded": "lacking",
    "alone": "alone",
    "shared": "shared",
    "stock": "stock",
}

_SLICE: Final = 0.025
"""Seconds of work between two pauses: what a key may have to wait."""


class _LazyMarks:
    """The marks of one report in one way, found passage by passage when they are to be drawn."""

    def __init__(self, differences: Differences, number: int, shown: Shown) -> None:
        self.is_done = False
        """Whether all are known."""
        self._differences, self._number = differences, number
        self._aspects = _ASPECTS[shown] + (("stock",) if shown in ("lacking", "shared") else ())
        passages = differences.alignment.reports[number].passages
        self._starts = [passage.start for passage in passages]
        self._found: dict[int, list[Mark]] = {}

    def __call__(self, start: int, end: int) -> Iterator[Mark]:
        """The marks of the passages that ``start`` to ``end`` touches."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        for index in range(first, bisect_left(self._starts, end)):
            yield from self._of_passage(index)

    @cached_property
    def stops(self) -> list[Span]:
        """All marks that one goes to, in text order."""
        marks = (it for index in range(len(self._starts)) for it in self._of_passage(index))
        found = [(it.start, it.end) for it in marks if it.kind != "stock"]
        self.is_done = True
        return found

    def search(self) -> Iterator[None]:
        """Find all, with a pause after every piece of work."""
        pause_at = thread_time() + _SLICE
        for index in range(len(self._starts)):
            self._of_passage(index)
            if thread_time() > pause_at:
                yield
                pause_at = thread_time() + _SLICE
        self.is_done = True

    def _of_passage(self, index: int) -> list[Mark]:
        if index not in self._found:
            self._found[index] = sorted(
                Mark(start, end, _KINDS[aspect])
                for aspect in self._aspects
                for start, end in self._differences.of_passage(aspect, self._number, index)
            )
        return self._found[index]


class Highlights:
    """Marks by report. What was found goes before all else: that is why one came."""

    def __init__(
        self,
        align: Callable[[], Alignment],
        corrected: Callable[[Report], Sequence[Span]] = lambda _: (),
    ) -> None:
        """Mark nothing.

        Args:
            align: Gives all open reports as they are level now; the same object while nothing
                changes.
            corrected: Gives where parts of a report stand that were put right.
        """
        self._align = align
        self._corrected = corrected
        self.shown: Shown = "nothing"
        self.current: ReportSpan | None = None
        """The mark that ``n`` and ``N`` went to last."""
        self.changes = 0
        """Counts the changes of what is marked."""
        self._hits: dict[str, list[Span]] = {}
        self._differences: Differences | None = None
        self._wordings: dict[str, Wording] = {}
        self._lazy_marks: dict[tuple[Shown, str], _LazyMarks] = {}

    def take_hits(self, hits: Iterable[ReportSpan]) -> None:
        """Mark what was found, and nothing found earlier."""
        self.drop_hits()
        for sha256, start, end in hits:
            self._hits.setdefault(sha256, []).append((start, end))

    def forget(self, reports: Iterable[Report]) -> None:
        """Forget what was made of ``reports``: they are understood otherwise now."""
        for report in reports:
            self._wordings.pop(report.sha256, None)
        self._differences = None
        self.changes += 1

    @property
    def has_hits(self) -> bool:
        """Whether anything was found in any open report."""
        return bool(self._hits)

    def drop_hits(self) -> bool:
        """Unmark what was found; ``False`` if nothing was marked."""
        had = bool(self._hits)
        self._hits.clear()
        self.current = None
        self.changes += 1
        return had

    def show_next(self) -> None:
        """Mark the next of ``SHOWN``."""
        self.shown = self._following
        self.current = None
        self.changes += 1

    @property
    def _following(self) -> Shown:
        found = SHOWN[(SHOWN.index(self.shown) + 1) % len(SHOWN)]
        if found == "corrected" and not any(map(self._corrected, self._align().reports)):
            return SHOWN[0]
        return found

    @property
    def in_years(self) -> bool:
        """Whether it is marked what each report says otherwise than in the year before."""
        return self.shown == "lacking" and self._compared().in_years

    def first_hit(self, report: Report) -> Span | None:
        """Where the first thing found in ``report`` stands."""
        return min(self._hits.get(report.sha256, ()), default=None)

    def stops(self, report: Report) -> list[Span]:
        """The marks of ``report`` that one goes from and to, in text order; finding them takes 50
        ms the first time in reports of 100,000 characters."""
        if hits := self._hits.get(report.sha256):
            return sorted(hits)
        if self.shown == "corrected":
            return list(self._corrected(report))
        marks = self._marks_of(report)
        return [] if marks is None else marks.stops

    def search(self, report: Report) -> Iterator[None]:
        """Find the ``stops`` of ``report``, then what the next key would mark there.

        Pauses after every piece of work, for keys. To be dropped when anything changes.
        """
        if not self.is_searched(report) and (marks := self._marks_of(report)):
            yield from marks.search()
            yield
        marks = None if self.shown == "nothing" else self._marks_of(report, self._following)
        if marks is None or marks.is_done:
            return
        differences = self._compared()
        for number in range(len(differences.alignment.reports)):
            differences.take_apart(number)
            yield
        yield from marks.search()

    def is_searched(self, report: Report) -> bool:
        """Whether :meth:`stops` of ``report`` are known already."""
        if report.sha256 in self._hits or self.shown == "nothing":
            return True
        marks = self._marks_of(report)
        return marks is None or marks.is_done

    def marks(self, report: Report) -> Marks:
        """All marks of ``report``."""
        found = [Mark(start, end, "hit") for start, end in self._hits.get(report.sha256, ())]
        found += [Mark(start, end, "corrected") for start, end in self._corrected(report)]
        if self.current is not None and self.current[0] == report.sha256:
            found.append(Mark(self.current[1], self.current[2], "current"))
        return Marks(found, self._marks_of(report))

    def before(self, report: Report) -> str | None:
        """What the mark one went to was in the year before, ``""`` if it was nothing; ``None`` if
        that is not known of it."""
        if not self.in_years or self.current is None or self.current[0] != report.sha256:
            return None
        start = self.current[1]
        passage = next(n for n, it in enumerate(report.passages) if it.start <= start < it.end)
        for change in self._compared().rewordings(self._number(report), passage):
            if (change.start, change.end) == self.current[1:]:
                return change.before
        return None

    def _marks_of(self, report: Report, shown: Shown | None = None) -> _LazyMarks | None:
        shown = shown or self.shown
        if shown in ("nothing", "corrected"):
            return None
        differences = self._compared()
        key = shown, report.sha256
        if key not in self._lazy_marks:
            self._lazy_marks[key] = _LazyMarks(differences, self._number(report), shown)
        return self._lazy_marks[key]

    def _compared(self) -> Differences:
        from tuibrowser.compare.differences import Differences  # noqa: PLC0415  (not at start)

        alignment = self._align()
        if self._differences is None or self._differences.alignment is not alignment:
            shas = {report.sha256 for report in alignment.reports}
            self._wordings = {sha: it for sha, it in self._wordings.items() if sha in shas}
            self._differences = Differences(alignment, self._wordings)
            self._lazy_marks.clear()
        return self._differences

    def _number(self, report: Report) -> int:
        return [it.sha256 for it in self._compared().alignment.reports].index(report.sha256)
